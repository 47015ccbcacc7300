import { isRecord } from '../json.ts'
import { accepted, refused, type Parsed } from './scalars.ts'

/** A JSON object in which no key is there twice. What is wrong is named with line and column, and not quoted: it may hold secrets. */
export function parseJsonObject(text: string): Parsed<Readonly<Record<string, unknown>>> {
  if (text.trim() === '') return refused('must be a JSON object, and is empty')
  const fault = faultIn(text)
  if (fault !== undefined) {
    const before = text.slice(0, fault.at).split('\n')
    const column = (before.at(-1) ?? '').length + 1
    return refused(`must be a JSON object: line ${before.length}, column ${column} ${fault.problem}`)
  }
  const value: unknown = JSON.parse(text)
  return isRecord(value) ? accepted(value) : refused('must be a JSON object')
}

/** The text of a JSON object, kept as it is. */
export const jsonObject = (text: string): Parsed<string> => {
  const parsed = parseJsonObject(text)
  return parsed.ok ? accepted(text) : parsed
}

/** What is wrong with a text by the grammar of JSON (https://www.rfc-editor.org/rfc/rfc8259); `problem` completes a sentence that starts with the position. */
function faultIn(text: string): { readonly at: number; readonly problem: string } | undefined {
  /** For each open bracket the keys so far; undefined for a list. */
  const open: (Set<string> | undefined)[] = []
  let expected: 'value' | 'key' | ':' | ',' = 'value'
  let previous = ''
  for (TOKEN.lastIndex = 0; open.length < DEEPEST;) {
    const token = TOKEN.exec(text)?.[1] ?? ''
    const at = TOKEN.lastIndex - token.length
    const fault = (problem = 'is not valid JSON') => ({ at, problem })
    const isOver = open.length === 0 && expected === ','
    if (token === '') {
      if (/^(?:\/[/*]|#)/.test(text.slice(at, at + 2))) return fault('has a comment, and JSON knows none')
      if (at < text.length) return fault()
      return isOver ? undefined : fault('ends before its closing bracket')
    }
    if (isOver) return fault('has text behind the closing bracket')
    const keys = open.at(-1)
    if (token === (keys === undefined ? ']' : '}')) {
      if (previous === ',') return fault('has a comma before the closing bracket')
      if (expected !== ',' && previous !== (keys === undefined ? '[' : '{')) return fault()
      open.pop()
      expected = ','
    } else if (expected === 'value') {
      if ('}],:'.includes(token)) return fault()
      if (token === '{') open.push(new Set())
      if (token === '[') open.push(undefined)
      expected = token === '{' ? 'key' : token === '[' ? 'value' : ','
    } else if (expected === 'key') {
      if (!token.startsWith('"')) return fault()
      const key = String(JSON.parse(token))
      if (keys?.has(key)) return fault(`has the key ${JSON.stringify(key.slice(0, 60))} for the second time`)
      keys?.add(key)
      expected = ':'
    } else if (token !== expected) return fault()
    else expected = expected === ':' || keys === undefined ? 'value' : 'key'
    previous = token
  }
  return { at: 0, problem: 'is nested too deeply' }
}

/** Far more than any document has, and less than overflows the stack of what reads it. */
const DEEPEST = 1_000

const TOKEN =
  /[ \t\n\r]*([{}[\],:]|"(?:[^"\\\p{Cc}]|[\x7F-\x9F]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w))?/uy
