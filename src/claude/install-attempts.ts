import { ServiceError } from '../failure.ts'
import type { World } from '../ports/world.ts'

const PAUSES_MS = [1_000, 4_000]

const TRANSIENT = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN'],
  ...['ConnectTimeout', 'IdleTimeout', 'ShortBody'],
])

/**
 * Runs `task` up to three times as long as it fails with what can heal: the connection, a cut body, 408, 429, 5xx. Rejects
 * with the last error, which then says how often it was tried.
 */
export async function withAttempts<T>(task: () => Promise<T>, world: Pick<World, 'clock' | 'log'>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await task()
    } catch (error) {
      if (!(error instanceof ServiceError) || !canHeal(error)) throw error
      const pause = PAUSES_MS[attempt - 1]
      if (pause === undefined)
        throw new ServiceError({ ...factOf(error), message: `${error.message}; tried ${attempt} times` })
      world.log.info(`${error.message}; trying again in ${pause / 1000} s`)
      await world.clock.sleep(pause)
    }
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
