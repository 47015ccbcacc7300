import { visibleText } from './text.ts'

/** Text on one line as a code span; `|` would end a table's cell in there too, and becomes `¦`. */
export function inlineCode(text: string): string {
  const shown = visibleText(text).replace(/\s+/g, ' ').replaceAll('|', '¦')
  const ticks = '`'.repeat(longestTicks(shown) + 1)
  return ticks.length === 1 ? `\`${shown || ' '}\`` : `${ticks} ${shown} ${ticks}`
}

/** Text as prose that wraps: Markdown in it is shown as it is written, but for code spans; lines stay lines. */
export function plainText(text: string): string {
  const parts = text.split(/(`[^`\n]+`)/)
  const shown = parts.map((part, at) => (at % 2 === 0 ? proseText(part) : inlineCode(part.slice(1, -1)))).join('')
  const lines = shown.trim().split(/[ \t]*\n[ \t]*/)
  return lines.map(lineText).join('\\\n')
}

/**
 * Text as a part of a paragraph: nothing in it is syntax. Addresses of the services that failures point at are links, as GitHub makes
 * them of any text; others are code, and nobody is mentioned.
 */
export function proseText(text: string): string {
  const parts = visibleText(text).split(/((?:https?:\/\/|www\.)[^\s<>"'`\\]*[^\s<>"'`\\.,;:!?)])/i)
  return parts
    .map((part, at) => (at % 2 === 0 ? escapeMarkdown(part) : LINKED.test(part) ? part : inlineCode(part)))
    .join('')
}

/** A paragraph that begins with no sign of a list or a rule. */
export const lineText = (line: string): string => line.trimStart().replace(/^([-+=]|\d+(?=[.)]))/, '\\$1')

const LINKED = /^https:\/\/(?:[\w-]+\.)*(?:amazon\.com|github\.com|githubstatus\.com|claude\.com)(?:\/[\w\-./#?=%&]*)?$/

const escapeMarkdown = (text: string) =>
  text
    .replace(/[\\`*_[\]#~|$!]/g, '\\$&')
    .replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign)
    .replace(/@|#(?=\d)|^:(?=:)/gm, `$&${WORD_JOINER}`)

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Keeps mentions, references and workflow commands from being one. */
const WORD_JOINER = '\u2060'

/** Text as a block of its own, in a fence longer than any in it. */
export function fencedText(text: string, language = 'text'): string {
  const shown = visibleText(text)
  const fence = '`'.repeat(Math.max(3, longestTicks(shown) + 1))
  return `${fence}${language}\n${shown}\n${fence}`
}

const longestTicks = (text: string) =>
  (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0)

/** A table of two columns; cells are Markdown. */
export function factTable(head: readonly [string, string], rows: readonly (readonly [name: string, value: string])[]) {
  const [first, ...others] = [head, ...rows].map(([name, value]) => `| ${name} | ${value} |`)
  return [first, '|---|---|', ...others].join('\n')
}

/** A block that opens on a click. */
export function folded(title: string, block: string): string {
  return `<details><summary>${title}</summary>\n\n${block}\n\n</details>`
}

/** As many whole blocks as fit into `bytes` of UTF-8, in order; a block too large is left out, and a note says so. */
export function joinBlocks(blocks: readonly string[], bytes: number): string {
  const room = bytes - Buffer.byteLength(LEFT_OUT) - 2
  let used = 0
  const kept = blocks.filter((block) => {
    const size = Buffer.byteLength(block) + 2
    if (used + size > room) return false
    used += size
    return true
  })
  return [...kept, ...(kept.length < blocks.length ? [LEFT_OUT] : [])].join('\n\n') + '\n'
}

const LEFT_OUT = 'Parts of this summary did not fit; the transcript has them.'
