import type { ErrorRule } from '../error-rules.ts'
import type { IdentitySettings } from '../inputs/settings.ts'
import type { NetworkContext } from '../network-rules.ts'
import type { AwsKeys, KeyOrigin } from '../ports/aws.ts'
import type { Runner } from '../ports/github.ts'
import type { IdTokenClaims } from './trust-policy.ts'

/**
 * The run's credentials: access keys whose identity AWS confirmed, or a Bedrock API key, which STS cannot identify
 * (https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html).
 */
export type Session = KeysSession | { readonly kind: 'bearer'; readonly key: string }

/** Access keys that AWS has confirmed; `renewable` says that they expire and that signing in again gives fresh ones. */
export interface KeysSession {
  readonly kind: 'keys'
  readonly keys: AwsKeys
  /** Twelve digits. */
  readonly account: string
  readonly arn: string
  readonly renewable: boolean
  /** When AWS issued the keys to this run, in milliseconds since 1970; undefined for keys that were there before. */
  readonly issuedAt?: number | undefined
}

/** A session that is renewed for as long as it is used. Both methods reject with a Failure when there is none. */
export interface RenewingSession {
  /** The session to use now. It is renewed in the background before it expires; a caller waits only when it has expired. */
  current(): Promise<Session>
  /** The session that replaces `stale`, which AWS no longer accepts; however many ask at once, it is renewed once. */
  renew(stale: Session): Promise<Session>
}

/** What was being done when a service refused a sign-in. */
export interface Attempt {
  readonly settings: IdentitySettings
  readonly runner: Runner
  /** Of the last OIDC token, GitHub's or that of the environment's web identity. */
  readonly claims?: IdTokenClaims | undefined
  /** The role of the environment's web identity, where that was used. */
  readonly webIdentityRole?: string | undefined
  /** Where the keys in use were found, when no role was assumed for them. */
  readonly origin?: KeyOrigin | undefined
  /** How long ago AWS issued the keys in use; undefined for keys that were there before. */
  readonly keyAgeMs?: number | undefined
}

/** One kind of answer of STS, of GitHub's token service, or of the AWS SDK's credential providers. */
export type SignInRule = ErrorRule<Attempt & NetworkContext>

/** ARN of the role that was to be assumed; words in its place when it is not known. */
export function roleOf({ settings: { source }, webIdentityRole }: Attempt): string {
  return 'role' in source ? source.role.arn : (webIdentityRole ?? 'the role')
}

/** How a request with such keys is repeated, within {@link isJustIssued}. */
export const NEW_KEYS_RETRY = { firstPauseMs: 500, longestPauseMs: 2_000, budgetMs: 15_000 } as const

/**
 * What it means that AWS does not know such keys. IAM takes a second or two to know those that STS has issued
 * (configure-aws-credentials#1681, botocore#3600).
 */
export const KEYS_TOO_NEW = {
  code: 'credentials-invalid',
  explanation: 'AWS issued these keys moments ago and does not know them everywhere yet.',
  fix: 'Run the job again.',
  retryable: true,
} as const

/** How long AWS may take to know keys that it has issued, in milliseconds. */
const KNOWN_AFTER_MS = 12_000

/** Whether keys are so new that AWS may not know them yet. */
export function isJustIssued(keyAgeMs: number | undefined): boolean {
  return keyAgeMs !== undefined && keyAgeMs < KNOWN_AFTER_MS
}
