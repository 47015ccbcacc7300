// What a commit has at a path, by the git of this machine.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'

import { committedFile } from '../../src/checkout/private-git.ts'
import { createGit } from '../../src/world/git.ts'
import { createWorkingFiles } from '../../src/world/working-files.ts'

const world = { git: createGit(), workingFiles: createWorkingFiles() }
const git = (cwd: string, ...args: readonly string[]) =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', ...args], { cwd, encoding: 'utf8' }).trim()

/** A repository in `folder` with these files in one commit, whose name is returned. */
function commit(folder: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  mkdirSync(folder, { recursive: true })
  git(folder, 'init', '-q')
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  git(folder, 'add', '.')
  git(folder, 'commit', '-qm', 'x')
  return git(folder, 'rev-parse', 'HEAD')
}

const newFolder = () => realpathSync(mkdtempSync(join(tmpdir(), 'committed-')))
const ask = (path: string, place: { workspace: string; sha: string; searchPath?: string }) =>
  committedFile(path, { searchPath: process.env.PATH ?? '', ...place }, world)

const BYTES = Uint8Array.from([0, 255, 13, 10, 200, 10])

test('the bytes are those of the commit, whatever the checkout has now', async () => {
  const workspace = newFolder()
  const sha = commit(workspace, { 'prompt.md': BYTES, 'ä b.md': 'x' })
  writeFileSync(join(workspace, 'prompt.md'), 'changed')
  expect(await ask(join(workspace, 'prompt.md'), { workspace, sha })).toEqual({ bytes: Buffer.from(BYTES) })
  expect(await ask(join(workspace, 'ä b.md'), { workspace, sha })).toEqual({ bytes: Buffer.from('x') })
})

test('a checkout below the workspace has its own', async () => {
  const workspace = newFolder()
  const sha = commit(join(workspace, 'base'), { 'prompt.md': 'x' })
  expect(await ask(join(workspace, 'base/prompt.md'), { workspace, sha })).toEqual({ bytes: Buffer.from('x') })
})

test('what is not known says why', async () => {
  const workspace = newFolder()
  const sha = commit(workspace, { 'prompt.md': 'x' })
  symlinkSync('prompt.md', join(workspace, 'link'))
  writeFileSync(join(workspace, 'new.md'), 'x')
  const path = join(workspace, 'prompt.md')
  expect(await ask(join(workspace, 'new.md'), { workspace, sha })).toEqual({ unknown: `is no file at ${sha}` })
  expect(await ask(workspace, { workspace, sha })).toEqual({ unknown: expect.any(String) })
  expect(await ask(path, { workspace, sha: '0'.repeat(40) })).toEqual({
    unknown: `cannot be compared: the checkout does not have ${'0'.repeat(40)}`,
  })
  for (const name of ['HEAD', '', '--help', 'main'])
    expect(await ask(path, { workspace, sha: name })).toEqual({ unknown: expect.stringContaining('is no commit') })
  expect(await ask(path, { workspace, sha, searchPath: '/nonexistent' })).toEqual({
    unknown: expect.stringContaining('git is not on the PATH'),
  })
  const plain = newFolder()
  writeFileSync(join(plain, 'prompt.md'), 'x')
  expect(await ask(join(plain, 'prompt.md'), { workspace: plain, sha })).toEqual({
    unknown: 'is in no checkout of git',
  })
})

test('a repository within the checkout, as a submodule of a stranger, does not vouch for its files', async () => {
  const workspace = newFolder()
  const sha = commit(workspace, { 'prompt.md': 'x' })
  git(workspace, 'clone', '-q', workspace, join(workspace, 'sub'))
  expect(await ask(join(workspace, 'sub/prompt.md'), { workspace, sha })).toEqual({ unknown: `is no file at ${sha}` })
})

test('an object in the place of another is not looked at, and no program of the settings runs', async () => {
  const workspace = newFolder()
  const sha = commit(workspace, { 'prompt.md': 'x', 'evil.md': 'evil', '.gitattributes': '* filter=f diff=f' })
  git(
    workspace,
    'replace',
    git(workspace, 'rev-parse', `${sha}:prompt.md`),
    git(workspace, 'rev-parse', `${sha}:evil.md`),
  )
  for (const [key, value] of [
    ['core.fsmonitor', 'touch ran'],
    ['filter.f.smudge', 'touch ran; cat'],
    ['diff.f.textconv', 'touch ran; cat'],
  ] as const)
    git(workspace, 'config', key, value)
  expect(git(workspace, 'cat-file', 'blob', `${sha}:prompt.md`)).toBe('evil')
  expect(await ask(join(workspace, 'prompt.md'), { workspace, sha })).toEqual({ bytes: Buffer.from('x') })
  expect(world.workingFiles.stamps(workspace, ['ran'])).toEqual([undefined])
})
