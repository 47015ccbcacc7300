import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'

import type { AgentEvent, Block } from '../../../src/claude/events.ts'
import { logLinesFor } from '../../../src/claude/log-lines.ts'
import { startStatistics } from '../../../src/claude/statistics.ts'
import { parseEvent } from '../../../src/claude/event-parser.ts'

const fixtures = join(import.meta.dirname, '../../fixtures')
const recorded = (name: string) =>
  readFileSync(join(fixtures, `${name}.jsonl`), 'utf8')
    .trimEnd()
    .split('\n')

const at = (elapsedMs: number, turns = 0) => ({ elapsedMs, turns })

/** The log of a recorded run in which an event comes every five seconds. */
function logOf(name: string, show: 'off' | 'summary' | 'full'): string[] {
  const log = logLinesFor(show)
  const statistics = startStatistics()
  return recorded(name).flatMap((line, index) => {
    statistics.add(parseEvent(line))
    return log.lines(parseEvent(line), at(index * 5_000, statistics.turns()))
  })
}

const assistant = (...blocks: Block[]): AgentEvent => ({
  ...{ kind: 'assistant', messageId: 'm', synthetic: false, blocks, usage: undefined },
  ...{ parentToolUseId: undefined, error: undefined, requestId: undefined },
})
const user = (...blocks: Block[]): AgentEvent => ({ kind: 'user', blocks, parentToolUseId: undefined, refusals: [] })
const call = (name: string, input: unknown): Block => ({ kind: 'tool-use', id: 'call', name, input })
const text = (words: string): Block => ({ kind: 'text', text: words })

describe('the summary', () => {
  test('is a line a turn and tool call, with the time', () => {
    expect(logOf('success', 'summary')).toEqual([
      '00:00  Claude Code 2.1.330, us.anthropic.claude-opus-5-5',
      '00:15  Claude: I will run the tests.',
      '00:20  Bash  echo ok && echo 2 passed',
      '00:30  Bash  cat missing.txt',
      expect.stringMatching(/^00:35 {2}✗ Bash failed with exit code 1: cat: .*missing\.txt/),
      '00:40  Claude: All tests pass.',
      expect.stringMatching(/^00:45 {2}✓ done, 3 turns, \$0\.00\d\d$/),
    ])
  })

  test('indents what a subagent does', () => {
    expect(logOf('subagent', 'summary').filter((line) => line.includes('Bash'))).toEqual(['00:25    Bash  echo inside'])
  })

  test('shows retries with status, reason and wait, and then what failed', () => {
    expect(logOf('throttled', 'summary')).toEqual([
      '00:00  Claude Code 2.1.330, us.anthropic.claude-opus-5-5',
      expect.stringMatching(/^00:05 {2}↻ 429 rate_limit; retry 1 of 2 in 0\.\d s$/),
      expect.stringMatching(/^00:10 {2}↻ 429 rate_limit; retry 2 of 2 in 1\.\d s$/),
      '00:15  ✗ API Error: Request rejected (429) · Too many tokens, please wait before trying again.',
      '00:20  ✗ ended (api_error), 0 turns, $0.0000',
    ])
  })

  test.each<[string, unknown, string]>([
    ['a command', { description: 'Run tests', command: 'npm test' }, 'Tool  npm test'],
    ['the first line of several', { command: '\ncat <<X\nsecond\nX' }, 'Tool  cat <<X …'],
    ['a file', { file_path: '/a/b.ts', content: 'long' }, 'Tool  /a/b.ts'],
    ['what is looked for, not where', { path: '/a', pattern: 'x.*y' }, 'Tool  x.*y'],
    ['all of an unknown input', { depth: 3, deep: { a: [1] } }, 'Tool  {"depth":3,"deep":{"a":[1]}}'],
    ['nothing of no input', {}, 'Tool'],
    ['nothing of an input that is none', undefined, 'Tool'],
  ])('says of a tool call: %s', (_name, input, line) => {
    expect(logLinesFor('summary').lines(assistant(call('Tool', input)), at(0))).toEqual([`00:00  ${line}`])
  })

  test.each<[string, unknown, string]>([
    ['an edit', { file_path: 'a', old_string: 'x\ny\nz', new_string: 'x\nY\nmore\nz' }, 'Edit  a  +2 −1'],
    ['one that repeats a line', { file_path: 'a', old_string: 'x', new_string: 'x\nx' }, 'Edit  a  +1 −0'],
    ['a new file', { file_path: 'a', content: 'one\ntwo\n' }, 'Edit  a  +2 −0'],
    ['a line taken away', { file_path: 'a', old_string: 'x\n', new_string: '' }, 'Edit  a  +0 −1'],
  ])('counts the lines of %s', (_name, input, line) => {
    expect(logLinesFor('summary').lines(assistant(call('Edit', input)), at(0))).toEqual([`00:00  ${line}`])
  })

  test.each([
    [
      'the last line of a command',
      'Exit code 1\n> test\nno\n\n1 of 3 tests failed\n',
      'with exit code 1: 1 of 3 tests failed',
    ],
    ['its exit code alone', 'Exit code 137', 'with exit code 137'],
    ['what another tool says', '<tool_use_error>File not found</tool_use_error>', 'Bash failed: File not found'],
  ])('of a failed tool call: %s', (_name, text, says) => {
    const log = logLinesFor('summary')
    log.lines(assistant(call('Bash', { command: 'x' })), at(0))
    expect(log.lines(user({ kind: 'tool-result', toolUseId: 'call', text, isError: true }), at(0))).toEqual([
      expect.stringMatching(new RegExp(`^00:00  ✗ .*${says}$`)),
    ])
  })

  test('is silent on thinking, blank text, results that are no error, and what it does not know', () => {
    const log = logLinesFor('summary')
    const silent = assistant({ kind: 'thinking', text: 'hm' }, text(' \n'), { kind: 'other', value: 1 })
    expect(log.lines(silent, at(0))).toEqual([])
    expect(log.lines(user({ kind: 'tool-result', toolUseId: 'call', text: 'fine', isError: false }), at(0))).toEqual([])
    expect(log.lines({ kind: 'other', type: 'new' }, at(0))).toEqual([])
    expect(log.lines({ kind: 'raw', text: ' ' }, at(0))).toEqual([])
  })

  test('shows lines that are no event', () => {
    const raw = { kind: 'raw', text: 'warning: x' } as const
    expect(logLinesFor('summary').lines(raw, at(3_725_000))).toEqual(['62:05  warning: x'])
  })

  test('keeps lines short, however long the text', () => {
    const [line = ''] = logLinesFor('summary').lines(assistant(text('😀'.repeat(100_000))), at(0))
    expect(line).toBe(`00:00  Claude: ${'😀'.repeat(152)}…`)
  })
})

