import type { Clock } from '../ports/machine.ts'

/**
 * How long calls wait for a quota that is short, in milliseconds. The policy and its constants were measured with twenty
 * agents on one quota, and in simulations (docs/QUOTA.md).
 */
export interface PatienceOptions {
  /** From a call's first try until it is given up; Claude Code's own repeats count as the same call. 0: no call is held. */
  readonly patienceMs: number
  /** When all patience ends, in milliseconds since 1970. */
  readonly deadline?: number
  /** A number in [0, 1), so that runs that were refused together do not come back together. */
  readonly random: () => number
  /** All constants times this: a test's minute is shorter. */
  readonly scale?: number | undefined
}

/** A call as the queue sees it. */
export interface QueuedCall {
  /** The quota it counts against: model and region. */
  readonly lane: string
  /** The same for all calls of the main conversation, or of one subagent. */
  readonly conversation: string
  /** Whether no subagent makes it. */
  readonly isMain: boolean
  readonly signal: AbortSignal
}

/** The last answer of a call. `over`: it has waited as long as a call may; `handed back`: Claude Code repeats it. */
export interface HeldOutcome<T> {
  readonly outcome: T
  readonly end: 'answered' | 'handed back' | 'over'
}

/** Pauses between tries: at least BASE, at most CAP, each up to three times the one before (decorrelated jitter). */
const BASE_MS = 5_000
const CAP_MS = 20_000
/** Claude Code closes a call without an answer after some 300 s, and calls again (measured with 2.1.330). */
const HOLD_MS = 240_000
const NARROW_MS = 5 * 60_000

interface Place {
  readonly isMain: boolean
  /** When the conversation's call was first tried. */
  readonly since: number
  isWaiting: boolean
}

interface Lane<T> {
  isShort: boolean
  refusedAt: number
  refusal: T | undefined
  readonly places: Set<Place>
  change: PromiseWithResolvers<void>
}

