import { afterEach, describe, expect, test } from '@jest/globals'
import { BedrockClient, ListInferenceProfilesCommand } from '@aws-sdk/client-bedrock'
import { BedrockRuntimeClient, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime'
import type { AccessKey } from './aws-account.ts'
import { startAws, type Aws, type AwsOptions } from './aws.ts'
import { BEDROCK_ERRORS } from './bedrock-errors.ts'
import { connectionLost } from './faults.ts'
import type { PolicyDocument, PolicyStatement } from './iam-policy.ts'

const GEO = 'us.anthropic.claude-sonnet-4-6'
const GLOBAL = 'global.anthropic.claude-sonnet-4-6'

let aws: Aws

afterEach(() => aws.close())

async function start(options: AwsOptions = {}): Promise<AccessKey> {
  aws = await startAws(options)
  return aws.account.addUser('ci')
}

const placeOf = (credentials: AccessKey) => ({ region: 'us-east-1', endpoint: aws.url, credentials, maxAttempts: 1 })

function invoke(key: AccessKey, modelId = GEO) {
  const place = placeOf(key)
  // The runtime client speaks HTTP/2 by default; this is the other client's HTTP/1.1.
  const client = new BedrockRuntimeClient({ ...place, requestHandler: new BedrockClient(place).config.requestHandler })
  const messages = [{ role: 'user', content: 'Say hello' }]
  const body = JSON.stringify({ anthropic_version: 'bedrock-2023-05-31', max_tokens: 1, messages })
  return client.send(new InvokeModelCommand({ modelId, body }))
}

const list = (key: AccessKey) => new BedrockClient(placeOf(key)).send(new ListInferenceProfilesCommand())

describe('permissions', () => {
  const PROFILE = `arn:aws:bedrock:us-east-1:111122223333:inference-profile/`
  const MODEL = 'foundation-model/anthropic.claude-sonnet-4-6'
  const allow = (Resource: string | string[], Condition?: PolicyStatement['Condition']): PolicyStatement => ({
    Effect: 'Allow',
    Action: ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'],
    Resource,
    ...(Condition && { Condition }),
  })
  const through = { ArnLike: { 'bedrock:InferenceProfileArn': `${PROFILE}us.anthropic.*` } }
  const discover: PolicyStatement = { Effect: 'Allow', Action: 'bedrock:List*', Resource: '*' }

  const sessionWith = (policy: PolicyDocument | undefined, sessionPolicy?: PolicyDocument) => {
    const role = { name: 'claude', trustPolicy: { Statement: [] }, ...(policy && { policy }) }
    return aws.account.openSession({ role, sessionName: 'octo-repo-1', seconds: 3600, policy: sessionPolicy })
  }

  const least = [allow(`${PROFILE}${GEO}`), allow(`arn:aws:bedrock:*::${MODEL}`, through)]
  const leastGlobal = [
    allow(`${PROFILE}${GLOBAL}`),
    allow(`arn:aws:bedrock:us-east-1::${MODEL}`, { StringEquals: { 'aws:RequestedRegion': 'us-east-1' } }),
    allow(`arn:aws:bedrock:::${MODEL}`, { StringEquals: { 'aws:RequestedRegion': 'unspecified' } }),
  ]

  test.each([
    ['a geographic profile', least, GEO],
    ['a global profile', leastGlobal, GLOBAL],
  ])('the least for %s is enough', async (_, Statement, id) => {
    await start()
    await expect(invoke(sessionWith({ Statement }), id)).resolves.toBeDefined()
  })

  const unallowed = 'because no identity-based policy allows the bedrock:InvokeModel action'

  test.each<[string, PolicyStatement[], string, string, string]>([
    ['nothing is allowed', [discover], GEO, `${PROFILE}${GEO}`, unallowed],
    ['only the profile is', [allow(`${PROFILE}${GEO}`)], GEO, `arn:aws:bedrock:us-east-1::${MODEL}`, unallowed],
    [
      'a region it may be answered in is left out',
      [
        allow(`${PROFILE}${GEO}`),
        allow(['us-east-1', 'us-west-2'].map((region) => `arn:aws:bedrock:${region}::${MODEL}`)),
      ],
      GEO,
      `arn:aws:bedrock:us-east-2::${MODEL}`,
      unallowed,
    ],
    ['the condition names another profile', least, GLOBAL, `${PROFILE}${GLOBAL}`, unallowed],
    [
      '"anywhere" is left out of a global one',
      leastGlobal.slice(0, 2),
      GLOBAL,
      `arn:aws:bedrock:::${MODEL}`,
      unallowed,
    ],
    [
      'a region is denied',
      [...least, { Effect: 'Deny', Action: 'bedrock:*', Resource: 'arn:aws:bedrock:us-west-2:*' }],
      GEO,
      `arn:aws:bedrock:us-west-2::${MODEL}`,
      'with an explicit deny in an identity-based policy',
    ],
  ])('are missing when %s', async (...[, Statement, id, resource, reason]) => {
    await start()
    await expect(invoke(sessionWith({ Statement }), id)).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: `User: arn:aws:sts::111122223333:assumed-role/claude/octo-repo-1 is not authorized to perform: bedrock:InvokeModel on resource: ${resource} ${reason}`,
    })
  })

  test('end where the session policy ends', async () => {
    await start()
    const session = sessionWith(undefined, { Statement: discover })
    await expect(list(session)).resolves.toBeDefined()
    const message = expect.stringMatching(/because no session policy allows the bedrock:InvokeModel action$/)
    await expect(invoke(session)).rejects.toMatchObject({ name: 'AccessDeniedException', message })
  })

  test('may be decided by the test', async () => {
    const deny = 'with an explicit deny in a service control policy'
    const key = await start({ allow: ({ resource }) => !resource.includes('us-west-2') || { deny } })
    await expect(invoke(key, GLOBAL)).resolves.toBeDefined()
    await expect(invoke(key)).rejects.toMatchObject({ message: expect.stringMatching(new RegExp(`${deny}$`)) })
  })
})

