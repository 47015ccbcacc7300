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
