/** A property of whatever was thrown; undefined when it has none. */
export function fieldOf(thrown: unknown, name: string): unknown {
  return typeof thrown === 'object' && thrown !== null ? Reflect.get(thrown, name) : undefined
}

/** A property that is a text and not empty. */
export function textOf(thrown: unknown, name: string): string | undefined {
  const value = fieldOf(thrown, name)
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** A property that is a number. */
export function numberOf(thrown: unknown, name: string): number | undefined {
  const value = fieldOf(thrown, name)
  return typeof value === 'number' ? value : undefined
}
