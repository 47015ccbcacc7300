import { explainError, FAULT_NAMES, THROTTLING_NAMES } from '../../error-rules.ts'
import type { Failure, FailureCode, ServiceError } from '../../errors.ts'
import { NETWORK_RULES, otherRegions, type NetworkContext } from '../../network-rules.ts'
import { roleOf, type Attempt, type SignInRule } from '../types.ts'
import { CHAIN_RULES } from './chain.ts'
import { KEYS_RULES, keysOf, profileOf } from './keys.ts'
import { ROLE_RULES } from './role.ts'
import { TOKEN_RULES } from './token.ts'

/** Why a sign-in failed: the service's own words, what they mean and what to do. */
export function explainSignIn(error: ServiceError, attempt: Attempt): Failure {
  const context = { ...attempt, region: attempt.settings.region }
  return explainError(error, { rules: SIGN_IN_RULES, context, subject: (code) => subjectOf(code, error, context) })
}

/** The role, the source of the keys, the region or the service: what a failure is about. */
function subjectOf(code: FailureCode, { service }: ServiceError, context: Attempt & NetworkContext): string {
  const profile = profileOf(context)
  if (code === 'credentials-missing') return profile === undefined ? '' : `the AWS profile "${profile}"`
  if (code.startsWith('credentials-')) return keysOf(context)
  if (code.startsWith('region-')) return context.region ?? 'none'
  if (code === 'oidc-audience-mismatch')
    return context.settings.source.kind === 'oidc' ? context.settings.source.audience : ''
  if (code === 'oidc-token-failed' || code === 'oidc-permission-missing') return ''
  if (service === 'AWS STS' && code !== 'network-unreachable') return roleOf(context)
  return service
}

/** What any service of AWS may answer. */
const SERVICE_RULES: readonly SignInRule[] = [
  {
    id: 'throttled',
    match: [{ names: THROTTLING_NAMES }, { statuses: [429] }],
    code: 'throttled',
    title: ({ service }) => `${service} throttled the calls of this run.`,
    explanation: 'Too many such calls were made in this account at the same time.',
    fix: 'Run the job again. In a large matrix, lower `strategy.max-parallel`.',
    retryable: true,
  },
  {
    id: 'unavailable',
    match: [
      { names: [...FAULT_NAMES, /^ServiceUnavailable/] },
      // So the SDK calls what names no error; its credential providers lose the status.
      { services: ['AWS credentials'], names: ['Unknown'] },
      { statuses: [408, '5xx'] },
    ],
    code: 'service-unavailable',
    title: ({ service }) => `${service} was not available.`,
    explanation: 'The service failed by itself.',
    fix: 'See https://health.aws.amazon.com/health/status, then run the job again.',
    retryable: true,
  },
  {
    id: 'region disabled',
    match: [{ names: ['RegionDisabled'] }],
    code: 'region-unsupported',
    title: (_error, { region }) => `The region ${region ?? ''} is not enabled in this account.`,
    explanation: (_error, { region }) => `The account has not enabled the region ${region ?? ''}.`,
    fix: (_error, { region = '' }) => [
      ...otherRegions(region),
      `Or enable it: \`aws account enable-region --region-name ${region}\`.`,
    ],
  },
]

/**
 * Every answer to a sign-in that this release knows. Names, statuses and words as AWS sends them:
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html and its "Common Errors".
 */
export const SIGN_IN_RULES: readonly SignInRule[] = [
  ...CHAIN_RULES,
  ...NETWORK_RULES,
  ...TOKEN_RULES,
  ...SERVICE_RULES,
  ...ROLE_RULES,
  ...KEYS_RULES,
]
