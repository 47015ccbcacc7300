import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, test } from '@jest/globals'

import { heldGitSettings, holdGitSettings } from '../../src/checkout/git-settings.ts'
import { createWorkingFiles } from '../../src/world/working-files.ts'
import { gitIn } from './git.ts'

/** Folders of one test: `workspace` has a repository, and `ran` is there when what the agent planted has run. */
export let folder: string
export let workspace: string
export let ran: string

/** For `beforeEach`. */
export function makeWorkspace(): void {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'git-settings-')))
  workspace = join(folder, 'workspace')
  ran = join(folder, 'ran')
  mkdirSync(workspace)
  repository(workspace)
}

/** For `afterEach`. */
export const removeWorkspace = () => rmSync(folder, { recursive: true })

/** A path in the workspace. */
export const path = (...names: string[]) => join(workspace, ...names)

/** Makes a repository with one commit. */
export function repository(at: string): void {
  mkdirSync(at, { recursive: true })
  gitIn(at, 'init', '--quiet', '--initial-branch=main')
  writeFileSync(join(at, 'a.txt'), 'a\n')
  gitIn(at, 'add', '--all')
  gitIn(at, 'commit', '--quiet', '--message=first')
}

/** Where settings are held. */
export const place = () => ({ workspace, files: createWorkingFiles(), own: path('own') })

/** Runs `agent` between holding and putting back, which is done from the text that post has; returns the lines. */
export function restoredAfter(agent: () => void): readonly string[] {
  const { text } = holdGitSettings(place())
  agent()
  return heldGitSettings(text, place())!.restore()
}

/** A command that leaves a mark. */
export const mark = () => `touch ${ran}; true`
/** What a later step may do; a repository that is broken is its author's loss. */
export const laterStep = (at = workspace) => {
  writeFileSync(join(at, 'a.txt'), 'changed\n')
  for (const args of [
    ['status', '--porcelain'],
    ['diff'],
    ['add', '--all'],
    ['commit', '--quiet', '--message=later'],
    ['status'],
    ['fetch', 'origin'],
  ])
    try {
      gitIn(at, ...args)
    } catch {
      continue
    }
}
/** A hook that leaves a mark. */
export const hook = (at: string) => {
  mkdirSync(join(at, 'hooks'), { recursive: true })
  writeFileSync(join(at, 'hooks', 'pre-commit'), `#!/bin/sh\n${mark()}\n`, { mode: 0o755 })
}

/** Settings that leave a mark, of a repository at `at` whose working tree is that of `tree`. */
export const planted = (tree: string) =>
  `[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tworktree = ${tree}\n\tfsmonitor = "${mark()}"\n`
/** Makes a folder a git directory, as `git init --bare` does. */
export const bare = (at: string, tree = at) => {
  for (const name of ['objects', 'refs']) mkdirSync(join(at, name), { recursive: true })
  writeFileSync(join(at, 'HEAD'), 'ref: refs/heads/main\n')
  writeFileSync(join(at, 'config'), planted(tree))
}
/** Makes a repository whose settings leave a mark, or gives them to one. */
export const evil = (at: string) => {
  if (!existsSync(join(at, '.git'))) repository(at)
  gitIn(at, 'config', 'core.fsmonitor', mark())
  hook(join(at, '.git'))
}
/** A submodule `sub` of the workspace. */
export const submodule = () => {
  repository(join(folder, 'library'))
  gitIn(workspace, 'submodule', '--quiet', 'add', join(folder, 'library'), 'sub')
  gitIn(workspace, 'commit', '--quiet', '--message=submodule')
}
/** A linked worktree `tree`. */
export const linkedTree = () => gitIn(workspace, 'worktree', 'add', '--quiet', path('tree'), '-b', 'tree')

/** Something that makes git of a later step run a program of the agent. */
export interface Attack {
  readonly name: string
  /** What the job has done before. */
  readonly before?: () => void
  readonly agent: () => void
  /** Where the later step works, below the workspace. */
  readonly at?: string
}

/** Each attack works where nothing is put back, and does not where all is. */
export function testAttacks(attacks: readonly Attack[]): void {
  test.each(attacks)('$name of the agent runs in a later step', ({ before, agent, at = '' }) => {
    before?.()
    agent()
    laterStep(path(at))
    expect(existsSync(ran)).toBe(true)
  })

  test.each(attacks)('$name of the agent is undone, and reported', ({ before, agent, at = '' }) => {
    before?.()
    const restored = restoredAfter(() => {
      agent()
      rmSync(ran, { force: true })
    })
    expect(restored).not.toEqual([])
    laterStep(path(at))
    expect(existsSync(ran)).toBe(false)
  })
}
