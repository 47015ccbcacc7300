import { execFile } from 'node:child_process'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { RELEASE } from '../../src/claude/release.ts'
import { OUTPUT_NAMES } from '../support/empty-outputs.ts'
import type { StepResult } from '../support/runner.ts'
import { MODEL, scenario, SMALL_MODEL, transcriptFile, type Scenario } from '../support/scenario.ts'
import { commandsNamed, shownLog } from '../support/workflow-commands.ts'

const CREDENTIALS = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'] as const
const run = promisify(execFile)

let here: Scenario
beforeAll(async () => {
  here = await scenario()
})
afterAll(async () => here[Symbol.asyncDispose]())

describe('without a prompt the step sets up', () => {
  let result: StepResult
  beforeAll(async () => {
    // What an earlier step left would beat the role's keys.
    result = await here.step({}, { env: { AWS_BEARER_TOKEN_BEDROCK: 'stray-bearer-value' } })
  })

  test('and concludes so, with all outputs and no cost', () => {
    expect(result.main).toMatchObject({ code: 0, stderr: '' })
    expect(Object.keys(result.outputs).sort()).toEqual([...OUTPUT_NAMES].sort())
    expect(result.outputs).toMatchObject({
      conclusion: 'setup',
      'failure-code': '',
      'aws-account-id': '111122223333',
      'claude-code-version': RELEASE.version,
      'claude-code-path': expect.stringMatching(/\/claude$/),
      'num-turns': '',
      'total-cost-usd': '',
    })
    expect(JSON.parse(transcriptFile(result, 'result.json') ?? '')).toMatchObject({ conclusion: 'setup' })
    expect(result.summary).toContain('✅ Claude Code is set up')
  })

  test("later steps get Bedrock's environment, with the session's credentials", () => {
    const [session] = here.aws.account.sessions
    expect(result.exported).toMatchObject({
      CLAUDE_CODE_USE_BEDROCK: '1',
      AWS_REGION: 'us-east-1',
      ANTHROPIC_MODEL: MODEL,
      ANTHROPIC_DEFAULT_HAIKU_MODEL: SMALL_MODEL,
      CLAUDE_CODE_MAX_OUTPUT_TOKENS: '4096',
      MAX_THINKING_TOKENS: '1024',
      AWS_ACCESS_KEY_ID: session?.accessKeyId,
      AWS_SECRET_ACCESS_KEY: session?.secretAccessKey,
      AWS_SESSION_TOKEN: session?.sessionToken,
      AWS_BEARER_TOKEN_BEDROCK: '',
    })
  })

  test('which are masked, and nowhere in the log or the transcript folder', () => {
    const masked = commandsNamed('add-mask', result.main.stdout).map(({ data }) => data)
    for (const name of CREDENTIALS.slice(1)) {
      const secret = result.exported[name] ?? ''
      expect(secret.length).toBeGreaterThan(20)
      expect(masked).toContain(secret)
      for (const text of [shownLog(result.main.stdout), result.summary, JSON.stringify(result.outputs)]) {
        expect(text).not.toContain(secret)
      }
      expect(transcriptFile(result, 'result.json')).not.toContain(secret)
    }
  })

  test('the log says what was exported, and until when the credentials last', () => {
    const until = here.aws.account.sessions[0]?.expiration.toISOString().slice(0, 16) ?? 'never'
    expect(result.main.stdout).toMatch(/^Exported to later steps: .*AWS_SECRET_ACCESS_KEY/m)
    expect(result.main.stdout).toMatch(new RegExp(`last until ${until}.* and are not renewed`))
  })

  test('claude is on the path, and works there with that environment', async () => {
    const [directory = '', ...others] = result.path
    expect(others).toEqual([])
    expect(join(directory, 'claude')).toBe(result.outputs['claude-code-path'])
    const env = {
      ...result.exported,
      PATH: `${directory}:${process.env.PATH}`,
      HOME: here.job.temp,
      no_proxy: '127.0.0.1',
    }
    const version = await run('claude', ['--version'], { env })
    expect(version.stdout).toContain(RELEASE.version)

    here.play([{ text: 'Hello from a later step.' }])
    const before = here.aws.bedrock.calls.length
    const asked = run('claude', ['-p', '--output-format=json', 'Say hello.'], { env, cwd: here.job.workspace })
    asked.child.stdin?.end()
    expect(JSON.parse((await asked).stdout)).toMatchObject({ is_error: false, result: 'Hello from a later step.' })
    const calls = here.aws.bedrock.calls.slice(before)
    expect(new Set(calls.map(({ principal }) => basename(principal ?? '')))).toEqual(new Set(['claude-code-4711-1']))
    expect(calls.map(({ maxTokens }) => maxTokens)).toContain(4096)
  })

  test('post clears every variable', () => {
    expect(result.post).toMatchObject({ code: 0, stderr: '' })
    expect(Object.keys(result.exported).length).toBeGreaterThan(10)
    const left = Object.entries(result.exportedAfterPost).filter(([, value]) => value !== '')
    expect(left).toEqual([])
    expect(Object.keys(result.exportedAfterPost).sort()).toEqual(Object.keys(result.exported).sort())
  })
})

test('with a Bedrock API key, the key is exported and no AWS keys', async () => {
  const key = here.aws.account.addApiKey()
  const result = await here.step({ 'role-to-assume': '', 'bedrock-api-key': key })
  expect(result.outputs).toMatchObject({ conclusion: 'setup' })
  expect(result.exported).toMatchObject({ AWS_BEARER_TOKEN_BEDROCK: key, CLAUDE_CODE_USE_BEDROCK: '1' })
  expect(Object.keys(result.exported)).not.toEqual(expect.arrayContaining(['AWS_ACCESS_KEY_ID']))
  expect(shownLog(result.main.stdout)).not.toContain(key)
  expect(result.exportedAfterPost).toMatchObject({ AWS_BEARER_TOKEN_BEDROCK: '' })
})

test('export-environment: true exports beside a prompt, and post clears it', async () => {
  here.play([{ text: 'Done.' }])
  const result = await here.step({ prompt: 'Work.', 'export-environment': 'true' })
  expect(result.outputs).toMatchObject({ conclusion: 'success' })
  for (const name of CREDENTIALS) expect(result.exported[name]).toBeTruthy()
  expect(Object.values(result.exportedAfterPost).filter(Boolean)).toEqual([])
})

test.each([
  ['with a prompt', { prompt: 'Work.' }],
  ['without one, when export-environment is false', { 'export-environment': 'false' }],
])('nothing is exported %s', async (_when, inputs) => {
  here.play([{ text: 'Done.' }])
  const { main, exported, path } = await here.step(inputs)
  expect(main.code).toBe(0)
  expect(exported).toEqual({})
  expect(path).toEqual([])
})

test('a failed set-up exports nothing', async () => {
  const { main, outputs, exported, path } = await here.step({ 'allowed-account-ids': '999999999999' })
  expect(main.code).toBe(1)
  expect(outputs).toMatchObject({ conclusion: 'failure', 'failure-code': 'account-not-allowed' })
  expect(exported).toEqual({})
  expect(path).toEqual([])
})
