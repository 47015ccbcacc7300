import { createRequire } from 'node:module'
import { describe, expect, test } from '@jest/globals'

import { classifyEvent, EVENTS, type EventClass } from '../../../src/events/event-class.ts'

/** The payloads of GitHub's documentation, by event, as Octokit collects them. */
const documented = (
  createRequire(import.meta.url)('@octokit/webhooks-examples') as readonly {
    readonly name: string
    readonly examples: readonly Readonly<Record<string, unknown>>[]
  }[]
).filter(({ name }) => name in EVENTS || ['pull_request_review_thread', 'star', 'member'].includes(name))

const payloadsOf = (name: string) => documented.find((event) => event.name === name)?.examples ?? []

/** Classes of the documented payloads of an event. */
const classesOf = (name: string) => [...new Set(payloadsOf(name).map((payload) => classifyEvent(name, payload).class))]

describe("with the payloads that GitHub's documentation has", () => {
  test.each([
    ...['branch_protection_rule', 'create', 'delete', 'deployment', 'deployment_status', 'label', 'merge_group'],
    ...['milestone', 'page_build', 'public', 'push', 'release', 'repository_dispatch', 'workflow_dispatch', 'status'],
  ])('%s is of people with write access', (name) => expect(classesOf(name)).toEqual(['own']))

  test.each([
    ...['commit_comment', 'discussion', 'discussion_comment', 'fork', 'gollum', 'issue_comment', 'issues', 'watch'],
    ...['pull_request_review', 'pull_request_review_comment'],
  ])('%s is of anybody', (name) => expect(classesOf(name)).toEqual(['stranger']))

  test('pull_request is of a branch, where the head is in the repository', () => {
    expect(classesOf('pull_request')).toEqual(['branch'])
  })

  test('pull_request_target is of anybody, also where the head is in the repository', () => {
    const classes = payloadsOf('pull_request').map((payload) => classifyEvent('pull_request_target', payload).class)
    expect(new Set(classes)).toEqual(new Set(['stranger']))
  })

  test.each(['check_run', 'check_suite'])('%s is of its commit: a branch with a pull request, or without', (name) => {
    expect(classesOf(name).sort()).toEqual(['branch', 'own'])
  })

  test('workflow_run is of its cause, and of anybody where its head is in another repository', () => {
    // The first documented one is of a run in another repository.
    const [first, ...others] = payloadsOf('workflow_run').map((payload) => classifyEvent('workflow_run', payload))
    expect(first).toMatchObject({ class: 'stranger', reason: expect.stringContaining('octo-org/octo-repo') })
    expect(others.map((event) => event.class)).toEqual(Array(others.length).fill('own'))
    expect(others.length).toBeGreaterThan(3)
  })
})

const repository = { id: 1, full_name: 'octo-org/octo-repo' }
const fork = { id: 2, full_name: 'eve/octo-repo' }
const pull = (head: unknown, base: unknown = repository) => ({
  pull_request: { head: { repo: head }, base: { repo: base } },
})
const run = (event: string | undefined, head: unknown = repository) => ({
  repository,
  workflow_run: { event, head_repository: head },
})
const suite = (fields: object) => ({ check_suite: fields })
const inside = { head: { repo: { id: 1 } }, base: { repo: { id: 1 } } }
const outside = { head: { repo: { id: 2 } }, base: { repo: { id: 1 } } }

