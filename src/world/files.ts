import {
  chmodSync,
  closeSync,
  copyFileSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
  type Dirent,
  type Stats,
} from 'node:fs'
import { dirname, join } from 'node:path'

import type { Files } from '../ports/machine.ts'
import { append } from './append.ts'
import { packedLines } from './packed-lines.ts'

/**
 * Files of this machine. `list` names regular files only: links, pipes and devices in a folder that others may write to
 * would lead elsewhere, or block whoever reads them. The system is asked without a turn through Node's thread pool, which for
 * files as small as these takes ten times as long, and milliseconds the first time.
 */
export function createFiles(): Files {
  return {
    read: (path) => promised(() => unlessMissing(() => readFileSync(path, 'utf8'))),
    chunks,
    async *packedLines(path, size) {
      if (factsOf(path) !== undefined) yield* packedLines(path, size)
    },
    write: (path, text) =>
      promised(() => {
        makeDirectory(dirname(path))
        writeFileSync(path, text, { mode: 0o600 })
      }),
    append,
    kind: (path) => promised(() => kindOf(path)),
    realPath: (path) => promised(() => unlessMissing(() => realpathSync.native(path))),
    modified: (path) => promised(() => factsOf(path)?.mtimeMs),
    makeDirectory: (path) => promised(() => makeDirectory(path)),
    list: (directory) => promised(() => filesBelow(directory).sort()),
    copy: (from, to) =>
      promised(() => {
        makeDirectory(dirname(to))
        copyFileSync(from, to)
        chmodSync(to, 0o600)
      }),
    remove: (path) => promised(() => rmSync(path, { recursive: true, force: true })),
  }
}

/** Each piece is a memory of its own: who reads may keep it. */
async function* chunks(path: string): AsyncGenerator<Uint8Array> {
  const file = await promised(() => unlessMissing(() => openSync(path, 'r')))
  if (file === undefined) return
  try {
    for (;;) {
      const piece = Buffer.allocUnsafeSlow(CHUNK_BYTES)
      const bytesRead = readSync(file, piece)
      if (bytesRead === 0) break
      yield piece.subarray(0, bytesRead)
    }
  } finally {
    closeSync(file)
  }
}

const CHUNK_BYTES = 256 * 1024

function filesBelow(directory: string): string[] {
  const found: string[] = []
  for (const entry of entriesOf(directory)) {
    const path = join(directory, entry.name)
    if (entry.isFile()) found.push(path)
    if (entry.isDirectory()) for (const below of filesBelow(path)) found.push(below)
  }
  return found
}

/** None of a folder that is not there, or not ours to read. */
function entriesOf(directory: string): Dirent[] {
  try {
    return readdirSync(directory, { withFileTypes: true })
  } catch (error) {
    if (hasCode(error, [...MISSING, 'EACCES', 'EPERM'])) return []
    throw error
  }
}

function makeDirectory(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 })
}

function kindOf(path: string): 'file' | 'directory' | undefined {
  const facts = factsOf(path)
  if (facts?.isDirectory()) return 'directory'
  return facts?.isFile() ? 'file' : undefined
}

/** Undefined where there is nothing, or its path leads through something that is no folder. */
const factsOf = (path: string): Stats | undefined => statSync(path, { throwIfNoEntry: false })

function promised<T>(act: () => T): Promise<T> {
  return new Promise((resolve) => resolve(act()))
}

/** `undefined` where there is no such file, or its path leads through something that is no folder. */
function unlessMissing<T>(find: () => T): T | undefined {
  try {
    return find()
  } catch (error) {
    if (hasCode(error, MISSING)) return undefined
    throw error
  }
}

const MISSING = ['ENOENT', 'ENOTDIR']

const hasCode = (error: unknown, codes: readonly unknown[]) =>
  typeof error === 'object' && error !== null && 'code' in error && codes.includes(error.code)
