import { fieldsOf, listOf } from './fields.ts'
import type { Row } from './rows.ts'

/** A pattern that finds a text as it is written, in any case; undefined for an empty one. */
export function searchPattern(text: string): RegExp | undefined {
  if (text.trim() === '') return undefined
  return new RegExp(text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'), 'giu')
}

/** Finds the rows whose text has the pattern, in order. It looks for a few milliseconds at a time, and stops when asked to. */
export async function findRows(rows: readonly Row[], pattern: RegExp, signal: AbortSignal): Promise<readonly Row[]> {
  const found: Row[] = []
  let since = performance.now()
  for (const row of rows) {
    if (textsOf(row).some((text) => hasMatch(text, pattern))) found.push(row)
    if (performance.now() - since < 12) continue
    await new Promise((resolve) => setTimeout(resolve))
    if (signal.aborted) return []
    since = performance.now()
  }
  return found
}

// `search` leaves the pattern as it is, where `test` and `exec` would move on in it.
const hasMatch = (text: string, pattern: RegExp) => text.search(pattern) >= 0

/** Every text that a row shows when it is open. */
export function textsOf(row: Row): readonly string[] {
  switch (row.kind) {
    case 'message':
    case 'thinking':
    case 'retry':
      return [row.text]
    case 'note':
      return [row.title, row.text]
    case 'report':
      return [row.result.text]
    case 'call': {
      const texts = [row.name]
      gatherTexts(row.input, texts)
      if (row.result === undefined) return texts
      const { stderr, structuredPatch } = fieldsOf(row.result.detail)
      gatherTexts([stderr, listOf(structuredPatch).map((hunk) => fieldsOf(hunk).lines)], texts)
      if (row.children.length === 0) texts.push(row.result.text)
      return texts
    }
  }
}

function gatherTexts(value: unknown, into: string[]): void {
  if (typeof value === 'string') into.push(value)
  else if (typeof value === 'object' && value !== null) {
    for (const [key, member] of Object.entries(value)) {
      if (!Array.isArray(value)) into.push(key)
      gatherTexts(member, into)
    }
  } else if (typeof value === 'number' || typeof value === 'boolean') into.push(String(value))
}
