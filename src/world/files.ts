import { createHash, randomBytes } from 'node:crypto'
import {
  type Stats,
  accessSync,
  chmodSync,
  closeSync,
  constants,
  createReadStream,
  fchmodSync,
  mkdirSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'

import { stringOf } from '../json.ts'
import type { Appender, Files } from '../ports/machine.ts'
import { attempt } from './attempt.ts'
import { createHeldFolders, openFile, type HeldFolders, type Place } from './held-folders.ts'

/**
 * Files of this machine. `list` names regular files only: links, pipes and devices in a folder that others may write to
 * would lead elsewhere, or block whoever reads them. The system is asked without a turn through Node's thread pool, which for
 * files as small as these takes ten times as long, and milliseconds the first time.
 */
export function createFiles(folders: HeldFolders = createHeldFolders()): Files {
  const openToRead = (path: string) => folders.inFolderOf(path, (place) => openFile(place, constants.O_RDONLY))
  async function* reading(path: string, read: (file: number) => AsyncGenerator<Uint8Array>) {
    const file = await promised(() => unlessMissing(() => openToRead(path)))
    if (file === undefined) return
    try {
      yield* read(file)
    } finally {
      closeSync(file)
    }
  }
  const replace = (path: string, write: (file: number) => void) =>
    folders.inFolderOf(path, (place) => replaceFile(place, { folders, path, write }), true)
  return {
    hold: (directory) => promised(() => folders.hold(directory)),
    putBack: (directory) => promised(() => folders.putBack(directory)),
    read: (path) =>
      promised(() => unlessMissing(() => closing(openToRead(path), (file) => readFileSync(file, 'utf8')))),
    chunks: (path) => reading(path, chunksOf),
    packedLines: (path, size) => reading(path, (file) => packedLines(file, size)),
    write: (path, text) => promised(() => replace(path, (file) => writeWhole(file, Buffer.from(text)))),
    append: (path) => promised(() => folders.inFolderOf(path, openToAppend, true)),
    kind: (path) => promised(() => kindOf(path)),
    execution: (path) => promised(() => executionOf(path)),
    realPath: (path) => promised(() => unlessMissing(() => realpathSync.native(path))),
    makeDirectory: (path) => promised(() => void mkdirSync(path, { recursive: true, mode: 0o700 })),
    list: (directory) => promised(() => filesBelow(directory, folders).sort()),
    copy: (from, to) =>
      promised(() => closing(openToRead(from), (source) => replace(to, (file) => copyBytes(source, file)))),
    remove: (path) => promised(() => folders.remove(path)),
  }
}

/**
 * Writes a file beside the one of this name, then puts it in its place, whatever that is: a link, or a second name of another
 * file, whose contents must not change.
 */
function replaceFile(
  { folder, name, isHeld }: Place,
  { folders, path, write }: { folders: HeldFolders; path: string; write: (file: number) => void },
): void {
  const draft = `.${name}.${randomBytes(6).toString('hex')}`
  const file = openFile({ folder, name: draft, isHeld }, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL)
  try {
    closing(file, () => {
      fchmodSync(file, 0o600)
      write(file)
    })
    try {
      renameSync(join(folder, draft), join(folder, name))
    } catch {
      // A folder is there.
      folders.remove(path)
      renameSync(join(folder, draft), join(folder, name))
    }
  } catch (error) {
    unlessMissing(() => unlinkSync(join(folder, draft)))
    throw error
  }
}

function openToAppend(place: Place): Appender {
  const file = openFile(place, constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND)
  return {
    write: (texts) => promised(() => writeWhole(file, Buffer.from(texts.join('')))),
    close: () => promised(() => closeSync(file)),
  }
}

/** A disk that is nearly full takes a part, and refuses the rest. */
function writeWhole(file: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written)
}

function copyBytes(from: number, to: number): void {
  const piece = Buffer.allocUnsafe(CHUNK_BYTES)
  for (;;) {
    const bytesRead = readSync(from, piece)
    if (bytesRead === 0) return
    writeWhole(to, piece.subarray(0, bytesRead))
  }
}

/** Each piece is a memory of its own: who reads may keep it. */
async function* chunksOf(file: number): AsyncGenerator<Uint8Array> {
  for (;;) {
    const piece = Buffer.allocUnsafeSlow(CHUNK_BYTES)
    const bytesRead = readSync(file, piece)
    if (bytesRead === 0) return
    // A turn for what else waits.
    yield await Promise.resolve(piece.subarray(0, bytesRead))
  }
}

const CHUNK_BYTES = 256 * 1024

/** Nothing of a folder that is not there, or not ours to read. */
function filesBelow(directory: string, folders: HeldFolders): string[] {
  const found: string[] = []
  for (const entry of entriesOf(directory, folders)) {
    const path = join(directory, entry.name)
    if (entry.isFile()) found.push(path)
    if (entry.isDirectory()) for (const below of filesBelow(path, folders)) found.push(below)
  }
  return found
}

function entriesOf(directory: string, folders: HeldFolders) {
  try {
    return folders.entries(directory)
  } catch (error) {
    if ([...MISSING, 'EACCES', 'EPERM'].includes(stringOf(error, 'code') ?? '')) return []
    throw error
  }
}

function executionOf(path: string): 'allowed' | 'no-x-bit' | 'refused' | undefined {
  const mode = factsOf(path)?.mode
  if (mode === undefined) return undefined
  // Windows goes by the name of a file.
  if ((mode & 0o111) === 0 && process.platform !== 'win32') return 'no-x-bit'
  try {
    accessSync(path, constants.X_OK)
    return 'allowed'
  } catch {
    return 'refused'
  }
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

function closing<T>(file: number, use: (file: number) => T): T {
  try {
    return use(file)
  } finally {
    closeSync(file)
  }
}

/** `undefined` where there is no such file, or its path leads through something that is no folder. */
function unlessMissing<T>(find: () => T): T | undefined {
  try {
    return find()
  } catch (error) {
    if (MISSING.includes(stringOf(error, 'code') ?? '')) return undefined
    throw error
  }
}

const MISSING = ['ENOENT', 'ENOTDIR']

/**
 * The lines of a file in gzip, about `size` bytes of them at a time; a line is never parted. One buffer is filled again and
 * again and no other thread takes part: with the streams of Node, memory grows by a tenth of the file.
 */
async function* packedLines(file: number, size: number): AsyncGenerator<Uint8Array> {
  const { gzipSync } = await import('node:zlib')
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
}

const LINE_FEED = 0x0a

/** A program that a sandbox runs cannot be read; this one can again, if it is ours. Returns its path. */
export function readable(path: string): string {
  // Another user's can be read as it is, or the reader says why not.
  attempt(() => chmodSync(path, 0o755))
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
