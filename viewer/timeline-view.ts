import { callTitle } from './calls.ts'
import { el, part, svg } from './dom.ts'
import type { Row } from './rows.ts'
import { barsOf, hasFailed, stretchAt, ticksOf, usedAt, type Bar, type Timeline } from './timeline.ts'
import type { Transcript } from './transcript.ts'
import { clockTime, dollars, shortCount, shortDuration } from './words.ts'
import { visibleText } from '../src/text.ts'

/** What the picture needs: the run, and what to do when the reader points at a row in it. */
export interface PictureOptions {
  readonly transcript: Transcript
  readonly timeline: Timeline
  readonly onPick: (row: Row) => void
}

/** Draws the timeline, and redraws it when its width changes. Hovering shows details, a click leads to the event. */
export function drawTimeline({ transcript, timeline, onPick }: PictureOptions): void {
  const figure = part('timeline-picture')
  const readout = el('p', { class: 'readout', 'aria-hidden': 'true' }, HINT)
  const holder = el('div', { class: 'picture' })
  figure.replaceChildren(holder, legend(timeline), readout, el('figcaption', {}, captionOf(timeline)))
  part('timeline').hidden = false
  const { from, to } = timeline.span
  let width = 0

  const draw = () => {
    width = Math.max(240, Math.floor(holder.clientWidth))
    holder.replaceChildren(picture(timeline, width))
  }
  const pointed = (event: MouseEvent) => {
    const box = holder.getBoundingClientRect()
    const plot = width - LEFT - RIGHT
    const x = Math.min(Math.max(event.clientX - box.left - LEFT, 0), plot)
    const at = from + (x / plot) * (to - from)
    const lane = timeline.lanes[Math.floor((event.clientY - box.top - TOP) / LANE)]
    const reach = ((to - from) / plot) * 12
    return { x, at, stretch: lane === undefined ? undefined : stretchAt(lane, at, reach) }
  }
  holder.addEventListener('pointermove', (event) => {
    const { x, at, stretch } = pointed(event)
    holder.querySelector('.cursor')?.setAttribute('transform', `translate(${LEFT + x} 0)`)
    const used = usedAt(timeline.growth, at)
    const words = [
      clockTime(at - from),
      stretch === undefined
        ? undefined
        : `${wordsFor(stretch.row, transcript)} (${shortDuration(stretch.to - stretch.from)})`,
      used === undefined ? undefined : `${shortCount(used.tokens)} tokens`,
      used?.costUsd === undefined ? undefined : dollars(used.costUsd),
    ]
    readout.textContent = visibleText(words.filter((word) => word !== undefined).join('  ·  '))
  })
  holder.addEventListener('pointerleave', () => (readout.textContent = HINT))
  holder.addEventListener('click', (event) => {
    const { at, stretch } = pointed(event)
    const row = stretch?.row ?? nearestRow(transcript.rows, at)
    if (row !== undefined) onPick(row)
  })
  draw()
  new ResizeObserver(() => {
    if (holder.clientWidth !== width) draw()
  }).observe(holder)
}

