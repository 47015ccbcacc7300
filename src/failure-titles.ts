import { FAILURE_WORDS, type FailureCode } from './errors.ts'
import { capitalized, cutText } from './text.ts'

/** Longest first line of a failure's message: what the list of annotations shows of it. */
export const LONGEST_TITLE = 120

/** The first line of a failure's message: what is wrong, and of what or for whom (`subject`, cut where it is too long). */
export function failureTitle(code: FailureCode, subject = ''): string {
  const title = capitalized(FAILURE_WORDS[code])
  return asTitle(subject === '' ? `${title}.` : `${title}: ${subject}`)
}

/** The same of other words. */
export const asTitle = (text: string): string => cutText(text.replaceAll(/\s*\n\s*/g, ' '), LONGEST_TITLE, '…')
