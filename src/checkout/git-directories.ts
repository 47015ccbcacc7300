import { basename, dirname, join, resolve, sep } from 'node:path'

import { messageOf } from '../errors.ts'
import { fieldOf, isRecord, numberOf, stringOf } from '../json.ts'
import type { FoundPaths, WorkingFiles, SavedEntry } from '../ports/checkout.ts'
import { commonDirectoryOf, foldersIn, kindOf, shownPath } from './repository.ts'

/** Something of git's that is held: what was at a path, and what of it has to be so again. */
export interface HeldEntry {
  readonly path: string
  /** `contents`: all of it. `mode`: a folder's permissions. `kind`: that there is a folder. `head`: that it is a HEAD. */
  readonly hold: 'contents' | 'mode' | 'kind' | 'head'
  readonly saved: SavedEntry | undefined
}

/** Where it is; `workspace` is absolute, with links resolved. */
export interface HeldPlace {
  readonly workspace: string
  readonly files: WorkingFiles
}

/** What is at `path` now, to be held; nothing where a link leads to it, since what is there may be anybody's. */
export function holdEntry(
  hold: HeldEntry['hold'],
  path: string,
  { workspace, files }: HeldPlace,
): readonly HeldEntry[] {
  if (foldersAbove(workspace, path).some((folder) => kindOf(folder, files) === 'link')) return []
  if (hold === 'contents' || hold === 'head') return [{ path, hold, saved: files.save(path) }]
  const mode = files.folderMode(path)
  if (mode !== undefined) return [{ path, hold, saved: { kind: 'directory', mode, entries: new Map() } }]
  return hold === 'kind' ? [{ path, hold: 'contents', saved: files.save(path) }] : []
}

/** Puts it back where it differs, and returns a line for each thing done or impossible. Throws nothing. */
export function restoreEntry(entry: HeldEntry, place: HeldPlace): readonly string[] {
  try {
    return restored(entry, place)
  } catch (error) {
    return [`${shownPath(place.workspace, entry.path)} could not be put back: ${messageOf(error)}`]
  }
}

function restored({ path, hold, saved }: HeldEntry, { workspace, files }: HeldPlace): readonly string[] {
  const shown = shownPath(workspace, path)
  // Nothing is written or left through a link that the agent put in the place of a folder.
  const replaced = foldersAbove(workspace, path).find((folder) => kindOf(folder, files) !== 'directory')
  if (replaced !== undefined) {
    const folder = shownPath(workspace, replaced)
    const lines: string[] = []
    if (files.restore(replaced, undefined)) lines.push(`${folder} was replaced by a link or a file, which is removed`)
    if (saved !== undefined && hold !== 'mode') lines.push(`${folder} is gone, with the settings in it`)
    return lines
  }
  if (hold === 'mode' || (hold === 'kind' && kindOf(path, files) === 'directory')) {
    if (saved?.kind !== 'directory' || files.folderMode(path) === undefined) return []
    if (files.folderMode(path) === saved.mode) return []
    files.setFolderMode(path, saved.mode)
    return [`${shown} had its permissions changed; they are put back`]
  }
  if (hold === 'head' && saved !== undefined && isSavedHead(files.save(path))) return []
  const now = files.save(path)
  return files.restore(path, saved) ? [`${shown} ${describeChange(now, saved)}`] : []
}

/** Whether git takes it for a HEAD: else it looks for a repository elsewhere (`is_git_directory` in setup.c of git 2.39). */
function isSavedHead(entry: SavedEntry | undefined): boolean {
  if (entry?.kind !== 'file' || (entry.mode & 0o400) === 0) return false
  return /^(?:ref:\s*refs\/.|[0-9a-f]{40})/.test(textOf(entry))
}

/** A held entry as JSON can hold it. */
export const plainEntry = ({ saved, ...entry }: HeldEntry): object => ({ ...entry, saved: saved ? plain(saved) : null })

function plain(entry: SavedEntry): object {
  if (entry.kind === 'file') return { ...entry, contents: Buffer.from(entry.contents).toString('base64') }
  if (entry.kind === 'link') return entry
  return { ...entry, entries: Object.fromEntries([...entry.entries].map(([name, inner]) => [name, plain(inner)])) }
}

/** The entry of that form. Throws a TypeError where it has another. */
export function parseHeldEntry(value: unknown): HeldEntry {
  const path = stringOf(value, 'path')
  const hold = HOLDS.find((one) => one === fieldOf(value, 'hold'))
  const saved = fieldOf(value, 'saved')
  if (path === undefined || hold === undefined) throw new TypeError('no held entry')
  return { path, hold, saved: saved === null ? undefined : parseEntry(saved) }
}

const HOLDS = ['contents', 'mode', 'kind', 'head'] as const

function parseEntry(value: unknown): SavedEntry {
  const [kind, contents, entries] = ['kind', 'contents', 'entries'].map((name) => fieldOf(value, name))
  const [mode, target] = [numberOf(value, 'mode'), stringOf(value, 'target')]
  if (kind === 'link' && target !== undefined) return { kind, target }
  if (kind === 'file' && mode !== undefined && typeof contents === 'string')
    return { kind, mode, contents: Buffer.from(contents, 'base64') }
  if (kind !== 'directory' || mode === undefined || !isRecord(entries)) throw new TypeError('no saved entry')
  return { kind, mode, entries: new Map(Object.entries(entries).map(([name, inner]) => [name, parseEntry(inner)])) }
}

