import { EDITING_TOOLS, hunksOf, type Hunk } from './edits.ts'
import { fieldsOf, isFields, listOf, prettyJson, stringOf, type Fields } from './fields.ts'
import type { CallRow } from './rows.ts'

/** A part of what a call shows. */
export type Section =
  | { readonly kind: 'command'; readonly text: string; readonly purpose: string }
  | { readonly kind: 'text'; readonly label: string; readonly text: string; readonly tone: 'plain' | 'error' }
  | { readonly kind: 'fields'; readonly fields: readonly (readonly [name: string, text: string])[] }
  | { readonly kind: 'diff'; readonly hunks: readonly Hunk[] }
  | { readonly kind: 'todos'; readonly todos: readonly Todo[] }

/** An item of a list of things to do. */
export interface Todo {
  readonly text: string
  readonly status: 'done' | 'doing' | 'open'
}

/** What a call is about in a few words: its command, file, pattern or address. Paths are shown from `directory` on. */
export function callTitle({ name, input }: Pick<CallRow, 'name' | 'input'>, directory: string | undefined): string {
  const given = fieldsOf(input)
  const path = stringOf(given.file_path) ?? stringOf(given.notebook_path)
  const pattern = stringOf(given.pattern)
  if (path !== undefined) return localPath(path, directory)
  if (pattern !== undefined) {
    const where = stringOf(given.path)
    return where === undefined ? pattern : `${pattern} in ${localPath(where, directory)}`
  }
  if (name === 'TodoWrite') {
    const todos = todosOf(given)
    return `${todos.filter(({ status }) => status === 'done').length} of ${todos.length} done`
  }
  const preferred = [given.command, given.description, given.url, given.query].find((text) => typeof text === 'string')
  const first = preferred ?? Object.values(given).find((text) => typeof text === 'string')
  return (stringOf(first) ?? '').slice(0, 400).replace(/\s+/g, ' ').trim()
}

/** A path as it reads inside of `directory`. */
export function localPath(path: string, directory: string | undefined): string {
  return directory !== undefined && path.startsWith(`${directory}/`) ? path.slice(directory.length + 1) : path
}

/** How a command ended; undefined while that is not known. Claude Code tells a code other than 0 in the text. */
export function exitCode({ name, result }: Pick<CallRow, 'name' | 'result'>): number | undefined {
  if (name !== 'Bash' || result === undefined) return undefined
  const { status, text, detail } = result
  if (status === 'failed') {
    const code = EXIT_CODE.exec(text)?.[1]
    return code === undefined ? undefined : Number(code)
  }
  const { backgroundTaskId, interrupted } = fieldsOf(detail)
  return status === 'ok' && backgroundTaskId === undefined && interrupted !== true ? 0 : undefined
}

/** What a call shows when it is open: its input, then its result unless that stands in a row of its own. */
export function callSections(call: CallRow): readonly Section[] {
  const input = inputSections(call)
  return call.children.length > 0 || call.result === undefined ? input : [...input, ...resultSections(call)]
}

function inputSections(call: CallRow): readonly Section[] {
  const given = fieldsOf(call.input)
  if (!isFields(call.input)) return textSection('Input', call.input === undefined ? '' : prettyJson(call.input))
  if (call.name === 'Bash' && typeof given.command === 'string') {
    const purpose = stringOf(given.description) ?? ''
    return [{ kind: 'command', text: given.command, purpose }, ...fieldSection(given, ['command', 'description'])]
  }
  if (EDITING_TOOLS.has(call.name)) {
    return [...fieldSection(given, SHOWN_BY_DIFF), { kind: 'diff', hunks: hunksOf(call) }]
  }
  if (call.name === 'TodoWrite') return [{ kind: 'todos', todos: todosOf(given) }, ...fieldSection(given, ['todos'])]
  if (call.name === 'Read') return fieldSection(given, ['file_path'])
  return fieldSection(given, [])
}

/** The result of a call that stands in a row of its own, or behind the input. */
export function resultSections({ name, result }: Pick<CallRow, 'name' | 'result'>): readonly Section[] {
  if (result === undefined) return []
  const { stdout, stderr } = fieldsOf(result.detail)
  if (result.status !== 'ok') {
    const text = name === 'Bash' ? result.text.replace(EXIT_CODE, '') : result.text
    return textSection(name === 'Bash' ? 'Output' : 'Result', text, 'error')
  }
  if (name === 'Bash' && typeof stdout === 'string' && typeof stderr === 'string' && stderr !== '') {
    return [...(stdout === '' ? [] : textSection('Output', stdout)), ...textSection('Standard error', stderr)]
  }
  // "The file ... has been updated successfully" says nothing that the mark and the diff or list do not.
  const saysNothing = name === 'TodoWrite' || (EDITING_TOOLS.has(name) && isFields(result.detail))
  if (saysNothing) return []
  return textSection(name === 'Bash' ? 'Output' : 'Result', result.text)
}

const EXIT_CODE = /^Exit code (\d+)\n?/

const SHOWN_BY_DIFF = ['file_path', 'notebook_path', 'old_string', 'new_string', 'content', 'new_source', 'edits']

const textSection = (label: string, text: string, tone: 'plain' | 'error' = 'plain'): readonly Section[] => [
  { kind: 'text', label, text, tone },
]

/** Members that are not shown otherwise; `false` and what is empty say nothing. */
function fieldSection(given: Fields, shown: readonly string[]): readonly Section[] {
  const fields = Object.entries(given).flatMap(([name, value]): [string, string][] => {
    if (shown.includes(name) || value === false || value === '' || value === null) return []
    return [[name, typeof value === 'string' ? value : prettyJson(value)]]
  })
  return fields.length === 0 ? [] : [{ kind: 'fields', fields }]
}

function todosOf(given: Fields): readonly Todo[] {
  return listOf(given.todos).map((item) => {
    const { content, status } = fieldsOf(item)
    const known = status === 'completed' ? 'done' : status === 'in_progress' ? 'doing' : 'open'
    return { text: stringOf(content) ?? prettyJson(item), status: known }
  })
}
