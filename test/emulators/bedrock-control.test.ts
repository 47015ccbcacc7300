import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import {
  BedrockClient,
  GetFoundationModelAvailabilityCommand,
  GetFoundationModelCommand,
  GetInferenceProfileCommand,
  ListFoundationModelsCommand,
  ListInferenceProfilesCommand,
  paginateListInferenceProfiles,
} from '@aws-sdk/client-bedrock'
import type { AccessKey } from './aws-account.ts'
import { startAws, type Aws } from './aws.ts'

const APPLICATION_ARN = 'arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/a1b2c3d4e5f6'

let aws: Aws
let user: AccessKey

beforeAll(async () => {
  aws = await startAws({
    regions: ['us-east-1', 'ca-west-1', 'eu-west-1', 'ap-northeast-1', 'ap-southeast-2', 'us-gov-west-1', 'sa-east-1'],
    applicationProfiles: [{ id: 'a1b2c3d4e5f6', copyFrom: 'us.anthropic.claude-sonnet-4-6' }],
  })
  user = aws.account.addUser('ci')
})

afterAll(() => aws.close())

const client = (region = 'us-east-1') =>
  new BedrockClient({ region, endpoint: aws.url, credentials: user, maxAttempts: 1 })

async function profilesIn(region: string) {
  const found = []
  for await (const page of paginateListInferenceProfiles({ client: client(region), pageSize: 7 }, {}))
    found.push(...(page.inferenceProfileSummaries ?? []))
  return found
}

describe('ListInferenceProfiles', () => {
  test.each([
    ['us-east-1', ['us', 'global']],
    ['ca-west-1', ['us', 'global']],
    ['eu-west-1', ['eu', 'global']],
    ['ap-northeast-1', ['jp', 'apac', 'global']],
    ['ap-southeast-2', ['au', 'apac', 'global']],
    ['us-gov-west-1', ['us-gov']],
    ['sa-east-1', ['global']],
  ])('in %s has profiles of %j, page by page', async (region, prefixes) => {
    const profiles = (await profilesIn(region)).filter(({ type }) => type === 'SYSTEM_DEFINED')
    const found = new Set(profiles.map(({ inferenceProfileId = '' }) => inferenceProfileId.split('.')[0]))
    expect([...found].sort()).toEqual(prefixes.sort())
    expect(new Set(profiles.map(({ inferenceProfileArn }) => inferenceProfileArn)).size).toBe(profiles.length)
  })

  test('says where a profile may be answered', async () => {
    const models = new Map((await profilesIn('us-east-1')).map((one) => [one.inferenceProfileId, one.models]))
    const arn = (region: string) => ({
      modelArn: `arn:aws:bedrock:${region}::foundation-model/anthropic.claude-sonnet-4-6`,
    })
    expect(models.get('us.anthropic.claude-sonnet-4-6')).toEqual(['us-east-1', 'us-east-2', 'us-west-2'].map(arn))
    expect(models.get('global.anthropic.claude-sonnet-4-6')).toEqual(['us-east-1', ''].map(arn))
  })

  test('leaves out models at the end of their life', async () => {
    const ids = (await profilesIn('us-east-1')).map(({ inferenceProfileId }) => inferenceProfileId)
    expect(ids).not.toContain('us.anthropic.claude-3-7-sonnet-20250219-v1:0')
    expect(ids).toContain('us.anthropic.claude-opus-4-1-20250805-v1:0')
  })

  test('takes a type', async () => {
    const answer = await client().send(new ListInferenceProfilesCommand({ typeEquals: 'APPLICATION' }))
    expect(answer.inferenceProfileSummaries?.map(({ inferenceProfileArn }) => inferenceProfileArn)).toEqual([
      APPLICATION_ARN,
    ])
  })

  test.each([
    ['type', { typeEquals: 'CUSTOM' as never }],
    ['page size', { maxResults: 1001 }],
    ['page token', { nextToken: 'abc' }],
  ])('refuses an unknown %s', async (_, input) => {
    const asking = client().send(new ListInferenceProfilesCommand(input))
    await expect(asking).rejects.toMatchObject({ name: 'ValidationException' })
  })
})

describe('GetInferenceProfile', () => {
  const get = (id: string) => client().send(new GetInferenceProfileCommand({ inferenceProfileIdentifier: id }))

  test.each([
    ['a system-defined one by its id', 'global.anthropic.claude-opus-5-5', 'SYSTEM_DEFINED'],
    ['an application profile by its id', 'a1b2c3d4e5f6', 'APPLICATION'],
    ['an application profile by its ARN', APPLICATION_ARN, 'APPLICATION'],
  ])('knows %s', async (_, id, type) => {
    expect(await get(id)).toMatchObject({ type, status: 'ACTIVE', createdAt: expect.any(Date) })
  })

  test.each([
    ['of another geography', 'eu.anthropic.claude-sonnet-4-6'],
    ['of another account', APPLICATION_ARN.replace('1111', '9999')],
  ])('does not know one %s', async (_, id) => {
    await expect(get(id)).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      $metadata: { httpStatusCode: 404 },
    })
  })
})

describe('foundation models', () => {
  test('are listed with their state', async () => {
    const { modelSummaries } = await client().send(new ListFoundationModelsCommand({ byProvider: 'Anthropic' }))
    const states = new Map(modelSummaries?.map(({ modelId, modelLifecycle }) => [modelId, modelLifecycle?.status]))
    expect(states.get('anthropic.claude-sonnet-4-6')).toBe('ACTIVE')
    expect(states.get('anthropic.claude-opus-4-1-20250805-v1:0')).toBe('LEGACY')
    expect((await client().send(new ListFoundationModelsCommand({ byProvider: 'Amazon' }))).modelSummaries).toEqual([])
  })

  test('are described, with their availability', async () => {
    const id = 'anthropic.claude-haiku-4-5-20251001-v1:0'
    const { modelDetails } = await client().send(new GetFoundationModelCommand({ modelIdentifier: id }))
    expect(modelDetails).toMatchObject({ modelId: id, inferenceTypesSupported: ['INFERENCE_PROFILE'] })
    const availability = await client().send(new GetFoundationModelAvailabilityCommand({ modelId: id }))
    expect(availability).toMatchObject({ regionAvailability: 'AVAILABLE', authorizationStatus: 'AUTHORIZED' })
  })

  test('have no profile ids', async () => {
    const modelIdentifier = 'us.anthropic.claude-sonnet-4-6'
    const asking = client().send(new GetFoundationModelCommand({ modelIdentifier }))
    await expect(asking).rejects.toMatchObject({ name: 'ValidationException' })
  })
})
