// MCP servers that start, and those that do not, with the real Claude Code.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import type { Turn } from '../emulators/bedrock-script.ts'
import { BROKEN_SERVERS, mcpServer } from '../support/mcp-server.ts'
import { scenario, transcriptFile, type Scenario } from '../support/scenario.ts'
import { commandsNamed } from '../support/workflow-commands.ts'

let here: Scenario
beforeAll(async () => {
  here = await scenario()
})
afterAll(async () => here[Symbol.asyncDispose]())

const config = (mcpServers: object) => ({ 'mcp-config': JSON.stringify({ mcpServers }) })
/** Claude Code waits half a minute for a server that says nothing; here three seconds. */
const SOON = { MCP_TIMEOUT: '3000' }
const GREET: readonly Turn[] = [{ toolUses: [{ name: 'mcp__docs__greet', input: {} }] }, { text: 'It greeted.' }]

async function run(
  inputs: Record<string, string>,
  script: readonly Turn[] = [{ text: 'Done.' }],
  more: Record<string, string> = {},
) {
  here.play(script)
  const earlier = here.aws.bedrock.calls.length
  const given = { prompt: 'Go.', preflight: 'false', environment: 'MCP_TIMEOUT', ...inputs }
  const result = await here.step(given, { env: { ...SOON, ...more } })
  const calls = here.aws.bedrock.calls.slice(earlier).filter(({ plane }) => plane === 'runtime').length
  const titles = (name: string) => commandsNamed(name, result.main.stdout).map(({ data }) => data)
  return { ...result, calls, warnings: titles('warning'), errors: titles('error') }
}

describe('a server of mcp-config that does not start', () => {
  test.each(Object.entries(BROKEN_SERVERS))('%s: ends the run at its start', async (name, server) => {
    const { main, outputs, calls } = await run(config({ [name]: server, docs: mcpServer() }))
    expect(main.code).toBe(1)
    expect(calls).toBeLessThanOrEqual(1)
    expect(outputs).toMatchObject({ conclusion: 'failure', 'failure-code': 'mcp-server-failed' })
    expect(outputs['failure-message']).toMatch(new RegExp(`did not start within .*: ${name} \\((failed|pending)\\)\\.`))
    expect(outputs['failure-message']).toContain('require-mcp-servers: "false"')
    expect(main.stdout).toMatch(new RegExp(`✗ MCP server ${name}: (failed|pending)`))
    expect(main.stdout).toContain('MCP server docs: connected')
  })

  test('is a warning with require-mcp-servers: false, and the run goes on', async () => {
    const servers = { docs: mcpServer(), missing: BROKEN_SERVERS.missing }
    const inputs = { ...config(servers), 'require-mcp-servers': 'false', 'allowed-tools': 'mcp__docs__greet' }
    const { main, outputs, warnings } = await run(inputs, GREET)
    expect(main.code).toBe(0)
    expect(outputs).toMatchObject({ conclusion: 'success', result: 'It greeted.', 'num-turns': '2' })
    expect(warnings).toContainEqual(expect.stringContaining('without MCP servers that did not start: missing (failed)'))
  })

  test('that a policy of the settings forbids is not listed, and fails the run too', async () => {
    const { outputs } = await run({
      ...config({ docs: mcpServer() }),
      settings: JSON.stringify({ deniedMcpServers: [{ serverName: 'docs' }] }),
    })
    expect(outputs['failure-code']).toBe('mcp-server-failed')
    expect(outputs['failure-message']).toMatch(/docs \(not listed\).*policy/s)
  })

  test('but needs a moment longer to start is waited for', async () => {
    const inputs = { ...config({ docs: mcpServer('slow') }), 'allowed-tools': 'mcp__docs__greet' }
    expect((await run(inputs, GREET, { MCP_TIMEOUT: '30000' })).outputs).toMatchObject({
      conclusion: 'success',
      result: 'It greeted.',
    })
  })
})

test('a server of the checkout that does not start is a warning', async () => {
  await using elsewhere = await scenario({ aws: { script: [{ text: 'Done.' }] } })
  const servers = { mcpServers: { project: BROKEN_SERVERS.missing } }
  writeFileSync(join(elsewhere.job.workspace, '.mcp.json'), JSON.stringify(servers))
  const settings = JSON.stringify({ enableAllProjectMcpServers: true })
  const { main, outputs } = await elsewhere.step({ prompt: 'Go.', settings })
  expect(outputs.conclusion).toBe('success')
  expect(commandsNamed('warning', main.stdout).map(({ data }) => data)).toContainEqual(
    expect.stringContaining('without MCP servers that did not start: project (failed)'),
  )
})

test('a call that a server never answers is what a timeout names', async () => {
  const inputs = {
    ...config({ docs: mcpServer('silent tool') }),
    'allowed-tools': 'mcp__docs__greet',
    'timeout-minutes': '0.15',
  }
  const { outputs } = await run(inputs, GREET)
  expect(outputs).toMatchObject({ conclusion: 'timed-out', 'failure-code': 'agent-timed-out' })
  expect(outputs['failure-message']).toMatch(/It was waiting for mcp__docs__greet\./)
})

test('the facts of a run hold the status of each server', async () => {
  const result = await run(config({ docs: mcpServer() }))
  expect(transcriptFile(result, 'transcript.jsonl')).toContain('"status":"connected"')
  expect(result.outputs.conclusion).toBe('success')
})