/** Folders between the workspace and `path`, outermost first; of a path outside, the folder that it is in. */
function foldersAbove(workspace: string, path: string): readonly string[] {
  const parent = dirname(path)
  if (!parent.startsWith(`${workspace}${sep}`)) return [parent]
  const above = foldersAbove(workspace, parent)
  return dirname(parent) === workspace ? [parent] : [...above, parent]
}

function describeChange(now: SavedEntry | undefined, saved: SavedEntry | undefined): string {
  if (saved === undefined) return 'was added; it is removed'
  if (now === undefined) return 'was removed; it is put back'
  const names = now.kind === 'file' && saved.kind === 'file' ? changedSettings(textOf(now), textOf(saved)) : []
  return `was changed${names.length === 0 ? '' : ` (${names.join(', ')})`}; it is put back`
}

const textOf = (entry: Extract<SavedEntry, { kind: 'file' }>) => new TextDecoder().decode(entry.contents)

/** Names of the settings that differ, as in `git config --list`, without their values, which may be secret; at most ten. */
function changedSettings(now: string, before: string): readonly string[] {
  const [after, old] = [settingsIn(now), settingsIn(before)]
  const names = [...new Set([...after.keys(), ...old.keys()])]
  return names.filter((name) => after.get(name) !== old.get(name)).slice(0, 10)
}

/** The settings of a configuration file by their names, as in `git config --list`; each value follows a line break. */
export function settingsIn(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  let section = ''
  for (const line of text.split('\n')) {
    const [, name, inner] = /^\s*\[([\w.-]+)(?:\s+"([^"]*)")?\]/.exec(line) ?? []
    if (name !== undefined) section = inner === undefined ? name : `${name}.${inner}`
    const [, key, value = ''] = /^\s*([A-Za-z][\w-]*)\s*(?:=(.*))?$/.exec(line) ?? []
    if (key !== undefined) found.set(`${section}.${key}`, `${found.get(`${section}.${key}`) ?? ''}\n${value}`)
  }
  return found
}

/** Where the settings are; `own` is a folder of the action's, which is not looked into. */
export interface GitSettingsPlace extends HeldPlace {
  readonly own: string
}

/** Far more than a workspace has: with packages of npm some ten thousand. */
export const MOST_FOLDERS = 200_000

/** Everything in the workspace that may be, or lead to, a git directory: paths called `.git`, and `HEAD` of bare repositories. */
export const findIn = ({ workspace, files, own }: GitSettingsPlace): FoundPaths =>
  files.find(workspace, { names: ['.git', 'head'], closed: '.git', except: [own], mostFolders: MOST_FOLDERS })

/** Whether a path is called `.git`; there are file systems for which `.GIT` is the same. */
export const isDotGit = (path: string) => basename(path).toLowerCase() === '.git'

/** Whether a path is called `HEAD`. */
export const isHead = (path: string) => basename(path).toLowerCase() === 'head'

/** The folder that a path called `.git` is, or leads to; undefined where git could follow it to none. */
export function directoryBehind(path: string, files: WorkingFiles): string | undefined {
  const kind = kindOf(path, files)
  const saved = kind === 'link' ? files.save(path) : undefined
  const named = kind === 'file' ? /^gitdir: (.+)/.exec(files.readText(path) ?? '')?.[1]?.trim() : undefined
  const target = saved?.kind === 'link' ? saved.target : named
  const directory = target === undefined ? path : resolve(dirname(path), target)
  return kindOf(directory, files) === 'directory' ? directory : undefined
}

/** Whether git takes a folder for a git directory, or would with another HEAD (`is_git_directory` in setup.c of git 2.39). */
export function isGitDirectory(folder: string, files: WorkingFiles): boolean {
  if (!['file', 'link'].includes(kindOf(join(folder, 'HEAD'), files) ?? '')) return false
  const parts = partsOf(folder, files)
  return parts.includes('commondir') || parts.length === 2
}

/** Which parts of a git directory a folder has, beside HEAD. */
export const partsOf = (folder: string, files: WorkingFiles): readonly string[] =>
  Object.entries(PARTS)
    .filter(([name, kind]) => [kind, 'link'].includes(kindOf(join(folder, name), files) ?? ''))
    .map(([name]) => name)

const PARTS = { commondir: 'file', objects: 'directory', refs: 'directory' }

/** A git directory, the one that has its configuration, and those of its submodules and linked worktrees. */
export function gitDirectoriesOf(directory: string, files: WorkingFiles): readonly string[] {
  const common = commonDirectoryOf(directory, files)
  return [...new Set([directory, common, ...innerDirectories(common, files)])]
}

/** Git directories of submodules (which may have submodules of their own) and of linked worktrees. */
export function innerDirectories(directory: string, files: WorkingFiles): readonly string[] {
  const worktrees = foldersIn(join(directory, 'worktrees'), files)
  return [...worktrees, ...moduleDirectories(join(directory, 'modules'), files)]
}

/** The name of a submodule may have slashes: folders that are no git directory themselves are looked into. */
function moduleDirectories(folder: string, files: WorkingFiles): readonly string[] {
  return foldersIn(folder, files).flatMap((path) =>
    files.entries(path).includes('HEAD') ? [path, ...innerDirectories(path, files)] : moduleDirectories(path, files),
  )
}
