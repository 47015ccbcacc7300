import { fieldOf, parseJson, stringOf } from '../json.ts'

/** What a GitHub OIDC token says, as far as AWS trust policies ask; empty claims are absent. */
export interface IdTokenClaims {
  readonly issuer: string
  readonly subject: string
  readonly audience: string
  readonly repositoryId: string | undefined
  readonly environment: string | undefined
  readonly jobWorkflowRef: string | undefined
}

/**
 * How a token names its repository: `name` is `repo:o/r:...`; `immutable` is `repo:o@ID/r@ID:...`, which repositories made,
 * renamed or moved since 2026-07-15 have; `custom` is a template of the organization's own.
 */
export type SubjectForm = 'name' | 'immutable' | 'custom'

/**
 * Reads the claims of a JSON Web Token without verifying it: they are for messages, never for a decision. Undefined when
 * it is no such token. Claims: https://docs.github.com/actions/reference/security/oidc
 */
export function claimsOf(token: string): IdTokenClaims | undefined {
  const payload = parseJson(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'))
  const claim = (name: string) => {
    // `aud` may be several texts (RFC 7519, 4.1.3); the first counts.
    const several = fieldOf(payload, name)
    return Array.isArray(several) ? stringOf(several, '0') : stringOf(payload, name)
  }
  const issuer = claim('iss')
  const subject = claim('sub')
  const audience = claim('aud')
  if (issuer === undefined || subject === undefined || audience === undefined) return undefined
  return {
    issuer,
    subject,
    audience,
    repositoryId: claim('repository_id'),
    environment: claim('environment'),
    jobWorkflowRef: claim('job_workflow_ref'),
  }
}

/** The form of a token's `sub`. */
export function subjectForm(subject: string): SubjectForm {
  if (/^repo:[^/@:]+@\d+\/[^/@:]+@\d+:/.test(subject)) return 'immutable'
  return /^repo:[^/@:]+\/[^/@:]+:/.test(subject) ? 'name' : 'custom'
}
