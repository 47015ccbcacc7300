import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, test } from '@jest/globals'

import { trackChanges } from '../../src/transcript/changed-files.ts'
import { createFiles } from '../../src/world/files.ts'
import { createProcesses } from '../../src/world/processes.ts'

let folder: string
let workspace: string
const warnings: string[] = []
const say = () => undefined
const log = { info: say, debug: say, notice: say, error: say, warning: (text: string) => void warnings.push(text) }

beforeEach(() => {
  warnings.length = 0
  folder = mkdtempSync(join(tmpdir(), 'changes-'))
  workspace = join(folder, 'workspace')
  mkdirSync(workspace)
})
afterEach(() => rmSync(folder, { recursive: true }))

const git = (...args: string[]) => gitIn(workspace, ...args)
const gitIn = (cwd: string, ...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { cwd, stdio: 'pipe' })
const write = (name: string, text: string) => writeFileSync(join(workspace, name), text)
const track = (from = workspace) =>
  trackChanges(
    from,
    { directory: join(folder, 'own'), searchPath: process.env.PATH ?? '' },
    {
      files: createFiles(),
      processes: createProcesses(process.env),
      log: { ...log, group: (_title, task) => task({ ...log, group: () => Promise.reject(new Error()) }) },
      runner: { workspace },
    },
  )

function repository(): void {
  git('init', '--quiet')
  write('.gitignore', 'ignored/\n')
  for (const name of ['edited.txt', 'deleted.txt', 'renamed.txt', 'same.txt', 'dirty.txt']) write(name, `${name}\n`)
  git('add', '--all')
  git('commit', '--quiet', '--message=first')
}

test('edited, new, deleted, renamed and committed files count; what was dirty before and what git ignores do not', async () => {
  repository()
  write('dirty.txt', 'dirty before\n')
  write('untracked-before.txt', 'x')
  const tracker = await track()
  write('edited.txt', 'edited\n')
  write('new ünïcode "file".txt', 'new')
  rmSync(join(workspace, 'deleted.txt'))
  renameSync(join(workspace, 'renamed.txt'), join(workspace, 'other.txt'))
  mkdirSync(join(workspace, 'ignored'))
  write('ignored/x', 'x')
  write('committed.txt', 'x')
  git('add', 'committed.txt')
  git('commit', '--quiet', '--message=second')
  expect(await tracker?.changedFiles()).toEqual(
    ['committed.txt', 'deleted.txt', 'edited.txt', 'new ünïcode "file".txt', 'other.txt', 'renamed.txt'].sort(),
  )
  expect(warnings).toEqual([])
})

test('a change back to what it was is none', async () => {
  repository()
  const tracker = await track()
  write('edited.txt', 'other\n')
  write('edited.txt', 'edited.txt\n')
  expect(await tracker?.changedFiles()).toEqual([])
})

test('the checkout itself stays as it is: index, objects, HEAD', async () => {
  repository()
  const before = git('status', '--porcelain').toString()
  const tracker = await track()
  write('new.txt', 'x')
  await tracker?.changedFiles()
  expect(git('status', '--porcelain').toString()).toBe(`${before}?? new.txt\n`)
  expect(git('count-objects').toString()).toBe(git('count-objects').toString())
})

test('a repository with no commit, and one below the workspace', async () => {
  mkdirSync(join(workspace, 'inner'))
  gitIn(join(workspace, 'inner'), 'init', '--quiet')
  const tracker = await track(join(workspace, 'inner'))
  write('inner/new.txt', 'x')
  expect(await tracker?.changedFiles()).toEqual(['inner/new.txt'])
})

test('an agent that throws away the objects, or all of git, of its checkout hides no change', async () => {
  repository()
  const tracker = await track()
  write('edited.txt', 'edited\n')
  rmSync(join(workspace, '.git', 'objects'), { recursive: true })
  expect(await tracker?.changedFiles()).toEqual(['edited.txt'])
  rmSync(join(workspace, '.git'), { recursive: true })
  write('same.txt', 'no longer\n')
  expect(await tracker?.changedFiles()).toEqual(['edited.txt', 'same.txt'])
  expect(warnings).toEqual([])
})

test('no repository, no tracker', async () => {
  expect(await track()).toBeUndefined()
})

test('programs that the agent names in the configuration of the checkout or a submodule are not started', async () => {
  const library = join(folder, 'library')
  mkdirSync(library)
  gitIn(library, 'init', '--quiet')
  writeFileSync(join(library, 'a.txt'), 'a')
  gitIn(library, 'add', '--all')
  gitIn(library, 'commit', '--quiet', '--message=library')
  repository()
  git('-c', 'protocol.file.allow=always', 'submodule', 'add', '--quiet', library, 'library')
  git('commit', '--quiet', '--message=submodule')
  const tracker = await track()
  const trap = join(folder, 'trap')
  writeFileSync(trap, `#!/bin/sh\necho "$0" >> ${join(folder, 'sprung')}\ncat\n`)
  chmodSync(trap, 0o755)
  for (const place of [workspace, join(workspace, 'library')]) {
    gitIn(place, 'config', 'core.fsmonitor', trap)
    gitIn(place, 'config', 'filter.trap.clean', trap)
    gitIn(place, 'config', 'core.hooksPath', folder)
    writeFileSync(join(place, '.gitattributes'), '* filter=trap\n')
  }
  rmSync(join(folder, 'sprung'), { force: true })
  write('edited.txt', 'edited\n')
  write('library/a.txt', 'b')
  expect(await tracker?.changedFiles()).toEqual(['.gitattributes', 'edited.txt'])
  expect(existsSync(join(folder, 'sprung'))).toBe(false)
})
