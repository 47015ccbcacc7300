import { describe, expect, test } from '@jest/globals'

import { LONGEST_TITLE, findRule } from '../../../src/error-rules.ts'
import { FAILURE_WORDS, fixText, type ServiceError, type ServiceFact } from '../../../src/errors.ts'
import { bedrockError, BEDROCK_RULES, explainBedrock } from '../../../src/bedrock/errors/bedrock-error.ts'
import type { BedrockCall } from '../../../src/bedrock/types.ts'
import { CASES } from './all-error-cases.ts'
import type { Case } from './error-cases.ts'

const CALL: BedrockCall = {
  region: 'us-east-1',
  model: 'us.anthropic.claude-sonnet-4-6',
  account: '777788889999',
  maxOutputTokens: 4096,
}

function errorOf({
  text,
  name,
  host,
  isFromAws,
  ...given
}: Pick<Case, 'name' | 'text' | 'host' | 'isFromAws'> & Pick<ServiceFact, 'status' | 'requestId'>): ServiceError {
  const { status, requestId } = given
  return bedrockError({
    operation: 'InvokeModel',
    text,
    name,
    host,
    status,
    requestId,
    ...(isFromAws === false && { isFromAws }),
  })
}

const fixOf = (error: ServiceError, call: BedrockCall) => fixText(explainBedrock(error, call).fix)

function callOf({ region, model, maxOutputTokens, caller, addressVariable }: Case): BedrockCall {
  return {
    ...CALL,
    region: region ?? CALL.region,
    model: model ?? CALL.model,
    maxOutputTokens: maxOutputTokens ?? CALL.maxOutputTokens,
    addressVariable,
    ...(caller && { caller }),
  }
}

