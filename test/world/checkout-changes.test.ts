import { execFileSync } from 'node:child_process'
import { readFileSync, renameSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'

import type { SecretFinder } from '../../src/checkout/changes.ts'
import {
  NO_SECRETS,
  folder,
  workspace,
  git,
  write,
  remove,
  changesOf,
  changedBy,
  repository,
} from '../support/checkout.ts'

test('edited, new, deleted, renamed and committed files count; what was dirty before and what git ignores do not', async () => {
  repository()
  write('dirty.txt', 'dirty before\n')
  write('untracked-before.txt', 'x')
  const changed = await changedBy(() => {
    write('edited.txt', 'edited\n')
    write('new ünïcode "file".txt', 'new')
    remove('deleted.txt')
    renameSync(join(workspace, 'renamed.txt'), join(workspace, 'other.txt'))
    write('ignored/x', 'x')
    write('committed.txt', 'x')
    git('add', 'committed.txt')
    git('commit', '--quiet', '--message=second')
  })
  expect(changed).toEqual(
    ['committed.txt', 'deleted.txt', 'edited.txt', 'new ünïcode "file".txt', 'other.txt', 'renamed.txt'].sort(),
  )
})

test('a change back to what it was is none', async () => {
  repository()
  const changed = await changedBy(() => {
    write('edited.txt', 'other\n')
    write('edited.txt', 'edited.txt\n')
  })
  expect(changed).toEqual([])
})

test('a change of the same size, in the second of the checkout, is seen', async () => {
  repository()
  expect(await changedBy(() => write('edited.txt', 'EDITED.TXT\n'))).toEqual(['edited.txt'])
})

test('the checkout itself stays as it is: index, objects, HEAD', async () => {
  repository()
  write('dirty.txt', 'dirty\n')
  const state = () => [git('status', '--porcelain'), git('count-objects'), git('rev-parse', 'HEAD')]
  const index = readFileSync(join(workspace, '.git', 'index'))
  await changesOf(() => undefined)
  expect(readFileSync(join(workspace, '.git', 'index'))).toEqual(index)
  expect(state()).toEqual([' M dirty.txt\n', git('count-objects'), git('rev-parse', 'HEAD')])
})

test('untracked data is not copied', async () => {
  repository()
  write('data.bin', Buffer.alloc(20_000_000, 1))
  await changesOf(() => undefined)
  expect(
    Number(
      execFileSync('du', ['-sk', join(folder, 'own')])
        .toString()
        .split('\t')[0],
    ),
  ).toBeLessThan(1_000)
})

test('files that become folders, folders that become files or links, links that become files', async () => {
  repository()
  symlinkSync('same.txt', join(workspace, 'link'))
  git('add', '--all')
  git('commit', '--quiet', '--message=link')
  const changed = await changedBy(() => {
    remove('edited.txt')
    write('edited.txt/inside.txt', 'x')
    remove('link')
    write('link', 'now a file')
    renameSync(join(workspace, 'folder'), join(workspace, 'moved'))
    symlinkSync('moved', join(workspace, 'folder'))
  })
  expect(changed).toEqual([
    'edited.txt',
    'edited.txt/inside.txt',
    'folder',
    'folder/inner/deep.txt',
    'link',
    'moved/inner/deep.txt',
  ])
})

test('a folder that becomes a file, one level deep', async () => {
  repository()
  const changed = await changedBy(() => {
    remove('folder/inner')
    write('folder/inner', 'a file')
  })
  expect(changed).toEqual(['folder/inner', 'folder/inner/deep.txt'])
})

test.each<[string, Partial<SecretFinder>, string]>([
  [
    'a changed file holds a secret',
    { holdsKnownSecret: (text) => text.includes('hunter2-hunter2') },
    'a secret of this run',
  ],
  ['an added line looks like one', { looksSecret: (text) => text.includes('hunter2-hunter2') }, 'looks like a secret'],
])('there is no patch when %s', async (_name, finder, reason) => {
  repository()
  const secrets = { ...NO_SECRETS, ...finder }
  const { changedFiles, patch, warnings } = await changesOf(() => write('edited.txt', 'password: hunter2-hunter2\n'), {
    secrets,
  })
  expect(changedFiles).toEqual(['edited.txt'])
  expect(patch).toBeUndefined()
  expect(warnings).toEqual([expect.stringContaining(reason)])
})
