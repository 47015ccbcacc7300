import type { FailureCode } from '../errors.ts'
import { plural, grouped, readableDuration } from '../text.ts'
import type { Outputs, RunFailure } from './types.ts'

/** How a run ended, in words, as a heading: `Claude finished · 1 file changed`. */
export function outcomeTitle(outputs: Outputs): string {
  const denied = outputs['permission-denials'].length
  const failed = outputs['failed-subagents'] ?? 0
  const changed = outputs['changed-files']?.length ?? 0
  return [
    outcomeWords(outputs),
    ...(outputs.conclusion === 'success' && changed > 0 ? [`${plural(changed, 'file')} changed`] : []),
    ...(failed > 0 ? [`${plural(failed, 'subagent')} failed`] : []),
    ...(denied > 0 ? [`${plural(denied, 'tool call')} denied`] : []),
  ].join(' · ')
}

/** The sign before a title. */
export const OUTCOME_SIGNS = { success: '✅', failure: '❌', cancelled: '⏹️', 'timed-out': '⏱️', setup: '✅' } as const

function outcomeWords(outputs: Outputs): string {
  const { conclusion, 'failure-code': code, 'duration-ms': duration } = outputs
  switch (conclusion) {
    case 'success':
      return 'Claude finished'
    case 'setup':
      return outputs['claude-code-path'] === null ? 'Preflight passed' : 'Claude Code is set up'
    case 'cancelled':
      return 'The job was cancelled'
    case 'timed-out':
      return `Claude was stopped${duration === null ? '' : ` after ${readableDuration(duration)}`}: it reached the time limit`
    case 'failure': {
      const reason = code === '' ? 'it failed' : FAILURE_WORDS[code]
      return hasStarted(outputs) ? `Claude stopped: ${reason}` : `Claude could not start: ${reason}`
    }
  }
}

/** Whether the agent has begun its work, as far as it is known. */
export function hasStarted({ conclusion, 'failure-code': code, 'num-turns': turns }: Outputs): boolean {
  if (turns !== null && turns > 0) return true
  return conclusion === 'success' || code.startsWith('agent-') || LATER.has(code)
}

/** They come when Claude Code runs. */
const LATER: ReadonlySet<string> = new Set([
  ...['max-turns-reached', 'budget-exceeded', 'structured-output-missing', 'output-limit-reached', 'prompt-too-long'],
  ...['guardrail-intervened', 'model-refused'],
])

/** What was wrong, as the end of a title. */
export const FAILURE_WORDS: Readonly<Record<FailureCode, string>> = {
  'input-invalid': 'an input is not valid',
  'workspace-missing': 'there is no checkout',
  'actor-not-allowed': 'this actor may not start it',
  'root-not-allowed': 'the agent may not run as root',
  'oidc-permission-missing': 'the job may not ask for a GitHub OIDC token',
  'oidc-token-failed': 'GitHub gave no OIDC token',
  'oidc-provider-missing': "the AWS account does not know GitHub's OIDC provider",
  'oidc-audience-mismatch': 'the OIDC token is for another audience',
  'role-not-assumable': 'the role could not be assumed',
  'role-session-too-long': 'the role does not allow a session this long',
  'credentials-missing': 'there are no AWS credentials',
  'credentials-expired': 'the AWS credentials have expired',
  'credentials-invalid': 'AWS refused the credentials',
  'account-not-allowed': 'the AWS account is not one of those allowed',
  'region-missing': 'no AWS region is set',
  'region-unsupported': 'Bedrock is not in this region',
  'model-access-denied': 'the account has no access to the model',
  'iam-permission-missing': 'the role may not call the model',
  'explicitly-denied': 'a policy denies the call',
  'account-not-authorized': 'AWS does not let the account call the model',
  'marketplace-subscription-missing': 'the account has not subscribed to the model',
  'use-case-form-missing': "Anthropic's use case form has not been submitted",
  'model-not-found': 'there is no such model',
  'model-retired': 'the model is retired',
  'inference-profile-required': 'the model needs an inference profile',
  'profile-not-in-region': 'the inference profile is not in this region',
  throttled: 'Bedrock throttled its calls',
  'daily-quota-exhausted': 'the daily token quota is used up',
  'quota-exceeded': 'a Bedrock quota is exceeded',
  'service-unavailable': 'Bedrock was not available',
  'model-timeout': 'the model did not answer in time',
  'model-error': 'the model failed',
  'output-limit-reached': 'an answer was cut at the output token limit',
  'prompt-too-long': 'the prompt is too long for the model',
  'request-rejected': 'Bedrock rejected a request',
  'guardrail-intervened': 'a guardrail intervened',
  'model-refused': 'the model refused to answer',
  'version-not-found': 'there is no such version of Claude Code',
  'install-download-failed': 'Claude Code could not be downloaded',
  'install-integrity-mismatch': 'the downloaded Claude Code is not the released one',
  'platform-unsupported': 'Claude Code does not run on this platform',
  'agent-timed-out': 'it reached the time limit',
  'agent-cancelled': 'the job was cancelled',
  'agent-crashed': 'its process crashed',
  'agent-failed': 'it ended with an error',
  'max-turns-reached': 'it reached the maximum number of turns',
  'budget-exceeded': 'it reached the budget',
  'structured-output-missing': 'no answer fits the schema',
  'mcp-server-failed': 'an MCP server did not start',
  'prompt-not-run': 'the prompt is a command of Claude Code',
  'network-unreachable': 'the network is not reachable',
  'transcript-upload-failed': 'the transcript could not be stored',
  unexpected: 'something failed that is not known',
}

