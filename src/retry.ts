import type { Clock } from './ports/machine.ts'

/** How a task is repeated. Pauses double from `firstPauseMs` to `longestPauseMs`, each spread over its upper half. */
export interface RetryOptions {
  /** Whether the same task may succeed a moment later. */
  readonly isRetryable: (error: unknown) => boolean
  /** Milliseconds of pauses at most, all together: an error whose pause would go beyond it is the last. */
  readonly budgetMs: number
  /** Attempts at most, the first included; any number unless given. */
  readonly attempts?: number
  readonly firstPauseMs?: number
  readonly longestPauseMs?: number
  /** How long the service asks to be left alone, in milliseconds; waited where it is longer than the pause. */
  readonly retryAfterMs?: (error: unknown) => number | undefined
  readonly onRetry?: (error: unknown, pauseMs: number, attempt: number) => void
  readonly signal?: AbortSignal | undefined
}

/**
 * Runs `task`, and again while it rejects with what {@link RetryOptions.isRetryable} and the budget of pauses allow. Rejects
 * with the last error. Give it a task that fetches its own token, so that each attempt has a fresh one.
 */
export async function withRetry<T>(task: () => Promise<T>, options: RetryOptions, clock: Clock): Promise<T> {
  return retryWith(startBackOff(options, clock), task)
}

/** As {@link withRetry}, with attempts and pauses that are counted over several tasks. */
export async function retryWith<T>(backOff: Pick<BackOff, 'pauseAfter'>, task: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await task()
    } catch (error) {
      await backOff.pauseAfter(error)
    }
  }
}

/** Attempts and pauses of one task, or of several that belong together. */
export interface BackOff {
  /** Resolves when the task may be tried again; rejects with `error` when it may not. */
  pauseAfter(error: unknown): Promise<void>
  /** Starts to count again, as after progress. */
  reset(): void
}

/** Starts to count them. */
export function startBackOff(options: RetryOptions, clock: Clock): BackOff {
  const { firstPauseMs = 1_000, longestPauseMs = 15_000, attempts = Number.POSITIVE_INFINITY } = options
  let attempt = 1
  let waitedMs = 0
  return {
    async pauseAfter(error) {
      const full = Math.min(longestPauseMs, firstPauseMs * 2 ** (attempt - 1))
      // Jobs that failed together reach this line at different milliseconds, which spreads them.
      const spread = full / 2 + (full / 2) * ((clock.now() % 1_000) / 1_000)
      const pauseMs = Math.max(spread, options.retryAfterMs?.(error) ?? 0)
      if (attempt >= attempts || waitedMs + pauseMs > options.budgetMs || !options.isRetryable(error)) throw error
      waitedMs += pauseMs
      options.onRetry?.(error, pauseMs, attempt)
      attempt += 1
      await clock.sleep(pauseMs, options.signal)
      if (options.signal?.aborted) throw error
    },
    reset() {
      attempt = 1
      waitedMs = 0
    },
  }
}
