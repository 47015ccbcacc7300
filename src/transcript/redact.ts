import { createLiteralFinder } from './literal-finder.ts'
import { NAMED_SECRET_PATTERNS, NAME_SEPARATOR, SECRET_PATTERNS } from './secrets.ts'

/** Replaces what is secret in a text by `[redacted:<kind>]`. A text that is a JSON object or array stays one. */
export type Redact = (text: string) => string

/** Redaction, and what it has done so far. */
export interface Redactor {
  readonly redact: Redact
  /** How many secrets were redacted, by kind. */
  readonly redacted: () => Readonly<Record<string, number>>
}

/** What is secret beyond what looks so. Both are asked at each text: credentials are renewed while the agent runs. */
export interface KnownSecrets {
  readonly values: () => readonly string[]
  /** Sources of regular expressions (flag `u`) that were checked to end in good time. */
  readonly patterns?: () => readonly string[]
}

/** Redacts the values known to be secret (kind `secret`), whatever looks like a secret, and the user's patterns (kind `pattern`). */
export function createRedactor(known: KnownSecrets): Redactor {
  const counts = new Map<string, number>()
  const markAs = (kind: string) => {
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
    return markerOf(kind)
  }

  let values: readonly string[] = []
  let findLiterals = createLiteralFinder([])
  let sources: readonly string[] = []
  let patterns: readonly RegExp[] = []
  const update = () => {
    const asked = known.patterns?.() ?? []
    if (!isSame(asked, sources)) patterns = asked.map((source) => new RegExp(source, 'gu'))
    sources = asked
    const now = known.values()
    if (isSame(now, values)) return
    values = [...now]
    findLiterals = createLiteralFinder(values.flatMap((value) => [...formsOf(value)]))
  }

  const redactLiterals = (text: string): string => {
    const parts: string[] = []
    let from = 0
    for (const { start, end } of findLiterals(text)) {
      parts.push(text.slice(from, start), markAs('secret'))
      from = end
    }
    return from === 0 ? text : parts.join('') + text.slice(from)
  }

  const redactLooks = (text: string): string => {
    if (!HINTS.test(text)) return text
    return NAMED.reduce(
      (rest, { kind, expression }) => rest.replace(expression, (_all, name: string) => name + markAs(kind)),
      text.replace(PATTERNS, (_all, ...groups: unknown[]) => markAs(kindOf(groups))),
    )
  }

  const redactPatterns = (text: string): string => {
    const redactedBy = (pattern: RegExp) => (part: string) =>
      part.replace(pattern, (match) => (match === '' ? '' : markAs('pattern')))
    return patterns.reduce((rest, pattern) => outsideMarkers(rest, redactedBy(pattern)), text)
  }

  const redactPlain = (text: string): string => redactPatterns(redactLooks(redactLiterals(text)))

  /** A number is redacted as a whole, and becomes a string. */
  const redactNumber = (digits: string): string => {
    if (findLiterals(digits).length > 0) return JSON.stringify(markAs('secret'))
    return redactPatterns(digits) === digits ? digits : JSON.stringify(markerOf('pattern'))
  }

  /** Keys and values of an object are strings of their own, but a name tells of the value behind it. */
  const redactValue = (value: string, key: string | undefined): string => {
    const named = key === undefined ? undefined : NAMED.find((pattern) => pattern.name.test(key))
    return named?.value.test(value) ? markAs(named.kind) : redactPlain(value)
  }

  return {
    redact(text) {
      update()
      // Most texts hold nothing secret: two quick looks at them as they are, and only the others are taken apart.
      if (patterns.length === 0 && findLiterals(text).length === 0 && !HINTS.test(text)) return text
      return isJsonDocument(text) ? changeJson(text, { string: redactValue, number: redactNumber }) : redactPlain(text)
    },
    redacted: () => Object.fromEntries(counts),
  }
}

const isSame = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((item, at) => item === b[at])

const markerOf = (kind: string) => `[redacted:${kind}]`

/** What is redacted already stays as it is, whatever a pattern matches. */
const outsideMarkers = (text: string, change: (part: string) => string) =>
  text
    .split(MARKER)
    .map((part, at) => (at % 2 === 0 ? change(part) : part))
    .join('')

const MARKER = /(\[redacted:[a-z-]+\])/

const HINTS = new RegExp(
  [...SECRET_PATTERNS.map(({ hint }) => hint), ...NAMED_SECRET_PATTERNS.map(({ name }) => name)].join('|'),
)

