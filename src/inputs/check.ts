import type { FailureCode } from '../errors.ts'

/** Why a text was refused. */
export interface Refusal {
  /** Completes a sentence that starts with the text: `must be a whole number`. Never holds a secret. */
  readonly must: string
  /** The part of the text that is at fault, when it is not the whole. */
  readonly part?: string | undefined
  /** What to do, when the input's example in action.yml does not say it. */
  readonly fix?: string | undefined
  /** `input-invalid` unless given. */
  readonly code?: FailureCode | undefined
}

/** A text turned into a value, or refused. */
export type Checked<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

/** Turns the text of an input into its value. */
export type Check<T> = (text: string) => Checked<T>

/** A text that stands for `value`. */
export function accepted<T>(value: T): Checked<T> {
  return { ok: true, value }
}

/** A text that stands for nothing allowed; `must` completes a sentence that starts with the text. */
export function refused(must: string, more: Omit<Refusal, 'must'> = {}): Checked<never> {
  return { ok: false, refusal: { must, ...more } }
}
