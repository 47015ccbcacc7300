/** The closed set of failure codes, each a heading of `docs/TROUBLESHOOTING.md`; with what was wrong, as the end of a title. */
export const FAILURE_WORDS = {
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
} as const

/** One code of the closed set. */
export type FailureCode = keyof typeof FAILURE_WORDS

/** One piece of what to do: prose, which may wrap, or something to copy, valid by itself in its language. */
export type FixBlock =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly language: 'yaml' | 'json' | 'shell' | 'ini'; readonly code: string }

/** What to do, as it is written where a failure is made: a string is a block of prose. */
export type Fix = string | FixParts

/** Prose and blocks in order. */
export type FixParts = readonly (string | FixBlock)[]

/** YAML to copy: lines of a workflow, at the indentation they have below their job or step. */
export const yaml = (code: string): FixBlock => ({ kind: 'code', language: 'yaml', code })

/** A JSON document to copy, such as a policy. */
export const json = (value: unknown): FixBlock => ({
  kind: 'code',
  language: 'json',
  code: JSON.stringify(value, undefined, 2),
})

/** Commands to copy, one a line. */
export const shell = (code: string): FixBlock => ({ kind: 'code', language: 'shell', code })

/** Lines of a configuration file to copy. */
export const ini = (code: string): FixBlock => ({ kind: 'code', language: 'ini', code })

/** A fix as a list of blocks; empty prose is left out. */
export function blocksOf(fix: Fix): readonly FixBlock[] {
  const parts = (typeof fix === 'string' ? [fix] : fix).filter((part) => part !== '')
  return parts.map((part) => (typeof part === 'string' ? { kind: 'text', text: part } : part))
}

/** A fix with all its texts changed. */
export function changedFix(fix: readonly FixBlock[], change: (text: string) => string): readonly FixBlock[] {
  return fix.map((block) =>
    block.kind === 'text' ? { ...block, text: change(block.text) } : { ...block, code: change(block.code) },
  )
}

/** A fix as plain text, for the log and the annotation: blocks apart by an empty line, code indented by four spaces. */
export function fixText(fix: readonly FixBlock[]): string {
  return fix
    .map((block) => (block.kind === 'text' ? block.text : block.code.replaceAll(/^(?=.)/gm, '    ')))
    .join('\n\n')
}

/**
 * Why a run cannot go on. `message` says what is wrong on its first line, of at most 120 characters, then what that means and the
 * service's own words; `fix` says what to do, with the lines of YAML, policy statement or command to use. Neither ever holds a
 * secret or the prompt.
 */
export class Failure extends Error {
  readonly code: FailureCode
  readonly fix: readonly FixBlock[]
  /** Whether the same thing may succeed a moment later. */
  readonly retryable: boolean
  /** The part of the message that is a service's answer, where there is one. */
  readonly quote: string | undefined

  constructor(code: FailureCode, text: FailureText) {
    super(text.message, { cause: text.cause })
    this.name = 'Failure'
    this.code = code
    this.fix = blocksOf(text.fix ?? '')
    this.retryable = text.retryable ?? false
    this.quote = text.quote
  }
}

/** The fields of a {@link Failure}; `retryable` is false unless given. */
export interface FailureText {
  readonly message: string
  readonly fix?: Fix
  readonly cause?: unknown
  readonly retryable?: boolean | undefined
  readonly quote?: string | undefined
}

/**
 * What a service answered, as an adapter saw it, with no opinion on what it means. `name` is the service's error name
 * without namespace and suffix (`AccessDenied`, or Node's `ENOTFOUND` when nothing answered), `status` the HTTP status
 * (absent when nothing answered).
 */
export class ServiceError extends Error {
  readonly service: string
  readonly operation: string
  override readonly name: string
  readonly status: number | undefined
  readonly requestId: string | undefined
  /** The host name that was asked for, where known. */
  readonly host: string | undefined
  /** How long the service asks to be left alone. */
  readonly retryAfterMs: number | undefined
  /** The name of the error that a client library has wrapped. */
  readonly causeName: string | undefined

  constructor(fact: ServiceFact) {
    super(fact.message, { cause: fact.cause })
    this.service = fact.service
    this.operation = fact.operation
    // On the wire AWS writes `com.amazon.coral#ThrottlingException:http://internal.amazon.com/...`.
    this.name = fact.name.replace(/^.*#/, '').replace(/:.*$/s, '')
    this.status = fact.status
    this.requestId = fact.requestId
    this.host = fact.host
    this.retryAfterMs = fact.retryAfterMs
    this.causeName = fact.causeName
  }
}

/** The name of an answer that is not from the service that was asked, but from a proxy or a gateway on the way. */
export const PROXY_ANSWER = 'ProxyAnswer'

/** The fields of a {@link ServiceError}. */
export type ServiceFact = Pick<ServiceError, 'service' | 'operation' | 'name' | 'message'> &
  Partial<Pick<ServiceError, 'status' | 'requestId' | 'host' | 'retryAfterMs' | 'causeName' | 'cause'>>

/** Any error as a Failure: one that nobody explained keeps the words it came with, under the code `unexpected`. */
export function asFailure(error: unknown): Failure {
  if (error instanceof Failure) return error
  const words =
    error instanceof ServiceError
      ? quoteError(error)
      : error instanceof Error
        ? (error.stack ?? error.message)
        : String(error)
  return new Failure('unexpected', {
    message: `Something failed that this action does not recognize.\n${words}`,
    fix: 'Please report it, with result.json of the transcript folder.',
    cause: error,
  })
}

/** The words of whatever was thrown. */
export const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

/**
 * A service's answer on one line: its words, and in parentheses its name, status, `facts` and request id, as far as they
 * are known.
 */
export function quoteError(error: ServiceError, facts: readonly (string | undefined)[] = []): string {
  const name = error.causeName ?? (error.name === 'Error' ? '' : error.name)
  const status = error.status === undefined ? '' : `HTTP ${error.status}`
  const request = error.requestId === undefined ? '' : `request id ${error.requestId}`
  const known = [name, status, ...facts, request].filter(Boolean).join(', ')
  return `${error.service} ${error.operation}: ${error.message || 'no message'}${known && ` (${known})`}`
}
