import { basename, dirname, join, resolve } from 'node:path'

import type { FoundPaths, WorkingFiles } from '../ports/checkout.ts'
import type { HeldPlace } from './held-entry.ts'
import { commonDirectoryOf, foldersIn, kindOf } from './repository.ts'

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
