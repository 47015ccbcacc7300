import { expect, test } from '@jest/globals'

import { priceOf, pricedName } from '../../../src/claude/prices.ts'

test.each([
  ['anthropic.claude-sonnet-4-6', 'claude-sonnet-4-6'],
  ['us.anthropic.claude-opus-4-6-v1', 'claude-opus-4-6'],
  ['eu.anthropic.claude-haiku-4-5-20251001-v1:0', 'claude-haiku-4-5-20251001'],
  ['us-gov.anthropic.claude-sonnet-4-5-20250929-v1:0', 'claude-sonnet-4-5-20250929'],
  ['arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-sonnet-4-6', 'claude-sonnet-4-6'],
  ['arn:aws:bedrock:us-east-1:111122223333:inference-profile/us.anthropic.claude-opus-5', 'claude-opus-5'],
  ['arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/abcdefghijkl', ''],
  ['us.evilanthropic.claude-sonnet-4-6', ''],
  ['meta.llama3-8b', ''],
])('%s is %j in the table', (model, name) => {
  expect(pricedName(model)).toBe(name)
})

test('dollars by the kinds of tokens; none for a model without a price', () => {
  const counts = { input: 1_000_000, output: 100_000, cacheRead: 1_000_000, cacheWrite: 100_000 }
  expect(priceOf('us.anthropic.claude-sonnet-4-6', counts)).toBeCloseTo(3 + 1.5 + 0.3 + 0.375)
  expect(priceOf('us.anthropic.claude-unheard-of', counts)).toBeUndefined()
  expect(priceOf('us.anthropic.constructor', counts)).toBeUndefined()
})
