import type { Span } from './pattern-matcher.ts'

/** Shorter values are not looked for: ordinary text is full of them. */
export const SHORTEST_SECRET = 6

/**
 * The ways a secret value appears in text: as it is, as JSON text inside JSON text (three levels deep), quoted for XML and the
 * shell, URL-encoded, in hexadecimal, and in base64 at each of the three alignments, of UTF-8 and of UTF-16 as PowerShell has it.
 * Empty for a value too short to be looked for.
 */
export function formsOf(secret: string): ReadonlySet<string> {
  const forms = new Set<string>()
  for (const value of new Set([secret, secret.trim()])) {
    if (value.length < SHORTEST_SECRET || MARKED.includes(value)) continue
    const hex = Buffer.from(value).toString('hex')
    const quoted = [value.replaceAll("'", "'\\''"), value.replaceAll("'", "''"), value.replaceAll('"', '""')]
    const encoded = [
      hex,
      hex.toUpperCase(),
      ...base64Forms(Buffer.from(value)),
      ...base64Forms(Buffer.from(value, 'utf16le')),
    ]
    for (const form of [value, ...jsonForms(value), ...urlForms(value), ...quoted, ...encoded]) {
      forms.add(form)
      // As a line of JSON shows it before it is taken apart.
      forms.add(jsonText(form))
    }
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
    for (let level = 0; level < 3; level++) {
      form = escape(form)
      forms.push(form, form.replaceAll(/(?<!\\)\//g, '\\/'))
    }
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
function base64Forms(bytes: Buffer): string[] {
  return [0, 1, 2].flatMap((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64')
    const own = text.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6))
    return [own, own.replaceAll('+', '-').replaceAll('/', '_')]
  })
}

/** Whether {@link readingsOf} may give anything; quick, and true now and then where it does not. */
export function hasReadings(text: string): boolean {
  return hasEscapes(text) || (hasBase64Line(text) && wrappedBreaks(text).length > 0)
}

/**
 * Other ways to read a text, of which each may show a secret that no form of it does: with escapes resolved where any
 * character may have been escaped (`\u0054`, `%54`, `&#84;`), and with the line breaks of wrapped base64 taken out.
 */
export function readingsOf(text: string) {
  const escapes = hasEscapes(text) ? [...text.matchAll(ESCAPES)] : []
  const resolutions = escapes.map(({ index, 0: escape }) => {
    return { start: index, end: index + escape.length, by: resolved(escape) }
  })
  const breaks = hasBase64Line(text) ? wrappedBreaks(text) : []
  return [resolutions, breaks].filter(({ length }) => length > 0).map((replaced) => readingOf(text, replaced))
}

/** A search for one sign is many times as fast as an expression, and most texts have none of them. */
const hasEscapes = (text: string) =>
  (text.includes('%') && /%[2-7c-f][\da-f]/i.test(text)) ||
  (text.includes('&') && /&(?:#|amp;|lt;|gt;|quot;|apos;)/i.test(text)) ||
  (text.includes('\\u00') && /\\u00[2-7][\da-f]/i.test(text)) ||
  (text.includes('\\x') && /\\x[2-7c-f][\da-f]/i.test(text))

const ESCAPES =
  /\\+u[\da-f]{4}|(?:\\+x[\da-f]{2})+|(?:%[\da-f]{2})+|&(?:#x[\da-f]{2,5}|#\d{2,6}|amp|lt|gt|quot|apos);/gi
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function resolved(escape: string): string {
  if (/^\\+x/i.test(escape)) return bytesAsText(escape.replaceAll(/\\+x/gi, ''))
  if (escape.startsWith('\\')) return String.fromCharCode(parseInt(escape.replace(/^\\+[ux]/i, ''), 16))
  if (escape.startsWith('%')) return Buffer.from(escape.replaceAll('%', ''), 'hex').toString()
  const name = escape.slice(1, -1).toLowerCase()
  if (!name.startsWith('#')) return ENTITIES[name] ?? escape
  const code = name.startsWith('#x') ? parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code > 0x10ffff ? escape : String.fromCodePoint(code)
}

/** Bytes in hexadecimal as UTF-8 where they are that, else each as a letter of Latin-1, as `\\xE4` of some languages is. */
function bytesAsText(hex: string): string {
  const bytes = Buffer.from(hex, 'hex')
  const text = bytes.toString()
  return text.includes('\uFFFD') ? bytes.toString('latin1') : text
}

/** A part of a text and what is read in its place. */
interface Replaced extends Span {
  readonly by: string
}

/** Programs that wrap base64 do so after 40 to 76 characters; a line may be escaped, numbered or indented. */
function wrappedBreaks(text: string): readonly Replaced[] {
  const breaks: Replaced[] = []
  for (const match of text.matchAll(/\n|\\n/g)) {
    const at = match.index + match[0].length - 1
    let start = at
    while (text[start - 1] === '\\' || text[start - 1] === '\r' || text.slice(start - 2, start) === '\\r') start--
    if (!isBase64(text, start - SHORTEST_LINE, start)) continue
    BREAK_END.lastIndex = at + 1
    const end = BREAK_END.exec(text)?.[0].length ?? 0
    if (!isBase64(text, at + 1 + end, at + 5 + end)) continue
    breaks.push({ start, end: at + 1 + end, by: '' })
  }
  return breaks
}

const SHORTEST_LINE = 40
const BREAK_END = /(?:[ \t]*\d+(?:→|\t|\\+t|: )){0,3}[ \t>]*/y

/** Whether some 20 characters are base64, of those that begin at a multiple of 20: so it is wherever 40 are. */
function hasBase64Line(text: string): boolean {
  for (let end = SHORTEST_LINE / 2; end <= text.length; end += SHORTEST_LINE / 2) {
    if (isBase64(text, end - SHORTEST_LINE / 2, end)) return true
  }
  return false
}

function isBase64(text: string, start: number, end: number): boolean {
  if (start < 0 || end > text.length) return false
  for (let at = end - 1; at >= start; at--) if (BASE64_SIGN[text.charCodeAt(at)] !== 1) return false
  return true
}

const BASE64_SIGN = new Uint8Array(128)
for (const sign of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=-_')
  BASE64_SIGN[sign.charCodeAt(0)] = 1

/** A text read in another way; `original` tells where a part of it is in the text as it is. */
function readingOf(text: string, replaced: readonly Replaced[]) {
  const pieces: string[] = []
  /** Where each replaced part begins in the reading. */
  const places: number[] = []
  let length = 0
  let from = 0
  for (const { start, end, by } of replaced) {
    pieces.push(text.slice(from, start), by)
    length += start - from
    places.push(length)
    length += by.length
    from = end
  }
  pieces.push(text.slice(from))
  /** A place inside a replaced part counts as its start or its end. */
  const originalOf = (place: number, isEnd: boolean): number => {
    const index = lastAtMost(places, place)
    const before = replaced[index]
    if (before === undefined) return place
    const inside = place - (places[index] ?? 0)
    if (inside >= before.by.length && (inside > 0 || !isEnd)) return before.end + inside - before.by.length
    return isEnd && inside > 0 ? before.end : before.start
  }
  return {
    text: pieces.join(''),
    original: ({ start, end }: Span): Span => ({ start: originalOf(start, false), end: originalOf(end, true) }),
  }
}

/** Index of the last of the sorted numbers that is at most `limit`; -1 where there is none. */
function lastAtMost(sorted: readonly number[], limit: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) <= limit) low = middle + 1
    else high = middle
  }
  return low - 1
}
