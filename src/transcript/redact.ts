import { changeJson, isJsonDocument } from './json-text.ts'
import { createLiteralFinder } from './literal-finder.ts'
import { formsOf } from './secret-forms.ts'
import { NAMED_SECRET_PATTERNS, NAME_SEPARATOR, SECRET_PATTERNS } from './secret-patterns.ts'

/** Replaces what is secret in a text by `[redacted:<kind>]`. A text that is a JSON object or array stays one. */
export type Redact = (text: string) => string

/** Redaction, and what it has done so far. */
export interface Redactor {
  readonly redact: Redact
  /** How many secrets were struck, by kind. */
  readonly struck: () => Readonly<Record<string, number>>
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
  const strike = (kind: string) => {
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
    return markerOf(kind)
  }

  let values: readonly string[] = []
  let literals = createLiteralFinder([])
  let sources: readonly string[] = []
  let patterns: readonly RegExp[] = []
  const learn = () => {
    const asked = known.patterns?.() ?? []
    if (!isSame(asked, sources)) patterns = asked.map((source) => new RegExp(source, 'gu'))
    sources = asked
    const now = known.values()
    if (isSame(now, values)) return
    values = [...now]
    literals = createLiteralFinder(values.flatMap((value) => [...formsOf(value)]))
  }

  const redactLiterals = (text: string): string => {
    const parts: string[] = []
    let from = 0
    for (const { start, end } of literals.find(text)) {
      parts.push(text.slice(from, start), strike('secret'))
      from = end
    }
    return from === 0 ? text : parts.join('') + text.slice(from)
  }

  const redactLooks = (text: string): string => {
    if (!HINTS.test(text)) return text
    return NAMED.reduce(
      (rest, { kind, expression }) => rest.replace(expression, (_all, name: string) => name + strike(kind)),
      text.replace(PATTERNS, (_all, ...groups: unknown[]) => strike(kindOf(groups))),
    )
  }

  const redactPatterns = (text: string): string => {
    const struckBy = (pattern: RegExp) => (part: string) =>
      part.replace(pattern, (match) => (match === '' ? '' : strike('pattern')))
    return patterns.reduce((rest, pattern) => outsideMarkers(rest, struckBy(pattern)), text)
  }

  const redactPlain = (text: string): string => redactPatterns(redactLooks(redactLiterals(text)))

  /** A number is struck as a whole, and becomes a string. */
  const redactNumber = (digits: string): string => {
    if (literals.occurs(digits)) return JSON.stringify(strike('secret'))
    return redactPatterns(digits) === digits ? digits : JSON.stringify(markerOf('pattern'))
  }

  /** Keys and values of an object are strings of their own, but a name tells of the value behind it. */
  const redactValue = (value: string, key: string | undefined): string => {
    const named = key === undefined ? undefined : NAMED.find((pattern) => pattern.name.test(key))
    return named?.value.test(value) ? strike(named.kind) : redactPlain(value)
  }

  return {
    redact(text) {
      learn()
      // Most texts hold nothing secret: two quick looks at them as they are, and only the others are taken apart.
      if (patterns.length === 0 && !literals.occurs(text) && !HINTS.test(text)) return text
      return isJsonDocument(text) ? changeJson(text, { string: redactValue, number: redactNumber }) : redactPlain(text)
    },
    struck: () => Object.fromEntries(counts),
  }
}

const isSame = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((item, at) => item === b[at])

const markerOf = (kind: string) => `[redacted:${kind}]`

/** What is struck already stays as it is, whatever a pattern matches. */
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
