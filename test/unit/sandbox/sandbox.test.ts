import { describe, expect, test } from '@jest/globals'

import { Failure } from '../../../src/errors.ts'
import type { IsolationSetting } from '../../../src/inputs/settings.ts'
import type { Command, RunningChild } from '../../../src/ports/machine.ts'
import type { SandboxHost } from '../../../src/ports/sandbox.ts'
import { openSandbox, type SandboxWorld } from '../../../src/sandbox/sandbox.ts'

const HOST: SandboxHost = {
  ...{ uid: 1001, gid: 121, home: '/home/runner', workspace: '/srv/r/r', workspaceOwner: 1001, temp: '/srv/_temp' },
  ...{ toolCache: '/opt/hostedtoolcache', node: '/runner/externals/node24/bin/node', event: undefined },
  ...{ actionScript: '/srv/_actions/o/a/v0/dist/index.js', resolvers: undefined, sockets: [] },
  ...{ bash: '/usr/bin/bash', sudo: '/usr/bin/sudo' },
}
const COMMAND: Command = { file: '/tools/claude', args: ['-p', '--x=y z'], cwd: '/work', env: { A: '1' }, stdin: 'Hi.' }
const FOLDERS = { claudeConfig: '/srv/_temp/run/claude', executable: undefined }

/** What a way in says, by the program that it starts; undefined: it works; `hangs`: not before it is ended. */
type Answers = Record<string, string | undefined>

interface Machine {
  readonly answers?: Answers
  readonly host?: Partial<SandboxHost>
  readonly platform?: 'linux' | 'darwin' | 'win32'
  /** Claude Code is another user's. */
  readonly isOthers?: boolean
}

const CHILD: RunningChild = {
  ...{ pid: 1, stdout: (async function* () {})(), stderr: (async function* () {})(), signal: () => undefined },
  ...{
    ended: Promise.resolve({ code: 0, signal: undefined, spawnError: undefined }),
    killTree: () => Promise.resolve(),
  },
}

function on({ answers = {}, host = {}, platform = 'linux', isOthers = false }: Machine) {
  const seen = {
    tried: [] as (readonly string[])[],
    closed: 0,
    ran: [] as string[],
    modes: [] as string[],
    warnings: [] as string[],
  }
  let mode = 0o755
  const world: SandboxWorld = {
    sandboxes: {
      look: () => undefined,
      host: () => ({ ...HOST, ...host }),
      open(file, args) {
        seen.tried.push([file, ...args])
        const answer = answers[file]
        return {
          ready: answer === 'hangs' ? new Promise(() => undefined) : Promise.resolve(answer),
          run(command) {
            seen.ran.push(`inside ${command.file}`)
            return CHILD
          },
          close: () => {
            seen.closed++
            return Promise.resolve()
          },
        }
      },
      changeMode(path, next) {
        if (isOthers) return undefined
        seen.modes.push(`${path} ${next.toString(8)}`)
        const before = mode
        mode = next
        return before
      },
    },
    processes: {
      start(command) {
        seen.ran.push(`outside ${command.file}`)
        return CHILD
      },
    },
    clock: {
      now: () => 0,
      sleep: (_ms, signal) =>
        new Promise((resolve) => {
          if (Object.values(answers).includes('hangs')) setTimeout(resolve)
          signal?.addEventListener('abort', () => resolve())
        }),
    },
    files: { makeDirectory: () => Promise.resolve() },
    runner: { platform, temp: '/srv/_temp', toolCache: '/opt/hostedtoolcache' },
    log: { warning: (text) => void seen.warnings.push(text) },
  }
  return { seen, open: (setting: IsolationSetting) => openSandbox(setting, FOLDERS, world) }
}

async function failureOf(machine: Machine): Promise<Failure> {
  const outcome = await on(machine)
    .open('required')
    .catch((error: unknown) => error)
  if (outcome instanceof Failure) return outcome
  throw new Error('expected a Failure')
}

const fixOf = ({ fix }: Failure) => fix.map((block) => (block.kind === 'text' ? block.text : block.code)).join('\n')

