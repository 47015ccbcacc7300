import { setTimeout as delay } from 'node:timers/promises'

import type { Clock } from '../ports/machine.ts'

/** The machine's clock. */
export function createClock(): Clock {
  return {
    now: () => Date.now(),
    sleep: (ms, signal) => delay(ms, undefined, { signal }).catch(() => undefined),
  }
}
