import { yaml, type Fix } from '../../errors.ts'
import type { BedrockRule } from '../types.ts'

/** The rule of a refusal whose words nobody knows. */
export const UNKNOWN_REFUSAL = 'another 4xx'

/** How the gateway of this action refuses a call (src/gateway/gateway.ts), with the model that was called. */
export const OTHER_MODEL = /(\S+) is no model of this run, which has /

const WITHOUT_BETAS: Fix = [
  'Tell Claude Code to leave such features out:',
  yaml(
    'env:\n  CLAUDE_CODE_DISABLE_EXPERIMENTAL_BETAS: "1"\nwith:\n  environment: CLAUDE_CODE_DISABLE_EXPERIMENTAL_BETAS',
  ),
]

/** What is wrong with the request itself. */
export const REQUEST_RULES: readonly BedrockRule[] = [
  {
    id: 'B36',
    match: [{ message: /exceeded the \d+ output token maximum/i }],
    code: 'output-limit-reached',
    explanation: (_error, { outputCeiling, maxOutputTokens }) =>
      outputCeiling === undefined
        ? `An answer was cut off at max-output-tokens (${maxOutputTokens}), several times. Thinking counts towards it.`
        : `An answer was cut off even at max-output-tokens-ceiling (${outputCeiling}), or at the model's own limit. Thinking counts towards it.`,
    fix: (_error, { outputCeiling, maxOutputTokens }) =>
      outputCeiling === undefined
        ? [
            'Raise the input (more is reserved of the tokens-per-minute quota with each call):',
            yaml(`with:\n  max-output-tokens: "${Math.max(16384, maxOutputTokens * 2)}"`),
          ]
        : [
            'Ask for smaller pieces, or raise the ceiling, which only answers that were cut make use of:',
            yaml(`with:\n  max-output-tokens-ceiling: "${outputCeiling * 2}"`),
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
    id: 'B14 with its answer',
    match: [{ message: /input length and `?max_tokens`? exceed context limit/i }],
    code: 'prompt-too-long',
    explanation:
      "The conversation and the room for its answer (max-output-tokens) do not fit into the model's context.",
    fix: (_error, call) => [
      'Leave less room for the answer, or give the agent less at once:',
      yaml(`with:\n  max-output-tokens: "${Math.max(1024, Math.floor(call.maxOutputTokens / 2))}"`),
    ],
  },
  {
    id: 'output limit of the model',
    match: [{ message: /maximum tokens you requested exceeds the model limit of \d+|max_tokens: \d+ > \d+/i }],
    code: 'request-rejected',
    explanation: ({ message }) =>
      `The model writes at most ${modelLimit(message)} tokens in one answer, and more was asked for.`,
    fix: ({ message }) => [
      "Set the limit of an answer to the model's own or below:",
      yaml(`with:\n  max-output-tokens: "${modelLimit(message)}"`),
    ],
  },
  {
    id: 'B15 malformed caching',
    match: [{ message: /maximum of \d+ blocks with cache_control|cache_control cannot be set for empty text blocks/i }],
    code: 'request-rejected',
    explanation:
      'The request itself is malformed: it marks more, or other, of its parts for prompt caching than is allowed. The model does take prompt caching.',
    fix: [
      'It is a fault of Claude Code, of a plugin or of a gateway that changes requests. Take another `claude-code-version`, or do without caching for now, which costs more:',
      yaml('with:\n  disable-prompt-caching: true'),
    ],
  },
  {
    id: 'B15 prompt caching',
    match: [
      { message: /(did not allow|does not support|doesn't support) prompt caching|prompt caching is not supported/i },
      { message: /extraneous key \[(cache_control|cachePoint)\]/i },
    ],
    code: 'request-rejected',
    explanation: 'This model, or this region, does not take prompt caching.',
    fix: ['Switch it off:', yaml('with:\n  disable-prompt-caching: true')],
  },
  {
    id: 'B15 thinking budget',
    match: [{ message: /thinking\.budget_tokens/i }],
    code: 'request-rejected',
    explanation: 'The thinking budget must be smaller than the output limit.',
    fix: (_error, { maxOutputTokens: limit }) => [
      'Keep `max-thinking-tokens` below `max-output-tokens`, or set it to 0:',
      yaml(`with:\n  max-output-tokens: "${limit}"\n  max-thinking-tokens: "${limit > 1024 ? 1024 : 0}"`),
    ],
  },
  {
    id: 'B15 thinking type',
    match: [{ message: /thinking\.type/i }],
    code: 'request-rejected',
    explanation:
      'The model expects another kind of thinking than Claude Code asked for; behind an application inference profile it cannot see which model it talks to.',
    fix: 'Name the system inference profile in `model` instead of the ARN, or take a newer `claude-code-version`.',
  },
  {
    id: 'B15 beta header',
    match: [{ message: /anthropic[-_]beta\b|invalid beta flag/i }],
    code: 'request-rejected',
    explanation: 'Claude Code asked for a feature that Bedrock does not offer for this model.',
    fix: WITHOUT_BETAS,
  },
  {
    id: 'B15 beta field',
    match: [{ message: /[\w.]+: Extra inputs are not permitted/i }],
    code: 'request-rejected',
    explanation: ({ message }) =>
      `The field ${/([\w.]+): Extra inputs are not permitted/i.exec(message)?.[1] ?? ''} belongs to a feature that Bedrock does not offer for this model.`,
    fix: WITHOUT_BETAS,
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
    id: 'content filter',
    match: [{ message: /Output blocked by content filtering policy/i }],
    code: 'request-rejected',
    explanation:
      "The content filter in front of the model stopped its answer: it resembled protected text, or broke Anthropic's usage policy.",
    fix: 'Ask for the result in other words, in smaller pieces, or without long quotations (licences, lyrics, articles). The transcript shows what the agent was writing.',
  },
  {
    id: 'refused by the gateway',
    match: [{ message: OTHER_MODEL }],
    code: 'input-invalid',
    title: () => 'Claude Code called a model that no input names',
    explanation:
      'Claude Code called a model that no input names, so the call did not reach Bedrock: an agent, a skill or a setting names it.',
    fix: ({ message }) => [
      'Take the name out where it is (`model` in `.claude/` of the checkout), or let the run have the model:',
      yaml(`with:\n  fallback-model: ${OTHER_MODEL.exec(message)?.[1] ?? '<id>'}`),
    ],
  },
  {
    id: UNKNOWN_REFUSAL,
    match: [{ statuses: ['4xx'] }],
    code: 'request-rejected',
    explanation: 'This action does not know this answer.',
    fix: ({ requestId }) => {
      const id = requestId === undefined ? '' : ` and the request id ${requestId}`
      return `Look for these words in https://docs.aws.amazon.com/bedrock/latest/userguide/troubleshooting-api-error-codes.html, or give them${id} to AWS Support.`
    },
  },
]

/** The number that the words give as the model's limit. */
const modelLimit = (message: string) => /(?:limit of |> )(\d+)/.exec(message)?.[1] ?? '4096'
