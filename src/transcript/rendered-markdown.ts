import { fencedText, inlineCode, lineText, proseText } from '../markdown.ts'
import { cutText } from '../text.ts'
import { parseMarkdown, type MarkdownBlock, type MarkdownInline, type MarkdownItem } from './markdown-tree.ts'

/**
 * Markdown of others as Markdown that is safe in a job summary: only what {@link parseMarkdown} knows has effect. Headings go down
 * two levels; a link stays one where it leads into the repository (`repository` is its address, with a slash at its end), elsewhere its address
 * is code. What cannot be parsed is put in a fence.
 */
export function renderedMarkdown(text: string, repository: string): string {
  const blocks = parseMarkdown(text)
  return blocks === undefined ? fencedText(cutText(text, LONGEST_FENCE, CUT)) : blocksText(blocks, repository)
}

const LONGEST_FENCE = 200_000
const CUT = '\n[cut here: the transcript has all of it]'
const MOST_ROWS = 200
const MOST_COLUMNS = 20

const blocksText = (blocks: readonly MarkdownBlock[], repository: string): string =>
  blocks.map((block) => blockText(block, repository)).join('\n\n')

function blockText(block: MarkdownBlock, repository: string): string {
  const inlines = (children: readonly MarkdownInline[]) => inlinesText(children, repository)
  switch (block.kind) {
    case 'paragraph':
      return inlines(block.children).split('\\\n').map(lineText).join('\\\n')
    case 'heading':
      return `${'#'.repeat(Math.min(block.level + 2, 6))} ${oneLine(inlines(block.children))}`
    case 'code':
      return fencedText(block.code, block.language || 'text')
    case 'quote':
      return blocksText(block.blocks, repository).replace(/^/gm, '> ')
    case 'list':
      return block.items
        .map((item, at) => itemText(item, block.start === undefined ? '- ' : `${block.start + at}. `, repository))
        .join('\n')
    case 'table':
      return tableText(block, inlines)
    case 'rule':
      return '---'
  }
}

function itemText({ isDone, blocks }: MarkdownItem, marker: string, repository: string): string {
  // Before a fence or a quote it would be text, and what they hold would be Markdown again.
  const box = isDone === undefined || blocks[0]?.kind !== 'paragraph' ? '' : isDone ? '[x] ' : '[ ] '
  const text = blocks
    .map((block, at) => `${at === 0 ? '' : block.kind === 'list' ? '\n' : '\n\n'}${blockText(block, repository)}`)
    .join('')
  return `${marker}${box}${text.replaceAll('\n', `\n${' '.repeat(marker.length)}`)}`.trimEnd()
}

function tableText(
  { head, rows }: Extract<MarkdownBlock, { kind: 'table' }>,
  inlines: (children: readonly MarkdownInline[]) => string,
): string {
  const line = (cells: readonly (readonly MarkdownInline[])[]) =>
    `| ${cells
      .slice(0, MOST_COLUMNS)
      .map((cell) => oneLine(inlines(cell)))
      .join(' | ')} |`
  return [
    line(head),
    `|${'---|'.repeat(Math.min(head.length, MOST_COLUMNS))}`,
    ...rows.slice(0, MOST_ROWS).map(line),
    ...(rows.length > MOST_ROWS ? ['', `and ${rows.length - MOST_ROWS} more rows`] : []),
  ].join('\n')
}

const oneLine = (text: string) => text.replaceAll(/\\?\n/g, ' ')

const inlinesText = (children: readonly MarkdownInline[], repository: string): string =>
  children.map((child) => inlineText(child, repository)).join('')

function inlineText(inline: MarkdownInline, repository: string): string {
  switch (inline.kind) {
    case 'text':
      return inline.text.split('\n').map(proseText).join('\\\n')
    case 'code':
      return inlineCode(inline.code)
    case 'break':
      return '\\\n'
    case 'strong':
    case 'emphasis':
    case 'deleted':
      return around(MARKS[inline.kind], inlinesText(inline.children, repository))
    case 'link': {
      const { address, children } = inline
      const text = inlinesText(children, repository)
      if (isInside(address, repository)) return `[${text || inlineCode(address)}](<${address}>)`
      const shown = inlineCode(cutText(address.replace(/^mailto:/i, ''), 300, '…'))
      const words = children.map((child) => (child.kind === 'text' ? child.text : '')).join('')
      return text === '' || (words !== '' && address.endsWith(words)) ? shown : `${text} (${shown})`
    }
  }
}

const MARKS = { strong: '**', emphasis: '*', deleted: '~~' } as const

/** Marks count only where no white space is between them and the text; tildes beside tildes would open a fence. */
function around(mark: string, text: string): string {
  const [, before = '', inner = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? []
  return inner === '' || (mark === '~~' && inner.startsWith('~')) ? text : `${before}${mark}${inner}${mark}${after}`
}

const isInside = (address: string, repository: string) =>
  repository !== '' &&
  address.startsWith(repository) &&
  /^[\w:/.#?=&%~+-]*$/.test(address) &&
  // A browser also takes `%2e%2e` for the folder above.
  URL.parse(address)?.href.startsWith(repository) === true
