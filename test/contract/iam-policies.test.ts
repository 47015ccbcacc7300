import { readFileSync } from 'node:fs'

import { describe, expect, test } from '@jest/globals'

import { ACCOUNT, APPLICATION_ARNS, MAKERS, ofCode, REGION, type Values } from './iam-made.ts'
import { allows, type Ask } from './iam-simulation.ts'

const SONNET = 'anthropic.claude-sonnet-4-6'
const HAIKU = 'anthropic.claude-haiku-4-5-20251001-v1:0'
const OPUS = 'anthropic.claude-opus-5-5'
const INVOKE = ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream']

const profile = (id: string, region = REGION, account = ACCOUNT) =>
  `arn:aws:bedrock:${region}:${account}:inference-profile/${id}`
const model = (id: string, region: string) => `arn:aws:bedrock:${region}::foundation-model/${id}`

/** What AWS asks about a call through a profile: the profile, and the model in each place it may be carried to. */
const through = (arn: string, ...models: readonly (readonly [id: string, region: string])[]): Ask[] =>
  INVOKE.flatMap((action) => [
    { action, resource: arn, context: { 'aws:RequestedRegion': arn.split(':')[3]! } },
    ...models.map(([id, region]) => ({
      action,
      resource: model(id, region),
      context: { 'bedrock:InferenceProfileArn': arn, 'aws:RequestedRegion': region === '' ? 'unspecified' : region },
    })),
  ])
const bare = (id: string, region = REGION): Ask[] =>
  INVOKE.map((action) => ({ action, resource: model(id, region), context: { 'aws:RequestedRegion': region } }))

const us = (id: string) =>
  through(profile(`us.${id}`), [id, 'us-east-1'], [id, 'us-east-2'], [id, 'us-west-2'], [id, 'ca-central-1'])
const global = (id: string) => through(profile(`global.${id}`), [id, REGION], [id, ''])

const DISCOVERY: Ask[] = [
  { action: 'bedrock:ListInferenceProfiles' },
  { action: 'bedrock:GetInferenceProfile', resource: profile(`us.${SONNET}`) },
  { action: 'bedrock:GetInferenceProfile', resource: APPLICATION_ARNS[0]! },
  { action: 'bedrock:ListFoundationModels' },
  { action: 'bedrock:GetFoundationModel', resource: model(SONNET, REGION) },
]

const GEOGRAPHIC: Values = { model: `us.${SONNET}`, smallFastModel: `us.${HAIKU}` }
const GLOBAL: Values = { model: `global.${OPUS}` }
const MIXED: Values = { model: `us.${SONNET}`, smallFastModel: `global.${HAIKU}`, fallbackModel: `us.${HAIKU}` }
const APPLICATION: Values = { ...GEOGRAPHIC, applicationProfiles: true }
const GUARDED: Values = { ...GEOGRAPHIC, guardrail: 'a1b2c3' }
const apply = (id: string): Ask => ({
  action: 'bedrock:ApplyGuardrail',
  resource: `arn:aws:bedrock:${REGION}:${ACCOUNT}:guardrail/${id}`,
})
const [ownModel = '', ownSmall = ''] = APPLICATION_ARNS

