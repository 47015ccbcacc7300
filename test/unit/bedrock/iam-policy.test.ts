import { describe, expect, test } from '@jest/globals'

import { INVOKE_ACTIONS, invokePolicy, type PolicyDocument } from '../../../src/bedrock/iam-policy.ts'

const SCOPE = { region: 'us-east-1', account: '111122223333' }
const GEO = 'us.anthropic.claude-sonnet-4-6'
const GLOBAL = 'global.anthropic.claude-sonnet-4-6'
const APPLICATION = 'arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/ab12cd'
const profile = (id: string) => `arn:aws:bedrock:us-east-1:111122223333:inference-profile/${id}`
const model = (region: string, id = 'anthropic.claude-sonnet-4-6') =>
  `arn:aws:bedrock:${region}::foundation-model/${id}`

/** A resource, and the condition keys that AWS sets. */
type Request = [string, Record<string, string>?]

/** IAM's rule for a policy of Allows: a statement whose action and resource match and whose conditions all hold. */
function allows(policy: PolicyDocument, action: string, [resource, context]: Request): boolean {
  const like = (pattern: string, text: string) =>
    new RegExp(
      `^${pattern
        .split('*')
        .map((part) => part.replaceAll(/[.^$+?()[\]{}|\\]/g, '\\$&'))
        .join('.*')}$`,
    ).test(text)
  return policy.Statement.some(
    (statement) =>
      statement.Action.includes(action) &&
      statement.Resource.some((pattern) => like(pattern, resource)) &&
      Object.entries(statement.Condition?.StringEquals ?? {}).every(([key, values]) =>
        values.includes(context?.[key] ?? ''),
      ),
  )
}

/** The keys AWS sets on a call from us-east-1 through a profile. */
const through = (arn: string, region = 'us-east-1') => ({
  'bedrock:InferenceProfileArn': arn,
  'aws:RequestedRegion': region,
})

describe.each(INVOKE_ACTIONS)('%s', (action) => {
  const geo = invokePolicy({ ...SCOPE, models: [GEO] })
  const global = invokePolicy({ ...SCOPE, models: [GLOBAL] })
  const application = invokePolicy({ ...SCOPE, models: [APPLICATION] })
  const direct = invokePolicy({ ...SCOPE, models: ['anthropic.claude-sonnet-4-6'] })
  const here = { 'aws:RequestedRegion': 'us-east-1' }

  test.each<[string, PolicyDocument, Request]>([
    ['geo: the profile', geo, [profile(GEO), here]],
    ['geo: its model here', geo, [model('us-east-1'), through(profile(GEO))]],
    ['geo: its model in a destination', geo, [model('us-west-2'), through(profile(GEO), 'us-west-2')]],
    ['global: the profile', global, [profile(GLOBAL), here]],
    ['global: its model here', global, [model('us-east-1'), through(profile(GLOBAL))]],
    ['global: its model nowhere', global, [model(''), through(profile(GLOBAL), 'unspecified')]],
    ['application: the profile', application, [APPLICATION, here]],
    ['application: a model behind it', application, [model('us-west-2'), through(APPLICATION, 'us-west-2')]],
    ['application: a model nowhere', application, [model(''), through(APPLICATION, 'unspecified')]],
    ['direct: the model', direct, [model('us-east-1'), here]],
  ])('%s: allowed', (_, policy, request) => {
    expect(allows(policy, action, request)).toBe(true)
  })

  test.each<[string, PolicyDocument, Request]>([
    ['geo: its model without a profile', geo, [model('us-east-1'), here]],
    ['geo: its model through another profile', geo, [model('us-east-1'), through(profile(GLOBAL))]],
    ['geo: another profile', geo, [profile('us.anthropic.claude-opus-5-5'), here]],
    ['geo: another model', geo, [model('us-east-1', 'anthropic.claude-opus-5-5'), through(profile(GEO))]],
    ['geo: a longer id', geo, [profile(`${GEO}-v2`), here]],
    ['geo: the profile in another region', geo, [profile(GEO).replace('us-east-1', 'us-east-2'), here]],
    ['global: the profile called from elsewhere', global, [profile(GLOBAL), { 'aws:RequestedRegion': 'eu-west-1' }]],
    ['global: its model nowhere, from a region', global, [model(''), through(profile(GLOBAL))]],
    ['global: its model nowhere without a profile', global, [model(''), { 'aws:RequestedRegion': 'unspecified' }]],
    ['global: its model elsewhere', global, [model('eu-west-1'), through(profile(GLOBAL), 'eu-west-1')]],
    ['application: a model without it', application, [model('us-west-2'), here]],
    ['application: another maker', application, [model('us-west-2', 'amazon.nova'), through(APPLICATION)]],
    ['direct: the model elsewhere', direct, [model('us-west-2'), here]],
  ])('%s: not allowed', (_, policy, request) => {
    expect(allows(policy, action, request)).toBe(false)
  })
})

