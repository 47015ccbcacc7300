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

test.each([
  [4096, 'when it starts, 31 times less than Opus 5.5 would reserve without a limit (128000). Raise'],
  [32_000, 'when it starts, 4 times less than Opus 5.5 would reserve without a limit (128000). Raise'],
  [128_000, 'when it starts. Raise'],
  [200_000, 'when it starts. Raise'],
])('%d output tokens: what they reserve, and when to raise them', (maxOutputTokens, saved) => {
  const [output, thinking] = describeLimits({ maxOutputTokens, maxThinkingTokens: 1024 }, undefined)
  expect(output).toContain(
    `max-output-tokens ${maxOutputTokens}: each call reserves that much of the tokens-per-minute`,
  )
  expect(output).toContain(saved)
  expect(output).toContain('output-limit-reached')
  expect(thinking).toMatch(/^max-thinking-tokens 1024: models with adaptive thinking .* ignore it/)
})

test('with the gateway, what a cut answer leads to', () => {
  const limits = { maxOutputTokens: 4096, maxThinkingTokens: 1024 }
  const quota = { ceiling: 32_000, patienceMs: 1 } as const
  const [always] = describeLimits(limits, { ...quota, lowers: 'always' })
  expect(always).toContain('max-output-tokens 4096: each call reserves that much')
  expect(always).toContain('four times as much, up to 32000 (max-output-tokens-ceiling)')
  const [auto] = describeLimits(limits, { ...quota, lowers: 'when-short' })
  expect(auto).toContain('max-output-tokens auto: a call reserves what Claude Code asks for (at most 32000)')
  expect(auto).toContain('4096 for five minutes after one was refused')
})
