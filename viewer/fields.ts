// Reading JSON that others wrote: nothing here throws, whatever the value is.

/** The members of a JSON object, none of them trusted. */
export type Fields = Readonly<Record<string, unknown>>

/** Whether a value is a JSON object. */
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The object that a value is, or an empty one. */
export const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {})

/** The list that a value is, or an empty one. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** The string that a value is. */
export const stringOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** The number that a value is. */
export const numberOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined)

/** The number that a value is, or 0. */
export const countOf = (value: unknown): number => numberOf(value) ?? 0

/** JSON to read. */
export const prettyJson = (value: unknown): string => JSON.stringify(value ?? null, undefined, 2)

/** A JSON text's value; undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
