import type { FailureCode } from './errors.ts'
import { cutText } from './text.ts'

/** What was wrong, as the end of a title. */
export const FAILURE_WORDS: Readonly<Record<FailureCode, string>> = {
  'input-invalid': 'an input is not valid',
  'workspace-missing': 'there is no checkout',
  'actor-not-allowed': 'this actor may not start a run',
  'root-not-allowed': 'the agent may not run as root',
  'oidc-permission-missing': 'the job has no permission to ask for a GitHub OIDC token',
  'oidc-token-failed': 'there is no OIDC token that AWS accepts',
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
  'transcript-upload-failed': 'the transcript was not stored as an artifact',
  unexpected: 'something failed that this action does not know',
}

/** Longest first line of a failure's message: what the list of annotations shows of it. */
export const LONGEST_TITLE = 120

/** The first line of a failure's message: what is wrong, and of what or for whom (`subject`, cut where it is too long). */
export function failureTitle(code: FailureCode, subject = ''): string {
  const words = FAILURE_WORDS[code]
  const title = `${words.charAt(0).toUpperCase()}${words.slice(1)}`
  return asTitle(subject === '' ? `${title}.` : `${title}: ${subject}`)
}

/** A text as such a line. */
export const asTitle = (text: string): string => cutText(text.replaceAll(/\s*\n\s*/g, ' '), LONGEST_TITLE, '…')