describe('by what caused it', () => {
  test.each<[what: string, name: string, expected: readonly [unknown, EventClass, string]]>([
    ['a fork', 'pull_request', [pull(fork), 'stranger', 'a pull request from eve/octo-repo']],
    ['a head that was deleted', 'pull_request', [pull(null), 'stranger', 'a repository that is not known']],
    ['no head', 'pull_request', [{ pull_request: {} }, 'stranger', 'a repository that is not known']],
    ['no pull request', 'pull_request', [{}, 'stranger', 'a repository that is not known']],
    [
      'a repository renamed meanwhile',
      'pull_request',
      [pull({ id: 1, full_name: 'octo-org/old' }), 'branch', 'between branches'],
    ],
    [
      'a fork that took the old name',
      'pull_request',
      [pull({ id: 2, full_name: repository.full_name }), 'stranger', 'octo-repo'],
    ],
    [
      'repositories without ids',
      'pull_request',
      [pull({ full_name: 'a/b' }, { full_name: 'a/b' }), 'branch', 'between'],
    ],
    ['repositories whose ids are null', 'pull_request', [pull({ id: null }, { id: null }), 'stranger', 'not known']],
    ['a push', 'workflow_run', [run('push'), 'own', 'ran on push']],
    ['a schedule', 'workflow_run', [run('schedule'), 'own', 'ran on schedule']],
    ['a pull request between branches', 'workflow_run', [run('pull_request'), 'branch', 'between branches']],
    [
      'a pull request from a fork',
      'workflow_run',
      [run('pull_request', fork), 'stranger', 'pull_request of eve/octo-repo'],
    ],
    ['a comment', 'workflow_run', [run('issue_comment'), 'stranger', 'ran on issue_comment']],
    ['pull_request_target', 'workflow_run', [run('pull_request_target'), 'stranger', 'ran on pull_request_target']],
    ['another workflow', 'workflow_run', [run('workflow_run'), 'stranger', 'ran on workflow_run']],
    ['a check', 'workflow_run', [run('check_run'), 'stranger', 'ran on check_run']],
    ['an unknown event', 'workflow_run', [run('brand_new'), 'stranger', 'ran on brand_new']],
    ['a name of Object', 'workflow_run', [run('constructor'), 'stranger', 'ran on constructor']],
    ['no event', 'workflow_run', [run(undefined), 'stranger', 'not known']],
    ['a head that was deleted', 'workflow_run', [run('push', null), 'stranger', 'not known']],
    ['no run', 'workflow_run', [{ repository }, 'stranger', 'not known']],
    ['a commit of a fork', 'check_suite', [suite({ head_branch: null, pull_requests: [] }), 'stranger', 'from a fork']],
    [
      'a pull request from a fork',
      'check_suite',
      [suite({ head_branch: 'x', pull_requests: [outside] }), 'stranger', 'fork'],
    ],
    [
      'one of two from a fork',
      'check_suite',
      [suite({ head_branch: 'x', pull_requests: [inside, outside] }), 'stranger', 'fork'],
    ],
    ['no list of pull requests', 'check_suite', [suite({ head_branch: 'x' }), 'stranger', 'fork']],
    ['a push', 'check_suite', [suite({ head_branch: 'x', pull_requests: [] }), 'own', 'pushed to a branch']],
    ['no suite', 'check_run', [{ check_run: {} }, 'stranger', 'from a fork']],
    ['a commit of a fork', 'status', [{ branches: [] }, 'stranger', 'from a fork']],
    ['no list of branches', 'status', [{}, 'stranger', 'from a fork']],
    ['a caller that is not known', 'workflow_call', [{}, 'stranger', "caller's event"]],
  ])('%s: %s', (_what, name, [payload, expected, reason]) => {
    expect(classifyEvent(name, payload)).toMatchObject({
      name,
      class: expected,
      reason: expect.stringContaining(reason),
    })
  })
})

describe('what is not known is of anybody', () => {
  test.each(['', 'brand_new', 'star', 'toString', '__proto__', 'constructor'])('the event "%s"', (name) => {
    expect(classifyEvent(name, {})).toMatchObject({ class: 'stranger', reason: expect.stringContaining('not know') })
  })

  test.each(Object.keys(EVENTS))('%s without a payload', (name) => {
    for (const payload of [undefined, null, 'text', []]) {
      expect(classifyEvent(name, payload)).toMatchObject({ class: 'stranger' })
    }
  })
})

describe('the commit of the run', () => {
  test.each([
    ...[
      'pull_request_target',
      'issue_comment',
      'issues',
      'discussion',
      'workflow_run',
      'check_run',
      'push',
      'schedule',
    ],
    ...['fork', 'watch', 'gollum', 'commit_comment', 'status', 'merge_group'],
  ])("of %s is the repository's own, whatever the pull request", (name) => {
    expect(classifyEvent(name, pull(fork)).hasOwnCommit).toBe(true)
  })

  test.each(['pull_request', 'pull_request_review', 'pull_request_review_comment'])(
    "of %s is a stranger's where the head is not in the repository",
    (name) => {
      expect(classifyEvent(name, pull(repository)).hasOwnCommit).toBe(true)
      for (const payload of [pull(fork), pull(null), {}, { pull_request: null }])
        expect(classifyEvent(name, payload).hasOwnCommit).toBe(false)
    },
  )

  test("is a stranger's where the event or its payload is not known", () => {
    for (const name of ['brand_new', '', 'toString', 'workflow_call'])
      expect(classifyEvent(name, pull(repository)).hasOwnCommit).toBe(false)
    for (const name of Object.keys(EVENTS)) expect(classifyEvent(name, undefined).hasOwnCommit).toBe(false)
  })
})
