import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { programEnvironment, useProgramEnvironment } from '../../src/world/program-environment.ts'

let folder: string
let workspace: string
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'program-')))
  workspace = join(folder, 'repository')
  mkdirSync(join(workspace, 'bin'), { recursive: true })
  mkdirSync(join(folder, 'repository-tools'))
  symlinkSync(join(workspace, 'bin'), join(folder, 'link'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const outcome = (env: Record<string, string>) => programEnvironment(env, workspace)

test('programs are looked for in no folder of the workspace, however it is named', () => {
  const inside = [`${workspace}/bin`, workspace, join(folder, 'link'), 'node_modules/.bin', '.', '']
  const path = ['/usr/bin', ...inside, '/bin', join(folder, 'repository-tools')].join(':')
  expect(outcome({ PATH: path, LD_LIBRARY_PATH: path })).toEqual({
    PATH: `/usr/bin:/bin:${folder}/repository-tools`,
    LD_LIBRARY_PATH: `/usr/bin:/bin:${folder}/repository-tools`,
  })
})

test('no program loads a file of the workspace when it starts', () => {
  const loaders = [
    ...['BASH_ENV', 'ENV', 'LD_PRELOAD', 'LD_AUDIT', 'XDG_CONFIG_HOME', 'OPENSSL_CONF', 'GEM_HOME'],
    ...['PYTHONSTARTUP', 'PYTHONHOME', 'PYTHONUSERBASE', 'PYTHONPYCACHEPREFIX'],
    ...['GIT_EXEC_PATH', 'GIT_DIR', 'GIT_CONFIG_GLOBAL', 'GIT_CONFIG_SYSTEM'],
  ]
  for (const name of loaders) {
    expect(outcome({ [name]: `${workspace}/x` })).toEqual({ [name]: undefined })
    expect(outcome({ [name]: join(folder, 'link/x') })).toEqual({ [name]: undefined })
    expect(outcome({ [name]: './x' })).toEqual({ [name]: undefined })
    expect(outcome({ [name]: '/etc/x' })).toEqual({ [name]: '/etc/x' })
  }
})

test.each([
  ['PERL5OPT', '-Mstrict -I', '-w -Mstrict'],
  ['RUBYOPT', '-W0 -r', '-W0 -rset'],
  ['JAVA_TOOL_OPTIONS', '-Xmx1g -javaagent:', '-Xmx1g -javaagent:/opt/a.jar'],
  ['JDK_JAVA_OPTIONS', '@', '@/opt/options'],
  ['NODE_OPTIONS', '--openssl-config=', '--openssl-config=/etc/ssl/x'],
  ['GIT_SSH_COMMAND', 'ssh -o ProxyCommand=', 'ssh -i /home/x/key'],
  ['GIT_CONFIG_VALUE_0', '', '/etc/x'],
  ['npm_config_script_shell', '', '/bin/sh'],
  ['BASH_FUNC_aws%%', '() { exec ', '() { exec /usr/bin/aws; }'],
])('no option or command line leads a program there: %s', (name, before, other) => {
  for (const path of [`${workspace}/x`, join(folder, 'link/x'), './x', '../x'])
    expect(outcome({ [name]: `${before}${path}` })).toEqual({ [name]: undefined })
  expect(outcome({ [name]: other })).toEqual({ [name]: other })
})

test('nor does Node', () => {
  const of = (options: string) => outcome({ NODE_OPTIONS: options }).NODE_OPTIONS
  for (const options of [`--require ${workspace}/x`, '--require=./x', `--import file://${workspace}/x`, '-r x'])
    expect(of(`--max-old-space-size=99 ${options}`)).toBeUndefined()
  for (const options of ['--max-old-space-size=99', '--require /opt/x', '']) expect(of(options)).toBe(options)
})

test('everything else stays as it is, and what was before is returned', () => {
  const env = { GITHUB_WORKSPACE: workspace, PATH: `${workspace}:/bin`, BASH_ENV: `${workspace}/x`, OTHER: workspace }
  const used: NodeJS.ProcessEnv = { ...env }
  expect(useProgramEnvironment(used)).toEqual(env)
  expect(used).toEqual({ GITHUB_WORKSPACE: workspace, PATH: '/bin', OTHER: workspace })
})
