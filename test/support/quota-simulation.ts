// Many runs on one quota, in virtual time: the action's own policy on the quota of the emulator. Each agent takes its turns
// one after the other, and comes again as Claude Code does when a call is handed back.
import { createPatience } from '../../src/gateway/patience.ts'
import { createReservations } from '../../src/gateway/reservation.ts'
import { randomFrom } from '../../src/steps/agent-access.ts'
import { quotaMeter, type QuotaLimits } from '../emulators/bedrock-quota.ts'
import { virtualClock } from './virtual-clock.ts'

/** One simulated case. */
export interface QuotaCase {
  readonly agents: number
  readonly turns: number
  /** What the agents would settle if they were never refused, as a multiple of the quota. */
  readonly load: number
  readonly shape: NonNullable<QuotaLimits['shape']>
  readonly burndown?: number
  /** Output tokens of a call: always 600, or 600 on average. */
  readonly outputs?: 'fixed' | 'exponential'
  readonly seed?: number
  /** `bare`: Claude Code alone, with its ten tries of three minutes. */
  readonly policy?: 'patience' | 'bare'
  /** `max_tokens`. */
  readonly maxTokens?: number
  /** Whether the first run's prefix is in the cache of all. */
  readonly sharedPrefix?: boolean
}

/** What came of a case; times are in milliseconds. */
export interface QuotaResult {
  readonly lost: number
  /** Settled tokens as a share of the quota, between the first minute and the moment when half of the runs have ended. */
  readonly busy: number
  readonly makespanMs: number
  /** Fairness of 1 / duration: 1 when all runs take the same time. */
  readonly jain: number
  /** Refused calls for each useful one. */
  readonly refused: number
  /** The longest that a call waited. */
  readonly longestMs: number
  /** The longest that a first call waited. */
  readonly longestFirstMs: number
}

const MINUTE = 60_000
const FIRST = { input: 1_500, cacheWrite: 20_000 }
const LATER = { input: 1_500, cacheWrite: 0 }
const OUTPUT = 600
/** Milliseconds of a call: a start, and each token. */
const START_MS = 3_000
const TOKEN_MS = 15
/** Milliseconds between the starts of two runs. */
const APART_MS = 300
/** Pauses of Claude Code between its tries, in seconds (measured with 2.1.330), some 15 of which the action allows. */
const BARE = [0.6, 1.2, 2.1, 4.6, 10, 19, 35, 35, 35, 35]
const PAUSES = { bare: BARE, patience: [...BARE, 35, 35, 35, 35, 35] }

/** Tokens a minute that a load of the agents is that multiple of. */
export function quotaFor({ agents, turns, load, burndown = 5, sharedPrefix = false }: QuotaCase): number {
  const settled = turns * (LATER.input + burndown * OUTPUT) + (sharedPrefix ? 0 : FIRST.cacheWrite)
  const minutes = (turns * (START_MS + OUTPUT * TOKEN_MS) + (agents - 1) * APART_MS) / MINUTE
  return (agents * settled) / minutes / load
}

/** Plays a case to its end. `tokensPerMinute` is given where another case's quota is to be kept. */
export async function simulate(given: QuotaCase, tokensPerMinute = quotaFor(given)): Promise<QuotaResult> {
  const { agents, turns, shape, burndown = 5, outputs = 'fixed', policy = 'patience', maxTokens = 4_096 } = given
  const clock = virtualClock()
  const random = randomFrom(given.seed ?? 1)
  const meter = quotaMeter({ tokensPerMinute, burndown, shape }, clock.now)
  const settledAt: { at: number; total: number }[] = []
  const durations: (number | undefined)[] = []
  const ends: number[] = []
  let refused = 0
  let useful = 0
  let longestMs = 0
  let longestFirstMs = 0

  /** Whether the quota admits a call, and its end. */
  function tryCall(isFirst: boolean, max: number): { readonly ok: boolean; readonly done: Promise<void> } {
    const tokens = isFirst && given.sharedPrefix !== true ? FIRST : LATER
    const admission = meter.admit({ ...tokens, maxTokens: max })
    if (typeof admission === 'string') {
      refused += 1
      return { ok: false, done: Promise.resolve() }
    }
    useful += 1
    const drawn = outputs === 'fixed' ? OUTPUT : Math.max(1, Math.round(-Math.log(1 - random()) * OUTPUT))
    const output = Math.min(max, drawn)
    const settle = () => {
      admission.settle(output)
      settledAt.push({ at: clock.now(), total: meter.settled() })
    }
    return { ok: true, done: clock.sleep(START_MS + output * TOKEN_MS).then(settle) }
  }

  async function agent(number: number): Promise<void> {
    await clock.sleep(number * APART_MS)
    const began = clock.now()
    const patience = createPatience<ReturnType<typeof tryCall>>(
      ({ ok }) => !ok,
      { patienceMs: 60 * MINUTE, random },
      clock,
    )
    const reservations = createReservations({ low: maxTokens, ceiling: Math.max(maxTokens, 32_000) })
    const place = { lane: 'model in region', conversation: 'main' }
    const signal = new AbortController().signal
    for (let turn = 0; turn < turns; turn++) {
      const came = clock.now()
      let waitedMs = 0
      const send = () => {
        waitedMs = clock.now() - came
        return Promise.resolve(tryCall(turn === 0, reservations.limitFor({ ...place, asked: 128_000 }, true)))
      }
      const isAnswered = async () => {
        for (let tries = 0; tries <= PAUSES[policy].length; tries++) {
          const { outcome, end } =
            policy === 'patience'
              ? await patience.hold({ ...place, isMain: true, signal }, send)
              : { outcome: await send(), end: 'handed back' }
          await outcome.done
          if (outcome.ok || end === 'over') return outcome.ok
          const seconds = PAUSES[policy][tries]
          if (seconds !== undefined) await clock.sleep(seconds * 1_000 * (0.9 + 0.2 * random()))
        }
        return false
      }
      if (!(await isAnswered())) {
        durations.push(undefined)
        ends.push(clock.now())
        return
      }
      longestMs = Math.max(longestMs, waitedMs)
      if (turn === 0) longestFirstMs = Math.max(longestFirstMs, waitedMs)
    }
    durations.push(clock.now() - began)
    ends.push(clock.now())
  }

  await clock.run(Promise.all(Array.from({ length: agents }, (_, number) => agent(number))))
  const sorted = [...ends].sort((a, b) => a - b)
  const half = sorted[Math.ceil(agents / 2) - 1] ?? 0
  const settledUntil = (time: number) => settledAt.findLast(({ at }) => at <= time)?.total ?? 0
  const quota = (tokensPerMinute * (half - MINUTE)) / MINUTE
  const rates = durations.map((duration) => (duration === undefined ? 0 : 1 / duration))
  const sum = rates.reduce((a, b) => a + b, 0)
  return {
    lost: durations.filter((duration) => duration === undefined).length,
    busy: half <= MINUTE ? 1 : (settledUntil(half) - settledUntil(MINUTE)) / quota,
    makespanMs: sorted.at(-1) ?? 0,
    jain: sum ** 2 / (agents * rates.reduce((a, b) => a + b * b, 0)),
    refused: refused / Math.max(1, useful),
    longestMs,
    longestFirstMs,
  }
}