describe('faults', () => {
  test.each(Object.entries(BEDROCK_ERRORS))('%s', async (_, error) => {
    const key = await start()
    aws.bedrock.faults.inject(error)
    const [name] = error.type.split(':')
    await expect(invoke(key)).rejects.toMatchObject({
      name,
      message: error.message,
      $metadata: { httpStatusCode: error.status, requestId: expect.stringMatching(/^[\da-f-]{36}$/) },
    })
    expect(aws.bedrock.calls).toMatchObject([{ status: error.status, error: name, maxTokens: 1 }])
  })

  const outcomes = async (key: AccessKey, calls: readonly ((key: AccessKey) => Promise<unknown>)[]) => {
    for (const call of calls) await call(key).catch(() => undefined)
    return aws.bedrock.calls.map(({ status }) => status)
  }

  test('strike so many calls from one on, of those that are meant', async () => {
    const key = await start()
    aws.bedrock.faults.inject(BEDROCK_ERRORS.tooManyTokens, { from: 2, times: 2 })
    expect(await outcomes(key, [list, invoke, invoke, list, invoke, invoke])).toEqual([200, 200, 429, 200, 429, 200])
  })

  test('strike all calls that a test picks, until they are cleared', async () => {
    const key = await start()
    aws.bedrock.faults.inject(BEDROCK_ERRORS.internal, { times: Infinity, when: ({ plane }) => plane === 'control' })
    expect(await outcomes(key, [invoke, list, list])).toEqual([200, 500, 500])
    aws.bedrock.faults.clear()
    await expect(list(key)).resolves.toBeDefined()
  })

  test('do not strike who is not let in', async () => {
    const key = await start()
    aws.bedrock.faults.inject(BEDROCK_ERRORS.tooManyTokens)
    expect(await outcomes({ ...key, secretAccessKey: 'wrong' }, [invoke])).toEqual([403])
  })

  test('may be a broken connection', async () => {
    const key = await start()
    aws.bedrock.faults.inject(connectionLost)
    await expect(invoke(key)).rejects.toThrow()
    await expect(invoke(key)).resolves.toBeDefined()
  })
})
