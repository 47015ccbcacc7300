// Events without end, for benchmarks and tests of load.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Lines of recorded runs (1.2 kB on average), every fifth one a tool result of 1 to 100 kB as a file that is read gives. */
export function* talk(): Generator<string, never> {
  const fixtures = join(import.meta.dirname, '../fixtures')
  const recorded = readdirSync(fixtures)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readFileSync(join(fixtures, name), 'utf8').trimEnd().split('\n'))
    .filter((line) => !line.startsWith('{"type":"result"'))
  for (let n = 0; ; n++) {
    // Each message and call is another one.
    yield recorded[n % recorded.length]!.replace(/"(id|tool_use_id)":"/g, `"$1":"${n}_`)
    if (n % 4 === 0) yield toolResult(n)
  }
}

function toolResult(n: number): string {
  const lines = n % 1000 === 0 ? 2000 : 20 + (n % 100)
  const content = Array.from({ length: lines }, (_, at) => `${at}\tconst value${n} = "line ${at}" // größer`).join('\n')
  const block = { type: 'tool_result', tool_use_id: `toolu_${n}`, content }
  return JSON.stringify({ type: 'user', message: { role: 'user', content: [block] }, session_id: 's' })
}