describe('the ways in', () => {
  test.each(['auto', 'required'] as const)('%s: the user first', async (setting) => {
    const { open, seen } = on({})
    const { kind, note, warning } = await open(setting)
    expect(kind).toBe('unshare')
    expect(note).toContain('(unshare, as this user)')
    expect(note).toContain('`isolation: off` gives them back')
    expect(warning).toBeUndefined()
    expect(seen.tried).toEqual([expect.arrayContaining(['/usr/bin/bash', '-c', '1001', '121', '-all'])])
  })

  test('then sudo, which must ask for nothing', async () => {
    const { open, seen } = on({ answers: { '/usr/bin/bash': 'unshare failed: Operation not permitted' } })
    expect((await open('auto')).note).toContain('(unshare, by sudo)')
    expect(seen.tried[1]?.slice(0, 4)).toEqual(['/usr/bin/sudo', '-n', '--', '/usr/bin/bash'])
    // The same sandbox, whoever makes it.
    expect(seen.tried[1]?.slice(4)).toEqual(seen.tried[0]?.slice(1))
    // The way that did not work is ended.
    expect(seen.closed).toBe(1)
  })

  test('root needs no other', async () => {
    const { open, seen } = on({ host: { uid: 0, gid: 0, workspaceOwner: 0 } })
    expect((await open('auto')).note).toContain('(unshare, as root)')
    expect(seen.tried).toEqual([expect.arrayContaining(['/usr/bin/bash', '0', '-all'])])
  })

  test('root keeps capabilities over the workspace of another user, and it is said what that opens', async () => {
    const { open, seen } = on({ host: { uid: 0, gid: 0, workspaceOwner: 1001 } })
    expect((await open('auto')).note).toMatch(/belongs to another user than root.*can forge what Claude Code reports/)
    expect(seen.tried[0]).toContain('-all,+chown,+dac_override,+fowner,+fsetid,+kill,+setgid,+setuid')
  })

  test('off tries none', async () => {
    const { open, seen } = on({})
    const sandbox = await open('off')
    sandbox.start(COMMAND)
    expect(sandbox).toMatchObject({ kind: 'none', note: undefined, warning: undefined })
    expect(seen).toMatchObject({ tried: [], ran: ['outside /tools/claude'], modes: [] })
  })
})

test('the agent runs inside, from a file that cannot be read as long as it runs', async () => {
  const { open, seen } = on({})
  const sandbox = await open('required')
  await sandbox.start(COMMAND).ended
  await sandbox.close()
  expect(seen.ran).toEqual(['inside /tools/claude'])
  expect(seen.modes).toEqual(['/tools/claude 111', '/tools/claude 755'])
  expect(seen.closed).toBe(1)
})

test('the log says when the file stays readable, since it is another user’s or a script', async () => {
  const { open, seen } = on({ isOthers: true })
  await (await open('required')).start(COMMAND).ended
  expect(seen.warnings).toEqual([expect.stringMatching(/^\/tools\/claude .*can forge what Claude Code reports/)])
  const other = on({})
  await (await other.open('required')).start(COMMAND).ended
  expect(other.seen.warnings).toEqual([])
})

const REFUSED = 'unshare: unshare failed: Operation not permitted'

const OBSTACLES: readonly [string, Machine, { why: string; fix: RegExp }][] = [
  [
    'neither works',
    { answers: { '/usr/bin/bash': REFUSED, '/usr/bin/sudo': 'sudo: a password is required' } },
    {
      why: `(as this user: "${REFUSED}"; by sudo -n: "sudo: a password is required")`,
      fix: /sysctl -w user\.max_user/,
    },
  ],
  [
    'user namespaces are refused and there is no sudo',
    { answers: { '/usr/bin/bash': REFUSED }, host: { sudo: undefined } },
    { why: `(as this user: "${REFUSED}").`, fix: /apparmor_restrict_unprivileged_userns=0/ },
  ],
  [
    'it hangs',
    { answers: { '/usr/bin/bash': 'hangs' }, host: { sudo: undefined } },
    { why: '(as this user: "not ready within 15 s").', fix: /`sudo` without a password/ },
  ],
  [
    'root may not mount',
    { answers: { '/usr/bin/bash': REFUSED }, host: { uid: 0, gid: 0 } },
    { why: `(as root: "${REFUSED}").`, fix: /without `container:`.*--cap-add SYS_ADMIN/s },
  ],
  ['bash is missing', { host: { bash: undefined } }, { why: 'bash is not on this runner', fix: /Install bash/ }],
  ['the system is not Linux', { platform: 'darwin' }, { why: 'is for Linux only.', fix: /runs-on: ubuntu/ }],
]

describe('where none works', () => {
  test.each(OBSTACLES)('because %s, auto goes on and warns of what is open', async (_, machine, { why, fix }) => {
    const { open, seen } = on(machine)
    const sandbox = await open('auto')
    sandbox.start(COMMAND)
    expect(seen.ran).toEqual(['outside /tools/claude'])
    expect(sandbox).toMatchObject({ kind: 'none', note: undefined })
    expect(sandbox.warning).toContain(why)
    expect(sandbox.warning).toMatch(/runner’s tokens and the inputs/)
    expect(sandbox.warning).toMatch(fix)
    expect(seen.closed).toBe(seen.tried.length)
  })

  test.each(OBSTACLES)('because %s, required is no run', async (_, machine, { why, fix }) => {
    const failure = await failureOf(machine)
    expect(failure.code).toBe('platform-unsupported')
    expect(failure.message).toContain('isolation: required, but ')
    expect(failure.message).toContain(why)
    expect(fixOf(failure)).toMatch(fix)
    expect(fixOf(failure)).toMatch(/\nisolation: auto$/)
  })

  test('other systems are not asked for it', async () => {
    const { open, seen } = on({ platform: 'win32' })
    await open('auto')
    expect(seen.tried).toEqual([])
  })
})
