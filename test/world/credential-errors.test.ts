// What the AWS SDK's credential providers make of the answers of their services, read by the adapter and explained: the name
// and the status of what they wrap must not be lost.
import { createHash, generateKeyPairSync } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'

import { explainSignIn } from '../../src/aws/errors/sign-in-error.ts'
import { claimsOf } from '../../src/aws/id-token-claims.ts'
import { authenticate } from '../../src/aws/session.ts'
import { fixText, type Failure, type ServiceError } from '../../src/errors.ts'
import { createCredentialSources } from '../../src/world/aws-clients.ts'
import { serve, type EmulatedReply, type Serving } from '../emulators/http.ts'
import { stsErrorReply } from '../emulators/sts-errors.ts'
import { fakeWorld, OIDC, RUNNER, tokenWith } from '../unit/aws/fakes.ts'

const START = 'https://company.awsapps.com/start'
const USER = 'arn:aws:iam::111122223333:user/x'
const CONFIG = `
[profile sso]
sso_start_url = ${START}
sso_region = us-east-1
sso_account_id = 111122223333
sso_role_name = Developer
[profile expired]
credential_process = echo '{"Version":1,"AccessKeyId":"A","SecretAccessKey":"B","SessionToken":"C","Expiration":"2020-01-01T00:00:00Z"}'
[profile broken]
credential_process = exit 3
[profile login]
login_session = ${USER}
region = us-east-1
`

let folder: string
let before: NodeJS.ProcessEnv
let server: Serving
/** What the service answers, in order; the last one again and again. */
let replies: EmulatedReply[]

beforeEach(async () => {
  replies = []
  server = await serve(() => (replies.length > 1 ? replies.shift() : replies[0]))
  folder = mkdtempSync(join(tmpdir(), 'credential-errors-'))
  before = { ...process.env }
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) Reflect.deleteProperty(process.env, name)
  write('.aws/config', CONFIG)
  const inAnHour = new Date(Date.now() + 3_600_000).toISOString()
  const cached = createHash('sha1').update(START).digest('hex')
  write(`.aws/sso/cache/${cached}.json`, JSON.stringify({ accessToken: 'token', expiresAt: inAnHour }))
  Object.assign(process.env, {
    HOME: folder,
    AWS_CONFIG_FILE: join(folder, '.aws/config'),
    AWS_LOGIN_CACHE_DIRECTORY: join(folder, 'login'),
    AWS_ENDPOINT_URL_SSO: server.url,
    AWS_ENDPOINT_URL_SIGNIN: server.url,
    AWS_ENDPOINT_URL_STS: server.url,
    AWS_EC2_METADATA_DISABLED: 'true',
  })
})

afterEach(async () => {
  for (const name of Object.keys(process.env)) Reflect.deleteProperty(process.env, name)
  Object.assign(process.env, before)
  rmSync(folder, { recursive: true })
  await server.close()
})

function write(name: string, text: string): void {
  mkdirSync(join(folder, name, '..'), { recursive: true })
  writeFileSync(join(folder, name), text)
}

const sources = () => createCredentialSources({ secrets: { add: () => undefined, all: () => [] }, env: process.env })

/** The failure of a load, of a profile or of the default chain. */
async function failureOf(profile?: string): Promise<Failure> {
  const error = await sources()
    .load({ region: 'us-east-1', profile })
    .then(
      () => undefined,
      (thrown: unknown) => thrown as ServiceError,
    )
  if (error === undefined) throw new Error('there were credentials')
  const source = profile === undefined ? ({ kind: 'default-chain' } as const) : ({ kind: 'profile', profile } as const)
  const found = sources().webIdentity()
  return explainSignIn(error, {
    ...{ settings: { ...OIDC, source }, runner: RUNNER },
    ...(found && { webIdentityRole: found.roleArn, claims: claimsOf(found.token) }),
  })
}

const json = (status: number, type: string | undefined, body: object): EmulatedReply => ({
  status,
  headers: { 'content-type': 'application/json', ...(type && { 'x-amzn-errortype': type }), 'x-amzn-requestid': 'r-1' },
  body: JSON.stringify(body),
})
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
    replies = [reply]
    const failure = await failureOf('sso')
    expect(failure).toMatchObject(expected)
    expect(`${failure.message}\n${fixText(failure.fix)}`).toMatch(words)
  })

  test('nobody at its address', async () => {
    process.env.AWS_ENDPOINT_URL_SSO = 'http://127.0.0.1:1'
    expect(await failureOf('sso')).toMatchObject({ code: 'network-unreachable', retryable: true })
  })

  test('is asked again until it answers', async () => {
    replies = [json(429, 'TooManyRequestsException', { message: 'Rate exceeded' }), { status: 500 }, ROLE_KEYS]
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
    replies = [reply]
    expect(await failureOf('login')).toMatchObject(expected)
  })
})

describe('a container', () => {
  beforeEach(() => {
    process.env.AWS_CONTAINER_CREDENTIALS_FULL_URI = `${server.url}/keys`
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
    replies = [reply]
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
    process.env.AWS_EC2_METADATA_SERVICE_ENDPOINT = server.url
  })

  test.each<[string, EmulatedReply, Partial<Failure>, RegExp]>([
    ['without a role', { status: 404 }, { code: 'credentials-missing' }, /has no role attached/],
    ['that refuses', { status: 403 }, { code: 'credentials-missing' }, /metadata service of the instance refuses/],
    ['that fails', { status: 503 }, { code: 'service-unavailable', retryable: true }, /by itself/],
  ])('%s', async (...[, reply, expected, words]) => {
    replies = [reply]
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
    process.env.AWS_WEB_IDENTITY_TOKEN_FILE = join(folder, 'token')
    write('token', tokenWith({ iss: EKS, sub, aud: ['sts.amazonaws.com'] }))
  })
  const refused = (code: string, message: string, status = 400) => stsErrorReply({ status, code, message })

  test('without its file', async () => {
    process.env.AWS_WEB_IDENTITY_TOKEN_FILE = join(folder, 'none')
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
    replies = [reply]
    const failure = await failureOf()
    expect(failure).toMatchObject(expected)
    expect(`${failure.message}\n${fixText(failure.fix)}`).toContain(words)
  })
})
