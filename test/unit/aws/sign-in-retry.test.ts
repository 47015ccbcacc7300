// What may succeed a moment later is asked again: when the run signs in, and when it does again in the middle.
import { describe, expect, test } from '@jest/globals'

import { renewing } from '../../../src/aws/renewal.ts'
import { authenticate } from '../../../src/aws/session.ts'
import { ServiceError, type ServiceFact } from '../../../src/errors.ts'
import type { IdentitySettings } from '../../../src/inputs/settings.ts'
import { CHAINING, identityOf, PROFILE, sts, type Row } from './answers.ts'
import { CLAIMS, fakeWorld, OIDC, SESSION_KEYS, STATIC_KEYS, tokenWith } from './fakes.ts'
import { chainCases } from './sign-in-cases-chain.ts'
import { keysCases } from './sign-in-cases-keys.ts'
import { networkCases } from './sign-in-cases-network.ts'
import { roleCases } from './sign-in-cases-role.ts'
import { tokenCases } from './sign-in-cases-token.ts'

const RETRYABLE = [...tokenCases, ...roleCases, ...keysCases, ...chainCases, ...networkCases].filter(
  ({ retryable }) => retryable,
)

const CALLER = { account: '111122223333', arn: 'arn:aws:sts::111122223333:assumed-role/claude/run' }

/** A world whose one answer is `fact` for the first `times`, in time that moves by what is slept; and how to sign in there. */
function failing(fact: ServiceFact, times: number) {
  let asked = 0
  const answers =
    <T>(value: T) =>
    () =>
      asked++ < times ? Promise.reject(new ServiceError(fact)) : Promise.resolve(value)
  const isChain = fact.service === 'AWS credentials'
  const settings: IdentitySettings = {
    ...OIDC,
    ...(isChain ? PROFILE : fact.operation === 'AssumeRole' ? CHAINING : {}),
  }
  const fake = fakeWorld({
    ...(fact.service === 'GitHub OIDC' && { idTokens: { request: answers(tokenWith(CLAIMS)) } }),
    ...(isChain && { credentialSources: { load: answers(STATIC_KEYS) } }),
    ...(fact.service === 'AWS STS' && {
      sts:
        fact.operation === 'GetCallerIdentity'
          ? { callerIdentity: answers(CALLER) }
          : { assumeRoleWithWebIdentity: answers(SESSION_KEYS), assumeRole: answers(SESSION_KEYS) },
    }),
  })
  let now = 1_000_500
  const clock = {
    now: () => now,
    sleep: (ms: number) => {
      now += ms
      return fake.world.clock.sleep(ms)
    },
  }
  const world = { ...fake.world, clock }
  return { ...fake, clock, asked: () => asked, signIn: () => authenticate(settings, world) }
}

const total = (pauses: readonly number[]) => pauses.reduce((sum, ms) => sum + ms, 0)

describe.each(RETRYABLE)('twice, then well: $id', ({ fact }: Row) => {
  test('at the start', async () => {
    const { signIn, asked, pauses } = failing(fact, 2)
    await expect(signIn()).resolves.toMatchObject({ kind: 'keys' })
    expect([asked(), pauses.length]).toEqual([3, 2])
  })

  test('at a renewal', async () => {
    const { signIn, clock, world, pauses } = failing(fact, 2)
    const expiration = new Date(clock.now() - 1)
    const old = { kind: 'keys', keys: { ...SESSION_KEYS, accessKeyId: 'OLD', expiration }, ...CALLER } as const
    const session = renewing({ ...old, renewable: true }, { authenticate: signIn }, { clock, log: world.log })
    await expect(session.current()).resolves.toMatchObject({ kind: 'keys' })
    expect(pauses).toHaveLength(2)
  })
})

describe('what goes on failing', () => {
  const throttled = sts('Throttling', 'Rate exceeded')

  test('is given up after 45 seconds of pauses that double to 15', async () => {
    const { signIn, pauses } = failing(throttled, Number.POSITIVE_INFINITY)
    await expect(signIn()).rejects.toMatchObject({ code: 'throttled', retryable: true })
    expect(total(pauses)).toBeGreaterThan(25_000)
    expect(total(pauses)).toBeLessThanOrEqual(45_000)
    expect(pauses.length).toBeGreaterThanOrEqual(5)
    expect(pauses[0]).toBeLessThanOrEqual(1_000)
    expect(Math.max(...pauses)).toBeLessThanOrEqual(15_000)
  })

  test('has one budget for all questions of a sign-in', async () => {
    const first = failing(throttled, 4)
    const again = failing(throttled, Number.POSITIVE_INFINITY)
    const unknown = new ServiceError(identityOf('InternalFailure', 'oops', { status: 500 }))
    const world = { ...first.world, clock: first.clock }
    const both = { ...world, sts: { ...world.sts, callerIdentity: () => Promise.reject(unknown) } }
    await expect(authenticate(OIDC, both)).rejects.toMatchObject({ code: 'service-unavailable' })
    await expect(again.signIn()).rejects.toMatchObject({ code: 'throttled' })
    expect(total(first.pauses)).toBeLessThanOrEqual(45_000)
  })

  test('is left alone for as long as the service asks', async () => {
    const { signIn, pauses } = failing({ ...throttled, retryAfterMs: 20_000 }, 1)
    await signIn()
    expect(pauses).toEqual([20_000])
  })

  test('ends at once where the service asks for more than a job waits', async () => {
    const { signIn, pauses } = failing({ ...throttled, retryAfterMs: 60_000 }, Number.POSITIVE_INFINITY)
    await expect(signIn()).rejects.toMatchObject({ code: 'throttled' })
    expect(pauses).toEqual([])
  })
})

describe('keys that AWS has issued moments ago', () => {
  const unknown = identityOf('InvalidClientTokenId', 'The security token included in the request is invalid.')

  test('and that stay unknown are given up after some 12 seconds, in words about these keys', async () => {
    const { signIn, pauses } = failing(unknown, Number.POSITIVE_INFINITY)
    const failure: unknown = await signIn().catch((error: unknown) => error)
    expect(failure).toMatchObject({ code: 'credentials-invalid', retryable: false })
    expect(String(failure)).toContain('The keys that AWS STS issued for arn:aws:iam::111122223333:role/ci/claude')
    expect(String(failure)).not.toMatch(/environment|AWS_ACCESS_KEY_ID/)
    expect(total(pauses)).toBeGreaterThan(10_000)
    expect(total(pauses)).toBeLessThan(20_000)
  })

  test('are not those that were there before', async () => {
    const { world, pauses } = fakeWorld({ sts: { callerIdentity: () => Promise.reject(new ServiceError(unknown)) } })
    const settings = { ...OIDC, source: { kind: 'default-chain' } } as const
    await expect(authenticate(settings, world)).rejects.toMatchObject({ code: 'credentials-invalid' })
    expect(pauses).toEqual([])
  })

  test('of a profile count where it is known when they expire', async () => {
    const { world, pauses } = fakeWorld({
      credentialSources: { load: () => Promise.resolve({ ...SESSION_KEYS, origin: 'profile' }) },
    })
    let asked = 0
    const callerIdentity = () => (asked++ < 2 ? Promise.reject(new ServiceError(unknown)) : Promise.resolve(CALLER))
    const settings = { ...OIDC, ...PROFILE }
    await expect(authenticate(settings, { ...world, sts: { ...world.sts, callerIdentity } })).resolves.toMatchObject(
      CALLER,
    )
    expect(pauses).toHaveLength(2)
  })
})
