import { describe, expect, test } from '@jest/globals'

import type { Stretch } from '../../../src/claude/timeline.ts'
import { timelineChart } from '../../../src/transcript/summary.ts'
import { HOSTILE } from './hostile.ts'

describe('the timeline as a chart', () => {
  const stretch = (given: Partial<Stretch>): Stretch => ({
    ...{ kind: 'tool', what: 'Bash', from: 0, to: 1000, failed: false },
    ...given,
  })
  const chart = (...stretches: Stretch[]) => timelineChart({ startedAt: 0, stretches, left: 0 })

  // Parsed with mermaid 11: eight tasks, these times, two of them critical.
  test('draws each kind in a section of its own', () => {
    const drawn = chart(
      stretch({ kind: 'model', what: '', from: 0, to: 3500 }),
      stretch({ what: 'Bash', from: 3500, to: 83_500, failed: true }),
      stretch({ what: 'mcp__git__log', from: 3500, to: 3500 }),
      stretch({ kind: 'retry', what: '429 rate_limit', from: 90_000, to: 92_000, failed: true }),
    )
    expect(drawn).toBe(`gantt
  dateFormat HH:mm:ss.SSS
  axisFormat %M:%S
  tickInterval 15second
  section Model
  3.5 s :00:00:00.000, 00:00:03.500
  section Tools
  1 min 20 s Bash :crit, 00:00:03.500, 00:01:23.500
  0 ms mcp__git__log :00:00:03.500, 00:00:03.501
  section Retries
  2.0 s 429 rate_limit :crit, 00:01:30.000, 00:01:32.000`)
  })

  test('draws nothing of nothing, nor of a day', () => {
    expect(chart()).toBe('')
    expect(chart(stretch({ to: 86_400_000 }))).toBe('')
  })

  test.each([
    [4_000, '%M:%S', '1second'],
    [600_000, '%M:%S', '2minute'],
    [7_200_000, '%H:%M', '15minute'],
    [80_000_000, '%H:%M', '2hour'],
  ])('the time since the start, %d ms, has few ticks at round times', (to, format, interval) => {
    expect(chart(stretch({ to }))).toContain(`axisFormat ${format}\n  tickInterval ${interval}\n`)
  })

  test.each([HOSTILE, 'click', 'x :done, 1, 2', '%%{init: {}}%%', 'a\nsection Evil', 'x; y', '#quot;', '```'])(
    'words of the agent are no syntax: %j',
    (what) => {
      const lines = chart(stretch({ what })).split('\n')
      expect(lines).toHaveLength(6)
      expect(lines.at(-1)).toMatch(/^ {2}1\.0 s [\w -]* ?:00:00:00\.000, 00:00:01\.000$/)
      expect(lines.at(-1)!.length).toBeLessThan(100)
    },
  )
})
