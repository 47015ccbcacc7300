import { isDenied, isError, type Row } from './rows.ts'

/** Which rows are shown: by `choice`, and of those perhaps only what went wrong. */
export interface Filter {
  readonly choice: Choice
  readonly errorsOnly: boolean
}

/** The conversation without progress reports; or every event; or one kind; or calls that were denied; or one tool's. */
export type Choice =
  'conversation' | 'every' | 'messages' | 'thinking' | 'calls' | 'denied' | 'retries' | `tool:${string}`

/** What is shown at first. */
export const WHOLE_CONVERSATION: Filter = { choice: 'conversation', errorsOnly: false }

/** Whether a filter lets a row through. */
export function passes(row: Row, { choice, errorsOnly }: Filter): boolean {
  if (errorsOnly && !isError(row)) return false
  switch (choice) {
    case 'conversation':
      return row.kind !== 'note' || row.tone !== 'quiet'
    case 'every':
      return true
    case 'messages':
      return row.kind === 'message'
    case 'thinking':
      return row.kind === 'thinking'
    case 'calls':
      return row.kind === 'call'
    case 'denied':
      return isDenied(row)
    case 'retries':
      return row.kind === 'retry'
    default:
      return row.kind === 'call' && choice === `tool:${row.name}`
  }
}

/** Whether a filter shows the conversation as a whole, where folding a subagent hides what it did. */
export const isWhole = ({ choice, errorsOnly }: Filter): boolean =>
  !errorsOnly && (choice === 'conversation' || choice === 'every')

/** How many calls there are of each tool, the most used first. */
export function toolCounts(rows: readonly Row[]): readonly (readonly [name: string, count: number])[] {
  const counts = new Map<string, number>()
  for (const row of rows) if (row.kind === 'call') counts.set(row.name, (counts.get(row.name) ?? 0) + 1)
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
}
