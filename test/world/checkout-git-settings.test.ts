import { execFileSync } from 'node:child_process'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, test } from '@jest/globals'

import { heldGitSettings, holdGitSettings } from '../../src/checkout/git-settings.ts'
import { findRepositories } from '../../src/checkout/repository.ts'
import { createWorkingFiles } from '../../src/world/working-files.ts'

let folder: string
let workspace: string
let ran: string

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'git-settings-')))
  workspace = join(folder, 'workspace')
  ran = join(folder, 'ran')
  mkdirSync(workspace)
  repository(workspace)
})
afterEach(() => rmSync(folder, { recursive: true }))

const gitIn = (cwd: string, ...args: string[]) =>
  execFileSync(
    'git',
    ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'protocol.file.allow=always', ...args],
    { cwd, stdio: 'pipe' },
  ).toString()
const path = (...names: string[]) => join(workspace, ...names)

function repository(at: string): void {
  mkdirSync(at, { recursive: true })
  gitIn(at, 'init', '--quiet', '--initial-branch=main')
  writeFileSync(join(at, 'a.txt'), 'a\n')
  gitIn(at, 'add', '--all')
  gitIn(at, 'commit', '--quiet', '--message=first')
}

/** Runs `agent` between holding and putting back, which is done from the text that post has; returns the lines. */
function restoredAfter(agent: () => void): readonly string[] {
  const files = createWorkingFiles()
  const { text } = holdGitSettings(findRepositories(workspace, files), { workspace, files })
  agent()
  return heldGitSettings(text, { workspace, files })!.restore()
}

test.each(['', '{}', '[{}]', '[{"path":"/srv/a"}]', '[{"path":"/srv/a","saved":{"kind":"file","mode":420}}]'])(
  'text of another form is not taken: %j',
  (text) => expect(heldGitSettings(text, { workspace, files: createWorkingFiles() })).toBeUndefined(),
)

/** A command that leaves a mark. */
const mark = () => `touch ${ran}; true`
const laterStep = () => {
  writeFileSync(path('a.txt'), 'changed\n')
  gitIn(workspace, 'status', '--porcelain')
  gitIn(workspace, 'diff')
  gitIn(workspace, 'add', '--all')
  gitIn(workspace, 'commit', '--quiet', '--message=later')
}
const hook = (at: string) => {
  mkdirSync(join(at, 'hooks'), { recursive: true })
  writeFileSync(join(at, 'hooks', 'pre-commit'), `#!/bin/sh\n${mark()}\n`, { mode: 0o755 })
}

const ATTACKS: [string, () => void][] = [
  ['core.fsmonitor', () => gitIn(workspace, 'config', 'core.fsmonitor', mark())],
  ['diff.external', () => gitIn(workspace, 'config', 'diff.external', `sh -c '${mark()}'`)],
  [
    'core.hooksPath in the workspace',
    () => {
      hook(workspace)
      gitIn(workspace, 'config', 'core.hooksPath', path('hooks'))
    },
  ],
  ['a hook', () => hook(path('.git'))],
  [
    'an include of a file of the workspace',
    () => {
      writeFileSync(path('settings'), `[core]\n\tfsmonitor = "${mark()}"\n`)
      gitIn(workspace, 'config', 'include.path', path('settings'))
    },
  ],
  [
    'a filter by info/attributes',
    () => {
      gitIn(workspace, 'config', 'filter.planted.clean', `sh -c '${mark()}; cat'`)
      writeFileSync(path('.git', 'info', 'attributes'), '* filter=planted\n')
    },
  ],
  [
    'commondir',
    () => {
      repository(path('other'))
      gitIn(path('other'), 'config', 'core.fsmonitor', mark())
      writeFileSync(path('.git', 'commondir'), path('other', '.git'))
    },
  ],
  [
    'config.worktree',
    () => {
      gitIn(workspace, 'config', 'extensions.worktreeConfig', 'true')
      gitIn(workspace, 'config', '--worktree', 'core.fsmonitor', mark())
    },
  ],
  [
    'hooks as a link',
    () => {
      hook(workspace)
      rmSync(path('.git', 'hooks'), { recursive: true, force: true })
      symlinkSync(path('hooks'), path('.git', 'hooks'))
    },
  ],
  [
    'another .git in its place',
    () => {
      renameSync(path('.git'), path('old-git'))
      repository(workspace)
      gitIn(workspace, 'config', 'core.fsmonitor', mark())
      hook(path('.git'))
    },
  ],
]

