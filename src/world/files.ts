import { mkdirSync, realpathSync, rmSync, statSync, writeFileSync, type Dirent, type Stats } from 'node:fs'
import { chmod, copyFile, open, readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import type { Files } from '../ports/machine.ts'
import { append } from './append.ts'
import { packedLines } from './packed-lines.ts'

/**
 * Files of this machine. `list` names regular files only: links, pipes and devices in a folder that others may write to
 * would lead elsewhere, or block whoever reads them. What the system answers in microseconds is asked without a turn through
 * Node's thread pool, which takes ten times as long, and milliseconds the first time.
 */
export function createFiles(): Files {
  return {
    read: (path) => unlessMissing(readFile(path, 'utf8')),
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
    realPath: (path) => unlessMissing(promised(() => realpathSync.native(path))),
    modified: (path) => promised(() => factsOf(path)?.mtimeMs),
    makeDirectory: (path) => promised(() => makeDirectory(path)),
    list: async (directory) => (await filesBelow(directory)).sort(),
    async copy(from, to) {
      makeDirectory(dirname(to))
      await copyFile(from, to)
      await chmod(to, 0o600)
    },
    remove: (path) => promised(() => rmSync(path, { recursive: true, force: true })),
  }
}

/** Each piece is a memory of its own: who reads may keep it. */
async function* chunks(path: string): AsyncGenerator<Uint8Array> {
  const file = await unlessMissing(open(path))
  try {
    while (file !== undefined) {
      const { bytesRead, buffer } = await file.read({ buffer: Buffer.allocUnsafeSlow(CHUNK_BYTES) })
      if (bytesRead === 0) break
      yield buffer.subarray(0, bytesRead)
    }
  } finally {
    await file?.close()
  }
}

const CHUNK_BYTES = 256 * 1024

async function filesBelow(directory: string): Promise<string[]> {
  const entries: Dirent[] = await readdir(directory, { withFileTypes: true }).catch((error: unknown) => {
    if (hasCode(error, [...MISSING, 'EACCES', 'EPERM'])) return []
    throw error
  })
  const found: string[] = []
  for (const entry of entries) {
    const path = join(directory, entry.name)
    if (entry.isFile()) found.push(path)
    if (entry.isDirectory()) for (const below of await filesBelow(path)) found.push(below)
  }
  return found
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
async function unlessMissing<T>(found: Promise<T>): Promise<T | undefined> {
  try {
    return await found
  } catch (error) {
    if (hasCode(error, MISSING)) return undefined
    throw error
  }
}

const MISSING = ['ENOENT', 'ENOTDIR']

const hasCode = (error: unknown, codes: readonly unknown[]) =>
  typeof error === 'object' && error !== null && 'code' in error && codes.includes(error.code)
