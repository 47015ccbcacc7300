import { Lexer } from 'marked'

import { fieldOf, listOf, numberOf, stringOf } from '../json.ts'
import { visibleText } from '../text.ts'

/** A block of Markdown, of the kinds that are rendered; whatever else the text holds is text. */
export type MarkdownBlock =
  | { readonly kind: 'paragraph'; readonly children: readonly MarkdownInline[] }
  | { readonly kind: 'heading'; readonly level: number; readonly children: readonly MarkdownInline[] }
  | { readonly kind: 'code'; readonly language: string; readonly code: string }
  | { readonly kind: 'quote'; readonly blocks: readonly MarkdownBlock[] }
  | { readonly kind: 'list'; readonly start: number | undefined; readonly items: readonly MarkdownItem[] }
  | {
      readonly kind: 'table'
      readonly head: readonly MarkdownCell[]
      readonly rows: readonly (readonly MarkdownCell[])[]
    }
  | { readonly kind: 'rule' }

/** An item of a list; `isDone` is undefined where it is no task. */
export interface MarkdownItem {
  readonly isDone: boolean | undefined
  readonly blocks: readonly MarkdownBlock[]
}

type MarkdownCell = readonly MarkdownInline[]

/** A part of a line of Markdown. The address of a link is as it is written, of whatever scheme. */
export type MarkdownInline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'strong' | 'emphasis' | 'deleted'; readonly children: readonly MarkdownInline[] }
  | { readonly kind: 'link'; readonly address: string; readonly children: readonly MarkdownInline[] }
  | { readonly kind: 'break' }

/**
 * Parses GitHub's Markdown by a whitelist: paragraphs, headings, lists, tables, quotes, code, emphasis and links. HTML is text, an image
 * is its description and address. Undefined for a text that is too long or too deep to be parsed in good time.
 */
export function parseMarkdown(text: string): readonly MarkdownBlock[] | undefined {
  if (text.length > LONGEST) return undefined
  try {
    return blocksOf(Lexer.lex(visibleText(text), { gfm: true }), 0)
  } catch (error) {
    // Quotes in quotes by the thousand are beyond the parser's stack.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** The slowest text that is known (`_a` repeated) takes 2 s at this length, and four times as long at twice of it (marked 18.2). */
const LONGEST = 30_000

const DEEPEST = 20

const tokensOf = (token: unknown, name = 'tokens') => listOf(fieldOf(token, name))

const textIn = (token: unknown, name = 'text') => stringOf(token, name) ?? ''

const blocksOf = (tokens: readonly unknown[], depth: number): readonly MarkdownBlock[] =>
  tokens.flatMap((token) => blockOf(token, depth))

function blockOf(token: unknown, depth: number): readonly MarkdownBlock[] {
  if (depth > DEEPEST) return [paragraph([textOf(textIn(token, 'raw'))])]
  switch (stringOf(token, 'type')) {
    case 'space':
    case 'def':
    case 'checkbox':
      return []
    case 'heading':
      return [{ kind: 'heading', level: numberOf(token, 'depth') ?? 1, children: inlinesOf(tokensOf(token), depth) }]
    case 'code':
      return [{ kind: 'code', language: languageOf(textIn(token, 'lang')), code: textIn(token) }]
    case 'blockquote':
      return [{ kind: 'quote', blocks: blocksOf(tokensOf(token), depth + 1) }]
    case 'list': {
      const start = fieldOf(token, 'ordered') === true ? (numberOf(token, 'start') ?? 1) : undefined
      return [{ kind: 'list', start, items: tokensOf(token, 'items').map((item) => itemOf(item, depth + 1)) }]
    }
    case 'table': {
      const cellsOf = (row: unknown) => listOf(row).map((cell) => inlinesOf(tokensOf(cell), depth))
      return [{ kind: 'table', head: cellsOf(fieldOf(token, 'header')), rows: tokensOf(token, 'rows').map(cellsOf) }]
    }
    case 'hr':
      return [{ kind: 'rule' }]
    case 'paragraph':
    case 'text': {
      const inner = tokensOf(token)
      return [paragraph(inner.length > 0 ? inlinesOf(inner, depth) : [textOf(textIn(token))])]
    }
    default:
      return [paragraph([textOf(textIn(token, 'raw').trim())])]
  }
}

const paragraph = (children: readonly MarkdownInline[]): MarkdownBlock => ({ kind: 'paragraph', children })

function itemOf(item: unknown, depth: number): MarkdownItem {
  const isDone = fieldOf(item, 'task') === true ? fieldOf(item, 'checked') === true : undefined
  return { isDone, blocks: blocksOf(tokensOf(item), depth) }
}

const inlinesOf = (tokens: readonly unknown[], depth: number): readonly MarkdownInline[] =>
  tokens.flatMap((token) => inlineOf(token, depth + 1))

function inlineOf(token: unknown, depth: number): readonly MarkdownInline[] {
  if (depth > DEEPEST) return [textOf(textIn(token, 'raw'))]
  const children = () => inlinesOf(tokensOf(token), depth)
  switch (stringOf(token, 'type')) {
    case 'strong':
      return [{ kind: 'strong', children: children() }]
    case 'em':
      return [{ kind: 'emphasis', children: children() }]
    case 'del':
      return [{ kind: 'deleted', children: children() }]
    case 'codespan':
      return [{ kind: 'code', code: textIn(token) }]
    case 'br':
      return [{ kind: 'break' }]
    case 'link':
      return [{ kind: 'link', address: textIn(token, 'href'), children: children() }]
    case 'image':
      return [{ kind: 'link', address: textIn(token, 'href'), children: [textOf(textIn(token) || 'image')] }]
    case 'checkbox':
      return []
    case 'text':
      return tokensOf(token).length > 0 ? children() : [textOf(decoded(textIn(token)))]
    case 'escape':
      return [textOf(textIn(token))]
    default:
      return [textOf(textIn(token, 'raw'))]
  }
}

const textOf = (text: string): MarkdownInline => ({ kind: 'text', text })

/** A language's name; those that GitHub draws (diagrams, maps, formulas) are none. */
function languageOf(info: string): string {
  const name = /^[\w+#.-]{1,30}/.exec(info)?.[0].toLowerCase() ?? ''
  return DRAWN.has(name) ? '' : name
}

const DRAWN = new Set(['mermaid', 'math', 'geojson', 'topojson', 'stl'])

/** The parser leaves character references as they are. */
function decoded(text: string): string {
  return text.replace(/&(?:#x[\da-f]{1,6}|#\d{1,7}|amp|lt|gt|quot|apos|nbsp);/gi, (reference) => {
    const name = reference.slice(1, -1).toLowerCase()
    if (!name.startsWith('#')) return NAMED[name] ?? reference
    const code = name.startsWith('#x') ? parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 0 && code <= 0x10ffff ? visibleText(String.fromCodePoint(code)) : reference
  })
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }
