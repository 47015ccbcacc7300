import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'

import { callTitle, exitCode } from '../../viewer/calls.ts'
import { depthOf, isError, type CallRow, type Row } from '../../viewer/rows.ts'
import { startReading, type Transcript } from '../../viewer/transcript.ts'
import { recordedLines, recordedNames } from '../support/recorded.ts'

function read(events: readonly unknown[]): Transcript {
  const reader = startReading()
  for (const event of events) reader.read(typeof event === 'string' ? event : JSON.stringify(event))
  return reader.finish()
}

const fixture = (name: string) =>
  read(
    readFileSync(join(import.meta.dirname, '..', 'fixtures', `${name}.jsonl`), 'utf8')
      .trim()
      .split('\n'),
  )

const recorded = (name: string) => read(recordedLines(name))

const nameOf = (row: Row) =>
  row.kind === 'call' ? row.name : row.kind === 'note' ? row.title : row.kind === 'message' ? row.speaker : row.kind

/** Rows in short: depth, what it is, and a mark for errors; progress reports left out. */
const outline = ({ rows }: Transcript) =>
  rows
    .filter((row) => row.kind !== 'note' || row.tone !== 'quiet')
    .map((row) => `${'> '.repeat(depthOf(row))}${nameOf(row)}${isError(row) ? ' !' : ''}`)

const calls = ({ rows }: Transcript) => rows.filter((row): row is CallRow => row.kind === 'call')

describe('what Claude Code wrote', () => {
  test.each<[string, string[]]>([
    ['success', ['Session started', 'thinking', 'Claude', 'Bash', 'Bash !', 'Claude', 'Ended: success']],
    ['subagent', ['Session started', 'Task', '> Prompt', '> Bash', '> report', 'Claude', 'Ended: success']],
    ['denied', ['Session started', 'Bash', 'Claude', 'Ended: success']],
    ['throttled', ['Session started', 'retry', 'retry', 'API error: rate_limit (HTTP 429) !', 'Ended with an error !']],
    ['interrupted', ['Session started', 'Claude', 'Bash !', 'User', 'Ended: error_during_execution !']],
  ])('%s', (name, expected) => expect(outline(fixture(name))).toEqual(expected))

  test.each<[string, string[]]>([
    ['repair', ['thinking', 'Claude', 'Bash !', 'Claude', 'Read', 'Edit', 'Bash', 'Claude', 'Ended: success']],
    [
      'edits',
      [
        ...['Read', 'Read', 'Edit !', 'thinking', 'Edit', 'Write', 'Edit', 'Bash', 'Bash !', 'Claude'],
        'Ended: success',
      ],
    ],
    [
      'subagents',
      [
        ...['thinking', 'Claude', 'Task', '> Claude', '> Bash', '> Claude', '> report'],
        ...['Task', '> Bash', '> Bash !', '> Claude', '> report', 'Claude', 'Claude', 'Ended: success'],
      ],
    ],
    ['commands', ['Claude', 'Bash', 'Bash !', 'Bash', 'Bash', 'Claude', 'Ended: success']],
    ['denied', ['Bash', 'Bash', 'WebFetch', 'Claude', 'Ended: success']],
    ['retries', ['retry', 'retry', 'retry', 'Claude', 'Ended: success']],
    ['compacted', ['Claude', 'Bash', 'Conversation compacted', 'User', 'Claude', 'Ended: success']],
    ['model-error', ['Claude', 'Bash', 'API error: unknown (HTTP 400) !', 'Ended with an error !']],
    ['access-denied', ['API error: model_not_found (HTTP 400) !', 'Ended with an error !']],
    [
      'output-limit',
      [
        ...['Claude', 'User', 'Claude', 'User', 'Claude', 'User', 'Claude'],
        ...['API error: max_output_tokens !', 'Ended with an error !'],
      ],
    ],
    ['max-turns', ['Claude', 'Bash', 'Claude', 'Bash', 'Claude', 'Bash', 'Ended: error_max_turns !']],
    ['budget', ['Claude', 'Bash', 'Claude', 'Bash', 'Claude', 'Bash', 'Ended: error_max_budget_usd !']],
    ['structured', ['StructuredOutput', 'Ended: success']],
    ['timed-out', ['Claude', 'Bash !', 'User', 'Ended: error_during_execution !']],
    ['cancelled', ['Claude', 'Bash !', 'User', 'Ended: error_during_execution !']],
  ])('%s, as it was recorded', (name, expected) =>
    expect(outline(recorded(name))).toEqual(['Session started', ...expected]),
  )

  test('a subagent in the background lasts until it has ended, and its result is what it said then', () => {
    const ended = calls(recorded('subagents')).filter(({ name }) => name === 'Task')
    expect(ended.map(({ result }) => [result?.status, result?.text])).toEqual([
      ['ok', 'price.js computes it, price.test.js uses it.'],
      ['ok', 'The README names one function.'],
    ])
    for (const { at, result, children } of ended) {
      expect(result!.at! - at!).toBeGreaterThan(100)
      expect(children.every((child) => child.at! <= result!.at!)).toBe(true)
    }
  })

  test('the times of a session that came to rest more than once add up', () => {
    const { durationMs, costUsd } = recorded('subagents').totals
    const ends = recordedLines('subagents').flatMap((line) => {
      const event = JSON.parse(line) as { type: string; duration_ms: number; total_cost_usd: number }
      return event.type === 'result' ? [event] : []
    })
    expect(ends.length).toBe(3)
    expect(durationMs).toBe(ends.reduce((sum, end) => sum + end.duration_ms, 0))
    expect(costUsd).toBe(ends.at(-1)?.total_cost_usd)
  })

  test('commands end with their codes', () => {
    expect(calls(fixture('success')).map(exitCode)).toEqual([0, 1])
    expect(calls(fixture('denied')).map((call) => [exitCode(call), call.result?.status])).toEqual([
      [undefined, 'denied'],
    ])
    expect(calls(fixture('interrupted')).map((call) => call.result?.status)).toEqual(['stopped'])
  })

  test('times, totals and places are read', () => {
    const { span, totals, places, events, directory } = fixture('success')
    expect(events).toBe(10)
    expect(directory).toBe('/home/runner/work/app/app')
    expect(span).toEqual({ from: Date.parse('2026-11-22T16:26:46.771Z'), to: Date.parse('2026-11-22T16:26:47.102Z') })
    expect(totals).toEqual({ durationMs: 331, costUsd: 0.001701, tokens: 366, outputTokens: 21 })
    expect(places.get('event-6')).toBe(places.get('event-5'))
  })

  test('the model is at work from the event before its answer on', () => {
    const { activity, span } = fixture('success')
    const ms = activity.modelCalls.map(({ from, to }) => [from - span!.from, to - span!.from])
    expect(ms).toEqual([
      [0, 169],
      [240, 266],
      [293, 331],
    ])
  })

  test('waits are as long as they were announced, behind the event before them', () => {
    const { activity, span } = fixture('throttled')
    const [first, second] = activity.waits
    expect(first!.to - first!.from).toBe(590)
    expect(second!.to - second!.from).toBe(1015)
    expect(second!.from).toBe(first!.to)
    expect(second!.to).toBe(span!.to)
  })
})

