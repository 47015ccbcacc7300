import { parseJson } from '../json.ts'

/** Where a string or a number is in a JSON text. */
export interface JsonPlace {
  /** The object key before it, directly or in an array; undefined for a key, and at the top. */
  readonly key: string | undefined
  readonly isKey: boolean
  /** Whether an object or array around it comes behind a key that was asked for. */
  readonly isInside: boolean
}

/** How the parts of a JSON text change: its strings (keys too), and its numbers as they are written. */
interface JsonChange {
  readonly string: (value: string, place: JsonPlace) => string
  /** Returns JSON. */
  readonly number: (digits: string, place: JsonPlace) => string
}

/** Changes strings and numbers of a valid JSON text and leaves every other byte as it is; `keys` are those of {@link JsonPlace.isInside}. */
export function changeJson(json: string, change: JsonChange, keys: ReadonlySet<string> = new Set()): string {
  const parts: string[] = []
  const containers: (Omit<JsonPlace, 'isKey'> & { readonly isObject: boolean })[] = []
  let container: (typeof containers)[number] = { isObject: false, key: undefined, isInside: false }
  /** The key whose value comes next. */
  let key: string | undefined
  let previous: string | undefined
  const placeOf = (isKey: boolean): JsonPlace => {
    const behind = isKey ? undefined : container.isObject ? key : container.key
    return { key: behind, isKey, isInside: container.isInside || (behind !== undefined && keys.has(behind)) }
  }
  const changeBetween = (sign: string): string => {
    if (sign === '{' || sign === '[') {
      const { key: behind, isInside } = placeOf(false)
      containers.push(container)
      container = { isObject: sign === '{', key: behind, isInside }
      key = undefined
    } else if (sign === '}' || sign === ']') {
      container = containers.pop() ?? container
      key = undefined
    } else if (sign === ',') key = undefined
    else if (sign === ':') key = previous
    else return change.number(sign, placeOf(false))
    return sign
  }
  let from = 0
  for (let start = json.indexOf('"'); start >= 0; start = json.indexOf('"', from)) {
    parts.push(json.slice(from, start).replace(SIGN, changeBetween))
    from = stringEnd(json, start)
    const token = json.slice(start, from)
    const value = token.includes('\\') ? String(JSON.parse(token)) : token.slice(1, -1)
    const changed = change.string(value, placeOf(container.isObject && key === undefined))
    parts.push(changed === value ? token : JSON.stringify(changed))
    previous = value
  }
  parts.push(json.slice(from).replace(SIGN, changeBetween))
  return parts.join('')
}

/** Whether `text` is one JSON object or array. */
export const isJsonDocument = (text: string) => /^\s*[{[]/.test(text) && parseJson(text) !== undefined

/** What may be between strings, but for white space and words. */
const SIGN = /[{}[\],:]|-?\d[\d.eE+-]*/g

/** Index behind the closing quote of the string that opens at `start`. */
function stringEnd(json: string, start: number): number {
  for (let quote = json.indexOf('"', start + 1); quote >= 0; quote = json.indexOf('"', quote + 1)) {
    let backslashes = 0
    while (json[quote - 1 - backslashes] === '\\') backslashes++
    if (backslashes % 2 === 0) return quote + 1
  }
  return json.length
}
