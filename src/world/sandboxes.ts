import { spawn } from 'node:child_process'
import { chmodSync, closeSync, openSync, readFileSync, readSync, realpathSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'

import type { Runner } from '../ports/github.ts'
import type { Command, Environment, ExitFacts } from '../ports/machine.ts'
import type { PathKind, SandboxHost, SandboxProcess, Sandboxes } from '../ports/sandbox.ts'
import { attempt } from './attempt.ts'
import { runningChild } from './processes.ts'

type RunnerFolders = Pick<Runner, 'workspace' | 'temp' | 'toolCache'>

/** Sandboxes of this machine. */
export function createSandboxes(env: Environment, runner: RunnerFolders): Sandboxes {
  return { look, host: () => host(env, runner), open, changeMode }
}

function look(path: string): { path: string; kind: PathKind } | undefined {
  return attempt(() => {
    const real = realpathSync.native(path)
    const facts = statSync(real)
    const kind = facts.isDirectory() ? 'directory' : facts.isFile() ? 'file' : facts.isSocket() ? 'socket' : undefined
    return kind && { path: real, kind }
  })
}

function host(env: Environment, runner: RunnerFolders): SandboxHost {
  const real = (path: string) => look(path)?.path ?? resolve(path)
  const of = (path: string | undefined, kind: PathKind) => {
    const found = path ? look(resolve(path)) : undefined
    return found?.kind === kind ? found.path : undefined
  }
  const workspace = real(runner.workspace)
  return {
    uid: process.getuid?.() ?? -1,
    gid: process.getgid?.() ?? -1,
    home: of(env.HOME, 'directory'),
    workspace,
    workspaceOwner: statSync(workspace, { throwIfNoEntry: false })?.uid ?? -1,
    temp: real(runner.temp),
    toolCache: real(runner.toolCache),
    node: real(process.execPath),
    actionScript: real(process.argv[1] ?? process.execPath),
    event: of(env.GITHUB_EVENT_PATH, 'file'),
    resolvers: of('/etc/resolv.conf', 'file'),
    sockets: socketPaths(),
    bash: systemProgram('bash'),
    sudo: systemProgram('sudo'),
  }
}

/** Only root writes these folders; those of `PATH` may be anybody's. */
const systemProgram = (name: string) =>
  ['/usr/bin', '/bin', '/run/wrappers/bin']
    .map((folder) => join(folder, name))
    .find((path) => look(path)?.kind === 'file')

/** Of `/proc/net/unix` (proc_net(5)) and, for sockets that other network namespaces listen on, of the mounts (proc_pid_mountinfo(5)). */
function socketPaths(): readonly string[] {
  const listening = linesOf('/proc/net/unix').map((line) => /^(?:\S+ +){6}\S+ (\/.*)$/.exec(line)?.[1])
  const mounted = linesOf('/proc/self/mountinfo').map((line) =>
    line.split(' ')[4]?.replace(/\\(\d{3})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 8))),
  )
  const found = [...listening, ...mounted].flatMap((path) => {
    const there = path === undefined ? undefined : look(path)
    return there?.kind === 'socket' ? [there.path] : []
  })
  return [...new Set(found)].sort()
}

const linesOf = (path: string) => attempt(() => readFileSync(path, 'utf8').split('\n')) ?? []

function open(file: string, args: readonly string[]): SandboxProcess {
  const env = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' }
  // A session of its own has no terminal: sudo would put another between itself and its command.
  const child = spawn(file, args, { cwd: '/', env, detached: true, stdio: 'pipe' })
  const errors: string[] = []
  const hear = (text: Buffer) => void errors.push(text.toString())
  child.stderr.on('data', hear)
  child.stdin.on('error', () => undefined)
  // unshare ends after all inside are dead (pid_namespaces(7)).
  const ended = new Promise<void>((resolve) => {
    child.once('error', () => resolve()).once('exit', () => resolve())
  })
  let isForced = false
  const close = async () => {
    isForced = child.exitCode === null && child.signalCode === null
    child.stdin.destroy()
    await ended
  }
  const ready = new Promise<string | undefined>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('close', (code) => resolve(errors.join('').trim() || `it ended with code ${code ?? 'none'}`))
    child.stdout.once('readable', () => {
      if (child.stdout.read() === null) return
      child.stderr.off('data', hear)
      child.stderr.pause()
      resolve(undefined)
    })
  })
  return {
    ready,
    close,
    run(command: Command) {
      const { stdin: input, file, args, cwd, env } = command
      child.stdin.write(`${JSON.stringify({ file, args, cwd, env, input })}\n`)
      const running = runningChild(child, {
        signal: (name) => void child.stdin.write(`${name}\n`),
        killTree: close,
        exitCodes: 'shell',
      })
      return {
        ...running,
        stderr: withoutUnshare(running.stderr),
        ended: running.ended.then((exit) => (isForced ? KILLED : exit)),
      }
    },
  }
}

const KILLED: ExitFacts = { code: undefined, signal: 'SIGKILL', spawnError: undefined }

/** What unshare says of itself when the sandbox is ended by force (util-linux 2.38). */
const UNSHARE = 'unshare: sigprocmask unblock failed: Invalid argument\n'

async function* withoutUnshare(stderr: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const piece of stderr) if (Buffer.from(piece).toString() !== UNSHARE) yield piece
}

function changeMode(path: string, mode: number): number | undefined {
  return attempt(() => {
    const before = statSync(path).mode & 0o7777
    // A script is read by its interpreter.
    if ((mode & 0o444) === 0 && isScript(path)) return undefined
    chmodSync(path, mode)
    return before
  })
}

function isScript(path: string): boolean {
  const file = openSync(path, 'r')
  try {
    const start = Buffer.alloc(2)
    readSync(file, start, 0, 2, 0)
    return start.toString('latin1') === '#!'
  } finally {
    closeSync(file)
  }
}
