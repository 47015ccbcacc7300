import type { ServiceError } from '../errors.ts'
import type { IdentitySettings } from '../inputs/settings.ts'
import type { Runner } from '../ports/github.ts'
import type { IdTokenClaims } from './id-token-claims.ts'

/** What was being done when a service said no; `claims` are those of the last OIDC token, if there was one. */
export interface Attempt {
  readonly settings: IdentitySettings
  readonly runner: Runner
  readonly claims?: IdTokenClaims | undefined
}

/** What a failure means and what to do about it, in words for people. */
export interface Advice {
  readonly meaning: string
  readonly fix: string
}

/** Finds the words for one kind of answer. */
export type Adviser = (attempt: Attempt, error: ServiceError) => Advice

/** ARN of the role that these settings assume; words in its place when they assume none themselves. */
export function roleOf({ source }: IdentitySettings): string {
  return 'role' in source ? source.role.arn : 'the role'
}
