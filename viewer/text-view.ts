import { button, el } from './dom.ts'
import type { Look } from './look.ts'
import { wholeCount } from './words.ts'
import { visibleText } from '../src/text.ts'

/** Where a text stands, which names it while the list redraws rows, and how it is set. */
export interface TextPlace {
  readonly key: string
  readonly kind: 'prose' | 'mono' | 'mono error' | 'line'
}

/** A text, of which a long one shows its start and a button for more; a browser cannot set 20 MB at once. */
export function textView(text: string, { key, kind }: TextPlace, look: Look): HTMLElement {
  const limit = look.shown.get(key) ?? firstCut(text)
  const view = el('div', { class: `text ${kind}`, tabindex: -1 })
  appendMarked(view, text.slice(0, limit), look.pattern)
  if (limit >= text.length) return view

  const hidden = matchBehind(text, limit, look.pattern)
  const excerpt = hidden === undefined ? undefined : excerptView(text, hidden, look)
  const more = Math.min(text.length, limit + STEP)
  const words =
    more < text.length
      ? `Show ${wholeCount(STEP)} more of ${wholeCount(text.length)} characters`
      : `Show all (${wholeCount(lineCount(text))} lines)`
  const whole = el('div', { class: 'long' }, view, excerpt)
  const showMore = () => {
    look.shown.set(key, more)
    const longer = textView(text, { key, kind }, look)
    whole.replaceWith(longer)
    const shown = longer.classList.contains('text') ? longer : longer.querySelector('.text')
    if (shown instanceof HTMLElement) shown.focus({ preventScroll: true })
  }
  whole.append(button(words, showMore, { class: 'more' }))
  return whole
}

/** Adds a text to an element, with what is searched for marked in it. */
export function appendMarked(parent: HTMLElement, text: string, pattern: RegExp | undefined): void {
  const visible = visibleText(text)
  if (pattern === undefined) {
    parent.append(visible)
    return
  }
  let from = 0
  let marks = 0
  for (const match of visible.matchAll(pattern)) {
    parent.append(visible.slice(from, match.index), el('mark', {}, match[0]))
    from = match.index + match[0].length
    if (++marks === MOST_MARKS) break
  }
  parent.append(visible.slice(from))
}

/** Where the first cut of a long text is: behind some lines, unless little would be left. */
function firstCut(text: string): number {
  let end = 0
  for (let line = 0; line < FIRST_LINES; line++) {
    const next = text.indexOf('\n', end)
    if (next < 0 || next >= FIRST_CHARACTERS)
      return text.length <= FIRST_CHARACTERS * 1.25 ? text.length : FIRST_CHARACTERS
    end = next + 1
  }
  const rest = text.slice(end, end + 1000)
  const isLittle = end + rest.length === text.length && lineCount(rest) <= FIRST_LINES / 3
  return isLittle ? text.length : end - 1
}

function matchBehind(text: string, limit: number, pattern: RegExp | undefined): number | undefined {
  if (pattern === undefined) return undefined
  const first = text.search(pattern)
  return first >= limit ? first : undefined
}

function excerptView(text: string, at: number, look: Look): HTMLElement {
  const excerpt = el('div', { class: 'text mono excerpt' })
  appendMarked(excerpt, `…${text.slice(Math.max(0, at - 200), at + 600)}…`, look.pattern)
  return excerpt
}

/** How many lines a text has. */
export function lineCount(text: string): number {
  let count = 1
  for (let at = text.indexOf('\n'); at >= 0 && at < text.length - 1; at = text.indexOf('\n', at + 1)) count++
  return count
}

const FIRST_LINES = 30
const FIRST_CHARACTERS = 6000
const STEP = 200_000
const MOST_MARKS = 2000
