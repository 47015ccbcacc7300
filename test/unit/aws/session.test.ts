import { describe, expect, test } from '@jest/globals'

import { authenticate } from '../../../src/aws/session.ts'
import { ServiceError, yaml } from '../../../src/errors.ts'
import type { IdentitySettings } from '../../../src/inputs/settings.ts'
import { CLAIMS, fakeWorld, OIDC, ROLE, SESSION_KEYS, STATIC_KEYS, tokenWith } from './fakes.ts'
import { fixWith } from '../../support/fix-with.ts'

const CALLER = { account: '111122223333', arn: 'arn:aws:sts::111122223333:assumed-role/claude/run' }
const as = (source: IdentitySettings['source']): IdentitySettings => ({ ...OIDC, source })

const stsError = (name: string, message = name, status = 400) =>
  new ServiceError({ service: 'AWS STS', operation: 'AssumeRoleWithWebIdentity', name, message, status })

/** An STS whose answers to the web identity call are these errors, then keys; and the tokens it was shown. */
function failing(...errors: ServiceError[]) {
  const shown: string[] = []
  return {
    shown,
    sts: {
      assumeRoleWithWebIdentity: (_request: unknown, token: string) => {
        shown.push(token)
        const error = errors.shift()
        return error === undefined ? Promise.resolve(SESSION_KEYS) : Promise.reject(error)
      },
    },
  }
}

describe('each way of signing in ends in keys that AWS has confirmed', () => {
  test.each([
    {
      name: 'a role by OIDC',
      settings: OIDC,
      calls: [
        'token for sts.amazonaws.com',
        'prepare',
        `web identity ${ROLE.arn}`,
        'caller of ASIASESSION in us-east-1',
      ],
      session: { kind: 'keys', keys: SESSION_KEYS, ...CALLER, renewable: true, issuedAt: 1_000_500 },
    },
    {
      name: 'a role by the keys present',
      settings: as({ kind: 'role-chaining', profile: undefined, role: ROLE }),
      calls: ['load the chain', 'prepare', `assume ${ROLE.arn} by AKIASTATIC`, 'caller of ASIASESSION in us-east-1'],
      session: { kind: 'keys', keys: SESSION_KEYS, ...CALLER, renewable: true, issuedAt: 1_000_500 },
    },
    {
      name: 'a role by a profile',
      settings: as({ kind: 'role-chaining', profile: 'dev', role: ROLE }),
      calls: ['load dev', 'prepare', `assume ${ROLE.arn} by AKIASTATIC`, 'caller of ASIASESSION in us-east-1'],
      session: { kind: 'keys', keys: SESSION_KEYS, ...CALLER, renewable: true, issuedAt: 1_000_500 },
    },
    {
      name: 'a profile',
      settings: as({ kind: 'profile', profile: 'dev' }),
      calls: ['load dev', 'prepare', 'caller of AKIASTATIC in us-east-1'],
      session: { kind: 'keys', keys: STATIC_KEYS, ...CALLER, renewable: false },
    },
    {
      name: 'the default chain',
      settings: as({ kind: 'default-chain' }),
      calls: ['load the chain', 'prepare', 'caller of AKIASTATIC in us-east-1'],
      session: { kind: 'keys', keys: STATIC_KEYS, ...CALLER, renewable: false },
    },
  ])('$name', async ({ settings, calls, session }) => {
    const fake = fakeWorld()
    expect(await authenticate(settings, fake.world)).toEqual(session)
    expect(fake.calls).toEqual(calls)
  })
})

test('asks for the role as the settings say', async () => {
  const role = {
    ...ROLE,
    durationSeconds: 900,
    inlineSessionPolicy: '{"Version":"2012-10-17","Statement":[]}',
    managedSessionPolicies: ['arn:aws:iam::aws:policy/ReadOnlyAccess'],
  }
  const requests: unknown[] = []
  const { world } = fakeWorld({
    sts: { assumeRoleWithWebIdentity: (request) => (requests.push(request), Promise.resolve(SESSION_KEYS)) },
  })
  await authenticate(as({ kind: 'oidc', audience: 'a', role }), world)
  const { arn, ...rest } = role
  expect(requests).toEqual([{ region: 'us-east-1', roleArn: arn, ...rest }])
})

test('says who it became and until when', async () => {
  const { world, lines } = fakeWorld()
  await authenticate(OIDC, world)
  expect(lines).toEqual([
    `Assuming ${ROLE.arn} with a GitHub OIDC token for sts.amazonaws.com.`,
    `Signed in to AWS account 111122223333 as ${CALLER.arn} until 2026-11-22T13:00:00Z.`,
  ])
})

describe('without the permission', () => {
  test('fails at once, before anything is loaded or asked', async () => {
    const { world, calls } = fakeWorld({ runner: { offersIdToken: false } })
    await expect(authenticate(OIDC, world)).rejects.toMatchObject({
      code: 'oidc-permission-missing',
      fix: fixWith('id-token: write'),
    })
    expect(calls).toEqual([])
  })

  test('other ways of signing in need none', async () => {
    const { world } = fakeWorld({ runner: { offersIdToken: false } })
    await expect(authenticate(as({ kind: 'default-chain' }), world)).resolves.toMatchObject({ kind: 'keys' })
  })
})