/** Holds calls that are refused for a quota until it has room again: the queues of one run, one for each lane. */
export function createPatience<T>(isRefused: (outcome: T) => boolean, options: PatienceOptions, clock: Clock) {
  const { patienceMs, deadline = Infinity, random, scale = 1 } = options
  const base = BASE_MS * scale
  const cap = CAP_MS * scale
  const holdMs = HOLD_MS * scale
  const lanes = new Map<string, Lane<T>>()
  /** For each conversation whose call is not answered, when it was first tried, and when it was last handed back. */
  const conversations = new Map<string, { readonly since: number; readonly left: number }>()
  let throttledCalls = 0
  let throttledMs = 0

  function laneOf(name: string): Lane<T> {
    const known = lanes.get(name)
    if (known !== undefined) return known
    const lane: Lane<T> = {
      isShort: false,
      refusedAt: -Infinity,
      refusal: undefined,
      places: new Set(),
      change: Promise.withResolvers(),
    }
    lanes.set(name, lane)
    return lane
  }

  function wake(lane: Lane<T>): void {
    lane.change.resolve()
    lane.change = Promise.withResolvers()
  }

  /** Resolves when the place is the first in line, the quota is no longer short, or at `until`. */
  async function waitInLine(lane: Lane<T>, place: Place, { until, signal }: { until: number; signal: AbortSignal }) {
    while (lane.isShort && firstOf(lane.places) !== place && clock.now() < until) {
      place.isWaiting = true
      const changed = new AbortController()
      const either = AbortSignal.any([signal, changed.signal])
      await Promise.race([lane.change.promise, clock.sleep(until - clock.now(), either)])
      changed.abort()
      signal.throwIfAborted()
    }
  }

  async function tryOnce(lane: Lane<T>, send: () => Promise<T>, isFirst: boolean) {
    const outcome = await send()
    const refused = isRefused(outcome)
    if (refused) {
      throttledCalls += 1
      lane.refusedAt = clock.now()
      lane.refusal = outcome
    }
    if (lane.isShort !== refused && (refused || isFirst)) {
      lane.isShort = refused
      wake(lane)
    }
    return { outcome, refused }
  }

  /**
   * Sends a call, again while `isRefused` says so of its outcome. While the quota is short only the first in line is sent: the
   * main conversation before subagents, then the oldest. `onTry` is called after each. Rejects when the caller disconnects.
   */
  async function hold(
    call: QueuedCall,
    send: () => Promise<T>,
    onTry?: (isRefused: boolean) => void,
  ): Promise<HeldOutcome<T>> {
    const { signal } = call
    const lane = laneOf(call.lane)
    const key = `${call.lane} ${call.conversation}`
    const came = clock.now()
    const known = conversations.get(key)
    // Claude Code repeats a call within a minute; what comes later is another one.
    const since = known !== undefined && came - known.left < holdMs ? known.since : came
    conversations.set(key, { since, left: Infinity })
    const over = Math.min(since + patienceMs, deadline)
    const back = came + holdMs
    const place: Place = { isMain: call.isMain, since, isWaiting: false }
    let pause = base
    let sentMs = 0
    // Nothing of what passes before an answer is a wait where nothing was refused.
    let isHeld = lane.refusal !== undefined
    lane.places.add(place)
    try {
      for (let tries = 1; ; tries++) {
        await waitInLine(lane, place, { until: Math.min(back, over), signal })
        const { refusal } = lane
        if (place.isWaiting && refusal !== undefined) {
          if (clock.now() >= over) return { outcome: refusal, end: 'over' }
          if (clock.now() >= back) return { outcome: refusal, end: 'handed back' }
        }
        const sentAt = clock.now()
        const { outcome, refused } = await tryOnce(lane, send, tries === 1)
        sentMs += clock.now() - sentAt
        place.isWaiting = refused
        isHeld ||= refused
        onTry?.(refused)
        if (!refused) {
          conversations.delete(key)
          return { outcome, end: 'answered' }
        }
        pause = Math.min(cap, base + random() * (3 * pause - base))
        if (clock.now() + pause > over) return { outcome, end: 'over' }
        if (clock.now() + pause > back) return { outcome, end: 'handed back' }
        await clock.sleep(pause, signal)
        signal.throwIfAborted()
      }
    } finally {
      if (isHeld) throttledMs += clock.now() - came - sentMs
      if (conversations.has(key)) conversations.set(key, { since, left: clock.now() })
      lane.places.delete(place)
      wake(lane)
    }
  }

  async function sendAtOnce(call: QueuedCall, send: () => Promise<T>): Promise<HeldOutcome<T>> {
    const { outcome, refused } = await tryOnce(laneOf(call.lane), send, true)
    return { outcome, end: refused ? 'handed back' : 'answered' }
  }

  return {
    hold: patienceMs > 0 ? hold : sendAtOnce,
    /** Whether a call of this lane was refused less than five minutes ago. */
    isNarrow: (name: string) => clock.now() - laneOf(name).refusedAt < NARROW_MS * scale,
    /** The last refusal, the calls that were refused or wait in line behind one, and how long the oldest of them has, in milliseconds. */
    lane(name: string) {
      const { refusal, places } = laneOf(name)
      const waiting = [...places].filter(({ isWaiting }) => isWaiting)
      const longestMs = Math.max(0, ...waiting.map(({ since }) => clock.now() - since))
      return { refusal, waiting: waiting.length, longestMs }
    },
    /** Refusals, and the milliseconds that calls have waited, all added up. */
    totals: () => ({ throttledCalls, throttledMs: Math.round(throttledMs) }),
  }
}

/** The main conversation before subagents, then the oldest. */
const firstOf = (places: ReadonlySet<Place>) =>
  [...places].sort((a, b) => Number(b.isMain) - Number(a.isMain) || a.since - b.since)[0]
