import { basename } from 'node:path'

import { blocksOf, Failure, fixText, yaml, shell, type Fix } from '../errors.ts'
import type { IsolationSetting } from '../inputs/settings.ts'
import { fieldOf, isRecord, stringOf } from '../json.ts'
import type { Runner } from '../ports/github.ts'
import { jobToolFolder } from '../ports/install.ts'
import type { Log, Clock, Command, Files, RunningChild } from '../ports/machine.ts'
import type { SandboxHost, SandboxProcess, Sandboxes } from '../ports/sandbox.ts'
import { describeMount, mountsFor, type RunFolders } from './mounts.ts'
import { describeRelay, LAUNCHER, SANDBOX_SCRIPT } from './script.ts'

/** The sandbox around the agent, or its absence. */
export interface Sandbox {
  /** The output `isolation`. */
  readonly kind: 'unshare' | 'none'
  /** A line for the log on what the agent can and cannot reach; undefined when nobody asked. */
  readonly note: string | undefined
  /** What is open although a sandbox was wanted, and how to change that. */
  readonly warning: string | undefined
  /** Starts the agent; once. */
  readonly start: (command: Command) => RunningChild
  close(): Promise<void>
}

/** What of the world a sandbox takes; `start` is for the agent without one. */
export interface SandboxWorld {
  readonly sandboxes: Sandboxes
  readonly processes: { start(command: Command): RunningChild }
  readonly clock: Clock
  readonly files: Pick<Files, 'makeDirectory'>
  readonly runner: Pick<Runner, 'platform' | 'temp' | 'toolCache'>
  readonly log: Pick<Log, 'warning'>
}

/**
 * Makes the sandbox, with all inside but the agent, which is started later; it takes about 200 ms. Tries it as this user
 * (root, or with user namespaces), then by `sudo -n`, never with `off`. Throws a Failure when it works in no way and is
 * `required`, or is to have a network of its own.
 */
export async function openSandbox(
  setting: IsolationSetting,
  folders: RunFolders,
  world: SandboxWorld,
): Promise<Sandbox> {
  const outside = (warning: string | undefined): Sandbox => ({
    ...{ kind: 'none', note: undefined, warning },
    start: (command) => world.processes.start(command),
    close: () => Promise.resolve(),
  })
  if (setting === 'off') return outside(undefined)
  const refusals: Refusal[] = []
  const { runner } = world
  if (runner.platform === 'linux') {
    for (const folder of [folders.claudeConfig, runner.toolCache, jobToolFolder(runner.temp)])
      await world.files.makeDirectory(folder)
    const host = world.sandboxes.host()
    for (const [way, file, args] of waysIn(host)) {
      const opened = world.sandboxes.open(file, [...args, ...scriptArguments(host, folders, world.sandboxes)])
      const words = await refusalOf(opened, world.clock)
      if (words === undefined) return insideSandbox(opened, { way, host }, world)
      refusals.push({ way, words })
    }
  }
  if (folders.network !== undefined) throw networkUnbounded(refusals, runner.platform)
  const { why, fix } = unsupported(refusals, runner.platform)
  if (setting === 'auto') return outside(`isolation: ${why} ${EXPOSED}\n${fixText(blocksOf(fix))}`)
  throw new Failure('platform-unsupported', {
    message: `isolation: required, but ${why}`,
    fix: [...blocksOf(fix), 'Or let the agent run without it:', yaml('isolation: auto')],
  })
}

type WayIn = Refusal['way']

/** How the sandbox can be made, each with the program and its arguments. */
function waysIn({ uid, bash, sudo }: SandboxHost): readonly (readonly [WayIn, string, readonly string[]])[] {
  if (bash === undefined) return []
  if (uid === 0) return [['root', bash, []]]
  return [['user', bash, []], ...(sudo === undefined ? [] : [['sudo', sudo, ['-n', '--', bash]] as const])]
}

function scriptArguments(host: SandboxHost, folders: RunFolders, sandboxes: Sandboxes): readonly string[] {
  const { uid, gid, node } = host
  const mounts = mountsFor(host, folders, (path) => sandboxes.look(path)).map(describeMount)
  const relays = folders.network?.relays.map(describeRelay) ?? []
  const launcher = [node, '--no-warnings', '-e', LAUNCHER, ...relays]
  const network = folders.network?.folder ?? 'host'
  const capabilities = keepsCapabilities(host) ? `-all,${OF_ROOT.map((name) => `+${name}`).join(',')}` : '-all'
  const script = ['--norc', '--noprofile', '-c', SANDBOX_SCRIPT, 'sandbox']
  return [...script, String(uid), String(gid), capabilities, network, ...mounts, '--', ...launcher]
}

/** In a job container root works on files of the runner's user, which it cannot write without any capability. */
const keepsCapabilities = ({ uid, workspaceOwner }: SandboxHost) => uid === 0 && workspaceOwner !== 0

const OF_ROOT = ['chown', 'dac_override', 'fowner', 'fsetid', 'kill', 'setgid', 'setuid']

