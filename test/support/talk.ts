// Events without end, for benchmarks and tests of load.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Lines of recorded runs (1.8 kB on average, up to 35), one run after the other, again and again; their ends are left out. */
export function* talk(): Generator<string, never> {
  const recordings = join(import.meta.dirname, '../recordings')
  const recorded = readdirSync(recordings)
    .flatMap((name) => readFileSync(join(recordings, name), 'utf8').trimEnd().split('\n'))
    .filter((line) => !line.includes('"type":"result"'))
  for (let n = 0; ; n++) {
    // Each message and call is another one.
    yield recorded[n % recorded.length]!.replace(
      /"(id|tool_use_id|parent_tool_use_id)":"/g,
      `"$1":"${Math.floor(n / recorded.length)}_`,
    )
  }
}
