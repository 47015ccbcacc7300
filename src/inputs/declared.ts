// Written by `npm run docs` from action.yml: change it there.

/** What action.yml says of an input: `default` counts after the environment `variables`; empty is none. */
export interface DeclaredInput {
  readonly default: string
  readonly variables: readonly string[]
  readonly example: string
}

/** The inputs of action.yml by name. GitHub passes an empty text, not the default, for an expression that is empty. */
export const DECLARED_INPUTS = {
  'prompt': { default: '', variables: [], example: 'Review the changes of this pull request.' },
  'prompt-file': { default: '', variables: [], example: '.github/prompts/review.md' },
  'append-system-prompt': { default: '', variables: [], example: 'Answer in English.' },
  'working-directory': { default: '.', variables: [], example: 'packages/server' },
  'aws-region': { default: '', variables: ['AWS_REGION', 'AWS_DEFAULT_REGION'], example: 'us-east-1' },
  'role-to-assume': { default: '', variables: [], example: 'arn:aws:iam::111122223333:role/claude-code' },
  'role-session-name': { default: '', variables: [], example: 'nightly-review' },
  'role-duration-seconds': { default: '3600', variables: [], example: '7200' },
  'audience': { default: 'sts.amazonaws.com', variables: [], example: 'sts.amazonaws.com' },
  'inline-session-policy': { default: '', variables: [], example: '\'{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "bedrock:InvokeModel*", "Resource": "*"}]}\'' },
  'managed-session-policies': { default: '', variables: [], example: 'arn:aws:iam::111122223333:policy/bedrock-only' },
  'role-chaining': { default: 'false', variables: [], example: 'true' },
  'allowed-account-ids': { default: '', variables: [], example: '\'111122223333\'' },
  'bedrock-api-key': { default: '', variables: [], example: '' },
  'aws-profile': { default: '', variables: [], example: 'ci' },
  'aws-auth-refresh': { default: '', variables: [], example: 'aws sso login --profile ci' },
  'aws-credential-export': { default: '', variables: [], example: 'aws configure export-credentials --profile ci' },
  'model': { default: '', variables: ['ANTHROPIC_MODEL'], example: 'us.anthropic.claude-opus-5-5' },
  'small-fast-model': { default: '', variables: ['ANTHROPIC_SMALL_FAST_MODEL'], example: 'us.anthropic.claude-haiku-4-5-20251001-v1:0' },
  'small-fast-model-region': { default: '', variables: ['ANTHROPIC_SMALL_FAST_MODEL_AWS_REGION'], example: 'us-west-2' },
  'fallback-model': { default: '', variables: [], example: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0' },
  'max-output-tokens': { default: '4096', variables: ['CLAUDE_CODE_MAX_OUTPUT_TOKENS'], example: '16384' },
  'max-thinking-tokens': { default: '1024', variables: ['MAX_THINKING_TOKENS'], example: '1024' },
  'disable-prompt-caching': { default: 'false', variables: ['DISABLE_PROMPT_CACHING'], example: 'true' },
  'allowed-tools': { default: '', variables: [], example: 'Bash(git diff:*), Edit' },
  'disallowed-tools': { default: '', variables: [], example: 'WebFetch, WebSearch' },
  'permission-mode': { default: 'dontAsk', variables: [], example: 'acceptEdits' },
  'max-turns': { default: '', variables: [], example: '20' },
  'max-budget-usd': { default: '', variables: [], example: '2.50' },
  'timeout-minutes': { default: '30', variables: [], example: '45' },
  'json-schema': { default: '', variables: [], example: '.github/schemas/review.json' },
  'resume-session': { default: '', variables: [], example: '0b0e7a43-5d1c-4c6e-9a39-2f8f5c1d7e10' },
  'settings': { default: '', variables: [], example: '.github/claude-settings.json' },
  'mcp-config': { default: '', variables: [], example: '.github/mcp.json' },
  'claude-args': { default: '', variables: [], example: '--add-dir ../docs --effort high' },
  'environment': { default: '', variables: [], example: 'NODE_ENV, TZ' },
  'isolation': { default: 'auto', variables: [], example: 'required' },
  'claude-code-version': { default: '', variables: [], example: '2.1.330' },
  'claude-code-path': { default: '', variables: [], example: '/usr/local/bin/claude' },
  'registry-url': { default: '', variables: [], example: 'https://npm.example.com/mirror' },
  'cache': { default: 'true', variables: [], example: 'false' },
  'credentials': { default: 'gateway', variables: [], example: 'environment' },
  'export-environment': { default: 'auto', variables: [], example: 'true' },
  'preflight': { default: 'true', variables: [], example: 'only' },
  'upload-transcript': { default: 'always', variables: [], example: 'on-failure' },
  'artifact-name': { default: '', variables: [], example: 'review-transcript' },
  'retention-days': { default: '', variables: [], example: '7' },
  'redact': { default: '', variables: [], example: 'ACME-[A-Z0-9]{8}' },
  'show-transcript': { default: 'summary', variables: [], example: 'full' },
  'job-summary': { default: 'true', variables: [], example: 'false' },
} as const satisfies Readonly<Record<string, DeclaredInput>>

/** Name of an input of action.yml. */
export type InputName = keyof typeof DECLARED_INPUTS
