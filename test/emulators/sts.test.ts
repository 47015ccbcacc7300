import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import {
  AssumeRoleWithWebIdentityCommand,
  GetCallerIdentityCommand,
  STSClient,
  type AssumeRoleWithWebIdentityCommandInput,
} from '@aws-sdk/client-sts'
import { webIdentityTrust, type Role } from './aws-account.ts'
import { startAws, type Aws } from './aws.ts'
import { githubOidc, type GithubOidc } from './github-oidc.ts'
import { STS_ERRORS, stsErrorReply } from './sts-errors.ts'

const ISSUER = 'https://token.actions.githubusercontent.com'
const arn = (role: string) => `arn:aws:iam::111122223333:role/${role}`

let aws: Aws
let oidc: GithubOidc

function trusting(conditions: Omit<Parameters<typeof webIdentityTrust>[0], 'issuer'>, name: string): Role {
  const trustPolicy = webIdentityTrust({ issuer: ISSUER, ...conditions })
  return { name, trustPolicy }
}

const ROLES: readonly Role[] = [
  trusting({ stringEquals: { aud: 'sts.amazonaws.com', sub: 'repo:octo-org/octo-repo:ref:refs/heads/main' } }, 'main'),
  trusting({ stringEquals: { sub: 'repo:octo-org/octo-repo:environment:prod' } }, 'prod-only'),
  trusting({ stringLike: { sub: 'repo:octo-org/*' } }, 'any-of-org'),
  trusting({ stringEquals: { sub: 'repo:octo-org/*' } }, 'wildcard-in-equals'),
  trusting({ stringEquals: { repository_id: ['1', '789012'] } }, 'by-repository-id'),
  trusting({ stringEquals: { run_id: '15801583123' } }, 'by-claim-that-sts-does-not-show'),
  { ...trusting({ account: '999999999999' }, 'trusts-a-provider-elsewhere') },
  {
    name: 'for-users',
    trustPolicy: { Statement: { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { AWS: '111122223333' } } },
  },
]

beforeAll(async () => {
  oidc = await githubOidc({ requestToken: 'request-token' })
  aws = await startAws({
    issuer: oidc,
    roles: ROLES,
    providers: [
      { url: ISSUER, clientIds: ['sts.amazonaws.com'] },
      { url: 'https://ghes.example/_services/token', clientIds: ['sts.amazonaws.com'] },
    ],
  })
})

afterAll(() => aws.close())

interface Ask extends Partial<AssumeRoleWithWebIdentityCommandInput> {
  /** Default `main`. */
  readonly role?: string
  readonly audience?: string
  readonly claims?: Readonly<Record<string, unknown>>
}

async function assume({ role = 'main', audience = 'sts.amazonaws.com', claims, ...input }: Ask = {}) {
  const token = await oidc.mint(audience, claims)
  const command = { RoleArn: arn(role), RoleSessionName: 'octo-repo-1', WebIdentityToken: token, ...input }
  const sts = new STSClient({ region: 'us-east-1', endpoint: aws.url, maxAttempts: 1 })
  return sts.send(new AssumeRoleWithWebIdentityCommand(command))
}

const refusal = (name: string, status: number, message: unknown) => ({
  name,
  message,
  $metadata: expect.objectContaining({ httpStatusCode: status, requestId: expect.stringMatching(/^[\da-f-]{36}$/) }),
})

const ACCESS_DENIED = refusal('AccessDenied', 403, 'Not authorized to perform sts:AssumeRoleWithWebIdentity')
const invalidToken = (message: string) => refusal('InvalidIdentityTokenException', 400, message)
const invalid = (message: unknown) => refusal('ValidationError', 400, message)