function picture(timeline: Timeline, width: number): SVGSVGElement {
  const { span, lanes, growth, summary } = timeline
  const plot = width - LEFT - RIGHT
  const lanesHeight = TOP + lanes.length * LANE
  const height = lanesHeight + (growth.length > 0 ? GROWTH + 10 : 0) + AXIS
  const image = svg('svg', { width, height, viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': summary })
  const ms = span.to - span.from
  const base = height - AXIS
  for (const tick of ticksOf(ms, Math.max(2, plot / 90))) {
    const x = LEFT + (tick / ms) * plot
    image.append(svg('path', { class: 'grid', d: `M${round(x)} ${TOP}V${base}` }))
    if (x < width - 30) image.append(svg('text', { class: 'tick', x: round(x + 3), y: height - 5 }, tickWords(tick)))
  }
  lanes.forEach((lane, index) => {
    const y = TOP + index * LANE
    image.append(svg('text', { class: 'lane', x: 0, y: y + LANE - 8 }, lane.name))
    image.append(svg('path', { class: 'ground', d: `M${LEFT} ${y + LANE - 2.5}H${LEFT + plot}` }))
    const bars = barsOf(lane, span, plot)
    image.append(svg('path', { class: `bar ${lane.kind}`, d: bars.map((bar) => barPath(bar, y, 0)).join('') }))
    const failed = bars.filter((bar) => bar.failed > 0)
    image.append(svg('path', { class: 'bar failed', d: failed.map((bar) => barPath(bar, y, 1 - bar.failed)).join('') }))
  })
  if (growth.length > 0) image.append(...growthLines(timeline, { top: lanesHeight + 10, plot }))
  image.append(svg('path', { class: 'cursor', d: `M0 ${TOP}V${base}`, transform: 'translate(-10 0)' }))
  return image
}

/** A bar in a lane that begins at `y`, from a part of its height on: what failed stands at its foot. */
function barPath({ from, to }: Bar, y: number, cut: number): string {
  const top = y + 4 + Math.min(Math.round(BAR * cut), BAR - 3)
  return `M${LEFT + from} ${top}H${LEFT + to}V${y + 4 + BAR}H${LEFT + from}z`
}

/** Steps: what an answer used is there when it has ended. */
function growthLines({ span, growth }: Timeline, { top, plot }: { top: number; plot: number }): readonly SVGElement[] {
  const last = growth.at(-1)
  const x = (at: number) => round(LEFT + ((at - span.from) / (span.to - span.from)) * plot)
  const steps = (valueOf: (point: (typeof growth)[number]) => number) => {
    const most = Math.max(last === undefined ? 0 : valueOf(last), Number.MIN_VALUE)
    const y = (value: number) => round(top + GROWTH - (value / most) * (GROWTH - 4))
    let d = `M${LEFT} ${top + GROWTH}`
    let drawn = -1
    growth.forEach((point, index) => {
      // One step a pixel is all that can be seen.
      if (x(point.at) - drawn < 1 && index < growth.length - 1) return
      drawn = x(point.at)
      d += `H${drawn}V${y(valueOf(point))}`
    })
    return `${d}H${LEFT + plot}`
  }
  const tokens = steps((point) => point.tokens)
  const lines: SVGElement[] = [
    svg('text', { class: 'lane', x: 0, y: top + GROWTH - 20 }, 'Tokens'),
    svg('text', { class: 'tick', x: 0, y: top + GROWTH - 6 }, shortCount(last?.tokens ?? 0)),
    svg('path', { class: 'area', d: `${tokens}V${top + GROWTH}H${LEFT}z` }),
    svg('path', { class: 'curve tokens', d: tokens }),
  ]
  if (last?.costUsd !== undefined && last.costUsd > 0) {
    lines.push(svg('path', { class: 'curve cost', d: steps((point) => point.costUsd ?? 0) }))
  }
  return lines
}

function legend({ lanes, growth }: Timeline): HTMLElement {
  const list = el('ul', { class: 'legend' })
  const add = (kind: string, words: string) => list.append(el('li', {}, el('span', { class: `swatch ${kind}` }), words))
  for (const { kind } of lanes) add(kind, LEGEND[kind])
  if (lanes.some(({ kind, stretches }) => stretches.some((stretch) => hasFailed(kind, stretch))))
    add('failed', 'failed or denied')
  const last = growth.at(-1)
  if (last !== undefined) add('tokens', `tokens, ${shortCount(last.tokens)} at the end`)
  if (last?.costUsd) add('cost', `cost, ${dollars(last.costUsd)} at the end`)
  return list
}

const LEGEND = {
  model: 'the model answers',
  tools: 'a tool works',
  subagents: 'a subagent works',
  waits: 'waiting to retry',
}

function captionOf({ growth, lanes, span }: Timeline): string {
  const began = new Date(span.from).toISOString().replace('T', ' ').slice(0, 19)
  const notes = [`Began ${began} UTC. Times are those that Claude Code wrote into the events.`]
  if (lanes.some(({ kind }) => kind === 'waits')) {
    notes.push('Retries bear none: they are drawn as long as their waits, behind the event before them.')
  }
  if (growth.at(-1)?.costUsd !== undefined) {
    notes.push('Tokens and cost are exact at the end; on the way they are shared out by the tokens of each answer.')
  }
  return notes.join(' ')
}

function wordsFor(row: Row, { directory }: Transcript): string {
  if (row.kind === 'call') return `${row.name} ${callTitle(row, directory)}`.slice(0, 90)
  return row.kind === 'retry' ? `Retry: ${row.text}` : 'Model'
}

function nearestRow(rows: readonly Row[], at: number): Row | undefined {
  let best: Row | undefined
  let distance = Infinity
  for (const row of rows) {
    const gap = row.at === undefined ? Infinity : Math.abs(row.at - at)
    if (gap < distance) [best, distance] = [row, gap]
  }
  return best
}

const tickWords = (ms: number) => (ms < 60_000 ? `${ms / 1000} s` : clockTime(ms).replace(/\.\d$/, ''))
const round = (value: number) => Math.round(value * 10) / 10
const HINT = 'Hover for details; click to go to the event.'
const LEFT = 76
const RIGHT = 8
const TOP = 4
const LANE = 24
const BAR = LANE - 9
const GROWTH = 64
const AXIS = 20
