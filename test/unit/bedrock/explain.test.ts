import { describe, expect, test } from '@jest/globals'

import { factOf } from '../../../src/bedrock/explain-fact.ts'
import { BEDROCK_ERRORS } from '../../../src/bedrock/explain-rows.ts'
import { canHeal, explainBedrock, type BedrockCall } from '../../../src/bedrock/explain.ts'
import { FAILURE_CODES, ServiceError, type ServiceFact } from '../../../src/errors.ts'
import { accessCases } from './explain-cases-access.ts'
import { credentialsCases } from './explain-cases-credentials.ts'
import { deniedCases } from './explain-cases-denied.ts'
import { networkCases } from './explain-cases-network.ts'
import { requestCases } from './explain-cases-request.ts'
import { throughputCases } from './explain-cases-throughput.ts'
import type { Case } from './explain-cases.ts'

const CASES = [
  ...accessCases,
  ...deniedCases,
  ...throughputCases,
  ...requestCases,
  ...credentialsCases,
  ...networkCases,
]

const CALL: BedrockCall = {
  region: 'us-east-1',
  model: 'us.anthropic.claude-sonnet-4-6',
  account: '777788889999',
  maxOutputTokens: 4096,
}

function errorOf(
  given: Pick<Case, 'name' | 'says' | 'host'> & Pick<ServiceFact, 'status' | 'requestId'>,
): ServiceError {
  const { name = '', says: message, ...rest } = given
  return new ServiceError({ service: 'Amazon Bedrock', operation: 'InvokeModel', name, message, ...rest })
}

function callOf({ region, model, maxOutputTokens }: Case): BedrockCall {
  return {
    ...CALL,
    region: region ?? CALL.region,
    model: model ?? CALL.model,
    maxOutputTokens: maxOutputTokens ?? CALL.maxOutputTokens,
  }
}

describe('the table', () => {
  test.each(CASES)('$row: $name $status $says', (given) => {
    const error = errorOf(given)
    const call = callOf(given)
    const failure = explainBedrock(error, call)
    const row = BEDROCK_ERRORS.find(({ row: id }) => id === given.row)!
    const fact = factOf(error)
    const means = typeof row.means === 'string' ? row.means : row.means(fact, call)
    expect([failure.code, row.code]).toEqual([given.code, given.code])
    expect(failure.message.startsWith(`Amazon Bedrock InvokeModel: ${fact.words || 'no message'} (`)).toBe(true)
    expect(failure.message.endsWith(`\n${means}`)).toBe(true)
    expect(failure.hint).toContain(given.hint)
    expect(failure.cause).toBe(error)
  })

  test('has a case for each of its rows', () => {
    const rows = BEDROCK_ERRORS.map(({ row }) => row)
    expect(new Set(CASES.map(({ row }) => row))).toEqual(new Set(rows))
    expect(new Set(rows).size).toBe(rows.length)
  })

  test('gives every code of region, access, throughput, request, network, and the credentials Bedrock can refuse', () => {
    const groups = [
      ...['credentials-missing', 'credentials-expired', 'credentials-invalid', 'network-unreachable'],
      ...FAILURE_CODES.slice(FAILURE_CODES.indexOf('region-missing'), FAILURE_CODES.indexOf('version-not-found')),
    ]
    expect(new Set(BEDROCK_ERRORS.map(({ code }) => code))).toEqual(new Set(groups))
  })
})

describe('what no row knows', () => {
  test.each([
    [418, 'request-rejected'],
    [403, 'request-rejected'],
    [502, 'service-unavailable'],
    [undefined, 'unexpected'],
  ] as const)('with status %s is %s, with the words and the request id', (status, code) => {
    const failure = explainBedrock(
      errorOf({ name: 'NewException', says: 'A new text.', status, requestId: 'r-1' }),
      CALL,
    )
    expect(failure.code).toBe(code)
    expect(failure.message).toContain('A new text. (NewException, ')
    expect(failure.message).toContain('request id r-1')
    expect(failure.hint).toContain('r-1')
  })

  test('is not a broken connection when something answered', () => {
    expect(explainBedrock(errorOf({ status: 400, says: 'upstream said ECONNRESET' }), CALL).code).toBe(
      'request-rejected',
    )
  })
})

