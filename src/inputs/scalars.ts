import type { FailureCode, Fix } from '../errors.ts'

/** Why a text was refused. */
export interface Refusal {
  /** Completes a sentence that starts with the text: `must be a whole number`. Never holds a secret. */
  readonly must: string
  /** The part of the text that is at fault, when it is not the whole. */
  readonly part?: string | undefined
  /** What to do, when the input's example in action.yml does not say it. */
  readonly fix?: Fix | undefined
  /** `input-invalid` unless given. */
  readonly code?: FailureCode | undefined
}

/** A text turned into a value, or refused. */
export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

/** Turns the text of an input into its value. */
export type Parser<T> = (text: string) => Parsed<T>

/** A text that stands for `value`. */
export function accepted<T>(value: T): Parsed<T> {
  return { ok: true, value }
}

/** A text that stands for nothing allowed; `must` completes a sentence that starts with the text. */
export function refused(must: string, more: Omit<Refusal, 'must'> = {}): Parsed<never> {
  return { ok: false, refusal: { must, ...more } }
}

/** Any text. */
export const anyText: Parser<string> = accepted

/** A text that matches `pattern` as a whole; `must` says in words what that is. */
export function matching(pattern: RegExp, must: string, fix?: Fix): Parser<string> {
  return (text) => (pattern.test(text) ? accepted(text) : refused(must, { fix }))
}

/** One of `options`, spelled as they are. */
export function oneOf<const T extends string>(options: readonly T[]): Parser<T> {
  return (text) => {
    const option = options.find((each) => each === text)
    return option === undefined ? refused(`must be one of ${options.join(', ')}`) : accepted(option)
  }
}

/** A boolean as YAML 1.2's core schema spells it, as in `getBooleanInput` of `@actions/core`. */
export const yesOrNo: Parser<boolean> = (text) => {
  if (['true', 'True', 'TRUE'].includes(text)) return accepted(true)
  if (['false', 'False', 'FALSE'].includes(text)) return accepted(false)
  return refused('must be true or false')
}

/** A boolean, or `word` itself; `must` is what is said of another text. */
export function yesNoOr<T extends string>(word: T, must: string): Parser<boolean | T> {
  return (text) => {
    const checked = text === word ? accepted(word) : yesOrNo(text)
    return checked.ok ? checked : refused(must)
  }
}

/** A whole number in decimal digits, `min` to `max` (or any number upwards). */
export function wholeNumber({ min, max = Infinity }: { min: number; max?: number }): Parser<number> {
  const range = max === Infinity ? `${min} or more` : `${min} to ${max}`
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : NaN
    return value >= min && value <= max ? accepted(value) : refused(`must be a whole number, ${range}`)
  }
}

/** A number above zero with or without decimals, up to `max`. */
export function positiveNumber({ max = Infinity }: { max?: number } = {}): Parser<number> {
  const range = max === Infinity ? 'above 0' : `above 0 and at most ${max}`
  return (text) => {
    const value = /^(\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : NaN
    return value > 0 && value <= max ? accepted(value) : refused(`must be a number ${range}`)
  }
}

/** Items separated by lines or commas; empty ones are dropped. */
export function splitList(text: string): readonly string[] {
  return text
    .split(/[\n,]/)
    .map((item) => item.trim())
    .filter((item) => item !== '')
}

/** A list, each item of which passes `check`; the first that does not is the one named. */
export function listOf<T>(parse: Parser<T>): Parser<readonly T[]> {
  return (text) => {
    const values: T[] = []
    for (const item of splitList(text)) {
      const parsed = parse(item)
      if (!parsed.ok) return { ok: false, refusal: { part: item, ...parsed.refusal } }
      values.push(parsed.value)
    }
    return accepted(values)
  }
}

/** A header's name (RFC 9110, 5.1) and its value, without line ends. */
const LINE = /^\s*([!#$%&'*+.^_`|~\dA-Za-z-]+)\s*:\s*([\t\x20-\x7e\x80-\xff]*?)\s*$/

/** Headers of a connection (RFC 9110, 7.6.1), of the signature, and of the body's length. `x-amzn-*` is not among them. */
const REFUSED =
  /^(host|authorization|cookie|x-amz-.*|connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|expect|content-length|content-encoding|accept-encoding|date)$/

/** `ANTHROPIC_CUSTOM_HEADERS`, `Name: value` one a line, by names in lower case. Values are secrets: a refusal quotes names only. */
export function parseCustomHeaders(text: string): Parsed<Readonly<Record<string, string>>> {
  const headers: Record<string, string> = {}
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue
    const [, written = '', value = ''] = LINE.exec(line) ?? []
    const name = written.toLowerCase()
    if (name === '' || value === '')
      return refused(`must have "Name: value" in each line, and line ${index + 1} has not`)
    const fix = `Remove the line of ${written}.`
    if (REFUSED.test(name))
      return refused(`must not set the header ${written}: it belongs to the connection or to the signature`, { fix })
    headers[name] = value
  }
  return accepted(headers)
}
