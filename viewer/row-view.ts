import { callBody } from './call-view.ts'
import { callTitle, exitCode } from './calls.ts'
import { button, el } from './dom.ts'
import { changeCounts, EDITING_TOOLS, hunksOf } from './edits.ts'
import { parseJson, prettyJson } from './fields.ts'
import type { Look } from './look.ts'
import { markdownView } from './markdown-view.ts'
import { commitOf, depthOf, isDenied, isError, type CallRow, type Row } from './rows.ts'
import { repositoryOfPage } from './static-texts.ts'
import { appendMarked, textView } from './text-view.ts'
import { clockTime, counted, dollars, shortCount, shortDuration } from './words.ts'

/** A row's element: a head that folds it, and what it shows when it is open. */
export function rowView(row: Row, look: Look): HTMLElement {
  const classes = [
    'row',
    row.kind,
    ...(isError(row) ? ['error'] : isDenied(row) ? ['denied'] : []),
    `depth-${Math.min(depthOf(row), 4)}`,
  ]
  if (row.kind === 'note') classes.push(row.tone)
  const hasBody = row.kind !== 'retry' && !(row.kind === 'note' && row.text === '')
  const isOpen = hasBody && look.folds.isOpen(row)
  const name = el('span', { class: 'name' })
  appendMarked(name, nameOf(row), look.pattern)
  const title = el('span', { class: 'title' })
  if (!isOpen || row.kind === 'call' || row.kind === 'report') appendMarked(title, titleOf(row, look), look.pattern)
  const fold = hasBody
    ? el('button', { type: 'button', class: 'fold', 'aria-expanded': String(isOpen) }, name, title)
    : el('div', { class: 'fold' }, name, title)
  if (hasBody) fold.addEventListener('click', () => look.onToggle(row))
  const json = button('{ }', () => look.onJson(row), {
    class: 'json',
    'aria-label': `JSON of event ${row.event}`,
    'aria-pressed': String(look.asJson.has(row)),
  })
  const link = el(
    'a',
    { class: 'link', href: `#${row.id}`, 'aria-label': `Link to event ${row.event}`, title: 'Link to this event' },
    `#${row.event}`,
  )
  const head = el('h3', { class: 'head', id: `${row.id}-head` }, fold)
  const side = el('div', { class: 'side' }, ...badges(row), timeView(row, look), json, link)
  const label = `${row.id}-head`
  const article = el(
    'article',
    { class: classes.join(' '), id: row.id, tabindex: -1, 'aria-labelledby': label },
    el('div', { class: 'top' }, head, side),
  )
  if (isOpen) article.append(el('div', { class: 'body' }, ...bodyOf(row, look)))
  if (look.asJson.has(row)) article.append(jsonView(row, look))
  return article
}

function nameOf(row: Row): string {
  switch (row.kind) {
    case 'message':
      return row.speaker
    case 'thinking':
      return 'Thinking'
    case 'call':
      return row.name
    case 'report':
      return 'Report'
    case 'retry':
      return 'API retry'
    case 'note':
      return row.title
  }
}

function titleOf(row: Row, look: Look): string {
  switch (row.kind) {
    case 'call':
      return callTitle(row, look.directory)
    case 'report':
      return callTitle(row.call, look.directory)
    case 'retry':
      return `${row.text}, after a wait of ${shortDuration(row.delayMs)}`
    case 'message':
    case 'thinking':
    case 'note':
      return row.text.slice(0, 300).replace(/\s+/g, ' ').trim()
  }
}

function bodyOf(row: Row, look: Look): readonly HTMLElement[] {
  switch (row.kind) {
    case 'call':
    case 'report':
      return callBody(row, look)
    case 'message':
      return [messageView(row.text, row.id, look)]
    case 'thinking':
      return [textView(row.text, { key: row.id, kind: 'prose' }, look)]
    case 'note':
      return [textView(row.text, { key: row.id, kind: row.tone === 'error' ? 'mono error' : 'mono' }, look)]
    case 'retry':
      return []
  }
}

