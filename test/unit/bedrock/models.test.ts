import { describe, expect, test } from '@jest/globals'

import { modelName, parseModel, isForeignProfile, prefixesFor, profilesOf } from '../../../src/bedrock/models.ts'

describe('parseModel', () => {
  const modelId = 'anthropic.claude-haiku-4-5-20251001-v1:0'
  test.each([
    ['a model id', modelId, { kind: 'foundation-model', modelId }],
    ['a geography', `us.${modelId}`, { kind: 'inference-profile', prefix: 'us', modelId }],
    ['GovCloud', `us-gov.${modelId}`, { kind: 'inference-profile', prefix: 'us-gov', modelId }],
    [
      'everywhere',
      'global.anthropic.claude-opus-5-5',
      { kind: 'inference-profile', prefix: 'global', modelId: 'anthropic.claude-opus-5-5' },
    ],
    ['a prefix of tomorrow', `mx.${modelId}`, { kind: 'inference-profile', prefix: 'mx', modelId }],
    [
      "a profile's ARN",
      `arn:aws:bedrock:us-east-2:111122223333:inference-profile/us.${modelId}`,
      { kind: 'inference-profile', prefix: 'us', modelId, region: 'us-east-2', account: '111122223333' },
    ],
    [
      "a model's ARN",
      `arn:aws-us-gov:bedrock:us-gov-west-1::foundation-model/${modelId}`,
      { kind: 'foundation-model', modelId, region: 'us-gov-west-1' },
    ],
    [
      "a model's ARN without region",
      `arn:aws:bedrock:::foundation-model/${modelId}`,
      { kind: 'foundation-model', modelId },
    ],
    [
      'an application profile',
      'arn:aws:bedrock:us-east-2:111122223333:application-inference-profile/ab12cd',
      { kind: 'application-inference-profile', region: 'us-east-2', account: '111122223333' },
    ],
    [
      'another resource',
      'arn:aws:bedrock:us-east-2:111122223333:provisioned-model/ab12cd',
      { kind: 'other', region: 'us-east-2', account: '111122223333' },
    ],
    [
      'a model where a profile must be',
      `arn:aws:bedrock:us-east-2:111122223333:inference-profile/${modelId}`,
      { kind: 'other', region: 'us-east-2', account: '111122223333' },
    ],
    ['an alias', 'sonnet', { kind: 'other' }],
    ['nothing', '', { kind: 'other' }],
  ])('%s', (_, text, expected) => {
    expect(parseModel(text)).toEqual({ id: text, ...expected })
  })

  test('drops the suffix for a million tokens', () => {
    expect(parseModel('us.anthropic.claude-sonnet-4-6[1m]')).toMatchObject({
      id: 'us.anthropic.claude-sonnet-4-6',
      modelId: 'anthropic.claude-sonnet-4-6',
    })
  })
})

test.each([
  ['anthropic.claude-sonnet-4-6', 'Claude Sonnet 4.6'],
  ['anthropic.claude-haiku-4-5-20251001-v1:0', 'Claude Haiku 4.5'],
  ['anthropic.claude-opus-4-20250514-v1:0', 'Claude Opus 4'],
  ['anthropic.claude-opus-4-6-v1', 'Claude Opus 4.6'],
  ['anthropic.claude-3-7-sonnet-20250219-v1:0', 'Claude 3.7 Sonnet'],
  ['anthropic.other', undefined],
])('%s is %s', (modelId, name) => {
  expect(modelName(modelId)).toBe(name)
})

describe('profiles', () => {
  test.each([
    ['us-west-2', ['us', 'global']],
    ['ca-central-1', ['us', 'global']],
    ['eu-north-1', ['eu', 'global']],
    ['ap-northeast-1', ['jp', 'apac', 'global']],
    ['ap-southeast-2', ['au', 'apac', 'global']],
    ['ap-south-1', ['apac', 'global']],
    ['sa-east-1', ['global']],
    ['us-gov-east-1', ['us-gov']],
  ])('%s may call %j', (region, prefixes) => {
    expect(prefixesFor(region)).toEqual(prefixes)
  })

  test('of a model are its own id behind each prefix', () => {
    const modelId = 'anthropic.claude-sonnet-4-6'
    expect(profilesOf(modelId, 'eu-west-1')).toEqual([`eu.${modelId}`, `global.${modelId}`])
  })

  test.each<[string, string, string[] | undefined]>([
    ['us.anthropic.claude-x', 'eu-west-1', undefined],
    ['global.anthropic.claude-x', 'us-gov-west-1', undefined],
    ['us.anthropic.claude-x', 'eu-west-1', []],
    ['apac.anthropic.claude-x', 'ap-northeast-1', ['jp.anthropic.claude-x', 'apac.anthropic.claude-y']],
    ['arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/x', 'us-west-2', undefined],
  ])('%s cannot be called from %s, with %j listed', (model, region, profiles) => {
    expect(isForeignProfile(model, region, profiles)).toBe(true)
  })

  test.each<[string, string, string[] | undefined]>([
    ['us.anthropic.claude-x', 'us-east-1', undefined],
    ['global.anthropic.claude-x', 'eu-west-1', undefined],
    ['anthropic.claude-x', 'eu-west-1', undefined],
    ['sonnet', 'eu-west-1', undefined],
    ['us.anthropic.claude-x', 'sa-east-1', ['us.anthropic.claude-x']],
    ['apac.anthropic.claude-z', 'ap-northeast-1', ['jp.anthropic.claude-x', 'apac.anthropic.claude-y']],
    ['arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/x', 'us-east-1', undefined],
  ])('%s may be callable from %s, with %j listed', (model, region, profiles) => {
    expect(isForeignProfile(model, region, profiles)).toBe(false)
  })
})
