// A runner of the test's own: namespaces over a copy-on-write view of this machine, with users, sudo and the layout of a
// hosted runner or a job container. Nothing it does is seen outside, and all of it ends with the process that started it.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { root } from './runner.ts'

/**
 * `hosted`: an ordinary user with passwordless sudo, user namespaces refused, as on hosted Ubuntu. `user`: a user with user
 * namespaces and no sudo. `bare`: neither. `container`: root over a workspace of another uid. `container-own`: root over a
 * workspace of its own. `container-locked`: root without CAP_SYS_ADMIN, as in Docker's default.
 */
export type MachineKind = 'hosted' | 'user' | 'bare' | 'container' | 'container-own' | 'container-locked'

/** A function of a module, run inside the machine with a JSON value; its result comes back as JSON. */
export interface InMachine {
  /** Address of the module (`import.meta.url` of a file that exports the function). */
  readonly module: string
  readonly name: string
  readonly argument?: unknown
  /** Whether Claude Code is in the machine's tool cache; the folder of the tests' own tool cache. */
  readonly toolCache?: string
  readonly limitMs?: number
}

const isRoot = process.platform === 'linux' && process.getuid?.() === 0

/** Why no machine can be made here; undefined when it can. */
export const machineObstacle: string | undefined = !isRoot
  ? 'needs root on Linux'
  : spawnSync('unshare', ['--mount', '--pid', '--fork', '--net', 'true']).status === 0
    ? undefined
    : 'namespaces are refused here'

/** Runs a function inside a machine that exists only for it. Rejects with all that was printed when it does not return. */
export async function inMachine<T>(kind: MachineKind, task: InMachine): Promise<T> {
  const node = process.execPath
  const script = join(import.meta.dirname, 'machine.sh')
  const child = spawn(
    'setpriv',
    [
      ...[
        '--pdeathsig',
        'KILL',
        'unshare',
        '--mount',
        '--pid',
        '--net',
        '--ipc',
        '--uts',
        '--fork',
        '--kill-child=KILL',
      ],
      ...['--propagation', 'private', '--mount-proc', '--', 'bash', '--norc', '--noprofile', script],
      ...[kind, root, node, task.toolCache ?? '-', '--'],
      ...['--no-warnings', join(import.meta.dirname, 'machine-driver.ts')],
    ],
    {
      env: { PATH: process.env.PATH, LANG: 'C.UTF-8', REFUSE_USER_NAMESPACES },
      stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
    },
  )
  const text = { output: '', answer: '' }
  child.stdout.setEncoding('utf8').on('data', (piece: string) => (text.output += piece))
  child.stderr.setEncoding('utf8').on('data', (piece: string) => (text.output += piece))
  const answers = child.stdio[3] as NodeJS.ReadableStream
  answers.setEncoding('utf8').on('data', (piece: string) => (text.answer += piece))
  child.stdin.on('error', () => undefined)
  child.stdin.end(JSON.stringify({ module: task.module, name: task.name, argument: task.argument ?? null }))
  const limit = setTimeout(() => child.kill('SIGKILL'), task.limitMs ?? 120_000)
  await new Promise<void>((resolve, reject) => child.on('error', reject).on('close', () => resolve()))
  clearTimeout(limit)
  if (text.answer === '') throw new Error(`The machine (${kind}) gave no answer. It printed:\n${text.output}`)
  const { value, error } = JSON.parse(text.answer) as { value: T; error?: string }
  if (error !== undefined) throw new Error(`${error}\nThe machine (${kind}) printed:\n${text.output}`)
  return value
}

/**
 * Perl, which every Debian has: puts a seccomp filter on, as root and without no_new_privs, so that sudo still works, and
 * runs its arguments. `unshare` and `clone` with CLONE_NEWUSER are refused, and `clone3`, whose flags no filter can see.
 */
const REFUSE_USER_NAMESPACES = String.raw`
my ($clone, $unshare, $prctl) = qx(uname -m) =~ /aarch64/ ? (220, 97, 167) : (56, 272, 157);
my $errno = 0x00050000; my $filter = join '', map { pack 'SCCL', @$_ } (
  [0x20, 0, 0, 0],            # the system call's number
  [0x15, 4, 0, 435],          # clone3
  [0x15, 1, 0, $clone],
  [0x15, 0, 3, $unshare],
  [0x20, 0, 0, 16],           # its first argument
  [0x45, 2, 1, 0x10000000],   # CLONE_NEWUSER
  [0x06, 0, 0, $errno | 38],  # ENOSYS: the C library falls back to clone
  [0x06, 0, 0, 0x7fff0000],
  [0x06, 0, 0, $errno | 1],   # EPERM
);
my $program = pack 'Sx6P', length($filter) / 8, $filter;
syscall($prctl, 22, 2, $program, 0, 0) == 0 or die "seccomp: $!";
exec @ARGV or die "exec: $!";
`

/** Where things are in the machine that this process runs in. */
export function machineLayout() {
  const { HOME: home = '', MACHINE_WORK: work = '', MACHINE_TOOLS: toolCache = '' } = process.env
  return { home, work, toolCache, dist: join(work, '_actions/owner/action/v0/dist') }
}

/** What a file in the machine holds; undefined when there is none. */
export const textOf = (path: string): string | undefined => (existsSync(path) ? readFileSync(path, 'utf8') : undefined)
