import type { Case } from './explain-cases.ts'

/** What is wrong with the request. */
export const requestCases: readonly Case[] = [
  {
    row: 'B14',
    code: 'prompt-too-long',
    name: 'ValidationException',
    status: 400,
    says: 'Input is too long for requested model.',
    hint: 'shorter prompt',
  },
  { row: 'B14', code: 'prompt-too-long', says: 'Prompt is too long · start anew', hint: 'shorter prompt' },
  {
    row: 'B15',
    code: 'request-rejected',
    name: 'ValidationException',
    status: 400,
    says: 'Malformed input request: #: extraneous key [x] is not permitted, please reformat your input and try again.',
    hint: 'claude-code-version',
  },
  {
    row: 'B15 beta header',
    code: 'request-rejected',
    says: 'API Error: 400 Unexpected value(s) for the anthropic-beta header',
    hint: 'environment: CLAUDE_CODE_DISABLE_EXPERIMENTAL_BETAS',
  },
  {
    row: 'B15 thinking budget',
    code: 'request-rejected',
    status: 400,
    says: '`max_tokens` must be greater than `thinking.budget_tokens`',
    hint: 'max-thinking-tokens: "1024"',
  },
  {
    row: 'B15 thinking type',
    code: 'request-rejected',
    status: 400,
    says: '"thinking.type.enabled" is not supported for this model. Use "thinking.type.adaptive".',
    hint: 'system inference profile',
  },
  {
    row: 'B15 prompt caching',
    code: 'request-rejected',
    name: 'AccessDeniedException',
    status: 403,
    says: 'You invoked an unsupported model or your request did not allow prompt caching. See the documentation for more information.',
    hint: 'disable-prompt-caching: true',
  },
  {
    row: 'B15 prompt caching',
    code: 'request-rejected',
    says: 'API Error: 400 Malformed input request: #: extraneous key [cache_control] is not permitted',
    hint: 'disable-prompt-caching: true',
  },
  {
    row: 'B36',
    code: 'output-limit-reached',
    says: "API Error: Claude's response exceeded the 4096 output token maximum. To configure this behavior, set the CLAUDE_CODE_MAX_OUTPUT_TOKENS environment variable.",
    hint: 'max-output-tokens: "16384"',
  },
]
