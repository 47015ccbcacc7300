import { accepted, refused } from './check.ts'
import type { Check } from './check.ts'

/** Any text. */
export const anyText: Check<string> = accepted

/** A text that matches `pattern` as a whole; `must` says in words what that is. */
export function matching(pattern: RegExp, must: string): Check<string> {
  return (text) => (pattern.test(text) ? accepted(text) : refused(must))
}

/** One of `options`, spelled as they are. */
export function oneOf<T extends string>(options: readonly T[]): Check<T> {
  return (text) => {
    const option = options.find((each) => each === text)
    return option === undefined ? refused(`must be one of ${options.join(', ')}`) : accepted(option)
  }
}

/** A boolean as YAML 1.2's core schema spells it, as in `getBooleanInput` of `@actions/core`. */
export const yesOrNo: Check<boolean> = (text) => {
  if (['true', 'True', 'TRUE'].includes(text)) return accepted(true)
  if (['false', 'False', 'FALSE'].includes(text)) return accepted(false)
  return refused('must be true or false')
}

/** A whole number in decimal digits, `min` to `max` (or any number upwards). */
export function wholeNumber({ min, max = Infinity }: { min: number; max?: number }): Check<number> {
  const range = max === Infinity ? `${min} or more` : `${min} to ${max}`
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : NaN
    return value >= min && value <= max ? accepted(value) : refused(`must be a whole number, ${range}`)
  }
}

/** A number above zero with or without decimals, up to `max`. */
export function positiveNumber({ max = Infinity }: { max?: number } = {}): Check<number> {
  const range = max === Infinity ? 'above 0' : `above 0 and at most ${max}`
  return (text) => {
    const value = /^(\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : NaN
    return value > 0 && value <= max ? accepted(value) : refused(`must be a number ${range}`)
  }
}

/** The text of a JSON object, kept as it is. What is wrong with it is not quoted: it may hold secrets. */
export const jsonObject: Check<string> = (text) => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return refused('must be a JSON object, and is not valid JSON')
  }
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isObject ? accepted(text) : refused('must be a JSON object')
}
