import { describe, expect, test } from '@jest/globals'

import { ServiceError } from '../../../src/errors.ts'
import { fault, world } from './install-world.ts'
import { startAttempts } from '../../../src/claude/install-download.ts'

const busy = fault({ status: 503 })
const cut = fault({ name: 'ShortBody' })

/** What happens when a download breaks again and again, each time with this many bytes there. */
async function breaks(error: ServiceError, ...bytes: number[]) {
  const { fake, calls, log } = world()
  const attempts = startAttempts(fake)
  let ended: unknown
  for (const each of bytes) await attempts.recover(error, each).catch((last: unknown) => (ended ??= last))
  return { calls, log, ended }
}

describe('a download that breaks off', () => {
  test('is given up after three attempts without progress', async () => {
    const { calls, ended } = await breaks(cut, 10, 10, 10)
    expect(calls).toEqual(['sleep 1000', 'sleep 2000'])
    expect(ended).toMatchObject({ name: 'ShortBody', message: 'GET http://r: no; tried 3 times' })
  })

  test('continues as long as each attempt adds a megabyte', async () => {
    const { calls, log, ended } = await breaks(cut, 5e6, 10e6, 15e6, 20e6)
    expect(calls).toEqual(Array(4).fill('sleep 1000'))
    expect(log.at(-1)).toBe('GET http://r: no; continuing after 20 MB in 1 s')
    expect(ended).toBeUndefined()
  })

  test('does not count as progress what was there before', async () => {
    const { ended } = await breaks(cut, 5e6, 5e6, 5e6)
    expect(ended).toMatchObject({ message: expect.stringContaining('tried 3 times') })
  })
})

describe('the pause before the next attempt', () => {
  test.each([
    ['longer than the usual pause', 7_000, 'sleep 7000'],
    ['a minute at most', 3_600_000, 'sleep 60000'],
    ['not less than the usual pause', 0, 'sleep 1000'],
  ])('%s', async (_, retryAfterMs, slept) => {
    const { calls } = await breaks(fault({ status: 429, retryAfterMs }), 0)
    expect(calls).toEqual([slept])
  })
})

test('what an inner attempt gave up on is not repeated by the outer', async () => {
  const { fake, calls } = world()
  const attempts = startAttempts(fake)
  let runs = 0
  const running = attempts.run(async () => {
    runs += 1
    for (;;) await attempts.recover(busy)
  })
  await expect(running).rejects.toThrow(/^GET http:\/\/r: no; tried 3 times$/)
  expect(runs).toBe(1)
  expect(calls).toHaveLength(2)
})

test.each([{ status: 404 }, { status: 403 }, { status: undefined, name: 'DownloadTimeout' }])(
  '%j is not retried',
  async (facts) => {
    const { calls, ended } = await breaks(fault(facts), 0)
    expect(calls).toEqual([])
    expect(ended).toBeInstanceOf(ServiceError)
  },
)
