import { basename, join, relative, resolve, sep } from 'node:path'

import type { WorkingFiles } from '../ports/checkout.ts'

/** A repository in the workspace. All paths are absolute, with links resolved above `root`. */
export interface Repository {
  /** Its working tree. */
  readonly root: string
  /** Where its index and HEAD are: `.git`, or what the file `.git` names (a submodule, a linked worktree). */
  readonly gitDirectory: string
  /** Where its configuration, hooks and objects are. */
  readonly commonDirectory: string
}

/** The repository whose working tree is `root`; undefined when there is none. It asks no git, so that nothing can be run. */
export function repositoryAt(root: string, files: WorkingFiles): Repository | undefined {
  const dotGit = join(root, '.git')
  const kind = kindOf(dotGit, files)
  const named = kind === 'file' ? /^gitdir: (.+)/.exec(files.readText(dotGit) ?? '')?.[1]?.trim() : undefined
  const gitDirectory = kind === 'directory' ? dotGit : named && resolve(root, named)
  if (gitDirectory === undefined || kindOf(join(gitDirectory, 'HEAD'), files) === undefined) return undefined
  const commonDirectory = commonDirectoryOf(gitDirectory, files)
  return kindOf(join(commonDirectory, 'objects'), files) === 'directory'
    ? { root, gitDirectory, commonDirectory }
    : undefined
}

/** The git directory that has the configuration of another one, such as a linked worktree's: mostly it is the same. */
export function commonDirectoryOf(gitDirectory: string, files: WorkingFiles): string {
  return resolve(gitDirectory, files.readText(join(gitDirectory, 'commondir'))?.trim() ?? '')
}

/** The outermost repositories below `workspace`, itself included: checkouts at its top, or with a `path` of their own. */
export function findRepositories(workspace: string, files: WorkingFiles): readonly Repository[] {
  const found: Repository[] = []
  let level = [workspace]
  for (let depth = 0; depth <= DEEPEST && level.length <= MOST_FOLDERS; depth++) {
    const below: string[] = []
    for (const folder of level) {
      const repository = repositoryAt(folder, files)
      if (repository !== undefined) found.push(repository)
      else below.push(...foldersIn(folder, files).filter((path) => !SKIPPED.includes(basename(path))))
    }
    level = below
  }
  return found
}

/** `path` as it is shown: relative to `workspace`, with slashes. */
export const shownPath = (workspace: string, path: string): string => relative(workspace, path).replaceAll(sep, '/')

/** How deep `actions/checkout` is looked for, and in how many folders; a workspace has few beside its repositories. */
const DEEPEST = 3
const MOST_FOLDERS = 1_000
const SKIPPED = ['.git', 'node_modules']

/** The folders in a folder; none where a link leads to it. */
export function foldersIn(folder: string, files: WorkingFiles): readonly string[] {
  const names = kindOf(folder, files) === 'directory' ? files.entries(folder) : []
  return names.map((name) => join(folder, name)).filter((path) => kindOf(path, files) === 'directory')
}

/** What is at a path, links not followed. */
export const kindOf = (path: string, files: WorkingFiles) => files.stamps(path, [''])[0]?.kind

/** What Claude Code reads of a folder by itself (https://code.claude.com/docs/en/settings, /memory, /skills; measured with 2.1.332). */
const NAMES = [
  ...['CLAUDE.md', 'CLAUDE.local.md', '.mcp.json', '.claude/settings.json', '.claude/settings.local.json'],
  ...['.claude/CLAUDE.md', '.claude/rules', '.claude/skills', '.claude/agents', '.claude/commands'],
  ...['.claude/output-styles', '.claude/hooks', '.claude/workflows'],
]

/** Folders that are looked into, and names that are listed, at most. */
const MOST_CONFIGURATION_FOLDERS = 500
const MOST_NAMES = 20

/**
 * What a workspace holds that would configure or instruct Claude Code, as paths for the log, the folders nearest to the top first.
 * Names are whatever a stranger chose: only their printable characters are kept.
 */
export function findAgentConfiguration(workspace: string, files: WorkingFiles): readonly string[] {
  const found: string[] = []
  const folders = ['']
  for (let at = 0; at < folders.length && at < MOST_CONFIGURATION_FOLDERS; at++) {
    const folder = folders[at] ?? ''
    const path = join(workspace, folder)
    const names = [...NAMES, ...files.entries(path).filter((name) => !NOT_SEARCHED.has(name))]
    const byteNames = names.map((name) => Buffer.from(name).toString('latin1'))
    for (const [index, stamp] of files.stamps(path, byteNames).entries()) {
      const name = names[index] ?? ''
      const kind = stamp?.kind
      if (kind === undefined) continue
      const entry = folder === '' ? name : `${folder}/${name}`
      if (index < NAMES.length) found.push(kind === 'directory' ? `${entry}/` : entry)
      else if (kind === 'directory') folders.push(entry)
    }
  }
  const shown = found.slice(0, MOST_NAMES).map((path) => path.replaceAll(/[^\x20-\x7e]/g, '?'))
  return found.length > MOST_NAMES ? [...shown, `${found.length - MOST_NAMES} more`] : shown
}

const NOT_SEARCHED = new Set(['.git', '.claude', 'node_modules'])
