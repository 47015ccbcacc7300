import { accepted } from './check.ts'
import type { Check } from './check.ts'

/** Items separated by lines or commas; empty ones are dropped. */
export function splitList(text: string): readonly string[] {
  return trimmed(text.split(/[\n,]/))
}

/** Rules for tools separated by lines or commas; a comma inside parentheses belongs to the rule: `Bash(echo a, b)`. */
export function splitToolRules(text: string): readonly string[] {
  return trimmed(text.split('\n').flatMap(splitOutsideParentheses))
}

/** A list, each item of which passes `check`; the first that does not is the one named. */
export function listOf<T>(check: Check<T>): Check<readonly T[]> {
  return (text) => {
    const values: T[] = []
    for (const item of splitList(text)) {
      const checked = check(item)
      if (!checked.ok) return { ok: false, refusal: { part: item, ...checked.refusal } }
      values.push(checked.value)
    }
    return accepted(values)
  }
}

function splitOutsideParentheses(line: string): readonly string[] {
  const items: string[] = []
  let item = ''
  let depth = 0
  for (const character of line) {
    if (character === '(') depth += 1
    if (character === ')') depth = Math.max(0, depth - 1)
    if (character === ',' && depth === 0) {
      items.push(item)
      item = ''
    } else {
      item += character
    }
  }
  return [...items, item]
}

function trimmed(items: readonly string[]): readonly string[] {
  return items.map((item) => item.trim()).filter((item) => item !== '')
}
