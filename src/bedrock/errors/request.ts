import { yaml } from '../../errors.ts'
import type { BedrockCall, BedrockRule } from '../types.ts'

/** The rule of a refusal whose words nobody knows. */
export const UNKNOWN_REFUSAL = 'another 4xx'

/** What is wrong with the request itself. */
export const REQUEST_RULES: readonly BedrockRule[] = [
  {
    id: 'B36',
    match: [{ message: /exceeded the \d+ output token maximum/i }],
    code: 'output-limit-reached',
    explanation: (_error, call) =>
      `An answer was cut off at max-output-tokens (${call.maxOutputTokens}), several times. Thinking counts towards it.`,
    fix: (_error, call) => [
      'Raise the input (more is reserved of the tokens-per-minute quota with each call):',
      yaml(`with:\n  max-output-tokens: "${Math.max(16384, call.maxOutputTokens * 2)}"`),
    ],
  },
  {
    id: 'B14',
    match: [{ message: /input is too long|prompt is too long/i }],
    code: 'prompt-too-long',
    explanation: "The conversation does not fit into the model's context.",
    fix: 'Give the agent less at once: a shorter prompt or prompt-file, smaller files to read, max-turns, or several jobs.',
  },
  {
    id: 'B15 prompt caching',
    match: [{ message: /prompt caching|cache_control|cachePoint/i }],
    code: 'request-rejected',
    explanation: 'This model, or this region, does not take prompt caching.',
    fix: ['Switch it off:', yaml('with:\n  disable-prompt-caching: true')],
  },
  {
    id: 'B15 thinking budget',
    match: [{ message: /thinking\.budget_tokens/i }],
    code: 'request-rejected',
    explanation: 'The thinking budget must be smaller than the output limit.',
    fix: (_error, call) => [
      'Keep `max-thinking-tokens` below `max-output-tokens`, or set it to 0:',
      yaml(`with:\n  max-output-tokens: "${call.maxOutputTokens}"\n  max-thinking-tokens: "${thinkingBelow(call)}"`),
    ],
  },
  {
    id: 'B15 thinking type',
    match: [{ message: /thinking\.type/i }],
    code: 'request-rejected',
    explanation:
      'The model wants another kind of thinking than Claude Code asked for; behind an application inference profile it cannot see which model it talks to.',
    fix: 'Name the system inference profile in `model` instead of the ARN, or take a newer `claude-code-version`.',
  },
  {
    id: 'B15 beta header',
    match: [{ message: /anthropic[-_]beta|invalid beta flag/i }],
    code: 'request-rejected',
    explanation: 'Claude Code asked for a feature that Bedrock does not offer for this model.',
    fix: [
      'Tell Claude Code to leave such features out:',
      yaml(
        'env:\n  CLAUDE_CODE_DISABLE_EXPERIMENTAL_BETAS: "1"\nwith:\n  environment: CLAUDE_CODE_DISABLE_EXPERIMENTAL_BETAS',
      ),
    ],
  },
  {
    id: 'B15',
    match: [{ message: /Malformed input request|Extra inputs are not permitted/i }],
    code: 'request-rejected',
    explanation:
      'The request has a field that this model does not take: Claude Code is too new or too old for it, or a gateway changes requests.',
    fix: 'Leave `claude-code-version` empty (the version this release was tested with), or name a newer model.',
  },
  {
    id: UNKNOWN_REFUSAL,
    match: [{ statuses: ['4xx'] }],
    code: 'request-rejected',
    explanation: 'This answer is not one that this action knows.',
    fix: ({ requestId }) => unknown(requestId),
  },
]

function thinkingBelow({ maxOutputTokens }: BedrockCall): number {
  return maxOutputTokens > 1024 ? 1024 : 0
}

function unknown(requestId: string | undefined): string {
  const id = requestId === undefined ? '' : ` and the request id ${requestId}`
  return `Look for these words in https://docs.aws.amazon.com/bedrock/latest/userguide/troubleshooting-api-error-codes.html, or give them${id} to AWS Support.`
}
