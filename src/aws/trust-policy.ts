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

/** The issuer of the tokens that github.com gives. */
export const GITHUB_ISSUER = 'https://token.actions.githubusercontent.com'

/**
 * The trust policy under which `roleArn` lets in a job whose token has these claims, with the `sub` exactly as seen, in
 * either of its forms. `repository_id` pins the repository too, where STS knows that claim (github.com, since 2026-01):
 * a name can be taken over, an id cannot.
 */
export function trustPolicyFor({ issuer, audience, subject, repositoryId }: IdTokenClaims, roleArn: string) {
  const id = issuer === GITHUB_ISSUER && repositoryId !== undefined ? { repository_id: repositoryId } : {}
  return trust(issuer, parseRoleArn(roleArn), { aud: audience, sub: subject, ...id })
}

/** A role's trust policy, as IAM takes it: it lets in who has a token of the OIDC provider with one of these values for each claim. */
export function trust(
  issuer: string,
  { partition, account }: Pick<RoleArn, 'partition' | 'account'>,
  claims: Readonly<Record<string, string | readonly string[]>>,
) {
  const provider = providerOf(issuer)
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Federated: `arn:${partition}:iam::${account}:oidc-provider/${provider}` },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: {
          StringEquals: Object.fromEntries(
            Object.entries(claims).map(([claim, value]) => [`${provider}:${claim}`, value]),
          ),
        },
      },
    ],
  }
}

/** IAM's name of an OIDC provider: its URL without the scheme. */
export const providerOf = (issuer: string) => issuer.replace(/^https:\/\//, '')

/** The parts of an IAM role's ARN. */
export interface RoleArn {
  /** `aws`, `aws-cn`, `aws-us-gov`, ... */
  readonly partition: string
  readonly account: string
  /** Without its path. */
  readonly name: string
}

/** Takes a role's ARN apart; parts of a malformed one are words to fill in. */
export function parseRoleArn(arn: string): RoleArn {
  const match = /^arn:([\w-]+):iam::(\d{12}):role\/(?:.*\/)?([\w+=,.@-]+)$/.exec(arn)
  return { partition: match?.[1] ?? 'aws', account: match?.[2] ?? 'ACCOUNT_ID', name: match?.[3] ?? 'ROLE_NAME' }
}
