import { chmod, copyFile, mkdir, open, readdir, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import type { Appender, Files } from '../ports/machine.ts'

/**
 * Files of this machine. `list` names regular files only: links, pipes and devices in a folder that others may write to
 * would lead elsewhere, or block whoever reads them.
 */
export function createFiles(): Files {
  return {
    read: (path) => unlessMissing(readFile(path, 'utf8')),
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
    makeDirectory,
    async list(directory) {
      const entries = (await unlessMissing(readdir(directory, { recursive: true, withFileTypes: true }))) ?? []
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .sort()
    },
    async copy(from, to) {
      await makeDirectory(dirname(to))
      await copyFile(from, to)
      await chmod(to, 0o600)
    },
    remove: (path) => rm(path, { recursive: true, force: true }),
  }
}

async function append(path: string): Promise<Appender> {
  await makeDirectory(dirname(path))
  const file = await open(path, 'a', 0o600)
  // One write after the other, since Node may write a long text in several pieces.
  let last: Promise<unknown> = Promise.resolve()
  return {
    write(text) {
      const written = last.then(() => file.appendFile(text))
      last = written.catch(() => undefined)
      return written
    },
    async close() {
      await last
      await file.close()
    },
  }
}

async function makeDirectory(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 })
}

/** `undefined` where there is no such file, or its path leads through something that is no folder. */
async function unlessMissing<T>(found: Promise<T>): Promise<T | undefined> {
  try {
    return await found
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

const isMissing = (error: unknown) =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  (error.code === 'ENOENT' || error.code === 'ENOTDIR')
