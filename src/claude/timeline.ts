import type { AgentEvent } from './events.ts'
import { retryReason } from './statistics.ts'

/** A stretch of a run that took time: the model at work, a tool, or the wait before a retry. Milliseconds since the run's start. */
export interface Stretch {
  readonly kind: 'model' | 'tool' | 'retry'
  /** The tool's name or the retry's reason, in words of the agent; empty for the model. */
  readonly what: string
  readonly from: number
  readonly to: number
  readonly failed: boolean
}

/** Where the time of a run went. */
export interface Timeline {
  /** Milliseconds since 1970. */
  readonly startedAt: number
  /** The longest, in order of their start. */
  readonly stretches: readonly Stretch[]
  /** How many shorter ones there were. */
  readonly left: number
}

/** Builds a {@link Timeline} from `startedAt` on (milliseconds since 1970). What a subagent does is part of the call that started it. */
export function startTimeline(startedAt: number) {
  const calls = new Map<string, { name: string; from: number }>()
  let stretches: readonly Stretch[] = []
  let left = 0
  /** Since when the model has been asked, and when it last said something. */
  let asked: number | undefined
  let spoken: number | undefined

  /** Holds the longest stretches by their start; with one too many the shortest goes. */
  const keep = (stretch: Stretch): void => {
    const all = [...stretches, stretch]
    const shortest = all.reduce((least, each) => (each.to - each.from < least.to - least.from ? each : least))
    const kept = all.length > MOST_SHOWN ? all.filter((each) => each !== shortest) : all
    left += all.length - kept.length
    stretches = kept.toSorted((a, b) => a.from - b.from)
  }
  const endModel = (to: number | undefined): void => {
    if (asked !== undefined && to !== undefined) keep({ kind: 'model', what: '', from: asked, to, failed: false })
    asked = spoken = undefined
  }
  const endCall = (id: string, to: number, failed: boolean): void => {
    const call = calls.get(id)
    if (call !== undefined) keep({ kind: 'tool', what: call.name, from: call.from, to, failed })
    calls.delete(id)
  }

  return {
    add(event: AgentEvent, at: number): void {
      if ('parentToolUseId' in event && event.parentToolUseId !== undefined) return
      if (event.kind === 'init') asked = at
      if (event.kind === 'assistant') {
        asked ??= at
        spoken = at
        for (const block of event.blocks)
          if (block.kind === 'tool-use' && calls.size < MOST_AT_ONCE)
            calls.set(block.id, { name: block.name, from: at })
      }
      if (event.kind === 'user') {
        endModel(spoken)
        asked = at
        for (const block of event.blocks) if (block.kind === 'tool-result') endCall(block.toolUseId, at, block.isError)
      }
      if (event.kind === 'retry')
        keep({ kind: 'retry', what: retryReason(event), from: at, to: at + event.delayMs, failed: true })
      if (event.kind === 'result') endModel(spoken)
    },
    /** What is not over yet counts until now. */
    at(at: number): Timeline {
      const unfinished = [...calls.keys()]
      endModel(unfinished.length === 0 ? (spoken ?? at) : spoken)
      unfinished.forEach((id) => endCall(id, at, true))
      return { startedAt, stretches, left }
    },
  }
}

/** What fits on a page and is taken in at a glance. */
const MOST_SHOWN = 20

/** More than run at once: a call whose result never comes must not be remembered for ever. */
const MOST_AT_ONCE = 100
