import { describe, expect, test } from '@jest/globals'

import type { ModelCall, Stretch } from '../../viewer/activity.ts'
import { growthOf } from '../../viewer/growth.ts'
import type { Row } from '../../viewer/rows.ts'
import { barsOf, stretchAt, ticksOf, type Bar, type Lane } from '../../viewer/timeline.ts'
import { clockTime, dollars, shortCount, shortDuration } from '../../viewer/words.ts'

const row: Row = { kind: 'message', id: 'event-1', event: 1, at: 0, parent: undefined, speaker: 'Claude', text: '' }
const failedCall: Row = {
  ...{ kind: 'call', id: 'event-2', event: 2, at: 0, parent: undefined, name: 'Bash', input: {}, children: [] },
  result: { event: 3, at: 0, text: '', images: [], status: 'failed', detail: undefined },
}
const bar = (from: number, to: number, failed = 0): Bar => ({ from, to, failed })
const stretch = (from: number, to: number): Stretch => ({ from, to, row })

describe('growth', () => {
  const call = (to: number, more: Partial<ModelCall>): ModelCall => ({
    ...stretch(0, to),
    inputTokens: 0,
    cacheReadTokens: 0,
    cacheCreationTokens: 0,
    outputTokens: 1,
    written: 0,
    ...more,
  })
  const totals = { durationMs: 1, costUsd: 3, tokens: 1000, outputTokens: 100 }

  test('ends at the totals, and only grows', () => {
    const points = growthOf(
      [call(9, { inputTokens: 300, written: 30 }), call(5, { inputTokens: 500, written: 10 })],
      totals,
    )
    expect(points.map(({ at }) => at)).toEqual([5, 9])
    expect(points[1]).toEqual({ at: 9, tokens: 1000, costUsd: 3 })
    expect(points[0]!.tokens).toBeCloseTo((1000 * 525) / 900)
    expect(points[0]!.costUsd).toBeCloseTo((3 * (500 + 125)) / (800 + 500))
  })

  test('what is read from a cache costs a tenth', () => {
    const points = growthOf([call(1, { cacheReadTokens: 1000 }), call(2, { inputTokens: 100 })], {
      ...totals,
      outputTokens: 0,
    })
    expect(points[0]!.costUsd).toBeCloseTo(1.5)
  })

  test('without totals it is what the events say, and 4 characters are a token', () => {
    const nothing = { durationMs: undefined, costUsd: undefined, tokens: undefined, outputTokens: undefined }
    expect(growthOf([call(1, { inputTokens: 10, written: 400 })], nothing)).toEqual([
      { at: 1, tokens: 110, costUsd: undefined },
    ])
  })
})

describe('bars', () => {
  const lane = (...stretches: Stretch[]): Lane => ({ kind: 'tools', name: 'Tools', stretches })
  const failing = (from: number, to: number): Stretch => ({ from, to, row: failedCall })

  test('however many, no more than the picture has pixels', () => {
    const many = Array.from({ length: 50_000 }, (_, at) => stretch(at * 10, at * 10 + 5))
    expect(barsOf(lane(...many), { from: 0, to: 500_000 }, 1000).length).toBeLessThanOrEqual(1000)
  })

  test.each<[string, Lane, Bar[]]>([
    ['that are apart stay apart', lane(stretch(50, 60), stretch(0, 10)), [bar(0, 10), bar(50, 60)]],
    ['without length are seen', lane(stretch(5, 5), stretch(100, 100)), [bar(5, 7), bar(99, 100)]],
    ['cover what overlapping ones cover', lane(stretch(0, 4), stretch(2, 6)), [bar(0, 6)]],
    ['of what failed say so', lane(failing(0, 10)), [bar(0, 10, 1)]],
    ['tell how much of many failed', lane(...[1, 2, 3].map(() => stretch(7, 7)), failing(7, 7)), [bar(7, 9, 0.25)]],
  ])('%s', (_what, given, expected) => {
    const covered = (bars: readonly Bar[]) =>
      bars.flatMap(({ from, to, failed }) => Array.from({ length: to - from }, (_, at) => [from + at, failed]))
    expect(covered(barsOf(given, { from: 0, to: 100 }, 100))).toEqual(covered(expected))
  })

  test('pointing finds the shortest one there, or a near one', () => {
    const some = lane(stretch(0, 100), stretch(40, 60), stretch(200, 210))
    expect(stretchAt(some, 50, 5)).toEqual(stretch(40, 60))
    expect(stretchAt(some, 10, 5)).toEqual(stretch(0, 100))
    expect(stretchAt(some, 196, 5)).toEqual(stretch(200, 210))
    expect(stretchAt(some, 150, 5)).toBeUndefined()
  })

  test.each([
    [950, 5, [0, 200, 400, 600, 800]],
    [100_000, 5, [0, 20_000, 40_000, 60_000, 80_000, 100_000]],
    [80 * 3_600_000, 4, [0, 72_000_000, 144_000_000, 216_000_000, 288_000_000]],
  ])('ticks of %d ms', (ms, most, ticks) => expect(ticksOf(ms, most)).toEqual(ticks))
})

test.each([
  [clockTime(0), '0:00.0'],
  [clockTime(59_999), '0:59.9'],
  [clockTime(60_000), '1:00.0'],
  [clockTime(725_300), '12:05'],
  [clockTime(3_725_000), '1:02:05'],
  [shortDuration(12.4), '12 ms'],
  [shortDuration(59_960), '1 min 0 s'],
  [shortDuration(3_720_000), '1 h 2 min'],
  [shortCount(999), '999'],
  [shortCount(12_345), '12.3k'],
  [shortCount(999_960), '1.0M'],
  [dollars(0.12345), '$0.1235'],
  [dollars(12.345), '$12.35'],
])('%s', (said, expected) => expect(said).toBe(expected))
