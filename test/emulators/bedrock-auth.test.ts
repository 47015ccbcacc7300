import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { BedrockClient, GetInferenceProfileCommand, ListInferenceProfilesCommand } from '@aws-sdk/client-bedrock'
import { SignatureV4 } from '@smithy/signature-v4'
import { createHash, createHmac } from 'node:crypto'
import type { AccessKey, Role, SessionKey } from './aws-account.ts'
import { startAws, type Aws, type AwsOptions } from './aws.ts'
import { BEDROCK_ERRORS } from './bedrock-errors.ts'

const OLD_KEY_SECONDS = -1

let aws: Aws
let user: AccessKey
let session: SessionKey

beforeAll(async () => {
  const role: Role = { name: 'claude', trustPolicy: { Statement: [] } }
  aws = await startAws({ regions: ['us-east-1', 'eu-west-1'], roles: [role] })
  user = aws.account.addUser('ci')
  session = aws.account.openSession({ role, sessionName: 'octo-repo-1', seconds: 3600 })
})

afterAll(() => aws.close())

const others: Aws[] = []

afterEach(() => Promise.all(others.splice(0).map((other) => other.close())))

async function another(options: AwsOptions): Promise<Aws> {
  const other = await startAws(options)
  others.push(other)
  return other
}

type Options = Partial<ConstructorParameters<typeof BedrockClient>[0]>

const list = (key: AccessKey, options: Options = {}) =>
  new BedrockClient({ region: 'us-east-1', endpoint: aws.url, credentials: key, maxAttempts: 1, ...options }).send(
    new ListInferenceProfilesCommand({ typeEquals: 'SYSTEM_DEFINED', maxResults: 1 }),
  )

const withApiKey = (token: string, endpoint = aws.url) =>
  list(user, { endpoint, token: { token }, authSchemePreference: ['httpBearerAuth'] })

describe('a signature by the SDK', () => {
  test.each<[string, () => AccessKey, object]>([
    ['a user', () => user, { principal: 'arn:aws:iam::111122223333:user/ci' }],
    ['a session', () => session, { principal: 'arn:aws:sts::111122223333:assumed-role/claude/octo-repo-1' }],
  ])('of %s is good', async (_, key, call) => {
    await list(key())
    expect(aws.bedrock.calls.at(-1)).toMatchObject({ ...call, status: 200, region: 'us-east-1', plane: 'control' })
  })

  test('is good over a path with an encoded ARN and a query with reserved characters', async () => {
    const bedrock = new BedrockClient({ region: 'us-east-1', endpoint: aws.url, credentials: session })
    const arn = 'arn:aws:bedrock:us-east-1:111122223333:inference-profile/us.anthropic.claude-haiku-4-5-20251001-v1:0'
    const { inferenceProfileArn } = await bedrock.send(
      new GetInferenceProfileCommand({ inferenceProfileIdentifier: arn }),
    )
    expect(inferenceProfileArn).toBe(arn)
    const { nextToken } = await bedrock.send(new ListInferenceProfilesCommand({ maxResults: 2 }))
    expect(nextToken).toMatch(/=$/)
    await bedrock.send(new ListInferenceProfilesCommand({ nextToken }))
  })

  test('counts for the region in its scope', async () => {
    const { inferenceProfileSummaries } = await list(user, { region: 'eu-west-1' })
    expect(inferenceProfileSummaries?.[0]?.inferenceProfileId).toMatch(/^eu\./)
    expect(aws.bedrock.calls.at(-1)).toMatchObject({ region: 'eu-west-1' })
  })

  const invalidSignature = (message: unknown) => ({ name: 'InvalidSignatureException', message })
  const invalidKey = { name: 'UnrecognizedClientException', message: BEDROCK_ERRORS.keyInvalid.message }

  test.each<[string, () => Promise<unknown>, object]>([
    [
      'a wrong secret',
      () => list({ ...user, secretAccessKey: 'wrong' }),
      invalidSignature(BEDROCK_ERRORS.signatureWrong.message),
    ],
    ['an unknown key', () => list({ ...user, accessKeyId: 'AKIAAAAAAAAAAAAAAAAA' }), invalidKey],
    ['no session token', () => list({ ...session, sessionToken: '' } as AccessKey), invalidKey],
    ["another's session token", () => list({ ...session, sessionToken: 'IQoJ' } as AccessKey), invalidKey],
    ['a session token beside a key of a user', () => list({ ...user, sessionToken: 'IQoJ' } as AccessKey), invalidKey],
    [
      'a region that is not served',
      () => list(user, { region: 'us-west-2' }),
      invalidSignature(expect.stringContaining('valid region')),
    ],
    [
      'a clock that is late',
      () => list(user, { systemClockOffset: -6 * 60_000 }),
      invalidSignature(expect.stringMatching(/^Signature expired: /)),
    ],
    [
      'a clock that is early',
      () => list(user, { systemClockOffset: 6 * 60_000 }),
      invalidSignature(expect.stringMatching(/^Signature not yet current: /)),
    ],
  ])('with %s is refused', async (_, ask, error) => {
    await expect(ask()).rejects.toMatchObject({ ...error, $metadata: { httpStatusCode: 403 } })
    expect(aws.bedrock.calls.at(-1)).toMatchObject({ status: 403, principal: undefined })
  })

  test("is good for a session's life by the account's clock, whatever life was asked for", async () => {
    let now = Date.now()
    const role: Role = { name: 'claude', trustPolicy: { Statement: [] } }
    const brief = await another({ roles: [role], sessionSeconds: 60, clock: () => now })
    const key = brief.account.openSession({ role, sessionName: 'x', seconds: 3600 })
    const listing = () => list({ ...key, expiration: undefined } as never, { endpoint: brief.url })
    await listing()
    now += 60_000
    await expect(listing()).rejects.toMatchObject({ name: 'ExpiredTokenException' })
  })

  test('of a session whose time is over is refused', async () => {
    const over = aws.account.openSession({ role: session.principal.role!, sessionName: 'x', seconds: OLD_KEY_SECONDS })
    const { name, message } = { name: 'ExpiredTokenException', message: BEDROCK_ERRORS.keyExpired.message }
    await expect(list({ ...over, expiration: undefined } as never)).rejects.toMatchObject({ name, message })
  })
})

