import { describe, expect, test } from '@jest/globals'

import { isSameSession, renewedInVain } from '../../../src/aws/renewal-in-vain.ts'
import type { Session } from '../../../src/aws/session-words.ts'
import type { AwsKeys } from '../../../src/ports/aws.ts'
import { SESSION_KEYS, STATIC_KEYS } from './fakes.ts'

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

describe('what AWS no longer takes, and what to do', () => {
  test.each([
    { of: 'temporary keys', session: keysSession(SESSION_KEYS), code: 'credentials-expired', hint: /aws-auth-refresh/ },
    { of: 'lasting keys', session: keysSession(STATIC_KEYS), code: 'credentials-invalid', hint: /Set keys/ },
    { of: 'an API key', session: BEARER, code: 'credentials-invalid', hint: /`bedrock-api-key`/ },
  ])('of $of', ({ session, code, hint }) => {
    const failure = renewedInVain(session)
    expect(failure).toMatchObject({ code, hint: expect.stringMatching(hint) })
    expect(failure.hint).toContain('role-to-assume')
    expect(failure.message + failure.hint).not.toMatch(/bedrock-key|session-token|secret-/)
  })
})
