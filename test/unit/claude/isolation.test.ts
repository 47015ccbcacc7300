import { describe, expect, test } from '@jest/globals'

import { isolationFor, type IsolationWorld } from '../../../src/claude/isolation.ts'
import { Failure } from '../../../src/errors.ts'
import type { IsolationSetting } from '../../../src/inputs/settings.ts'
import type { Command, ExitFacts, RunningChild } from '../../../src/ports/machine.ts'

const PLACE = { own: '/runner/_temp/run/own', transcript: '/runner/_temp/run/transcript', searchPath: '/a:/b' }
const COMMANDS = '/runner/_temp/_runner_file_commands'
const COMMAND: Command = { file: '/tools/claude', args: ['-p', '--x=y z'], cwd: '/work', env: { A: '1' }, stdin: 'Hi.' }

/** How bubblewrap ends and what it writes to standard error; `hangs`: not before it is killed. */
interface Trial extends Partial<ExitFacts> {
  readonly stderr?: string
  readonly hangs?: boolean
}

const WORKS: Trial = { code: 0 }
const MISSING: Trial = { spawnError: 'spawn bwrap ENOENT' }
const REFUSED: Trial = { code: 1, stderr: 'bwrap: setting up uid map: Permission denied\n' }
const HANGS: Trial = { signal: 'SIGKILL', hangs: true }

interface Machine {
  readonly bwrap?: Trial
  readonly platform?: 'linux' | 'darwin' | 'win32'
  readonly folders?: readonly string[]
  readonly apparmor?: string
}

function on({ bwrap = WORKS, platform = 'linux', folders = [], apparmor }: Machine) {
  const tried: Command[] = []
  const world: IsolationWorld = {
    processes: {
      start(command) {
        tried.push(command)
        return childThat(bwrap)
      },
    },
    clock: {
      now: () => 0,
      sleep: (_ms, signal) =>
        new Promise((resolve) => {
          if (bwrap.hangs) resolve()
          signal?.addEventListener('abort', () => {
            resolve()
          })
        }),
    },
    files: {
      kind: (path) => Promise.resolve(folders.includes(path) ? 'directory' : undefined),
      read: (path) => Promise.resolve(path.startsWith('/proc/sys/kernel/apparmor') ? apparmor : undefined),
    },
    runner: { platform, temp: '/runner/_temp' },
  }
  return { tried, isolate: (setting: IsolationSetting) => isolationFor(setting, PLACE, world) }
}

function childThat({ stderr, hangs, code, signal, spawnError }: Trial): RunningChild {
  let end = (): void => undefined
  const ended = new Promise<ExitFacts>((resolve) => {
    end = () => resolve({ code, signal, spawnError })
  })
  if (!hangs) end()
  async function* errors() {
    if (stderr !== undefined) yield Buffer.from(stderr)
    await ended
  }
  return {
    ...{ pid: 1, stdout: (async function* () {})(), stderr: errors(), ended, signal: () => undefined },
    killTree: () => {
      end()
      return Promise.resolve()
    },
  }
}

async function refusal(machine: Machine): Promise<Failure> {
  const outcome = await on(machine)
    .isolate('required')
    .catch((error: unknown) => error)
  if (outcome instanceof Failure) return outcome
  throw new Error('expected a Failure')
}

