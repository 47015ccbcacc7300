import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from '@jest/globals'

import { trackChanges } from '../../src/checkout/changes.ts'
import {
  folder,
  workspace,
  git,
  write,
  remove,
  real,
  NO_SECRETS,
  changesOf,
  changedBy,
  repository,
} from '../support/checkout.ts'

test('one unreadable file costs itself alone', async () => {
  repository()
  const { changedFiles, patch } = await changesOf(
    () => {
      write('secret.bin', 'x')
      write('edited.txt', 'edited\n')
    },
    { world: { workingFiles: { ...real.workingFiles, unreadable: () => ['secret.bin'] } } },
  )
  expect(changedFiles).toEqual(['edited.txt', 'secret.bin'])
  expect(String(patch)).toContain('+edited')
})

test('a file that git cannot encode costs itself alone, and only when it changed', async () => {
  git('init', '--quiet')
  write('.gitattributes', '*.utf16 working-tree-encoding=UTF-16\n')
  write('wrong.utf16', 'this is UTF-8')
  write('also.utf16', 'UTF-8 too')
  git('add', '.gitattributes')
  git('commit', '--quiet', '--message=first')
  expect(await changedBy(() => write('fine.txt', 'x'))).toEqual(['fine.txt'])
  const again = await changedBy(() => {
    write('new.utf16', 'UTF-8 as well')
    write('wrong.utf16', 'changed')
    write('other.txt', 'x')
  })
  expect(again).toEqual(['new.utf16', 'other.txt', 'wrong.utf16'])
})

test('a tracked file that git cannot encode is known by its stamp', async () => {
  repository()
  write('text.utf16', 'plain')
  git('add', 'text.utf16')
  git('commit', '--quiet', '--message=plain')
  write('.gitattributes', '*.utf16 working-tree-encoding=UTF-16\n')
  write('text.utf16', 'dirty before')
  expect(await changedBy(() => write('edited.txt', 'edited\n'))).toEqual(['edited.txt'])
  expect(await changedBy(() => write('text.utf16', 'changed now'))).toEqual(['text.utf16'])
})

test('names that are no UTF-8 are shown with their bytes, and said to be so', async () => {
  repository()
  const name = Buffer.concat([Buffer.from(join(workspace, 'caf')), Buffer.of(0xe9), Buffer.from('.txt')])
  const { changedFiles, notices } = await changesOf(() => writeFileSync(name, 'x'))
  expect(changedFiles).toEqual(['caf\\xe9.txt'])
  expect(notices).toEqual([expect.stringContaining('\\xNN')])
})

test('what .git/info/exclude names is ignored', async () => {
  repository()
  writeFileSync(join(workspace, '.git', 'info', 'exclude'), '*.tmp\n')
  const changed = await changedBy(() => {
    write('a.tmp', 'x')
    write('a.txt', 'x')
  })
  expect(changed).toEqual(['a.txt'])
})

test('an agent that throws away the objects, or all of git, of its checkout hides no change', async () => {
  repository()
  const changed = await changedBy(() => {
    write('edited.txt', 'edited\n')
    remove('.git/objects')
  })
  expect(changed).toEqual(['edited.txt'])
  remove('.git')
  repository()
  const all = await changedBy(() => {
    remove('.git')
    write('same.txt', 'no longer\n')
  })
  expect(all).toEqual(['same.txt'])
})

const brokenRepository = () => {
  repository()
  writeFileSync(join(workspace, '.git', 'index'), 'no index')
}

test.each([
  { when: 'there is no repository', reason: 'no git repository', prepare: () => undefined },
  { when: 'there is no git', reason: 'no git on the PATH', prepare: repository, searchPath: '/nowhere' },
  { when: 'git fails', reason: 'git ', prepare: brokenRepository },
])('not known when $when, with the reason', async ({ reason, prepare, searchPath }) => {
  prepare()
  const { changedFiles, patch, notices } = await changesOf(() => undefined, { ...(searchPath && { searchPath }) })
  expect({ changedFiles, patch }).toEqual({ changedFiles: undefined, patch: undefined })
  expect(notices).toEqual([expect.stringContaining(reason)])
})

test.each([
  { when: 'there is no repository', reason: 'no git repository', prepare: () => undefined },
  { when: 'there is no git', reason: 'no git on the PATH', prepare: () => repository(), searchPath: '/nowhere' },
  { when: 'git fails', reason: 'git ', prepare: brokenRepository },
])('not known when $when, with the reason', async ({ reason, prepare, searchPath }) => {
  prepare()
  const { changedFiles, patch, notices } = await changesOf(() => undefined, { ...(searchPath && { searchPath }) })
  expect({ changedFiles, patch }).toEqual({ changedFiles: undefined, patch: undefined })
  expect(notices).toEqual([expect.stringContaining(reason)])
})

test('not known when git does not end in time', async () => {
  repository()
  const place = {
    workspace,
    workingDirectory: workspace,
    directory: join(folder, 'own'),
    executable: await real.git.locate(process.env.PATH ?? ''),
  }
  const tracker = await trackChanges(place, real)
  write('edited.txt', 'edited\n')
  expect(await tracker.changes(1, NO_SECRETS)).toMatchObject({ changedFiles: undefined })
})