test.each(ATTACKS)('%s of the agent runs in a later step', (_name, attack) => {
  attack()
  laterStep()
  expect(existsSync(ran)).toBe(true)
})

test.each(ATTACKS)('%s of the agent is undone, and reported', (_name, attack) => {
  const restored = restoredAfter(attack)
  expect(restored).not.toEqual([])
  laterStep()
  expect(existsSync(ran)).toBe(false)
})

test('nothing is reported when nothing changed, and commits, branches and tags stay', () => {
  const restored = restoredAfter(() => {
    writeFileSync(path('b.txt'), 'b')
    gitIn(workspace, 'add', '--all')
    gitIn(workspace, 'commit', '--quiet', '--message=second')
    gitIn(workspace, 'branch', 'topic')
    gitIn(workspace, 'tag', 'v1')
    gitIn(workspace, 'gc', '--quiet')
  })
  expect(restored).toEqual([])
  expect(gitIn(workspace, 'branch', '--list', 'topic')).toContain('topic')
})

test('names of the settings that changed are reported, never their values', () => {
  const [line = ''] = restoredAfter(() => {
    gitIn(workspace, 'config', 'user.name', 'value-to-hide')
    gitIn(workspace, 'config', 'branch.main.remote', 'value-to-hide')
  })
  expect(line).toBe('.git/config was changed (user.name, branch.main.remote); it is put back')
})

test('a setting that the job made before the agent stays', () => {
  gitIn(workspace, 'config', 'user.name', 'job')
  restoredAfter(() => gitIn(workspace, 'config', 'user.name', 'agent'))
  expect(gitIn(workspace, 'config', '--local', 'user.name')).toBe('job\n')
})

test('submodules and linked worktrees are held as well', () => {
  const library = join(folder, 'library')
  repository(library)
  gitIn(workspace, 'submodule', '--quiet', 'add', library, 'deep/library')
  gitIn(workspace, 'commit', '--quiet', '--message=submodule')
  gitIn(workspace, 'worktree', 'add', '--quiet', path('tree'), '-b', 'tree')
  const restored = restoredAfter(() => {
    gitIn(path('deep', 'library'), 'config', 'core.fsmonitor', mark())
    writeFileSync(path('.git', 'worktrees', 'tree', 'commondir'), path('elsewhere'))
  })
  expect(restored).toEqual([
    '.git/worktrees/tree/commondir was changed; it is put back',
    expect.stringMatching(/^\.git\/modules\/deep\/library\/config was changed \(core\.fsmonitor\)/),
  ])
  gitIn(path('deep', 'library'), 'status')
  expect(existsSync(ran)).toBe(false)
})

test('nothing is written through a link that the agent put in the place of a folder', () => {
  const outside = join(folder, 'outside')
  repository(outside)
  const config = readFileSync(join(outside, '.git', 'config'), 'utf8')
  gitIn(workspace, 'config', 'user.name', 'job')
  const restored = restoredAfter(() => {
    renameSync(path('.git'), path('moved'))
    symlinkSync(join(outside, '.git'), path('.git'))
  })
  expect(restored.join('\n')).toContain('.git was replaced by a link or a file, which is removed')
  expect(readFileSync(join(outside, '.git', 'config'), 'utf8')).toBe(config)
  expect(lstatSync(join(outside, '.git')).isDirectory()).toBe(true)
  expect(existsSync(path('.git'))).toBe(false)
})
