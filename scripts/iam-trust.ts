// The trust policy of a role for jobs that have not run yet.
import { GITHUB_ISSUER, trust, type RoleArn } from '../src/aws/trust-policy.ts'

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
 * The trust policy of a role for `jobs`, before any of them has run: it takes both forms of `sub`, since only GitHub knows
 * which one a repository has, and pins the repository by its id, so that its name alone opens nothing. STS knows
 * `repository_id` and `job_workflow_ref` of GitHub's tokens (its list of condition keys, 2026-09).
 */
export function trustPolicyForJobs(jobs: TrustedJobs, role: Pick<RoleArn, 'partition' | 'account'>) {
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
