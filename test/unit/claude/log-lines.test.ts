import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'

import { type AgentEvent, type Block } from '../../../src/claude/events.ts'
import { logLinesFor } from '../../../src/claude/log-lines.ts'
import { parseEvent } from '../../../src/claude/event-parser.ts'

const recorded = (name: string) =>
  readFileSync(join(import.meta.dirname, `../../fixtures/${name}.jsonl`), 'utf8')
    .trimEnd()
    .split('\n')

/** The log of a recorded run in which an event comes every five seconds. */
function logOf(name: string, show: 'off' | 'summary' | 'full'): string[] {
  const log = logLinesFor(show)
  return recorded(name).flatMap((line, index) => log.lines(parseEvent(line), index * 5_000))
}

const assistant = (...blocks: Block[]): AgentEvent => ({
  ...{ kind: 'assistant', messageId: 'm', blocks, usage: undefined, parentToolUseId: undefined, error: undefined },
})
const user = (...blocks: Block[]): AgentEvent => ({ kind: 'user', blocks, parentToolUseId: undefined })
const call = (name: string, input: unknown): Block => ({ kind: 'tool-use', id: 'call', name, input })
const text = (words: string): Block => ({ kind: 'text', text: words })

describe('the summary', () => {
  test('is a line a turn and tool call, with the time', () => {
    expect(logOf('success', 'summary')).toEqual([
      '00:00  Claude Code 2.1.330, us.anthropic.claude-opus-5-5',
      '00:15  Claude: I will run the tests.',
      '00:20  Bash  echo ok && echo 2 passed',
      '00:30  Bash  cat missing.txt',
      '00:35  ✗ Bash failed: Exit code 1 …',
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
      expect.stringMatching(/^00:05 {2}↻ the call to the model failed \(429 rate_limit\); retry 1 of 2 in 0\.\d s$/),
      expect.stringMatching(/^00:10 {2}↻ the call to the model failed \(429 rate_limit\); retry 2 of 2 in 1\.\d s$/),
      '00:15  ✗ API Error: Request rejected (429) · Too many tokens, please wait before trying again.',
      '00:20  ✗ ended (api_error), 1 turn, $0.0000',
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
    expect(logLinesFor('summary').lines(assistant(call('Tool', input)), 0)).toEqual([`00:00  ${line}`])
  })

  test('is silent on thinking, blank text, results that are no error, and what it does not know', () => {
    const log = logLinesFor('summary')
    expect(log.lines(assistant({ kind: 'thinking', text: 'hm' }, text(' \n'), { kind: 'other', value: 1 }), 0)).toEqual(
      [],
    )
    expect(log.lines(user({ kind: 'tool-result', toolUseId: 'call', text: 'fine', isError: false }), 0)).toEqual([])
    expect(log.lines({ kind: 'other', type: 'new' }, 0)).toEqual([])
    expect(log.lines({ kind: 'raw', text: ' ' }, 0)).toEqual([])
  })

  test('shows lines that are no event', () => {
    expect(logLinesFor('summary').lines({ kind: 'raw', text: 'warning: x' }, 3_725_000)).toEqual(['62:05  warning: x'])
  })

  test('keeps lines short, however long the text', () => {
    const [line = ''] = logLinesFor('summary').lines(assistant(text('😀'.repeat(100_000))), 0)
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
    expect(logLinesFor('summary').lines(assistant(text(dirty)), 0)).toEqual([`00:00  Claude: ${clean}`])
    expect(logLinesFor('full').lines(assistant(text(dirty)), 0)).toEqual(['00:00  Claude:', `         ${clean}`])
  })

  test.each(['\r', '\r\n', '\u2028', '\n'])('ends where the log would end it: %j', (end) => {
    expect(logLinesFor('full').lines(assistant(text(`one${end}::error::two`)), 0)).toEqual([
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
    const lines = logLinesFor('full').lines(assistant(text(`${'x'.repeat(5000)}\n${'y\n'.repeat(900)}`)), 0)
    expect(lines).toHaveLength(502)
    expect(lines[1]).toBe(`         ${'x'.repeat(1000)}…`)
    expect(lines.at(-1)).toBe('         … 401 more lines, see the transcript')
  })

  test('shows a tool call without input as an empty object', () => {
    expect(logLinesFor('full').lines(assistant(call('Stop', undefined)), 0)).toEqual(['00:00  Stop', '         {}'])
  })
})

test('a session that continues for its subagents is announced once', () => {
  const init = { kind: 'init', sessionId: 's', model: 'opus', version: '2.1.330' } as const
  const log = logLinesFor('summary')
  expect(log.lines(init, 0)).toEqual(['00:00  Claude Code 2.1.330, opus'])
  expect(log.lines(init, 1000)).toEqual([])
})

describe('a time without output', () => {
  test('names what is waited for: the model, or the tool that runs', () => {
    const log = logLinesFor('summary')
    expect(log.quiet(60_000, 61_000)).toBe('01:01  … no output for 1:00, waiting for the model')
    log.lines(assistant(call('Bash', { command: 'npm test' })), 61_000)
    expect(log.quiet(120_000, 181_000)).toBe('03:01  … no output for 2:00, waiting for Bash  npm test')
    log.lines(user({ kind: 'tool-result', toolUseId: 'call', text: '', isError: false }), 181_000)
    expect(log.quiet(60_000, 241_000)).toContain('waiting for the model')
  })
})

test('show-transcript: off logs nothing', () => {
  expect(logOf('success', 'off')).toEqual([])
  expect(logLinesFor('off').quiet(60_000, 60_000)).toBeUndefined()
})
