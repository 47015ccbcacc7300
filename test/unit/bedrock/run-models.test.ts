import { describe, expect, test } from '@jest/globals'

import { calledModel, modelsOfRun, type ModelSettings } from '../../../src/bedrock/run-models.ts'
import type { FamilyModels } from '../../../src/inputs/settings.ts'

const DEFAULTS = {
  opus: 'anthropic.claude-opus-5-5',
  sonnet: 'anthropic.claude-sonnet-4-5-20250929-v1:0',
  haiku: 'anthropic.claude-haiku-4-5-20251001-v1:0',
  fable: 'anthropic.claude-fable-5-2',
}
const LIST = [
  'jp.anthropic.claude-sonnet-4-5-20250929-v1:0',
  'global.anthropic.claude-sonnet-4-5-20250929-v1:0',
  'us.anthropic.claude-opus-5-5',
  'global.anthropic.claude-opus-5-5',
  'us.anthropic.claude-opus-4-6-v1',
  'us.anthropic.claude-sonnet-4-6',
]
const ARN = 'arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/abcdef123456'

// Each measured with 2.1.330; the contract tests ask the real program for the first four.
describe('what Claude Code calls for', () => {
  test.each<[string, string | undefined, string, readonly string[] | undefined, string | undefined]>([
    ['no model', undefined, 'us-east-1', LIST, 'us.anthropic.claude-opus-5-5'],
    ['no model, elsewhere', undefined, 'ca-central-1', LIST, 'global.anthropic.claude-opus-5-5'],
    ['no model, without a list', undefined, 'ap-northeast-1', undefined, 'apac.anthropic.claude-opus-5-5'],
    ['no model, not in the list', undefined, 'eu-west-1', [], 'eu.anthropic.claude-opus-5-5'],
    ['no model in GovCloud', undefined, 'us-gov-west-1', [], 'us-gov.anthropic.claude-opus-5-5'],
    ['best', 'best', 'us-east-1', LIST, 'us.anthropic.claude-opus-5-5'],
    ['an alias, by the first in the list', 'sonnet', 'ap-northeast-1', LIST, LIST[0]],
    ['opusplan, when it acts', 'opusplan', 'ap-northeast-1', LIST, LIST[0]],
    ['an alias with a suffix', 'opus[1m]', 'us-east-1', LIST, 'us.anthropic.claude-opus-5-5'],
    ['a name', 'claude-sonnet-4-6', 'us-east-1', LIST, 'us.anthropic.claude-sonnet-4-6'],
    ['a name with a version behind it', 'claude-opus-4-6', 'us-east-1', LIST, 'us.anthropic.claude-opus-4-6-v1'],
    ['a name that lacks its date', 'claude-sonnet-4-5', 'us-east-1', LIST, undefined],
    ['a name that is not listed', 'claude-opus-9', 'us-east-1', LIST, undefined],
    ['a profile', 'eu.anthropic.claude-opus-5-5', 'us-east-1', LIST, 'eu.anthropic.claude-opus-5-5'],
    [
      'a profile with a suffix',
      'us.anthropic.claude-sonnet-4-6[1m]',
      'us-east-1',
      LIST,
      'us.anthropic.claude-sonnet-4-6',
    ],
    ['an ARN', ARN, 'us-east-1', LIST, ARN],
    ['an unknown word', 'opus-latest', 'us-east-1', LIST, 'opus-latest'],
    ['a word that objects have', 'constructor', 'us-east-1', LIST, 'constructor'],
  ])('%s', (...[, model, region, profiles, expected]) => {
    expect(calledModel(model, { region, named: {}, defaults: DEFAULTS, profiles })).toBe(expected)
  })
})

describe('the models of a run', () => {
  const models = (settings: Partial<ModelSettings>, isCertain = true) =>
    modelsOfRun(
      {
        ...{ region: 'us-east-1', model: undefined, smallFastModel: undefined, fallbackModel: undefined },
        classifies: false,
        ...settings,
      },
      { own: { defaultModels: DEFAULTS, classifierModel: 'claude-sonnet-4-6', isCertain }, profiles: LIST },
    )
  const OPUS = 'us.anthropic.claude-opus-5-5'
  const HAIKU = 'us.anthropic.claude-haiku-4-5-20251001-v1:0'
  const SONNET = 'us.anthropic.claude-sonnet-4-6'

  test('without settings are Claude Code’s own', () => {
    expect(models({})).toEqual({ main: OPUS, small: HAIKU, all: [OPUS, HAIKU] })
  })

  test('are those that are named, aliases among them', () => {
    const familyModels: FamilyModels = { sonnet: 'us.anthropic.claude-f', haiku: ARN }
    const settings = {
      model: SONNET,
      fallbackModel: 'us.anthropic.claude-g,opus',
      familyModels,
      subagentModel: 'sonnet',
    }
    expect(models(settings)).toEqual({
      main: SONNET,
      small: ARN,
      all: [SONNET, ARN, 'us.anthropic.claude-g', 'us.anthropic.claude-f'],
    })
  })

  test('have the classifier only where Claude Code asks it', () => {
    expect(models({ model: OPUS, classifies: true }).all).toEqual([OPUS, HAIKU, SONNET])
  })

  test('have both of opusplan', () => {
    expect(models({ model: 'opusplan' }).all).toEqual([LIST[0], HAIKU, OPUS])
  })

  test('take a subagent’s model that is inherited for none', () => {
    expect(models({ model: SONNET, subagentModel: 'inherit' }).all).toEqual([SONNET, HAIKU])
  })

  test.each([undefined, 'sonnet'])('keep the main one of another version open (model: %s)', (model) => {
    expect(models({ model }, false).main).toBeUndefined()
  })

  test('are certain with an id, whatever the version', () => {
    expect(models({ model: SONNET }, false).main).toBe(SONNET)
  })
})
