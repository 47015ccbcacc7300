import {
  parseMarkdown,
  type MarkdownBlock,
  type MarkdownInline,
  type MarkdownItem,
} from '../src/transcript/markdown-tree.ts'
import { copyable } from './copy.ts'
import { el } from './dom.ts'

/**
 * Markdown as elements, made node by node from what the whitelist of {@link parseMarkdown} lets through; undefined for a text that it
 * does not parse. Headings begin at level 3, below those of the page. Links lead into the repository only; elsewhere the address is text.
 */
export function markdownView(text: string, repository: string): HTMLElement | undefined {
  const blocks = parseMarkdown(text)
  if (blocks === undefined) return undefined
  const levels = blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : []))
  const context = { repository, top: Math.min(...levels, 6) }
  return el('div', { class: 'markdown' }, ...blocks.map((block) => blockView(block, context)))
}

interface Context {
  readonly repository: string
  /** The highest level of a heading in the text. */
  readonly top: number
}

function blockView(block: MarkdownBlock, context: Context): HTMLElement {
  const inlines = (children: readonly MarkdownInline[]) => children.map((child) => inlineView(child, context))
  switch (block.kind) {
    case 'paragraph':
      return el('p', {}, ...inlines(block.children))
    case 'heading':
      return el(HEADINGS[Math.min(block.level - context.top, 3)] ?? 'h6', {}, ...inlines(block.children))
    case 'code':
      return copyable(el('pre', { tabindex: 0 }, el('code', {}, block.code)), block.code)
    case 'quote':
      return el('blockquote', {}, ...block.blocks.map((inner) => blockView(inner, context)))
    case 'list': {
      const items = block.items.map((item) => itemView(item, context))
      return block.start === undefined ? el('ul', {}, ...items) : el('ol', { start: block.start }, ...items)
    }
    case 'table': {
      const row = (cells: readonly (readonly MarkdownInline[])[], tag: 'td' | 'th') =>
        el('tr', {}, ...cells.map((cell) => el(tag, tag === 'th' ? { scope: 'col' } : {}, ...inlines(cell))))
      const rows = block.rows.slice(0, MOST_ROWS).map((cells) => row(cells, 'td'))
      const table = el('table', {}, el('thead', {}, row(block.head, 'th')), el('tbody', {}, ...rows))
      const more = block.rows.length - rows.length
      return el('div', { class: 'wide', tabindex: 0 }, table, more > 0 ? `and ${more} more rows` : undefined)
    }
    case 'rule':
      return el('hr')
  }
}

const HEADINGS = ['h3', 'h4', 'h5', 'h6'] as const

const MOST_ROWS = 1000

function itemView({ isDone, blocks }: MarkdownItem, context: Context): HTMLElement {
  const [first, ...others] = blocks
  // The text of an item is no paragraph of its own, as lists are mostly written.
  const text = first?.kind === 'paragraph' ? first.children.map((child) => inlineView(child, context)) : []
  const rest = first?.kind === 'paragraph' ? others : blocks
  const box = isDone === undefined ? undefined : isDone ? '☑ ' : '☐ '
  return el('li', {}, box, ...text, ...rest.map((block) => blockView(block, context)))
}

function inlineView(inline: MarkdownInline, context: Context): Node | string {
  const children = (of: readonly MarkdownInline[]) => of.map((child) => inlineView(child, context))
  switch (inline.kind) {
    case 'text':
      return inline.text
    case 'code':
      return el('code', {}, inline.code)
    case 'break':
      return el('br')
    case 'strong':
      return el('strong', {}, ...children(inline.children))
    case 'emphasis':
      return el('em', {}, ...children(inline.children))
    case 'deleted':
      return el('del', {}, ...children(inline.children))
    case 'link': {
      const { address } = inline
      const { repository } = context
      if (repository !== '' && URL.parse(address)?.href.startsWith(repository) === true)
        return el('a', { href: address, rel: 'noreferrer' }, ...children(inline.children))
      const text = el('span', {}, ...children(inline.children))
      const bare = address.replace(/^(?:mailto:|https?:\/\/)/i, '')
      if (text.textContent !== '' && !address.endsWith(text.textContent) && text.textContent !== bare)
        text.append(' (', el('code', {}, address.slice(0, 300)), ')')
      return text.textContent === '' ? el('code', {}, address.slice(0, 300)) : text
    }
  }
}
