import { callSections, resultSections, type Section } from './calls.ts'
import { button, el } from './dom.ts'
import type { Hunk } from './edits.ts'
import type { Look } from './look.ts'
import type { CallRow, ReportRow, ResultImage } from './rows.ts'
import { appendMarked, textView } from './text-view.ts'
import { wholeCount } from './words.ts'

/** What a tool call or a subagent's report shows when it is open. */
export function callBody(row: CallRow | ReportRow, look: Look): readonly HTMLElement[] {
  const sections = row.kind === 'call' ? callSections(row) : resultSections({ name: row.call.name, result: row.result })
  const images = row.result?.images ?? []
  return [
    ...sections.map((section, index) => sectionView(section, `${row.id}/${index}`, look)),
    ...(row.kind === 'call' && row.children.length > 0 ? [] : images.map(imageView)),
  ]
}

const imageView = ({ type, data }: ResultImage, index: number) =>
  el('img', { src: `data:${type};base64,${data}`, alt: `Image ${index + 1} of the result` })

function sectionView(section: Section, key: string, look: Look): HTMLElement {
  switch (section.kind) {
    case 'command': {
      const purpose = el('p', { class: 'purpose' })
      appendMarked(purpose, section.purpose, look.pattern)
      const command = textView(section.text, { key, kind: 'mono' }, look)
      return el('div', { class: 'command' }, section.purpose === '' ? undefined : purpose, command)
    }
    case 'text': {
      const kind = section.tone === 'error' ? 'mono error' : 'mono'
      const isEmpty = section.text.trim() === ''
      const content = isEmpty ? el('p', { class: 'empty' }, 'Nothing') : textView(section.text, { key, kind }, look)
      return el('div', { class: 'section' }, el('h4', {}, section.label), content)
    }
    case 'fields': {
      const list = el('dl', { class: 'fields' })
      section.fields.forEach(([name, text], index) => {
        const term = el('dt')
        appendMarked(term, name, look.pattern)
        const kind = text.includes('\n') || /^[[{]/.test(text) ? 'mono' : 'prose'
        list.append(el('div', {}, term, el('dd', {}, textView(text, { key: `${key}/${index}`, kind }, look))))
      })
      return list
    }
    case 'diff':
      return diffView(section.hunks, key, look)
    case 'todos': {
      const list = el('ul', { class: 'todos' })
      for (const { text, status } of section.todos) {
        const item = el('li', { class: status }, el('span', { class: 'state' }, `${STATES[status]} `))
        appendMarked(item, text, look.pattern)
        list.append(item)
      }
      return list
    }
  }
}

const STATES = { done: '✓', doing: '▸', open: '○' }

function diffView(hunks: readonly Hunk[], key: string, look: Look): HTMLElement {
  const total = hunks.reduce((sum, { lines }) => sum + lines.length, 0)
  const limit = Math.max(look.shown.get(key) ?? FIRST_LINES, linesToMatch(hunks, look.pattern))
  const view = el('div', { class: 'diff' })
  let left = limit
  hunks.forEach((hunk, index) => {
    if (left <= 0) return
    if (index > 0) view.append(el('div', { class: 'gap' }, '⋯'))
    view.append(...hunkLines(hunk, left, { key: `${key}/${index}`, look }))
    left -= hunk.lines.length
  })
  if (limit >= total) return view
  const more = Math.min(total, limit + STEP)
  const words = more < total ? `Show ${STEP} more of ${wholeCount(total)} lines` : `Show all ${wholeCount(total)} lines`
  const showMore = () => {
    look.shown.set(key, more)
    view.replaceWith(diffView(hunks, key, look))
  }
  view.append(button(words, showMore, { class: 'more' }))
  return view
}

/** How many lines lead to the first match. */
function linesToMatch(hunks: readonly Hunk[], pattern: RegExp | undefined): number {
  if (pattern === undefined) return 0
  const lines = hunks.flatMap((hunk) => hunk.lines)
  return Math.min(lines.findIndex(({ text }) => text.search(pattern) >= 0) + 1, MOST_LINES_TO_MATCH)
}

function hunkLines(
  { oldStart, newStart, lines }: Hunk,
  limit: number,
  { key, look }: { key: string; look: Look },
): readonly HTMLElement[] {
  let before = oldStart
  let after = newStart
  const isNumbered = before !== undefined || after !== undefined
  return lines.slice(0, limit).map(({ sign, text }, index) => {
    const number = sign === '-' ? before : after
    if (sign !== '+' && before !== undefined) before++
    if (sign !== '-' && after !== undefined) after++
    const code = el('div', { class: 'code' })
    if (text.length > LONG_LINE) code.append(textView(text, { key: `${key}/${index}`, kind: 'line' }, look))
    else appendMarked(code, text, look.pattern)
    return el(
      'div',
      { class: `line ${SIGN_CLASSES[sign]}` },
      isNumbered ? el('span', { class: 'number' }, number === undefined ? '' : String(number)) : undefined,
      el('span', { class: 'sign' }, sign),
      code,
    )
  })
}

const SIGN_CLASSES = { '+': 'added', '-': 'removed', ' ': 'kept' }
const FIRST_LINES = 40
const STEP = 1000
const LONG_LINE = 10_000
const MOST_LINES_TO_MATCH = 5000