/** What a failure means, without the answer of a service that it quotes; that answer where it says it all. */
export function failureReason({ message, quote }: RunFailure): string {
  const rest = quote === undefined ? message : message.replace(quote, '').trim()
  return rest === '' ? message : rest
}

/** What is known of a run as name and value, ready to be read; what is not known or zero is left out. */
export function outcomeFacts(outputs: Outputs): readonly (readonly [name: string, value: string])[] {
  const count = (value: number | null) => (value === null || value === 0 ? null : grouped(value))
  const duration = outputs['duration-ms']
  const cost = outputs['total-cost-usd']
  const facts: (readonly [string, string | null | undefined])[] = [
    ['Model', outputs.model],
    ['Region', outputs['aws-region']],
    ['AWS account', outputs['aws-account-id']],
    ['Turns', count(outputs['num-turns'])],
    ['Input tokens', count(outputs['input-tokens'])],
    ['Output tokens', count(outputs['output-tokens'])],
    ['Tokens read from cache', count(outputs['cache-read-tokens'])],
    ['Tokens written to cache', count(outputs['cache-creation-tokens'])],
    ['Cost', cost === null || cost === 0 ? null : dollars(cost)],
    ['Duration', duration === null ? null : readableDuration(duration)],
    ['API retries', count(outputs.retries)],
    ['Calls refused for the quota', count(outputs['throttled-calls'])],
    ['Waited for the quota', outputs['throttled-ms'] ? readableDuration(outputs['throttled-ms']) : null],
    ['Failed subagents', count(outputs['failed-subagents'])],
    ['Claude Code', outputs['claude-code-version']],
    ['Session', outputs['session-id']],
  ]
  return facts.flatMap(([name, value]) => (value ? [[name, value] as const] : []))
}

/** What a reader wants to know first, on one line; empty when nothing is known. */
export function outcomeLine(outputs: Outputs): string {
  const { 'num-turns': turns, 'duration-ms': duration, 'total-cost-usd': cost } = outputs
  return [
    turns === null || turns === 0 ? '' : plural(turns, 'turn'),
    duration === null ? '' : readableDuration(duration),
    cost === null || cost === 0 ? '' : dollars(cost),
  ]
    .filter((part) => part !== '')
    .join(' · ')
}

/** Dollars, with more digits where they are few: `$12.30`, `$0.0042`. */
const dollars = (usd: number) => `$${usd.toFixed(usd < 0.1 ? 4 : 2)}`