describe('which model to name', () => {
  const bare = { ...CALL, model: 'anthropic.claude-sonnet-4-6' }
  const onDemand = errorOf({ status: 400, says: 'Invocation of model ID x with on-demand throughput isn’t supported.' })
  const invalid = errorOf({ status: 400, says: 'The provided model identifier is invalid.' })

  test('profiles known to work here are named, and no other', () => {
    const profiles = ['eu.anthropic.claude-haiku-4-5-20251001-v1:0', 'global.anthropic.claude-sonnet-4-6']
    const { hint } = explainBedrock(onDemand, { ...bare, region: 'eu-west-1', profiles })
    expect(hint).toContain('  model: global.anthropic.claude-sonnet-4-6')
    expect(hint).not.toContain('eu.anthropic')
  })

  test('without a profile of this model, those of other models are named as such', () => {
    const { hint } = explainBedrock(onDemand, {
      ...bare,
      profiles: ['us.anthropic.claude-opus-4-6-v1', 'us.amazon.nova'],
    })
    expect(hint).toContain('of other models that work in us-east-1:\n  model: us.anthropic.claude-opus-4-6-v1')
    expect(hint).not.toContain('nova')
  })

  test('a retired model is not suggested again', () => {
    const profiles = ['us.anthropic.claude-opus-4-6-v1', 'us.anthropic.claude-sonnet-4-6']
    const { hint } = explainBedrock(errorOf({ status: 404, says: 'reached the end of its life' }), {
      ...CALL,
      profiles,
    })
    expect(hint).toContain('model: us.anthropic.claude-opus-4-6-v1')
    expect(hint).not.toContain('claude-sonnet-4-6')
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
    expect(failure.hint).toContain('  model: jp.anthropic.claude-sonnet-4-6')
  })

  test('the id that failed is not suggested again', () => {
    expect(explainBedrock(invalid, CALL).hint).not.toContain('us.anthropic')
    expect(explainBedrock(invalid, { ...CALL, profiles: [CALL.model!] }).hint).toContain('No other inference profile')
  })

  test('no model is made up when none is known', () => {
    const { hint } = explainBedrock(invalid, { ...CALL, model: undefined })
    expect(hint).not.toMatch(/model: \S*anthropic/)
    expect(hint).toContain('aws bedrock list-inference-profiles --region us-east-1')
  })

  test('the model that the words name counts when the call does not say it', () => {
    const says = 'Invocation of model ID anthropic.claude-opus-5-5 with on-demand throughput isn’t supported.'
    const { hint } = explainBedrock(errorOf({ status: 400, says }), { ...CALL, model: undefined })
    expect(hint).toContain('  model: us.anthropic.claude-opus-5-5')
  })

  test('a global profile is no way out in GovCloud, nor where the list has none', () => {
    const throttled = errorOf({ status: 429, says: 'Too many requests' })
    const gov = { ...CALL, region: 'us-gov-west-1', model: 'us-gov.anthropic.claude-opus-4-8' }
    expect(explainBedrock(throttled, gov).hint).not.toContain('global.')
    expect(explainBedrock(throttled, { ...CALL, profiles: [CALL.model!] }).hint).not.toContain('global.')
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
  ])('of %s is in message or hint', (_, says) => {
    const failure = explainBedrock(errorOf({ status: 403, says }), CALL)
    expect(`${failure.message}${failure.hint}`).not.toMatch(/IQoJ|ABSK|ASIA/)
  })
})

test('only passing trouble can heal', () => {
  expect(FAILURE_CODES.filter(canHeal)).toEqual([
    'throttled',
    'service-unavailable',
    'model-timeout',
    'model-error',
    'network-unreachable',
  ])
})
