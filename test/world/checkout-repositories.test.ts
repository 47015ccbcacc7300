import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from '@jest/globals'

import { folder, workspace, git, write, changesOf, changedBy, repository, commit } from '../support/checkout.ts'
import { gitIn } from '../support/git.ts'

test.each([
  ['SHA-256', ['init', '--quiet', '--object-format=sha256']],
  ['SHA-1', ['init', '--quiet']],
])('a repository of %s objects', async (_name, init) => {
  git(...init)
  commit()
  const { changedFiles, patch } = await changesOf(() => write('edited.txt', 'edited\n'))
  expect(changedFiles).toEqual(['edited.txt'])
  expect(String(patch)).toContain('+edited\n')
})

test('a split index', async () => {
  repository()
  git('update-index', '--split-index')
  write('more.txt', 'x')
  git('add', 'more.txt')
  const changed = await changedBy(() => {
    write('edited.txt', 'edited\n')
    write('more.txt', 'y')
  })
  expect(changed).toEqual(['edited.txt', 'more.txt'])
})

test('a workspace of another user', async () => {
  repository()
  if (process.getuid?.() === 0) for (const path of ['', '.git']) chownSync(join(workspace, path), 65_534, 65_534)
  expect(await changedBy(() => write('edited.txt', 'edited\n'))).toEqual(['edited.txt'])
})

test('checkouts with a path, and a second repository inside the first', async () => {
  repository(join(workspace, 'app'))
  repository(join(workspace, 'tools', 'second'))
  repository(join(workspace, 'app', 'vendor', 'inside'))
  const { changedFiles, patch, notices } = await changesOf(
    () => {
      write('app/edited.txt', 'edited\n')
      write('tools/second/new.txt', 'x')
      write('app/vendor/inside/deleted.txt', 'y')
    },
    { workingDirectory: join(workspace, 'app') },
  )
  expect(changedFiles).toEqual(['app/edited.txt', 'app/vendor/inside/deleted.txt', 'tools/second/new.txt'])
  expect(String(patch)).toContain('+++ b/edited.txt')
  expect(notices).toEqual([expect.stringContaining('holds the changes of one repository')])
})

test('edits in a submodule and in a linked worktree', async () => {
  const library = join(folder, 'library')
  repository(library)
  repository()
  git('submodule', '--quiet', 'add', library, 'library')
  git('commit', '--quiet', '--message=submodule')
  git('worktree', 'add', '--quiet', join(workspace, 'tree'), '-b', 'other')
  const changed = await changedBy(() => {
    write('library/edited.txt', 'edited\n')
    write('tree/new.txt', 'x')
    write('same.txt', 'y')
  })
  expect(changed).toEqual(['library/edited.txt', 'same.txt', 'tree/new.txt'])
})

test('a submodule that the agent moves to another commit', async () => {
  const library = join(folder, 'library')
  repository(library)
  repository()
  git('submodule', '--quiet', 'add', library, 'library')
  git('commit', '--quiet', '--message=submodule')
  const changed = await changedBy(() => {
    write('library/new.txt', 'x')
    gitIn(join(workspace, 'library'), 'add', '--all')
    gitIn(join(workspace, 'library'), 'commit', '--quiet', '--message=more')
  })
  expect(changed).toEqual(['library', 'library/new.txt'])
})

test('files outside a sparse cone, and files that git takes for unchanged', async () => {
  repository()
  write('outside/a.txt', 'a\n')
  write('outside/b.txt', 'b\n')
  git('add', '--all')
  git('commit', '--quiet', '--message=outside')
  git('sparse-checkout', 'set', '--cone', 'folder')
  git('update-index', '--assume-unchanged', 'edited.txt')
  expect(existsSync(join(workspace, 'outside'))).toBe(false)
  const { changedFiles, patch } = await changesOf(() => {
    write('outside/a.txt', 'changed\n')
    write('edited.txt', 'edited\n')
  })
  expect(changedFiles).toEqual(['edited.txt', 'outside/a.txt'])
  expect(String(patch)).toContain('-a\n+changed\n')
})

