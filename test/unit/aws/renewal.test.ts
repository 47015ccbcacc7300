import { setImmediate as turn } from 'node:timers/promises'

import { describe, expect, test } from '@jest/globals'

import { renewing } from '../../../src/aws/renewal.ts'
import { wholeSeconds } from '../../../src/text.ts'
import { Failure } from '../../../src/errors.ts'
import { fakeWorld } from './fakes.ts'
import type { Session } from '../../../src/aws/types.ts'

const ARN = 'arn:aws:sts::111122223333:assumed-role/claude/run'
const START = 1_800_000_000_000

const keysOf = (name: string, expiration?: Date): Session => ({
  kind: 'keys',
  keys: { accessKeyId: name, secretAccessKey: `${name}-secret`, sessionToken: `${name}-token`, expiration },
  account: '111122223333',
  arn: ARN,
  renewable: expiration !== undefined,
})
const nameOf = (session: Session) => (session.kind === 'keys' ? session.keys.accessKeyId : session.key)

/**
 * A session named `first` that lives for `seconds`, in time that the test moves. Signing in gives the next, named
 * `second` and so on, with the same life, once `answer` is called; at once with `atOnce`.
 */
function start(seconds: number | undefined, { atOnce = false } = {}) {
  const { world, lines } = fakeWorld()
  const names = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth']
  let now = START
  const clock = { ...world.clock, now: () => now }
  const next = () =>
    keysOf(names.shift() ?? 'none', seconds === undefined ? undefined : new Date(now + seconds * 1_000))
  const waiting: { resolve: (session: Session) => void; reject: (error: unknown) => void }[] = []
  const refusals: string[] = []
  const authenticate = (refused?: Session) => {
    refusals.push(refused ? nameOf(refused) : 'none yet')
    if (atOnce) return Promise.resolve(next())
    return new Promise<Session>((resolve, reject) => waiting.push({ resolve, reject }))
  }
  const held = next()
  return {
    held,
    live: renewing(held, { authenticate }, { clock, log: world.log }),
    lines,
    /** The session refused at each sign-in so far. */
    refusals,
    now: () => now,
    pass: (ms: number) => void (now += ms),
    answer: async (session: Session | Error = next()) => {
      const one = waiting.shift()
      if (session instanceof Error) one?.reject(session)
      else one?.resolve(session)
      await turn()
    },
  }
}

test('sessions of 15 seconds carry 20 calls over 60 seconds, each with keys that still hold', async () => {
  const { live, now, pass, refusals } = start(15, { atOnce: true })
  for (let call = 0; call < 20; call++) {
    const session = await live.current()
    if (session.kind !== 'keys' || session.keys.expiration === undefined) throw new Error('no keys that end')
    expect(session.keys.expiration.getTime()).toBeGreaterThan(now())
    await turn()
    pass(3_000)
  }
  expect(refusals.length).toBeGreaterThanOrEqual(4)
  expect(refusals.length).toBeLessThanOrEqual(6)
})

describe('50 calls at once', () => {
  test('that wait for the end of a session wait for one renewal', async () => {
    const { live, pass, answer, refusals } = start(15)
    pass(15_000)
    const calls = Promise.all(Array.from({ length: 50 }, () => live.current()))
    await answer()
    expect(new Set((await calls).map(nameOf))).toEqual(new Set(['second']))
    expect(refusals).toEqual(['first'])
  })

  test('that AWS refused wait for one renewal, though the session seemed good', async () => {
    const { held, live, answer, refusals } = start(3_600)
    const calls = Promise.all(Array.from({ length: 50 }, () => live.renew(held)))
    await answer()
    expect(new Set((await calls).map(nameOf))).toEqual(new Set(['second']))
    expect(refusals).toEqual(['first'])
  })

  test('fail together when it fails, and the next call tries again', async () => {
    const { live, pass, answer, refusals } = start(15)
    pass(15_000)
    const calls = Promise.allSettled(Array.from({ length: 50 }, () => live.current()))
    await answer(new Failure('oidc-token-failed', { message: 'GitHub is down', fix: '' }))
    expect((await calls).every(({ status }) => status === 'rejected')).toBe(true)
    expect(refusals).toHaveLength(1)
    const later = live.current()
    await answer()
    expect(nameOf(await later)).toBe('second')
  })
})

test('a session that another call has renewed already is not renewed again', async () => {
  const { held, live, answer, refusals } = start(3_600)
  const renewed = live.renew(held)
  await answer()
  await renewed
  expect(nameOf(await live.renew(held))).toBe('second')
  expect(refusals).toHaveLength(1)
})

