import { visibleText } from './visible-text.ts'

/** Text as the content of an element; never for an attribute. */
export function escapeHtml(text: string): string {
  return visibleText(text).replace(/[&<>]/g, (sign) => ESCAPES[sign] ?? sign)
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Text of several lines as it is; `kind` is a class of the page's style sheet. */
export function textBlock(text: string, kind = 'text'): string {
  return `<div class="${kind}">${escapeHtml(text)}</div>\n`
}

/** Content that opens on a click; `content` is HTML, `title` text. */
export function foldedBlock(title: string, content: string): string {
  return `<details><summary>${escapeHtml(title)}</summary>\n${content}</details>\n`
}