/** A message as Markdown; a long one, and any while something is searched for, as it is written. */
function messageView(text: string, key: string, look: Look): HTMLElement {
  const isRendered = look.pattern === undefined && text.length <= LONGEST_RENDERED
  const view = isRendered ? markdownView(text, repositoryOfPage()) : undefined
  return view === undefined
    ? textView(text, { key, kind: 'prose' }, look)
    : el('div', { class: 'text prose rendered' }, view)
}

const LONGEST_RENDERED = 6000

const badge = (kind: string, words: string, title?: string) => el('span', { class: `badge ${kind}`, title }, words)

/** Tokens of the answer that begins here, and its share of the cost. */
function usedBadge({ used }: Row): readonly HTMLElement[] {
  if (used === undefined) return []
  const cost = used.costUsd === undefined ? '' : ` · ${dollars(used.costUsd)}`
  return [
    badge(
      'used',
      `${shortCount(used.tokens)} tok${cost}`,
      'Tokens of this answer, read and written, and its share of the cost',
    ),
  ]
}

function badges(row: Row): readonly HTMLElement[] {
  if (row.kind !== 'call') return usedBadge(row)
  const { status } = row.result ?? { status: undefined }
  const code = exitCode(row)
  const shown: HTMLElement[] = []
  if (EDITING_TOOLS.has(row.name) && status === 'ok') {
    const { added, removed } = changeCounts(hunksOf(row))
    shown.push(badge('plus', `+${added}`), badge('minus', `−${removed}`))
  }
  const commit = commitOf(row)
  if (commit !== undefined) shown.push(badge('commit', `commit ${commit.sha}`, commit.message))
  if (row.children.length > 0) shown.push(badge('quiet', `${counted(row.children.length, 'event')} inside`))
  if (code !== undefined) shown.push(badge(code === 0 ? 'ok' : 'bad', `exit ${code}`))
  else if (status === undefined) shown.push(badge('warn', 'no result'))
  else if (status !== 'ok') shown.push(badge(status === 'denied' ? 'warn' : 'bad', status))
  const took = tookMs(row)
  if (took !== undefined) shown.push(badge('took', shortDuration(took)))
  return [...usedBadge(row), ...shown]
}

/** How long a call took, in milliseconds. */
function tookMs({ at, result }: CallRow): number | undefined {
  return at === undefined || result?.at === undefined ? undefined : Math.max(0, result.at - at)
}

function timeView({ at }: Row, { start }: Look): HTMLElement {
  if (at === undefined || start === undefined) return el('span', { class: 'time' })
  const stamp = new Date(at).toISOString()
  return el('time', { class: 'time', datetime: stamp, title: stamp }, clockTime(at - start))
}

function jsonView(row: Row, look: Look): HTMLElement {
  const view = el('div', { class: 'body events' })
  const events = row.kind === 'call' && row.result !== undefined ? [row.event, row.result.event] : [row.event]
  for (const event of events) {
    const section = el('div', { class: 'section' }, el('h4', {}, `Event ${event}`))
    view.append(section)
    void look.line(event).then((line) => {
      const json = prettyJson(parseJson(line) ?? line)
      section.append(textView(json, { key: `${row.id}/json/${event}`, kind: 'mono' }, look))
    })
  }
  return view
}

/** A guess at a row's height in pixels, for the length of the page while it is not drawn. */
export function guessedHeight(row: Row, look: Look): number {
  if (!look.folds.isOpen(row) || row.kind === 'retry') return HEAD_PIXELS
  const text = row.kind === 'call' || row.kind === 'report' ? (row.result?.text ?? '') : row.text
  let lines = 1 + Math.min(text.length, 6000) / 110
  for (let at = text.indexOf('\n'); at >= 0 && lines < 30; at = text.indexOf('\n', at + 1)) lines++
  return HEAD_PIXELS + 20 + Math.min(lines, 30) * 20 + (row.kind === 'call' ? 60 : 0)
}

const HEAD_PIXELS = 33
