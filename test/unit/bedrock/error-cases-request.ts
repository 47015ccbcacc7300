import type { Case } from './error-cases.ts'

/** What is wrong with the request. */
export const requestCases: readonly Case[] = [
  {
    rule: 'B14',
    code: 'prompt-too-long',
    name: 'ValidationException',
    status: 400,
    text: 'Input is too long for requested model.',
    fix: 'shorter prompt',
  },
  { rule: 'B14', code: 'prompt-too-long', text: 'Prompt is too long · start anew', fix: 'shorter prompt' },
  {
    rule: 'B15',
    code: 'request-rejected',
    name: 'ValidationException',
    status: 400,
    text: 'Malformed input request: #: extraneous key [x] is not permitted, please reformat your input and try again.',
    fix: 'claude-code-version',
  },
  {
    rule: 'B15 beta header',
    code: 'request-rejected',
    text: 'API Error: 400 Unexpected value(s) for the anthropic-beta header',
    fix: 'environment: CLAUDE_CODE_DISABLE_EXPERIMENTAL_BETAS',
  },
  {
    rule: 'B15 thinking budget',
    code: 'request-rejected',
    status: 400,
    text: '`max_tokens` must be greater than `thinking.budget_tokens`',
    fix: 'max-thinking-tokens: "1024"',
  },
  {
    rule: 'B15 thinking type',
    code: 'request-rejected',
    status: 400,
    text: '"thinking.type.enabled" is not supported for this model. Use "thinking.type.adaptive".',
    fix: 'system inference profile',
  },
  {
    rule: 'B15 prompt caching',
    code: 'request-rejected',
    name: 'AccessDeniedException',
    status: 403,
    text: 'You invoked an unsupported model or your request did not allow prompt caching. See the documentation for more information.',
    fix: 'disable-prompt-caching: true',
  },
  {
    rule: 'B15 prompt caching',
    code: 'request-rejected',
    text: 'API Error: 400 Malformed input request: #: extraneous key [cache_control] is not permitted',
    fix: 'disable-prompt-caching: true',
  },
  {
    rule: 'B36',
    code: 'output-limit-reached',
    text: "API Error: Claude's response exceeded the 4096 output token maximum. To configure this behavior, set the CLAUDE_CODE_MAX_OUTPUT_TOKENS environment variable.",
    fix: 'max-output-tokens: "16384"',
  },
  {
    rule: 'another 4xx',
    code: 'request-rejected',
    status: 418,
    text: 'Computer says no.',
    fix: 'troubleshooting-api-error-codes.html',
  },
]
