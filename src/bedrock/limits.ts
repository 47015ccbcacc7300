import type { BedrockSettings } from '../inputs/settings.ts'

/** What Claude Code asks for when nothing limits it: `max_tokens` of Opus 5.5, its default model (measured with 2.1.330). */
const UNLIMITED_TOKENS = 128_000

/**
 * What the limits of this run mean, as lines for the log. Bedrock reserves a call's `max_tokens` of the tokens-per-minute
 * quota when the call starts (https://docs.aws.amazon.com/bedrock/latest/userguide/quotas-token-burndown.html).
 */
export function describeLimits(bedrock: Pick<BedrockSettings, 'maxOutputTokens' | 'maxThinkingTokens'>): string[] {
  const { maxOutputTokens, maxThinkingTokens } = bedrock
  const times = Math.floor(UNLIMITED_TOKENS / maxOutputTokens)
  const saved =
    times > 1 ? `, ${times} times less than Opus 5.5 would reserve without a limit (${UNLIMITED_TOKENS})` : ''
  return [
    `max-output-tokens ${maxOutputTokens}: each call reserves that much of the tokens-per-minute quota when it starts${saved}. Raise it when a run ends with output-limit-reached.`,
    `max-thinking-tokens ${maxThinkingTokens}: models with adaptive thinking (Opus 4.6 and Sonnet 4.6 and later) ignore it; their thinking counts towards max-output-tokens.`,
  ]
}
