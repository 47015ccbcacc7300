import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'

import { removeRunFiles, runSettings, writeRunFiles } from '../../../src/claude/arguments.ts'
import type { AgentSettings } from '../../../src/inputs/settings.ts'
import { createFiles } from '../../../src/world/files.ts'
import { parse } from '../inputs/given.ts'

const agentOf = async (change: Partial<AgentSettings> = {}): Promise<AgentSettings> => ({
  ...(await parse({})).settings.agent,
  ...change,
})
const settingsOf = async (json: object, variables: Record<string, string> = {}, checkoutEnvironment = {}) =>
  runSettings(await agentOf({ settings: { json: { ...json }, checkoutEnvironment, overridden: [] } }), variables)

const OWN = {
  AWS_REGION: 'eu-west-1',
  CLAUDE_CODE_MAX_OUTPUT_TOKENS: '4096',
  ANTHROPIC_BEDROCK_BASE_URL: 'http://127.0.0.1:1',
}

describe('the one settings file of a run', () => {
  test("holds what the user wrote, with the action's own variables and rules", async () => {
    const json = {
      permissions: { allow: ['Edit'], deny: ['WebFetch'], later: 1 },
      hooks: { Stop: [] },
      env: { MINE: '1' },
    }
    const agent = await agentOf({
      settings: { json, checkoutEnvironment: {}, overridden: [] },
      allowedTools: ['Bash(echo (a), Bash, b)'],
      disallowedTools: ['Bash(rm:*)'],
    })
    expect(runSettings(agent, { ...OWN, PATH: '/bin', HOME: '/home' })).toEqual({
      permissions: { allow: ['Edit', 'Bash(echo (a), Bash, b)'], deny: ['WebFetch', 'Bash(rm:*)'], later: 1 },
      hooks: { Stop: [] },
      env: { MINE: '1', ...OWN },
    })
  })

  test("has the action's values where the user wrote others", async () => {
    expect(await settingsOf({ env: { AWS_REGION: 'us-east-1', A: '1' } }, OWN)).toMatchObject({
      env: { A: '1', ...OWN },
    })
  })

  test('takes away what the checkout sets and the action does not', async () => {
    const checkout = { AWS_REGION: 'us-east-1', CLAUDE_CODE_USE_VERTEX: '1', THEIRS: '1' }
    expect(await settingsOf({}, OWN, checkout)).toMatchObject({ env: { ...OWN, CLAUDE_CODE_USE_VERTEX: '' } })
    expect((await settingsOf({}, OWN, checkout)).env).not.toHaveProperty('THEIRS')
  })

  test('spares the gateway a proxy that the input or the checkout names', async () => {
    const inInput = await settingsOf({ env: { HTTPS_PROXY: 'http://p', NO_PROXY: 'a, b' } }, OWN)
    expect(inInput).toMatchObject({ env: { NO_PROXY: 'a,b,127.0.0.1', no_proxy: 'a,b,127.0.0.1' } })
    const inCheckout = await settingsOf({}, OWN, { http_proxy: 'http://p', no_proxy: 'c' })
    expect(inCheckout).toMatchObject({ env: { NO_PROXY: 'c,127.0.0.1', no_proxy: 'c,127.0.0.1' } })
  })

  test('spares it also one that a file names which the agent writes while it works', async () => {
    const gateway = { ...OWN, CLAUDE_CODE_SKIP_BEDROCK_AUTH: '1' }
    expect(await settingsOf({}, { ...gateway, NO_PROXY: 'd' })).toMatchObject({
      env: { NO_PROXY: 'd,127.0.0.1', no_proxy: 'd,127.0.0.1' },
    })
  })

  test('names no exception where there is neither a proxy nor the gateway', async () => {
    expect((await settingsOf({}, OWN)).env).toEqual(OWN)
  })
})

describe('the files on disk', () => {
  const directory = mkdtempSync(join(tmpdir(), 'run-files-'))
  const files = createFiles()
  const gateway = { CLAUDE_CODE_USE_BEDROCK: '1', CLAUDE_CODE_SKIP_BEDROCK_AUTH: '1', ANTHROPIC_CUSTOM_HEADERS: 'x: t' }

  test('are for their owner alone, and gone afterwards', async () => {
    const mcpConfig = { json: { mcpServers: { a: { command: 'x' } } }, servers: ['a'] }
    const written = await writeRunFiles(await agentOf({ mcpConfig }), { directory, variables: gateway }, files)
    const paths = [written.settings, written.mcpConfig ?? '']
    expect(paths.map((path) => (statSync(path).mode & 0o777).toString(8))).toEqual(['600', '600'])
    expect(JSON.parse(readFileSync(paths[0] ?? '', 'utf8'))).toMatchObject({ env: gateway })
    expect(JSON.parse(readFileSync(paths[1] ?? '', 'utf8'))).toEqual(mcpConfig.json)
    await removeRunFiles(directory, files)
    expect(readdirSync(directory)).toEqual([])
  })

  test('hold alone what no call succeeds without, so that settings that are dropped end the run', async () => {
    const { environment, mcpConfig } = await writeRunFiles(
      await agentOf(),
      { directory, variables: { A: '1', ...gateway } },
      files,
    )
    expect(mcpConfig).toBeUndefined()
    expect(environment).toEqual({ A: '1', CLAUDE_CODE_USE_BEDROCK: '1', CLAUDE_CODE_SKIP_BEDROCK_AUTH: '1' })
    const keys = { CLAUDE_CODE_USE_BEDROCK: '1', AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'a' }
    const written = await writeRunFiles(await agentOf(), { directory, variables: keys }, files)
    expect(written.environment).toEqual({ AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'a' })
  })
})
