import type { BedrockCall, Row } from './explain-row.ts'

/** What Bedrock does not like about the request itself. */
export const REQUEST_ROWS: readonly Row[] = [
  {
    row: 'B36',
    code: 'output-limit-reached',
    says: /exceeded the \d+ output token maximum/i,
    means: (_fact, call) =>
      `An answer was cut off at max-output-tokens (${call.maxOutputTokens}), several times over. Thinking counts towards it.`,
    fix: (_fact, call) =>
      `Raise the input (more is reserved of the tokens-per-minute quota with each call):\n  max-output-tokens: "${Math.max(16384, call.maxOutputTokens * 2)}"`,
  },
  {
    row: 'B14',
    code: 'prompt-too-long',
    says: /input is too long|prompt is too long/i,
    means: "The conversation does not fit into the model's context.",
    fix: 'Give the agent less at once: a shorter prompt or prompt-file, smaller files to read, max-turns, or several jobs.',
  },
  {
    row: 'B15 prompt caching',
    code: 'request-rejected',
    says: /prompt caching|cache_control|cachePoint/i,
    means: 'This model, or this region, does not take prompt caching.',
    fix: 'Switch it off:\n  disable-prompt-caching: true',
  },
  {
    row: 'B15 thinking budget',
    code: 'request-rejected',
    says: /thinking\.budget_tokens/i,
    means: 'The thinking budget must be smaller than the output limit.',
    fix: (_fact, call) =>
      `  max-output-tokens: "${call.maxOutputTokens}"\n  max-thinking-tokens: "${thinkingBelow(call)}"   # less than max-output-tokens, or 0`,
  },
  {
    row: 'B15 thinking type',
    code: 'request-rejected',
    says: /thinking\.type/i,
    means:
      'The model wants another kind of thinking than Claude Code asked for; behind an application inference profile it cannot tell which model it talks to.',
    fix: 'Name the system inference profile in model instead of the ARN, or take a newer claude-code-version.',
  },
  {
    row: 'B15 beta header',
    code: 'request-rejected',
    says: /anthropic[-_]beta|invalid beta flag/i,
    means: 'Claude Code asked for a feature that Bedrock does not know for this model.',
    fix: [
      'Tell Claude Code to leave such features out:',
      '  env:',
      '    CLAUDE_CODE_DISABLE_EXPERIMENTAL_BETAS: "1"',
      '  with:',
      '    environment: CLAUDE_CODE_DISABLE_EXPERIMENTAL_BETAS',
    ].join('\n'),
  },
  {
    row: 'B15',
    code: 'request-rejected',
    says: /Malformed input request|Extra inputs are not permitted/i,
    means:
      'The request has a field that this model does not take: Claude Code is too new or too old for it, or a gateway changes requests.',
    fix: 'Leave claude-code-version empty (the version this release was tested with), or name a newer model.',
  },
]

function thinkingBelow({ maxOutputTokens }: BedrockCall): number {
  return maxOutputTokens > 1024 ? 1024 : 0
}