test('a sparse index', async () => {
  repository()
  write('outside/a.txt', 'a\n')
  git('add', '--all')
  git('commit', '--quiet', '--message=outside')
  git('sparse-checkout', 'set', '--cone', '--sparse-index', 'folder')
  expect(await changedBy(() => write('folder/new.txt', 'x'))).toEqual(['folder/new.txt'])
})

test('a repository with no commit, and one below the workspace', async () => {
  gitIn(workspace, 'init', '--quiet', 'inner')
  expect(await changedBy(() => write('inner/new.txt', 'x'))).toEqual(['inner/new.txt'])
})

test('a bare repository in the checkout whose core.worktree is elsewhere tracks nothing outside the workspace', async () => {
  repository()
  gitIn(workspace, 'init', '--quiet', '--bare', 'planted')
  gitIn(join(workspace, 'planted'), 'config', 'core.bare', 'false')
  gitIn(join(workspace, 'planted'), 'config', 'core.worktree', folder)
  git('config', 'core.worktree', folder)
  const changed = await changedBy(
    () => {
      writeFileSync(join(folder, 'outside.txt'), 'x')
      write('edited.txt', 'edited\n')
    },
    { workingDirectory: join(workspace, 'planted') },
  )
  expect(changed).toEqual(['edited.txt'])
})

test('programs that the agent names in the settings of the checkout or a submodule are not started', async () => {
  const library = join(folder, 'library')
  repository(library)
  repository()
  git('submodule', '--quiet', 'add', library, 'library')
  git('commit', '--quiet', '--message=submodule')
  const trap = join(folder, 'trap')
  const sprung = join(folder, 'sprung')
  writeFileSync(trap, `#!/bin/sh\necho "$0" >> ${sprung}\ncat\n`)
  chmodSync(trap, 0o755)
  const changed = await changedBy(() => {
    const places = ['workspace/.git', 'workspace/.git/modules/library', 'own/changes-0.git', 'own/changes-1.git']
    const names = [
      'core.fsmonitor',
      'filter.trap.clean',
      'filter.trap.process',
      'diff.trap.command',
      'diff.trap.textconv',
    ]
    for (const place of places)
      for (const name of [...names, 'diff.external'])
        gitIn(workspace, 'config', '--file', join(folder, place, 'config'), name, trap)
    mkdirSync(join(folder, 'own', 'changes-0.git', 'hooks'))
    writeFileSync(join(folder, 'own', 'changes-0.git', 'hooks', 'post-index-change'), readFileSync(trap), {
      mode: 0o755,
    })
    write('.gitattributes', '* filter=trap diff=trap\n')
    write('edited.txt', 'edited\n')
    write('library/edited.txt', 'b')
    rmSync(sprung, { force: true })
  })
  expect(changed).toEqual(['.gitattributes', 'edited.txt', 'library/edited.txt'])
  expect(existsSync(sprung)).toBe(false)
})

test.each<[string, () => void, string[]]>([
  ['git init', () => repository(join(workspace, 'made')), ['made']],
  ['git clone', () => git('clone', '--quiet', workspace, 'folder/clone'), ['folder/clone']],
  ['git worktree add', () => git('worktree', 'add', '--quiet', 'tree', '-b', 'other'), ['tree']],
  ['git submodule add', () => git('submodule', '--quiet', 'add', workspace, 'library'), ['.gitmodules', 'library']],
])(
  'a repository that the agent makes with %s counts, and a notice says that its files are not listed',
  async (...row) => {
    const [, make, changed] = row
    repository()
    const { changedFiles, notices } = await changesOf(make)
    expect(changedFiles).toEqual(changed)
    expect(notices).toEqual([expect.stringContaining('1 of changed-files is a repository or worktree')])
  },
)

test('a repository that was there already, changed or not, is none that the agent made', async () => {
  repository()
  repository(join(workspace, 'inner'))
  expect(await changesOf(() => undefined)).toEqual({ changedFiles: [], patch: undefined, notices: [], warnings: [] })
})

test('a repository that the agent makes around tracked files hides none of them', async () => {
  repository()
  const changed = await changedBy(() => {
    repository(join(workspace, 'folder'))
    write('folder/inner/deep.txt', 'edited')
  })
  expect(changed).toEqual(expect.arrayContaining(['folder/edited.txt', 'folder/inner/deep.txt']))
})
