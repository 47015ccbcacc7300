import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'

import { recordedLines } from '../../support/recorded.ts'
import type { AgentEvent } from '../../../src/claude/events.ts'
import { startStatistics, type Statistics } from '../../../src/claude/statistics.ts'
import { parseEvent } from '../../../src/claude/event-parser.ts'

function statisticsOf(lines: readonly string[]): Statistics {
  const statistics = startStatistics()
  for (const line of lines) statistics.add(parseEvent(line))
  return statistics.current()
}

const recorded = (name: string) =>
  readFileSync(join(import.meta.dirname, `../../fixtures/${name}.jsonl`), 'utf8')
    .trimEnd()
    .split('\n')

test('a message is counted once, though each of its blocks is an event', () => {
  expect(statisticsOf(recorded('success'))).toMatchObject({
    model: 'us.anthropic.claude-opus-5-5',
    claudeCodeVersion: '2.1.330',
    turns: 3,
    usage: { inputTokens: 300, outputTokens: 3, cacheReadTokens: 30, cacheCreationTokens: 15 },
    tools: { Bash: 2 },
    retries: 0,
    lastText: 'All tests pass.',
    result: { subtype: 'success' },
  })
})

test('what is known before the result is kept without it', () => {
  const lines = recorded('success').slice(0, -2)
  expect(statisticsOf(lines)).toMatchObject({ turns: 2, lastText: 'I will run the tests.', result: undefined })
  expect(statisticsOf(lines).sessionId).toMatch(/^[\da-f-]{36}$/)
})

test("a subagent's tokens and tools count, its turns and words do not", () => {
  const statistics = statisticsOf(recorded('subagent'))
  expect(statistics).toMatchObject({ turns: 2, usage: { inputTokens: 300 }, tools: { Task: 1, Bash: 1 } })
  expect(statistics.lastText).toBe('The folder is empty.')
})

describe('a run with several results, since its subagents continued in the background', () => {
  const lines = recordedLines('subagents')
  const words = 'Only `price.js` computes a price.'
  const ends = lines.flatMap((line, at) => (line.includes('"type":"result"') ? [at] : []))
  const denial = (id: string) => ({ tool_name: 'Bash', tool_use_id: id, tool_input: {} })
  const end = (more: object) => JSON.stringify({ type: 'result', subtype: 'success', is_error: false, ...more })

  test.each([
    ['the first time', 0, 2],
    ['the second time, when nothing was said', 1, 2],
    ['the third time', 2, 3],
  ])('%s: answers of the main agent count, the words stay', (_when, time, answers) => {
    const { result, turns } = statisticsOf(lines.slice(0, ends[time]! + 1))
    expect(turns).toBe(answers)
    expect(result).toMatchObject({ result: words, isError: false })
  })

  test('costs are those of the last time, which has all', () => {
    expect(statisticsOf(lines).result?.totalCostUsd).toBe(
      (JSON.parse(lines.at(-1)!) as { total_cost_usd: number }).total_cost_usd,
    )
  })

  test('denials of all times count, each once', () => {
    const { denials } = statisticsOf([
      end({ permission_denials: [denial('a')] }),
      end({ permission_denials: [denial('a'), denial('b')] }),
      end({ permission_denials: [] }),
    ])
    expect(denials.map(({ call }) => call)).toEqual([denial('a'), denial('b')])
  })

  const structured = (a: number) => ({ result: `{"a":${a}}`, structured_output: { a } })
  const error = { is_error: true, result: 'API Error' }
  test.each([
    ['a structured result stays with its own text', [structured(1), { result: 'Noted.' }], structured(1)],
    ['a structured result that comes again counts', [structured(1), structured(2)], structured(2)],
    [
      'a structured result has no words of before',
      [{ result: 'Soon.' }, { ...structured(2), result: '' }],
      { ...structured(2), result: '' },
    ],
    ['words that come later count', [{ result: 'One.' }, { result: 'Two.' }], { result: 'Two.' }],
    ['words of before stay when nothing was said', [{ result: 'One.' }, { result: '' }], { result: 'One.' }],
    ['an error of before is no result', [{ ...structured(1), ...error }, { result: '' }], { result: '' }],
    ['an error that comes last is alone', [structured(1), error], { result: 'API Error' }],
  ] as [string, object[], { result: string; structured_output?: object }][])(
    'text and structured result are those of one report: %s',
    (_name, reports, kept) => {
      const { result } = statisticsOf(reports.map(end))
      expect([result?.result, result?.structuredOutput]).toEqual([kept.result, kept.structured_output])
    },
  )

  test('an error that comes last has no words of a success', () => {
    const { result } = statisticsOf([end({ result: 'Done.' }), end({ is_error: true, subtype: 'error_max_turns' })])
    expect(result).toMatchObject({ isError: true, result: undefined })
  })
})

