import type { Look } from './look.ts'
import type { Row } from './rows.ts'
import { findRows, searchPattern } from './search.ts'
import type { Stage } from './stage.ts'
import { counted, wholeCount } from './words.ts'

/** Looks for a text in all events, and steps through those that have it. */
export interface Finder {
  /** Looks once the reader has stopped typing; resolves when it has looked, or a later search took its place. */
  search(text: string): Promise<void>
  /** Goes to the next or previous event with a match; behind the last one comes the first. */
  step(by: 1 | -1): void
}

/** What a finder works with; `report` shows how many there are. */
export interface FinderOptions {
  readonly rows: readonly Row[]
  readonly look: Look
  readonly stage: Stage
  readonly report: (words: string) => void
}

/** Makes a finder. */
export function createFinder({ rows, look, stage, report }: FinderOptions): Finder {
  let matches: readonly Row[] = []
  let searching = new AbortController()
  return {
    async search(text) {
      searching.abort()
      searching = new AbortController()
      const { signal } = searching
      await new Promise((resolve) => setTimeout(resolve, TYPING_MS))
      if (signal.aborted) return
      const pattern = searchPattern(text)
      const found = pattern === undefined ? [] : await findRows(rows, pattern, signal)
      // A later search may have begun meanwhile, which the compiler does not see.
      if (searching.signal !== signal) return
      look.pattern = pattern
      matches = found
      stage.mark(new Set(found))
      if (pattern === undefined) report('')
      else report(found.length === 0 ? 'no match' : counted(found.length, 'event'))
    },
    step(by) {
      const reading = stage.readingRow()
      const at = reading === undefined ? -1 : rows.indexOf(reading)
      // Where nothing has been chosen yet, the event in the window is itself a place to go to.
      const isNew = stage.current() === undefined
      const order = new Map(rows.map((row, index) => [row, index]))
      const isAfter = (row: Row) => (order.get(row) ?? 0) > (isNew ? at - 1 : at)
      const isBefore = (row: Row) => (order.get(row) ?? 0) < at
      const row = by === 1 ? (matches.find(isAfter) ?? matches[0]) : (matches.findLast(isBefore) ?? matches.at(-1))
      if (row === undefined) return
      look.folds.set(row, true)
      stage.go(row)
      stage.update(row)?.querySelector('.body mark')?.scrollIntoView({ block: 'nearest' })
      report(`${wholeCount(matches.indexOf(row) + 1)} of ${wholeCount(matches.length)}`)
    },
  }
}

const TYPING_MS = 120
