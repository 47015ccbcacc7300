import { join } from 'node:path'

import { describe, expect, test } from '@jest/globals'

import type { RawInputs } from '../../../src/inputs/form.ts'
import { failureOf, parse, workspaceWith } from './given.ts'

const agentOf = async (raw: RawInputs, workspace?: string) =>
  (await parse(raw, workspace === undefined ? {} : { workspace })).settings.agent

test('the defaults are those of action.yml, whether an input is absent or empty', async () => {
  const workspace = workspaceWith()
  const expected = {
    workingDirectory: workspace,
    appendSystemPrompt: undefined,
    fallbackModel: undefined,
    allowedTools: [],
    disallowedTools: [],
    permissionMode: 'dontAsk',
    maxTurns: undefined,
    maxBudgetUsd: undefined,
    timeoutMs: 1_800_000,
    jsonSchema: undefined,
    settings: { json: {}, checkoutEnvironment: {}, overridden: [] },
    mcpConfig: undefined,
    requireMcpServers: true,
    failOnDenial: false,
    plugins: { plugins: [], marketplaces: [] },
    effort: undefined,
    claudeArgs: [],
    environment: { names: [], values: {} },
    resume: undefined,
    isolation: 'auto',
    trustsCheckout: true,
    network: { kind: 'open' },
  }
  expect(await agentOf({}, workspace)).toEqual(expected)
  expect(await agentOf({ 'permission-mode': '', 'timeout-minutes': '', 'working-directory': '' }, workspace)).toEqual(
    expected,
  )
})

test('everything given arrives', async () => {
  const agent = await agentOf({
    'append-system-prompt': ' Answer in English.\n',
    'allowed-tools': 'Bash(git diff:*), Edit',
    'disallowed-tools': 'WebFetch\nWebSearch',
    'permission-mode': 'acceptEdits',
    'max-turns': '20',
    'max-budget-usd': '2.50',
    'timeout-minutes': '0.5',
    'claude-args': '--add-dir ../docs',
    effort: 'xhigh',
    'require-mcp-servers': 'false',
    'fail-on-denial': 'true',
    environment: 'A=1',
    isolation: 'required',
  })
  expect(agent).toMatchObject({
    appendSystemPrompt: ' Answer in English.\n',
    allowedTools: ['Bash(git diff:*)', 'Edit'],
    disallowedTools: ['WebFetch', 'WebSearch'],
    permissionMode: 'acceptEdits',
    maxTurns: 20,
    maxBudgetUsd: 2.5,
    timeoutMs: 30_000,
    claudeArgs: ['--add-dir', '../docs'],
    effort: 'xhigh',
    requireMcpServers: false,
    failOnDenial: true,
    environment: { names: [], values: { A: '1' } },
    isolation: 'required',
  })
})

test.each<[RawInputs, string]>([
  [
    { 'permission-mode': 'yolo' },
    'permission-mode: "yolo" must be one of plan, dontAsk, acceptEdits, auto, bypassPermissions.',
  ],
  [{ effort: 'hihg' }, 'effort: "hihg" must be one of low, medium, high, xhigh, max.'],
  [{ 'require-mcp-servers': 'no' }, 'require-mcp-servers: "no" must be true or false.'],
  [{ 'fail-on-denial': '1' }, 'fail-on-denial: "1" must be true or false.'],
  [{ 'claude-args': '--effort high' }, 'claude-args: must not have --effort, which has an input of its own.'],
  [{ isolation: 'true' }, 'isolation: "true" must be one of auto, required, off.'],
  [{ 'max-turns': '0' }, 'max-turns: "0" must be a whole number, 1 or more.'],
  [{ 'max-budget-usd': '0' }, 'max-budget-usd: "0" must be a number above 0.'],
  [{ 'max-budget-usd': '$5' }, 'max-budget-usd: "$5" must be a number above 0.'],
  [{ 'timeout-minutes': '0' }, 'timeout-minutes: "0" must be a number above 0 and at most 35791.'],
  [{ 'timeout-minutes': '35792' }, 'timeout-minutes: "35792" must be a number above 0 and at most 35791.'],
  [{ 'claude-args': '--token hunter2 | x' }, "claude-args: must not have the shell's |: no shell runs them,"],
])('%j is refused', async (raw, text) => {
  const failure = await failureOf(raw)
  expect(failure.code).toBe('input-invalid')
  expect(failure.message).toContain(`Input ${text}`)
  expect(failure.message).not.toContain('hunter2')
})

test('the longest timeout fits the timers of Node', async () => {
  expect((await agentOf({ 'timeout-minutes': '35791' })).timeoutMs).toBeLessThanOrEqual(2 ** 31 - 1)
})

describe('JSON or a file', () => {
  const workspace = workspaceWith({
    'app/schema.json': '{"type": "object"}',
    'app/broken.json': '{"type": "hunter2',
    'app/claude.json': '{"env": {"A": 1}}',
    'app/mcp.json': '{"mcpServers": {"one": {"command": "x"}}}',
  })
  const inApp = (raw: RawInputs) => agentOf({ 'working-directory': 'app', ...raw }, workspace)

  test('a schema is read from its file', async () => {
    expect((await inApp({ 'json-schema': 'schema.json' })).jsonSchema).toBe('{"type":"object"}')
  })
  test('settings and servers are read from theirs', async () => {
    const path = join(workspace, 'app/claude.json')
    for (const settings of ['claude.json', './claude.json', path]) {
      expect((await inApp({ settings })).settings.json).toEqual({ env: { A: '1' } })
    }
    expect((await inApp({ 'mcp-config': 'mcp.json' })).mcpConfig?.servers).toEqual(['one'])
  })
  test('each may be JSON itself', async () => {
    const json = {
      'json-schema': '{ "type": "object" }',
      settings: '{ "env": {"B": "2"} }',
      'mcp-config': '{ "mcpServers": {} }',
    }
    expect(await inApp(json)).toMatchObject({
      jsonSchema: '{"type":"object"}',
      settings: { json: { env: { B: '2' } } },
      mcpConfig: { json: { mcpServers: {} }, servers: [] },
    })
  })
  test.each(['json-schema', 'settings', 'mcp-config'] as const)(
    '%s that is broken JSON is not shown',
    async (input) => {
      const { message } = await failureOf({ [input]: '{"token": "hunter2"' }, { workspace })
      expect(message).toBe(`Input ${input}: must be a JSON object: line 1, column 20 ends before its closing bracket.`)
    },
  )
  test.each(['json-schema', 'settings', 'mcp-config'] as const)('%s must exist when it is a path', async (input) => {
    const { message } = await failureOf({ [input]: 'nowhere.json' }, { workspace })
    expect(message).toBe(
      `Input ${input}: "nowhere.json" must be a JSON object, or a file that exists, relative to working-directory.`,
    )
  })
  test.each(['json-schema', 'settings', 'mcp-config'] as const)('the file of %s must hold JSON', async (input) => {
    const { message } = await failureOf({ [input]: 'app/broken.json' }, { workspace })
    expect(message).toBe(
      `Input ${input}: "app/broken.json" must be a JSON object: line 1, column 10 is not valid JSON.`,
    )
  })
})
