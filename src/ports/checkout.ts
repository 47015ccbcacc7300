// The checkout as git and the file system have it. Interfaces only; `src/world/` implements them. Names of files are byte
// strings: each character stands for one byte, since a name need not be UTF-8.

import type { Captured } from './machine.ts'

/** Runs git, with nothing of the action's own environment. */
export interface Git {
  /** Absolute path, links resolved, of the git that `searchPath` leads to; undefined when there is none. */
  locate(searchPath: string): Promise<string | undefined>
  /** Runs one command to its end. `stdout` is a byte string; `code` is undefined also when it was ended for its time or size. */
  run(command: GitCommand): Promise<Captured>
}

/** One git command. Its output may have `maximumBytes`, 256 MB unless given. */
export interface GitCommand {
  readonly executable: string
  readonly args: readonly string[]
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
  /** A byte string. */
  readonly stdin?: string
  readonly timeoutMs: number
  readonly maximumBytes?: number
}

/** Looks at files and puts them back. No method follows a link at the path itself. */
export interface WorkingFiles {
  /** What is at each of `names` below `root`, in their order; undefined where there is nothing. */
  stamps(root: string, names: readonly string[]): readonly (Stamp | undefined)[]
  /** Those of `names` below `root` that this user may not read. */
  unreadable(root: string, names: readonly string[]): readonly string[]
  /** Names in a folder, sorted; none where it is no folder or may not be read. */
  entries(directory: string): readonly string[]
  /** Copies a file with its time of modification, by which git knows what it must look at again. */
  copyWithTime(from: string, to: string): void
  /** Text of a file, at most 1 MB; undefined where there is no such file. */
  readText(path: string): string | undefined
  /** A file or a whole folder, held in memory, so that it can be put back; undefined where there is nothing. */
  save(path: string): SavedEntry | undefined
  /** Makes `path` what was saved, nothing where nothing was; true when it was something else. Its folder must be a real one. */
  restore(path: string, saved: SavedEntry | undefined): boolean
  /** The permission bits of a real folder; undefined where there is none. */
  folderMode(path: string): number | undefined
  setFolderMode(path: string, mode: number): void
  /** Looks for entries by their names, without regard to case, in all folders below `root`, the upper ones first. Follows no link. */
  find(root: string, options: FindOptions): FoundPaths
}

/** Which names to find; folders called `closed` are not entered, nor those at the paths `except`. */
export interface FindOptions {
  readonly names: readonly string[]
  readonly closed: string
  readonly except: readonly string[]
  readonly mostFolders: number
}

/** Absolute paths; `complete` is false when there were more folders than were looked into. */
export interface FoundPaths {
  readonly paths: readonly string[]
  readonly complete: boolean
}

/** What is at a path. Two stamps with the same `version` are taken for the same contents. */
export interface Stamp {
  readonly kind: 'file' | 'directory' | 'link' | 'other'
  /** Bytes. */
  readonly size: number
  /** When its contents, mode or name last changed, in milliseconds since 1970. */
  readonly changedMs: number
  /** Device, inode, size, mode, and times to the nanosecond. */
  readonly version: string
}

/** What {@link WorkingFiles.save} holds. */
export type SavedEntry =
  | { readonly kind: 'file'; readonly mode: number; readonly contents: Uint8Array }
  | { readonly kind: 'link'; readonly target: string }
  | { readonly kind: 'directory'; readonly mode: number; readonly entries: ReadonlyMap<string, SavedEntry> }
