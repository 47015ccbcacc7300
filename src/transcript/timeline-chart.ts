import type { Stretch, Timeline } from '../claude/timeline.ts'
import { readableDuration } from '../text.ts'

/**
 * A timeline as a Mermaid chart (https://mermaid.js.org/syntax/gantt.html) with the time since the run's start below it; the
 * empty text when there is nothing to draw, and for a run of a day or more. Words of the agent stand in it as letters, digits, `-` and `_`
 * only, behind a number, so that none can act as syntax.
 */
export function timelineChart({ stretches }: Timeline): string {
  const last = Math.max(0, ...stretches.map(({ to }) => to))
  if (stretches.length === 0 || last >= 24 * HOUR) return ''
  const sections = SECTIONS.flatMap(([kind, title]) => {
    const bars = stretches.filter((stretch) => stretch.kind === kind).map(barOf)
    return bars.length === 0 ? [] : [`  section ${title}`, ...bars]
  })
  // A time of day is read and written in the reader's own zone, so that it comes out as it went in.
  const axis = `  axisFormat ${last < HOUR ? '%M:%S' : '%H:%M'}`
  return ['gantt', '  dateFormat HH:mm:ss.SSS', axis, `  tickInterval ${tickInterval(last)}`, ...sections].join('\n')
}

const HOUR = 3_600_000

const SECTIONS = [
  ['model', 'Model'],
  ['tool', 'Tools'],
  ['retry', 'Retries'],
] as const

function barOf({ what, from, to, failed }: Stretch): string {
  const words = what
    .replace(/[^\w-]+/g, ' ')
    .trim()
    .slice(0, 40)
  const label = `${readableDuration(to - from)} ${words}`.trim()
  return `  ${label} :${failed ? 'crit, ' : ''}${timeOfDay(from)}, ${timeOfDay(Math.max(to, from + 1))}`
}

/** Milliseconds since midnight as `00:01:10.000`. */
const timeOfDay = (ms: number) => new Date(ms).toISOString().slice(11, 23)

/** Some six ticks, at round times. */
function tickInterval(lastMs: number): string {
  const seconds =
    [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600].find((step) => lastMs / 1000 / step <= 8) ?? 7200
  if (seconds < 60) return `${seconds}second`
  return seconds < 3600 ? `${seconds / 60}minute` : `${seconds / 3600}hour`
}