describe('any line', () => {
  test.each([
    ['colours', '\u001b[31mred\u001b[0m', 'red'],
    ['the title of the terminal', '\u001b]0;title\u0007x', 'x'],
    ['a bell and a null', 'a\u0007\u0000b', 'ab'],
    ['a turn of direction', 'a\u202eb\u2066c', 'abc'],
    ['a tab', 'a\tb', 'a  b'],
  ])('is free of %s', (_name, dirty, clean) => {
    expect(logLinesFor('summary').lines(assistant(text(dirty)), at(0))).toEqual([`00:00  Claude: ${clean}`])
    expect(logLinesFor('full').lines(assistant(text(dirty)), at(0))).toEqual(['00:00  Claude:', `         ${clean}`])
  })

  test.each(['\r', '\r\n', '\u2028', '\n'])('ends where the log would end it: %j', (end) => {
    expect(logLinesFor('full').lines(assistant(text(`one${end}::error::two`)), at(0))).toEqual([
      '00:00  Claude:',
      '         one',
      '         ::error::two',
    ])
  })
})

describe('the full log', () => {
  test('has all text, tool inputs and results', () => {
    expect(logOf('success', 'full').slice(0, 14)).toEqual([
      '00:00  Claude Code 2.1.330, us.anthropic.claude-opus-5-5',
      '00:10  Claude thinks:',
      '         The tests come first.',
      '00:15  Claude:',
      '         I will run the tests.',
      '00:20  Bash',
      '         {',
      '           "command": "echo ok && echo 2 passed",',
      '           "description": "Run tests"',
      '         }',
      '00:25  Bash returned:',
      '         ok',
      '         2 passed',
      '00:30  Bash',
    ])
  })

  test('cuts long lines and long texts', () => {
    const lines = logLinesFor('full').lines(assistant(text(`${'x'.repeat(5000)}\n${'y\n'.repeat(900)}`)), at(0))
    expect(lines).toHaveLength(502)
    expect(lines[1]).toBe(`         ${'x'.repeat(1000)}…`)
    expect(lines.at(-1)).toBe('         … 401 more lines, see the transcript')
  })

  test('shows a tool call without input as an empty object', () => {
    expect(logLinesFor('full').lines(assistant(call('Stop', undefined)), at(0))).toEqual(['00:00  Stop', '         {}'])
  })
})

