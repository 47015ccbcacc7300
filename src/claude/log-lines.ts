import { fieldOf, stringOf } from '../json.ts'
import { grouped, plural } from '../text.ts'
import { describeTask } from './activity.ts'
import type { AgentEvent, BackgroundTask, Block } from './events.ts'
import { clock, cut, toolInputLine, linesIn, oneLine } from './one-line.ts'
import { retryReason } from './statistics.ts'

/**
 * The log's lines on a run: nothing (`off`), a line a turn and tool call and what is noteworthy of hooks and background work (`summary`),
 * or all text, tool inputs and results and all hooks (`full`). Lines are short and hold no control characters; times are milliseconds.
 */
export function logLinesFor(show: 'off' | 'summary' | 'full') {
  const calls = new Map<string, ToolCall>()
  const tasks = new Map<string, BackgroundTask>()
  let started = false

  function blockLines(block: Block, event: AgentEvent): string[] {
    if (block.kind === 'tool-use') calls.set(block.id, block)
    if (calls.size > CALLS_AT_ONCE) calls.delete([...calls.keys()][0] ?? '')
    const call = block.kind === 'tool-result' ? calls.get(block.toolUseId) : undefined
    if (call !== undefined) calls.delete(call.id)
    // A hook says itself why; what Claude Code says of other refusals is meant for the model.
    const refusals = event.kind === 'user' ? event.refusals : []
    if (call !== undefined && refusals.some(({ toolUseId, reason }) => toolUseId === call.id && reason !== 'hook'))
      return [oneLine(`✗ not allowed: ${call.name}  ${toolInputLine(call.input)}`)]
    return show === 'full' ? describeInFull(block, call?.name) : describeBriefly(block, call?.name)
  }

  function linesFor(event: AgentEvent, turns: number): string[] {
    switch (event.kind) {
      case 'init':
        return [
          oneLine(`Claude Code ${event.version ?? ''}${event.model === undefined ? '' : `, ${event.model}`}`),
          ...event.mcpServers.map(({ name, status }) =>
            oneLine(`${status === 'connected' ? '' : '✗ '}MCP server ${name}: ${status}`),
          ),
        ]
      case 'assistant':
        if (event.error === undefined) return event.blocks.flatMap((block) => blockLines(block, event))
        return event.blocks.flatMap((block) => (block.kind === 'text' ? [oneLine(`✗ ${block.text}`, FULL_WIDTH)] : []))
      case 'user':
        return event.blocks.flatMap((block) => (block.kind === 'tool-result' ? blockLines(block, event) : []))
      case 'retry': {
        const next = `retry ${event.attempt} of ${event.maxRetries} in ${(event.delayMs / 1000).toFixed(1)} s`
        return [oneLine(`↻ ${retryReason(event) || 'the call failed'}; ${next}`)]
      }
      case 'result': {
        const cost = event.totalCostUsd === undefined ? '' : `, $${event.totalCostUsd.toFixed(4)}`
        const why = event.terminalReason ?? event.subtype
        const end = event.isError ? `✗ ended${why === undefined ? '' : ` (${why})`}` : '✓ done'
        return [oneLine(`${end}, ${plural(turns, 'turn')}${cost}`)]
      }
      case 'raw':
        return event.text.trim() === '' ? [] : [oneLine(event.text)]
      case 'notice':
        return [oneLine(`⚠ ${event.text}`)]
      case 'hook-ended':
        return event.failed || show === 'full' ? hookLines(event, show) : []
      case 'background-started':
        if (tasks.size < CALLS_AT_ONCE) tasks.set(event.task.id, event.task)
        return [oneLine(`→ ${describeTask(event.task)}`)]
      case 'background-ended': {
        const task = tasks.get(event.id)
        tasks.delete(event.id)
        return task === undefined ? [] : [oneLine(`← ${describeTask(task)}: ${event.status}`)]
      }
      default:
        return []
    }
  }

  return {
    /** The lines for `event`: none, one or several. */
    lines(event: AgentEvent, { elapsedMs, turns }: { elapsedMs: number; turns: number }): string[] {
      // It comes again whenever a subagent in the background has ended.
      if (show === 'off' || (event.kind === 'init' && started)) return []
      started ||= event.kind === 'init'
      const indent = 'parentToolUseId' in event && event.parentToolUseId !== undefined ? '  ' : ''
      const start = `${clock(elapsedMs)}  ${indent}`
      return linesFor(event, turns).map((line) => (line.startsWith(' ') ? ' '.repeat(start.length) : start) + line)
    },
    /** One line for a time without output; `tokens` and `dollars`, where the model has a known price, are those of the run so far. */
    quiet(
      quietMs: number,
      at: { elapsedMs: number; waitingFor: string; tokens: number; dollars: number | undefined },
    ): string | undefined {
      if (show === 'off') return undefined
      const cost = at.dollars === undefined ? '' : `about $${at.dollars.toFixed(2)}, `
      const used = at.tokens === 0 ? '' : ` (${cost}${grouped(at.tokens)} tokens so far)`
      return `${clock(at.elapsedMs)}  … no output for ${clock(quietMs).replace(/^0/, '')}, waiting for ${at.waitingFor}${used}`
    },
  }
}

