import { describe, expect, test } from '@jest/globals'

import { startBackOff, withRetry, type RetryOptions } from '../../src/retry.ts'

/** A clock whose time moves by what is slept only; `millisecond` is where in its second it starts. */
function clockAt(millisecond: number) {
  const slept: number[] = []
  let now = 1_000_000 + millisecond
  const sleep = (ms: number) => {
    slept.push(ms)
    now += Math.ceil(ms / 1_000) * 1_000
    return Promise.resolve()
  }
  return { clock: { now: () => now, sleep }, slept }
}

const always = { isRetryable: () => true, budgetMs: Number.POSITIVE_INFINITY }

/** A task that fails with `a`, `b`, ... and then succeeds. */
function failing(times: number) {
  let runs = 0
  const task = () => {
    runs += 1
    return runs <= times ? Promise.reject(new Error(String.fromCharCode(96 + runs))) : Promise.resolve(runs)
  }
  return task
}

describe('a task that fails', () => {
  test('is run again until it succeeds', async () => {
    const { clock } = clockAt(0)
    expect(await withRetry(failing(2), always, clock)).toBe(3)
  })

  test.each<[string, number, number[]]>([
    ['the lower end of each pause', 0, [500, 1_000, 2_000, 4_000, 7_500, 7_500]],
    ['the upper end', 999, [999.5, 1_999, 3_998, 7_996, 14_992.5, 14_992.5]],
  ])('is left alone for pauses that double: %s', async (_, millisecond, pauses) => {
    const { clock, slept } = clockAt(millisecond)
    await withRetry(failing(6), always, clock)
    expect(slept).toEqual(pauses)
  })

  test('is left alone for as long as the service asks, where that is longer', async () => {
    const { clock, slept } = clockAt(0)
    const retryAfterMs = (error: unknown) => (String(error).endsWith('a') ? 4_000 : 10)
    await withRetry(failing(2), { ...always, retryAfterMs }, clock)
    expect(slept).toEqual([4_000, 1_000])
  })

  test.each<[string, Partial<RetryOptions>, string]>([
    ['the pauses are used up', { budgetMs: 1_500 }, 'c'],
    ['the attempts are used up', { attempts: 2 }, 'b'],
    ['the service asks for more than is left', { budgetMs: 3_000, retryAfterMs: () => 4_000 }, 'a'],
    ['another attempt cannot help', { isRetryable: (error) => !String(error).endsWith('b') }, 'b'],
  ])('is given up with its last error when %s', async (_, options, last) => {
    const { clock } = clockAt(0)
    await expect(withRetry(failing(9), { ...always, ...options }, clock)).rejects.toThrow(last)
  })

  test('is given up when nobody waits any more', async () => {
    const { clock } = clockAt(0)
    const stop = new AbortController()
    const onRetry = () => stop.abort()
    await expect(withRetry(failing(9), { ...always, onRetry, signal: stop.signal }, clock)).rejects.toThrow('a')
  })

  test('is reported with its pause and its number', async () => {
    const { clock } = clockAt(0)
    const reported: unknown[] = []
    await withRetry(failing(2), { ...always, onRetry: (...all) => reported.push(all) }, clock)
    expect(reported).toEqual([
      [new Error('a'), 500, 1],
      [new Error('b'), 1_000, 2],
    ])
  })
})

test('progress gives all attempts and pauses back', async () => {
  const { clock, slept } = clockAt(0)
  const backOff = startBackOff({ ...always, attempts: 3, budgetMs: 2_000 }, clock)
  for (let n = 0; n < 3; n++) {
    await backOff.pauseAfter(new Error('a'))
    await backOff.pauseAfter(new Error('b'))
    await expect(backOff.pauseAfter(new Error('c'))).rejects.toThrow('c')
    backOff.reset()
  }
  expect(slept).toEqual([500, 1_000, 500, 1_000, 500, 1_000])
})
