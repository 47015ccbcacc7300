/** How the parts of a JSON text change: its strings (keys too), and its numbers as they are written. */
export interface JsonChange {
  /** `key` is the object key that `value` stands behind, where it is such a value. */
  readonly string: (value: string, key: string | undefined) => string
  /** Returns JSON. */
  readonly number: (digits: string) => string
}

/** Changes strings and numbers of a valid JSON text and leaves every other byte as it is. */
export function changeJson(json: string, change: JsonChange): string {
  const parts: string[] = []
  let from = 0
  let previous: string | undefined
  for (let start = json.indexOf('"'); start >= 0; start = json.indexOf('"', from)) {
    const between = json.slice(from, start)
    from = stringEnd(json, start)
    const token = json.slice(start, from)
    const value = token.includes('\\') ? String(JSON.parse(token)) : token.slice(1, -1)
    const changed = change.string(value, between.trim() === ':' ? previous : undefined)
    parts.push(between.replace(NUMBER, change.number), changed === value ? token : JSON.stringify(changed))
    previous = value
  }
  parts.push(json.slice(from).replace(NUMBER, change.number))
  return parts.join('')
}

/** Whether `text` is one JSON object or array. */
export function isJsonDocument(text: string): boolean {
  if (!/^\s*[{[]/.test(text)) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const NUMBER = /-?\d[\d.eE+-]*/g

/** Index behind the closing quote of the string that opens at `start`. */
function stringEnd(json: string, start: number): number {
  for (let quote = json.indexOf('"', start + 1); quote >= 0; quote = json.indexOf('"', quote + 1)) {
    let backslashes = 0
    while (json[quote - 1 - backslashes] === '\\') backslashes++
    if (backslashes % 2 === 0) return quote + 1
  }
  return json.length
}