for (const [maker, make, runnable] of MAKERS) {
  runnable.describe(`the permissions of ${maker}`, () => {
    test.each<[string, Values]>([
      ['one model', { model: `us.${SONNET}` }],
      ['two models', GEOGRAPHIC],
      ['a global model', GLOBAL],
      ['the third model only', { model: `global.${OPUS}`, fallbackModel: `us.${SONNET}` }],
      ['both kinds', MIXED],
      ['application profiles', APPLICATION],
      ['a guardrail', GUARDED],
      ['a guardrail beside application profiles', { ...GUARDED, applicationProfiles: true }],
      ['an application profile', { ...GLOBAL, applicationProfiles: true }],
      [
        'application profiles without the second',
        { ...GLOBAL, fallbackModel: `us.${SONNET}`, applicationProfiles: true },
      ],
    ])('for %s are those of the code', (_name, values) => {
      expect(make(values).permissions).toEqual(ofCode(values).permissions)
    })

    test.each<[string, Values, Ask[]]>([
      ['a geographic model, in each region of its geography', GEOGRAPHIC, us(SONNET)],
      ['the small one', GEOGRAPHIC, us(HAIKU)],
      ['a global model, in its region and in none', GLOBAL, global(OPUS)],
      ['each of a mixture', MIXED, [...us(SONNET), ...global(HAIKU), ...us(HAIKU)]],
      [
        'application profiles of geographic models',
        APPLICATION,
        through(ownModel, [SONNET, 'us-east-1'], [SONNET, 'us-west-2']),
      ],
      [
        'an application profile of a global model',
        { ...GLOBAL, applicationProfiles: true },
        through(ownModel, [OPUS, REGION], [OPUS, '']),
      ],
      ['the guardrail', GUARDED, [apply('a1b2c3')]],
      ['the guardrail beside application profiles', { ...GUARDED, applicationProfiles: true }, [apply('a1b2c3')]],
      ['discovery', GEOGRAPHIC, DISCOVERY],
      ['discovery of application profiles', APPLICATION, DISCOVERY],
    ])('allow %s', async (_name, values, asks) => {
      const { permissions } = make(values)
      for (const ask of asks) expect([ask, await allows(permissions, ask)]).toEqual([ask, true])
    })

    const elsewhere = profile(`us.${SONNET}`, 'us-west-2')
    test.each<[string, Values, Ask[]]>([
      ['another model', GEOGRAPHIC, us(OPUS)],
      [
        'another model through an allowed profile',
        GEOGRAPHIC,
        through(profile(`us.${SONNET}`), [OPUS, REGION]).slice(1, 2),
      ],
      ['a newer version of the model', GEOGRAPHIC, us(`${SONNET}-v2`)],
      ['another guardrail', GUARDED, [apply('d4e5f6')]],
      ['a guardrail that nobody named', GEOGRAPHIC, [apply('a1b2c3')]],
      ['a bare model id', GEOGRAPHIC, bare(SONNET)],
      ['a bare model id, global', GLOBAL, [...bare(OPUS), ...bare(OPUS, 'eu-west-1')]],
      ['a bare model id beside application profiles', APPLICATION, bare(SONNET)],
      ['the profile of another region', GEOGRAPHIC, through(elsewhere, [SONNET, 'us-west-2'])],
      [
        'the profile of another account',
        GEOGRAPHIC,
        through(profile(`us.${SONNET}`, REGION, '444455556666'), [SONNET, REGION]),
      ],
      ['the global profile of a geographic model', GEOGRAPHIC, global(SONNET)],
      ['the geographic profile of a global model', GLOBAL, us(OPUS)],
      [
        'a global profile from another region',
        GLOBAL,
        through(profile(`global.${OPUS}`, 'eu-west-1'), [OPUS, 'eu-west-1'], [OPUS, '']),
      ],
      ['the system profile beside application profiles', APPLICATION, us(SONNET)],
      [
        "another repository's application profile",
        APPLICATION,
        through(ownModel.replace('model1', 'theirs'), [SONNET, REGION]),
      ],
      [
        'the application profile of a model that is not there',
        { ...GLOBAL, applicationProfiles: true },
        through(ownSmall, [HAIKU, REGION]),
      ],
      [
        'the Marketplace',
        GEOGRAPHIC,
        [{ action: 'aws-marketplace:Subscribe' }, { action: 'aws-marketplace:ViewSubscriptions' }],
      ],
      [
        'making a profile',
        APPLICATION,
        [{ action: 'bedrock:CreateInferenceProfile', resource: profile(`us.${SONNET}`) }],
      ],
      ['keys for Bedrock', GEOGRAPHIC, [{ action: 'bedrock:CallWithBearerToken' }]],
      ['anything else', GEOGRAPHIC, [{ action: 'iam:ListRoles' }, { action: 's3:ListAllMyBuckets' }]],
    ])('do not allow %s', async (_name, values, asks) => {
      const { permissions } = make(values)
      for (const ask of asks) expect([ask, await allows(permissions, ask)]).toEqual([ask, false])
    })
  })
}

describe("the guide's policy", () => {
  const guide = JSON.parse(
    readFileSync(new URL('../../examples/iam/guide-policy.json', import.meta.url), 'utf8'),
  ) as object
  const [onProfile, onModel] = us(SONNET)

  test('allows every profile of every region, but not the model behind it', async () => {
    expect(await allows(guide, onProfile!)).toBe(true)
    expect(await allows(guide, { ...onProfile!, resource: profile(`eu.${OPUS}`, 'eu-west-1', '444455556666') })).toBe(
      true,
    )
    expect(await allows(guide, onModel!)).toBe(false)
  })

  test('does not allow to list profiles, although it names the action', async () => {
    expect(await allows(guide, { action: 'bedrock:ListInferenceProfiles' })).toBe(false)
  })
})
