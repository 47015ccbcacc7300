import { dirname, join, sep } from 'node:path'

import { fieldOf, isRecord, numberOf, parseJson, stringOf } from '../json.ts'
import type { SavedEntry, WorkingFiles } from '../ports/checkout.ts'
import { shownPath, type Repository } from './repository.ts'

/** The settings of the checkout's git, held from before the agent runs, so that they can be put back when it has ended. */
export interface GitSettings {
  /** Puts back what differs, and returns a line for each. Call it when nothing of the agent's runs any more. */
  restore(): readonly string[]
  /** All that is held, as text, from which {@link heldGitSettings} makes it again. */
  readonly text: string
}

/** Where the settings are; `workspace` is absolute, with links resolved. */
export interface GitSettingsPlace {
  readonly workspace: string
  readonly files: WorkingFiles
}

/**
 * Holds what makes git run programs or look elsewhere: configuration, hooks, attributes and `commondir` of each repository,
 * its submodules and worktrees. The agent may change all of it (`git commit` needs a `.git` that can be written), and git of
 * a later step would obey: https://git-scm.com/docs/git-config (core.fsmonitor, core.hooksPath, filter, diff.external).
 */
export function holdGitSettings(repositories: readonly Repository[], place: GitSettingsPlace): GitSettings {
  const held = repositories.flatMap((repository) => holdRepository(repository, place.files))
  return settingsOf([...new Map(held.map((entry) => [entry.path, entry])).values()], place)
}

/** The same of `text`, for whoever comes after the one that held them; undefined where it has another form. */
export function heldGitSettings(text: string, place: GitSettingsPlace): GitSettings | undefined {
  const entries = parseJson(text)
  if (!Array.isArray(entries)) return undefined
  const held = entries.map((entry: unknown): HeldEntry | undefined => {
    const path = stringOf(entry, 'path')
    const saved = fieldOf(entry, 'saved')
    const known = saved === null ? undefined : parseEntry(saved)
    return path === undefined || (saved !== null && known === undefined) ? undefined : { path, saved: known }
  })
  return held.every((entry) => entry !== undefined) ? settingsOf(held, place) : undefined
}

const settingsOf = (held: readonly HeldEntry[], place: GitSettingsPlace): GitSettings => ({
  restore: () => held.flatMap((entry) => restoreEntry(entry, place)),
  text: JSON.stringify(held.map(({ path, saved }) => ({ path, saved: saved === undefined ? null : plain(saved) }))),
})

/** As JSON can hold it. */
function plain(entry: SavedEntry): object {
  if (entry.kind === 'file') return { ...entry, contents: Buffer.from(entry.contents).toString('base64') }
  if (entry.kind === 'link') return entry
  return { ...entry, entries: Object.fromEntries([...entry.entries].map(([name, inner]) => [name, plain(inner)])) }
}

function parseEntry(value: unknown): SavedEntry | undefined {
  const [kind, mode, target, contents] = [
    fieldOf(value, 'kind'),
    numberOf(value, 'mode'),
    stringOf(value, 'target'),
    stringOf(value, 'contents'),
  ]
  if (kind === 'link') return target === undefined ? undefined : { kind, target }
  if (mode === undefined) return undefined
  if (kind === 'file')
    return contents === undefined ? undefined : { kind, mode, contents: Buffer.from(contents, 'base64') }
  const inner = fieldOf(value, 'entries')
  if (kind !== 'directory' || !isRecord(inner)) return undefined
  const entries = new Map<string, SavedEntry>()
  for (const [name, one] of Object.entries(inner)) {
    const entry = parseEntry(one)
    if (entry === undefined) return undefined
    entries.set(name, entry)
  }
  return { kind, mode, entries }
}

/** In every git directory. */
const SETTINGS = ['config', 'config.worktree', 'commondir', 'gitdir', 'hooks', 'info/attributes']

interface HeldEntry {
  readonly path: string
  readonly saved: SavedEntry | undefined
}

function holdRepository(
  { root, gitDirectory, commonDirectory }: Repository,
  files: WorkingFiles,
): readonly HeldEntry[] {
  const dotGit = join(root, '.git')
  const directories = new Set([commonDirectory, gitDirectory, ...innerDirectories(commonDirectory, files)])
  const settings = [...directories].flatMap((directory) => SETTINGS.map((name) => join(directory, name)))
  const paths = gitDirectory === dotGit ? settings : [dotGit, ...settings]
  return paths.map((path) => ({ path, saved: files.save(path) }))
}

/** Git directories of submodules (which may have submodules of their own) and of linked worktrees. */
function innerDirectories(directory: string, files: WorkingFiles): readonly string[] {
  const worktrees = foldersOf(join(directory, 'worktrees'), files)
  return [...worktrees, ...moduleDirectories(join(directory, 'modules'), files)]
}

/** The name of a submodule may have slashes: folders that are no git directory themselves are looked into. */
function moduleDirectories(folder: string, files: WorkingFiles): readonly string[] {
  return foldersOf(folder, files).flatMap((path) =>
    files.entries(path).includes('HEAD') ? [path, ...innerDirectories(path, files)] : moduleDirectories(path, files),
  )
}

function foldersOf(folder: string, files: WorkingFiles): readonly string[] {
  const names = kindOf(folder, files) === 'directory' ? files.entries(folder) : []
  return names.map((name) => join(folder, name)).filter((path) => kindOf(path, files) === 'directory')
}

function restoreEntry({ path, saved }: HeldEntry, { workspace, files }: GitSettingsPlace): readonly string[] {
  const shown = shownPath(workspace, path)
  // Nothing is written or left through a link that the agent put in the place of a folder.
  const replaced = foldersAbove(workspace, path).find((folder) => kindOf(folder, files) !== 'directory')
  if (replaced !== undefined) {
    const wasRemoved = files.restore(replaced, undefined)
    const removed = wasRemoved
      ? [`${shownPath(workspace, replaced)} was replaced by a link or a file, which is removed`]
      : []
    return saved === undefined ? removed : [...removed, `${shown} could not be put back: its folder is gone`]
  }
  const now = files.save(path)
  return files.restore(path, saved) ? [`${shown} ${describeChange(now, saved)}`] : []
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

function settingsIn(text: string): ReadonlyMap<string, string> {
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

const kindOf = (path: string, files: WorkingFiles) => files.stamps(path, [''])[0]?.kind