test('a session that continues for its subagents is announced once', () => {
  const init = parseEvent('{"type":"system","subtype":"init","model":"opus","claude_code_version":"2.1.330"}')
  const log = logLinesFor('summary')
  expect([log.lines(init, at(0)), log.lines(init, at(1000))]).toEqual([['00:00  Claude Code 2.1.330, opus'], []])
})

test('a time without output names what is waited for, and what the run has used', () => {
  const quiet = (tokens: number, dollars: number | undefined) =>
    logLinesFor('summary').quiet(60_000, { elapsedMs: 61_000, waitingFor: 'the model', tokens, dollars })
  const line = '01:01  … no output for 1:00, waiting for the model'
  expect([quiet(0, 0), quiet(45_210, 0.1249)]).toEqual([line, `${line} (about $0.12, 45,210 tokens so far)`])
  expect(quiet(45_210, undefined)).toBe(`${line} (45,210 tokens so far)`)
})

describe('what is not a message', () => {
  const lines = (event: object, show: 'summary' | 'full' = 'summary') =>
    logLinesFor(show).lines(parseEvent(JSON.stringify(event)), at(0))

  test('MCP servers are listed with their status', () => {
    const mcp_servers = [{ name: 'docs', status: 'connected' }, { name: 'github', status: 'failed' }, 'junk']
    expect(lines({ type: 'system', subtype: 'init', claude_code_version: '1', mcp_servers })).toEqual([
      '00:00  Claude Code 1',
      '00:00  MCP server docs: connected',
      '00:00  ✗ MCP server github: failed',
    ])
  })

  const hook = { type: 'system', subtype: 'hook_response', hook_id: 'h', hook_name: 'Stop', hook_event: 'Stop' }
  test('a failed hook says what it wrote', () => {
    const failed = { ...hook, outcome: 'error', exit_code: 2, stderr: 'tests fail\nsecond\n', output: 'x' }
    expect(lines(failed)).toEqual(['00:00  ✗ hook Stop failed (exit code 2): tests fail …'])
    const all = ['00:00  ✗ hook Stop failed (exit code 2):', '         tests fail', '         second']
    expect(lines(failed, 'full')).toEqual(all)
  })

  test('a hook that went well is in the full log only', () => {
    const well = { ...hook, outcome: 'success', exit_code: 0, stdout: '', output: '' }
    expect(lines(well)).toEqual([])
    expect(lines(well, 'full')).toEqual(['00:00  hook Stop'])
  })

  test('what Claude Code warns of is shown', () => {
    const warning = { type: 'system', subtype: 'informational', content: 'A hook blocked it.', level: 'warning' }
    expect(lines(warning)).toEqual(['00:00  ⚠ A hook blocked it.'])
    expect(lines({ ...warning, level: 'info' })).toEqual([])
  })

  test('background work is shown when it begins and when it ends, commands in the foreground are not', () => {
    const log = logLinesFor('summary')
    const say = (event: object) => log.lines(parseEvent(JSON.stringify({ type: 'system', ...event })), at(0))
    const task = { subtype: 'task_started', task_id: 'a', task_type: 'local_bash', description: 'npm run dev' }
    expect(say({ ...task, is_backgrounded: true })).toEqual(['00:00  → background command: npm run dev'])
    expect(say({ ...task, task_id: 'b', is_backgrounded: false })).toEqual([])
    const ended = { subtype: 'task_notification', status: 'completed', summary: 's' }
    expect(say({ ...ended, task_id: 'a' })).toEqual(['00:00  ← background command: npm run dev: completed'])
    expect(say({ ...ended, task_id: 'b' })).toEqual([])
  })

  test('a denied call is named, without the text that is meant for the model', () => {
    const log = logLinesFor('summary')
    log.lines(assistant(call('Bash', { command: 'git push' })), at(0))
    const denied = {
      type: 'user',
      message: {
        content: [{ type: 'tool_result', tool_use_id: 'call', is_error: true, content: 'Permission to ...' }],
      },
      tool_result_meta: [{ id: 'call', permission_decision: { decision: 'reject', reason_type: 'mode' } }],
    }
    expect(log.lines(parseEvent(JSON.stringify(denied)), at(0))).toEqual(['00:00  ✗ not allowed: Bash  git push'])
  })
})

test('show-transcript: off logs nothing', () => {
  expect(logOf('success', 'off')).toEqual([])
  expect(
    logLinesFor('off').quiet(60_000, { elapsedMs: 60_000, waitingFor: 'X', tokens: 0, dollars: 0 }),
  ).toBeUndefined()
})
