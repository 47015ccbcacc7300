import { createReadStream, type Dirent } from 'node:fs'
import { chmod, copyFile, mkdir, readdir, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import type { Files } from '../ports/machine.ts'
import { append } from './append.ts'
import { packedLines } from './packed-lines.ts'

/**
 * Files of this machine. `list` names regular files only: links, pipes and devices in a folder that others may write to
 * would lead elsewhere, or block whoever reads them.
 */
export function createFiles(): Files {
  return {
    read: (path) => unlessMissing(readFile(path, 'utf8')),
    chunks,
    async *packedLines(path, size) {
      if ((await unlessMissing(stat(path))) !== undefined) yield* packedLines(path, size)
    },
    async write(path, text) {
      await makeDirectory(dirname(path))
      await writeFile(path, text, { mode: 0o600 })
    },
    append,
    async kind(path) {
      const found = await unlessMissing(stat(path))
      if (found?.isDirectory()) return 'directory'
      return found?.isFile() ? 'file' : undefined
    },
    realPath: (path) => unlessMissing(realpath(path)),
    modified: async (path) => (await unlessMissing(stat(path)))?.mtimeMs,
    makeDirectory,
    list: async (directory) => (await filesBelow(directory)).sort(),
    async copy(from, to) {
      await makeDirectory(dirname(to))
      await copyFile(from, to)
      await chmod(to, 0o600)
    },
    remove: (path) => rm(path, { recursive: true, force: true }),
  }
}

async function* chunks(path: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of createReadStream(path)) if (chunk instanceof Uint8Array) yield chunk
  } catch (error) {
    if (!hasCode(error, MISSING)) throw error
  }
}

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

async function makeDirectory(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 })
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
