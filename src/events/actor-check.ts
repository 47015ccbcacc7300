import { explainError, isRetryable, retryAfterMs, type ErrorRule } from '../error-rules.ts'
import { Failure, yaml, type Fix, ServiceError } from '../errors.ts'
import type { Settings } from '../inputs/settings.ts'
import { fieldOf, numberOf, stringOf } from '../json.ts'
import type { CollaboratorPermission, RepositoryAccess } from '../ports/github.ts'
import type { World } from '../ports/world.ts'
import { withRetry } from '../retry.ts'
import type { ClassifiedEvent } from './event-class.ts'

/** A run that somebody has started, and who may. */
export interface ActorQuestion extends Readonly<Settings['actors']> {
  readonly event: ClassifiedEvent
  readonly payload: unknown
  /** Login of who has started this attempt (`GITHUB_TRIGGERING_ACTOR`); empty where the runner does not say. */
  readonly triggeringActor: string
  /** `owner/name`. */
  readonly repository: string
}

/**
 * Whether those who have started a run on an event that strangers can cause may: the sender of the event, who has started this
 * attempt, and of `workflow_run` those of the workflow before. Each needs write access or a place in `allow-actors`, bots one in
 * `allow-bots`. On other events nobody is asked. Resolves with the reason for the log, empty where nobody was checked, and a warning
 * where everybody may. Throws the Failure `actor-not-allowed`, also when GitHub cannot be asked.
 */
export async function checkActors(
  question: ActorQuestion,
  world: Pick<World, 'collaborators' | 'clock'>,
): Promise<{ readonly reason: string; readonly warning?: string }> {
  const { event, payload, triggeringActor } = question
  if (event.class !== 'stranger') return { reason: '' }
  const everybody = question.allowActors.includes('*')
  if (!everybody && stringOf(fieldOf(payload, 'sender'), 'login') === undefined)
    throw refusal(question, 'The event does not say who has caused it.', '')
  if (!everybody && triggeringActor === '')
    throw refusal(question, 'The runner does not say who has started this attempt.', '')
  const reasons: string[] = []
  for (const person of peopleOf(question)) reasons.push(await reasonFor(person, question, world))
  const warning = `allow-actors is *: everybody who can cause ${event.name} can start this run and spend its quota.`
  return { reason: reasons.join('; '), ...(everybody && { warning }) }
}

/**
 * Everybody who has a part in the run, once each; the sender first, of whom the event tells most. `id` is that of the account;
 * undefined where the event does not tell it.
 */
function peopleOf({ payload, triggeringActor }: ActorQuestion) {
  const run = fieldOf(payload, 'workflow_run')
  const people = new Map<string, { login: string; isBot: boolean; id: number | undefined }>()
  for (const account of [
    fieldOf(payload, 'sender'),
    { login: triggeringActor },
    fieldOf(run, 'actor'),
    fieldOf(run, 'triggering_actor'),
  ]) {
    const login = stringOf(account, 'login')
    if (login === undefined || people.has(login.toLowerCase())) continue
    const isBot = stringOf(account, 'type') === 'Bot' || login.endsWith('[bot]')
    people.set(login.toLowerCase(), { login, isBot, id: numberOf(account, 'id') })
  }
  return [...people.values()]
}

async function reasonFor(
  { login, isBot, id }: ReturnType<typeof peopleOf>[number],
  question: ActorQuestion,
  world: Pick<World, 'collaborators' | 'clock'>,
): Promise<string> {
  const { allowActors, allowBots, repository, token } = question
  if (isBot) return allowedBot(login, allowBots, question)
  if (includes(allowActors, login)) return `${login} is in allow-actors`
  if (allowActors.includes('*')) return `${login} is let in by allow-actors: *`
  const found = await askPermission({ login, repository, token }, world)
  if (found === undefined) {
    const unknown = `GitHub knows no user ${login} who may see ${repository}: renamed, deleted, or never one.`
    throw refusal(question, unknown, login)
  }
  if (found.type === 'Bot') return allowedBot(login, allowBots, question)
  if (id !== undefined && found.id !== undefined && found.id !== id)
    throw refusal(question, `The login ${login} belongs to another account now than when the event happened.`, login)
  const name = found.role ?? found.permission ?? 'none'
  if (!canWrite(found)) throw refusal(question, `${login} has no write access to ${repository}, but "${name}".`, login)
  return `${login} has write access (${name})`
}

function allowedBot(login: string, allowBots: readonly string[], question: ActorQuestion): string {
  if (login.endsWith('[bot]') && includes(allowBots, login)) return `${login} is in allow-bots`
  throw refusal(question, `${login} is a bot, and a bot starts a run only when allow-bots names it.`, login)
}

/** Logins of GitHub are the same in capital and small letters. */
const includes = (logins: readonly string[], login: string) =>
  logins.some((each) => each.toLowerCase() === login.toLowerCase())

function refusal({ event, repository }: ActorQuestion, what: string, login: string): Failure {
  const input = login.endsWith('[bot]') ? 'allow-bots' : 'allow-actors'
  const fix: Fix =
    login === ''
      ? 'Run it on GitHub, or by an event that only people with write access can cause, such as workflow_dispatch.'
      : [
          `Let somebody with write access to ${repository} start the run. Or, if you trust ${login} with the role and the repository:`,
          yaml(`with:\n  ${input}: ${login.includes('[') ? `'${login}'` : login}`),
        ]
  return new Failure('actor-not-allowed', {
    message: `${what} This run was started by ${event.name} (${event.reason}), so nothing was asked of AWS.`,
    fix,
  })
}

/** Whose permission is asked for. */
interface PermissionQuestion extends RepositoryAccess {
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
