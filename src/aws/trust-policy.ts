import type { IdTokenClaims } from './id-token-claims.ts'

const GITHUB_ISSUER = 'https://token.actions.githubusercontent.com'

/** A role's trust policy that lets in one kind of GitHub job, as IAM takes it. */
export interface TrustPolicy {
  readonly Version: '2012-10-17'
  readonly Statement: readonly TrustStatement[]
}

/** The statement that trusts GitHub's OIDC provider under conditions on the token's claims. */
export interface TrustStatement {
  readonly Effect: 'Allow'
  readonly Principal: { readonly Federated: string }
  readonly Action: 'sts:AssumeRoleWithWebIdentity'
  readonly Condition: { readonly StringEquals: Readonly<Record<string, string | readonly string[]>> }
}

/** Which jobs of a repository on github.com a role lets in: those of `environment`, or else those on `branches` and of pull requests. */
export interface TrustedJobs {
  readonly repository: { readonly owner: string; readonly ownerId: string; readonly name: string; readonly id: string }
  readonly branches: readonly string[]
  readonly pullRequests?: boolean | undefined
  readonly environment?: string | undefined
  /** The one workflow file that may, as the claim has it: `o/r/.github/workflows/claude.yml@refs/heads/main`. */
  readonly jobWorkflowRef?: string | undefined
}

/**
 * The trust policy under which `roleArn` lets in a job whose token has these claims, with the `sub` exactly as seen, in
 * either of its forms. `repository_id` pins the repository too, where STS knows that claim (github.com, since 2026-01):
 * a name can be taken over, an id cannot.
 */
export function trustPolicyFor(claims: IdTokenClaims, roleArn: string): TrustPolicy {
  const { issuer, audience, subject, repositoryId } = claims
  const id = issuer === GITHUB_ISSUER && repositoryId !== undefined ? { repository_id: repositoryId } : {}
  return trust(issuer, parseRoleArn(roleArn), { aud: audience, sub: subject, ...id })
}

/**
 * The trust policy of a role for `jobs`, before any of them has run: it takes both forms of `sub`, since only GitHub knows
 * which one a repository has, and pins the repository by its id, so that its name alone opens nothing. STS knows
 * `repository_id` and `job_workflow_ref` of GitHub's tokens (its list of condition keys, 2026-09).
 */
export function trustPolicyForJobs(jobs: TrustedJobs, role: Pick<RoleArn, 'partition' | 'account'>): TrustPolicy {
  const { owner, ownerId, name, id } = jobs.repository
  const tails =
    jobs.environment === undefined
      ? [...jobs.branches.map((branch) => `ref:refs/heads/${branch}`), ...(jobs.pullRequests ? ['pull_request'] : [])]
      : [`environment:${jobs.environment}`]
  return trust(GITHUB_ISSUER, role, {
    aud: 'sts.amazonaws.com',
    sub: tails.flatMap((tail) => [`repo:${owner}/${name}:${tail}`, `repo:${owner}@${ownerId}/${name}@${id}:${tail}`]),
    repository_id: id,
    ...(jobs.jobWorkflowRef !== undefined && { job_workflow_ref: jobs.jobWorkflowRef }),
  })
}

function trust(
  issuer: string,
  { partition, account }: Pick<RoleArn, 'partition' | 'account'>,
  claims: Readonly<Record<string, string | readonly string[]>>,
): TrustPolicy {
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
export function providerOf(issuer: string): string {
  return issuer.replace(/^https:\/\//, '')
}

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
