import { execFileSync } from 'node:child_process'
import { chmodSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, test } from '@jest/globals'

import { NO_SECRETS, folder, workspace, git, write, remove, changesOf, repository } from '../support/checkout.ts'
import { gitIn } from '../support/git.ts'

test('nothing changed is an empty list, and no patch', async () => {
  repository()
  write('dirty.txt', 'dirty\n')
  write('untracked.txt', 'x')
  expect(await changesOf(() => undefined)).toEqual({ changedFiles: [], patch: undefined, notices: [], warnings: [] })
})

test('untracked files from before that change, vanish or are replaced count, without a patch of them', async () => {
  repository()
  for (const name of ['a.log', 'b.log', 'c.log']) write(name, name)
  const { changedFiles, patch, notices } = await changesOf(() => {
    write('a.log', 'other')
    remove('b.log')
  })
  expect(changedFiles).toEqual(['a.log', 'b.log'])
  expect(patch).toBeUndefined()
  expect(notices).toEqual([expect.stringContaining('2 changed files that were untracked or ignored before')])
})

test('the patch makes of the checkout that was found what the agent left', async () => {
  repository()
  write('dirty.txt', 'dirty before\n')
  symlinkSync('same.txt', join(workspace, 'link'))
  git('add', 'link')
  const found = join(folder, 'found')
  const { patch } = await changesOf(() => {
    write('edited.txt', 'edited\n')
    write('dirty.txt', 'dirty after\n')
    write('binary.bin', Buffer.from(Array.from({ length: 3_000 }, (_unused, at) => (at * 7) % 256)))
    write('new/run.sh', '#!/bin/sh\n')
    chmodSync(join(workspace, 'new', 'run.sh'), 0o755)
    remove('deleted.txt')
    remove('link')
    symlinkSync('edited.txt', join(workspace, 'link'))
    chmodSync(join(workspace, 'same.txt'), 0o755)
    git('add', '--all')
    git('commit', '--quiet', '--message=all of it')
  })
  execFileSync('git', ['clone', '--quiet', workspace, found], { stdio: 'pipe' })
  gitIn(found, 'checkout', '--quiet', 'HEAD~1')
  writeFileSync(join(found, 'dirty.txt'), 'dirty before\n')
  symlinkSync('same.txt', join(found, 'link'))
  writeFileSync(join(folder, 'changes.patch'), patch ?? '')
  gitIn(found, 'apply', join(folder, 'changes.patch'))
  expect(execFileSync('diff', ['-r', '--no-dereference', '--exclude=.git', workspace, found]).toString()).toBe('')
  expect(gitIn(found, 'status', '--porcelain', '--ignore-submodules')).toContain('M same.txt')
})

test('a line that looked like a secret before does not keep the patch back', async () => {
  repository()
  write('edited.txt', 'token: looks-like-one\nsecond\n')
  git('commit', '--quiet', '--all', '--message=token')
  const secrets = { ...NO_SECRETS, looksSecret: (text: string) => text.includes('looks-like-one') }
  const { patch } = await changesOf(() => write('edited.txt', 'token: looks-like-one\nthird\n'), { secrets })
  expect(String(patch)).toContain('+third')
})

test('there is no patch of more than 20 MB, and the list is whole', async () => {
  repository()
  const noise = Buffer.from(Array.from({ length: 1_000_000 }, () => Math.floor(Math.random() * 256)))
  const { changedFiles, patch, warnings } = await changesOf(() => {
    for (let at = 0; at < 24; at++) write(`big-${at}.bin`, Buffer.concat([Buffer.of(at), noise]))
  })
  expect(changedFiles).toHaveLength(24)
  expect(patch).toBeUndefined()
  expect(warnings).toEqual([expect.stringContaining('20 MB')])
})

describe('files that git ignored before, when the agent has it see them', () => {
  const before = () => {
    repository()
    write('.gitignore', '.env\nignored/\n*.log\n')
    git('add', '--all')
    git('commit', '--quiet', '--message=ignore')
    write('.env', 'PASSWORD=hunter2\n')
    write('ignored/deep/old.txt', 'hunter2\n')
    write('logs/old.log', 'hunter2\n')
  }

  test('do not count, and their contents are not in the patch', async () => {
    before()
    const { changedFiles, patch } = await changesOf(() => {
      write('.gitignore', '')
      write('logs/new.txt', 'new\n')
    })
    expect(changedFiles).toEqual(['.gitignore', 'logs/new.txt'])
    expect(String(patch)).toContain('+new')
    expect(String(patch)).not.toContain('hunter2')
  })
  test('count when it changed them too, and their contents are not in the patch', async () => {
    before()
    const { changedFiles, patch, notices } = await changesOf(() => {
      write('.gitignore', '')
      write('.env', 'PASSWORD=hunter2\nMORE=1\n')
      write('ignored/deep/new.txt', 'new\n')
    })
    expect(changedFiles).toEqual(['.env', '.gitignore', 'ignored/deep/new.txt'])
    expect(String(patch)).not.toContain('hunter2')
    expect(notices).toEqual([expect.stringContaining('2 changed files that were untracked or ignored before')])
  })
  test('do not count when it adds them by force to its own index either', async () => {
    before()
    const { patch } = await changesOf(() => void git('add', '--force', '.env'))
    expect(String(patch)).not.toContain('hunter2')
  })
})
