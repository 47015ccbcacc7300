import { expect, test } from '@jest/globals'

import type { Stretch } from '../../../src/claude/timeline.ts'
import { timelineChart } from '../../../src/transcript/timeline-chart.ts'
import { HOSTILE } from './hostile.ts'

const START = 1_790_000_000_000
const stretch = (given: Partial<Stretch>): Stretch => ({
  ...{ kind: 'tool', what: 'Bash', from: 0, to: 1000, failed: false },
  ...given,
})
const chart = (...stretches: Stretch[]) => timelineChart({ startedAt: START, stretches, left: 0 })

// Parsed with mermaid 11: eight tasks, these times, two of them critical.
test('draws each kind in a section of its own', () => {
  const drawn = chart(
    stretch({ kind: 'model', what: '', from: 0, to: 3500 }),
    stretch({ what: 'Bash', from: 3500, to: 83_500, failed: true }),
    stretch({ what: 'mcp__git__log', from: 3500, to: 3500 }),
    stretch({ kind: 'retry', what: '429 rate_limit', from: 90_000, to: 92_000, failed: true }),
  )
  expect(drawn).toBe(`gantt
  dateFormat x
  axisFormat %H:%M:%S
  section Model
  3.5 s :1790000000000, 1790000003500
  section Tools
  1 min 20 s Bash :crit, 1790000003500, 1790000083500
  0 ms mcp__git__log :1790000003500, 1790000003501
  section Retries
  2.0 s 429 rate_limit :crit, 1790000090000, 1790000092000`)
})

test('draws nothing of nothing', () => {
  expect(chart()).toBe('')
})

test.each([HOSTILE, 'click', 'x :done, 1, 2', '%%{init: {}}%%', 'a\nsection Evil', 'x; y', '#quot;', '```'])(
  'words of the agent are no syntax: %j',
  (what) => {
    const lines = chart(stretch({ what })).split('\n')
    expect(lines).toHaveLength(5)
    expect(lines.at(-1)).toMatch(/^ {2}1\.0 s [\w -]* ?:1790000000000, 1790000001000$/)
    expect(lines.at(-1)!.length).toBeLessThan(100)
  },
)