test.each(recordedNames)(
  '%s leaves nothing unread: each event has its place, and none is of an unknown kind',
  (name) => {
    const { rows, places, events } = recorded(name)
    expect(events).toBe(recordedLines(name).length)
    expect(
      rows.map(nameOf).filter((title) => /unknown|no event|not here/.test(title) && !title.startsWith('API error')),
    ).toEqual([])
    for (let event = 1; event <= events; event++) expect(places.has(`event-${event}`)).toBe(true)
  },
)

describe('blocks and strange lines', () => {
  const message = (...content: unknown[]) => ({ type: 'assistant', message: { content } })
  const use = (id: string, name = 'Bash') => ({ type: 'tool_use', id, name, input: {} })
  const result = (id: string, more = {}) => ({
    type: 'user',
    message: { content: [{ type: 'tool_result', tool_use_id: id, content: 'x' }] },
    ...more,
  })

  test('each block of an event is a row with a place of its own', () => {
    const { rows } = read([message({ type: 'text', text: 'a' }, use('t'), use('u'))])
    expect(rows.map(({ id }) => id)).toEqual(['event-1', 'event-1-2', 'event-1-3'])
  })

  test('a second result does not replace the first, and one of no call is shown', () => {
    const { rows } = read([message(use('t')), result('t'), result('t'), result('nobody')])
    expect(rows.map(nameOf)).toEqual(['Bash', 'Result of a call that is not here', 'Result of a call that is not here'])
  })

  test('results of several calls in one event find their calls', () => {
    const both = {
      type: 'user',
      message: { content: [...['t', 'u']].map((id) => ({ type: 'tool_result', tool_use_id: id, content: id })) },
    }
    expect(calls(read([message(use('t'), use('u')), both])).map((call) => call.result?.text)).toEqual(['t', 'u'])
  })

  test('a subagent of a subagent is below it; an unknown parent is none', () => {
    const inside = (parent: string, ...content: unknown[]) => ({ ...message(...content), parent_tool_use_id: parent })
    const text = { type: 'text', text: 'x' }
    const events = [
      message(use('a', 'Task')),
      inside('a', use('b', 'Task')),
      inside('b', text),
      inside('c', text),
      inside('d', use('d', 'Task')),
      inside('d', text),
    ]
    expect(outline(read(events))).toEqual(['Task', '> Task', '> > Claude', 'Claude', 'Task', '> Claude'])
  })

  test('without times there is no picture', () => expect(read([message(use('t'))]).span).toBeUndefined())

  test.each([
    '',
    'x',
    '1',
    'null',
    '[]',
    '{}',
    '{"type":5}',
    '{"type":"assistant"}',
    '{"type":"user","message":{"content":[null]}}',
    '{"type":"result"}',
    '{"type":"system"}',
    '{"type":"assistant","timestamp":"never","message":{"content":[{"type":"text"}]}}',
  ])('%s is read', (line) => {
    expect(read([line]).events).toBe(1)
  })
})

test.each<[string, unknown, string]>([
  ['Bash', { description: 'd', command: 'npm   test\nnow' }, 'npm test now'],
  ['Read', { file_path: '/home/me/src/a.ts' }, 'src/a.ts'],
  ['Read', { file_path: '/workshop/a.ts' }, '/workshop/a.ts'],
  ['Grep', { pattern: 'x', path: '/home/me/src' }, 'x in src'],
  ['Task', { description: 'look', prompt: 'long' }, 'look'],
  ['TodoWrite', { todos: [{ status: 'completed' }, { status: 'pending' }] }, '1 of 2 done'],
  ['mcp__a__b', { n: 1, title: 'first text' }, 'first text'],
  ['Odd', null, ''],
  ['Odd', [1], ''],
])('%s %j is titled', (name, input, title) => expect(callTitle({ name, input }, '/home/me')).toBe(title))
