import { describe, expect, test } from '@jest/globals'

import { fixText } from '../../../src/errors.ts'
import type { AwsKeys } from '../../../src/ports/aws.ts'
import { SESSION_KEYS, STATIC_KEYS } from './fakes.ts'
import { isSameSession, renewalFailure } from '../../../src/aws/renewal.ts'
import type { Session } from '../../../src/aws/types.ts'

const BEARER: Session = { kind: 'bearer', key: 'bedrock-key' }
const keysSession = (keys: AwsKeys): Session => ({
  kind: 'keys',
  keys,
  account: '111122223333',
  arn: 'arn:aws:iam::111122223333:user/ci',
  renewable: false,
})

describe('sessions are the same', () => {
  test.each([
    ['by their key id and token', keysSession(SESSION_KEYS), keysSession({ ...SESSION_KEYS }), true],
    ['not with another token', keysSession(SESSION_KEYS), keysSession({ ...SESSION_KEYS, sessionToken: 'b' }), false],
    ['not with another key id', keysSession(STATIC_KEYS), keysSession({ ...STATIC_KEYS, accessKeyId: 'b' }), false],
    ['by their API key', BEARER, { ...BEARER }, true],
    ['not with another API key', BEARER, { kind: 'bearer', key: 'b' } as const, false],
    ['not in two kinds', BEARER, keysSession(STATIC_KEYS), false],
    ['not in two kinds, the other way round', keysSession(STATIC_KEYS), BEARER, false],
  ])('%s', (...[, one, other, isSame]) => {
    expect(isSameSession(one, other)).toBe(isSame)
  })
})

describe('credentials that AWS no longer accepts are explained, with a fix', () => {
  test.each([
    { of: 'temporary keys', session: keysSession(SESSION_KEYS), code: 'credentials-expired', fix: /aws-auth-refresh/ },
    { of: 'lasting keys', session: keysSession(STATIC_KEYS), code: 'credentials-invalid', fix: /Set keys/ },
    { of: 'an API key', session: BEARER, code: 'credentials-invalid', fix: /`bedrock-api-key`/ },
  ])('of $of', ({ session, code, fix }) => {
    const failure = renewalFailure(session)
    const text = fixText(failure.fix)
    expect(failure.code).toBe(code)
    expect(text).toMatch(fix)
    expect(text).toContain('role-to-assume')
    expect(failure.message + text).not.toMatch(/bedrock-key|session-token|secret-/)
  })
})