describe('the rules', () => {
  test.each(CASES)('$rule: $name $status $text', (given) => {
    const error = errorOf(given)
    const failure = explainBedrock(error, callOf(given))
    expect(findRule(error, BEDROCK_RULES, callOf(given))?.id).toBe(given.rule)
    expect(failure.code).toBe(given.code)
    const [title = '', , quote] = failure.message.split('\n')
    expect(title.length).toBeLessThanOrEqual(LONGEST_TITLE)
    // What the gateway itself answers is not quoted as Bedrock's.
    const service = given.rule === 'refused by the gateway' ? 'The gateway of this action' : 'Amazon Bedrock'
    expect(quote?.startsWith(`${service} InvokeModel: ${error.message || 'no message'} (`)).toBe(true)
    expect(failure.message.split('\n')).toHaveLength(3)
    const all = `${failure.message}\n${fixText(failure.fix)}`
    expect(all).toContain(given.fix)
    if (given.not !== undefined) expect(all).not.toMatch(given.not)
    expect(failure.retryable).toBe(given.retryable ?? failure.retryable)
    expect(failure.cause).toBe(error)
  })

  test('have a case each', () => {
    const ids = BEDROCK_RULES.map(({ id }) => id)
    expect(new Set(CASES.map(({ rule }) => rule))).toEqual(new Set(ids))
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('give every code of region, access, throughput, request, network, and the credentials Bedrock can refuse', () => {
    const known = Object.keys(FAILURE_WORDS)
    const groups = [
      ...['credentials-missing', 'credentials-expired', 'credentials-invalid', 'network-unreachable'],
      ...known.slice(known.indexOf('region-missing'), known.indexOf('version-not-found')),
    ]
    // A blocked answer has status 200: no error. An address of the user's own may lead elsewhere.
    const blocked = ['guardrail-intervened', 'model-refused']
    const codes = BEDROCK_RULES.map(({ code }) => code)
    expect(new Set<string>([...codes, ...blocked])).toEqual(new Set([...groups, 'input-invalid']))
  })
})

describe('an answer with no rule of its own', () => {
  test.each([
    [418, 'request-rejected'],
    [403, 'request-rejected'],
    [502, 'service-unavailable'],
    [undefined, 'unexpected'],
  ] as const)('with status %s is %s, with the words and the request id', (status, code) => {
    const failure = explainBedrock(
      errorOf({ name: 'NewException', text: 'A new text.', status, requestId: 'r-1' }),
      CALL,
    )
    expect(failure.code).toBe(code)
    expect(failure.message).toContain('A new text. (NewException, ')
    expect(failure.message).toContain('request id r-1')
    expect(fixText(failure.fix)).toContain('r-1')
  })

  test('is not a broken connection when something answered', () => {
    expect(explainBedrock(errorOf({ status: 400, text: 'upstream said ECONNRESET' }), CALL).code).toBe(
      'request-rejected',
    )
  })
})

describe('which model to name', () => {
  const bare = { ...CALL, model: 'anthropic.claude-sonnet-4-6' }
  const onDemand = errorOf({ status: 400, text: 'Invocation of model ID x with on-demand throughput isn’t supported.' })
  const invalid = errorOf({ status: 400, text: 'The provided model identifier is invalid.' })

  test('profiles known to work here are named, and no other', () => {
    const profiles = ['eu.anthropic.claude-haiku-4-5-20251001-v1:0', 'global.anthropic.claude-sonnet-4-6']
    const fix = fixOf(onDemand, { ...bare, region: 'eu-west-1', profiles })
    expect(fix).toContain('  model: global.anthropic.claude-sonnet-4-6')
    expect(fix).not.toContain('eu.anthropic')
  })

  test('without a profile of this model, those of other models are named as such', () => {
    const fix = fixOf(onDemand, {
      ...bare,
      profiles: ['us.anthropic.claude-opus-4-6-v1', 'us.amazon.nova'],
    })
    expect(fix).toContain(
      'Inference profiles that work in us-east-1, the nearest first:\n\n    with:\n      model: us.anthropic.claude-opus-4-6-v1',
    )
    expect(fix).not.toContain('nova')
  })

  test('a retired model is not suggested again', () => {
    const profiles = ['us.anthropic.claude-opus-4-6-v1', 'us.anthropic.claude-sonnet-4-6']
    const fix = fixOf(errorOf({ status: 404, text: 'reached the end of its life' }), {
      ...CALL,
      profiles,
    })
    expect(fix).toContain('model: us.anthropic.claude-opus-4-6-v1')
    expect(fix).not.toContain('claude-sonnet-4-6')
  })

  test('a prefix that fits the region is not blamed on it, until the list says so', () => {
    const call = { ...CALL, region: 'ap-northeast-1', model: 'apac.anthropic.claude-sonnet-4-6' }
    expect(explainBedrock(invalid, call).code).toBe('model-not-found')
    const listed = {
      ...call,
      profiles: ['jp.anthropic.claude-sonnet-4-6', 'apac.anthropic.claude-sonnet-4-20250514-v1:0'],
    }
    const failure = explainBedrock(invalid, listed)
    expect(failure.code).toBe('profile-not-in-region')
    expect(fixText(failure.fix)).toContain('  model: jp.anthropic.claude-sonnet-4-6')
  })

  test('a listed id is the same model however it ends, so that a wrong ending is mended', () => {
    const call = { ...CALL, model: 'us.anthropic.claude-opus-4-6-v1:0' }
    const profiles = ['us.anthropic.claude-opus-4-6-v1', 'us.anthropic.claude-sonnet-4-6']
    const fix = fixOf(invalid, { ...call, profiles })
    expect(fix).toContain('model: us.anthropic.claude-opus-4-6-v1')
    expect(fix).not.toMatch(/v1:0|sonnet/)
    const dated = ['us.anthropic.claude-haiku-4-5-20251001-v1:0']
    expect(fixOf(invalid, { ...CALL, model: 'us.anthropic.claude-haiku-4-5-20251001', profiles: dated })).toContain(
      'model: us.anthropic.claude-haiku-4-5-20251001-v1:0',
    )
    expect(fixOf(onDemand, { ...CALL, model: 'anthropic.claude-opus-4-6', profiles })).toContain(
      'model: us.anthropic.claude-opus-4-6-v1',
    )
  })

  test('the id that failed is not suggested again', () => {
    expect(fixOf(invalid, CALL)).not.toContain('us.anthropic')
    expect(fixOf(invalid, { ...CALL, profiles: [CALL.model!] })).toContain('No other Claude inference profile')
  })

  test('no model is made up when none is known', () => {
    const fix = fixOf(invalid, { ...CALL, model: undefined })
    expect(fix).not.toMatch(/model: \S*anthropic/)
    expect(fix).toContain('aws bedrock list-inference-profiles --region us-east-1')
  })

  test('the model that the words name counts when the call does not say it', () => {
    const text = 'Invocation of model ID anthropic.claude-opus-5-5 with on-demand throughput isn’t supported.'
    const fix = fixOf(errorOf({ status: 400, text }), { ...CALL, model: undefined })
    expect(fix).toContain('  model: us.anthropic.claude-opus-5-5')
  })

  test('a global profile is no way out in GovCloud, nor where the list has none', () => {
    const throttled = errorOf({ status: 429, text: 'Too many requests' })
    const gov = { ...CALL, region: 'us-gov-west-1', model: 'us-gov.anthropic.claude-opus-4-8' }
    expect(fixOf(throttled, gov)).not.toContain('global.')
    expect(fixOf(throttled, { ...CALL, profiles: [CALL.model!] })).not.toContain('global.')
  })
})

describe('no secret', () => {
  const token = `IQoJb3JpZ2luX2VjE${'x'.repeat(120)}`
  const key = 'ABSKQmVkcm9ja0FQSUtleS1wbGFudGVkLXNlY3JldA=='
  test.each([
    [
      'a signed request echoed',
      `The request signature we calculated does not match.\n\nThe Canonical String for this request should have been 'POST\nx-amz-security-token:${token}'`,
    ],
    ['a token', `x-amz-security-token: ${token} is odd`],
    ['a bearer key', `The key ${key} is odd`],
    ['a bearer header', `authorization: Bearer ${key}`],
    ['a key id', 'The key ASIAIOSFODNN7EXAMPLE is odd'],
    ['the body of Claude Code', `API Error: 403 {"Message":"Bearer ${key} is odd"}`],
  ])('of %s is in message or fix', (_, text) => {
    const failure = explainBedrock(errorOf({ status: 403, text }), CALL)
    expect(`${failure.message}${fixText(failure.fix)}`).not.toMatch(/IQoJ|ABSK|ASIA/)
  })
})

test('only the codes of what passes by itself are retryable', () => {
  const codes = (retryable: boolean) =>
    new Set(BEDROCK_RULES.filter((rule) => (rule.retryable ?? false) === retryable).map(({ code }) => code))
  const passing = ['throttled', 'service-unavailable', 'model-timeout', 'model-error']
  // Keys that AWS has issued moments ago become valid.
  expect(codes(true)).toEqual(new Set([...passing, 'network-unreachable', 'credentials-invalid']))
  expect([...codes(false)].filter((code) => passing.includes(code))).toEqual([])
})
