import { randomBytes } from 'node:crypto'
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmdirSync,
  rmSync,
  unlinkSync,
  type BigIntStats,
} from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'

import { stringOf } from '../json.ts'
import { attempt } from './attempt.ts'

/** A folder as the system is to be asked for it, and a name in it. */
export interface Place {
  readonly folder: string
  readonly name: string
  /** Whether the folder is a held one or below one: then no link may be followed. */
  readonly isHeld: boolean
}

/** Folders that are held open. */
export type HeldFolders = ReturnType<typeof createHeldFolders>

/** A held folder; with `failure` one that could not be opened, below which nothing may be done. */
interface Held {
  readonly fd: number | undefined
  readonly identity: string
  readonly failure?: Error
}

/** Refuses links; the last two let a pipe neither block nor be taken for a file. */
const NO_LINK = constants.O_NOFOLLOW | constants.O_NONBLOCK
const FOLDER = constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW

const windows = process.platform === 'win32'

/**
 * An agent without a sandbox runs as the same user: it can rename the folders of its run, and put links or folders of its own in
 * their place. What is done below a held folder is done in the very folder that was opened, step by step from its descriptor, and
 * stops at a link. Paths that are not below one are used as they are. None is held at first. Linux leads from a descriptor to what is below it (`byDescriptor`); elsewhere each step of a path is
 * checked just before it is taken, which leaves a moment to whoever swaps it then.
 */
export function createHeldFolders(byDescriptor = process.platform === 'linux') {
  const held = new Map<string, Held>()

  /** The longest held path that `path` is, or is below. */
  const holderOf = (path: string) =>
    [...held.keys()].filter((one) => path === one || path.startsWith(one + sep)).sort((a, b) => b.length - a.length)[0]

  function pathOf(directory: string): string {
    const { fd, identity, failure } = held.get(directory) ?? {}
    if (failure !== undefined) throw failure
    if (fd !== undefined && byDescriptor) return `/proc/self/fd/${fd}`
    if (identityAt(directory) !== identity) throw refused(directory, 'is not the folder that was opened')
    return directory
  }

  /** Runs `use` with the folder at the end of a path; every step is opened in the one before. */
  function inFolder<T>(directory: string, use: (folder: string) => T, make: boolean): T {
    const holder = holderOf(directory)
    if (holder === undefined) {
      if (make) mkdirSync(directory, { recursive: true, mode: 0o700 })
      return use(directory)
    }
    const open: number[] = []
    try {
      let folder = pathOf(holder)
      for (const name of relative(holder, directory).split(sep).filter(Boolean)) {
        const next = join(folder, name)
        if (make) makeUnlessThere(next)
        if (windows) checkFolder(next)
        else open.push(openSync(next, FOLDER))
        folder = byDescriptor ? `/proc/self/fd/${open.at(-1)}` : next
      }
      return use(folder)
    } finally {
      open.forEach((fd) => closeSync(fd))
    }
  }

  function open(directory: string): Held {
    let opened: Held
    try {
      opened = inFolderOf(directory, openAt, true)
    } catch (cause) {
      opened = { fd: undefined, identity: '', failure: new Error(String(cause), { cause }) }
    }
    held.set(directory, opened)
    return opened
  }

  return {
    /** Makes the folder where there is none, and opens it. Returns its device and inode, which no other has. */
    hold(directory: string): string {
      const { identity, failure } = held.get(directory) ?? open(directory)
      if (failure !== undefined) throw failure
      return identity
    },
    inFolderOf,
    /** Entries of a folder; throws as `readdir` does. */
    entries: (directory: string) =>
      inFolder(directory, (folder) => readdirSync(folder, { withFileTypes: true }), false),
    /** Removes whatever is at the path, all that is below it too. */
    remove(path: string): void {
      if (holderOf(path) === undefined) rmSync(path, { recursive: true, force: true })
      else
        try {
          inFolderOf(path, ({ folder, name }) => removeEntry(join(folder, name), byDescriptor))
        } catch (error) {
          if (stringOf(error, 'code') !== 'ENOENT') throw error
        }
    },
    /** The folder as the system is to be asked for it while this process runs. */
    reach: (directory: string) => (held.has(directory) ? pathOf(directory) : directory),
    /** Moves a held folder back to its path; true when something else was there, which then has another name. */
    putBack(directory: string): boolean {
      const { fd, identity } = held.get(directory) ?? {}
      return inFolderOf(directory, ({ folder, name }) => {
        const path = join(folder, name)
        const there = identityAt(path)
        if (fd === undefined || there === identity || !byDescriptor) return false
        if (there !== undefined) renameSync(path, `${path}.replaced-${randomBytes(4).toString('hex')}`)
        renameSync(readlinkSync(`/proc/self/fd/${fd}`), path)
        return true
      })
    },
  }

  /** Runs `use` with the folder that a path is in; with `make`, folders that are missing are made. */
  function inFolderOf<T>(path: string, use: (place: Place) => T, make = false): T {
    const [directory, name] = [dirname(path), basename(path)]
    const isHeld = holderOf(directory) !== undefined
    return inFolder(directory, (folder) => use({ folder, name, isHeld }), make)
  }
}

function openAt({ folder, name }: Place): Held {
  const path = join(folder, name)
  makeUnlessThere(path)
  if (windows) checkFolder(path)
  const fd = windows ? undefined : openSync(path, FOLDER)
  return { fd, identity: identityOf(fd === undefined ? lstatSync(path, BIG) : fstatSync(fd, BIG)) }
}

/** Opens a file; below a held folder no link, and nothing but a regular file that has no second name. */
export function openFile({ folder, name, isHeld }: Place, flags: number): number {
  const path = join(folder, name)
  if (!isHeld) return openSync(path, flags, 0o600)
  if (windows && attempt(() => lstatSync(path))?.isSymbolicLink()) throw refused(path, 'is a link')
  const file = openSync(path, windows ? flags : flags | NO_LINK, 0o600)
  const stats = fstatSync(file)
  if (stats.isFile() && stats.nlink === 1) return file
  closeSync(file)
  throw refused(name, 'is no file of its own')
}

function checkFolder(path: string): void {
  const stats = lstatSync(path)
  if (stats.isSymbolicLink() || !stats.isDirectory()) throw refused(path, 'is no folder of its own')
}

function makeUnlessThere(path: string): void {
  try {
    mkdirSync(path, { mode: 0o700 })
  } catch (error) {
    if (stringOf(error, 'code') !== 'EEXIST') throw error
  }
}

/** Step by step from descriptors: a folder that becomes a link meanwhile must not lead the deletion elsewhere. */
function removeEntry(path: string, byDescriptor: boolean): void {
  const stats = attempt(() => lstatSync(path))
  if (stats === undefined) return
  if (!stats.isDirectory()) {
    unlinkSync(path)
    return
  }
  if (!byDescriptor) {
    rmSync(path, { recursive: true, force: true })
    return
  }
  const fd = openSync(path, FOLDER)
  try {
    for (const entry of readdirSync(`/proc/self/fd/${fd}`)) removeEntry(`/proc/self/fd/${fd}/${entry}`, true)
  } finally {
    closeSync(fd)
  }
  rmdirSync(path)
}

const BIG = { bigint: true } as const

const identityOf = ({ dev, ino }: BigIntStats) => `${dev}:${ino}`

function identityAt(path: string): string | undefined {
  const stats = attempt(() => lstatSync(path, BIG))
  return stats && identityOf(stats)
}

function refused(path: string, reason: string): Error {
  return Object.assign(new Error(`${path} ${reason}: something else has put it there`), { code: 'ELOOP' })
}
