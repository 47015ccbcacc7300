// Ways by which git of a later step comes to a repository of the agent's, or to settings that are not in `.git`.
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'

import { join } from 'node:path'

import { afterEach, beforeEach } from '@jest/globals'

import {
  type Attack,
  bare,
  evil,
  folder,
  hook,
  linkedTree,
  makeWorkspace,
  mark,
  path,
  planted,
  removeWorkspace,
  repository,
  submodule,
  testAttacks,
  workspace,
} from '../support/git-attack.ts'
import { gitIn } from '../support/git.ts'

beforeEach(makeWorkspace)
afterEach(removeWorkspace)

/** Git takes the workspace itself for the repository where `.git` is none. */
const INSTEAD: Attack[] = [
  { name: 'HEAD removed', agent: () => rmSync(path('.git/HEAD')) },
  { name: 'HEAD junk', agent: () => writeFileSync(path('.git/HEAD'), 'junk') },
  {
    name: 'HEAD a folder',
    agent: () => {
      rmSync(path('.git/HEAD'))
      mkdirSync(path('.git/HEAD'))
    },
  },
  {
    name: 'HEAD a link to nowhere',
    agent: () => {
      rmSync(path('.git/HEAD'))
      symlinkSync('nowhere', path('.git/HEAD'))
    },
  },
  { name: 'objects renamed', agent: () => renameSync(path('.git/objects'), path('.git/objects-2')) },
  { name: 'refs renamed', agent: () => renameSync(path('.git/refs'), path('.git/refs-2')) },
  {
    name: 'refs a file',
    agent: () => {
      rmSync(path('.git/refs'), { recursive: true })
      writeFileSync(path('.git/refs'), '')
    },
  },
  { name: '.git removed', agent: () => rmSync(path('.git'), { recursive: true }) },
  { name: '.git renamed', agent: () => renameSync(path('.git'), path('.git-2')) },
].map(({ name, agent }) => ({
  name: `${name}, and a bare repository in the workspace`,
  agent: () => {
    agent()
    bare(workspace)
  },
}))

const NESTED: Attack[] = [
  {
    name: 'HEAD removed, and a folder that leads elsewhere',
    agent: () => {
      evil(path('other'))
      rmSync(path('.git/HEAD'))
      writeFileSync(path('HEAD'), 'ref: refs/heads/main\n')
      writeFileSync(path('commondir'), path('other/.git'))
      gitIn(path('other'), 'remote', 'add', 'origin', 'ssh://localhost/none')
      gitIn(path('other'), 'config', 'core.sshCommand', `sh -c '${mark()}'`)
    },
  },
  {
    name: '.git a file that leads elsewhere',
    agent: () => {
      evil(path('other'))
      renameSync(path('.git'), path('old-git'))
      writeFileSync(path('.git'), `gitdir: ${path('other/.git')}\n`)
    },
  },
  {
    name: 'a new gitlink',
    agent: () => {
      evil(path('new'))
      gitIn(
        workspace,
        'update-index',
        '--add',
        '--cacheinfo',
        `160000,${gitIn(path('new'), 'rev-parse', 'HEAD').trim()},new`,
      )
    },
  },
  { name: 'a new repository that a later step adds', agent: () => evil(path('deep/new')) },
  {
    name: 'a .git in a folder of the checkout',
    before: () => mkdirSync(path('app')),
    agent: () => evil(path('app')),
    at: 'app',
  },
  {
    name: 'a bare repository in a folder of the checkout',
    before: () => mkdirSync(path('app')),
    agent: () => bare(path('app')),
    at: 'app',
  },
  {
    name: 'a bare repository in a folder that had a HEAD',
    before: () => {
      mkdirSync(path('app/refs'), { recursive: true })
      writeFileSync(path('app/HEAD'), 'junk')
    },
    agent: () => bare(path('app')),
    at: 'app',
  },
  {
    name: 'settings of a bare repository of the checkout',
    before: () => gitIn(folder, 'init', '--quiet', '--bare', path('app')),
    agent: () => writeFileSync(path('app/config'), planted(path('app'))),
    at: 'app',
  },
  {
    name: 'a .git that is a link',
    before: () => mkdirSync(path('app')),
    agent: () => {
      evil(path('other'))
      renameSync(path('other/.git'), path('other/git'))
      symlinkSync(path('other/git'), path('app/.git'))
    },
    at: 'app',
  },
  {
    name: 'settings of a second checkout',
    before: () => repository(path('tools')),
    agent: () => evil(path('tools')),
    at: 'tools',
  },
  {
    name: 'settings of a checkout far below',
    before: () => repository(path('a/b/c/d/e')),
    agent: () => evil(path('a/b/c/d/e')),
    at: 'a/b/c/d/e',
  },
  {
    name: 'a submodule whose .git leads elsewhere',
    before: submodule,
    agent: () => {
      evil(path('other'))
      writeFileSync(path('sub/.git'), 'gitdir: ../other/.git\n')
    },
    at: 'sub',
  },
  {
    name: 'a submodule of the agent',
    before: () => repository(join(folder, 'library')),
    agent: () => {
      gitIn(workspace, 'submodule', '--quiet', 'add', join(folder, 'library'), 'sub')
      gitIn(path('sub'), 'config', 'core.fsmonitor', mark())
    },
  },
  {
    name: 'modules replaced by a link',
    before: submodule,
    agent: () => {
      renameSync(path('.git/modules'), path('modules'))
      symlinkSync(path('modules'), path('.git/modules'))
      writeFileSync(path('modules/sub/config'), planted(path('sub')))
    },
    at: 'sub',
  },
  {
    name: 'a linked worktree whose .git leads elsewhere',
    before: linkedTree,
    agent: () => {
      evil(path('other'))
      writeFileSync(path('tree/.git'), `gitdir: ${path('other/.git')}\n`)
    },
    at: 'tree',
  },
  {
    name: 'a linked worktree of the agent that leads elsewhere',
    agent: () => {
      linkedTree()
      evil(path('other'))
      writeFileSync(path('.git/worktrees/tree/commondir'), path('other/.git'))
    },
    at: 'tree',
  },
  {
    name: 'a file that the job’s configuration includes',
    before: () => {
      writeFileSync(path('settings'), '[include]\n\tpath = more\n')
      writeFileSync(path('more'), '')
      gitIn(workspace, 'config', 'include.path', '../settings')
    },
    agent: () => writeFileSync(path('more'), `[core]\n\tfsmonitor = "${mark()}"\n`),
  },
  {
    name: 'a file that the job’s configuration includes and that was not there',
    before: () => gitIn(workspace, 'config', 'includeIf.gitdir:/.path', '../settings'),
    agent: () => writeFileSync(path('settings'), planted(workspace)),
  },
  {
    name: 'the hooks of the job in the workspace',
    before: () => {
      mkdirSync(path('hooks'))
      gitIn(workspace, 'config', 'core.hooksPath', 'hooks')
    },
    agent: () => hook(workspace),
  },
]

testAttacks([...INSTEAD, ...NESTED])
