import type { Settings } from '../inputs/settings.ts'
import { fieldOf, isRecord, listOf, numberOf, stringOf } from '../json.ts'

/** Who can cause an event: people with write access, a branch of the repository, or anybody. */
export type EventClass = 'own' | 'branch' | 'stranger'

/** An event that a run was started by. `reason` completes "...: " in the log, as in `issue_comment: anybody can comment`. */
export interface ClassifiedEvent {
  readonly name: string
  readonly class: EventClass
  readonly reason: string
  /** Whether the commit of the run (`GITHUB_SHA`) is one of the repository's own; of a fork's pull request it holds a stranger's files. */
  readonly hasOwnCommit: boolean
}

/** The class of an event, and why; or what decides it by the event's payload. */
type EventRule = readonly [EventClass, string] | ((payload: unknown) => readonly [EventClass, string])

const WRITE: EventRule = ['own', 'causing it needs write access to the repository']
const ANYBODY: EventRule = ['stranger', 'anybody who can see the repository can cause it']
const MAYBE_OF_A_FORK = ['stranger', 'its commit may be from a fork'] as const

const of = (rule: EventRule, ...names: readonly string[]) => Object.fromEntries(names.map((name) => [name, rule]))

/**
 * Every event that starts workflows (https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows,
 * read in November 2026). `workflow_call` is never the name of a run's event, which is its caller's.
 */
export const EVENTS: Readonly<Record<string, EventRule>> = {
  ...of(WRITE, 'branch_protection_rule', 'create', 'delete', 'deployment', 'deployment_status', 'image_version'),
  ...of(WRITE, 'label', 'merge_group', 'milestone', 'page_build', 'public', 'push', 'registry_package', 'release'),
  ...of(WRITE, 'repository_dispatch', 'workflow_dispatch'),
  ...of(ANYBODY, 'commit_comment', 'discussion', 'discussion_comment', 'fork', 'gollum', 'issue_comment', 'issues'),
  ...of(ANYBODY, 'pull_request_review', 'pull_request_review_comment', 'watch'),
  check_run: (payload) => byCheckSuite(fieldOf(fieldOf(payload, 'check_run'), 'check_suite')),
  check_suite: (payload) => byCheckSuite(fieldOf(payload, 'check_suite')),
  pull_request: (payload) => byPullRequest(fieldOf(payload, 'pull_request')),
  pull_request_target: ['stranger', 'anybody can open a pull request from a fork'],
  schedule: ['own', 'the default branch holds the schedule'],
  // A commit that a fork alone has is on no branch of the repository.
  status: (payload) =>
    listOf(fieldOf(payload, 'branches')).length > 0
      ? ['own', 'its commit is on a branch of the repository']
      : MAYBE_OF_A_FORK,
  workflow_call: ['stranger', "its caller's event is not known"],
  workflow_run: byWorkflowRun,
}

const ruleOf = (name: string) => (Object.hasOwn(EVENTS, name) ? EVENTS[name] : undefined)

/** The class of a run's event. What is not known, such as a new event or a payload that is not there, is a stranger's. */
export function classifyEvent(name: string, payload: unknown): ClassifiedEvent {
  const rule = ruleOf(name)
  if (rule === undefined || !isRecord(payload)) {
    const reason = rule === undefined ? 'this action does not know the event' : 'the event has no payload'
    return { name, class: 'stranger', reason, hasOwnCommit: false }
  }
  const [eventClass, reason] = typeof rule === 'function' ? rule(payload) : rule
  const isFromBranch = !OF_A_MERGE.includes(name) || isInside(fieldOf(payload, 'pull_request'))
  return { name, class: eventClass, reason, hasOwnCommit: name !== 'workflow_call' && isFromBranch }
}

/** Their commit is the merge of the pull request; that of the others is on a branch of the repository, mostly the default one. */
const OF_A_MERGE = ['pull_request', 'pull_request_review', 'pull_request_review_comment']

/** Whether a pull request is between branches of the repository. A head whose repository was deleted was a fork's too, for all that is known. */
function isInside(pullRequest: unknown): boolean {
  const [head, base] = ['head', 'base'].map((side) => fieldOf(fieldOf(pullRequest, side), 'repo'))
  return isSameRepository(head, base)
}