/** What the signer of the SDK asks for. */
class Sha256 {
  readonly #hash
  constructor(secret?: string | Uint8Array) {
    this.#hash = secret === undefined ? createHash('sha256') : createHmac('sha256', secret)
  }
  update(data: string | Uint8Array) {
    this.#hash.update(data)
  }
  digest = () => Promise.resolve(new Uint8Array(this.#hash.digest()))
  reset = () => undefined
}

describe('a request by hand', () => {
  const path = '/model/us.anthropic.claude-sonnet-4-6/invoke'
  const body = JSON.stringify({
    anthropic_version: 'bedrock-2023-05-31',
    max_tokens: 10,
    messages: [{ role: 'user', content: 'Hello' }],
  })

  /** Not as it is on the wire below: neither its order nor its encoding. */
  const QUERY = { a: '1', b: '!*' }

  /** Signs one request and sends another, which differs by `change`. */
  async function send(change: { path?: string; body?: string; header?: string; service?: string } = {}) {
    const service = change.service ?? 'bedrock'
    const signer = new SignatureV4({ service, region: 'us-east-1', credentials: user, sha256: Sha256 as never })
    const { host, hostname, protocol } = new URL(aws.url)
    const request = {
      method: 'POST',
      protocol,
      hostname,
      path,
      headers: { host, 'x-custom': 'a  b' },
      body,
      query: QUERY,
    }
    const { headers } = await signer.sign(request)
    const sent = { ...headers, 'x-custom': change.header ?? headers['x-custom'] ?? '' }
    const response = await fetch(`${aws.url}${change.path ?? `${path}?b=%21*&a=1`}`, {
      method: 'POST',
      headers: sent,
      body: change.body ?? body,
    })
    return { status: response.status, type: response.headers.get('x-amzn-errortype'), answer: await response.json() }
  }

  test('is answered when it arrives as it was signed', async () => {
    expect(await send()).toMatchObject({ status: 200 })
  })

  test.each([
    ['its body', { body: body.replace('Hello', 'Hallo') }],
    ['its path', { path: `${path.replace('sonnet', 'opus')}?a=1&b=%21%2A` }],
    ['its query', { path: `${path}?x=1` }],
    ['a signed header', { header: 'c' }],
    ['the service it was signed for', { service: 'sts' }],
  ])('is refused when someone changed %s', async (_, change) => {
    expect(await send(change)).toMatchObject({ status: 403, type: 'InvalidSignatureException' })
  })

  test.each([
    [
      'nothing',
      undefined,
      403,
      BEDROCK_ERRORS.authorizationMissing.type,
      { Message: 'Authorization header is missing' },
    ],
    [
      'half a signature',
      'AWS4-HMAC-SHA256 Credential=x',
      400,
      'IncompleteSignatureException',
      { message: expect.stringContaining("'Signature'") },
    ],
  ])('is refused with %s for authorization', async (...[, authorization, status, type, message]) => {
    const response = await fetch(`${aws.url}${path}`, {
      method: 'POST',
      body,
      headers: authorization ? { authorization } : {},
    })
    expect(response.status).toBe(status)
    expect(response.headers.get('x-amzn-errortype')).toBe(type)
    expect(response.headers.get('x-amzn-requestid')).toMatch(/^[\da-f-]{36}$/)
    expect(await response.json()).toEqual(message)
  })
})

describe('an API key', () => {
  test('is good', async () => {
    expect((await withApiKey(aws.account.addApiKey())).inferenceProfileSummaries).toHaveLength(1)
  })

  test.each([
    ['unknown', () => 'bedrock-api-key-unknown', BEDROCK_ERRORS.apiKeyInvalid.message],
    ['over', () => aws.account.addApiKey(OLD_KEY_SECONDS), BEDROCK_ERRORS.apiKeyExpired.message],
  ])('that is %s is refused', async (_, key, message) => {
    await expect(withApiKey(key())).rejects.toMatchObject({ name: 'AccessDeniedException', message })
  })
})

test('an API key needs bedrock:CallWithBearerToken', async () => {
  const deny = 'because no identity-based policy allows the bedrock:CallWithBearerToken action'
  const strict = await another({ allow: ({ action }) => action !== 'bedrock:CallWithBearerToken' || { deny } })
  const asking = withApiKey(strict.account.addApiKey(), strict.url)
  await expect(asking).rejects.toMatchObject({ name: 'AccessDeniedException', message: expect.stringContaining(deny) })
})

test('nothing is asked for where authentication is off', async () => {
  const open = await another({ requireAuth: false })
  const response = await fetch(`${open.url}/inference-profiles`)
  expect(response.status).toBe(200)
})
