import { describe, expect, test } from '@jest/globals'

import { type BedrockApi, checkBedrock } from '../../../src/bedrock/preflight.ts'
import { Failure, fixText, ServiceError, yaml } from '../../../src/errors.ts'
import type { BedrockSettings } from '../../../src/inputs/settings.ts'
import { BEDROCK_ERRORS, type BedrockError } from '../../emulators/bedrock-errors.ts'
import { modelsOf } from '../gateway/fakes.ts'
import { BEDROCK, check, KEYS, listOf, lost, MODEL, PROFILES, refusal, SMALL } from './preflight-fakes.ts'

const NO_MODEL = { model: undefined, smallFastModel: undefined }
const OWN = 'us.anthropic.claude-opus-5-5'
const UNNAMED = "Model (not named; Claude Code's own)"

describe('what is asked', () => {
  test('the region, the model and the small model', async () => {
    const { asked, states, failure, lines } = await check({})
    expect(asked).toEqual(['list us-east-1', `${MODEL} us-east-1`, `${SMALL} us-east-1`])
    expect(states).toEqual(['Identity ok', 'Region ok', 'Model ok', 'Small model ok'])
    expect(failure).toBeUndefined()
    expect(lines[1]).toBe(`✅ Model ${MODEL}: answers in us-east-1`)
  })

  test.each<[string, Partial<BedrockSettings>, string[]]>([
    ['Claude Code’s own model without one', NO_MODEL, ['list us-east-1', `${OWN} us-east-1`]],
    [
      'the small model without a main one',
      { model: undefined },
      ['list us-east-1', `${SMALL} us-east-1`, `${OWN} us-east-1`],
    ],
    ['the model alone without a small one', { smallFastModel: undefined }, ['list us-east-1', `${MODEL} us-east-1`]],
    ['one model once', { smallFastModel: MODEL }, ['list us-east-1', `${MODEL} us-east-1`]],
    [
      'one model in both of its regions',
      { smallFastModel: MODEL, smallFastModelRegion: 'us-west-2' },
      ['list us-east-1', 'list us-west-2', `${MODEL} us-east-1`, `${MODEL} us-west-2`],
    ],
  ])('%s', async (_, bedrock, expected) => {
    expect((await check({ bedrock })).asked).toEqual(expected)
  })

  test('all of it side by side', async () => {
    const waiting: string[] = []
    let release = () => undefined as unknown
    const gate = new Promise((resolve) => (release = () => resolve(undefined)))
    const wait = (what: string) => {
      waiting.push(what)
      return gate
    }
    const api: BedrockApi = {
      listInferenceProfiles: () => wait('list').then(() => listOf(PROFILES)),
      tryModel: (model) => wait(model).then(() => undefined),
    }
    const checking = checkBedrock(BEDROCK, {
      session: KEYS,
      api,
      log: { info: () => undefined },
      modelsOf: modelsOf(BEDROCK),
    })
    expect(waiting).toEqual(['list', MODEL, SMALL])
    release()
    await checking
  })

  test.each([
    ['opus', OWN],
    ['haiku', SMALL],
    ['opusplan', 'us.anthropic.claude-sonnet-4-5-20250929-v1:0'],
    ['sonnet[1m]', 'us.anthropic.claude-sonnet-4-5-20250929-v1:0[1m]'],
    ['claude-sonnet-4-6', MODEL],
  ])('the profile that Claude Code makes of %s', async (model, called) => {
    const { asked, states, lines } = await check({ bedrock: { model, smallFastModel: undefined } })
    expect(asked).toEqual(['list us-east-1', `${called} us-east-1`])
    expect(states).toEqual(['Identity ok', 'Region ok', 'Model ok'])
    expect(lines[1]).toBe(`✅ Model ${model}: ${called.replace('[1m]', '')}, answers in us-east-1`)
  })

  test('not a name that only Claude Code may know', async () => {
    const { asked, states, failure } = await check({ bedrock: { model: 'claude-next-9', smallFastModel: undefined } })
    expect(asked).toEqual(['list us-east-1'])
    expect(states).toEqual(['Identity ok', 'Region ok', 'Model note'])
    expect(failure).toBeUndefined()
  })

  test('an unknown word all the same', async () => {
    const models = { 'opus-latest': refusal(BEDROCK_ERRORS.modelIdInvalid) }
    const { failure } = await check({ bedrock: { model: 'opus-latest' }, models })
    expect(failure?.code).toBe('model-not-found')
    expect(fixText(failure?.fix ?? [])).toContain(`model: ${MODEL}`)
  })
})

