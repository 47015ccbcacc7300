import { countOf, fieldsOf } from './fields.ts'
import type { Row } from './rows.ts'

/** A stretch of time, in milliseconds since 1970, and the row that tells of it. */
export interface Stretch {
  readonly from: number
  readonly to: number
  readonly row: Row
}

/** An answer of the model: from when it was asked until its last block was there, and the tokens it says. */
export interface ModelCall extends Stretch {
  readonly inputTokens: number
  readonly cacheReadTokens: number
  readonly cacheCreationTokens: number
  /** As the stream began; what was written later is in the totals only. */
  readonly outputTokens: number
  /** Length of what it wrote, in characters. */
  readonly written: number
}

/** When the model worked and waited. */
export interface Activity {
  readonly modelCalls: readonly ModelCall[]
  readonly waits: readonly Stretch[]
}

/** A block of an answer. */
export interface Answered {
  readonly messageId: string
  readonly agent: string
  readonly at: number
  readonly usage: unknown
  readonly written: number
  readonly row: Row
}

/** Gathers when the model worked and waited, event by event. */
export interface ActivityLog {
  answered(block: Answered): void
  /** Something else of that agent happened: its next answer was asked for no earlier than this. */
  moved(agent: string, at: number): void
  /** A retry was announced. Its event bears no time: the wait is drawn from the event before it, with its true length. */
  waits(delayMs: number, row: Row): void
  /** `start` is when the run began: its first answer was asked for then. */
  finish(start: number | undefined): Activity
}

/** Starts an {@link ActivityLog}; an agent is named by the call that it works for, the main one by ''. */
export function startActivity(): ActivityLog {
  type Open = { -readonly [Key in keyof ModelCall]: ModelCall[Key] }
  const calls = new Map<string, Open>()
  const lastOf = new Map<string, number>()
  const waits: Stretch[] = []
  let pending: { delayMs: number; row: Row }[] = []
  let latest: number | undefined

  /** Places the waits announced since the last stamp, no later than `at`; returns when they were over. */
  const placeWaits = (at: number): number => {
    const from = latest ?? at - pending.reduce((sum, { delayMs }) => sum + delayMs, 0)
    const whole = pending.reduce((sum, { delayMs }) => sum + delayMs, 0)
    const scale = whole > at - from ? Math.max(0, at - from) / whole : 1
    let time = from
    for (const { delayMs, row } of pending) {
      waits.push({ from: time, to: time + delayMs * scale, row })
      time += delayMs * scale
    }
    pending = []
    return time
  }
  const stamp = (agent: string, at: number) => {
    latest = Math.max(latest ?? at, at)
    lastOf.set(agent, at)
  }

  return {
    answered({ messageId, agent, at, usage, written, row }) {
      const over = pending.length > 0 ? placeWaits(at) : undefined
      const known = calls.get(messageId)
      const counts = fieldsOf(usage)
      const call = known ?? {
        ...NO_TOKENS,
        from: Math.min(at, over ?? lastOf.get(agent) ?? latest ?? at),
        to: at,
        row,
        written: 0,
      }
      call.to = Math.max(call.to, at)
      call.written += written
      call.inputTokens = Math.max(call.inputTokens, countOf(counts.input_tokens))
      call.cacheReadTokens = Math.max(call.cacheReadTokens, countOf(counts.cache_read_input_tokens))
      call.cacheCreationTokens = Math.max(call.cacheCreationTokens, countOf(counts.cache_creation_input_tokens))
      call.outputTokens = Math.max(call.outputTokens, countOf(counts.output_tokens))
      calls.set(messageId, call)
      stamp(agent, at)
    },
    moved(agent, at) {
      if (pending.length > 0) placeWaits(at)
      stamp(agent, at)
    },
    waits: (delayMs, row) => void pending.push({ delayMs, row }),
    finish(start) {
      if (pending.length > 0 && latest !== undefined) {
        placeWaits(latest + pending.reduce((sum, { delayMs }) => sum + delayMs, 0))
      }
      const first = calls.values().next().value
      if (first !== undefined && waits[0]?.from !== first.from) first.from = Math.min(first.from, start ?? first.from)
      return { modelCalls: [...calls.values()], waits }
    },
  }
}

const NO_TOKENS = { inputTokens: 0, cacheReadTokens: 0, cacheCreationTokens: 0, outputTokens: 0 }