test('retries are counted, and a failed call is neither a turn nor a word of the model', () => {
  expect(statisticsOf(recorded('throttled'))).toMatchObject({
    retries: 2,
    retryReasons: { '429 rate_limit': 2 },
    turns: 0,
    lastText: undefined,
    failedRequestId: 'req-1234-abcd',
    result: { apiErrorStatus: 429 },
  })
})

test('of several usages of one message the last counts; messages without an id count each', () => {
  const message = (id: string | undefined, output: number) =>
    JSON.stringify({ type: 'assistant', message: { id, content: [], usage: { output_tokens: output } } })
  const lines = [message('a', 1), message('a', 9), message(undefined, 100), message(undefined, 100)]
  expect(statisticsOf(lines)).toMatchObject({ turns: 3, usage: { outputTokens: 209 } })
})

test('many messages are counted like few, in bounded memory', () => {
  const statistics = startStatistics()
  for (let n = 0; n < 5000; n++) {
    const message = { id: `m${n}`, content: [{ type: 'tool_use', id: `t${n}`, name: `T${n}`, input: {} }] }
    for (const output of [1, 2]) {
      const line = JSON.stringify({ type: 'assistant', message: { ...message, usage: { output_tokens: output } } })
      statistics.add(parseEvent(line))
    }
  }
  const { turns, usage, tools } = statistics.current()
  expect([turns, usage.outputTokens]).toEqual([5000, 10_000])
  expect(Object.keys(tools).length).toBeLessThan(500)
  expect(Object.values(tools).reduce((sum, count) => sum + count, 0)).toBe(10_000)
})

test('nothing counted is nothing, and no tool is named like a built-in property', () => {
  expect(statisticsOf([])).toMatchObject({ turns: 0, retries: 0, tools: {}, usage: { inputTokens: 0 } })
  const call = { type: 'tool_use', id: 't', name: '__proto__', input: {} }
  const line = JSON.stringify({ type: 'assistant', message: { id: 'm', content: [call] } })
  expect(Object.keys(statisticsOf([line]).tools)).toEqual(['__proto__'])
})

describe('subagents', () => {
  const system = (event: object) => parseEvent(JSON.stringify({ type: 'system', ...event }))
  const started = (id: string, more: object = {}) =>
    system({ subtype: 'task_started', task_id: id, task_type: 'local_agent', description: `Do ${id}`, ...more })
  const ended = (id: string, status: string) =>
    system({ subtype: 'task_notification', task_id: id, status, summary: `end of ${id}` })
  const countsOf = (...events: readonly AgentEvent[]) => {
    const statistics = startStatistics()
    events.forEach((event) => statistics.add(event))
    return statistics.current().subagents
  }

  test('those that failed are counted among all, with what they were to do and why they ended', () => {
    const events = [started('a'), started('b', { is_backgrounded: false }), started('c')]
    expect(countsOf(...events, ended('a', 'failed'), ended('b', 'failed'), ended('c', 'completed'))).toEqual({
      started: 3,
      failed: [
        { description: 'Do a', reason: 'end of a' },
        { description: 'Do b', reason: 'end of b' },
      ],
    })
  })

  test('one that was given more to do counts by its last end, once', () => {
    const again = [started('a'), ended('a', 'failed'), started('a')]
    expect(countsOf(...again, ended('a', 'completed'))).toEqual({ started: 1, failed: [] })
    expect(countsOf(...again, ended('a', 'failed'))?.failed).toHaveLength(1)
  })

  test('commands in the background that fail, and subagents that are stopped, are not among them', () => {
    const command = started('b', { task_type: 'local_bash' })
    expect(countsOf(command, ended('b', 'failed'))).toBeUndefined()
    expect(countsOf(started('a'), ended('a', 'stopped'))).toEqual({ started: 1, failed: [] })
  })
})