/** More than run at once: calls whose results never come must not pile up. */
const CALLS_AT_ONCE = 100

type ToolCall = Extract<Block, { kind: 'tool-use' }>
type DescribeBlock = (block: Block, tool: string | undefined) => string[]

/** One line a block. */
const describeBriefly: DescribeBlock = (block, tool) => {
  if (block.kind === 'text' && block.text.trim() !== '') return [oneLine(`Claude: ${block.text}`)]
  if (block.kind === 'tool-use') return [callLine(block)]
  if (block.kind === 'tool-result' && block.isError) return [failedLine(tool ?? 'tool', block.text)]
  return []
}

/** A tool call; an edit with how many lines it adds and takes away, as its input says. */
function callLine({ name, input }: ToolCall): string {
  const line = `${name}  ${toolInputLine(input)}`
  const counts = EDITS.has(name) ? editCounts(input) : undefined
  return counts === undefined ? oneLine(line) : `${oneLine(line)}  +${counts.added} −${counts.removed}`
}

const EDITS: ReadonlySet<string> = new Set(['Edit', 'Write'])

/** Lines of an edit; what both texts begin and end with is not changed. */
function editCounts(input: unknown): { added: number; removed: number } | undefined {
  const [before = '', after = fieldOf(input, 'content')] = [fieldOf(input, 'old_string'), fieldOf(input, 'new_string')]
  if (typeof before !== 'string' || typeof after !== 'string' || stringOf(input, 'file_path') === undefined)
    return undefined
  const [old, young] = [linesOfText(before), linesOfText(after)]
  let start = 0
  while (start < Math.min(old.length, young.length) && old[start] === young[start]) start++
  let end = 0
  while (end < Math.min(old.length, young.length) - start && old.at(-1 - end) === young.at(-1 - end)) end++
  return { added: young.length - start - end, removed: old.length - start - end }
}

const linesOfText = (text: string) => (text === '' ? [] : linesIn(text.replace(/\n$/, '')))

/** Why a tool call failed: of a command the exit code and its last line, which says most; else the first line. */
function failedLine(tool: string, text: string): string {
  const [, code, output = ''] = /^Exit code (\d+)\s*(.*)$/s.exec(text) ?? []
  if (code === undefined) return oneLine(`✗ ${tool} failed: ${text.replaceAll(/<\/?tool_use_error>/g, '')}`)
  const last = linesIn(output.slice(-TAIL)).findLast((line) => line.trim() !== '')
  return oneLine(`✗ ${tool} failed with exit code ${code}${last === undefined ? '' : `: ${last.trim()}`}`)
}

/** Bounds what is looked at for the last line. */
const TAIL = 4000

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

function hookLines(hook: Extract<AgentEvent, { kind: 'hook-ended' }>, show: 'off' | 'summary' | 'full'): string[] {
  const { name, failed, exitCode, output } = hook
  const code = exitCode === undefined ? '' : ` (exit code ${exitCode})`
  const title = failed ? `✗ hook ${name} failed${code}` : `hook ${name}`
  if (output.trim() === '') return [oneLine(title)]
  return show === 'full' ? [oneLine(`${title}:`), ...body(output)] : [oneLine(`${title}: ${output}`)]
}

const FULL_WIDTH = 1000
const FULL_LINES = 500

function body(text: string): string[] {
  const lines = linesIn(text.trimEnd())
  const more = lines.length - FULL_LINES
  const shown = lines.slice(0, FULL_LINES).map((line) => `  ${cut(line, FULL_WIDTH)}`)
  return more > 0 ? [...shown, `  … ${more} more lines, see the transcript`] : shown
}
