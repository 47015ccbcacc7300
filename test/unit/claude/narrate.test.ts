import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'

import { parseEvent } from '../../../src/claude/events-parse.ts'
import type { AgentEvent, Block } from '../../../src/claude/events.ts'
import { narrator } from '../../../src/claude/narrate.ts'

const recorded = (name: string) =>
  readFileSync(join(import.meta.dirname, `../../fixtures/${name}.jsonl`), 'utf8')
    .trimEnd()
    .split('\n')

/** Tells a recorded run in which an event comes every five seconds. */
function told(name: string, show: 'off' | 'summary' | 'full'): string[] {
  const story = narrator(show)
  return recorded(name).flatMap((line, index) => story.lines(parseEvent(line), index * 5_000))
}

const said = (...blocks: Block[]): AgentEvent => ({
  ...{ kind: 'assistant', messageId: 'm', blocks, usage: undefined, parentToolUseId: undefined, error: undefined },
})
const answered = (...blocks: Block[]): AgentEvent => ({ kind: 'user', blocks, parentToolUseId: undefined })
const call = (name: string, input: unknown): Block => ({ kind: 'tool-use', id: 'call', name, input })
const text = (words: string): Block => ({ kind: 'text', text: words })

describe('the summary', () => {
  test('is a line a turn and tool call, with the time', () => {
    expect(told('success', 'summary')).toEqual([
      '00:00  Claude Code 2.1.330, us.anthropic.claude-opus-5-5',
      '00:15  Claude: I will run the tests.',
      '00:20  Bash  echo ok && echo 2 passed',
      '00:30  Bash  cat missing.txt',
      '00:35  ✗ Bash failed: Exit code 1 …',
      '00:40  Claude: All tests pass.',
      expect.stringMatching(/^00:45 {2}✓ done, 3 turns, \$0\.00\d\d$/),
    ])
  })

  test('sets apart what a subagent does', () => {
    expect(told('subagent', 'summary').filter((line) => line.includes('Bash'))).toEqual(['00:25    Bash  echo inside'])
  })

  test('shows retries with status, reason and wait, and then what failed', () => {
    expect(told('throttled', 'summary')).toEqual([
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
    expect(narrator('summary').lines(said(call('Tool', input)), 0)).toEqual([`00:00  ${line}`])
  })

  test('is silent on thinking, blank text, results that are no error, and what it does not know', () => {
    const story = narrator('summary')
    expect(story.lines(said({ kind: 'thinking', text: 'hm' }, text(' \n'), { kind: 'other', value: 1 }), 0)).toEqual([])
    expect(story.lines(answered({ kind: 'tool-result', toolUseId: 'call', text: 'fine', isError: false }), 0)).toEqual(
      [],
    )
    expect(story.lines({ kind: 'other', type: 'new' }, 0)).toEqual([])
    expect(story.lines({ kind: 'raw', text: ' ' }, 0)).toEqual([])
  })

  test('shows lines that are no event', () => {
    expect(narrator('summary').lines({ kind: 'raw', text: 'warning: x' }, 3_725_000)).toEqual(['62:05  warning: x'])
  })

  test('keeps lines short, however long the text', () => {
    const [line = ''] = narrator('summary').lines(said(text('😀'.repeat(100_000))), 0)
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
    expect(narrator('summary').lines(said(text(dirty)), 0)).toEqual([`00:00  Claude: ${clean}`])
    expect(narrator('full').lines(said(text(dirty)), 0)).toEqual(['00:00  Claude:', `         ${clean}`])
  })

  test.each(['\r', '\r\n', '\u2028', '\n'])('ends where the log would end it: %j', (end) => {
    expect(narrator('full').lines(said(text(`one${end}::error::two`)), 0)).toEqual([
      '00:00  Claude:',
      '         one',
      '         ::error::two',
    ])
  })
})

describe('the full story', () => {
  test('has all text, tool inputs and results', () => {
    expect(told('success', 'full').slice(0, 14)).toEqual([
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

  test('is bounded: so many lines of a text, so much of a line', () => {
    const lines = narrator('full').lines(said(text(`${'x'.repeat(5000)}\n${'y\n'.repeat(900)}`)), 0)
    expect(lines).toHaveLength(502)
    expect(lines[1]).toBe(`         ${'x'.repeat(1000)}…`)
    expect(lines.at(-1)).toBe('         … 401 more lines, see the transcript')
  })

  test('knows a tool without input', () => {
    expect(narrator('full').lines(said(call('Stop', undefined)), 0)).toEqual(['00:00  Stop', '         {}'])
  })
})

test('a session that goes on for its subagents begins once', () => {
  const init = { kind: 'init', sessionId: 's', model: 'opus', version: '2.1.330' } as const
  const story = narrator('summary')
  expect(story.lines(init, 0)).toEqual(['00:00  Claude Code 2.1.330, opus'])
  expect(story.lines(init, 1000)).toEqual([])
})

describe('a silence', () => {
  test('is for the model, or for the tool that runs', () => {
    const story = narrator('summary')
    expect(story.quiet(60_000, 61_000)).toBe('01:01  … 01:00 without news, waiting for the model')
    story.lines(said(call('Bash', { command: 'npm test' })), 61_000)
    expect(story.quiet(120_000, 181_000)).toBe('03:01  … 02:00 without news, waiting for Bash  npm test')
    story.lines(answered({ kind: 'tool-result', toolUseId: 'call', text: '', isError: false }), 181_000)
    expect(story.quiet(60_000, 241_000)).toContain('waiting for the model')
  })
})

test('off is off', () => {
  expect(told('success', 'off')).toEqual([])
  expect(narrator('off').quiet(60_000, 60_000)).toBeUndefined()
})
