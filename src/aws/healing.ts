import { ServiceError } from '../errors.ts'
import type { World } from '../ports/world.ts'
import { canHeal } from './explain.ts'

const TRIES = 3
const FIRST_PAUSE_MS = 1_000

/**
 * Does `task`, and again while it rejects with what can heal: three tries, at most three seconds of waiting. Everything
 * else rejects at once. Give it a task that fetches its token itself, so that each try has a fresh one.
 */
export async function healing<T>(task: () => Promise<T>, world: Pick<World, 'clock' | 'log'>): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await task()
    } catch (error) {
      if (tried === TRIES || !(error instanceof ServiceError) || !canHeal(error)) throw error
      const pause = pauseAfter(tried, world.clock.now())
      world.log.info(
        `${error.service} ${error.operation}: ${error.message} (${error.name}). Trying again in ${(pause / 1_000).toFixed(1)} s, ${tried + 1} of ${TRIES}.`,
      )
      await world.clock.sleep(pause)
    }
  }
}

/** Doubles, and spreads jobs that failed together over half of it: they reach this line at different milliseconds. */
function pauseAfter(tried: number, now: number): number {
  const full = FIRST_PAUSE_MS * 2 ** (tried - 1)
  return full / 2 + (full / 2) * ((now % 1_000) / 1_000)
}
