import { constants, type BigIntStats } from 'node:fs'
import { access, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { CachedTool } from '../ports/install.ts'
import { textOf } from './error-fields.ts'
import { sha256Of } from './file-digest.ts'

const RECORD = 'install.json'

/** What an entry says of itself: the digests that were proven when it was made, and the file they were proven on. */
interface Record {
  readonly integrity?: string | undefined
  readonly sha256?: string | undefined
  /** See {@link identityOf}. */
  readonly file?: string | undefined
}

/** Writes down that the executable in `directory` has this sha256; to be called once nothing will touch it any more. */
export async function record(directory: string, tool: CachedTool, sha256: string): Promise<void> {
  const file = identityOf(await stat(join(directory, tool.executable), { bigint: true }))
  const content: Record = { integrity: tool.integrity, sha256, file }
  await writeFile(join(directory, RECORD), JSON.stringify(content))
}

/**
 * Why the tool in `directory` is not to be used; undefined when it is proven. The executable must have the sha256 that this
 * project records for the version, or else that of the entry's own record. While size, inode and both times of the file are
 * those it was proven with, its bytes were not written since, and 381 MB need not be read again (0.1 ms, not 0.2 s): any
 * program that writes a file moves its change time, which no call of the system sets back. Where they differ (also in a copy,
 * as of a runner's image), all of it is read, and when it is right, recorded anew. Not covered: who may write to the tool cache
 * may write the record too, or the program after it was proven; on a machine where that matters, jobs must not share it.
 */
export async function reasonAgainst(directory: string, tool: CachedTool): Promise<string | undefined> {
  const path = join(directory, tool.executable)
  try {
    await access(path, constants.X_OK)
    const recorded = await readRecord(directory)
    const expected = tool.sha256 ?? recorded.sha256
    if (expected === undefined) return 'nothing says which sha256 it should have'
    if (tool.sha256 === undefined && recorded.integrity !== (tool.integrity ?? recorded.integrity))
      return `it was unpacked from a package with the digest ${recorded.integrity}, asked for is ${tool.integrity}`
    const file = identityOf(await stat(path, { bigint: true }))
    if (recorded.sha256 === expected && recorded.file === file) return undefined
    const actual = await sha256Of(path)
    if (actual !== expected) return `the sha256 of ${path} is ${actual}, expected is ${expected}`
    // Another user's cache may be read-only; then it is read in full each time.
    await record(directory, tool, expected).catch(() => undefined)
    return undefined
  } catch (error) {
    return textOf(error, 'message') ?? String(error)
  }
}

function identityOf({ size, ino, mtimeNs, ctimeNs }: BigIntStats): string {
  return [size, ino, mtimeNs, ctimeNs].join(' ')
}

/** Empty where there is none, or none that can be read. */
async function readRecord(directory: string): Promise<Record> {
  try {
    const record: unknown = JSON.parse(await readFile(join(directory, RECORD), 'utf8'))
    return {
      integrity: textOf(record, 'integrity'),
      sha256: textOf(record, 'sha256'),
      file: textOf(record, 'file'),
    }
  } catch {
    return {}
  }
}
