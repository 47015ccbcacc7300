import type { Command, ExitFacts } from '../ports/machine.ts'
import type { World } from '../ports/world.ts'
import { lineGroupsOf } from '../text.ts'
import { startActivity } from './activity.ts'
import { parseEvent } from './event-parser.ts'
import type { AgentEvent } from './events.ts'
import { logLinesFor } from './log-lines.ts'
import { priceOf } from './prices.ts'
import { unavailable, type ExpectedServers } from './run-problems.ts'
import { startStatistics, type Statistics } from './statistics.ts'
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
  /** MCP servers of the run's configuration, and whether it goes on without them. */
  readonly mcpServers?: ExpectedServers
  /** Keeps lines of output and returns them redacted, one for each; nothing else sees a line before it is kept. */
  record(lines: readonly string[]): Promise<readonly string[]>
  /** The same for what is said of the run beside its output. */
  redact(text: string): string
}

/** How a run of Claude Code went, as far as it can be seen from outside. */
export interface AgentRun {
  readonly exit: ExitFacts
  readonly statistics: Statistics
  readonly timeline: Timeline
  /** Why it was asked to stop, if it was. */
  readonly stopped: StopReason | undefined
  /** What was open when it was asked to stop: tool calls, hooks, background commands, MCP servers. */
  readonly open: readonly string[]
  /** Whether its last result is the end of its work: nothing came after it, and nothing that leads to more was open. */
  readonly complete: boolean
  /** The end of what it wrote to standard error, redacted. */
  readonly stderrTail: string
  readonly durationMs: number
}

/** Why a run was asked to stop: its time, the job's end, an MCP server that it needs, or an answer after which it did not exit. */
export type StopReason = 'timeout' | 'cancel' | 'mcp-servers' | 'answered'

