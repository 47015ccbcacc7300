import type { AgentEvent, Block, ResultEvent } from './events.ts'
import { counted, cut, inputLine, linesIn, oneLine } from './narrate-line.ts'
import { retryReason } from './retry-reason.ts'

/** Tells a run as lines for the log; times are in milliseconds since its start. */
export interface Narrator {
  /** What `event` is worth saying: none, one or several lines. */
  lines(event: AgentEvent, elapsedMs: number): string[]
  /** One line for a time in which nothing happened; undefined when nothing is to be shown. */
  quiet(quietMs: number, elapsedMs: number): string | undefined
}

/**
 * A narrator that shows nothing (`off`), a line a turn and tool call (`summary`), or all text, tool inputs and tool results
 * (`full`). Lines are bounded in length and hold no control characters.
 */
export function narrator(show: 'off' | 'summary' | 'full'): Narrator {
  if (show === 'off') return { lines: () => [], quiet: () => undefined }
  const calls = new Map<string, ToolCall>()
  const tell = show === 'full' ? fully : briefly
  let begun = false
  return {
    lines(event, elapsedMs) {
      // It comes again whenever a subagent in the background has ended.
      if (event.kind === 'init' && begun) return []
      begun ||= event.kind === 'init'
      const indent = 'parentToolUseId' in event && event.parentToolUseId !== undefined ? '  ' : ''
      const start = `${clock(elapsedMs)}  ${indent}`
      return storyOf(event, (block) => {
        if (block.kind === 'tool-use') calls.set(block.id, block)
        if (calls.size > CALLS_AT_ONCE) calls.delete([...calls.keys()][0] ?? '')
        const lines = tell(block, block.kind === 'tool-result' ? calls.get(block.toolUseId)?.name : undefined)
        if (block.kind === 'tool-result') calls.delete(block.toolUseId)
        return lines
      }).map((line) => (line.startsWith(' ') ? ' '.repeat(start.length) : start) + line)
    },
    quiet(quietMs, elapsedMs) {
      const [running] = [...calls.values()].slice(-1)
      const what = running === undefined ? 'the model' : `${running.name}  ${inputLine(running.input)}`.trimEnd()
      return `${clock(elapsedMs)}  … ${clock(quietMs)} without news, waiting for ${what}`
    },
  }
}

/** More than run at once: a call whose result never comes must not be remembered for ever. */
const CALLS_AT_ONCE = 100

type ToolCall = Extract<Block, { kind: 'tool-use' }>
type Tell = (block: Block, tool: string | undefined) => string[]

function storyOf(event: AgentEvent, tell: (block: Block) => string[]): string[] {
  switch (event.kind) {
    case 'init':
      return [oneLine(`Claude Code ${event.version ?? ''}${event.model === undefined ? '' : `, ${event.model}`}`)]
    case 'assistant':
      if (event.error === undefined) return event.blocks.flatMap(tell)
      return event.blocks.flatMap((block) => (block.kind === 'text' ? [oneLine(`✗ ${block.text}`, FULL_WIDTH)] : []))
    case 'user':
      return event.blocks.flatMap((block) => (block.kind === 'tool-result' ? tell(block) : []))
    case 'retry':
      return [oneLine(describeRetry(event))]
    case 'result':
      return [oneLine(describeResult(event))]
    case 'raw':
      return event.text.trim() === '' ? [] : [oneLine(event.text)]
    case 'other':
      return []
  }
}

/** One line a block. */
const briefly: Tell = (block, tool) => {
  if (block.kind === 'text' && block.text.trim() !== '') return [oneLine(`Claude: ${block.text}`)]
  if (block.kind === 'tool-use') return [oneLine(`${block.name}  ${inputLine(block.input)}`)]
  if (block.kind === 'tool-result' && block.isError) return [oneLine(`✗ ${tool ?? 'tool'} failed: ${block.text}`)]
  return []
}

/** A title, and below it all there is. */
const fully: Tell = (block, tool = 'tool') => {
  switch (block.kind) {
    case 'text':
      return block.text.trim() === '' ? [] : ['Claude:', ...body(block.text)]
    case 'thinking':
      return block.text.trim() === '' ? [] : ['Claude thinks:', ...body(block.text)]
    case 'tool-use':
      return [oneLine(block.name), ...body(JSON.stringify(block.input ?? {}, undefined, 2))]
    case 'tool-result':
      return [oneLine(block.isError ? `✗ ${tool} failed:` : `${tool} returned:`), ...body(block.text)]
    case 'other':
      return []
  }
}

function describeRetry(event: Extract<AgentEvent, { kind: 'retry' }>): string {
  const reason = retryReason(event)
  const wait = (event.delayMs / 1000).toFixed(1)
  return `↻ the call to the model failed${reason === '' ? '' : ` (${reason})`}; retry ${event.attempt} of ${event.maxRetries} in ${wait} s`
}

function describeResult(event: ResultEvent): string {
  const turns = event.numTurns === undefined ? [] : [counted(event.numTurns, 'turn')]
  const cost = event.totalCostUsd === undefined ? [] : [`$${event.totalCostUsd.toFixed(4)}`]
  const why = event.terminalReason ?? event.subtype
  const end = event.isError ? `✗ ended${why === undefined ? '' : ` (${why})`}` : '✓ done'
  return [end, ...turns, ...cost].join(', ')
}

const FULL_WIDTH = 1000
const FULL_LINES = 500

function body(text: string): string[] {
  const lines = linesIn(text.trimEnd())
  const more = lines.length - FULL_LINES
  const shown = lines.slice(0, FULL_LINES).map((line) => `  ${cut(line, FULL_WIDTH)}`)
  return more > 0 ? [...shown, `  … ${more} more lines, see the transcript`] : shown
}

/** `75:03` for an hour and a quarter. */
function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  const padded = (value: number) => String(value).padStart(2, '0')
  return `${padded(Math.floor(seconds / 60))}:${padded(seconds % 60)}`
}
