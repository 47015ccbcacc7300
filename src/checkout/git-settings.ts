import { basename, dirname, join, resolve, sep } from 'node:path'

import { fieldOf, isRecord, parseJson } from '../json.ts'
import {
  holdEntry,
  parseHeldEntry,
  plainEntry,
  restoreEntry,
  settingsIn,
  type HeldEntry,
  type HeldPlace,
  directoryBehind,
  findIn,
  gitDirectoriesOf,
  innerDirectories,
  isDotGit,
  isGitDirectory,
  isHead,
  MOST_FOLDERS,
  partsOf,
  type GitSettingsPlace,
} from './git-directories.ts'
import { commonDirectoryOf, kindOf, shownPath } from './repository.ts'

/** The settings of the checkout's git, held from before the agent runs, so that they can be put back when it has ended. */
export interface GitSettings {
  /** Puts back what differs, and returns a line for each. Call it when nothing of the agent's runs any more. Throws nothing. */
  restore(): readonly string[]
  /** All that is held, as text, from which {@link heldGitSettings} makes it again. */
  readonly text: string
}

/**
 * Holds what makes git run programs or look elsewhere, of every repository in the workspace: configuration with the files of
 * the workspace that it includes, hooks, attributes, what leads to the repository, and what makes git take it for one. The
 * agent may change all of it (`git commit` needs a `.git` that can be written), and git of a later step would obey:
 * https://git-scm.com/docs/git-config (core.fsmonitor, core.hooksPath, filter, diff.external). Repositories that are new
 * afterwards lose their settings, bare ones what makes them repositories.
 */
export function holdGitSettings(place: GitSettingsPlace): GitSettings {
  const { files } = place
  const { paths, complete } = findIn(place)
  const dotGits = paths.filter(isDotGit)
  const folders = paths.filter(isHead).map((path) => dirname(path))
  const bare = folders.filter((folder) => isGitDirectory(folder, files))
  const outer = [...dotGits.flatMap((path) => directoryBehind(path, files) ?? []), ...bare]
  const directories = [...new Set(outer.flatMap((directory) => gitDirectoriesOf(directory, files)))]
  const held = [
    ...dotGits
      .filter((path) => kindOf(path, files) !== 'directory')
      .flatMap((path) => holdEntry('contents', path, place)),
    ...directories.flatMap((directory) => [...holdDirectory(directory, place), ...holdNamed(directory, place)]),
  ]
  const entries = [...new Map(held.map((entry) => [`${entry.hold} ${entry.path}`, entry])).values()]
  const others = folders.filter((folder) => !bare.includes(folder))
  const partsByFolder = Object.fromEntries(others.map((folder) => [folder, partsOf(folder, files)]))
  return settingsOf({ entries, dotGits, directories, partsByFolder, complete }, place)
}

/** The same of `text`, for whoever comes after the one that held them; undefined where it has another form. */
export function heldGitSettings(text: string, place: GitSettingsPlace): GitSettings | undefined {
  const held = parseHeld(parseJson(text))
  return held && settingsOf(held, place)
}

