import { expect, test } from '@jest/globals'

import { describeLimits } from '../../../src/bedrock/limits.ts'

test.each([
  [4096, 'when it starts, 31 times less than Opus 5.5 would reserve without a limit (128000). Raise'],
  [32_000, 'when it starts, 4 times less than Opus 5.5 would reserve without a limit (128000). Raise'],
  [128_000, 'when it starts. Raise'],
  [200_000, 'when it starts. Raise'],
])('%d output tokens: what they reserve, and when to raise them', (maxOutputTokens, saved) => {
  const [output, thinking] = describeLimits({ maxOutputTokens, maxThinkingTokens: 1024 })
  expect(output).toContain(
    `max-output-tokens ${maxOutputTokens}: each call reserves that much of the tokens-per-minute`,
  )
  expect(output).toContain(saved)
  expect(output).toContain('output-limit-reached')
  expect(thinking).toMatch(/^max-thinking-tokens 1024: models with adaptive thinking .* ignore it/)
})
