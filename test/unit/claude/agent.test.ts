import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, test } from '@jest/globals'

import { runAgent, type AgentRun, type AgentTask } from '../../../src/claude/agent.ts'
import type { Clock, Command, ExitFacts, RunningChild } from '../../../src/ports/machine.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const recorded = (name: string) => readFileSync(join(import.meta.dirname, `../../fixtures/${name}.jsonl`))

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

/** Time that moves only when told to. */
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

function start(given: Partial<AgentTask> & { deafTo?: readonly string[] } = {}) {
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

describe('a run', () => {
  test('is recorded, logged and counted, and no process of it survives', async () => {
    const agent = start()
    agent.stdout.write(recorded('success'))
    await agent.pass(5_000)
    agent.exit(0)
    const run = await agent.run
    expect(agent.started).toEqual([agent.command])
    expect(agent.kept).toEqual(recorded('success').toString().trimEnd().split('\n'))
    expect(agent.log).toContain('00:00  Bash  echo ok && echo 2 passed')
    expect(run).toMatchObject({
      exit: { code: 0 },
      stopped: undefined,
      stderrTail: '',
      durationMs: 5_000,
      statistics: { turns: 3, result: { subtype: 'success' } },
    })
    expect(agent.happened).toEqual(['killTree at 5000'])
    expect(agent.sleeping()).toBe(0)
  })

  test('counts a line as it came and shows it as it was kept: redacted, and after it was kept', async () => {
    let keep = () => undefined as unknown
    const agent = start({
      record: (lines) =>
        new Promise((resolve) => (keep = () => resolve(lines.map((line) => line.replaceAll('hunter2', '***'))))),
    })
    agent.stdout.write('{"type":"assistant","message":{"id":"m","content":[{"type":"text","text":"I saw hunter2"}]}}\n')
    await agent.pass(0)
    expect(agent.log).toEqual([])
    keep()
    await agent.pass(0)
    expect(agent.log).toEqual(['00:00  Claude: I saw ***'])
    agent.exit(0)
    expect((await agent.run).statistics.lastText).toBe('I saw hunter2')
  })

  test('keeps standard error as raw lines, and its end at hand, redacted', async () => {
    const agent = start()
    agent.stderr.write(`${'x'.repeat(5000)}\n{"type":"result","subtype":"success"}\nthe key is hunter2`)
    await agent.pass(0)
    agent.exit(1)
    const { stderrTail, statistics } = await agent.run
    expect(agent.kept[1]).toBe('{"type":"raw","text":"{\\"type\\":\\"result\\",\\"subtype\\":\\"success\\"}"}')
    expect(stderrTail).toHaveLength(4_000)
    expect(stderrTail.endsWith('x\n{"type":"result","subtype":"success"}\nthe key is ***\n')).toBe(true)
    expect(statistics.result).toBeUndefined()
  })

  test('that cannot be recorded any more is ended, and its error is thrown', async () => {
    const agent = start({ record: () => Promise.reject(new Error('disk full')) })
    agent.stdout.write('{}\n')
    await expect(agent.run).rejects.toThrow('disk full')
    expect(agent.happened).toEqual(['killTree at 0'])
    expect(agent.sleeping()).toBe(0)
  })

  test('without output is mentioned every minute', async () => {
    const agent = start()
    await agent.pass(30_000)
    agent.stdout.write('{"type":"system","subtype":"init","claude_code_version":"1"}\n')
    await agent.pass(59_000)
    expect(agent.log).toEqual(['00:30  Claude Code 1'])
    await agent.pass(61_000)
    agent.exit(0)
    await agent.run
    expect(agent.log.slice(1)).toEqual([
      '01:30  … no output for 1:00, waiting for the model',
      '02:30  … no output for 2:00, waiting for the model',
    ])
  })
})

describe('a run that is asked to stop', () => {
  test('at its deadline gets SIGINT, and its last events count', async () => {
    const agent = start({ timeoutMs: 5_000 })
    await agent.pass(4_999)
    expect(agent.happened).toEqual([])
    agent.stdout.write(recorded('interrupted'))
    await agent.pass(1)
    const run = await agent.run
    expect(agent.happened).toEqual(['SIGINT at 5000', 'killTree at 5000'])
    expect(run).toMatchObject({ stopped: 'timeout', exit: { code: 0 }, statistics: { result: { isError: true } } })
  })

  test.each([
    { deafTo: ['SIGINT'], expected: ['SIGINT at 5000', 'SIGTERM at 8000', 'killTree at 8000'] },
    { deafTo: ['SIGINT', 'SIGTERM'], expected: ['SIGINT at 5000', 'SIGTERM at 8000', 'killTree at 11000'] },
  ])('at its deadline and deaf to $deafTo', async ({ deafTo, expected }) => {
    const agent = start({ timeoutMs: 5_000, deafTo })
    await agent.pass(20_000)
    expect((await agent.run).stopped).toBe('timeout')
    expect(agent.happened.slice(0, 3)).toEqual(expected)
  })

  test('by a cancelled job has ended before the runner kills the action', async () => {
    const agent = start({ deafTo: ['SIGINT', 'SIGTERM'] })
    await agent.pass(2_000)
    agent.stop.abort()
    await agent.pass(7_500)
    expect(await agent.run).toMatchObject({ stopped: 'cancel', exit: { signal: 'SIGKILL' } })
    expect(agent.happened.slice(0, 3)).toEqual(['SIGINT at 2000', 'SIGTERM at 3500', 'killTree at 5000'])
  })

  test('before it began', async () => {
    const stop = AbortSignal.abort()
    const agent = start({ stop })
    await agent.pass(0)
    expect((await agent.run).stopped).toBe('cancel')
  })
})