/** What went wrong; undefined when it is ready. */
async function refusalOf(opened: SandboxProcess, clock: Clock): Promise<string | undefined> {
  const over = new AbortController()
  const tooLong = clock.sleep(LONGEST_MS, over.signal).then(() => `not ready within ${LONGEST_MS / 1_000} s`)
  const refusal = await Promise.race([opened.ready, tooLong])
  over.abort()
  if (refusal !== undefined) await opened.close()
  return refusal
}

const LONGEST_MS = 15_000

function insideSandbox(
  opened: SandboxProcess,
  { way, host }: { way: WayIn; host: SandboxHost },
  { sandboxes, log }: SandboxWorld,
): Sandbox {
  const how = { root: 'as root', user: 'as this user', sudo: 'by sudo' }[way]
  return {
    kind: 'unshare',
    note: `isolation: the agent runs in a sandbox (unshare, ${how}). ${INSIDE}${keepsCapabilities(host) ? ` ${KEPT}` : ''}`,
    warning: undefined,
    start(command) {
      // Who may not read a program may not look into its process either, nor take its output away (ptrace(2)).
      const mode = sandboxes.changeMode(command.file, 0o111)
      if (mode === undefined) log.warning(readable(command.file))
      const child = opened.run(command)
      if (mode !== undefined) void child.ended.then(() => sandboxes.changeMode(command.file, mode | 0o444))
      return child
    },
    close: () => opened.close(),
  }
}

const INSIDE =
  'It sees no other process of this job, and writes the workspace alone: what it writes elsewhere vanishes. Out of its reach: sudo, docker and other services on sockets, files of earlier steps in RUNNER_TEMP and /tmp. `isolation: off` gives them back.'

const KEPT =
  'The workspace belongs to another user than root, so the agent keeps the capabilities to write it; with them its commands can forge what Claude Code reports.'

const readable = (file: string) =>
  `${file} belongs to another user, or is a script, so it stays readable in the sandbox, and commands of the agent can forge what Claude Code reports. With \`credentials: gateway\` a result that Bedrock did not answer is no success. Let the action install Claude Code, or have \`claude-code-path\` name its executable itself, as a file of this user.`

const EXPOSED =
  'So commands of the agent can read what other processes of this job have in their environment, such as the runner’s tokens and the inputs, and can change what later steps do.'

/** The servers of an MCP configuration that are started by a program which does not work in the sandbox, and a line on each. */
export function serversOutOfReach(config: unknown): readonly { name: string; why: string }[] {
  const servers = fieldOf(config, 'mcpServers')
  if (!isRecord(servers)) return []
  return Object.entries(servers).flatMap(([name, server]) => {
    const program = basename(stringOf(server, 'command') ?? '')
    if (!PROGRAMS.includes(program)) return []
    const why = `The MCP server ${name} is started by ${program}, which does not work in the sandbox. \`isolation: off\` gives it back.`
    return [{ name, why }]
  })
}

const PROGRAMS = ['docker', 'podman', 'sudo']

/** A way in that did not work, and what was said of it. */
interface Refusal {
  readonly way: 'root' | 'user' | 'sudo'
  readonly words: string
}

/** Why there is no sandbox here, and what to do about it. */
function unsupported(
  refusals: readonly Refusal[],
  platform: string,
  { hasNetwork = false } = {},
): { why: string; fix: Fix } {
  if (platform !== 'linux')
    return {
      why: 'the sandbox is for Linux only.',
      fix: ['Run the job on a Linux runner, such as:', yaml('runs-on: ubuntu-24.04')],
    }
  if (refusals.length === 0) return { why: 'bash is not on this runner.', fix: 'Install bash and util-linux.' }
  const tried = refusals.map(({ way, words }) => `${WAYS[way]}: "${words.split('\n').slice(-3).join(' ')}"`)
  const why = `the sandbox cannot be made on this runner (${tried.join('; ')}).`
  return { why, fix: refusals.some(({ way }) => way === 'root') ? inContainer(hasNetwork) : AS_USER }
}

/** What the agent may reach is bounded, and there is no sandbox that could bound it. */
export function networkUnbounded(refusals: readonly Refusal[], platform: string): Failure {
  const { why, fix } = unsupported(refusals, platform, { hasNetwork: true })
  return new Failure('platform-unsupported', {
    message: `What the agent may reach is bounded (allowed-domains), which takes a sandbox, but ${why}`,
    fix: [...blocksOf(fix), 'Or let the agent have the whole network:', yaml(`with:\n  allowed-domains: '*'`)],
  })
}

const WAYS = { root: 'as root', user: 'as this user', sudo: 'by sudo -n' } as const

const inContainer = (hasNetwork: boolean): Fix => [
  'The job runs as root in a container that may not mount anything. Run it without `container:`, or let the container make namespaces:',
  yaml(`container:
  image: node:24
  options: --cap-add SYS_ADMIN${hasNetwork ? ' --cap-add NET_ADMIN' : ''} --security-opt seccomp=unconfined --security-opt apparmor=unconfined`),
]

const AS_USER: Fix = [
  'It takes util-linux, and either `sudo` without a password for the runner’s user, as hosted runners have it, or user namespaces. For these, once, on the runner:',
  shell(`sudo sysctl -w user.max_user_namespaces=15000
sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0`),
]
