// `npm run bench -- transcript`, or `npx node scripts/bench-transcript.ts [megabytes]`: what recording costs, in this process, and the
// peak memory of the shipped action for a transcript of so many megabytes (default 1000), page and upload included. The events
// are those of runs recorded with the real Claude Code. Ratios are to the median of the rounds.
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { runAgent } from '../src/claude/agent.ts'
import type { Log, ExitFacts, RunningChild } from '../src/ports/machine.ts'
import { openRecorder } from '../src/transcript/recorder.ts'
import { createRedactor } from '../src/transcript/redact.ts'
import { createClock } from '../src/world/clock.ts'
import { createFiles } from '../src/world/files.ts'
import { weighed } from '../test/support/peak-memory.ts'
import { scenario } from '../test/support/scenario.ts'
import { talk } from '../test/support/talk.ts'
import { lineGroupsOf } from '../src/text.ts'

const quiet = () => undefined
const quietLog: Log = {
  ...{ info: quiet, debug: quiet, notice: quiet, warning: quiet, error: quiet },
  group: (_title, task) => task(quietLog),
}

const megabytes = Number(process.argv[2] ?? 1000)
const place = mkdtempSync(join(tmpdir(), 'bench-transcript-'))
/** As many secrets as a run has: keys, tokens, and variables named like a secret. */
const secrets = Array.from({ length: 12 }, (_, n) => `${n}_wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY`)

try {
  await redactingAndRecording()
  await costPerEvent()
  await peakMemory()
} finally {
  rmSync(place, { recursive: true })
}

async function redactingAndRecording(): Promise<void> {
  const output = Buffer.from(`${take(20_000).join('\n')}\n`)
  const groups: (readonly string[])[] = []
  for await (const lines of lineGroupsOf(inChunks(output))) groups.push(lines)
  const rates: number[] = []
  for (let round = 0; round < 7; round++) {
    const recorder = await newRecorder()
    const began = process.cpuUsage()
    for (const lines of groups) await recorder.record(lines)
    rates.push(output.length / cpuMicros(began))
    await recorder.close()
  }
  const each = rates.map((rate) => (rate / median(rates)).toFixed(2)).join(' ')
  console.log(`redacting and recording   ${median(rates).toFixed(0)} MB/s per core, goal 100  (rounds: ${each})`)
}

/** Reading, recording, counting and telling: all that happens to an event. */
async function costPerEvent(): Promise<void> {
  await runThrough(10_000)
  const costs = new Map<number, number>()
  for (const count of [1_000, 10_000, 100_000, 1_000_000]) {
    const rounds: number[] = []
    for (let round = 0; round < (count < 100_000 ? 7 : 1); round++) {
      rounds.push((await runThrough(count)) / count)
    }
    costs.set(count, median(rounds))
  }
  const middle = median([...costs.values()])
  for (const [count, cost] of costs) {
    const events = count.toLocaleString('en-US').padStart(9)
    console.log(
      `cost of one of ${events} events   ${cost.toFixed(1)} µs  (${(cost / middle).toFixed(2)} of the median)`,
    )
  }
}

/** As many events as are asked for: ten thousand different ones, again and again. Microseconds of processor. */
async function runThrough(count: number): Promise<number> {
  const output = Buffer.from(`${take(Math.min(count, 10_000)).join('\n')}\n`)
  const recorder = await newRecorder()
  const { promise: ended, resolve: end } = Promise.withResolvers<ExitFacts>()
  async function* stdout(): AsyncGenerator<Uint8Array> {
    for (let events = 0; events < count; events += 10_000) {
      yield* inChunks(output)
    }
    end({ code: 0, signal: undefined, spawnError: undefined })
  }
  const child: RunningChild = {
    ...{ pid: 1, stdout: stdout(), stderr: nothing(), ended },
    ...{ signal: () => undefined, killTree: () => Promise.resolve() },
  }
  const unused = () => Promise.reject(new Error('not asked for'))
  const began = process.cpuUsage()
  await runAgent(
    {
      command: { file: 'claude', args: [], cwd: place, env: {}, stdin: '' },
      ...{ timeoutMs: 2 ** 30, stop: new AbortController().signal, show: 'summary' },
      record: (lines) => recorder.record(lines),
      redact: (text) => text,
    },
    { processes: { start: () => child, capture: unused, killMarked: unused }, clock: createClock(), log: quietLog },
  )
  const micros = cpuMicros(began)
  await recorder.close()
  return micros
}

/** Of the shipped action, as a process of its own. */
async function peakMemory(): Promise<void> {
  await using here = await scenario()
  const { result, peak } = await weighed(here, megabytes, 600_000)
  if (result.outputs.conclusion !== 'success') throw new Error(result.main.stdout.slice(-2000))
  const size = statSync(join(result.outputs['transcript-path'] ?? '', 'transcript.jsonl')).size / 1e6
  const seconds = (result.main.ms / 1000).toFixed(0)
  console.log(
    `peak memory with ${size.toFixed(0)} MB       ${peak.toFixed(0)} MB, goal 200  (${seconds} s, page and upload included)`,
  )
}

/** As a pipe gives them. */
async function* inChunks(output: Buffer): AsyncGenerator<Uint8Array> {
  await Promise.resolve()
  for (let start = 0; start < output.length; start += 65_536) yield output.subarray(start, start + 65_536)
}

function nothing(): AsyncIterable<Uint8Array> {
  return new Blob([]).stream()
}

function take(count: number): string[] {
  const lines = talk()
  return Array.from({ length: count }, () => lines.next().value)
}

function newRecorder() {
  const path = join(place, 'transcript.jsonl')
  rmSync(path, { force: true })
  const { redact } = createRedactor({ values: () => secrets })
  const onProblem = (error: unknown) => {
    throw error
  }
  return openRecorder(path, { files: createFiles(), redact, onProblem })
}

function cpuMicros(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since)
  return user + system
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
}