function parseHeld(value: unknown): Held | undefined {
  const [list, parts, complete] = ['entries', 'partsByFolder', 'complete'].map((name) => fieldOf(value, name))
  if (!Array.isArray(list) || !isRecord(parts) || typeof complete !== 'boolean') return undefined
  try {
    return {
      entries: list.map(parseHeldEntry),
      dotGits: textsOf(fieldOf(value, 'dotGits')),
      directories: textsOf(fieldOf(value, 'directories')),
      partsByFolder: Object.fromEntries(Object.entries(parts).map(([folder, names]) => [folder, textsOf(names)])),
      complete,
    }
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

function textsOf(value: unknown): readonly string[] {
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value
  throw new TypeError('no list of texts')
}

interface Held {
  readonly entries: readonly HeldEntry[]
  readonly dotGits: readonly string[]
  /** All git directories: those at or behind these paths, their submodules' and worktrees', and bare repositories. */
  readonly directories: readonly string[]
  /** Of folders that have a HEAD and are no git directories: which parts of one they have. */
  readonly partsByFolder: Readonly<Record<string, readonly string[]>>
  /** Whether the whole workspace was looked at. */
  readonly complete: boolean
}

function settingsOf(held: Held, place: GitSettingsPlace): GitSettings {
  const { mode = [], other = [] } = Object.groupBy(held.entries, ({ hold }) => (hold === 'mode' ? 'mode' : 'other'))
  mode.sort((a, b) => a.path.length - b.path.length)
  return {
    restore() {
      const restored = [...mode, ...other].flatMap((entry) => restoreEntry(entry, place))
      return [...new Set([...restored, ...undoNew(held, place)])]
    },
    text: JSON.stringify({ ...held, entries: held.entries.map(plainEntry) }),
  }
}

/** In every git directory: what is configuration, or leads to it, or decides where git gets or sends something. */
const SETTINGS = ['config', 'config.worktree', 'commondir', 'gitdir', 'hooks', 'info/attributes', 'remotes', 'branches']

function holdDirectory(directory: string, place: HeldPlace): readonly HeldEntry[] {
  const hold = (how: HeldEntry['hold'], name: string) => holdEntry(how, join(directory, name), place)
  const folders = ['objects', 'refs'].filter((name) => kindOf(join(directory, name), place.files) !== undefined)
  return [
    ...['', ...folders].flatMap((name) => hold('mode', name)),
    ...SETTINGS.flatMap((name) => hold('contents', name)),
    ...folders.flatMap((name) => hold('kind', name)),
    ...hold('head', 'HEAD'),
  ]
}

/** Files of the workspace that the configuration includes, and the folder of hooks that it names. */
function holdNamed(directory: string, place: HeldPlace): readonly HeldEntry[] {
  const held: HeldEntry[] = []
  const configs = [join(directory, 'config'), join(directory, 'config.worktree')]
  for (let at = 0; at < configs.length && at < MOST_CONFIGS; at++) {
    const config = configs[at] ?? ''
    for (const { isInclude, value } of pathsNamedIn(place.files.readText(config) ?? '')) {
      const path = resolve(isInclude ? dirname(config) : dirname(directory), value)
      if (!isInside(path, place.workspace)) continue
      held.push(...holdEntry('contents', path, place))
      if (isInclude && !configs.includes(path)) configs.push(path)
    }
  }
  return held
}

const MOST_CONFIGS = 100

function pathsNamedIn(config: string): readonly { isInclude: boolean; value: string }[] {
  return [...settingsIn(config)].flatMap(([name, values]) => {
    const isInclude = /^include(?:if\..*)?\.path$/i.test(name)
    if (!isInclude && !/^core\.hookspath$/i.test(name)) return []
    const named = values.split('\n').map((value) => value.trim().replace(/^"(.*)"$/, '$1'))
    return named.filter((value) => value !== '').map((value) => ({ isInclude, value }))
  })
}

/** Takes from what the agent added what git would obey: nobody can tell it from a trap. */
function undoNew(held: Held, place: GitSettingsPlace): readonly string[] {
  const { files } = place
  const [knownDirectories, knownPaths] = [new Set(held.directories), new Set(held.dotGits)]
  const inner = held.directories.flatMap((directory) => innerDirectories(directory, files))
  const { paths, complete } = findIn(place)
  const lines = inner
    .filter((directory) => !knownDirectories.has(directory))
    .flatMap((directory) => disarm(directory, place))
  for (const path of paths.filter((one) => isDotGit(one) && !knownPaths.has(one))) {
    if (kindOf(path, files) === 'directory')
      lines.push(...[path, ...innerDirectories(path, files)].flatMap((directory) => disarm(directory, place)))
    else if (!inner.includes(directoryBehind(path, files) ?? '')) lines.push(...remove(path, place))
  }
  for (const path of paths.filter(isHead)) {
    const folder = dirname(path)
    if (knownDirectories.has(folder) || !isGitDirectory(folder, files)) continue
    const before = held.partsByFolder[folder]
    const added = before && partsOf(folder, files).filter((name) => !before.includes(name))
    const traps = added?.map((name) => join(folder, name)) ?? [path]
    lines.push(...traps.flatMap((trap) => remove(trap, place)))
  }
  if (!held.complete || !complete)
    lines.push(
      `The workspace has more than ${MOST_FOLDERS} folders: git may obey settings of repositories that the agent made in it.`,
    )
  return lines
}

const remove = (path: string, place: HeldPlace) => restoreEntry({ path, hold: 'contents', saved: undefined }, place)

/** Removes the settings of a new git directory; a linked worktree keeps what leads to its repository. */
function disarm(directory: string, place: HeldPlace): readonly string[] {
  const { files, workspace } = place
  const mode = files.folderMode(directory) ?? 0o700
  // Its folder must be open, for what is in it to be seen.
  restoreEntry(
    { path: directory, hold: 'mode', saved: { kind: 'directory', mode: mode | 0o700, entries: new Map() } },
    place,
  )
  const isWorktree = basename(dirname(directory)) === 'worktrees'
  const isLinked = isWorktree && commonDirectoryOf(directory, files) === dirname(dirname(directory))
  const kept = isLinked ? ['commondir', 'gitdir'] : []
  const names = SETTINGS.filter((name) => !kept.includes(name) && kindOf(join(directory, name), files) !== undefined)
  if (names.length === 0) return []
  const lines = names.flatMap((name) => remove(join(directory, name), place))
  const failed = lines.filter((line) => line.includes('could not'))
  return [`${shownPath(workspace, directory)} is new; what git obeys in it is removed (${names.join(', ')})`, ...failed]
}

const isInside = (path: string, folder: string) => path.startsWith(`${folder}${sep}`)
