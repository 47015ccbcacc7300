import { createHash } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  copyFileSync,
  createReadStream,
  type Dirent,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

import type { Appender, Files } from '../ports/machine.ts'

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
    append: (path) => promised(() => openToAppend(path)),
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

/** Opens a file to add to. */
function openToAppend(path: string): Appender {
  makeDirectory(dirname(path))
  const file = openSync(path, 'a', 0o600)
  return {
    write: (texts) => promised(() => writeWhole(file, Buffer.from(texts.join('')))),
    close: () => promised(() => closeSync(file)),
  }
}

/** A disk that is nearly full takes a part, and refuses the rest. */
function writeWhole(file: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written)
}

/**
 * The lines of a file in gzip, about `size` bytes of them at a time; a line is never parted. One buffer is filled again and
 * again and no other thread takes part: with the streams of Node, memory grows by a tenth of the file.
 */
async function* packedLines(path: string, size: number): AsyncGenerator<Uint8Array> {
  const { gzipSync } = await import('node:zlib')
  const file = openSync(path, 'r')
  try {
    let held = Buffer.allocUnsafeSlow(size)
    let length = 0
    for (;;) {
      const bytesRead = readSync(file, held, length, held.length - length, null)
      if (bytesRead === 0) break
      length += bytesRead
      if (length < held.length) continue
      const end = held.lastIndexOf(LINE_FEED)
      if (end < 0) {
        held = Buffer.concat([held], 2 * held.length)
        continue
      }
      yield gzipSync(held.subarray(0, end))
      held.copyWithin(0, end + 1)
      length -= end + 1
    }
    const rest = held.subarray(0, held[length - 1] === LINE_FEED ? length - 1 : length)
    if (rest.length > 0) yield gzipSync(rest)
  } finally {
    closeSync(file)
  }
}

const LINE_FEED = 0x0a

/** A program that a sandbox runs cannot be read; this one can again, if it is ours. Returns its path. */
export function readable(path: string): string {
  try {
    chmodSync(path, 0o755)
  } catch {
    // Another user's: it can be read, or the reader says why not.
  }
  return path
}

/** The sha256 of a file in hexadecimal digits. */
export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  // Blocks of Node's own size take twice as long.
  for await (const block of createReadStream(path, { highWaterMark: 1 << 20 }))
    if (Buffer.isBuffer(block)) hash.update(block)
  return hash.digest('hex')
}
