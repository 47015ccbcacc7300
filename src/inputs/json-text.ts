import { isRecord } from '../json.ts'
import { accepted, refused, type Parsed } from './scalars.ts'

/**
 * A JSON object, read strictly: a key that stands twice is refused too, since every reader takes the last one without a
 * word. What is wrong is named with line and column, and not quoted: it may hold secrets.
 */
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

interface Fault {
  readonly at: number
  /** Completes a sentence that starts with the position. */
  readonly problem: string
}

class FaultFound extends Error {
  readonly fault: Fault

  constructor(at: number, problem: string) {
    super(problem)
    this.fault = { at, problem }
  }
}

function faultIn(text: string): Fault | undefined {
  try {
    const reader = new Reader(text)
    reader.value()
    reader.end()
    return undefined
  } catch (error) {
    if (error instanceof FaultFound) return error.fault
    // Nested deeper than the call stack.
    if (error instanceof RangeError) return { at: 0, problem: 'is nested too deeply' }
    throw error
  }
}

const TRAILING_COMMA = 'has a comma before the closing bracket'

const TOKEN =
  /[{}[\],:]|"(?:[^"\\\p{Cc}]|[\x7F-\x9F]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)/uy

/** Reads tokens by the grammar of JSON (https://www.rfc-editor.org/rfc/rfc8259), and throws at the first that does not fit. */
class Reader {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  value(): void {
    const token = this.#next()
    if (token === '{') this.#members()
    else if (token === '[') this.#items()
    else if (token === '' || '}],:'.includes(token)) this.#fail(token)
  }

  end(): void {
    const token = this.#next()
    if (token !== '') this.#fail(token, 'has text behind the closing bracket')
  }

  #members(): void {
    const keys = new Set<string>()
    if (this.#peek() === '}') return void this.#next()
    for (;;) {
      const token = this.#next()
      if (!token.startsWith('"')) this.#fail(token, token === '}' ? TRAILING_COMMA : undefined)
      const key = String(JSON.parse(token))
      if (keys.has(key)) this.#fail(token, `has the key ${JSON.stringify(key.slice(0, 60))} for the second time`)
      keys.add(key)
      const colon = this.#next()
      if (colon !== ':') this.#fail(colon)
      this.value()
      const end = this.#next()
      if (end === '}') return
      if (end !== ',') this.#fail(end)
    }
  }

  #items(): void {
    if (this.#peek() === ']') return void this.#next()
    for (;;) {
      if (this.#peek() === ']') this.#fail(this.#next(), TRAILING_COMMA)
      this.value()
      const token = this.#next()
      if (token === ']') return
      if (token !== ',') this.#fail(token)
    }
  }

  #peek(): string {
    const at = this.#at
    const token = this.#next()
    this.#at = at
    return token
  }

  /** The next token; an empty text at the end. */
  #next(): string {
    while (' \t\n\r'.includes(this.#text[this.#at] ?? 'x')) this.#at += 1
    if (this.#at >= this.#text.length) return ''
    TOKEN.lastIndex = this.#at
    const [token] = TOKEN.exec(this.#text) ?? []
    if (token === undefined) {
      const isComment = /^(?:\/[/*]|#)/.test(this.#text.slice(this.#at, this.#at + 2))
      throw new FaultFound(this.#at, isComment ? 'has a comment, and JSON knows none' : 'is not valid JSON')
    }
    this.#at += token.length
    return token
  }

  /** Throws at `token`, the last that was read. */
  #fail(token: string, problem?: string): never {
    const fallback = token === '' ? 'ends before its closing bracket' : 'is not valid JSON'
    throw new FaultFound(this.#at - token.length, problem ?? fallback)
  }
}
