import { type ChildProcess, execFile, spawn } from 'node:child_process'
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
  let child: ChildProcess
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
    return neverStarted(error instanceof Error ? error.message : String(error))
  }
  const running = runningChild(child, {
    signal: (name) => void child.kill(name),
    killTree: treeKiller(child.pid, command.env[RUN_MARKER]),
  })
  // A program may end without reading all of its input; how it ended tells more than the broken pipe.
  child.stdin?.on('error', () => undefined)
  child.stdin?.end(command.stdin)
  return running
}

/** A child process as the rest of the action sees it; `how` says how it is signalled and ended. */
export function runningChild(
  child: ChildProcess,
  how: Pick<RunningChild, 'signal' | 'killTree'> & Pick<EndOptions, 'exitCodes'>,
): RunningChild {
  const { signal, killTree } = how
  const ended = endOf(child, how)
  child.once('exit', () => void closeOutput(child, { ended, killTree }))
  return { pid: child.pid, stdout: chunksOf(child.stdout), stderr: chunksOf(child.stderr), ended, signal, killTree }
}

interface EndOptions {
  /** `shell`: a program that was killed is known by its exit code alone, 128 and the signal's number. */
  readonly exitCodes?: 'shell'
}

function endOf(child: ChildProcess, { exitCodes }: EndOptions): Promise<ExitFacts> {
  return new Promise((resolve) => {
    child.on('error', (error) => {
      if (child.pid === undefined) resolve({ code: undefined, signal: undefined, spawnError: error.message })
    })
    child.once('close', (code, signal) => {
      const wasKilled = exitCodes === 'shell' && code === 128 + 9
      if (wasKilled) resolve({ code: undefined, signal: 'SIGKILL', spawnError: undefined })
      else resolve({ code: code ?? undefined, signal: signal ?? undefined, spawnError: undefined })
    })
  })
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
  if (windows)
    return async () => {
      await capture('taskkill', ['/PID', String(pid), '/T', '/F'], {})
    }
  const root = processFact(pid)
  const marked = () => (run ? markedProcesses(`${RUN_MARKER}=${run}`) : new Set<number>())
  return async () => {
    await endProcesses(() => treeOf(listProcesses(), root, marked()))
  }
}

const killMarked = (marker: string) => endProcesses(() => treeOf(listProcesses(), undefined, markedProcesses(marker)))

const defined = (env: Environment) =>
  Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))

function neverStarted(spawnError: string): RunningChild {
  return {
    pid: undefined,
    stdout: chunksOf(null),
    stderr: chunksOf(null),
    ended: Promise.resolve({ code: undefined, signal: undefined, spawnError }),
    signal: () => undefined,
    killTree: () => Promise.resolve(),
  }
}

/** Marks what a captured command started, so that it can be ended when it takes too long. */
const CAPTURE_MARKER = 'CLAUDE_CODE_BEDROCK_CAPTURE'

/** Runs a short command; see `Processes.capture`. */
export function capture(file: string, args: readonly string[], options: CaptureOptions): Promise<Captured> {
  const { cwd, env = {}, timeoutMs } = options
  const id = randomUUID()
  const how = { cwd, env: { ...env, [CAPTURE_MARKER]: id }, maxBuffer: MOST_CAPTURED, windowsHide: true }
  let timer: NodeJS.Timeout | undefined
  const running = new Promise<Captured>((resolve) => {
    execFile(file, args, how, (error, stdout, stderr) => {
      if (error === null) resolve({ code: 0, stdout, stderr })
      else if (typeof error.code === 'number') resolve({ code: error.code, stdout, stderr })
      else resolve({ code: undefined, stdout, stderr: stderr || error.message })
    })
    if (timeoutMs === undefined) return
    timer = setTimeout(() => {
      resolve({ code: undefined, stdout: '', stderr: `no end within ${timeoutMs} ms` })
      void endProcesses(() => treeOf(listProcesses(), undefined, markedProcesses(`${CAPTURE_MARKER}=${id}`)))
    }, timeoutMs)
  })
  // Some programs that cannot be started make it throw, those for another processor for one.
  return running
    .catch((error: unknown) => ({ code: undefined, stdout: '', stderr: String(error) }))
    .finally(() => clearTimeout(timer))
}

/** Of each stream, in bytes. */
const MOST_CAPTURED = 16 * 1024 * 1024
