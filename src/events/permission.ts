import { explainError, isRetryable, retryAfterMs, type ErrorRule } from '../error-rules.ts'
import { ServiceError, yaml } from '../errors.ts'
import type { CollaboratorPermission, RepositoryAccess } from '../ports/github.ts'
import type { World } from '../ports/world.ts'
import { withRetry } from '../retry.ts'

/** Whose permission is asked for. */
export interface PermissionQuestion extends RepositoryAccess {
  readonly login: string
}

/** Milliseconds of pauses between tries, all together, and tries at most. */
const RETRY = { budgetMs: 20_000, attempts: 5 }

const TOKEN = [
  'The token of the job can ask; give no other one, or one that may read the metadata of the repository:',
  yaml('with:\n  github-token: ${{ github.token }}'),
]

const RULES: readonly Omit<ErrorRule<PermissionQuestion>, 'code' | 'explanation'>[] = [
  {
    id: 'rate-limit',
    match: [{ names: ['RateLimited'] }, { statuses: [429] }],
    fix: 'Re-run the job later. Each such run asks GitHub once or twice; the limit is of all requests with this token.',
    retryable: true,
  },
  { id: 'token-invalid', match: [{ statuses: [401] }], fix: TOKEN },
  { id: 'token-not-allowed', match: [{ statuses: [403] }], fix: TOKEN },
  {
    id: 'unavailable',
    match: [{ statuses: ['5xx', 'none', 408] }],
    fix: 'Re-run the job. If it persists, see https://www.githubstatus.com, or whether the runner reaches GITHUB_API_URL.',
    retryable: true,
  },
  {
    id: 'not-understood',
    match: [{ statuses: ['4xx'] }, { names: ['InvalidAnswer'] }],
    fix: 'Re-run the job. If it persists, report it with these words.',
  },
]

/** Why GitHub did not answer with a permission (https://docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api). */
export const PERMISSION_RULES: readonly ErrorRule<PermissionQuestion>[] = RULES.map((rule) => ({
  ...rule,
  code: 'actor-not-allowed',
  // Whoever cannot be checked is not let in.
  explanation: (_error, { login }) =>
    `So it could not be checked whether ${login} has write access, and the run does not start.`,
}))

/**
 * What GitHub says that somebody may do; undefined where it knows no such user. Asked again in bounded time. Throws the Failure
 * `actor-not-allowed` when GitHub cannot be asked.
 */
export function askPermission(
  question: PermissionQuestion,
  { collaborators, clock }: Pick<World, 'collaborators' | 'clock'>,
): Promise<CollaboratorPermission | undefined> {
  const { login, ...access } = question
  const ask = async () => {
    try {
      return await collaborators.permissionOf(login, access)
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error
      throw explainError(error, { rules: PERMISSION_RULES, context: question, subject: () => login })
    }
  }
  return withRetry(ask, { ...RETRY, isRetryable, retryAfterMs }, clock)
}

/** Roles that may push; `permission` calls `maintain` `write`, and a role of an organisation's own what it is based on. */
const WRITERS = ['write', 'maintain', 'admin']

/** Whether somebody may push. Of an answer with both names of a permission the base one counts. */
export function canWrite({ permission, role }: Pick<CollaboratorPermission, 'permission' | 'role'>): boolean {
  return WRITERS.includes(permission ?? role ?? '')
}
