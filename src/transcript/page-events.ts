import type { AgentEvent, Block } from '../claude/events.ts'
import { cutText } from './cut-text.ts'
import { foldedBlock, textBlock } from './html.ts'

/** One event as HTML; empty for events that say nothing to a reader. */
export function eventHtml(event: AgentEvent): string {
  switch (event.kind) {
    case 'assistant':
      return event.blocks.map((block) => blockHtml(block, 'Claude')).join('') + errorHtml(event.error)
    case 'user':
      return event.blocks.map((block) => blockHtml(block, 'User')).join('')
    case 'retry':
      return textBlock(
        `API retry ${event.attempt} of ${event.maxRetries}: ${event.status ?? ''} ${event.error ?? 'unknown'}`,
        'error',
      )
    case 'raw':
      return foldedBlock('Output that is no event', shown(event.text))
    case 'init':
    case 'result':
    case 'other':
      return ''
  }
}

const errorHtml = (error: string | undefined) => (error === undefined ? '' : textBlock(`API error: ${error}`, 'error'))

function blockHtml(block: Block, speaker: string): string {
  switch (block.kind) {
    case 'text':
      return `<h3>${speaker}</h3>\n${shown(block.text)}`
    case 'thinking':
      return foldedBlock('Thinking', shown(block.text))
    case 'tool-use':
      return `<h3>Tool</h3>\n${foldedBlock(toolTitle(block.name, block.input), shown(JSON.stringify(block.input ?? null, undefined, 2)))}`
    case 'tool-result':
      return foldedBlock(
        block.isError ? 'Result (error)' : 'Result',
        shown(block.text, block.isError ? 'error' : 'text'),
      )
    case 'other':
      return foldedBlock('Other content', shown(JSON.stringify(block.value ?? null, undefined, 2)))
  }
}

/** The tool and the first text of its input, which is the command, path or pattern for Claude Code's own tools. */
function toolTitle(name: string, input: unknown): string {
  const texts = typeof input === 'object' && input !== null ? Object.values(input) : []
  const first = texts.find((text) => typeof text === 'string')
  return first === undefined ? name : `${name}: ${cutText(first.replace(/\s+/g, ' '), 120, '…')}`
}

/** Long texts make a page that no browser opens; the events file has them whole. */
const shown = (text: string, kind = 'text') =>
  textBlock(cutText(text, 100_000, '\n[cut here: transcript.jsonl has all of it]'), kind)
