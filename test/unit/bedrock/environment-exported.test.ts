import { describe, expect, test } from '@jest/globals'

import { describeLimits, exportedEnvironment } from '../../../src/bedrock/environment.ts'
import type { BedrockSettings } from '../../../src/inputs/settings.ts'

const bedrock: BedrockSettings = {
  region: 'eu-central-1',
  model: undefined,
  smallFastModel: undefined,
  smallFastModelRegion: 'eu-west-1',
  maxOutputTokens: 4096,
  maxThinkingTokens: 0,
  disablePromptCaching: false,
}
const keys = { accessKeyId: 'ASIAEXAMPLE', secretAccessKey: 'secret', sessionToken: 'token' }

/** What is always there, with nothing inherited and no model chosen. */
const own = {
  CLAUDE_CODE_USE_BEDROCK: '1',
  AWS_REGION: 'eu-central-1',
  AWS_DEFAULT_REGION: 'eu-central-1',
  ANTHROPIC_SMALL_FAST_MODEL_AWS_REGION: 'eu-west-1',
  CLAUDE_CODE_MAX_OUTPUT_TOKENS: '4096',
  MAX_THINKING_TOKENS: '0',
  CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
  DISABLE_AUTOUPDATER: '1',
}
const signedBy = { AWS_ACCESS_KEY_ID: 'ASIAEXAMPLE', AWS_SECRET_ACCESS_KEY: 'secret', AWS_SESSION_TOKEN: 'token' }

describe('what later steps get', () => {
  test("is credentials and Bedrock's variables, and nothing of this run", () => {
    expect(
      exportedEnvironment({
        inherited: {},
        bedrock: { ...bedrock, model: 'eu.anthropic.claude-sonnet-4-6' },
        session: { kind: 'keys', keys },
      }),
    ).toEqual({
      ...own,
      ...signedBy,
      ANTHROPIC_MODEL: 'eu.anthropic.claude-sonnet-4-6',
      ANTHROPIC_DEFAULT_OPUS_MODEL: 'eu.anthropic.claude-sonnet-4-6',
      ANTHROPIC_DEFAULT_SONNET_MODEL: 'eu.anthropic.claude-sonnet-4-6',
      ANTHROPIC_DEFAULT_FABLE_MODEL: 'eu.anthropic.claude-sonnet-4-6',
    })
  })

  test('clears what would beat the keys or spoil them', () => {
    const inherited = {
      AWS_BEARER_TOKEN_BEDROCK: 'stale',
      AWS_SESSION_TOKEN: 'stale',
      ANTHROPIC_BEDROCK_BASE_URL: 'http://x',
    }
    expect(exportedEnvironment({ bedrock, inherited, session: { kind: 'keys', keys } })).toEqual({
      ...own,
      ...signedBy,
      AWS_BEARER_TOKEN_BEDROCK: '',
      ANTHROPIC_BEDROCK_BASE_URL: 'http://x',
    })
    const session = { kind: 'keys', keys: { ...keys, sessionToken: undefined } } as const
    expect(exportedEnvironment({ bedrock, inherited, session })).toMatchObject({ AWS_SESSION_TOKEN: '' })
  })

  test('is the Bedrock API key, when that is what authorizes', () => {
    const exported = exportedEnvironment({ bedrock, inherited: {}, session: { kind: 'bearer', key: 'k' } })
    expect(exported).toEqual({ ...own, AWS_BEARER_TOKEN_BEDROCK: 'k' })
  })
})

const USUAL = { maxOutputTokens: 4096, maxThinkingTokens: 1024 }

test.each([
  [8192, 'when it starts, 15 times less than Opus 5.5 would reserve without a limit (128000).'],
  [32_000, 'when it starts, 4 times less than Opus 5.5 would reserve without a limit (128000).'],
  [128_000, 'when it starts.'],
  [200_000, 'when it starts.'],
])('%d output tokens: what they reserve', (maxOutputTokens, saved) => {
  const [output, ...others] = describeLimits({ maxOutputTokens, maxThinkingTokens: 1024 }, USUAL)
  expect(output).toContain(
    `max-output-tokens ${maxOutputTokens}: each call reserves that much of the tokens-per-minute`,
  )
  expect(output).toContain(saved)
  expect(others).toEqual([])
})

test('thinking tokens: who ignores them; of the usual limits nothing is said', () => {
  expect(describeLimits({ ...USUAL, maxThinkingTokens: 2048 }, USUAL)).toEqual([
    expect.stringMatching(/^max-thinking-tokens 2048: models with adaptive thinking .* ignore it/),
  ])
  expect(describeLimits(USUAL, USUAL)).toEqual([])
})

test('auto: what is reserved at first, and what after a refusal', () => {
  const quota = { ceiling: 32_000, patienceMs: 1 } as const
  expect(describeLimits(USUAL, USUAL, { ...quota, lowers: 'always' })).toEqual([])
  expect(describeLimits(USUAL, USUAL, { ...quota, lowers: 'when-short' })).toEqual([
    expect.stringMatching(/^max-output-tokens auto: .*\(at most 32000\).* 4096 for five minutes after one was refused/),
  ])
})