describe('is renewed ahead of its end, and no call waits for that', () => {
  test.each([
    [43_200, 43_200 - 300],
    [3_600, 3_300],
    [900, 600],
    [15, 10],
  ])('a session of %d seconds after %d', async (life, from) => {
    const { live, pass, answer, refusals } = start(life)
    pass(from * 1_000 - 1)
    expect(nameOf(await live.current())).toBe('first')
    expect(refusals).toEqual([])
    pass(1)
    expect(nameOf(await live.current())).toBe('first')
    expect(nameOf(await live.current())).toBe('first')
    expect(refusals).toEqual(['none yet'])
    await answer()
    expect(nameOf(await live.current())).toBe('second')
  })

  test('one without an end is not', async () => {
    const { live, pass, refusals } = start(undefined)
    pass(100 * 3_600_000)
    expect(nameOf(await live.current())).toBe('first')
    expect(refusals).toEqual([])
  })

  test('when it ends meanwhile, calls wait for that renewal', async () => {
    const { held, live, pass, answer, refusals } = start(15)
    pass(11_000)
    await live.current()
    pass(4_000)
    const calls = Promise.all([live.current(), live.renew(held)])
    await answer()
    expect((await calls).map(nameOf)).toEqual(['second', 'second'])
    expect(refusals).toHaveLength(1)
  })

  test('a renewal that Bedrock asked for is not joined by one ahead', async () => {
    const { held, live, pass, answer, refusals } = start(15)
    const renewed = live.renew(held)
    pass(11_000)
    expect(nameOf(await live.current())).toBe('first')
    await answer()
    await renewed
    expect(refusals).toEqual(['first'])
  })
})

describe('a renewal ahead that fails', () => {
  const failure = new Failure('oidc-token-failed', { message: 'GitHub is down\nand more', fix: '' })

  test('fails no call, is one line of the log, and is tried again after a while', async () => {
    const { live, pass, answer, lines, refusals } = start(3_600)
    pass(3_301_000)
    await live.current()
    await answer(failure)
    const end = wholeSeconds(new Date(START + 3_600_000))
    expect(lines).toEqual([
      `Signing in again failed and will be tried again; the session is valid until ${end}. GitHub is down`,
    ])
    expect(nameOf(await live.current())).toBe('first')
    expect(refusals).toHaveLength(1)
    pass(30_000)
    await live.current()
    expect(refusals).toHaveLength(2)
    await answer()
    expect(nameOf(await live.current())).toBe('second')
  })

  test('is followed by one more when the session has ended meanwhile', async () => {
    const { live, pass, answer, refusals } = start(15)
    pass(11_000)
    await live.current()
    pass(4_000)
    const call = live.current()
    await answer(failure)
    await answer()
    expect(nameOf(await call)).toBe('second')
    expect(refusals).toEqual(['none yet', 'first'])
  })
})

describe('when there is no session any more', () => {
  async function failing(error: Error) {
    const { live, pass, answer, lines } = start(15)
    pass(15_000)
    const call = live.current().catch((caught: unknown) => caught)
    await answer(error)
    return { error: await call, lines }
  }

  test('the call gets the failure of signing in, and the log a line', async () => {
    const cause = new Failure('role-not-assumable', { message: 'Not authorized\nTrust policy', fix: 'fix' })
    const { error, lines } = await failing(cause)
    expect(error).toBe(cause)
    expect(lines).toEqual(['Signing in again failed. Not authorized'])
  })

  test('what nobody explained is credentials-expired', async () => {
    expect((await failing(new Error('a bug'))).error).toMatchObject({
      code: 'credentials-expired',
      message: expect.stringContaining('a bug'),
    })
  })
})

describe('signing in that gives the same session again', () => {
  test('is no renewal', async () => {
    const { held, live, answer, refusals } = start(undefined)
    const call = live.renew(held).catch((error: unknown) => error)
    await answer(structuredClone(held))
    expect(await call).toMatchObject({ code: 'credentials-expired' })
    expect(refusals).toEqual(['first'])
  })

  test('is no failure ahead of the end, when its source may not have the next yet', async () => {
    const { held, live, pass, answer, lines } = start(15)
    pass(11_000)
    await live.current()
    await answer(held)
    expect(lines).toEqual([])
    pass(4_000)
    const call = live.current().catch((error: unknown) => error)
    await answer(held)
    expect(await call).toMatchObject({ code: 'credentials-expired' })
  })
})

test('each renewal is one line, without a secret', async () => {
  const { live, pass, answer, lines, now } = start(3_600)
  pass(3_600_000)
  const call = live.current()
  await answer()
  await call
  expect(lines).toEqual([`Signed in again as ${ARN} until ${wholeSeconds(new Date(now() + 3_600_000))}.`])
})
