import type { Log } from '../ports/log.ts'
import type { Clock } from '../ports/machine.ts'
import { plural, readableDuration } from '../text.ts'

/** How a quota is after a try; `lane` is a model and its region. */
interface Standing {
  readonly lane: string
  readonly isRefused: boolean
  /** Whether AWS has no capacity, which is no quota. */
  readonly isCapacity: boolean
  readonly waiting: number
  readonly longestMs: number
}

interface Shortage {
  readonly what: string
  readonly beganAt: number
  refusedAt: number
  refused: number
  loggedAt: number
}

const MINUTE_MS = 60_000

/**
 * Logs when a quota becomes short, then at most a line a minute, and when it has room again: never a line for each try. A minute
 * without a refusal ends a shortage.
 */
export function quotaLog({ clock, log }: { readonly clock: Clock; readonly log: Pick<Log, 'info'> }) {
  const shortages = new Map<string, Shortage>()

  function end(lane: string, { what, beganAt, refused }: Shortage, words: string): void {
    shortages.delete(lane)
    const calls = `${plural(refused, 'call')} ${refused === 1 ? 'was' : 'were'} refused`
    log.info(`${what} ${words}: ${calls} in ${readableDuration(clock.now() - beganAt)}.`)
  }

  return {
    tried({ lane, isRefused, isCapacity, waiting, longestMs }: Standing): void {
      const now = clock.now()
      const shortage = shortages.get(lane)
      if (!isRefused) {
        if (shortage !== undefined && now - shortage.refusedAt >= MINUTE_MS) end(lane, shortage, 'has room again')
      } else if (shortage === undefined) {
        const what = isCapacity ? `AWS's capacity for ${lane}` : `The quota of ${lane}`
        shortages.set(lane, { what, beganAt: now, refusedAt: now, refused: 1, loggedAt: now })
        log.info(`${what} is short: calls wait in line until there is room (throttle-patience-minutes).`)
      } else {
        shortage.refused += 1
        shortage.refusedAt = now
        if (now - shortage.loggedAt < MINUTE_MS) return
        shortage.loggedAt = now
        const who = `${plural(waiting, 'call')} waiting, the longest for ${readableDuration(longestMs)}`
        log.info(`${shortage.what} is still short: ${who}.`)
      }
    },
    /** The run is over. */
    close(): void {
      for (const [lane, shortage] of shortages) end(lane, shortage, 'was short until the run ended')
    },
  }
}
