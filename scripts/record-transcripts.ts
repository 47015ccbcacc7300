// `npx node scripts/record-transcripts.ts [name...]`: records the transcripts of test/recordings again, with the real Claude Code in
// the shipped action, on emulators. With `--compare` nothing is written: it prints what the installed Claude Code writes differently
// from what is recorded, one line each, or nothing. The recordings of a new version are looked at before they are committed.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { recordedLines, recordedNames } from '../test/support/recorded.ts'
import { record, RECORDINGS } from '../test/support/recordings.ts'
import { root } from '../test/support/runner.ts'
import { differences, shapeOf } from '../test/support/transcript-shape.ts'

const words = process.argv.slice(2)
const compare = words.includes('--compare')
const wanted = words.filter((word) => word !== '--compare')
const chosen = RECORDINGS.filter(({ name }) => wanted.length === 0 || wanted.includes(name))

const lines: string[] = []
for (const recording of chosen) {
  const recorded = await record(recording)
  lines.push(...recorded)
  if (compare) continue
  writeFileSync(join(root, 'test', 'recordings', `${recording.name}.jsonl`), `${recorded.join('\n')}\n`)
  console.log(`${recording.name}: ${recorded.length} events`)
}
if (compare) {
  const before = recordedNames.filter((name) => chosen.some((recording) => recording.name === name))
  for (const line of differences(shapeOf(before.flatMap(recordedLines)), shapeOf(lines))) console.log(line)
}
