import type { Stretch, Timeline } from '../claude/timeline.ts'
import { readableDuration } from './outcome.ts'

/**
 * A timeline as a Mermaid chart (https://mermaid.js.org/syntax/gantt.html), with the reader's own time of day below it; the
 * empty text when there is nothing to draw. Words of the agent stand in it as letters, digits, `-` and `_` only, behind a
 * number, so that none can act as syntax.
 */
export function timelineChart({ startedAt, stretches }: Timeline): string {
  const sections = SECTIONS.flatMap(([kind, title]) => {
    const bars = stretches.filter((stretch) => stretch.kind === kind).map((stretch) => barOf(stretch, startedAt))
    return bars.length === 0 ? [] : [`  section ${title}`, ...bars]
  })
  return sections.length === 0 ? '' : ['gantt', '  dateFormat x', '  axisFormat %H:%M:%S', ...sections].join('\n')
}

const SECTIONS = [
  ['model', 'Model'],
  ['tool', 'Tools'],
  ['retry', 'Retries'],
] as const

function barOf({ what, from, to, failed }: Stretch, startedAt: number): string {
  const words = what
    .replace(/[^\w-]+/g, ' ')
    .trim()
    .slice(0, 40)
  const label = `${readableDuration(to - from)} ${words}`.trim()
  return `  ${label} :${failed ? 'crit, ' : ''}${startedAt + from}, ${startedAt + Math.max(to, from + 1)}`
}
