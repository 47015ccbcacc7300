// `node scripts/record-transcripts.ts [name...]`: records the transcripts of test/recordings anew, with the real Claude Code in the shipped action,
// on emulators. Look at what changed before you commit it: it is what a new version of Claude Code writes differently.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { record, RECORDINGS } from '../test/support/recordings.ts'
import { root } from '../test/support/runner.ts'

const wanted = process.argv.slice(2)
const directory = join(root, 'test', 'recordings')
mkdirSync(directory, { recursive: true })
for (const recording of RECORDINGS) {
  if (wanted.length > 0 && !wanted.includes(recording.name)) continue
  const lines = await record(recording)
  const path = join(directory, `${recording.name}.jsonl`)
  writeFileSync(path, `${lines.join('\n')}\n`)
  console.log(`${recording.name}: ${lines.length} events`)
}
