import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import type { Readable } from 'node:stream'
import { setTimeout as delay } from 'node:timers/promises'

import {
  type Captured,
  type CaptureOptions,
  type Command,
  type Environment,
  type ExitFacts,
  type Processes,
  RUN_MARKER,
  type RunningChild,
} from '../ports/machine.ts'
import { messageOf } from './attempt.ts'
import { endProcesses, listProcesses, markedProcesses, processFact, treeOf } from './process-tree.ts'

const windows = process.platform === 'win32'

/** Programs of this machine. `env` is what captured commands see unless they are given their own. */
export function createProcesses(env: Environment): Processes {
  return {
    start,
    capture: (file, args, options) => capture(file, args, { env: defined(env), ...options }),
    killMarked: (variable, value) => (windows ? Promise.resolve(0) : killMarked(`${variable}=${value}`)),
  }
}

function start(command: Command): RunningChild {
  let child: ChildProcessWithoutNullStreams
  try {
    // A session of its own: what reaches the action's process group must not reach the program behind its back.
    child = spawn(command.file, command.args, {
      cwd: command.cwd,
      env: command.env,
      detached: !windows,
      stdio: 'pipe',
      windowsHide: true,
    })
  } catch (error) {
    return {
      pid: undefined,
      stdout: chunksOf(null),
      stderr: chunksOf(null),
      ended: Promise.resolve({ code: undefined, signal: undefined, spawnError: messageOf(error) }),
      signal: () => undefined,
      killTree: () => Promise.resolve(),
    }
  }
  // A program may end without reading all of its input; how it ended tells more than the broken pipe.
  child.stdin.on('error', () => undefined).end(command.stdin)
  const killTree = treeKiller(child.pid, command.env[RUN_MARKER])
  return runningChild(child, { signal: (name) => void child.kill(name), killTree })
}

interface ChildControl extends Pick<RunningChild, 'signal' | 'killTree'> {
  /** `shell`: a program that was killed is known by its exit code alone, 128 and the signal's number. */
  readonly exitCodes?: 'shell'
}

/** A child process as the rest of the action sees it. */
export function runningChild(child: ChildProcess, { signal, killTree, exitCodes }: ChildControl): RunningChild {
  const ended = new Promise<ExitFacts>((resolve) => {
    child.on('error', (error) => {
      if (child.pid === undefined) resolve({ code: undefined, signal: undefined, spawnError: error.message })
    })
    child.once('close', (code, by) => {
      const wasKilled = exitCodes === 'shell' && code === 128 + 9
      if (wasKilled) resolve({ code: undefined, signal: 'SIGKILL', spawnError: undefined })
      else resolve({ code: code ?? undefined, signal: by ?? undefined, spawnError: undefined })
    })
  })
  child.once('exit', () => void closeOutput(child, { ended, killTree }))
  return { pid: child.pid, stdout: chunksOf(child.stdout), stderr: chunksOf(child.stderr), ended, signal, killTree }
}

/** A program that ended but left others behind that hold its output open would never be seen to end. */
async function closeOutput(child: ChildProcess, { ended, killTree }: Pick<RunningChild, 'ended' | 'killTree'>) {
  const closedWithin = (ms: number) => Promise.race([ended.then(() => true), delay(ms, false, { ref: false })])
  if (await closedWithin(1_000)) return
  await killTree()
  if (await closedWithin(10_000)) return
  child.stdout?.destroy()
  child.stderr?.destroy()
}

async function* chunksOf(stream: Readable | null): AsyncGenerator<Uint8Array> {
  if (stream === null) return
  try {
    for await (const chunk of stream) if (chunk instanceof Uint8Array) yield chunk
  } catch {
    // A broken pipe has nothing more to read; how the program ended is in `ended`.
  }
}

function treeKiller(pid: number | undefined, run: string | undefined): () => Promise<void> {
  if (pid === undefined) return () => Promise.resolve()
  const root = windows ? undefined : processFact(pid)
  const marked = () => (run ? markedProcesses(`${RUN_MARKER}=${run}`) : new Set<number>())
  return async () => {
    if (windows) await capture('taskkill', ['/PID', String(pid), '/T', '/F'], {})
    else await endProcesses(() => treeOf(listProcesses(), root, marked()))
  }
}

const killMarked = (marker: string) => endProcesses(() => treeOf(listProcesses(), undefined, markedProcesses(marker)))

/** The variables that are set. */
export const defined = (env: Environment): Record<string, string> =>
  Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))

/** Marks what a captured command started, so that it can be ended when it takes too long. */
const CAPTURE_MARKER = 'CLAUDE_CODE_BEDROCK_CAPTURE'

/** Runs a short command through `@actions/exec`; see `Processes.capture`. */
export async function capture(file: string, args: readonly string[], options: CaptureOptions): Promise<Captured> {
  const { getExecOutput } = await import('@actions/exec')
  const { cwd, env = {}, timeoutMs } = options
  const id = randomUUID()
  const running = getExecOutput(`"${file}"`, [...args], {
    ...(cwd !== undefined && { cwd }),
    env: { ...env, [CAPTURE_MARKER]: id },
    silent: true,
    ignoreReturnCode: true,
  }).then(({ exitCode: code, ...texts }) => ({ code, ...texts }), absent)
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<Captured>((resolve) => {
    if (timeoutMs === undefined) return
    timer = setTimeout(() => {
      resolve({ code: undefined, stdout: '', stderr: `no end within ${timeoutMs} ms` })
      void endProcesses(() => treeOf(listProcesses(), undefined, markedProcesses(`${CAPTURE_MARKER}=${id}`)))
    }, timeoutMs)
  })
  return Promise.race([running, tooLong]).finally(() => clearTimeout(timer))
}

/** What could not be started has Node's name for it, whatever the package says. */
function absent(error: unknown): Captured {
  const message = messageOf(error)
  const isMissing = /Unable to locate executable file|ENOENT/.test(message)
  return { code: undefined, stdout: '', stderr: isMissing ? `ENOENT: ${message}` : message }
}
