import {
  accessSync,
  chmodSync,
  constants,
  copyFileSync,
  lstatSync,
  mkdirSync,
  openSync,
  closeSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
  type BigIntStats,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'

import type { FindOptions, FoundPaths, SavedEntry, Stamp, WorkingFiles } from '../ports/checkout.ts'
import { attempt } from './attempt.ts'

/** The working tree of a checkout, on this machine's file system. */
export function createWorkingFiles(): WorkingFiles {
  return {
    stamps: (root, names) => names.map((name) => stampOf(pathOf(root, name))),
    unreadable: (root, names) => names.filter((name) => !isReadable(pathOf(root, name))),
    entries: (directory) => attempt(() => readdirSync(directory).sort()) ?? [],
    copyWithTime(from, to) {
      copyFileSync(from, to)
      const { atimeMs, mtimeMs } = lstatSync(from)
      utimesSync(to, atimeMs / 1_000, mtimeMs / 1_000)
    },
    readText: (path) => attempt(() => readRegular(path, 1024 * 1024)?.toString('utf8')),
    save,
    restore(path, saved) {
      if (isDeepStrictEqual(save(path), saved)) return false
      remove(path)
      if (saved !== undefined) write(path, saved)
      return true
    },
    folderMode(path) {
      const stat = attempt(() => lstatSync(path))
      return stat?.isDirectory() ? stat.mode & 0o7777 : undefined
    },
    setFolderMode: (path, mode) => chmodSync(path, mode),
    find,
  }
}

/** Also what lies in folders that may not be written. */
function remove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true })
  } catch {
    chmodSync(dirname(path), lstatSync(dirname(path)).mode | 0o700)
    makeRemovable(path)
    rmSync(path, { recursive: true, force: true })
  }
}

function makeRemovable(path: string): void {
  const stat = attempt(() => lstatSync(path))
  if (!stat?.isDirectory()) return
  chmodSync(path, stat.mode | 0o700)
  for (const name of readdirSync(path)) makeRemovable(join(path, name))
}

function find(root: string, { names, closed, except, mostFolders }: FindOptions): FoundPaths {
  const paths: string[] = []
  const folders = [root]
  for (let at = 0; at < folders.length; at++) {
    if (at === mostFolders) return { paths, complete: false }
    const folder = folders[at] ?? root
    for (const entry of attempt(() => readdirSync(folder, { withFileTypes: true })) ?? []) {
      const name = entry.name.toLowerCase()
      const path = join(folder, entry.name)
      if (except.includes(path)) continue
      if (names.includes(name)) paths.push(path)
      if (entry.isDirectory() && name !== closed) folders.push(path)
    }
  }
  return { paths, complete: true }
}

/** As a byte string. Without a name it has no slash at its end, which would follow a link. */
const pathOf = (root: string, name: string) => Buffer.from(name === '' ? root : `${root}/`).toString('latin1') + name
const bytesOf = (path: string) => Buffer.from(path, 'latin1')

function stampOf(path: string): Stamp | undefined {
  const stat = attempt(() => lstatSync(bytesOf(path), { bigint: true }))
  if (stat === undefined) return undefined
  const version = [stat.dev, stat.ino, stat.size, stat.mode, stat.mtimeNs, stat.ctimeNs].join(':')
  return { kind: kindOf(stat), size: Number(stat.size), changedMs: Number(stat.ctimeNs) / 1e6, version }
}

function kindOf(stat: BigIntStats): Stamp['kind'] {
  if (stat.isFile()) return 'file'
  if (stat.isDirectory()) return 'directory'
  return stat.isSymbolicLink() ? 'link' : 'other'
}

function isReadable(path: string): boolean {
  if (stampOf(path)?.kind === 'link') return true
  try {
    accessSync(bytesOf(path), constants.R_OK)
    return true
  } catch {
    return false
  }
}

/** Windows has neither of the two. */
const READ_ONLY =
  process.platform === 'win32' ? constants.O_RDONLY : constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK

/** Bytes of a regular file, never through a link, never of a pipe that would block. */
function readRegular(path: string, maximum: number): Buffer | undefined {
  const file = openSync(path, READ_ONLY)
  try {
    const stat = lstatSync(path)
    return stat.isFile() && stat.size <= maximum ? readFileSync(file) : undefined
  } finally {
    closeSync(file)
  }
}

function save(path: string): SavedEntry | undefined {
  const stat = attempt(() => lstatSync(path))
  if (stat === undefined) return undefined
  const mode = stat.mode & 0o7777
  if (stat.isSymbolicLink()) return { kind: 'link', target: readlinkSync(path) }
  if (!stat.isDirectory()) {
    // Of what is not to be read, too large or no regular file, a text that nothing saved is equal to.
    const unread = `not read: ${stat.size} bytes, ${process.hrtime.bigint()}`
    const contents = attempt(() => readRegular(path, 16 * 1024 * 1024)) ?? Buffer.from(unread)
    return { kind: 'file', mode, contents }
  }
  const names = attempt(() => readdirSync(path).sort()) ?? []
  const entries = new Map<string, SavedEntry>()
  for (const name of names) {
    const entry = save(join(path, name))
    if (entry !== undefined) entries.set(name, entry)
  }
  return { kind: 'directory', mode, entries }
}

function write(path: string, saved: SavedEntry): void {
  if (saved.kind === 'link') {
    symlinkSync(saved.target, path)
    return
  }
  if (saved.kind === 'file') {
    writeFileSync(path, saved.contents, { flag: 'wx' })
  } else {
    mkdirSync(path)
    for (const [name, entry] of saved.entries) write(join(path, name), entry)
  }
  chmodSync(path, saved.mode)
}
