import type { Advice, Attempt } from './advice.ts'

/**
 * Why GitHub offers a job no OIDC token. Of the events, only those of a fork's pull request are certain; otherwise the
 * permission is missing in the job or, for a reusable workflow, in the job that calls it, which the runner does not tell.
 * https://docs.github.com/actions/reference/security/oidc#workflow-permissions-for-the-requesting-the-oidc-token
 */
export function missingPermission({ runner }: Attempt): Advice {
  // GitHub runs `pull_request_target` in the base repository: there the permission decides, fork or not.
  if (runner.fromFork && runner.eventName !== 'pull_request_target') {
    return {
      meaning:
        'This pull request comes from a fork. GitHub never gives OIDC tokens to workflows of such pull requests, whatever `permissions` says.',
      fix: FORK_FIX,
    }
  }
  return {
    meaning:
      'GitHub offers this job no OIDC token, so it cannot assume a role: the permission `id-token: write` is missing.',
    fix: `1. In ${workflowFile(runner.workflowRef)}, let the job ask for tokens (a job with \`permissions\` has only those it names):

    jobs:
      ${runner.job}:
        permissions:
          id-token: write
          contents: read

2. If this step is in a reusable workflow, the job that calls it needs them too, as a called workflow never has more permissions than its caller:

    jobs:
      call:
        permissions:
          id-token: write
          contents: read
        uses: ./.github/workflows/reusable.yml`,
  }
}

const FORK_FIX = `Skip the job for forks:

    if: github.event.pull_request.head.repo.full_name == github.repository

To run on a fork's change, let a maintainer read it first and start a workflow with \`on: workflow_dispatch\`. \`pull_request_target\` does get a token: never check out or run the fork's code there.`

function workflowFile(workflowRef: string): string {
  return /\.github\/workflows\/[^@]+/.exec(workflowRef)?.[0] ?? 'the workflow'
}