describe('a model that cannot be used fails with the profiles that can', () => {
  test.each<[name: string, model: string, outcome: { error: BedrockError; code: string }]>([
    [
      'a bare model id',
      'anthropic.claude-sonnet-4-6',
      { error: BEDROCK_ERRORS.onDemandUnsupported, code: 'inference-profile-required' },
    ],
    [
      'a prefix of elsewhere',
      'eu.anthropic.claude-sonnet-4-6',
      { error: BEDROCK_ERRORS.modelIdInvalid, code: 'profile-not-in-region' },
    ],
    [
      'an unknown id',
      'us.anthropic.claude-sonnet-9',
      { error: BEDROCK_ERRORS.modelIdInvalid, code: 'model-not-found' },
    ],
    [
      'a retired model',
      'us.anthropic.claude-sonnet-3',
      { error: BEDROCK_ERRORS.modelEndOfLife, code: 'model-retired' },
    ],
  ])('%s', async (_, model, { error, code }) => {
    const { failure, checks } = await check({ bedrock: { model }, models: { [model]: refusal(error) } })
    expect(failure?.code).toBe(code)
    expect(fixText(failure?.fix ?? [])).toMatch(/^ *model: us\.anthropic\.claude-sonnet-4-6$/m)
    expect(failure?.message).toContain(error.message.replace('’', "'"))
    expect(checks[2]).toMatchObject({
      name: 'Model',
      subject: model,
      state: 'failed',
      fix: failure?.fix ?? [],
    })
  })

  test('the small model by its own input, in its own region', async () => {
    const { failure, states } = await check({
      bedrock: { smallFastModelRegion: 'eu-west-1' },
      lists: { 'eu-west-1': ['eu.anthropic.claude-haiku-4-5-20251001-v1:0'] },
      models: { [SMALL]: refusal(BEDROCK_ERRORS.modelIdInvalid) },
    })
    expect(states).toEqual(['Identity ok', 'Region ok', 'Region ok', 'Model ok', 'Small model failed'])
    expect(failure?.code).toBe('profile-not-in-region')
    expect(failure?.message).toMatch(/^small-fast-model: .*eu-west-1/s)
    expect(fixText(failure?.fix ?? [])).toContain('  small-fast-model: eu.anthropic.claude-haiku-4-5-20251001-v1:0')
    expect(fixText(failure?.fix ?? [])).not.toMatch(/^[ #]*model:/m)
  })

  test('the main model’s failure comes before the small one’s and the region’s', async () => {
    const { failure, states } = await check({
      lists: { 'us-east-1': refusal(BEDROCK_ERRORS.keyInvalid) },
      models: { [MODEL]: refusal(BEDROCK_ERRORS.modelNoAccess), [SMALL]: refusal(BEDROCK_ERRORS.modelEndOfLife) },
    })
    expect(states).toEqual(['Identity ok', 'Region note', 'Model failed', 'Small model failed'])
    expect(failure?.code).toBe('model-access-denied')
  })

  test('the main model’s failure comes before that of a region that does not answer', async () => {
    const { failure, states } = await check({
      lists: { 'us-east-1': lost('ECONNREFUSED') },
      models: { [MODEL]: lost('ENOTFOUND'), [SMALL]: lost('ECONNREFUSED') },
    })
    expect(states).toEqual(['Identity ok', 'Region failed', 'Model failed', 'Small model failed'])
    expect(failure?.code).toBe('region-unsupported')
  })

  test('without the permission to list, with prefixes to try', async () => {
    const model = 'anthropic.claude-sonnet-4-6'
    const { failure, states, checks } = await check({
      bedrock: { model },
      lists: { 'us-east-1': refusal(BEDROCK_ERRORS.iamDenied) },
      models: { [model]: refusal(BEDROCK_ERRORS.onDemandUnsupported) },
    })
    expect(states.slice(1, 3)).toEqual(['Region note', 'Model failed'])
    expect(checks[1]?.text).toContain('is not authorized to perform')
    expect(fixText(failure?.fix ?? [])).toContain(
      'Try one of these, if the list below has it:\n\n    with:\n      model: us.anthropic',
    )
  })
})

describe('a note, and no failure, is', () => {
  test.each<[string, Error]>([
    ['throttling', refusal(BEDROCK_ERRORS.tooManyTokens)],
    ['no room', refusal(BEDROCK_ERRORS.serviceUnavailable)],
    ['an internal error', refusal(BEDROCK_ERRORS.internal)],
    ['a slow model', refusal(BEDROCK_ERRORS.modelTimeout)],
    [
      'no answer in time',
      new ServiceError({
        service: 'Amazon Bedrock',
        operation: 'Invoke',
        name: 'TimeoutError',
        message: 'no answer within 20 s',
      }),
    ],
    ['a model that does not take this request', refusal(BEDROCK_ERRORS.malformedInput)],
  ])('%s', async (_, error) => {
    const { failure, states } = await check({ models: { [MODEL]: error } })
    expect(states).toEqual(['Identity ok', 'Region ok', 'Model note', 'Small model ok'])
    expect(failure).toBeUndefined()
  })

  test.each<[string, Error]>([
    ['throttled', refusal(BEDROCK_ERRORS.tooManyRequests)],
    ['forbidden', refusal(BEDROCK_ERRORS.scpDenied)],
    ['not offered by what stands in between', refusal({ status: 404, type: 'NotFound', message: 'no such path' })],
  ])('a list that is %s, even without a model', async (_, error) => {
    const { failure, states } = await check({ bedrock: NO_MODEL, lists: { 'us-east-1': error } })
    expect(states).toEqual(['Identity ok', 'Region note', `${UNNAMED} ok`])
    expect(failure).toBeUndefined()
  })

  test('a control plane out of reach, as in a private network, while the model answers', async () => {
    const { failure, states } = await check({ lists: { 'us-east-1': lost('ETIMEDOUT') } })
    expect(states).toEqual(['Identity ok', 'Region note', 'Model ok', 'Small model ok'])
    expect(failure).toBeUndefined()
  })
})

describe('a failure is', () => {
  test.each<[string, Error, string]>([
    ['the quota of the day', refusal(BEDROCK_ERRORS.tooManyTokensPerDay), 'daily-quota-exhausted'],
    ['IAM', refusal(BEDROCK_ERRORS.iamDenied), 'iam-permission-missing'],
    ['the use case form', refusal(BEDROCK_ERRORS.useCaseForm), 'use-case-form-missing'],
    ['a host that does not exist', lost('ENOTFOUND'), 'region-unsupported'],
    ['a host that cannot be reached', lost('ECONNREFUSED'), 'network-unreachable'],
    ['a session that is gone', new Failure('credentials-expired', { message: 'gone' }), 'credentials-expired'],
  ])('%s', async (_, error, code) => {
    expect((await check({ models: { [MODEL]: error } })).failure?.code).toBe(code)
  })

  test.each<[string, Error, string]>([
    ['credentials that Bedrock does not take', refusal(BEDROCK_ERRORS.keyInvalid), 'credentials-invalid'],
    ['an API key that is none', refusal(BEDROCK_ERRORS.apiKeyInvalid), 'credentials-invalid'],
    ['a host that does not exist', lost('ENOTFOUND', 'bedrock.us-east-1.amazonaws.com'), 'region-unsupported'],
    ['a host that cannot be reached', lost('ECONNREFUSED'), 'network-unreachable'],
  ])('without a model: %s', async (_, error, code) => {
    const { failure, states } = await check({
      bedrock: NO_MODEL,
      lists: { 'us-east-1': error },
      models: { [OWN]: error },
    })
    expect(states.at(-1)).toBe(`${UNNAMED} failed`)
    expect(failure?.code).toBe(code)
  })

  test.each<[string, Partial<BedrockSettings>, string]>([
    ['a region without Bedrock', { region: 'us-east-9' }, 'aws-region: us-east-1'],
    ['such a region for the small model', { smallFastModelRegion: 'eu-west-9' }, 'small-fast-model-region: eu-west-1'],
  ])('%s, before anything is asked', async (_, bedrock, line) => {
    const { failure, asked, states } = await check({ bedrock })
    expect(asked).toEqual([])
    expect(states).toEqual(['Identity ok', 'Region failed'])
    expect(failure?.code).toBe('region-unsupported')
    expect(failure?.fix).toContainEqual(yaml(line))
  })
})
