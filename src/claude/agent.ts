import type { Clock, Command, ExitFacts, RunningChild } from '../ports/machine.ts'
import type { World } from '../ports/world.ts'
import { type AgentEvent, parseEvent } from './events.ts'
import { startTimeline, type Timeline } from './timeline.ts'
import { lineGroupsOf } from '../lines.ts'
import { logLinesFor } from './log-lines.ts'
import { startStatistics, type Statistics } from './statistics.ts'

/** One run of Claude Code. */
export interface AgentTask {
  /** Claude Code with its arguments and environment; the prompt is its standard input. */
  readonly command: Command
  /** Wall clock after which it is asked to stop. */
  readonly timeoutMs: number
  /** Aborts when the job is cancelled. */
  readonly stop: AbortSignal
  readonly show: 'off' | 'summary' | 'full'
  /** Keeps lines of output and returns them redacted, one for each; nothing else sees a line before it is kept. */
  record(lines: readonly string[]): Promise<readonly string[]>
}

/** How a run of Claude Code went, as far as it can be seen from outside. */
export interface AgentRun {
  readonly exit: ExitFacts
  readonly statistics: Statistics
  readonly timeline: Timeline
  /** Why it was asked to stop, if it was. */
  readonly stopped: StopReason | undefined
  /** The end of what it wrote to standard error, redacted. */
  readonly stderrTail: string
  readonly durationMs: number
}

/** Why a run was asked to stop: it took too long, or the job was cancelled. */
export type StopReason = 'timeout' | 'cancel'

/**
 * Runs Claude Code to its end, recording and logging its output as it comes, and ends every process that it leaves behind.
 * Rejects only when `record` does; how the program ended is in the result.
 */
export async function runAgent(task: AgentTask, world: Pick<World, 'processes' | 'clock' | 'log'>): Promise<AgentRun> {
  const { clock, log } = world
  const startedAt = clock.now()
  const elapsed = () => clock.now() - startedAt
  const statistics = startStatistics()
  const timeline = startTimeline(startedAt)
  const logLines = logLinesFor(task.show)
  // Paths of the checkout are shown as they are in the repository.
  const here = `${task.command.cwd}/`
  let lastOutputAt = elapsed()
  let stderrTail = ''

  /** Counts lines as they came, and logs them as they were kept: what is redacted must not change how a run is judged. */
  async function take(lines: readonly string[]): Promise<readonly AgentEvent[]> {
    const kept = await task.record(lines)
    lastOutputAt = elapsed()
    return lines.map((line, at) => {
      const event = parseEvent(line)
      statistics.add(event)
      timeline.add(event, lastOutputAt)
      const shown = kept[at] === undefined || kept[at] === line ? event : parseEvent(kept[at])
      for (const logged of logLines.lines(shown, lastOutputAt)) log.info(logged.replaceAll(here, ''))
      return shown
    })
  }
  async function readOutput(output: AsyncIterable<Uint8Array>): Promise<void> {
    for await (const lines of lineGroupsOf(output)) await take(lines)
  }
  async function readErrors(output: AsyncIterable<Uint8Array>): Promise<void> {
    for await (const lines of lineGroupsOf(output)) {
      for (const event of await take(lines.map((text) => JSON.stringify({ type: 'raw', text })))) {
        if (event.kind === 'raw') stderrTail = `${stderrTail}${event.text.slice(-TAIL)}\n`.slice(-TAIL)
      }
    }
  }
  async function logSilence(over: AbortSignal): Promise<void> {
    while (!over.aborted) {
      const quietMs = elapsed() - lastOutputAt
      const line = quietMs >= HEARTBEAT_MS ? logLines.quiet(quietMs, elapsed()) : undefined
      if (line !== undefined) log.info(line)
      await clock.sleep(HEARTBEAT_MS - (quietMs % HEARTBEAT_MS), over)
    }
  }

  const child = world.processes.start(task.command)
  const over = new AbortController()
  try {
    const [exit, stopped] = await Promise.all([
      child.ended.finally(() => over.abort()),
      stopInTime(child, { task, clock, over: over.signal }),
      readOutput(child.stdout),
      readErrors(child.stderr),
      logSilence(over.signal),
    ])
    const durationMs = elapsed()
    return {
      exit,
      statistics: statistics.current(),
      timeline: timeline.at(durationMs),
      stopped,
      stderrTail,
      durationMs,
    }
  } finally {
    // Its commands run in sessions of their own and survive it.
    await child.killTree()
  }
}

/** Of standard error, this many characters are kept. */
const TAIL = 4_000

const HEARTBEAT_MS = 60_000

/**
 * How a run is brought to an end: SIGINT first, since then it reports its costs; SIGTERM; then all its processes are killed.
 * A cancelled job has 7.5 seconds until the runner ends the action itself (actions/runner 2.336).
 */
const GRACE_MS = { timeout: 3_000, cancel: 1_500 } as const

async function stopInTime(
  child: RunningChild,
  { task, clock, over }: { task: AgentTask; clock: Clock; over: AbortSignal },
): Promise<StopReason | undefined> {
  const isOver = () => over.aborted
  await clock.sleep(task.timeoutMs, AbortSignal.any([task.stop, over]))
  if (isOver()) return undefined
  const reason = task.stop.aborted ? 'cancel' : 'timeout'
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    child.signal(signal)
    await clock.sleep(GRACE_MS[reason], over)
    if (isOver()) return reason
  }
  await child.killTree()
  return reason
}
