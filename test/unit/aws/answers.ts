import type { IdentitySettings } from '../../../src/inputs/settings.ts'
import { claimsOf } from '../../../src/aws/trust-policy.ts'
import { ServiceError, type FailureCode, type ServiceFact } from '../../../src/errors.ts'
import type { Runner } from '../../../src/ports/github.ts'
import { CLAIMS, OIDC, ROLE, RUNNER, tokenWith } from './fakes.ts'
import { explainSignIn, SIGN_IN_RULES } from '../../../src/aws/errors/sign-in-error.ts'
import type { Attempt } from '../../../src/aws/types.ts'
import { findRule } from '../../../src/error-rules.ts'

type Facts = Partial<ServiceFact>

export const sts = (name: string, message: string, facts: Facts = {}): ServiceFact => ({
  service: 'AWS STS',
  operation: 'AssumeRoleWithWebIdentity',
  name,
  message,
  status: 400,
  requestId: 'request-1',
  ...facts,
})
export const identityOf = (name: string, message: string, facts: Facts = {}) =>
  sts(name, message, { operation: 'GetCallerIdentity', status: 403, ...facts })
export const oidc = (name: string, message: string, facts: Facts = {}): ServiceFact => ({
  service: 'GitHub OIDC',
  operation: 'GetIdToken',
  name,
  message,
  ...facts,
})
export const chain = (message: string, facts: Facts = {}): ServiceFact => ({
  service: 'AWS credentials',
  operation: 'LoadCredentials',
  name: 'CredentialsProviderError',
  message,
  ...facts,
})

/** The Failure made of an answer, in a run like any other but for `about`. */
export function explained(
  fact: ServiceFact,
  about: {
    settings?: Partial<IdentitySettings> | undefined
    runner?: Partial<Runner>
    claims?: Record<string, unknown>
    attempt?: Partial<Attempt> | undefined
  } = {},
) {
  return explainSignIn(new ServiceError(fact), {
    settings: { ...OIDC, ...about.settings },
    runner: { ...RUNNER, ...about.runner },
    claims: claimsOf(tokenWith({ ...CLAIMS, ...about.claims })),
    ...about.attempt,
  })
}

export const PROFILE = { source: { kind: 'profile', profile: 'dev' } } as const
export const CHAIN = { source: { kind: 'default-chain' } } as const
export const CHAINING = { source: { kind: 'role-chaining', profile: undefined, role: ROLE } } as const

/** An answer, and what is to be made of it. */
export interface Row {
  readonly id: string
  readonly fact: ServiceFact
  readonly code: FailureCode
  readonly retryable?: boolean
  /** Stands in the message or the fix. */
  readonly fix: string
  /** Stands in neither. */
  readonly not?: RegExp
  readonly settings?: Partial<IdentitySettings>
  readonly attempt?: Partial<Attempt>
}

/** The id of the rule that an answer falls under. */
export function ruleOf({ fact, settings, attempt }: Row): string | undefined {
  const context = { settings: { ...OIDC, ...settings }, runner: RUNNER, ...attempt, region: OIDC.region }
  return findRule(new ServiceError(fact), SIGN_IN_RULES, context)?.id
}
