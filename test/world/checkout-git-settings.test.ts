import { existsSync, lstatSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, test } from '@jest/globals'

import { heldGitSettings } from '../../src/checkout/git-settings.ts'
import {
  folder,
  hook,
  makeWorkspace,
  mark,
  path,
  place,
  ran,
  removeWorkspace,
  repository,
  restoredAfter,
  testAttacks,
  workspace,
} from '../support/git-attack.ts'
import { gitIn } from '../support/git.ts'

beforeEach(makeWorkspace)
afterEach(removeWorkspace)

const HELD = { entries: [], dotGits: [], directories: [], partsByFolder: {}, complete: true }
test.each([
  '',
  '[]',
  '{}',
  JSON.stringify({ ...HELD, entries: [{}] }),
  JSON.stringify({ ...HELD, entries: [{ path: '/srv/a', hold: 'contents' }] }),
  JSON.stringify({ ...HELD, entries: [{ path: '/srv/a', hold: 'other', saved: null }] }),
  JSON.stringify({ ...HELD, entries: [{ path: '/srv/a', hold: 'contents', saved: { kind: 'file', mode: 420 } }] }),
  JSON.stringify({ ...HELD, dotGits: [1] }),
  JSON.stringify({ ...HELD, complete: undefined }),
])('text of another form is not taken: %j', (text) => {
  expect(heldGitSettings(JSON.stringify(HELD), place())).toBeDefined()
  expect(heldGitSettings(text, place())).toBeUndefined()
})

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

testAttacks(ATTACKS.map(([name, agent]) => ({ name, agent })))

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
