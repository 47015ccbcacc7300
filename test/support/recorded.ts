// Transcripts of test/recordings, which scripts/record-transcripts.ts made.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const directory = join(import.meta.dirname, '../recordings')

/** Names of all recordings. */
export const recordedNames: readonly string[] = readdirSync(directory).map((name) => name.replace(/\.jsonl$/, ''))

/** The lines of one. */
export function recordedLines(name: string): readonly string[] {
  return readFileSync(join(directory, `${name}.jsonl`), 'utf8')
    .trimEnd()
    .split('\n')
}
