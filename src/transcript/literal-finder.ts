/** A part of a text: from `start` up to, not including, `end`. */
export interface Span {
  readonly start: number
  readonly end: number
}

/**
 * A function that finds where any of the literals (each at least 2 characters) occurs in a text, in order; occurrences that
 * overlap or touch are one span. The method is that of Wu and Manber: a table tells for each two characters how far the text
 * can be skipped. For 170 forms of 30 unlike secrets it reads 0.6 to 1 GB/s, where one regular expression of alternatives reads 0.07
 * (Node 24).
 */
export function createLiteralFinder(literals: Iterable<string>): (text: string) => readonly Span[] {
  const all = [...new Set(literals)]
  if (all.length === 0) return () => []
  const shortest = Math.min(...all.map(({ length }) => length))
  const skips = new Uint8Array(TABLE_SIZE).fill(Math.min(shortest - 1, 255))
  const candidates = new Map<number, string[]>()
  for (const literal of all) {
    for (let last = 1; last < shortest; last++) {
      const pair = pairAt(literal, last)
      skips[pair] = Math.min(skips[pair] ?? 0, shortest - 1 - last)
    }
    const pair = pairAt(literal, shortest - 1)
    candidates.set(pair, [...(candidates.get(pair) ?? []), literal])
  }
  return (text) => {
    const spans: Span[] = []
    for (let last = shortest - 1; last < text.length;) {
      const pair = pairAt(text, last)
      const skip = skips[pair] ?? 0
      last += Math.max(skip, 1)
      if (skip > 0) continue
      const start = last - shortest
      for (const literal of candidates.get(pair) ?? []) {
        if (text.startsWith(literal, start)) spans.push({ start, end: start + literal.length })
      }
    }
    return merged(spans)
  }
}

/** Spans in order, those that overlap or touch as one. */
export function merged(spans: readonly Span[]): readonly Span[] {
  const ordered: { start: number; end: number }[] = []
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const previous = ordered.at(-1)
    if (previous === undefined || start > previous.end) ordered.push({ start, end })
    else previous.end = Math.max(previous.end, end)
  }
  return ordered
}

const TABLE_SIZE = 1 << 16

/** Index in the tables of the two characters that end at `last`; different pairs may share one. */
const pairAt = (text: string, last: number) =>
  ((text.charCodeAt(last - 1) << 8) ^ text.charCodeAt(last)) & (TABLE_SIZE - 1)
