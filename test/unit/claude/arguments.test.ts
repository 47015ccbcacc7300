import { expect, test } from '@jest/globals'

import { argumentsFor } from '../../../src/claude/arguments.ts'
import type { AgentSettings } from '../../../src/inputs/settings.ts'

const nothing: AgentSettings = {
  workingDirectory: '/work',
  appendSystemPrompt: undefined,
  fallbackModel: undefined,
  allowedTools: [],
  disallowedTools: [],
  permissionMode: 'dontAsk',
  maxTurns: undefined,
  maxBudgetUsd: undefined,
  timeoutMs: 1,
  jsonSchema: undefined,
  settings: { json: {}, checkoutEnvironment: {}, overridden: [] },
  mcpConfig: undefined,
  requireMcpServers: true,
  plugins: { plugins: [], marketplaces: [] },
  failOnDenial: false,
  effort: undefined,
  claudeArgs: [],
  environment: { names: [], values: {} },
  resume: undefined,
  isolation: 'auto',
  trustsCheckout: true,
  network: { kind: 'open' },
}
const files = { settings: '/config/settings.json', mcpConfig: undefined }
const base = ['-p', '--output-format=stream-json', '--verbose', '--settings=/config/settings.json']

test("nothing asked for: events on standard output, the permission mode, and the default model above the checkout's", () => {
  const args = argumentsFor(nothing, { model: undefined, files })
  expect(args).toEqual([...base, '--model=default', '--permission-mode=dontAsk'])
})

test('a checkout that is not trusted: nothing of it is loaded', () => {
  const args = argumentsFor({ ...nothing, trustsCheckout: false }, { model: undefined, files })
  expect(args).toEqual([...base, '--setting-sources=user', '--strict-mcp-config', '--permission-mode=dontAsk'])
})

test.each<{ name: string; agent?: Partial<AgentSettings>; model?: string; args: string[] }>([
  {
    name: 'the session to continue',
    agent: { resume: { id: '0b0e7a43', path: '/temp/session/0b0e7a43.jsonl' } },
    args: ['--resume=0b0e7a43', '--model=m'],
  },
  { name: 'the model', model: 'us.anthropic.claude-opus-5-5', args: ['--model=us.anthropic.claude-opus-5-5'] },
  { name: 'fallback models as one list', agent: { fallbackModel: 'a,b' }, args: ['--model=m', '--fallback-model=a,b'] },
  {
    name: 'text that looks like a flag',
    agent: { appendSystemPrompt: '--dangerously-skip-permissions\nline two' },
    args: ['--model=m', '--append-system-prompt=--dangerously-skip-permissions\nline two'],
  },
  {
    name: 'limits',
    agent: { maxTurns: 3, maxBudgetUsd: 0.5 },
    args: ['--model=m', '--max-turns=3', '--max-budget-usd=0.5'],
  },
  {
    name: 'a schema',
    agent: { jsonSchema: '{"type": "object"}' },
    args: ['--model=m', '--json-schema={"type": "object"}'],
  },
  { name: 'the effort', agent: { effort: 'high' }, args: ['--model=m', '--effort=high'] },
])('$name', ({ agent, model, args }) => {
  expect(argumentsFor({ ...nothing, ...agent }, { model: model ?? 'm', files })).toEqual([
    ...base,
    ...args,
    '--permission-mode=dontAsk',
  ])
})

test('the arguments of the user come last, behind a flag that takes one value', () => {
  const args = argumentsFor(
    { ...nothing, allowedTools: ['Read'], claudeArgs: ['--add-dir', '../lib'] },
    { model: 'm', files },
  )
  expect(args.slice(-3)).toEqual(['--permission-mode=dontAsk', '--add-dir', '../lib'])
})

test('nothing that may hold a secret, and no rule for tools, is among them', () => {
  const agent: AgentSettings = {
    ...nothing,
    allowedTools: ['Bash(echo hunter2)'],
    disallowedTools: ['Bash(rm hunter2)'],
    settings: { json: { env: { TOKEN: 'hunter2' } }, checkoutEnvironment: { A: 'hunter2' }, overridden: ['hunter2'] },
    mcpConfig: { json: { mcpServers: { a: { command: 'hunter2' } } }, servers: ['hunter2'] },
    environment: { names: [], values: { TOKEN: 'hunter2' } },
  }
  const args = argumentsFor(agent, { model: 'm', files: { ...files, mcpConfig: '/config/mcp.json' } })
  expect(args.join(' ')).not.toContain('hunter2')
  expect(args).toContain('--mcp-config=/config/mcp.json')
})
