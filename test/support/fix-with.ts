import { fixText, type FixBlock } from '../../src/errors.ts'

/** A matcher for the `fix` of a failure: its text holds or matches `words`. */
export function fixWith(words: string | RegExp): unknown {
  return {
    asymmetricMatch(fix: readonly FixBlock[]) {
      const text = fixText(fix)
      return typeof words === 'string' ? text.includes(words) : words.test(text)
    },
    toString: () => `fix with ${String(words)}`,
  }
}
