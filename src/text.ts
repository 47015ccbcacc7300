/**
 * Text that shows what is in it: terminal colours are dropped; control characters and those that turn the direction of
 * text around (https://trojansource.codes) are replaced by signs.
 */
export function visibleText(text: string): string {
  return text
    .toWellFormed()
    .replace(TERMINAL_SEQUENCE, '')
    .replace(/\r\n/g, '\n')
    .replace(CONTROL, (sign) => (sign < ' ' ? String.fromCharCode(0x2400 + sign.charCodeAt(0)) : '\ufffd'))
}

// eslint-disable-next-line no-control-regex -- these are what is looked for
const TERMINAL_SEQUENCE = /\u001b\[[0-9;?]{0,40}[ -/]{0,4}[@-~]/g

// eslint-disable-next-line no-control-regex -- these are what is looked for
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** `text`, or when it is longer than `limit` UTF-16 units, its start with `note` behind it, in `limit` units together. */
export function cutText(text: string, limit: number, note: string): string {
  if (text.length <= limit) return text
  const end = limit - note.length
  const splitsPair = /[\ud800-\udbff]/.test(text[end - 1] ?? '')
  return text.slice(0, splitsPair ? end - 1 : end) + note
}

/** The same with a capital at its start. */
export const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** Counts by name, the highest first: `3 Bash, 1 Edit`; `shown` turns a name into what it is shown as. */
export function describeCounts(counts: Readonly<Record<string, number>>, shown = (name: string) => name): string {
  const sorted = Object.entries(counts).sort(([, a], [, b]) => b - a)
  return sorted.map(([name, count]) => `${count} ${shown(name)}`).join(', ')
}

/** `1 h 2 min`, `3 min 4 s`, `5.6 s` or `78 ms`. */
export function readableDuration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`
  const seconds = Math.round(ms / 1000)
  const minutes = Math.floor(seconds / 60)
  return minutes < 60 ? `${minutes} min ${seconds % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

/** `1,234,567`. By hand, since the first use of `toLocaleString` takes 28 ms, which is time of every run. */
export const grouped = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, ',')

/** `1 file`, `2 files`. */
export const plural = (count: number, noun: string): string => `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`

/** A point in time without milliseconds: `2026-11-27T21:45:27Z`. */
export const wholeSeconds = (time: Date): string => time.toISOString().replace(/\.\d+Z$/, 'Z')

/**
 * The lines of a program's output, without blank ones. Cut by bytes, so that a character that spans two chunks stays whole;
 * bytes that are no UTF-8 become U+FFFD. A last line without a line break counts too. What comes behind `longest` bytes of
 * a line is a line of its own, so that memory stays bounded; the cut is at a space, so that it goes through no secret.
 */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>, longest?: number): AsyncGenerator<string> {
  for await (const lines of lineGroupsOf(chunks, longest)) yield* lines
}

/** The same, all lines together that a chunk has brought to their end. */
export async function* lineGroupsOf(
  chunks: AsyncIterable<Uint8Array>,
  longest = 128 * 1024 * 1024,
): AsyncGenerator<readonly string[]> {
  const decoder = new TextDecoder()
  // Of the line that has begun.
  let text = ''
  let bytes = 0
  const end = (part: Uint8Array): readonly string[] => {
    const line = (text + decoder.decode(part)).trimEnd()
    text = ''
    bytes = 0
    return line === '' ? [] : [line]
  }
  for await (const chunk of chunks) {
    const ended: string[] = []
    let start = 0
    for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, start)) {
      ended.push(...end(chunk.subarray(start, at)))
      start = at + 1
    }
    if (bytes + chunk.length - start > longest) {
      const behindSpace = chunk.lastIndexOf(SPACE) + 1
      const cut = behindSpace > start ? behindSpace : chunk.length
      ended.push(...end(chunk.subarray(start, cut)))
      start = cut
    }
    if (start < chunk.length) {
      text += decoder.decode(chunk.subarray(start), { stream: true })
      bytes += chunk.length - start
    }
    if (ended.length > 0) yield ended
  }
  const last = end(new Uint8Array())
  if (last.length > 0) yield last
}

const LINE_FEED = 0x0a
const SPACE = 0x20
