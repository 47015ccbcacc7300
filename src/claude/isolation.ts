import { dirname, join } from 'node:path'

import { Failure } from '../errors.ts'
import type { IsolationSetting } from '../inputs/settings.ts'
import type { Runner } from '../ports/github.ts'
import type { Clock, Command, ExitFacts, Files, Processes, RunningChild } from '../ports/machine.ts'
import { notIsolated, type Obstacle } from './isolation-advice.ts'
import { linesOf } from '../lines.ts'

/** The wall around the agent, or its absence. */
export interface Isolation {
  /** The command as it is to be started. */
  readonly wrap: (command: Command) => Command
  /** A line for the log: what the agent cannot see, or could, and how to change that; undefined when nobody asked. */
  readonly note: string | undefined
}

/** Folders of the run that are none of the agent's business, absolute; and the `PATH` that bubblewrap is looked for in. */
export interface HiddenPlace {
  readonly own: string
  readonly transcript: string
  readonly searchPath: string
}

/** What of the world it takes. */
export interface IsolationWorld {
  readonly processes: Pick<Processes, 'start'>
  readonly clock: Clock
  readonly files: Pick<Files, 'kind' | 'read'>
  readonly runner: Pick<Runner, 'platform' | 'temp'>
}

/**
 * Puts bubblewrap (https://github.com/containers/bubblewrap) around the agent: a process namespace of its own, so that
 * neither Claude Code nor its commands see the environment of other processes of the job (`/proc/<pid>/environ` keeps the
 * runner's tokens and the inputs), and so that what it started ends with it; and a file system that is the machine's own but
 * for what would change later steps. Tries it first, which takes 10 ms. Throws a Failure when it is `required` and does not
 * work here.
 */
export async function isolationFor(
  setting: IsolationSetting,
  place: HiddenPlace,
  world: IsolationWorld,
): Promise<Isolation> {
  const open: Isolation = { wrap: (command) => command, note: undefined }
  if (setting === 'off') return open
  const args = [...NAMESPACES, ...(await coverings(place, world))]
  const obstacle = await obstacleTo(args, place.searchPath, world)
  if (obstacle === undefined) return { wrap: (command) => inside(args, command), note: ISOLATED }
  const { why, fix } = notIsolated(obstacle)
  if (setting === 'auto') return { ...open, note: `isolation: ${why} ${EXPOSED}\n${fix}` }
  throw new Failure('platform-unsupported', {
    message: `isolation: required, but ${why}`,
    hint: `${fix}\nOr let the agent run without it:\n  isolation: auto`,
  })
}

const BUBBLEWRAP = 'bwrap'

/**
 * `--die-with-parent` ends everything in it with the action, `--new-session` keeps it from the action's terminal. Where the
 * job runs as root, bubblewrap leaves it all capabilities; with this one it could take the coverings off again.
 */
const NAMESPACES = [
  ...['--unshare-pid', '--unshare-ipc', '--die-with-parent', '--new-session', '--cap-drop', 'CAP_SYS_ADMIN'],
  ...['--dev-bind', '/', '/', '--proc', '/proc'],
]

const ISOLATED = 'isolation: the agent runs in bubblewrap, where it sees no other process of this job.'

const EXPOSED =
  'So commands of the agent can read what other processes of this job have in their environment, such as the runner’s tokens and the inputs, and can change what later steps do.'

/**
 * The files with which a step talks to the runner (`GITHUB_ENV` and the like) and the run's own records are covered; the code
 * of actions, whose post steps are still to come, is read-only. Only what is there: bubblewrap would make the rest.
 */
async function coverings(
  { own, transcript }: HiddenPlace,
  { files, runner }: IsolationWorld,
): Promise<readonly string[]> {
  const isThere = async (path: string) => (await files.kind(path)) === 'directory'
  const covered = [join(runner.temp, '_runner_file_commands'), own, transcript]
  const actions = join(dirname(runner.temp), '_actions')
  const each = [
    ...covered.map((path) => ({ path, args: ['--tmpfs', path] })),
    { path: actions, args: ['--ro-bind', actions, actions] },
  ]
  const found = await Promise.all(each.map(async ({ path, args }) => ((await isThere(path)) ? args : [])))
  return found.flat()
}

async function obstacleTo(
  args: readonly string[],
  searchPath: string,
  { processes, clock, files, runner }: IsolationWorld,
): Promise<Obstacle | undefined> {
  if (runner.platform !== 'linux') return { kind: 'platform' }
  const command = { file: BUBBLEWRAP, args: [...args, '--', 'true'], cwd: '/', env: { PATH: searchPath }, stdin: '' }
  const { code, spawnError, words } = await endOf(processes.start(command), clock)
  if (code === 0) return undefined
  const isForbidden = (await files.read(APPARMOR_SWITCH).catch(() => undefined))?.trim() === '1'
  if (spawnError?.includes('ENOENT')) return { kind: 'missing', isForbidden }
  return { kind: 'failed', isForbidden, words: spawnError ?? words }
}

/** How it ended, and what it said of it. */
async function endOf(trial: RunningChild, clock: Clock): Promise<ExitFacts & { words: string }> {
  const over = new AbortController()
  const tooLong = clock.sleep(LONGEST_MS, over.signal).then(async () => {
    if (!over.signal.aborted) await trial.killTree()
  })
  const words: string[] = []
  for await (const line of linesOf(trial.stderr)) words.push(line)
  const ended = await trial.ended
  over.abort()
  await tooLong
  return { ...ended, words: words.join('\n') || `no end within ${LONGEST_MS} ms` }
}

const LONGEST_MS = 5_000

/** Ubuntu 23.10 and later (https://ubuntu.com/blog/ubuntu-23-10-restricted-unprivileged-user-namespaces). */
const APPARMOR_SWITCH = '/proc/sys/kernel/apparmor_restrict_unprivileged_userns'

function inside(args: readonly string[], command: Command): Command {
  return { ...command, file: BUBBLEWRAP, args: [...args, '--', command.file, ...command.args], namespaced: true }
}
