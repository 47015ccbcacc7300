import type { AgentEvent, BackgroundTask } from './events.ts'
import { toolInputLine, oneLine } from './one-line.ts'

/** What Claude Code is busy with, by its events, at milliseconds since the run's start; it starts `mcpServers` before its first event. */
export function startActivity(mcpServers: readonly string[] = []) {
  const calls = new Map<string, { name: string; line: string; ofSubagent: boolean }>()
  const hooks = new Map<string, string>()
  let tasks = new Map<string, BackgroundTask>()
  let started = false
  let answered = false
  let wakesUp = false
  let restingSince: number | undefined

  const isResting = () => answered && !wakesUp && hooks.size === 0 && [...tasks.values()].every(isCommand)
  const working = () => [
    ...[...calls.values()].map(({ line }) => line),
    ...[...hooks.values()].map((name) => `hook ${name}`),
  ]
  const background = () => [...tasks.values()].map(describeTask)

  return {
    add(event: AgentEvent, elapsedMs: number): void {
      switch (event.kind) {
        case 'init':
          started = true
          answered = wakesUp = false
          break
        case 'assistant':
          if (event.parentToolUseId === undefined) answered = false
          for (const block of event.blocks) {
            if (block.kind !== 'tool-use') continue
            const line = oneLine(`${block.name}  ${toolInputLine(block.input)}`)
            open(calls, block.id, { name: block.name, line, ofSubagent: event.parentToolUseId !== undefined })
          }
          break
        case 'user':
          for (const block of event.blocks) {
            if (block.kind !== 'tool-result') continue
            if (calls.get(block.toolUseId)?.name === 'ScheduleWakeup' && !block.isError) wakesUp = true
            calls.delete(block.toolUseId)
          }
          break
        case 'hook-started':
          open(hooks, event.id, event.name)
          break
        case 'hook-ended':
          hooks.delete(event.id)
          break
        case 'background':
          tasks = new Map(event.tasks.map((task) => [task.id, task]))
          break
        case 'background-started':
          open(tasks, event.task.id, event.task)
          break
        case 'background-ended':
          tasks.delete(event.id)
          break
        case 'result':
          answered = true
          // Calls that have no result by now never get one; those of subagents go on with their task.
          for (const [id, call] of calls)
            if (!call.ofSubagent || ![...tasks.values()].some(isSubagent)) calls.delete(id)
      }
      if (!isResting()) restingSince = undefined
      else if (restingSince === undefined || event.kind === 'result') restingSince = elapsedMs
    },
    /** What is waited for now: `Bash  npm test`, `hook Stop`, `the model`. */
    waitingFor(): string {
      const last = lastOf(working())
      if (last !== undefined) return last
      if (!started) return beforeStart(mcpServers) ?? 'Claude Code to start'
      if (!answered) return 'the model'
      return lastOf(background()) ?? (wakesUp ? 'the time at which the agent asked to be woken' : 'Claude Code to exit')
    },
    /** All that is open: hooks, tool calls, what runs in the background; before the start, MCP servers. Empty: only the model. */
    open(): readonly string[] {
      const before = started || hooks.size > 0 ? undefined : beforeStart(mcpServers)
      return before === undefined ? [...working(), ...background()] : [before]
    },
    /** Whether the last thing that Claude Code reported was a result. */
    hasAnswered: () => answered,
    /** Since when the answer is complete with nothing open but commands, which may never end; undefined while more is to come. */
    restingSince: () => restingSince,
  }
}

const lastOf = (lines: readonly string[]) =>
  lines.length < 2 ? lines[0] : `${lines.at(-1) ?? ''} (and ${lines.length - 1} more)`

/** More than are open at once: what never ends must not pile up. */
const MOST_OPEN = 100

function open<T>(items: Map<string, T>, id: string, item: T): void {
  if (items.size < MOST_OPEN) items.set(id, item)
}

const isCommand = ({ type }: BackgroundTask) => type === 'local_bash'

const isSubagent = ({ type }: BackgroundTask) => type === 'local_agent'

/** What runs in the background, on one line: `background command: npm run dev`. */
export function describeTask(task: BackgroundTask): string {
  const kind = isCommand(task) ? 'background command' : isSubagent(task) ? 'subagent' : `background task (${task.type})`
  return oneLine(`${kind}: ${task.description}`)
}

const beforeStart = (mcpServers: readonly string[]) =>
  mcpServers.length === 0 ? undefined : `the MCP servers to start: ${mcpServers.join(', ')}`