describe('a Bedrock API key', () => {
  const bearer = as({ kind: 'bedrock-api-key', key: 'bedrock-key' })

  test('is masked and has no identity', async () => {
    const { world, calls, secrets, lines } = fakeWorld()
    expect(await authenticate(bearer, world)).toEqual({ kind: 'bearer', key: 'bedrock-key' })
    expect(secrets).toEqual(['bedrock-key'])
    expect(calls).toEqual([])
    expect(lines.join()).not.toContain('bedrock-key')
  })

  test('proves no account, so it does not pass where only some are allowed', async () => {
    const { world } = fakeWorld()
    await expect(authenticate({ ...bearer, allowedAccountIds: ['111122223333'] }, world)).rejects.toMatchObject({
      code: 'account-not-allowed',
    })
  })
})

describe('allowed-account-ids', () => {
  test.each([[['111122223333']], [['999988887777', '111122223333']]])('lets %s pass', async (allowedAccountIds) => {
    const { world } = fakeWorld()
    await expect(authenticate({ ...OIDC, allowedAccountIds }, world)).resolves.toMatchObject(CALLER)
  })

  test('stops at any other account and names both', async () => {
    const { world } = fakeWorld()
    await expect(authenticate({ ...OIDC, allowedAccountIds: ['999988887777'] }, world)).rejects.toMatchObject({
      code: 'account-not-allowed',
      message: expect.stringMatching(/account 111122223333 .*only 999988887777/),
      fix: expect.arrayContaining([yaml('with:\n  allowed-account-ids: 999988887777,111122223333')]),
    })
  })
})

describe('what may succeed a moment later', () => {
  test('is tried again with a fresh token', async () => {
    const { sts, shown } = failing(stsError('IDPCommunicationError'), stsError('InternalFailure', 'oops', 500))
    const { world, pauses, lines } = fakeWorld({ sts })
    await expect(authenticate(OIDC, world)).resolves.toMatchObject({ kind: 'keys' })
    expect(new Set(shown).size).toBe(3)
    expect(pauses).toEqual([750, 1_500])
    expect(lines).toContain(
      'AWS STS AssumeRoleWithWebIdentity: oops (InternalFailure, HTTP 500). Trying again in 1.5 s.',
    )
  })

  test('is tried again for the token, for the keys present and for the identity too', async () => {
    const reset = (service: string) =>
      new ServiceError({ service, operation: 'Any', name: 'ECONNRESET', message: 'socket hang up' })
    const once = <T>(error: Error, value: T) => {
      let asked = 0
      return () => (asked++ === 0 ? Promise.reject(error) : Promise.resolve(value))
    }
    const token = once(reset('GitHub OIDC'), tokenWith(CLAIMS))
    const identity = once(reset('AWS STS'), CALLER)
    const load = once(reset('AWS credentials'), STATIC_KEYS)
    const byToken = fakeWorld({ idTokens: { request: token }, sts: { callerIdentity: identity } })
    await expect(authenticate(OIDC, byToken.world)).resolves.toMatchObject(CALLER)
    const byChain = fakeWorld({ credentialSources: { load } })
    await expect(authenticate(as({ kind: 'default-chain' }), byChain.world)).resolves.toMatchObject(CALLER)
    expect([byToken.pauses.length, byChain.pauses.length]).toEqual([2, 1])
  })

  test.each(['AccessDenied', 'InvalidIdentityToken', 'ValidationError', 'BrandNewError'])(
    '%s is not among it',
    async (name) => {
      const { sts, shown } = failing(stsError(name))
      const { world, pauses } = fakeWorld({ sts })
      await expect(authenticate(OIDC, world)).rejects.toMatchObject({ name: 'Failure' })
      expect(shown).toHaveLength(1)
      expect(pauses).toEqual([])
    },
  )
})

test('a denied role prints the claims of the last token', async () => {
  const { sts } = failing(stsError('IDPCommunicationError'), stsError('AccessDenied', 'Not authorized', 403))
  const subjects = ['repo:o/r:ref:refs/heads/first', 'repo:o/r:ref:refs/heads/second']
  const { world } = fakeWorld({
    sts,
    idTokens: { request: () => Promise.resolve(tokenWith({ ...CLAIMS, sub: subjects.shift() })) },
  })
  await expect(authenticate(OIDC, world)).rejects.toMatchObject({
    code: 'role-not-assumable',
    message: expect.stringContaining('sub: repo:o/r:ref:refs/heads/second'),
  })
})

test('no message holds the token', async () => {
  const token = tokenWith(CLAIMS)
  const { sts } = failing(stsError('AccessDenied', 'Not authorized', 403))
  const { world, lines } = fakeWorld({ sts, idTokens: { request: () => Promise.resolve(token) } })
  const failure: unknown = await authenticate(OIDC, world).catch((error: unknown) => error)
  expect(`${lines.join()} ${String(failure)}`).not.toContain(token)
})

test('what is no fact of a service passes as it is', async () => {
  const bug = new TypeError('a bug')
  const { world } = fakeWorld({ sts: { callerIdentity: () => Promise.reject(bug) } })
  await expect(authenticate(OIDC, world)).rejects.toBe(bug)
})