describe('AssumeRoleWithWebIdentity', () => {
  test('gives a session that STS itself then knows', async () => {
    const answer = await assume({ DurationSeconds: 900 })
    expect(answer).toMatchObject({
      SubjectFromWebIdentityToken: 'repo:octo-org/octo-repo:ref:refs/heads/main',
      Audience: 'sts.amazonaws.com',
      Provider: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com',
      AssumedRoleUser: { Arn: 'arn:aws:sts::111122223333:assumed-role/main/octo-repo-1' },
      Credentials: { AccessKeyId: expect.stringMatching(/^ASIA[A-Z2-7]{16}$/) },
    })
    const seconds = (answer.Credentials!.Expiration!.getTime() - Date.now()) / 1000
    expect(seconds).toBeGreaterThan(840)
    expect(seconds).toBeLessThanOrEqual(900)
    const { AccessKeyId, SecretAccessKey, SessionToken } = answer.Credentials!
    const key = { accessKeyId: AccessKeyId!, secretAccessKey: SecretAccessKey!, sessionToken: SessionToken! }
    const sts = new STSClient({ region: 'us-east-1', endpoint: aws.url, credentials: key })
    const identity = await sts.send(new GetCallerIdentityCommand())
    expect(identity).toMatchObject({ Account: '111122223333', Arn: answer.AssumedRoleUser!.Arn! })
  })

  test.each<[string, Ask]>([
    ['a wildcard in StringLike', { role: 'any-of-org' }],
    ['one of several values of repository_id', { role: 'by-repository-id' }],
    ['an environment', { role: 'prod-only', claims: { environment: 'prod' } }],
  ])('trusts by %s', async (_, ask) => {
    expect((await assume(ask)).Credentials).toBeDefined()
  })

  test('keeps session policies on the session', async () => {
    const policy = { Statement: [{ Effect: 'Allow', Action: 'bedrock:*', Resource: '*' }] }
    const managed = 'arn:aws:iam::aws:policy/AmazonBedrockLimitedAccess'
    await assume({ Policy: JSON.stringify(policy), PolicyArns: [{ arn: managed }] })
    expect(aws.account.sessions.at(-1)?.principal).toMatchObject({
      sessionPolicy: policy,
      managedPolicyArns: [managed],
    })
  })

  const padded = (size: number) =>
    JSON.stringify({ Statement: [{ Sid: 'x'.repeat(size), Effect: 'Allow', Action: '*', Resource: '*' }] })

  test.each<[string, Ask, object]>([
    ['another subject', { role: 'prod-only' }, ACCESS_DENIED],
    ['a subject of another case', { claims: { repository: 'Octo-Org/octo-repo' } }, ACCESS_DENIED],
    ['a wildcard in StringEquals', { role: 'wildcard-in-equals' }, ACCESS_DENIED],
    ['a condition on a claim that STS does not show', { role: 'by-claim-that-sts-does-not-show' }, ACCESS_DENIED],
    ['a provider of another account', { role: 'trusts-a-provider-elsewhere' }, ACCESS_DENIED],
    ['a role that trusts no provider', { role: 'for-users' }, ACCESS_DENIED],
    ['a role that does not exist', { role: 'nobody' }, ACCESS_DENIED],
    ['another audience', { audience: 'sigstore' }, invalidToken('Incorrect token audience')],
    [
      'an issuer that the account does not know',
      { claims: { iss: `${ISSUER}/` } },
      invalidToken(`No OpenIDConnect provider found in your account for ${ISSUER}/`),
    ],
    [
      'an issuer whose keys are out of reach',
      { claims: { iss: 'https://ghes.example/_services/token' } },
      invalidToken(STS_ERRORS.keyNotRetrieved.message),
    ],
    ['no token', { WebIdentityToken: 'gho_abcd' }, invalidToken(STS_ERRORS.malformedToken.message)],
    [
      'an expired token',
      { claims: { exp: 1_700_000_000 } },
      refusal(
        'ExpiredTokenException',
        400,
        expect.stringMatching(/^Token expired: .* expiration date\/time 1700000000$/),
      ),
    ],
    ['more than the role allows', { DurationSeconds: 3601 }, invalid(STS_ERRORS.durationTooLong.message)],
    ['under 15 minutes', { DurationSeconds: 899 }, invalid(expect.stringContaining("'durationSeconds' failed"))],
    ['over 12 hours', { DurationSeconds: 43_201 }, invalid(expect.stringContaining('equal to 43200'))],
    ['a name of the role alone', { RoleArn: 'a-role-without-its-arn' }, invalid('Request ARN is invalid')],
    ['a short ARN', { RoleArn: 'claude' }, invalid(expect.stringContaining("'claude' at 'roleArn' failed"))],
    ['a session name with a slash', { RoleSessionName: 'octo/repo' }, invalid(expect.stringContaining('pattern'))],
    ['65 characters of session name', { RoleSessionName: 'x'.repeat(65) }, invalid(expect.stringContaining('64'))],
    [
      'two things at once',
      { RoleSessionName: 'x', DurationSeconds: 1 },
      invalid(expect.stringMatching(/^2 validation errors detected: .*; /)),
    ],
    [
      'broken JSON',
      { Policy: '{' },
      refusal('MalformedPolicyDocumentException', 400, 'This policy contains invalid Json'),
    ],
    [
      'a policy of nothing',
      { Policy: '{}' },
      refusal('MalformedPolicyDocumentException', 400, 'Syntax errors in policy.'),
    ],
    [
      'a policy too large',
      { Policy: padded(2048) },
      refusal('PackedPolicyTooLargeException', 400, 'Packed size of session policy consumes 104% of allotted space.'),
    ],
  ])('refuses %s', async (_, ask, error) => {
    await expect(assume(ask)).rejects.toMatchObject(error)
  })

  test('refuses a token signed by someone else', async () => {
    const stranger = await githubOidc({ requestToken: 'request-token' })
    const asking = assume({ WebIdentityToken: await stranger.mint('sts.amazonaws.com') })
    await expect(asking).rejects.toMatchObject(invalidToken('Token signature invalid'))
  })
})

describe('scripted errors', () => {
  test.each(Object.values(STS_ERRORS).map((error) => ({ ...error })))('$code: $message', async (error) => {
    aws.sts.faults.next('AssumeRoleWithWebIdentity', stsErrorReply(error))
    const failed = assume()
    await expect(failed).rejects.toMatchObject(
      refusal(expect.stringMatching(new RegExp(`^${error.code}(Exception)?$`)) as never, error.status, error.message),
    )
    expect((await assume()).Credentials).toBeDefined()
  })
})
