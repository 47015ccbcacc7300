// As in credential-errors.test.ts, for what the machine offers: a container, an instance, a web identity.
import { join } from 'node:path'

import { beforeEach, describe, expect, test } from '@jest/globals'

import { fixText, type Failure } from '../../src/errors.ts'
import type { EmulatedReply } from '../emulators/http.ts'
import { stsErrorReply } from '../emulators/sts-errors.ts'
import { tokenWith } from '../unit/aws/fakes.ts'
import { failureOf, here, json, write } from './credential-fixture.ts'

describe('a container', () => {
  beforeEach(() => {
    process.env.AWS_CONTAINER_CREDENTIALS_FULL_URI = `${here.url}/keys`
  })

  test.each<[string, EmulatedReply, Partial<Failure>, RegExp]>([
    [
      'that refuses',
      json(403, undefined, { Code: 'AccessDenied', Message: 'No role' }),
      { code: 'credentials-missing' },
      /Server responded with status: 403, No role/,
    ],
    ['that fails', { status: 500 }, { code: 'service-unavailable', retryable: true }, /status: 500/],
    ['that is busy', { status: 429 }, { code: 'throttled', retryable: true }, /status: 429/],
    ['that gives something else', { status: 200, body: '{}' }, { code: 'credentials-missing' }, /not of the required/],
  ])('%s', async (...[, reply, expected, words]) => {
    here.replies = [reply]
    const failure = await failureOf()
    expect(failure).toMatchObject(expected)
    expect(failure.message).toMatch(words)
  })

  test('that is not there', async () => {
    process.env.AWS_CONTAINER_CREDENTIALS_FULL_URI = 'http://127.0.0.1:1/keys'
    const failure = await failureOf()
    expect(failure).toMatchObject({ code: 'network-unreachable', retryable: true })
    expect(failure.message).toContain('AWS_CONTAINER_CREDENTIALS_FULL_URI')
  })
})

describe('an instance', () => {
  beforeEach(() => {
    process.env.AWS_EC2_METADATA_DISABLED = 'false'
    process.env.AWS_EC2_METADATA_SERVICE_ENDPOINT = here.url
  })

  test.each<[string, EmulatedReply, Partial<Failure>, RegExp]>([
    ['without a role', { status: 404 }, { code: 'credentials-missing' }, /has no role attached/],
    ['that refuses', { status: 403 }, { code: 'credentials-missing' }, /metadata service of the instance refuses/],
    ['that fails', { status: 503 }, { code: 'service-unavailable', retryable: true }, /by itself/],
  ])('%s', async (...[, reply, expected, words]) => {
    here.replies = [reply]
    const failure = await failureOf()
    expect(failure).toMatchObject(expected)
    expect(failure.message).toMatch(words)
  })

  test('is not what a machine without one is taken for', async () => {
    process.env.AWS_EC2_METADATA_SERVICE_ENDPOINT = 'http://127.0.0.1:1'
    const failure = await failureOf()
    expect(failure).toMatchObject({ code: 'credentials-missing', retryable: false })
    expect(failure.message).toContain('no input says how to get some')
  })
})

describe('a web identity of the environment', () => {
  const EKS = 'https://oidc.eks.us-east-1.amazonaws.com/id/AB12'
  const sub = 'system:serviceaccount:ci:runner'
  beforeEach(() => {
    process.env.AWS_ROLE_ARN = 'arn:aws:iam::444455556666:role/irsa'
    process.env.AWS_WEB_IDENTITY_TOKEN_FILE = join(here.folder, 'token')
    write('token', tokenWith({ iss: EKS, sub, aud: ['sts.amazonaws.com'] }))
  })
  const refused = (code: string, message: string, status = 400) => stsErrorReply({ status, code, message })

  test('without its file', async () => {
    process.env.AWS_WEB_IDENTITY_TOKEN_FILE = join(here.folder, 'none')
    const failure = await failureOf()
    expect(failure).toMatchObject({ code: 'credentials-missing' })
    expect(failure.message).toContain('AWS_WEB_IDENTITY_TOKEN_FILE')
  })

  test.each<[string, EmulatedReply, Partial<Failure>, string]>([
    [
      'that its role does not let in',
      refused('AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity', 403),
      { code: 'role-not-assumable' },
      `"oidc.eks.us-east-1.amazonaws.com/id/AB12:sub": "${sub}"`,
    ],
    [
      'of a provider that the account does not have',
      refused('InvalidIdentityToken', `No OpenIDConnect provider found in your account for ${EKS}`),
      { code: 'oidc-provider-missing' },
      `--url ${EKS} --client-id-list sts.amazonaws.com`,
    ],
    [
      'whose token is old',
      refused('ExpiredTokenException', 'Token expired: current date/time 2 must be before the expiration date/time 1'),
      { code: 'credentials-expired' },
      'AWS_WEB_IDENTITY_TOKEN_FILE',
    ],
    ['while STS throttles', refused('Throttling', 'Rate exceeded'), { code: 'throttled', retryable: true }, 'Rate'],
    [
      'behind a VPC endpoint that denies it',
      refused(
        'AccessDenied',
        'Not authorized to perform sts:AssumeRoleWithWebIdentity because no VPC endpoint policy allows the sts:AssumeRoleWithWebIdentity action',
        403,
      ),
      { code: 'explicitly-denied' },
      '"Principal": "*"',
    ],
  ])('%s', async (...[, reply, expected, words]) => {
    here.replies = [reply]
    const failure = await failureOf()
    expect(failure).toMatchObject(expected)
    expect(`${failure.message}\n${fixText(failure.fix)}`).toContain(words)
  })
})