/** Runs Claude Code to its end, recording and logging its output, and ends every process that it leaves. Rejects only when `record` does. */
export async function runAgent(task: AgentTask, world: Pick<World, 'processes' | 'clock' | 'log'>): Promise<AgentRun> {
  const { clock, log } = world
  const startedAt = clock.now()
  const elapsed = () => clock.now() - startedAt
  const statistics = startStatistics()
  const timeline = startTimeline(startedAt)
  const activity = startActivity(task.mcpServers?.names)
  const logLines = logLinesFor(task.show)
  // Paths of the checkout are shown as they are in the repository.
  const here = `${task.command.cwd}/`
  const over = new AbortController()
  const stopRequest = new AbortController()
  let stopReason: StopReason | undefined
  let open: readonly string[] = []
  let unfinished = false
  let lastOutputAt = elapsed()
  let stderrTail = ''
  let started = false

  function requestStop(reason: StopReason): void {
    if (stopReason !== undefined || over.signal.aborted) return
    stopReason = reason
    open = activity.open().map((what) => task.redact(what))
    unfinished = activity.restingSince() === undefined
    stopRequest.abort()
  }
  /** Counts lines as they came, and logs them as they were kept: what is redacted must not decide how a run ended. */
  async function take(lines: readonly string[]): Promise<readonly AgentEvent[]> {
    const kept = await task.record(lines)
    lastOutputAt = elapsed()
    return lines.map((line, at) => {
      const event = parseEvent(line)
      statistics.add(event)
      timeline.add(event, lastOutputAt)
      activity.add(event, lastOutputAt)
      const shown = kept[at] === undefined || kept[at] === line ? event : parseEvent(kept[at])
      const progress = { elapsedMs: lastOutputAt, turns: statistics.turns() }
      for (const logged of logLines.lines(shown, progress)) log.info(logged.replaceAll(here, ''))
      started ||= event.kind === 'init'
      // A turn that ends while it is asked to stop is done.
      if (event.kind === 'result') unfinished = false
      const servers = task.mcpServers
      if (event.kind === 'init' && servers?.required && unavailable(servers, event.mcpServers).length > 0)
        requestStop('mcp-servers')
      return shown
    })
  }
  async function readOutput(output: AsyncIterable<Uint8Array>): Promise<void> {
    for await (const lines of lineGroupsOf(output)) await take(lines)
  }
  async function readErrors(output: AsyncIterable<Uint8Array>): Promise<void> {
    for await (const lines of lineGroupsOf(output)) {
      for (const event of await take(lines.map((text) => JSON.stringify({ type: 'raw', text }))))
        if (event.kind === 'raw') stderrTail = `${stderrTail}${event.text.slice(-TAIL)}\n`.slice(-TAIL)
    }
  }
  async function logSilence(): Promise<void> {
    while (!over.signal.aborted) {
      // MCP servers and hooks may hold up the start for half a minute.
      const everyMs = started ? HEARTBEAT_MS : HEARTBEAT_MS / 6
      const quietMs = elapsed() - lastOutputAt
      const at = { elapsedMs: elapsed(), waitingFor: activity.waitingFor(), ...usedBy(statistics.current()) }
      const line = quietMs >= everyMs ? logLines.quiet(quietMs, at) : undefined
      if (line !== undefined) log.info(task.redact(line).replaceAll(here, ''))
      await clock.sleep(everyMs - (quietMs % everyMs), over.signal)
    }
  }
  /** Its answer is complete and only commands in the background are left: nobody will look at what they do. */
  async function endWhenAnswered(): Promise<void> {
    while (!over.signal.aborted) {
      const since = activity.restingSince()
      const restMs = since === undefined ? 0 : elapsed() - since
      if (restMs >= REST_MS) requestStop('answered')
      await clock.sleep(Math.max(REST_MS - restMs, 0) || REST_MS, over.signal)
    }
  }
  async function endInTime(): Promise<void> {
    await clock.sleep(task.timeoutMs, AbortSignal.any([task.stop, over.signal, stopRequest.signal]))
    requestStop(task.stop.aborted ? 'cancel' : 'timeout')
    if (stopReason === undefined) return
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      child.signal(signal)
      await clock.sleep(stopReason === 'cancel' ? CANCEL_GRACE_MS : GRACE_MS, over.signal)
      if (over.signal.aborted) return
    }
    await child.killTree()
  }

  // By itself Claude Code ends subagents in the background too, ten minutes after the last turn (2.1.330); `0` waits for them.
  const env = { CLAUDE_CODE_PRINT_BG_WAIT_CEILING_MS: '0', ...task.command.env }
  const child = world.processes.start({ ...task.command, env })
  try {
    const [exit] = await Promise.all([
      child.ended.finally(() => over.abort()),
      endInTime(),
      endWhenAnswered(),
      readOutput(child.stdout),
      readErrors(child.stderr),
      logSilence(),
    ])
    const durationMs = elapsed()
    const complete = activity.hasAnswered() && !unfinished
    const facts = { statistics: statistics.current(), timeline: timeline.at(durationMs) }
    return { exit, stopped: stopReason, open, complete, stderrTail, durationMs, ...facts }
  } finally {
    // Its commands run in sessions of their own and survive it.
    await child.killTree()
  }
}

/** What a run has used so far, in tokens, and roughly in dollars: those of subagents with other models count like the main one's. */
function usedBy({ usage, model = '' }: Statistics) {
  const { inputTokens: input, outputTokens: output, cacheReadTokens: cacheRead } = usage
  const counts = { input, output, cacheRead, cacheWrite: usage.cacheCreationTokens }
  return { tokens: input + output + cacheRead + counts.cacheWrite, dollars: priceOf(model, counts) }
}

/** Of standard error, this many characters are kept. */
const TAIL = 4_000

const HEARTBEAT_MS = 60_000

/** How long a run whose answer is complete may go on. */
const REST_MS = 60_000

/**
 * How long each way of ending a run is given: SIGINT first, since then it reports its costs; SIGTERM; then all its processes
 * are killed. A cancelled job has 7.5 seconds until the runner ends the action itself (actions/runner 2.336).
 */
const GRACE_MS = 3_000
const CANCEL_GRACE_MS = 1_500
