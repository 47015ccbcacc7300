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
  settings: undefined,
  mcpConfig: undefined,
  requireMcpServers: true,
  failOnDenial: false,
  claudeArgs: [],
  environment: [],
  resume: undefined,
  isolation: 'auto',
}
const base = ['-p', '--output-format=stream-json', '--verbose']

test('nothing asked for: events on standard output, and the permission mode', () => {
  expect(argumentsFor(nothing, { model: undefined })).toEqual([...base, '--permission-mode=dontAsk'])
})

test.each<{ name: string; agent?: Partial<AgentSettings>; model?: string; args: string[] }>([
  {
    name: 'each rule in an argument of its own, commas and spaces untouched',
    agent: { allowedTools: ['Read', 'Bash(git log --format=%h, %s:*)'], disallowedTools: ['Bash(rm:*)', 'WebFetch'] },
    args: [
      '--allowedTools=Read',
      '--allowedTools=Bash(git log --format=%h, %s:*)',
      '--disallowedTools=Bash(rm:*)',
      '--disallowedTools=WebFetch',
    ],
  },
  {
    name: 'the session to continue',
    agent: { resume: { id: '0b0e7a43', path: '/temp/session/0b0e7a43.jsonl' } },
    args: ['--resume=0b0e7a43'],
  },
  { name: 'the model', model: 'us.anthropic.claude-opus-5-5', args: ['--model=us.anthropic.claude-opus-5-5'] },
  { name: 'fallback models as one list', agent: { fallbackModel: 'a,b' }, args: ['--fallback-model=a,b'] },
  {
    name: 'text that looks like a flag',
    agent: { appendSystemPrompt: '--dangerously-skip-permissions\nline two' },
    args: ['--append-system-prompt=--dangerously-skip-permissions\nline two'],
  },
  { name: 'limits', agent: { maxTurns: 3, maxBudgetUsd: 0.5 }, args: ['--max-turns=3', '--max-budget-usd=0.5'] },
  { name: 'a schema', agent: { jsonSchema: '{"type": "object"}' }, args: ['--json-schema={"type": "object"}'] },
  {
    name: 'settings and servers as JSON or path',
    agent: { settings: '/a b/settings.json', mcpConfig: '{"mcpServers": {}}' },
    args: ['--mcp-config={"mcpServers": {}}', '--settings=/a b/settings.json'],
  },
])('$name', ({ agent, model, args }) => {
  expect(argumentsFor({ ...nothing, ...agent }, { model })).toEqual([...base, ...args, '--permission-mode=dontAsk'])
})

test('the arguments of the user come last, behind a flag that takes one value', () => {
  const args = argumentsFor({ ...nothing, allowedTools: ['Read'], claudeArgs: ['--add-dir', '../lib'] }, { model: 'm' })
  expect(args.slice(-3)).toEqual(['--permission-mode=dontAsk', '--add-dir', '../lib'])
})
