import { diffArrays } from 'diff'

import { countOf, fieldsOf, listOf, stringOf, type Fields } from './fields.ts'
import type { CallRow } from './rows.ts'

/** A line of a diff: kept, taken away or added. */
export interface DiffLine {
  readonly sign: ' ' | '-' | '+'
  readonly text: string
}

/** Lines of a file that changed, with some around them. Numbers are of their first lines; undefined where not known. */
export interface Hunk {
  readonly oldStart: number | undefined
  readonly newStart: number | undefined
  readonly lines: readonly DiffLine[]
}

/** The tools of Claude Code that change a file. */
export const EDITING_TOOLS: ReadonlySet<string> = new Set(['Edit', 'MultiEdit', 'Write', 'NotebookEdit'])

/**
 * What a call changes: Claude Code's own patch where its result has one (field names as 2.1.330 writes them), else the
 * difference of the texts in its input.
 */
export function hunksOf({ name, input, result }: CallRow): readonly Hunk[] {
  const patch = listOf(fieldsOf(result?.detail).structuredPatch).map(fieldsOf)
  if (patch.length > 0) return patch.map(patchHunk)
  const given = fieldsOf(input)
  if (name === 'Write') return [{ oldStart: undefined, newStart: 1, lines: added(given.content) }]
  if (name === 'NotebookEdit') return [{ oldStart: undefined, newStart: undefined, lines: added(given.new_source) }]
  if (name === 'MultiEdit') return listOf(given.edits).map((edit) => replacement(fieldsOf(edit)))
  return [replacement(given)]
}

/** How many lines the hunks add and take away. */
export function changeCounts(hunks: readonly Hunk[]): { readonly added: number; readonly removed: number } {
  const count = (sign: string) =>
    hunks.reduce((sum, { lines }) => sum + lines.filter((line) => line.sign === sign).length, 0)
  return { added: count('+'), removed: count('-') }
}

function patchHunk(hunk: Fields): Hunk {
  const lines = listOf(hunk.lines).flatMap((line): DiffLine[] => {
    if (typeof line !== 'string' || line.startsWith('\\')) return []
    const sign = line.startsWith('-') ? '-' : line.startsWith('+') ? '+' : ' '
    return [{ sign, text: line.slice(1) }]
  })
  return { oldStart: countOf(hunk.oldStart), newStart: countOf(hunk.newStart), lines }
}

const replacement = (edit: Fields): Hunk => ({
  oldStart: undefined,
  newStart: undefined,
  lines: diffLines(stringOf(edit.old_string) ?? '', stringOf(edit.new_string) ?? ''),
})

const added = (content: unknown) => diffLines('', stringOf(content) ?? '')

/**
 * The difference of two texts, line by line. Where what differs takes more than 2000 lines, all of it is taken away and added.
 */
export function diffLines(before: string, after: string): readonly DiffLine[] {
  const [a, b] = [linesOf(before), linesOf(after)]
  const shorter = Math.min(a.length, b.length)
  let [head, tail] = [0, 0]
  while (head < shorter && a[head] === b[head]) head++
  while (tail < shorter - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++
  const [removed, added] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)]
  const parts = diffArrays(removed, added, { maxEditLength: 2000 }) ?? [
    { removed: true, added: false, value: removed },
    { removed: false, added: true, value: added },
  ]
  const lines = (sign: DiffLine['sign'], texts: readonly string[]) => texts.map((text) => ({ sign, text }))
  return [
    ...lines(' ', a.slice(0, head)),
    ...parts.flatMap((part) => lines(part.removed ? '-' : part.added ? '+' : ' ', part.value)),
    ...lines(' ', a.slice(a.length - tail)),
  ]
}

const linesOf = (text: string) => (text === '' ? [] : text.replace(/\n$/, '').split('\n'))
