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
    settings: undefined,
    mcpConfig: undefined,
    requireMcpServers: true,
    failOnDenial: false,
    claudeArgs: [],
    environment: [],
    resume: undefined,
    isolation: 'auto',
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
    'claude-args': '--effort high',
    environment: 'NODE_ENV, TZ',
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
    claudeArgs: ['--effort', 'high'],
    environment: ['NODE_ENV', 'TZ'],
    isolation: 'required',
  })
})

test.each<[RawInputs, string]>([
  [
    { 'permission-mode': 'yolo' },
    'permission-mode: "yolo" must be one of plan, dontAsk, acceptEdits, auto, bypassPermissions.',
  ],
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

describe('environment', () => {
  test.each([
    ['ACTIONS_RUNTIME_TOKEN', "it holds the addresses and tokens of the job's own services"],
    ['actions_id_token_request_url', "it holds the addresses and tokens of the job's own services"],
    ['INPUT_PROMPT', 'it holds the inputs and the state of this action'],
    ['STATE_run', 'it holds the inputs and the state of this action'],
    ['GITHUB_ENV', 'it names a file with which a command can change later steps'],
    ['GITHUB_PATH', 'it names a file'],
    ['GITHUB_OUTPUT', 'it names a file'],
    ['GITHUB_STATE', 'it names a file'],
    ['GITHUB_STEP_SUMMARY', 'it names a file'],
    ['A=1', 'must be the name of an environment variable'],
    ['$TZ', 'must be the name of an environment variable'],
    ['1A', 'must be the name of an environment variable'],
  ])('%s is refused', async (name, text) => {
    const { message } = await failureOf({ environment: `TZ\n${name}` })
    expect(message).toContain(`environment: ${JSON.stringify(name)} must`)
    expect(message).toContain(text)
  })
  test.each(['GITHUB_TOKEN', 'GITHUB_REPOSITORY', 'MY_ACTIONS_X', '_a1'])('%s may be handed on', async (name) => {
    expect((await agentOf({ environment: name })).environment).toEqual([name])
  })
})

describe('JSON or a file', () => {
  const workspace = workspaceWith({
    'app/schema.json': '{"type": "object"}',
    'app/broken.json': '{"type": "hunter2',
    'app/claude.json': '{}',
  })
  const inApp = (raw: RawInputs) => agentOf({ 'working-directory': 'app', ...raw }, workspace)

  test('a schema is read from its file', async () => {
    expect((await inApp({ 'json-schema': 'schema.json' })).jsonSchema).toBe('{"type": "object"}')
  })
  test('settings and mcp-config become absolute paths', async () => {
    const path = join(workspace, 'app/claude.json')
    expect(await inApp({ settings: 'claude.json', 'mcp-config': './claude.json' })).toMatchObject({
      settings: path,
      mcpConfig: path,
    })
    expect(await inApp({ settings: path })).toMatchObject({ settings: path })
  })
  test.each([
    ['json-schema', 'jsonSchema'] as const,
    ['settings', 'settings'] as const,
    ['mcp-config', 'mcpConfig'] as const,
  ])('%s may be JSON itself', async (input, field) => {
    expect((await inApp({ [input]: '{"a": [1]}' }))[field]).toBe('{"a": [1]}')
  })
  test.each(['json-schema', 'settings', 'mcp-config'] as const)(
    '%s that is broken JSON is not shown',
    async (input) => {
      const { message } = await failureOf({ [input]: '{"token": "hunter2"' }, { workspace })
      expect(message).toBe(`Input ${input}: must be a JSON object, and is not valid JSON.`)
    },
  )
  test.each(['json-schema', 'settings', 'mcp-config'] as const)('%s must exist when it is a path', async (input) => {
    const { message } = await failureOf({ [input]: 'nowhere.json' }, { workspace })
    expect(message).toBe(
      `Input ${input}: "nowhere.json" must be a JSON object, or a file that exists, relative to working-directory.`,
    )
  })
  test('a schema file must hold JSON', async () => {
    const { message } = await failureOf({ 'json-schema': 'app/broken.json' }, { workspace })
    expect(message).toBe('Input json-schema: "app/broken.json" must be a JSON object, and is not valid JSON.')
  })
})
