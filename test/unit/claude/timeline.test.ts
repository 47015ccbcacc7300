import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'

import { type AgentEvent, type Block } from '../../../src/claude/events.ts'
import { startTimeline } from '../../../src/claude/timeline.ts'
import { parseEvent } from '../../../src/claude/event-parser.ts'

/** The timeline of a recorded run in which an event comes every second, and which ends a second after the last. */
function timelineOf(name: string, count?: number) {
  const timing = startTimeline(1000)
  const lines = readFileSync(join(import.meta.dirname, `../../fixtures/${name}.jsonl`), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(0, count)
  lines.forEach((line, index) => timing.add(parseEvent(line), index * 1000))
  return timing.at(lines.length * 1000)
}

const said = (...blocks: Block[]): AgentEvent => ({
  ...{ kind: 'assistant', messageId: 'm', synthetic: false, blocks, usage: undefined },
  ...{ parentToolUseId: undefined, error: undefined, requestId: undefined },
})
const call = (id: string, name: string): Block => ({ kind: 'tool-use', id, name, input: {} })
const answered = (...ids: string[]): AgentEvent => ({
  kind: 'user',
  blocks: ids.map((toolUseId) => ({ kind: 'tool-result', toolUseId, text: '', isError: false })),
  parentToolUseId: undefined,
  refusals: [],
})

test('a run is made of stretches of the model and of tools', () => {
  expect(timelineOf('success')).toEqual({
    startedAt: 1000,
    left: 0,
    stretches: [
      { kind: 'model', what: '', from: 0, to: 4000, failed: false },
      { kind: 'tool', what: 'Bash', from: 4000, to: 5000, failed: false },
      { kind: 'model', what: '', from: 5000, to: 6000, failed: false },
      { kind: 'tool', what: 'Bash', from: 6000, to: 7000, failed: true },
      { kind: 'model', what: '', from: 7000, to: 8000, failed: false },
    ],
  })
})

test('what a subagent does is part of the call that started it', () => {
  const tools = timelineOf('subagent').stretches.filter(({ kind }) => kind === 'tool')
  expect(tools.map(({ what }) => what)).toEqual(['Task'])
})

test('the wait before a retry counts', () => {
  const [first, second] = timelineOf('throttled').stretches.filter(({ kind }) => kind === 'retry')
  expect(first).toMatchObject({ what: '429 rate_limit', from: 1000, failed: true })
  expect(second?.from).toBe(2000)
  expect(second!.to).toBeGreaterThan(2000)
})

test.each([
  ['a tool runs', 5, { kind: 'tool', what: 'Bash', from: 4000, to: 5000, failed: true }],
  ['the model works', 6, { kind: 'model', what: '', from: 5000, to: 6000, failed: false }],
])('a run that is stopped while %s shows that until then', (_what, events, last) => {
  expect(timelineOf('success', events).stretches.at(-1)).toEqual(last)
})

test('calls at once each have their own time', () => {
  const timing = startTimeline(0)
  timing.add(said(call('a', 'Read'), call('b', 'Bash')), 100)
  timing.add(answered('b'), 300)
  timing.add(answered('a'), 900)
  expect(timing.at(1000).stretches.filter(({ kind }) => kind === 'tool')).toEqual([
    { kind: 'tool', what: 'Bash', from: 100, to: 300, failed: false },
    { kind: 'tool', what: 'Read', from: 100, to: 900, failed: false },
  ])
})

test('the longest twenty stay, in order, and calls that never end are not all remembered', () => {
  const timing = startTimeline(0)
  for (let at = 0; at < 5000; at++) {
    timing.add(said(call(`t${at}`, `T${at}`)), at * 1000)
    timing.add(answered(`t${at}`), at * 1000 + (at % 250 === 0 ? 900 : 1))
    timing.add(said(call(`never${at}`, 'Never')), at * 1000 + 2)
  }
  const { stretches, left } = timing.at(5_000_000)
  expect(stretches).toHaveLength(20)
  expect(left).toBeGreaterThan(5000)
  expect(stretches.map(({ from }) => from)).toEqual(stretches.map(({ from }) => from).toSorted((a, b) => a - b))
})
