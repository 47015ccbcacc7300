import { stripVTControlCharacters } from 'node:util'

import type { AgentEvent, Block, ResultEvent } from './events.ts'
import { retryReason } from './statistics.ts'

/** The log's lines on a run; times are in milliseconds since its start. */
export interface LogLines {
  /** The lines for `event`: none, one or several. */
  lines(event: AgentEvent, elapsedMs: number): string[]
  /** One line for a time without output; undefined when nothing is to be shown. */
  quiet(quietMs: number, elapsedMs: number): string | undefined
}

/**
 * Nothing (`off`), a line a turn and tool call (`summary`), or all text, tool inputs and tool results (`full`). Lines are bounded in length and hold no control characters.
 */
export function logLinesFor(show: 'off' | 'summary' | 'full'): LogLines {
  if (show === 'off') return { lines: () => [], quiet: () => undefined }
  const calls = new Map<string, ToolCall>()
  const describe = show === 'full' ? describeInFull : describeBriefly
  let started = false
  return {
    lines(event, elapsedMs) {
      // It comes again whenever a subagent in the background has ended.
      if (event.kind === 'init' && started) return []
      started ||= event.kind === 'init'
      const indent = 'parentToolUseId' in event && event.parentToolUseId !== undefined ? '  ' : ''
      const start = `${clock(elapsedMs)}  ${indent}`
      return linesFor(event, (block) => {
        if (block.kind === 'tool-use') calls.set(block.id, block)
        if (calls.size > CALLS_AT_ONCE) calls.delete([...calls.keys()][0] ?? '')
        const lines = describe(block, block.kind === 'tool-result' ? calls.get(block.toolUseId)?.name : undefined)
        if (block.kind === 'tool-result') calls.delete(block.toolUseId)
        return lines
      }).map((line) => (line.startsWith(' ') ? ' '.repeat(start.length) : start) + line)
    },
    quiet(quietMs, elapsedMs) {
      const [running] = [...calls.values()].slice(-1)
      const what = running === undefined ? 'the model' : `${running.name}  ${inputLine(running.input)}`.trimEnd()
      return `${clock(elapsedMs)}  … no output for ${clock(quietMs).replace(/^0/, '')}, waiting for ${what}`
    },
  }
}

/** More than run at once: calls whose results never come must not pile up. */
const CALLS_AT_ONCE = 100

type ToolCall = Extract<Block, { kind: 'tool-use' }>
type DescribeBlock = (block: Block, tool: string | undefined) => string[]

function linesFor(event: AgentEvent, describe: (block: Block) => string[]): string[] {
  switch (event.kind) {
    case 'init':
      return [oneLine(`Claude Code ${event.version ?? ''}${event.model === undefined ? '' : `, ${event.model}`}`)]
    case 'assistant':
      if (event.error === undefined) return event.blocks.flatMap(describe)
      return event.blocks.flatMap((block) => (block.kind === 'text' ? [oneLine(`✗ ${block.text}`, FULL_WIDTH)] : []))
    case 'user':
      return event.blocks.flatMap((block) => (block.kind === 'tool-result' ? describe(block) : []))
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
const describeBriefly: DescribeBlock = (block, tool) => {
  if (block.kind === 'text' && block.text.trim() !== '') return [oneLine(`Claude: ${block.text}`)]
  if (block.kind === 'tool-use') return [oneLine(`${block.name}  ${inputLine(block.input)}`)]
  if (block.kind === 'tool-result' && block.isError) return [oneLine(`✗ ${tool ?? 'tool'} failed: ${block.text}`)]
  return []
}

/** A title, and below it all there is. */
const describeInFull: DescribeBlock = (block, tool = 'tool') => {
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

/** Width of a line that is one of many. */
const BRIEF_WIDTH = 160

/** Bounds what is looked at, whatever the length of the text. */
const FIRST_PART = 4000

/** The first line of `text` that is not blank, cut to `width` characters, with no control characters in it. */
export function oneLine(text: string, width = BRIEF_WIDTH): string {
  const [first = '', ...rest] = linesIn(text.trim().slice(0, FIRST_PART))
  return cut(rest.length > 0 ? `${first} …` : first, width)
}

/** The inputs that say most about a tool call, in this order. */
const KEY_INPUTS = ['command', 'file_path', 'notebook_path', 'pattern', 'path', 'url', 'query', 'skill', 'description']

/** The input of a tool call on one line: the part that says most, or else all of it. */
export function inputLine(input: unknown): string {
  if (typeof input !== 'object' || input === null) return ''
  const fields = new Map<string, unknown>(Object.entries(input))
  const value = KEY_INPUTS.map((name) => fields.get(name)).find((input) => typeof input === 'string')
  return oneLine(typeof value === 'string' ? value : fields.size === 0 ? '' : JSON.stringify(input))
}

/** The lines of a text, however they end. */
export const linesIn = (text: string): string[] => text.split(/\r\n|[\r\n\u2028\u2029]/)

/** A line of at most `width` characters, with no control characters in it; `…` stands for what was cut off. */
export function cut(line: string, width: number): string {
  // Some characters count twice, and what is dropped counts too: clean more than is kept.
  const part = line.slice(0, 4 * width)
  const characters = Array.from(clean(part))
  const whole = characters.length <= width && part.length === line.length
  return whole ? characters.join('').trimEnd() : `${characters.slice(0, width).join('')}…`
}

/** `1 turn`, `2 turns`. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

/** Without escape sequences, control characters, and marks that turn the direction of text. */
const clean = (line: string) =>
  stripVTControlCharacters(line)
    .replaceAll('\t', '  ')
    .replaceAll(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
