import { BEDROCK_REGIONS } from '../bedrock/regions.ts'
import { Failure, type FailureCode, type ServiceError } from '../errors.ts'
import type { Advice, Adviser, Attempt } from './advice.ts'
import * as credentials from './advice-on-credentials.ts'
import { roleDenied, roleDeniedToKeys } from './advice-on-denial.ts'
import * as network from './advice-on-network.ts'
import { missingPermission } from './advice-on-permission.ts'
import * as role from './advice-on-role.ts'
import * as token from './advice-on-token.ts'

/** One kind of answer. Every column given must match; names are compared without a trailing `Exception`. */
interface Row {
  readonly service?: string
  readonly operation?: string
  readonly name?: RegExp
  readonly status?: RegExp
  readonly host?: RegExp
  readonly message?: RegExp
  readonly code: FailureCode
  /** The same request, with a fresh token, may succeed a moment later. */
  readonly heals?: true
  readonly advice: Adviser
}

const OIDC = 'GitHub OIDC'
const CHAIN = 'AWS credentials'
const WEB_IDENTITY = 'AssumeRoleWithWebIdentity'
const DENIED = /^AccessDenied$/
const EXPIRED = /^(ExpiredToken|RequestExpired)$/
const BAD_TOKEN = /^InvalidIdentityToken$/
const BAD_VALUE = /^Validation(Error)?$/
const UNKNOWN_REGION_HOST = new RegExp(`^sts\\.(?!(${BEDROCK_REGIONS.join('|')})\\.)[\\w-]+\\.amazonaws\\.com`)
const LOST = /^(ECONN\w+|EPIPE|ETIMEDOUT|EAI_AGAIN|E(HOST|NET)(UNREACH|DOWN)|EPROTO|TimeoutError)$/
const NO_WAY = /^(ENOTFOUND$|ERR_PROXY|ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED)/
const BAD_KEYS =
  /^(InvalidClientTokenId|UnrecognizedClient|InvalidAccessKeyId|SignatureDoesNotMatch|InvalidSignature|IncompleteSignature|MissingAuthenticationToken)$/

// The first row that matches counts. No pattern holds an apostrophe: AWS writes both straight and curly ones. Names,
// statuses and texts as AWS sends them:
// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html and its "Common Errors".
const ROWS: readonly Row[] = [
  { service: OIDC, name: /^NotOffered$/, code: 'oidc-permission-missing', advice: missingPermission },

  { name: /^ENOTFOUND$/, host: UNKNOWN_REGION_HOST, code: 'region-unsupported', advice: network.regionUnknown },
  { name: NO_WAY, code: 'network-unreachable', advice: network.noConnection },
  { name: LOST, code: 'network-unreachable', heals: true, advice: network.noConnection },
  { message: /Deserialization error/, code: 'network-unreachable', heals: true, advice: network.noConnection },

  { service: OIDC, status: /^(429|5..)$/, code: 'oidc-token-failed', heals: true, advice: token.noToken },
  { service: OIDC, code: 'oidc-token-failed', advice: token.noToken },

  { name: /^(Throttl|TooManyRequests|RequestLimit)/, code: 'throttled', heals: true, advice: network.throttled },
  { status: /^429$/, code: 'throttled', heals: true, advice: network.throttled },
  { status: /^5..$/, code: 'service-unavailable', heals: true, advice: network.unavailable },

  { name: /^IDPCommunicationError$/, code: 'oidc-token-failed', heals: true, advice: token.keysOutOfReach },
  {
    name: BAD_TOKEN,
    message: /verification key/i,
    code: 'oidc-token-failed',
    heals: true,
    advice: token.keysOutOfReach,
  },
  { name: BAD_TOKEN, message: /No OpenIDConnect provider/i, code: 'oidc-provider-missing', advice: token.noProvider },
  { name: BAD_TOKEN, message: /token audience/i, code: 'oidc-audience-mismatch', advice: token.otherAudience },
  { name: BAD_TOKEN, code: 'oidc-token-failed', advice: token.tokenRejected },
  { name: /^IDPRejectedClaim$/, code: 'oidc-token-failed', advice: token.tokenRejected },
  { operation: WEB_IDENTITY, name: EXPIRED, code: 'oidc-token-failed', heals: true, advice: token.tokenExpired },

  { message: /explicit deny/i, code: 'explicitly-denied', advice: role.explicitDeny },
  { operation: WEB_IDENTITY, name: DENIED, code: 'role-not-assumable', advice: roleDenied },
  { name: DENIED, message: /sts:AssumeRoleWithWebIdentity/, code: 'role-not-assumable', advice: roleDenied },
  { operation: 'AssumeRole', name: DENIED, code: 'role-not-assumable', advice: roleDeniedToKeys },
  { name: DENIED, message: /sts:AssumeRole/, code: 'role-not-assumable', advice: roleDeniedToKeys },

  { message: /roles assumed by role chaining/i, code: 'role-session-too-long', advice: role.chainedTooLong },
  { name: BAD_VALUE, message: /DurationSeconds/i, code: 'role-session-too-long', advice: role.sessionTooLong },
  { name: BAD_VALUE, code: 'input-invalid', advice: role.badValue },
  { name: /^(PackedPolicyTooLarge|MalformedPolicyDocument)$/, code: 'input-invalid', advice: role.badSessionPolicy },
  { name: /^RegionDisabled$/, code: 'region-unsupported', advice: network.regionDisabled },

  { service: CHAIN, message: /\baws (sso )?login\b/i, code: 'credentials-expired', advice: credentials.signInExpired },
  { name: EXPIRED, code: 'credentials-expired', advice: credentials.keysExpired },
  { message: /Signature (expired|not yet current)/i, code: 'credentials-invalid', advice: credentials.clockWrong },
  { name: BAD_KEYS, code: 'credentials-invalid', advice: credentials.keysInvalid },
  { service: CHAIN, code: 'credentials-missing', advice: credentials.noCredentials },
]

/** Turns a service's answer into a Failure: its code, its own words, what they mean and what to do. */
export function explain(error: ServiceError, attempt: Attempt): Failure {
  const row = rowFor(error)
  const advice = row?.advice(attempt, error) ?? UNKNOWN
  const message = `${wordsOf(error)}\n${advice.meaning}`
  return new Failure(row?.code ?? 'unexpected', { message, hint: advice.fix, cause: error })
}

/** Whether the same request, with a fresh token, may succeed a moment later. */
export function canHeal(error: ServiceError): boolean {
  return rowFor(error)?.heals ?? false
}

const UNKNOWN: Advice = {
  meaning: 'The action does not know this answer.',
  fix: 'Look up the error name in the documentation of the service. AWS Support finds the call by its request id.',
}

function rowFor(error: ServiceError): Row | undefined {
  const name = error.name.replace(/Exception$/, '')
  return ROWS.find(
    (row) =>
      (row.service === undefined || row.service === error.service) &&
      (row.operation === undefined || row.operation === error.operation) &&
      (row.name?.test(name) ?? true) &&
      (row.status?.test(String(error.status)) ?? true) &&
      (row.host?.test(error.host ?? '') ?? true) &&
      (row.message?.test(error.message) ?? true),
  )
}

function wordsOf(error: ServiceError): string {
  const facts = [
    error.name,
    error.status !== undefined && `HTTP ${error.status}`,
    error.requestId !== undefined && `request id ${error.requestId}`,
  ].filter((fact) => fact !== false)
  return `${error.service} ${error.operation}: ${error.message} (${facts.join(', ')})`
}