function byPullRequest(pullRequest: unknown): readonly [EventClass, string] {
  if (isInside(pullRequest)) return ['branch', 'a pull request between branches of the repository']
  return ['stranger', `a pull request from ${nameOf(fieldOf(fieldOf(pullRequest, 'head'), 'repo'))}`]
}

const nameOf = (repository: unknown) => stringOf(repository, 'full_name') ?? 'a repository that is not known'

/**
 * GitHub gives a check suite the branch that was pushed to in this repository; of a commit in a fork it knows no branch and no
 * pull request (https://docs.github.com/rest/checks/runs).
 */
function byCheckSuite(suite: unknown): readonly [EventClass, string] {
  const pullRequests = fieldOf(suite, 'pull_requests')
  if (!stringOf(suite, 'head_branch') || !Array.isArray(pullRequests) || !pullRequests.every(isInside))
    return MAYBE_OF_A_FORK
  return pullRequests.length > 0
    ? ['branch', 'its commit is on a branch with a pull request']
    : ['own', 'its commit was pushed to a branch of the repository']
}

/** The run that has ended tells its event and the repository of its head, but no payload. */
function byWorkflowRun(payload: unknown): readonly [EventClass, string] {
  const run = fieldOf(payload, 'workflow_run')
  const cause = stringOf(run, 'event')
  if (cause === undefined) return ['stranger', 'the event of the workflow that has ended is not known']
  const head = fieldOf(run, 'head_repository')
  if (!isSameRepository(head, fieldOf(payload, 'repository')))
    return ['stranger', `the workflow that has ended ran on ${cause} of ${nameOf(head)}`]
  if (cause === 'pull_request') return ['branch', 'the workflow that has ended ran on pull_request, between branches']
  const rule = ruleOf(cause)
  // The event does not name the cause of its cause.
  const eventClass = typeof rule === 'object' ? rule[0] : 'stranger'
  return [eventClass, `the workflow that has ended ran on ${cause}`]
}

/** By the ids, which stay when a repository is renamed; by the names where there are none. */
function isSameRepository(one: unknown, other: unknown): boolean {
  const [id, otherId] = [numberOf(one, 'id'), numberOf(other, 'id')]
  if (id !== undefined && otherId !== undefined) return id === otherId
  const name = stringOf(one, 'full_name')
  return name !== undefined && name === stringOf(other, 'full_name')
}

/** What started a run, and what its settings say. */
export interface Start {
  readonly event: ClassifiedEvent
  /** Why those who started it may; empty where nobody was asked. */
  readonly actors: string
  readonly settings: Pick<Settings, 'prompt' | 'exportEnvironment'> & {
    readonly agent: Pick<Settings['agent'], 'isolation' | 'network' | 'trustsCheckout'>
  }
}

/**
 * One line for log and summary on who started the run, by which event, and which rules are in force for that; undefined where none
 * is: on events of people with write access, with a checkout that is trusted.
 */
export function describeStart({ event, actors, settings }: Start): string | undefined {
  if (event.class !== 'stranger' && settings.agent.trustsCheckout) return undefined
  const who = actors === '' ? '' : `: ${actors}`
  return `Started by ${event.name} (${event.reason})${who}. In force: ${rulesInForce(settings).join('; ')}.`
}

function rulesInForce({ agent, prompt, exportEnvironment }: Start['settings']): readonly string[] {
  const exported = exportEnvironment
    ? 'later steps get AWS credentials (export-environment: true)'
    : 'later steps get no AWS credentials'
  if (prompt === undefined) return [exported]
  return [
    agent.trustsCheckout
      ? 'the checkout configures and instructs the agent (trust-project-config: true)'
      : 'nothing of the checkout configures or instructs the agent',
    SANDBOX[agent.isolation],
    NETWORK[agent.network.kind],
    exported,
  ]
}

const SANDBOX = {
  auto: 'it runs in the sandbox where that works',
  required: 'it runs in the sandbox or not at all',
  off: 'it runs without the sandbox (isolation: off)',
} as const

const NETWORK = {
  open: 'it reaches the whole network',
  none: 'of the network it reaches Bedrock alone',
  list: 'of the network it reaches Bedrock and the hosts of allowed-domains',
} as const
