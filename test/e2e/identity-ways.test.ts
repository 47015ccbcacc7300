import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, test } from '@jest/globals'

import type { PolicyDocument } from '../emulators/iam-policy.ts'
import { ROLE, scenario, transcriptFile, type Scenario } from '../support/scenario.ts'
import { commandsNamed, shownLog } from '../support/workflow-commands.ts'

const RUN = { 'upload-transcript': 'never', prompt: 'Say hello.' }

const stsCalls = ({ aws }: Scenario) => aws.sts.calls.map(({ operation, status }) => `${operation} ${status}`)
const callers = ({ aws }: Scenario) => [...new Set(aws.bedrock.calls.map(({ principal }) => principal))]

describe('the other ways to sign in reach Bedrock as who they are', () => {
  test('keys of the environment', async () => {
    await using here = await scenario()
    const { accessKeyId, secretAccessKey, principal } = here.aws.account.addUser('ci')
    const { outputs, main } = await here.step(
      { ...RUN, 'role-to-assume': '' },
      { env: { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } },
    )
    expect(outputs).toMatchObject({ conclusion: 'success', 'aws-account-id': '111122223333' })
    expect(stsCalls(here)).toEqual(['GetCallerIdentity 200'])
    expect(callers(here)).toEqual([principal.arn])
    expect(commandsNamed('add-mask', main.stdout).map(({ data }) => data)).toContain(secretAccessKey)
  })

  test('a role assumed from keys of the environment', async () => {
    const trustPolicy: PolicyDocument = {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { AWS: 'arn:aws:iam::111122223333:user/ci' } },
      ],
    }
    await using here = await scenario({ aws: { roles: [{ name: 'claude', trustPolicy }] }, github: { idToken: false } })
    const { accessKeyId, secretAccessKey } = here.aws.account.addUser('ci')
    const { outputs } = await here.step(
      { ...RUN, 'role-chaining': 'true', 'role-session-name': 'nightly' },
      { env: { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } },
    )
    expect(outputs).toMatchObject({ conclusion: 'success' })
    expect(stsCalls(here)).toEqual(['AssumeRole 200', 'GetCallerIdentity 200'])
    expect(callers(here)).toEqual(['arn:aws:sts::111122223333:assumed-role/claude/nightly'])
  })

  test('a Bedrock API key', async () => {
    await using here = await scenario()
    const key = here.aws.account.addApiKey()
    const { outputs, main } = await here.step({ ...RUN, 'role-to-assume': '', 'bedrock-api-key': key })
    expect(outputs).toMatchObject({ conclusion: 'success', 'aws-account-id': '' })
    expect(stsCalls(here)).toEqual([])
    expect(callers(here)).toEqual(['arn:aws:iam::111122223333:user/BedrockAPIKey-111122223333'])
    expect(commandsNamed('add-mask', main.stdout).map(({ data }) => data)).toContain(key)
    expect(shownLog(main.stdout)).not.toContain(key)
  })

  test('a profile of the config file', async () => {
    await using here = await scenario()
    const { accessKeyId, secretAccessKey, principal } = here.aws.account.addUser('from-profile')
    const file = join(here.job.temp, 'aws-config')
    writeFileSync(
      file,
      `[profile ci]\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\nregion = eu-west-1\n`,
    )
    const { outputs } = await here.step(
      { ...RUN, 'role-to-assume': '', 'aws-profile': 'ci' },
      { env: { AWS_CONFIG_FILE: file, AWS_SHARED_CREDENTIALS_FILE: '/dev/null' } },
    )
    expect(outputs).toMatchObject({ conclusion: 'success', 'aws-region': 'us-east-1' })
    expect(callers(here)).toEqual([principal.arn])
    expect(here.aws.bedrock.calls.map(({ region }) => region)).not.toContain('eu-west-1')
  })
})

test('a role beats the keys that an earlier step left, and the agent does not see them', async () => {
  await using here = await scenario()
  here.play([{ toolUses: [{ name: 'Bash', input: { command: 'env' } }] }, { text: 'Done.' }])
  const stray = { AWS_BEARER_TOKEN_BEDROCK: 'stray-bearer-value', ANTHROPIC_API_KEY: 'stray-anthropic-value' }
  const result = await here.step({ ...RUN, 'allowed-tools': 'Bash(env)' }, { env: stray })
  expect(result.outputs).toMatchObject({ conclusion: 'success', 'permission-denials': '[]' })
  expect(callers(here)).toEqual([expect.stringContaining(':assumed-role/claude/')])
  expect(here.aws.sts.calls[0]?.parameters.RoleArn).toBe(ROLE)
  const events = transcriptFile(result, 'transcript.jsonl') ?? ''
  expect(events).toContain('CLAUDE_CODE_USE_BEDROCK=1')
  for (const [name, value] of Object.entries(stray)) {
    expect(events).not.toContain(`${name}=`)
    expect(events).not.toContain(value)
    expect(result.main.stdout).toMatch(new RegExp(`^(::warning::)?${name} .*(not used|kept from the agent)`, 'm'))
  }
})
