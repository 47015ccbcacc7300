// What the list shows. An event is a row for each of its blocks; the result of a tool call belongs to the call's row.

interface RowBase {
  /** Id of its element, and the fragment that links to it: `event-12`, further blocks of the event `event-12-2`. */
  readonly id: string
  /** Number of its line in `transcript.jsonl`, from 1. */
  readonly event: number
  /** Milliseconds since 1970, as Claude Code stamped it; rows without a stamp of their own have none. */
  readonly at: number | undefined
  /** The call of the subagent that the row is part of. */
  readonly parent: CallRow | undefined
  /** What the answer took that begins with this row. */
  used?: Used
}

/** Tokens and an estimate of the cost of an answer. */
export interface Used {
  readonly tokens: number
  readonly costUsd: number | undefined
}

/** Text that somebody said. */
export interface MessageRow extends RowBase {
  readonly kind: 'message'
  readonly speaker: 'Claude' | 'User' | 'Prompt'
  readonly text: string
}

/** What the model thought. */
export interface ThinkingRow extends RowBase {
  readonly kind: 'thinking'
  readonly text: string
}

/** A tool call with its result; `children` are what a subagent did inside of it. */
export interface CallRow extends RowBase {
  readonly kind: 'call'
  readonly name: string
  readonly input: unknown
  result: CallResult | undefined
  readonly children: Row[]
}

/** How a tool call ended. */
export interface CallResult {
  readonly event: number
  readonly at: number | undefined
  readonly text: string
  /** Images that the tool gave. */
  readonly images: readonly ResultImage[]
  readonly status: 'ok' | 'failed' | 'denied' | 'stopped'
  /** Claude Code's own record of it (`tool_use_result`): a patch, standard output and error, and so on. */
  readonly detail: unknown
}

/** An image in base64. */
export interface ResultImage {
  readonly type: string
  readonly data: string
}

/** The result of a call with children, which stands behind them. */
export interface ReportRow extends RowBase {
  readonly kind: 'report'
  readonly call: CallRow
  readonly result: CallResult
}

/** A call to the model that failed and is tried again. */
export interface RetryRow extends RowBase {
  readonly kind: 'retry'
  readonly text: string
  readonly delayMs: number
}

/** Anything else; `quiet` ones are progress reports, which only the filter `every event` shows. */
export interface NoteRow extends RowBase {
  readonly kind: 'note'
  readonly title: string
  readonly text: string
  readonly tone: 'plain' | 'error' | 'quiet'
}

/** One row of the list. */
export type Row = MessageRow | ThinkingRow | CallRow | ReportRow | RetryRow | NoteRow

/** How deep in subagents a row is; 0 for the main agent. */
export function depthOf(row: Row): number {
  let depth = 0
  for (let call = row.parent; call !== undefined; call = call.parent) depth++
  return depth
}

/** Whether a row tells of an error: a call that failed or was stopped, a failed end. A retry or a denied call is none. */
export function isError(row: Row): boolean {
  switch (row.kind) {
    case 'call':
      return row.result !== undefined && FAILED.has(row.result.status)
    case 'report':
      return FAILED.has(row.result.status)
    case 'note':
      return row.tone === 'error'
    case 'retry':
    case 'message':
    case 'thinking':
      return false
  }
}

const FAILED: ReadonlySet<CallResult['status']> = new Set(['failed', 'stopped'])

/** Whether a call was not allowed. */
export const isDenied = (row: Row): boolean => row.kind === 'call' && row.result?.status === 'denied'

/** The commit that a call made: its short name and message, as git prints them. */
export function commitOf(row: Row): { readonly sha: string; readonly message: string } | undefined {
  if (row.kind !== 'call' || row.name !== 'Bash' || row.result?.status !== 'ok') return undefined
  const [, sha, message] = /^\[[^\]\n]{1,200} ([\da-f]{7,40})\] (.+)$/m.exec(row.result.text.slice(0, 20_000)) ?? []
  return sha === undefined || message === undefined ? undefined : { sha, message }
}
