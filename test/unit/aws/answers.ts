import type { IdentitySettings } from '../../../src/inputs/settings.ts'
import { explainSignIn } from '../../../src/aws/aws-error.ts'
import { claimsOf } from '../../../src/aws/id-token-claims.ts'
import { ServiceError, type FailureCode, type ServiceFact } from '../../../src/errors.ts'
import type { Runner } from '../../../src/ports/github.ts'
import { CLAIMS, OIDC, ROLE, RUNNER, tokenWith } from './fakes.ts'

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
    claims?: Record<string, string>
  } = {},
) {
  return explainSignIn(new ServiceError(fact), {
    settings: { ...OIDC, ...about.settings },
    runner: { ...RUNNER, ...about.runner },
    claims: claimsOf(tokenWith({ ...CLAIMS, ...about.claims })),
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
  readonly fix: string
  readonly settings?: Partial<IdentitySettings>
}
