import { fieldOf, isRecord, numberOf, stringOf } from '../json.ts'
import type { ClassifiedEvent, EventClass } from './types.ts'

/** The class of an event, and why; or what decides it by the event's payload. */
type EventRule = readonly [EventClass, string] | ((payload: unknown) => readonly [EventClass, string])

const WRITE: EventRule = ['own', 'causing it needs write access to the repository']
const ANYBODY: EventRule = ['stranger', 'anybody who can see the repository can cause it']

/**
 * Every event that starts workflows (https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows,
 * read in November 2026). `workflow_call` is never the name of a run's event, which is its caller's.
 */
export const EVENTS: Readonly<Record<string, EventRule>> = {
  branch_protection_rule: WRITE,
  check_run: (payload) => byCheckSuite(fieldOf(fieldOf(payload, 'check_run'), 'check_suite')),
  check_suite: (payload) => byCheckSuite(fieldOf(payload, 'check_suite')),
  commit_comment: ANYBODY,
  create: WRITE,
  delete: WRITE,
  deployment: WRITE,
  deployment_status: WRITE,
  discussion: ANYBODY,
  discussion_comment: ANYBODY,
  fork: ANYBODY,
  gollum: ANYBODY,
  image_version: WRITE,
  issue_comment: ANYBODY,
  issues: ANYBODY,
  label: WRITE,
  merge_group: WRITE,
  milestone: WRITE,
  page_build: WRITE,
  public: WRITE,
  pull_request: (payload) => byPullRequest(fieldOf(payload, 'pull_request')),
  pull_request_review: ANYBODY,
  pull_request_review_comment: ANYBODY,
  pull_request_target: ['stranger', 'anybody can open a pull request from a fork'],
  push: WRITE,
  registry_package: WRITE,
  release: WRITE,
  repository_dispatch: WRITE,
  schedule: ['own', 'the default branch holds the schedule'],
  status: (payload) => byStatus(payload),
  watch: ANYBODY,
  workflow_call: ['stranger', "its caller's event is not known"],
  workflow_dispatch: WRITE,
  workflow_run: (payload) => byWorkflowRun(payload),
}

/** The class of a run's event. What is not known, such as a new event or a payload that is not there, is a stranger's. */
export function classifyEvent(name: string, payload: unknown): ClassifiedEvent {
  const rule = Object.hasOwn(EVENTS, name) ? EVENTS[name] : undefined
  const [eventClass, reason] =
    rule === undefined
      ? (['stranger', 'this action does not know the event'] as const)
      : !isRecord(payload)
        ? (['stranger', 'the event has no payload'] as const)
        : typeof rule === 'function'
          ? rule(payload)
          : rule
  const hasOwnCommit = rule !== undefined && name !== 'workflow_call' && isRecord(payload) && isOwnCommit(name, payload)
  return { name, class: eventClass, reason, hasOwnCommit }
}

/** Their commit is the merge of the pull request; that of the others is on a branch of the repository, mostly the default one. */
const OF_A_MERGE = ['pull_request', 'pull_request_review', 'pull_request_review_comment']

function isOwnCommit(name: string, payload: unknown): boolean {
  return !OF_A_MERGE.includes(name) || byPullRequest(fieldOf(payload, 'pull_request'))[0] === 'branch'
}

/** A head whose repository was deleted was a fork's too, for all that is known. */
function byPullRequest(pullRequest: unknown): readonly [EventClass, string] {
  const [head, base] = ['head', 'base'].map((side) => fieldOf(fieldOf(pullRequest, side), 'repo'))
  if (isSameRepository(head, base)) return ['branch', 'a pull request between branches of the repository']
  const from = stringOf(head, 'full_name') ?? 'a repository that is not known'
  return ['stranger', `a pull request from ${from}`]
}

/**
 * GitHub gives a check suite the branch that was pushed to in this repository; of a commit in a fork it knows no branch and no
 * pull request (https://docs.github.com/rest/checks/runs).
 */
function byCheckSuite(suite: unknown): readonly [EventClass, string] {
  const pullRequests = listOf(suite, 'pull_requests')
  const isInside = (pullRequest: unknown) => {
    const [head, base] = ['head', 'base'].map((side) => fieldOf(fieldOf(pullRequest, side), 'repo'))
    return isSameRepository(head, base)
  }
  if (!stringOf(suite, 'head_branch') || pullRequests?.every(isInside) !== true)
    return ['stranger', 'its commit may be from a fork']
  return pullRequests.length > 0
    ? ['branch', 'its commit is on a branch with a pull request']
    : ['own', 'its commit was pushed to a branch of the repository']
}

/** A commit that a fork alone has is on no branch of the repository. */
function byStatus(payload: unknown): readonly [EventClass, string] {
  return (listOf(payload, 'branches')?.length ?? 0) > 0
    ? ['own', 'its commit is on a branch of the repository']
    : ['stranger', 'its commit may be from a fork']
}

/** The run that has ended tells its event and the repository of its head, but no payload. */
function byWorkflowRun(payload: unknown): readonly [EventClass, string] {
  const run = fieldOf(payload, 'workflow_run')
  const cause = stringOf(run, 'event')
  if (cause === undefined) return ['stranger', 'the event of the workflow that has ended is not known']
  if (!isSameRepository(fieldOf(run, 'head_repository'), fieldOf(payload, 'repository'))) {
    const from = stringOf(fieldOf(run, 'head_repository'), 'full_name') ?? 'a repository that is not known'
    return ['stranger', `the workflow that has ended ran on ${cause} of ${from}`]
  }
  if (cause === 'pull_request') return ['branch', 'the workflow that has ended ran on pull_request, between branches']
  const rule = Object.hasOwn(EVENTS, cause) ? EVENTS[cause] : undefined
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

function listOf(value: unknown, name: string): readonly unknown[] | undefined {
  const list = fieldOf(value, name)
  return Array.isArray(list) ? list : undefined
}
