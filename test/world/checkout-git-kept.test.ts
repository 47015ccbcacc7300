// What putting back the settings of git leaves, and how it is reported.
import { chmodSync, existsSync, lstatSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'

import { createWorkingFiles } from '../../src/world/working-files.ts'
import {
  bare,
  evil,
  folder,
  linkedTree,
  makeWorkspace,
  path,
  removeWorkspace,
  repository,
  restoredAfter,
  submodule,
  workspace,
} from '../support/git-attack.ts'
import { gitIn } from '../support/git.ts'

beforeEach(makeWorkspace)
afterEach(removeWorkspace)

test('permissions that keep git from a repository are put back', () => {
  mkdirSync(path('app'))
  const restored = restoredAfter(() => {
    chmodSync(path('.git/objects'), 0o600)
    chmodSync(path('.git/HEAD'), 0o200)
    chmodSync(path('.git'), 0)
    evil(path('app'))
    chmodSync(path('app/.git/hooks'), 0o500)
    chmodSync(path('app/.git'), 0)
  })
  expect(restored).toEqual([
    '.git had its permissions changed; they are put back',
    '.git/objects had its permissions changed; they are put back',
    '.git/HEAD was changed; it is put back',
    expect.stringMatching(/^app\/\.git is new; what git obeys in it is removed \(config, hooks/),
  ])
  expect(['.git', '.git/objects'].map((name) => lstatSync(path(name)).mode & 0o700)).toEqual([0o700, 0o700])
  expect(existsSync(path('app/.git/config'))).toBe(false)
})

describe('what the agent may make', () => {
  const isWorking = (at: string) => gitIn(path(at), 'log', '--oneline', '--max-count=1')

  test('is a clone, which loses its settings', () => {
    repository(join(folder, 'library'))
    const restored = restoredAfter(() => gitIn(workspace, 'clone', '--quiet', join(folder, 'library'), 'clone'))
    expect(restored).toEqual([
      expect.stringMatching(/^clone\/\.git is new; what git obeys in it is removed \(config, /),
    ])
    expect(isWorking('clone')).toContain('first')
  })

  test('is a submodule', () => {
    const restored = restoredAfter(submodule)
    expect(restored).toEqual([
      '.git/config was changed (submodule.sub.url, submodule.sub.active); it is put back',
      expect.stringMatching(/^\.git\/modules\/sub is new; what git obeys in it is removed \(config, /),
    ])
    expect(isWorking('sub')).toContain('first')
  })

  test('is a linked worktree, of which nothing is removed', () => {
    expect(restoredAfter(linkedTree)).toEqual([])
    expect(isWorking('tree')).toContain('first')
  })

  test('is a checkout that is deleted, which is one line', () => {
    repository(path('tools'))
    expect(restoredAfter(() => rmSync(path('tools'), { recursive: true }))).toEqual([
      'tools is gone, with the settings in it',
    ])
  })
})

test('the action’s own folder is not looked into', () => {
  expect(restoredAfter(() => bare(path('own')))).toEqual([])
})

test('folders are looked into up to a number, the upper ones first', () => {
  mkdirSync(path('a/b'), { recursive: true })
  writeFileSync(path('a/b/head'), '')
  const find = (mostFolders: number) =>
    createWorkingFiles().find(workspace, { names: ['.git', 'head'], closed: '.git', except: [], mostFolders })
  expect(find(3)).toEqual({ paths: [path('.git'), path('a/b/head')], complete: true })
  expect(find(2)).toEqual({ paths: [path('.git')], complete: false })
})
