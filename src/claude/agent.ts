import type { Clock, Command, ExitFacts, RunningChild } from '../ports/machine.ts'
import type { World } from '../ports/world.ts'
import { lineGroupsOf } from './agent-lines.ts'
import type { AgentEvent } from './events.ts'
import { parseEvent } from './events-parse.ts'
import { narrator } from './narrate.ts'
import { startTally, type Tally } from './tally.ts'
import { startTimeline, type Timeline } from './timeline.ts'

/** One run of Claude Code. */
export interface AgentTask {
  /** Claude Code with its arguments and environment; the prompt is its standard input. */
  readonly command: Command
  /** Wall clock after which it is asked to stop. */
  readonly timeoutMs: number
  /** Aborts when the job is cancelled. */
  readonly stop: AbortSignal
  readonly show: 'off' | 'summary' | 'full'
  /** Keeps lines of output and returns them redacted; nothing else sees a line before it is kept. */
  record(lines: readonly string[]): Promise<readonly string[]>
}

/** How a run of Claude Code went, as far as it can be seen from outside. */
export interface AgentRun {
  readonly exit: ExitFacts
  readonly tally: Tally
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
 * Runs Claude Code to its end, keeping and telling its output as it comes, and ends all that it leaves behind. Rejects only
 * when `record` does; how the program fares is in the result.
 */
export async function runAgent(task: AgentTask, world: Pick<World, 'processes' | 'clock' | 'log'>): Promise<AgentRun> {
  const { clock, log } = world
  const startedAt = clock.now()
  const elapsed = () => clock.now() - startedAt
  const counting = startTally()
  const timing = startTimeline(startedAt)
  const story = narrator(task.show)
  // Paths of the checkout are shown as they are in the repository.
  const here = `${task.command.cwd}/`
  let heardAt = elapsed()
  let stderrTail = ''

  async function hear(lines: readonly string[]): Promise<readonly AgentEvent[]> {
    const events = (await task.record(lines)).map(parseEvent)
    heardAt = elapsed()
    for (const event of events) {
      counting.add(event)
      timing.add(event, heardAt)
      for (const told of story.lines(event, heardAt)) log.info(told.replaceAll(here, ''))
    }
    return events
  }
  async function hearOutput(output: AsyncIterable<Uint8Array>): Promise<void> {
    for await (const lines of lineGroupsOf(output)) await hear(lines)
  }
  async function hearErrors(output: AsyncIterable<Uint8Array>): Promise<void> {
    for await (const lines of lineGroupsOf(output)) {
      for (const event of await hear(lines.map((text) => JSON.stringify({ type: 'raw', text })))) {
        if (event.kind === 'raw') stderrTail = `${stderrTail}${event.text.slice(-TAIL)}\n`.slice(-TAIL)
      }
    }
  }
  async function breakSilence(over: AbortSignal): Promise<void> {
    while (!over.aborted) {
      const quietMs = elapsed() - heardAt
      const told = quietMs >= HEARTBEAT_MS ? story.quiet(quietMs, elapsed()) : undefined
      if (told !== undefined) log.info(told)
      await clock.sleep(HEARTBEAT_MS - (quietMs % HEARTBEAT_MS), over)
    }
  }

  const child = world.processes.start(task.command)
  const over = new AbortController()
  try {
    const [exit, stopped] = await Promise.all([
      child.ended.finally(() => over.abort()),
      stopInTime(child, { task, clock, over: over.signal }),
      hearOutput(child.stdout),
      hearErrors(child.stderr),
      breakSilence(over.signal),
    ])
    const durationMs = elapsed()
    return { exit, tally: counting.tally(), timeline: timing.timeline(durationMs), stopped, stderrTail, durationMs }
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
