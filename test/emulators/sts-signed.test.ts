import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import type { AccessKey, Role } from './aws-account.ts'
import { startAws, type Aws } from './aws.ts'
import { STS_ERRORS, stsErrorReply } from './sts-errors.ts'

const arn = (role: string) => `arn:aws:iam::111122223333:role/${role}`

const NOBODY = { Statement: [] }
const ROLES = [
  { name: 'first', trustPolicy: NOBODY },
  { name: 'unloved', trustPolicy: NOBODY },
  {
    name: 'target',
    maxSessionDuration: 43_200,
    trustPolicy: { Statement: { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { AWS: arn('first') } } },
  },
  {
    name: 'for-the-account',
    trustPolicy: {
      Statement: [
        { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { AWS: 'arn:aws:iam::111122223333:root' } },
        { Effect: 'Deny', Action: '*', Principal: { AWS: arn('unloved') } },
      ],
    },
  },
] as const satisfies readonly Role[]

let aws: Aws
let user: AccessKey

beforeAll(async () => {
  aws = await startAws({ roles: ROLES })
  user = aws.account.addUser('ci')
})

afterAll(() => aws.close())

const sessionOf = (role: Role) => aws.account.openSession({ role, sessionName: 'octo-repo-1', seconds: 3600 })

function client(key: AccessKey = user, options: { region?: string; maxAttempts?: number } = {}) {
  return new STSClient({ region: 'us-east-1', endpoint: aws.url, credentials: key, maxAttempts: 1, ...options })
}

const refusal = (name: string, status: number, message: unknown) => ({
  name,
  message,
  $metadata: expect.objectContaining({ httpStatusCode: status, requestId: expect.stringMatching(/^[\da-f-]{36}$/) }),
})

describe('AssumeRole', () => {
  const assumeAs = (key: AccessKey, role: string, seconds = 900) =>
    client(key).send(new AssumeRoleCommand({ RoleArn: arn(role), RoleSessionName: 'next', DurationSeconds: seconds }))

  test('a user is let in by a policy that trusts the account', async () => {
    const { AssumedRoleUser } = await assumeAs(user, 'for-the-account')
    expect(AssumedRoleUser?.Arn).toBe('arn:aws:sts::111122223333:assumed-role/for-the-account/next')
  })

  test('a session is let in by a policy that trusts its role, for an hour at most', async () => {
    const session = sessionOf(ROLES[0])
    expect((await assumeAs(session, 'target', 3600)).Credentials).toBeDefined()
    await expect(assumeAs(session, 'target', 3601)).rejects.toMatchObject(
      refusal('ValidationError', 400, STS_ERRORS.chainTooLong.message),
    )
  })

  test.each<[string, string, () => AccessKey]>([
    ['that the policy does not name', 'target', () => user],
    ['that the policy denies', 'for-the-account', () => sessionOf(ROLES[1])],
  ])('refuses whoever %s', async (_, role, as) => {
    const key = as()
    const message = `User: ${key.principal.arn} is not authorized to perform: sts:AssumeRole on resource: ${arn(role)}`
    await expect(assumeAs(key, role)).rejects.toMatchObject(refusal('AccessDenied', 403, message))
  })
})

describe('GetCallerIdentity', () => {
  const identityOf = (key: AccessKey, options?: { region?: string }) =>
    client(key, options).send(new GetCallerIdentityCommand())

  test.each<[string, () => Promise<unknown>, object]>([
    [
      'a wrong secret',
      () => identityOf({ ...user, secretAccessKey: 'wrong' }),
      refusal('SignatureDoesNotMatch', 403, expect.stringContaining('does not match')),
    ],
    [
      'an unknown key',
      () => identityOf({ ...user, accessKeyId: 'AKIAAAAAAAAAAAAAAAAA' }),
      refusal('InvalidClientTokenId', 403, STS_ERRORS.keyInvalid.message),
    ],
    [
      'another region',
      () => identityOf(user, { region: 'eu-west-1' }),
      refusal('SignatureDoesNotMatch', 403, 'Credential should be scoped to a valid region. '),
    ],
  ])('refuses a signature with %s', async (_, ask, error) => {
    await expect(ask()).rejects.toMatchObject(error)
  })

  test('refuses a session whose time is over', async () => {
    const session = sessionOf(ROLES[0])
    await identityOf(session)
    aws.account.expireSessions()
    await expect(identityOf(session)).rejects.toMatchObject(
      refusal('ExpiredToken', 403, 'The security token included in the request is expired'),
    )
  })
})

describe('a scripted error that passes', () => {
  test('is survived by a client that tries again', async () => {
    aws.sts.faults.next('GetCallerIdentity', stsErrorReply(STS_ERRORS.throttled), 2)
    const before = aws.sts.calls.length
    await client(user, { maxAttempts: 3 }).send(new GetCallerIdentityCommand())
    expect(aws.sts.calls.slice(before).map(({ status }) => status)).toEqual([400, 400, 200])
  })
})
