import { EDITING_TOOLS } from './edits.ts'
import { isDenied, isError, type Row } from './rows.ts'

/** How rows look at the moment. */
export interface Look {
  /** What is searched for. */
  pattern: RegExp | undefined
  /** Where the agent worked, and when it began. */
  readonly directory: string | undefined
  readonly start: number | undefined
  readonly folds: Folds
  /** How much is shown of long texts, in characters or lines, by where they stand. */
  readonly shown: Map<string, number>
  /** Rows whose events are shown as JSON too. */
  readonly asJson: Set<Row>
  /** A line of the transcript by its number. */
  line(event: number): Promise<string>
  /** Called when the reader folds or unfolds a row, or asks for its JSON. */
  onToggle(row: Row): void
  onJson(row: Row): void
}

/** Which rows are open. */
export interface Folds {
  isOpen(row: Row): boolean
  set(row: Row, open: boolean): void
  /** Opens or closes every row. */
  setAll(open: boolean): void
}

/** Folds as they are at first: what was said, changed or went wrong is open; thinking and other calls are not. */
export function startFolds(): Folds {
  const own = new Map<Row, boolean>()
  let all: boolean | undefined
  return {
    isOpen: (row) => own.get(row) ?? all ?? isOpenAtFirst(row),
    set: (row, open) => void own.set(row, open),
    setAll(open) {
      own.clear()
      all = open
    },
  }
}

function isOpenAtFirst(row: Row): boolean {
  switch (row.kind) {
    case 'message':
    case 'report':
      return true
    case 'call':
      return (
        isError(row) ||
        isDenied(row) ||
        row.children.length > 0 ||
        EDITING_TOOLS.has(row.name) ||
        row.name === 'TodoWrite'
      )
    case 'note':
      return row.tone === 'error'
    case 'thinking':
    case 'retry':
      return false
  }
}