test('the policy of the guide, for two models of one geography', () => {
  const haiku = 'us.anthropic.claude-haiku-4-5-20251001-v1:0'
  expect(invokePolicy({ ...SCOPE, models: [GEO, haiku, GEO] })).toEqual({
    Version: '2012-10-17',
    Statement: [
      { Sid: 'InvokeProfiles', Effect: 'Allow', Action: INVOKE_ACTIONS, Resource: [profile(GEO), profile(haiku)] },
      {
        Sid: 'ModelsOnlyThroughProfiles',
        Effect: 'Allow',
        Action: INVOKE_ACTIONS,
        Resource: [model('*'), model('*', 'anthropic.claude-haiku-4-5-20251001-v1:0')],
        Condition: { StringEquals: { 'bedrock:InferenceProfileArn': [profile(GEO), profile(haiku)] } },
      },
      {
        Sid: 'Discover',
        Effect: 'Allow',
        Action: [
          'bedrock:ListInferenceProfiles',
          'bedrock:GetInferenceProfile',
          'bedrock:ListFoundationModels',
          'bedrock:GetFoundationModel',
          'bedrock:GetFoundationModelAvailability',
        ],
        Resource: ['*'],
      },
    ],
  })
})

test('the partition is that of the region, unless given', () => {
  const gov = { ...SCOPE, region: 'us-gov-west-1', models: ['us-gov.anthropic.claude-opus-4-8'] }
  expect(JSON.stringify(invokePolicy(gov))).not.toContain('"arn:aws:')
  expect(JSON.stringify(invokePolicy({ ...gov, partition: 'aws-x' }))).toContain(
    '"arn:aws-x:bedrock:us-gov-west-1:111122223333:',
  )
})

test("an ARN's own region and account count", () => {
  const arn = `arn:aws:bedrock:us-west-2:999988887777:inference-profile/${GEO}`
  expect(invokePolicy({ ...SCOPE, models: [arn] }).Statement[0]?.Resource).toEqual([arn])
})

test('every statement has an id of its own, and none is empty', () => {
  const { Statement } = invokePolicy({ ...SCOPE, models: [GEO, GLOBAL, APPLICATION, 'anthropic.claude-3-haiku'] })
  expect(new Set(Statement.map(({ Sid }) => Sid)).size).toBe(Statement.length)
  for (const { Sid, Resource } of Statement)
    expect([Sid, Resource.length > 0]).toEqual([expect.stringMatching(/^\w+$/), true])
})

test('another ARN is allowed as it stands; an alias has none', () => {
  const provisioned = 'arn:aws:bedrock:us-east-1:111122223333:provisioned-model/ab12'
  expect(invokePolicy({ ...SCOPE, models: [provisioned] }).Statement[0]?.Resource).toEqual([provisioned])
  expect(() => invokePolicy({ ...SCOPE, models: ['sonnet'] })).toThrow(RangeError)
})

describe('a guardrail', () => {
  const ARN = 'arn:aws:bedrock:us-east-1:444455556666:guardrail/abc'
  test.each([
    ['by its id', { guardrail: 'abc' }, 'arn:aws:bedrock:us-east-1:111122223333:guardrail/abc'],
    ['by its ARN', { guardrail: ARN }, ARN],
    [
      'of GovCloud',
      { guardrail: 'abc', region: 'us-gov-west-1' },
      'arn:aws-us-gov:bedrock:us-gov-west-1:111122223333:guardrail/abc',
    ],
  ])('%s may be applied, and only that', (_, scope, arn) => {
    const { Statement } = invokePolicy({ region: 'us-east-1', account: '111122223333', models: [], ...scope })
    expect(Statement.filter(({ Action }) => Action.includes('bedrock:ApplyGuardrail'))).toEqual([
      { Sid: 'ApplyGuardrail', Effect: 'Allow', Action: ['bedrock:ApplyGuardrail'], Resource: [arn] },
    ])
  })

  test('that nobody named may not', () => {
    const policy = invokePolicy({ region: 'us-east-1', account: '111122223333', models: [] })
    expect(JSON.stringify(policy)).not.toContain('ApplyGuardrail')
  })
})
