import type { Clock } from '../../src/ports/machine.ts'

/** Time that passes only when nothing else is left to do. */
export interface VirtualClock {
  readonly now: Clock['now']
  readonly sleep: Clock['sleep']
  /** Lets time pass until `task` has ended, and gives what it came to; throws when nothing is left that could end it. */
  readonly run: <T>(task: Promise<T>) => Promise<T>
}

interface Timer {
  readonly at: number
  readonly order: number
  readonly fire: () => void
}

/** Starts at 0. */
export function virtualClock(): VirtualClock {
  const timers: Timer[] = []
  let now = 0
  let order = 0
  const isBefore = (a: Timer, b: Timer) => (a.at === b.at ? a.order < b.order : a.at < b.at)

  function push(timer: Timer): void {
    let at = timers.push(timer) - 1
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (!isBefore(timers[at]!, timers[parent]!)) break
      ;[timers[at], timers[parent]] = [timers[parent]!, timers[at]!]
      at = parent
    }
  }

  function pop(): Timer | undefined {
    const [first] = timers
    const last = timers.pop()
    if (first === undefined || last === undefined || timers.length === 0) return first
    timers[0] = last
    for (let at = 0; ;) {
      let least = at
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < timers.length && isBefore(timers[child]!, timers[least]!)) least = child
      if (least === at) return first
      ;[timers[at], timers[least]] = [timers[least]!, timers[at]!]
      at = least
    }
  }

  return {
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) {
          resolve()
          return
        }
        push({ at: now + Math.max(0, ms), order: order++, fire: resolve })
        signal?.addEventListener('abort', () => resolve(), { once: true })
      }),
    async run(task) {
      let done = false
      const end = () => void (done = true)
      const isDone = () => done
      task.then(end, end)
      for (;;) {
        // As many turns of the microtask queue as the longest chain of promises between two waits takes.
        for (let turn = 0; turn < TURNS; turn++) await Promise.resolve()
        if (isDone()) return task
        const timer = pop()
        if (timer === undefined) {
          await new Promise((resolve) => setImmediate(resolve))
          if (isDone()) return task
          if (timers.length === 0) throw new Error('Nothing is left that could end the task.')
          continue
        }
        now = timer.at
        timer.fire()
      }
    },
  }
}

const TURNS = 24
