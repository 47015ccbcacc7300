import { button, el, part } from './dom.ts'
import { commitOf, isDenied, isError, type Row } from './rows.ts'
import { clockTime } from './words.ts'

/** A place of a run that a reader may want to go to. */
interface Landmark {
  readonly row: Row
  readonly kind: 'step' | 'commit' | 'error' | 'denied' | 'subagent'
  readonly text: string
}

/** Above the list of a long run, its landmarks: what Claude said it does, commits, subagents, and what went wrong or was denied. */
export function showContents(rows: readonly Row[], onPick: (row: Row) => void): void {
  if (rows.length < LONG_RUN) return
  const landmarks = rows.flatMap(landmarkOf)
  if (landmarks.length < 3) return
  const start = rows.find(({ at }) => at !== undefined)?.at
  const shown = landmarks.slice(0, MOST)
  const items = shown.map(({ row, kind, text }) => {
    const time = row.at === undefined || start === undefined ? '' : clockTime(row.at - start)
    return el(
      'li',
      { class: kind },
      button(`${SIGNS[kind]}${text}`, () => onPick(row), { class: 'path' }),
      el('span', { class: 'time' }, time),
    )
  })
  const more =
    landmarks.length > shown.length
      ? el('p', { class: 'empty' }, `and ${landmarks.length - shown.length} more`)
      : undefined
  const title = el('summary', {}, `Contents (${landmarks.length})`)
  part('contents').replaceChildren(el('details', { class: 'panel contents' }, title, el('ol', {}, ...items), more))
}

const LONG_RUN = 30
const MOST = 500

const SIGNS = { step: '', commit: 'Commit: ', error: 'Error: ', denied: 'Denied: ', subagent: 'Subagent: ' }

function landmarkOf(row: Row): readonly Landmark[] {
  const of = (kind: Landmark['kind'], text: string): readonly Landmark[] => [{ row, kind, text: firstLine(text) }]
  const commit = commitOf(row)
  if (commit !== undefined) return of('commit', `${commit.sha} ${commit.message}`)
  if (row.kind === 'call' && row.children.length > 0) return of('subagent', inputText(row.input))
  if (isDenied(row) && row.kind === 'call') return of('denied', `${row.name} ${inputText(row.input)}`)
  if (isError(row) && row.parent === undefined) {
    if (row.kind === 'call') return of('error', `${row.name} ${inputText(row.input)}`)
    return row.kind === 'note' ? of('error', row.title) : []
  }
  return row.kind === 'message' && row.speaker === 'Claude' && row.parent === undefined ? of('step', row.text) : []
}

const firstLine = (text: string) => {
  const line = text.trim().split('\n')[0] ?? ''
  return line.length > 100 ? `${line.slice(0, 99)}…` : line
}

function inputText(input: unknown): string {
  if (typeof input !== 'object' || input === null) return ''
  const first: unknown = Object.values(input).find((value) => typeof value === 'string')
  return typeof first === 'string' ? first : ''
}
