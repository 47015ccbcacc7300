// Events without end, for benchmarks and tests of load.
import { recordedLines, recordedNames } from './recorded.ts'

/** Lines of recorded runs (1.8 kB on average, up to 35), one run after the other, again and again; their ends are left out. */
export function* talk(): Generator<string, never> {
  const recorded = recordedNames.flatMap(recordedLines).filter((line) => !line.includes('"type":"result"'))
  for (let n = 0; ; n++) {
    // Each message and call is another one.
    yield recorded[n % recorded.length]!.replace(
      /"(id|tool_use_id|parent_tool_use_id)":"/g,
      `"$1":"${Math.floor(n / recorded.length)}_`,
    )
  }
}
