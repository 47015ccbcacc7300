import { ServiceError } from '../errors.ts'
import type { World } from '../ports/world.ts'
import { megabytes } from './install-progress.ts'

const PAUSES_MS = [1_000, 4_000]
const LONGEST_PAUSE_MS = 60_000
const PROGRESS_BYTES = 1_000_000

const TRANSIENT = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN'],
  ...['ConnectTimeout', 'IdleTimeout', 'ShortBody'],
])

/** How often something is tried. */
export interface Attempts {
  /** Runs `task` until it resolves, or until nothing more is to be hoped for; then it rejects with the last error. */
  readonly run: <T>(task: () => Promise<T>) => Promise<T>
  /** Waits before the next try after `error`, with `bytes` there by then; rejects when there is none. */
  readonly recover: (error: ServiceError, bytes?: number) => Promise<void>
}

/**
 * Three tries in a row, a second and four seconds apart or as long as the service asks for (a minute at most), after what can
 * heal: the connection, a cut body, 408, 429, 5xx. A download that has come a megabyte further begins to count anew. The last
 * error says how often it was tried.
 */
export function startAttempts(world: Pick<World, 'clock' | 'log'>): Attempts {
  let inARow = 0
  let tries = 0
  let furthest = 0
  let last: ServiceError | undefined

  async function recover(error: ServiceError, bytes = 0): Promise<void> {
    if (error === last || !canHeal(error)) throw error
    if (bytes >= furthest + PROGRESS_BYTES) inARow = 0
    furthest = Math.max(furthest, bytes)
    tries += 1
    const pause = PAUSES_MS[inARow]
    inARow += 1
    if (pause === undefined)
      throw (last = new ServiceError({ ...factOf(error), message: `${error.message}; tried ${tries} times` }))
    const waitMs = Math.min(Math.max(pause, error.retryAfterMs ?? 0), LONGEST_PAUSE_MS)
    const goOn = bytes < PROGRESS_BYTES ? 'trying again' : `going on after ${megabytes(bytes)} MB`
    world.log.info(`${error.message}; ${goOn} in ${Math.ceil(waitMs / 1_000)} s`)
    await world.clock.sleep(waitMs)
  }

  return {
    recover,
    async run(task) {
      for (;;) {
        try {
          return await task()
        } catch (error) {
          if (!(error instanceof ServiceError)) throw error
          await recover(error)
        }
      }
    },
  }
}

function canHeal({ name, status }: ServiceError): boolean {
  if (status !== undefined) return status === 408 || status === 429 || status >= 500
  return TRANSIENT.has(name)
}

function factOf(error: ServiceError) {
  const { service, operation, name, status, requestId, host } = error
  return { service, operation, name, status, requestId, host, cause: error }
}