const PATTERNS = new RegExp(SECRET_PATTERNS.map(({ expression }) => `(${expression})`).join('|'), 'g')

const NAMED = NAMED_SECRET_PATTERNS.map(({ kind, name, value }) => ({
  kind,
  expression: new RegExp(`(${name}${NAME_SEPARATOR})${value}`, 'g'),
  name: new RegExp(`${name}$`),
  value: new RegExp(`^${value}$`),
}))

/** Each pattern is a group of its own in {@link PATTERNS}; the one that took part names the kind. */
const kindOf = (groups: readonly unknown[]) =>
  SECRET_PATTERNS.find((_pattern, at) => groups[at] !== undefined)?.kind ?? 'secret'

/** Shorter values are not looked for: ordinary text is full of them. */
const SHORTEST_SECRET = 6

/**
 * The ways a secret value appears in text: as it is, each of its lines, as JSON text inside JSON text (three levels deep),
 * URL-encoded, and in base64 at each of the three alignments. Empty for a value too short to be looked for.
 */
export function formsOf(secret: string): ReadonlySet<string> {
  const forms = new Set<string>()
  for (const value of new Set([secret, secret.trim(), ...secret.split(/\r\n|\r|\n/).map((line) => line.trim())])) {
    if (value.length < SHORTEST_SECRET || MARKED.includes(value)) continue
    for (const form of [value, ...jsonForms(value), ...urlForms(value), ...base64Forms(value)]) forms.add(form)
  }
  return forms
}

/** A value that is part of what stands for a secret (`secret`, `redacted`) could be redacted again and again. */
const MARKED = '[redacted:secret]'

/** `JSON.stringify` leaves letters beyond ASCII as they are, other writers escape them. */
function jsonForms(value: string): string[] {
  const forms: string[] = []
  for (const escape of [jsonText, asciiJsonText, (text: string) => asciiJsonText(text).replaceAll('/', '\\/')]) {
    let form = value
    for (let level = 0; level < 3; level++) forms.push((form = escape(form)))
  }
  return forms
}

const jsonText = (text: string) => JSON.stringify(text).slice(1, -1)

const asciiJsonText = (text: string) =>
  jsonText(text).replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

function urlForms(value: string): string[] {
  const component = encodeURIComponent(value.toWellFormed())
  const strict = component.replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  const cased = [component, strict].flatMap((form) => [form, form.replace(/%../g, (code) => code.toLowerCase())])
  return cased.flatMap((form) => [form, form.replaceAll('%20', '+')])
}

/** The characters that the value alone decides, in the alphabets of base64 and base64url. */
function base64Forms(value: string): string[] {
  const bytes = Buffer.from(value)
  return [0, 1, 2].flatMap((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64')
    const own = text.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6))
    return [own, own.replaceAll('+', '-').replaceAll('/', '_')]
  })
}

/** How the parts of a JSON text change: its strings (keys too), and its numbers as they are written. */
export interface JsonChange {
  /** `key` is the object key that `value` stands behind, where it is such a value. */
  readonly string: (value: string, key: string | undefined) => string
  /** Returns JSON. */
  readonly number: (digits: string) => string
}

/** Changes strings and numbers of a valid JSON text and leaves every other byte as it is. */
export function changeJson(json: string, change: JsonChange): string {
  const parts: string[] = []
  let from = 0
  let previous: string | undefined
  for (let start = json.indexOf('"'); start >= 0; start = json.indexOf('"', from)) {
    const between = json.slice(from, start)
    from = stringEnd(json, start)
    const token = json.slice(start, from)
    const value = token.includes('\\') ? String(JSON.parse(token)) : token.slice(1, -1)
    const changed = change.string(value, between.trim() === ':' ? previous : undefined)
    parts.push(between.replace(NUMBER, change.number), changed === value ? token : JSON.stringify(changed))
    previous = value
  }
  parts.push(json.slice(from).replace(NUMBER, change.number))
  return parts.join('')
}

/** Whether `text` is one JSON object or array. */
export function isJsonDocument(text: string): boolean {
  if (!/^\s*[{[]/.test(text)) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const NUMBER = /-?\d[\d.eE+-]*/g

/** Index behind the closing quote of the string that opens at `start`. */
function stringEnd(json: string, start: number): number {
  for (let quote = json.indexOf('"', start + 1); quote >= 0; quote = json.indexOf('"', quote + 1)) {
    let backslashes = 0
    while (json[quote - 1 - backslashes] === '\\') backslashes++
    if (backslashes % 2 === 0) return quote + 1
  }
  return json.length
}