describe('where bubblewrap works', () => {
  test.each(['auto', 'required'] as const)('%s puts it around the command', async (setting) => {
    const { isolate, tried } = on({})
    const { wrap, note } = await isolate(setting)
    const wrapped = wrap(COMMAND)
    expect(wrapped).toMatchObject({ file: 'bwrap', cwd: '/work', env: { A: '1' }, stdin: 'Hi.', namespaced: true })
    expect(wrapped.args.slice(-4)).toEqual(['--', '/tools/claude', '-p', '--x=y z'])
    for (const flag of ['--unshare-pid', '--unshare-ipc', '--die-with-parent', '--new-session', '--proc']) {
      expect(wrapped.args).toContain(flag)
    }
    expect(note).toBe('isolation: the agent runs in bubblewrap, where it sees no other process of this job.')
    // What was tried is what is used.
    expect(tried).toEqual([
      { file: 'bwrap', args: [...wrapped.args.slice(0, -3), 'true'], cwd: '/', env: { PATH: '/a:/b' }, stdin: '' },
    ])
  })

  test('what changes later steps is out of reach, as far as it is there', async () => {
    const argsWith = async (...folders: string[]) =>
      (await on({ folders }).isolate('auto')).wrap(COMMAND).args.join(' ')
    expect(await argsWith()).not.toMatch(/--tmpfs|--ro-bind/)
    expect(await argsWith(COMMANDS)).toContain(` --proc /proc --tmpfs ${COMMANDS} -- /tools/claude`)
    expect(await argsWith(PLACE.own, PLACE.transcript)).toContain(
      ` --tmpfs ${PLACE.own} --tmpfs ${PLACE.transcript} --`,
    )
    expect(await argsWith('/runner/_actions')).toContain(' --ro-bind /runner/_actions /runner/_actions --')
  })

  test('off leaves the command alone, and asks nothing', async () => {
    const { isolate, tried } = on({})
    const { wrap, note } = await isolate('off')
    expect(wrap(COMMAND)).toBe(COMMAND)
    expect(note).toBeUndefined()
    expect(tried).toEqual([])
  })
})

const OBSTACLES: readonly [string, Machine, { why: string; fix: RegExp }][] = [
  [
    'it is not installed',
    { bwrap: MISSING },
    {
      why: 'bubblewrap (bwrap) is not on this runner.',
      fix: /^In a step before this one:\n {2}- run: .*install --yes bubblewrap$/m,
    },
  ],
  [
    'it is neither installed nor allowed',
    { bwrap: MISSING, apparmor: '1\n' },
    {
      why: 'bubblewrap (bwrap) is not on this runner.',
      fix: /--yes bubblewrap\n {2}- run: sudo sysctl -w kernel\.apparmor_restrict_unprivileged_userns=0$/m,
    },
  ],
  [
    'AppArmor forbids it',
    { bwrap: REFUSED, apparmor: '1\n' },
    {
      why: '"bwrap: setting up uid map: Permission denied".',
      fix: /^In a step before this one:\n {2}- run: sudo sysctl -w kernel\.apparmor_restrict_unprivileged_userns=0$/m,
    },
  ],
  [
    'something else forbids it',
    { bwrap: REFUSED, apparmor: '0\n' },
    { why: '"bwrap: setting up uid map: Permission denied".', fix: /user\.max_user_namespaces/ },
  ],
  [
    'a file that it needs is missing',
    { bwrap: { code: 1, stderr: "bwrap: Can't find source path /x: ENOENT" } },
    { why: 'bubblewrap does not work on this runner: "bwrap: Can\'t find', fix: /user\.max_user_namespaces/ },
  ],
  [
    'it hangs',
    { bwrap: HANGS },
    { why: 'bubblewrap does not work on this runner: "no end within 5000 ms".', fix: /user\.max_user_namespaces/ },
  ],
  ['the system is not Linux', { platform: 'darwin' }, { why: 'bubblewrap is for Linux only.', fix: /runs-on: ubuntu/ }],
]

describe('where it does not work', () => {
  test.each(OBSTACLES)('because %s, auto goes on and says what could be read', async (_, machine, { why, fix }) => {
    const { wrap, note } = await on(machine).isolate('auto')
    expect(wrap(COMMAND)).toBe(COMMAND)
    expect(note).toContain(why)
    expect(note).toMatch(/runner’s tokens and the inputs/)
    expect(note).toMatch(fix)
  })

  test.each(OBSTACLES)('because %s, required is no run', async (_, machine, { why, fix }) => {
    const { code, message, hint } = await refusal(machine)
    expect(code).toBe('platform-unsupported')
    expect(message).toContain('isolation: required, but bubblewrap')
    expect(message).toContain(why)
    expect(hint).toMatch(fix)
    expect(hint).toMatch(/\n {2}isolation: auto$/)
  })

  test('other systems are not asked for it', async () => {
    const { isolate, tried } = on({ platform: 'win32' })
    await isolate('auto')
    expect(tried).toEqual([])
  })
})
