import { describe, expect, test } from '@jest/globals'

import type { RawInputs } from '../../../src/inputs/form.ts'
import { failureOf, fixOf, parse } from './given.ts'

const quotaOf = async (raw: RawInputs, env = {}) => (await parse(raw, { env })).settings.quota
const MINUTE = 60_000

test('by default each call asks for 4096, after a cut reply for up to 32000, and waits for an hour', async () => {
  expect(await quotaOf({})).toEqual({ lowers: 'always', ceiling: 32_000, patienceMs: 60 * MINUTE })
})

test.each<[RawInputs, object]>([
  [{ 'max-output-tokens': 'auto' }, { lowers: 'when-short', ceiling: 32_000 }],
  [{ 'max-output-tokens': '16384' }, { lowers: 'always', ceiling: 32_000 }],
  [{ 'max-output-tokens': '64000' }, { lowers: 'always', ceiling: 64_000 }],
  [{ 'max-output-tokens-ceiling': '64000' }, { ceiling: 64_000 }],
  [{ 'max-output-tokens-ceiling': '1000' }, { ceiling: 4_096 }],
  [{ 'max-output-tokens': '8192', 'max-output-tokens-ceiling': '8192' }, { ceiling: 8_192 }],
  [{ 'throttle-patience-minutes': '0' }, { patienceMs: 0 }],
  [{ 'throttle-patience-minutes': '2.5' }, { patienceMs: 150_000 }],
])('%j', async (raw, expected) => {
  expect(await quotaOf(raw)).toMatchObject(expected)
})

test('auto asks for 4096 while the quota is short', async () => {
  expect((await parse({ 'max-output-tokens': 'auto' })).settings.bedrock.maxOutputTokens).toBe(4_096)
  expect(await quotaOf({}, { CLAUDE_CODE_MAX_OUTPUT_TOKENS: 'auto' })).toMatchObject({ lowers: 'when-short' })
})

test('a limit of the environment raises the ceiling', async () => {
  expect(await quotaOf({}, { CLAUDE_CODE_MAX_OUTPUT_TOKENS: '64000' })).toMatchObject({ ceiling: 64_000 })
})

describe('refused', () => {
  test.each<[RawInputs, string]>([
    [
      { 'max-output-tokens': '16384', 'max-output-tokens-ceiling': '8192' },
      'max-output-tokens-ceiling: "8192" must not be below max-output-tokens, which is 16384',
    ],
    [
      { 'max-output-tokens': 'auto', 'max-output-tokens-ceiling': '2048' },
      'max-output-tokens-ceiling: "2048" must not be below 4096',
    ],
    [{ 'max-output-tokens': 'automatic' }, 'max-output-tokens: "automatic" must be auto, or a whole number'],
    [{ 'max-output-tokens-ceiling': '0' }, 'max-output-tokens-ceiling: "0" must be a whole number, 1 to 1000000'],
    [{ 'throttle-patience-minutes': '-1' }, 'throttle-patience-minutes: "-1" must be a number of minutes, 0 to 10080'],
    [{ 'throttle-patience-minutes': '1e3' }, 'throttle-patience-minutes: "1e3" must be a number of minutes'],
    [{ 'throttle-patience-minutes': '10081' }, 'throttle-patience-minutes: "10081" must be a number of minutes'],
    [{ 'max-output-tokens': 'auto', 'max-thinking-tokens': '5000' }, 'must be below max-output-tokens, which is 4096'],
  ])('%j', async (raw, text) => {
    const failure = await failureOf(raw)
    expect([failure.code, failure.message]).toEqual(['input-invalid', expect.stringContaining(text)])
  })
})

describe('without the gateway', () => {
  const raw: RawInputs = { credentials: 'environment' }
  test('there is nothing to decide', async () => {
    expect(await quotaOf(raw)).toBeUndefined()
  })
  test.each<RawInputs>([
    { 'max-output-tokens': 'auto' },
    { 'max-output-tokens-ceiling': '64000' },
    { 'throttle-patience-minutes': '5' },
  ])('what asks for it is refused: %j', async (more) => {
    const failure = await failureOf({ ...raw, ...more })
    expect(failure.message).toContain('needs the gateway')
    expect(fixOf(failure)).toContain('credentials: gateway')
  })
})
