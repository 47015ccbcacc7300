import type { Clock } from '../ports/machine.ts'

/** The machine's clock. */
export function createClock(): Clock {
  return {
    now: () => Date.now(),
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        const done = () => {
          clearTimeout(timer)
          signal?.removeEventListener('abort', done)
          resolve()
        }
        const timer = setTimeout(done, signal?.aborted ? 0 : ms)
        signal?.addEventListener('abort', done)
      }),
  }
}
