// What the AWS SDK's credential providers make of the answers of their services, read by the adapter and explained: the name
// and the status of what they wrap must not be lost.
import { createHash, generateKeyPairSync } from 'node:crypto'

import { describe, expect, test } from '@jest/globals'

import { authenticate } from '../../src/aws/session.ts'
import { fixText, type Failure } from '../../src/errors.ts'
import type { EmulatedReply } from '../emulators/http.ts'
import { fakeWorld, OIDC } from '../unit/aws/fakes.ts'
import { failureOf, here, json, sources, USER, write } from './credential-fixture.ts'

const page: EmulatedReply = { status: 403, headers: { 'content-type': 'text/html' }, body: '<html>Blocked</html>' }
const ROLE_KEYS = json(200, undefined, {
  roleCredentials: { accessKeyId: 'ASIA', secretAccessKey: 's', sessionToken: 't', expiration: Date.now() + 3_600_000 },
})

describe('IAM Identity Center', () => {
  test.each<[string, EmulatedReply, Partial<Failure>, RegExp]>([
    [
      'a token that is not valid',
      json(401, 'UnauthorizedException', { message: 'Session token not found or invalid' }),
      { code: 'credentials-expired' },
      /Session token not found or invalid \(UnauthorizedException\).*aws sso login --profile sso/s,
    ],
    [
      'a permission set that the user does not have',
      json(403, 'ForbiddenException', { message: 'No access' }),
      { code: 'role-not-assumable' },
      /permission set/,
    ],
    [
      'a busy portal',
      json(429, 'TooManyRequestsException', { message: 'Rate exceeded' }),
      { code: 'throttled', retryable: true },
      /Rate exceeded/,
    ],
    [
      'a failing portal',
      json(500, undefined, { message: 'oops' }),
      { code: 'service-unavailable', retryable: true },
      /oops/,
    ],
    ['a silent failure', { status: 503 }, { code: 'service-unavailable', retryable: true }, /by itself/],
    ['a page of a proxy', page, { code: 'network-unreachable', retryable: false }, /is a page/],
    ['a broken connection', { status: 200, hangUp: true }, { code: 'network-unreachable', retryable: true }, /network/],
  ])('%s', async (...[, reply, expected, words]) => {
    here.replies = [reply]
    const failure = await failureOf('sso')
    expect(failure).toMatchObject(expected)
    expect(`${failure.message}\n${fixText(failure.fix)}`).toMatch(words)
  })

  test('nobody at its address', async () => {
    process.env.AWS_ENDPOINT_URL_SSO = 'http://127.0.0.1:1'
    expect(await failureOf('sso')).toMatchObject({ code: 'network-unreachable', retryable: true })
  })

  test('is asked again until it answers', async () => {
    here.replies = [json(429, 'TooManyRequestsException', { message: 'Rate exceeded' }), { status: 500 }, ROLE_KEYS]
    const { world, pauses } = fakeWorld({ credentialSources: sources() })
    const source = { kind: 'profile', profile: 'sso' } as const
    await expect(authenticate({ ...OIDC, source }, world)).resolves.toMatchObject({ keys: { accessKeyId: 'ASIA' } })
    expect(pauses).toHaveLength(2)
  })
})

describe('a command of a profile', () => {
  test('that gives keys of the past', async () => {
    expect(await failureOf('expired')).toMatchObject({ code: 'credentials-expired' })
  })

  test('that fails', async () => {
    const failure = await failureOf('broken')
    expect(failure).toMatchObject({ code: 'credentials-missing' })
    expect(fixText(failure.fix)).toContain('aws configure export-credentials --profile broken')
  })
})

describe('aws login', () => {
  const signedIn = () => {
    const key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'pem', type: 'sec1' })
    const accessToken = { accessKeyId: 'A', secretAccessKey: 'B', sessionToken: 'C', accountId: '1' }
    write(
      `login/${createHash('sha256').update(USER).digest('hex')}.json`,
      JSON.stringify({
        ...{ accessToken: { ...accessToken, expiresAt: '2020-01-01T00:00:00Z' }, clientId: 'c' },
        ...{ refreshToken: 'r', dpopKey: key },
      }),
    )
  }
  const denied = (error: string) => json(403, 'AccessDeniedException', { error, message: 'x' })

  test('that was never done', async () => {
    const failure = await failureOf('login')
    expect(failure).toMatchObject({ code: 'credentials-expired' })
    expect(fixText(failure.fix)).toContain('aws login --profile login')
  })

  test.each<[string, EmulatedReply, Partial<Failure>]>([
    ['that has expired', denied('TOKEN_EXPIRED'), { code: 'credentials-expired' }],
    ['with an old password', denied('USER_CREDENTIALS_CHANGED'), { code: 'credentials-expired' }],
    ['that the user may not renew', denied('INSUFFICIENT_PERMISSIONS'), { code: 'iam-permission-missing' }],
    ['denied otherwise', denied('SOMETHING_NEW'), { code: 'credentials-expired' }],
    [
      'of a busy service',
      json(429, 'TooManyRequestsError', { error: 'x', message: 'slow' }),
      { code: 'throttled', retryable: true },
    ],
    [
      'of a failing service',
      json(500, 'InternalServerException', { error: 'x', message: 'slow' }),
      { code: 'service-unavailable', retryable: true },
    ],
  ])('%s', async (...[, reply, expected]) => {
    signedIn()
    here.replies = [reply]
    expect(await failureOf('login')).toMatchObject(expected)
  })
})
