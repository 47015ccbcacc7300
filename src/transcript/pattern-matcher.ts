import type { RedactPattern } from '../inputs/settings.ts'

/**
 * Redacts what one pattern matches, in bounded time. One that is linear sees a text whole. Any other sees a long text in pieces that overlap by half, so
 * that a match up to half a piece long is found wherever it is; when it has taken {@link BUDGET_MS} all together, long texts are
 * redacted whole, as `slow-pattern`: what it would have matched must not be kept.
 */
export function createPatternMatcher({ source, degree }: RedactPattern, now: () => number = () => 0) {
  const pattern = new RegExp(source, 'gu')
  const whole = (text: string, markAs: (kind: string) => string) =>
    text.replace(pattern, (match) => (match === '' ? '' : markAs('pattern')))
  if (degree <= 1) return { replace: whole }

  const longest = Math.max(128, Math.floor(STEPS ** (1 / degree)))
  let spentMs = 0
  return {
    replace: (text: string, markAs: (kind: string) => string): string => {
      if (spentMs > BUDGET_MS && text.length > TRIED_ALWAYS) return markAs('slow-pattern')
      const began = now()
      try {
        if (text.length <= longest) return whole(text, markAs)
        const parts: string[] = []
        let from = 0
        for (const { start, end } of pieceMatches(text, pattern, longest)) {
          if (now() - began + spentMs > BUDGET_MS) return [...parts, markAs('slow-pattern')].join('')
          if (end === start || end <= from) continue
          parts.push(text.slice(from, Math.max(from, start)), start < from ? '' : markAs('pattern'))
          from = end
        }
        return parts.join('') + text.slice(from)
      } finally {
        spentMs += now() - began
      }
    },
  }
}

/** Steps of matching a piece at most, some 0.1 s: 4472 characters at degree 2, 271 at 3. */
const STEPS = 20_000_000

const BUDGET_MS = 20_000
const TRIED_ALWAYS = 128

/** Matches in order; an empty one after each piece lets the caller look at the time. */
function* pieceMatches(text: string, pattern: RegExp, longest: number): Generator<{ start: number; end: number }> {
  const step = Math.ceil(longest / 2)
  let from = 0
  for (let first = 0; ; first += step) {
    const piece = text.slice(first, first + longest)
    for (const match of piece.matchAll(pattern)) {
      const [start, end] = [first + match.index, first + match.index + match[0].length]
      if (end <= from) continue
      yield { start, end }
      from = end
    }
    yield { start: from, end: from }
    if (first + longest >= text.length) return
  }
}
