import type { RedactPattern } from '../inputs/settings.ts'
import { changeJson, isJsonDocument, type JsonPlace } from './json-text.ts'
import { createLiteralFinder, merged, type Span, createPatternMatcher } from './pattern-matcher.ts'
import { PROTOCOL_WORDS } from './plain-words.ts'
import { formsOf, hasReadings, readingsOf } from './secret-forms.ts'
import { findPatterns, NAMED_SECRET_PATTERNS, NAME_SEPARATOR } from './secret-patterns.ts'
import { isPlain, partsOf } from './secrets.ts'

/** Replaces what is secret in a text by `[redacted:<kind>]`. A text that is a JSON object or array stays one. */
export type Redact = (text: string) => string

/** What is secret beyond what looks so. Both are asked at each text: credentials are renewed while the agent runs. */
export interface KnownSecrets {
  /** Parts of a structured secret are secrets as well. */
  readonly values: () => readonly string[]
  readonly patterns?: () => readonly RedactPattern[]
  /** Milliseconds, by which slow patterns are bounded. */
  readonly now?: () => number
}

/** Redacts the values known to be secret (kind `secret`), whatever looks like a secret, and the user's patterns (kind `pattern`). */
export function createRedactor(known: KnownSecrets) {
  const counts = new Map<string, number>()
  const markAs = (kind: string) => {
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
    return `[redacted:${kind}]`
  }

  let values: readonly string[] = []
  let findLiterals = createLiteralFinder([])
  let patterns: readonly RedactPattern[] = []
  let matchers: readonly ReturnType<typeof createPatternMatcher>[] = []
  const update = () => {
    const asked = known.patterns?.() ?? []
    if (!isSame(asked, patterns)) matchers = asked.map((pattern) => createPatternMatcher(pattern, known.now))
    patterns = asked
    const now = known.values()
    if (isSame(now, values)) return
    values = [...now]
    const parts = new Set(values.flatMap((value) => [value, ...partsOf(value)]))
    findLiterals = createLiteralFinder([...parts].flatMap((value) => [...formsOf(value)]))
  }

  /** Where known secrets are, in whatever reading of the text. */
  const findKnown = (text: string): readonly Span[] => {
    const read = readingsOf(text).flatMap((reading) => findLiterals(reading.text).map(reading.original))
    return read.length === 0 ? findLiterals(text) : merged([...findLiterals(text), ...read])
  }

  const redactSpans = (text: string, spans: readonly (Span & { readonly kind?: string })[]): string => {
    const parts: string[] = []
    let from = 0
    for (const { start, end, kind = 'secret' } of spans) {
      parts.push(text.slice(from, start), markAs(kind))
      from = end
    }
    return from === 0 ? text : parts.join('') + text.slice(from)
  }

  const redactLooks = (text: string): string => {
    const rest = redactSpans(text, findPatterns(text))
    if (!ANY_NAMED.test(rest)) return rest
    return NAMED.reduce(
      (before, { kind, expression }) =>
        before.replace(expression, (all, name: string, value: string) => (isPlain(value) ? all : name + markAs(kind))),
      rest,
    )
  }

  const redactPatterns = (text: string): string =>
    matchers.reduce<string>((rest, matcher) => outsideMarkers(rest, (part) => matcher.replace(part, markAs)), text)

  const redactPlain = (text: string): string => redactPatterns(redactLooks(redactSpans(text, findKnown(text))))

  /** A number is redacted as a whole, and becomes a string. */
  const redactNumber = (digits: string): string => {
    if (findLiterals(digits).length > 0) return JSON.stringify(markAs('secret'))
    return redactPatterns(digits) === digits ? digits : JSON.stringify('[redacted:pattern]')
  }

  /** Keys and values of an object are strings of their own, but a name says what the value behind it is. */
  const redactString = (value: string, { key }: JsonPlace): string => {
    const named = key === undefined ? undefined : NAMED.find((pattern) => pattern.name.test(key))
    return named?.value.test(value) ? markAs(named.kind) : redactPlain(value)
  }

  const isClear = (text: string) =>
    matchers.length === 0 &&
    findLiterals(text).length === 0 &&
    findPatterns(text).length === 0 &&
    !ANY_NAMED.test(text) &&
    !hasReadings(text)

  return {
    redact: (text: string): string => {
      update()
      // Most texts hold nothing secret: some quick looks at them as they are, and only the others are taken apart.
      if (isClear(text)) return text
      return isJsonDocument(text) ? changeJson(text, { string: redactString, number: redactNumber }) : redactPlain(text)
    },
    /** The same for a line of Claude Code's events or session file, whose protocol (keys, types, ids, names of tools) stays. */
    redactEvent: (text: string): string => {
      update()
      if (isClear(text)) return text
      if (!isJsonDocument(text)) return redactPlain(text)
      const change = {
        string: (value: string, place: JsonPlace) => (isProtocol(value, place) ? value : redactString(value, place)),
        number: (digits: string, place: JsonPlace) => (place.isInside ? redactNumber(digits) : digits),
      }
      return changeJson(text, change, PAYLOAD_KEYS)
    },
    /** Whether a text holds a known secret, whatever it looks like. */
    holdsKnown: (text: string): boolean => {
      update()
      return findKnown(text).length > 0
    },
    /** How many secrets were redacted, by kind. */
    redacted: (): Readonly<Record<string, number>> => Object.fromEntries(counts),
  }
}

const isSame = <T>(a: readonly T[], b: readonly T[]) => a.length === b.length && a.every((item, at) => item === b[at])

/** What tools are given and give, and structured results: keys, numbers and all are words of others there. */
const PAYLOAD_KEYS: ReadonlySet<string> = new Set(
  'input tool_input tool_use_result toolUseResult structured_output arguments data payload'.split(' '),
)

const PROTOCOL_FIELDS: ReadonlySet<string> = new Set(
  [
    'type subtype role id uuid session_id parent_tool_use_id tool_use_id request_id task_id agent_id run_id model status kind',
    'stop_reason terminal_reason timestamp permissionMode claude_code_version subagent_type media_type apiKeySource level',
    'sessionId parentUuid logicalParentUuid leafUuid requestId agentId runId version userType',
  ].flatMap((names) => names.split(' ')),
)

/** Claude Code's own names and ids are one word each. */
function isProtocol(value: string, { key, isKey, isInside }: JsonPlace): boolean {
  if (isInside) return false
  if (isKey) return true
  if (key === 'name' || key === 'tool_name' || key === 'last_tool_name')
    return /^mcp__[\w-]+$/.test(value) || PROTOCOL_WORDS.has(value.toLowerCase())
  return key !== undefined && PROTOCOL_FIELDS.has(key) && /^[\w.:<>/-]{1,200}$/.test(value)
}

/** What is redacted already stays as it is, whatever a pattern matches. */
const outsideMarkers = (text: string, change: (part: string) => string) =>
  text
    .split(MARKER)
    .map((part, at) => (at % 2 === 0 ? change(part) : part))
    .join('')

const MARKER = /(\[redacted:[a-z-]+\])/

const NAMED = NAMED_SECRET_PATTERNS.map(({ kind, name, separator = NAME_SEPARATOR, scheme = '', value }) => ({
  kind,
  expression: new RegExp(`(${name}${separator}${scheme})(${value})`, 'g'),
  name: new RegExp(`${name}$`),
  value: new RegExp(`^${scheme}${value}$`),
}))

const ANY_NAMED = new RegExp(NAMED.map(({ expression }) => expression.source).join('|'))
