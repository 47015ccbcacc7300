import type { Stretch } from './activity.ts'
import { growthOf, type GrowthPoint } from './growth.ts'
import { isError, type CallRow } from './rows.ts'
import type { Transcript } from './transcript.ts'
import { counted, shortDuration } from './words.ts'

/** What the picture of a run shows. */
export interface Timeline {
  readonly span: { readonly from: number; readonly to: number }
  readonly lanes: readonly Lane[]
  readonly growth: readonly GrowthPoint[]
  /** The picture in words. */
  readonly summary: string
}

/** Stretches of one kind, by time. */
export interface Lane {
  readonly kind: 'model' | 'tools' | 'subagents' | 'waits'
  readonly name: string
  readonly stretches: readonly Stretch[]
}

/** What a picture can be drawn of; undefined when no event bears a time. A call without a result lasts to the end. */
export function timelineOf({ rows, activity, totals, span }: Transcript): Timeline | undefined {
  if (span === undefined) return undefined
  const calls = rows.filter((row): row is CallRow => row.kind === 'call')
  const lasting = (some: readonly CallRow[]) =>
    some.flatMap((row): Stretch[] =>
      row.at === undefined ? [] : [{ from: row.at, to: Math.max(row.at, row.result?.at ?? span.to), row }],
    )
  const lanes: readonly Lane[] = [
    { kind: 'model', name: 'Model', stretches: activity.modelCalls },
    { kind: 'tools', name: 'Tools', stretches: lasting(calls.filter(({ children }) => children.length === 0)) },
    { kind: 'subagents', name: 'Subagents', stretches: lasting(calls.filter(({ children }) => children.length > 0)) },
    { kind: 'waits', name: 'Retries', stretches: activity.waits },
  ]
  const to = Math.max(span.to, ...activity.waits.slice(-1).map((wait) => wait.to))
  return {
    span: { from: span.from, to: Math.max(to, span.from + 1) },
    lanes: lanes.filter(({ stretches }) => stretches.length > 0),
    growth: growthOf(activity.modelCalls, totals),
    summary: summaryOf(lanes, to - span.from),
  }
}

function summaryOf(lanes: readonly Lane[], ms: number): string {
  const nouns = { model: 'answer of the model', tools: 'tool call', subagents: 'subagent', waits: 'retry wait' }
  const parts = lanes.flatMap(({ kind, stretches }) => {
    if (stretches.length === 0) return []
    const busy = stretches.reduce((sum, { from, to }) => sum + to - from, 0)
    const what =
      kind === 'model' && stretches.length !== 1
        ? `${stretches.length} answers of the model`
        : counted(stretches.length, nouns[kind])
    return [`${what} (${shortDuration(busy)})`]
  })
  return `A run of ${shortDuration(ms)}: ${parts.join(', ')}.`
}

/** The stretch at a moment, or the nearest one of the lane within `reach` milliseconds. */
export function stretchAt(lane: Lane, at: number, reach: number): Stretch | undefined {
  let best: Stretch | undefined
  let distance = reach
  for (const stretch of lane.stretches) {
    const gap = Math.max(stretch.from - at, at - stretch.to, 0)
    if (gap > distance || (best !== undefined && gap === distance && stretch.to - stretch.from > best.to - best.from))
      continue
    best = stretch
    distance = gap
  }
  return best
}

/** What had been used at a moment. */
export const usedAt = (growth: readonly GrowthPoint[], at: number): GrowthPoint | undefined =>
  growth.findLast((point) => point.at <= at)

/** A bar of a picture, in whole pixels; `failed` is the share of what it stands for that failed. */
export interface Bar {
  readonly from: number
  readonly to: number
  readonly failed: number
}

/** Bars of a lane for a picture `width` pixels wide: each pixel counts what goes on in it, and equal neighbours are one bar. */
export function barsOf({ kind, stretches }: Lane, { from, to }: Timeline['span'], width: number): readonly Bar[] {
  // Changes at each pixel; their running sums are how many there are.
  const all = new Int32Array(width + 1)
  const failed = new Int32Array(width + 1)
  const pixel = (at: number) => Math.min(Math.max(Math.floor(((at - from) / (to - from)) * width), 0), width - 1)
  const change = (counts: Int32Array, at: number, by: number) => (counts[at] = (counts[at] ?? 0) + by)
  for (const stretch of stretches) {
    const first = pixel(stretch.from)
    const end = Math.min(Math.max(pixel(stretch.to), first + LEAST_PIXELS), width)
    for (const counts of hasFailed(kind, stretch) ? [all, failed] : [all]) {
      change(counts, first, 1)
      change(counts, end, -1)
    }
  }
  const bars: { from: number; to: number; failed: number }[] = []
  let here = 0
  let failedHere = 0
  for (let x = 0; x < width; x++) {
    here += all[x] ?? 0
    failedHere += failed[x] ?? 0
    if (here === 0) continue
    const share = failedHere / here
    const last = bars.at(-1)
    if (last?.to === x && last.failed === share && (all[x] ?? 0) === 0) last.to = x + 1
    else bars.push({ from: x, to: x + 1, failed: share })
  }
  return bars
}

/** So that a short call among nothing is seen. */
const LEAST_PIXELS = 2

/** Whether a stretch is of a call that failed; an answer that asked for the call did not, and a wait has its own colour. */
export const hasFailed = (kind: Lane['kind'], { row }: Stretch): boolean =>
  (kind === 'tools' || kind === 'subagents') && isError(row)

/** Moments to write on the axis: at most `most`, a round time apart. */
export function ticksOf(ms: number, most: number): readonly number[] {
  const step = STEPS.find((step) => ms / step <= most) ?? Math.ceil(ms / most / 3_600_000) * 3_600_000
  return Array.from({ length: Math.floor(ms / step) + 1 }, (_, index) => index * step)
}

const STEPS = [
  100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 30_000, 60_000, 120_000, 300_000, 600_000, 1_200_000, 1_800_000,
  3_600_000,
]
