// A run of a program that a test plays.
import { setImmediate as turn } from 'node:timers/promises'

import { runAgent, type AgentRun, type AgentTask } from '../../../src/claude/agent.ts'
import type { Clock, Command, ExitFacts, RunningChild } from '../../../src/ports/machine.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

/** Output that a test writes piece by piece. */
function pipe() {
  const chunks: (Uint8Array | undefined)[] = []
  let wake = () => undefined as unknown
  const put = (chunk: Uint8Array | undefined) => {
    chunks.push(chunk)
    wake()
  }
  async function* read(): AsyncGenerator<Uint8Array> {
    for (;;) {
      while (chunks.length === 0) await new Promise((resolve) => (wake = () => resolve(undefined)))
      const chunk = chunks.shift()
      if (chunk === undefined) return
      yield chunk
    }
  }
  return {
    write: (text: string | Uint8Array) => put(typeof text === 'string' ? bytes(text) : text),
    end: () => put(undefined),
    read,
  }
}

/** Time that the test moves. */
function stoppedClock() {
  let now = 1_000_000
  const sleepers = new Set<{ at: number; wake: () => void }>()
  const clock: Clock = {
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        const sleeper = { at: now + ms, wake: resolve }
        sleepers.add(sleeper)
        const wake = () => {
          sleepers.delete(sleeper)
          resolve()
        }
        if (signal?.aborted) wake()
        signal?.addEventListener('abort', wake)
      }),
  }
  async function pass(ms: number) {
    const until = now + ms
    await turn()
    for (;;) {
      const [next] = [...sleepers].sort((a, b) => a.at - b.at)
      if (next === undefined || next.at > until) break
      now = Math.max(now, next.at)
      sleepers.delete(next)
      next.wake()
      await turn()
    }
    now = until
    await turn()
  }
  return { clock, pass, sleeping: () => sleepers.size }
}

/** Starts a run whose program writes, and ends, as a test says. */
export function start(given: Partial<AgentTask> & { deafTo?: readonly string[] } = {}) {
  const { clock, pass, sleeping } = stoppedClock()
  const [stdout, stderr, stop] = [pipe(), pipe(), new AbortController()]
  const happened: string[] = []
  const log: string[] = []
  const kept: string[] = []
  let end: (facts: ExitFacts) => unknown = () => undefined
  const ended = new Promise<ExitFacts>((resolve) => (end = resolve))
  const exit = (code: number | undefined, signal?: string) => {
    stdout.end()
    stderr.end()
    end({ code, signal, spawnError: undefined })
  }
  const child: RunningChild = {
    pid: 42,
    stdout: stdout.read(),
    stderr: stderr.read(),
    ended,
    signal(name) {
      happened.push(`${name} at ${clock.now() - 1_000_000}`)
      if (given.deafTo?.includes(name) !== true) exit(name === 'SIGINT' ? 0 : 143)
    },
    killTree() {
      happened.push(`killTree at ${clock.now() - 1_000_000}`)
      exit(undefined, 'SIGKILL')
      return Promise.resolve()
    },
  }
  const command: Command = { file: 'claude', args: ['-p'], cwd: '/work', env: { A: '1' }, stdin: 'the prompt' }
  const started: Command[] = []
  const task: AgentTask = {
    command,
    timeoutMs: 600_000,
    stop: stop.signal,
    show: 'summary',
    record(lines) {
      kept.push(...lines)
      return Promise.resolve(lines.map((line) => line.replaceAll('hunter2', '***')))
    },
    redact: (text) => text.replaceAll('hunter2', '***'),
    ...given,
  }
  const processes = {
    start(asked: Command) {
      started.push(asked)
      return child
    },
    capture: () => Promise.reject(new Error('not asked for')),
    killMarked: () => Promise.reject(new Error('not asked for')),
  }
  const quiet = () => undefined
  const logPort = {
    ...{ info: (line: string) => void log.push(line), debug: quiet, notice: quiet, warning: quiet, error: quiet },
    group: () => Promise.reject(new Error('not asked for')),
  }
  const run: Promise<AgentRun> = runAgent(task, { processes, clock, log: logPort })
  return { run, stdout, stderr, stop, exit, pass, sleeping, happened, log, kept, started, command }
}
