import { explainError, type ErrorRule } from '../error-rules.ts'
import type { Failure, ServiceError } from '../errors.ts'
import type { IdentitySettings } from '../inputs/settings.ts'
import { NETWORK_RULES, otherRegions, type NetworkContext } from '../network-rules.ts'
import type { Runner } from '../ports/github.ts'
import * as credentials from './credentials-advice.ts'
import type { IdTokenClaims } from './id-token-claims.ts'
import * as role from './role-advice.ts'

/** What was being done when a service said no; `claims` are those of the last OIDC token, if there was one. */
export interface Attempt {
  readonly settings: IdentitySettings
  readonly runner: Runner
  readonly claims?: IdTokenClaims | undefined
}

/** One kind of answer of STS, of GitHub's token service, or of the AWS SDK's credential chain. */
export type SignInRule = ErrorRule<Attempt & NetworkContext>

/** What a rule says of its error. */
export type Advice = Pick<SignInRule, 'explanation' | 'fix'>

/** Why a sign-in failed: the service's own words, what they mean and what to do. */
export function explainSignIn(error: ServiceError, attempt: Attempt): Failure {
  const context = { ...attempt, region: attempt.settings.region }
  return explainError(error, { rules: SIGN_IN_RULES, context })
}

const OIDC = ['GitHub OIDC']
const CHAIN = ['AWS credentials']
const WEB_IDENTITY = ['AssumeRoleWithWebIdentity']
const DENIED = ['AccessDenied']
const EXPIRED = ['ExpiredToken', 'RequestExpired']
const BAD_TOKEN = ['InvalidIdentityToken']
const BAD_VALUE = ['Validation', 'ValidationError']

const THROTTLED: Advice = {
  explanation: 'Too many such calls were made in this account at the same time.',
  fix: 'Run the job again. In a large matrix, lower `strategy.max-parallel`.',
}

const UNAVAILABLE: Advice = {
  explanation: 'The service failed by itself.',
  fix: 'See https://health.aws.amazon.com/health/status, then run the job again.',
}

const REGION_DISABLED: Advice = {
  explanation: (_error, { region }) => `The account has not enabled the region ${region ?? ''}.`,
  fix: (_error, { region = '' }) => [
    ...otherRegions(region),
    `Or enable it: \`aws account enable-region --region-name ${region}\`.`,
  ],
}

/**
 * Every answer to a sign-in that this release knows. Names, statuses and words as AWS sends them:
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html and its "Common Errors".
 */
export const SIGN_IN_RULES: readonly SignInRule[] = [
  {
    id: 'no permission for tokens',
    match: [{ services: OIDC, names: ['NotOffered'] }],
    code: 'oidc-permission-missing',
    ...credentials.MISSING_PERMISSION,
  },
  ...NETWORK_RULES,
  {
    id: 'token service in trouble',
    match: [{ services: OIDC, statuses: [429, '5xx'] }],
    code: 'oidc-token-failed',
    ...credentials.NO_TOKEN,
    retryable: true,
  },
  { id: 'no token', match: [{ services: OIDC }], code: 'oidc-token-failed', ...credentials.NO_TOKEN },
  {
    id: 'throttled',
    match: [{ names: [/^(Throttl|TooManyRequests|RequestLimit)/] }, { statuses: [429] }],
    code: 'throttled',
    ...THROTTLED,
    retryable: true,
  },
  {
    id: 'unavailable',
    match: [{ statuses: ['5xx'] }],
    code: 'service-unavailable',
    ...UNAVAILABLE,
    retryable: true,
  },
  {
    id: 'keys of the provider out of reach',
    match: [{ names: BAD_TOKEN, message: /verification key/i }, { names: ['IDPCommunicationError'] }],
    code: 'oidc-token-failed',
    ...credentials.PROVIDER_OUT_OF_REACH,
    retryable: true,
  },
  {
    id: 'no provider',
    match: [{ names: BAD_TOKEN, message: /No OpenIDConnect provider/i }],
    code: 'oidc-provider-missing',
    ...credentials.NO_PROVIDER,
  },
  {
    id: 'another audience',
    match: [{ names: BAD_TOKEN, message: /token audience/i }],
    code: 'oidc-audience-mismatch',
    ...credentials.OTHER_AUDIENCE,
  },
  {
    id: 'token rejected',
    match: [{ names: [...BAD_TOKEN, 'IDPRejectedClaim'] }],
    code: 'oidc-token-failed',
    ...credentials.TOKEN_REJECTED,
  },
  {
    id: 'token expired',
    match: [{ operations: WEB_IDENTITY, names: EXPIRED }],
    code: 'oidc-token-failed',
    ...credentials.TOKEN_EXPIRED,
    retryable: true,
  },
  {
    id: 'explicit deny',
    match: [{ message: /explicit deny/i }],
    code: 'explicitly-denied',
    ...role.EXPLICIT_DENY,
  },
  {
    id: 'role denied to a token',
    match: [
      { names: DENIED, message: /sts:AssumeRoleWithWebIdentity/ },
      { names: DENIED, operations: WEB_IDENTITY },
    ],
    code: 'role-not-assumable',
    ...role.DENIED_TO_TOKEN,
  },
  {
    id: 'role denied to keys',
    match: [
      { names: DENIED, message: /sts:AssumeRole/ },
      { names: DENIED, operations: ['AssumeRole'] },
    ],
    code: 'role-not-assumable',
    ...role.DENIED_TO_KEYS,
  },
  {
    id: 'chained session too long',
    match: [{ message: /roles assumed by role chaining/i }],
    code: 'role-session-too-long',
    ...role.CHAINED_TOO_LONG,
  },
  {
    id: 'session too long',
    match: [{ names: BAD_VALUE, message: /DurationSeconds/i }],
    code: 'role-session-too-long',
    ...role.SESSION_TOO_LONG,
  },
  { id: 'value refused', match: [{ names: BAD_VALUE }], code: 'input-invalid', ...role.BAD_VALUE },
  {
    id: 'session policy refused',
    match: [{ names: ['PackedPolicyTooLarge', 'MalformedPolicyDocument'] }],
    code: 'input-invalid',
    ...role.BAD_SESSION_POLICY,
  },
  { id: 'region disabled', match: [{ names: ['RegionDisabled'] }], code: 'region-unsupported', ...REGION_DISABLED },
  {
    id: 'sign-in of the profile expired',
    match: [{ services: CHAIN, message: /\baws (sso )?login\b/i }],
    code: 'credentials-expired',
    ...credentials.SIGN_IN_EXPIRED,
  },
  { id: 'keys expired', match: [{ names: EXPIRED }], code: 'credentials-expired', ...credentials.KEYS_EXPIRED },
  {
    id: 'clock wrong',
    match: [{ message: /Signature (expired|not yet current)/i }],
    code: 'credentials-invalid',
    ...credentials.CLOCK_WRONG,
  },
  {
    id: 'keys invalid',
    match: [
      {
        names: [
          'InvalidClientTokenId',
          'UnrecognizedClient',
          'InvalidAccessKeyId',
          'SignatureDoesNotMatch',
          'InvalidSignature',
          'IncompleteSignature',
          'MissingAuthenticationToken',
        ],
      },
    ],
    code: 'credentials-invalid',
    ...credentials.KEYS_INVALID,
  },
  { id: 'no credentials', match: [{ services: CHAIN }], code: 'credentials-missing', ...credentials.NO_CREDENTIALS },
]
