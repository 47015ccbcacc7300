import { cutText } from './cut-text.ts'
import { visibleText } from './visible-text.ts'

/** Text as the content of an element; never for an attribute. */
export function escapeHtml(text: string): string {
  return visibleText(text).replace(/[&<>]/g, (sign) => ESCAPES[sign] ?? sign)
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** A part of the page with a heading; `content` is HTML, `kind` classes of the style sheet. */
export function panel(title: string, content: string, kind = ''): string {
  return `<section class="panel${kind === '' ? '' : ` ${kind}`}">\n<h2>${escapeHtml(title)}</h2>\n${content}</section>\n`
}

/**
 * Text of several lines as it is; the page's script folds a long one, and `kind` is a class of the style sheet. A text over
 * a million characters is cut, since it stands in the page uncompressed.
 */
export function textBlock(text: string, kind = 'prose'): string {
  const shown = cutText(text, 1_000_000, '\n[cut here: result.json and session/ of the transcript have all of it]')
  return `<div class="text ${kind}" data-long>${escapeHtml(shown)}</div>\n`
}

/** Content that opens on a click; `content` is HTML, `title` text. */
export function foldedBlock(title: string, content: string): string {
  return `<details><summary>${escapeHtml(title)}</summary>\n${content}</details>\n`
}

/** A list of names and values; both are text. */
export function factList(facts: readonly (readonly [name: string, value: string])[], kind = 'facts'): string {
  const items = facts.map(([name, value]) => `<div><dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd></div>\n`)
  return `<dl class="${kind}">\n${items.join('')}</dl>\n`
}
