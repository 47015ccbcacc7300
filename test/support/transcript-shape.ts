// What a transcript consists of, without what differs from run to run: fields by their paths, and short words as their values.
import { isRecord, parseJson } from '../../src/json.ts'

/** Paths (`result/success.usage.input_tokens`) with the words and kinds of values seen there. */
export type Shape = ReadonlyMap<string, ReadonlySet<string>>

/** Fields whose words are of one run or one release: ids, times, versions, and what the model and the tools said. */
const OF_ONE_RUN =
  /(^|\.)(uuid|\w*_?id|runId|agentId|timestamp|\w*version|messaging_socket_path|text|content|result|thinking|signature|stdout|stderr|command|prompt|description|summary|title|\w*(path|Path|file|File|dir|cwd))(\[\])?$/

/** The shape of all these lines of `stream-json` together. */
export function shapeOf(lines: readonly string[]): Shape {
  const shape = new Map<string, Set<string>>()
  for (const line of lines) {
    const event = parseJson(line)
    if (!isRecord(event)) continue
    const kind = [event.type, event.subtype].filter((word) => typeof word === 'string').join('/')
    addTo(shape, kind, event)
  }
  return shape
}

function addTo(shape: Map<string, Set<string>>, path: string, value: unknown): void {
  if (Array.isArray(value)) for (const each of value) addTo(shape, `${path}[]`, each)
  else if (isRecord(value)) {
    for (const [name, each] of Object.entries(value)) {
      // Models, files and tools are names of fields in some places.
      addTo(shape, `${path}.${/^\w+$/.test(name) ? name : '*'}`, each)
    }
  } else {
    const seen = shape.get(path) ?? new Set()
    shape.set(path, seen.add(wordOf(path, value)))
  }
}

function wordOf(path: string, value: unknown): string {
  if (typeof value !== 'string') return value === null || typeof value === 'boolean' ? String(value) : typeof value
  return OF_ONE_RUN.test(path) || !/^[\w:.-]{1,40}$/.test(value) ? 'string' : `"${value}"`
}

/** What `now` has that `before` had not, and the other way round, one line each; empty where both are alike. */
export function differences(before: Shape, now: Shape): readonly string[] {
  const paths = [...new Set([...before.keys(), ...now.keys()])].sort()
  return paths.flatMap((path) => {
    const [old, fresh] = [before.get(path), now.get(path)]
    if (old === undefined) return [`new: ${path} (${[...(fresh ?? [])].sort().join(', ')})`]
    if (fresh === undefined) return [`gone: ${path}`]
    const added = [...fresh].filter((word) => !old.has(word)).sort()
    return added.length === 0 ? [] : [`other values: ${path} (${added.join(', ')})`]
  })
}
