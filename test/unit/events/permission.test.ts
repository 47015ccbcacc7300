import { expect, test } from '@jest/globals'

import { ServiceError } from '../../../src/errors.ts'
import { askPermission, canWrite } from '../../../src/events/actor-check.ts'
import type { CollaboratorPermission } from '../../../src/ports/github.ts'

const WRITER: CollaboratorPermission = { permission: 'write', role: 'write', id: 1, type: 'User' }

/** What comes of asking, of answers one after the other; the last is given again. */
async function ask(...answers: readonly (CollaboratorPermission | Error | undefined)[]) {
  let tries = 0
  let sleptMs = 0
  const answer = await askPermission(
    { login: 'member', repository: 'octo-org/octo-repo', token: 'ghs_token' },
    {
      clock: { now: () => 0, sleep: (ms) => ((sleptMs += ms), Promise.resolve()) },
      collaborators: {
        permissionOf(login, access) {
          expect([login, access]).toEqual(['member', { repository: 'octo-org/octo-repo', token: 'ghs_token' }])
          const answer = answers[Math.min(tries++, answers.length - 1)]
          return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)
        },
      },
    },
  ).catch((error: unknown) => error)
  return { answer, tries, sleptMs }
}

const fact = (name: string, more: { status?: number; retryAfterMs?: number } = {}) =>
  new ServiceError({ service: 'GitHub API', operation: 'GetCollaboratorPermission', name, message: 'no', ...more })

test('an answer is passed on, also that there is none', async () => {
  expect(await ask(WRITER)).toEqual({ answer: WRITER, tries: 1, sleptMs: 0 })
  expect(await ask(undefined)).toEqual({ answer: undefined, tries: 1, sleptMs: 0 })
})

test.each<[string, ServiceError, number]>([
  ['is down', fact('HTTP503', { status: 503 }), 5],
  ['is not reached', fact('ECONNREFUSED'), 5],
  ['has been asked too often', fact('RateLimited', { status: 403 }), 5],
  ['has been asked too often, for an hour', fact('RateLimited', { status: 403, retryAfterMs: 3_600_000 }), 1],
  ['does not know the token', fact('HTTP401', { status: 401 }), 1],
  ['does not take the token', fact('HTTP403', { status: 403 }), 1],
  ['says what nobody understands', fact('HTTP422', { status: 422 }), 1],
  ['gives no JSON', fact('InvalidAnswer', { status: 200 }), 1],
])('where GitHub %s the run is closed, after so many tries', async (_what, answer, tries) => {
  const asked = await ask(answer)
  expect(asked.answer).toMatchObject({
    code: 'actor-not-allowed',
    message: expect.stringMatching(
      /^This actor may not start a run: member\n.*could not be checked whether member has write access.*\nGitHub API/s,
    ),
  })
  expect(asked.tries).toBe(tries)
  expect(asked.sleptMs).toBeLessThanOrEqual(20_000)
})

test('where GitHub fails once, its next answer counts', async () => {
  expect(await ask(fact('HTTP502', { status: 502 }), WRITER)).toMatchObject({ answer: WRITER, tries: 2 })
})

test('no message holds the token', async () => {
  for (const status of [401, 403, 429, 500]) {
    const { answer } = await ask(fact(`HTTP${status}`, { status }))
    expect(JSON.stringify(answer) + String(answer)).not.toContain('ghs_token')
  }
})

test('an error of our own is not taken for one of GitHub', async () => {
  expect((await ask(new TypeError('x'))).answer).toBeInstanceOf(TypeError)
})

test.each<[string | undefined, string | undefined, boolean]>([
  ['admin', 'admin', true],
  ['write', 'maintain', true],
  ['write', 'security-engineer', true],
  [undefined, 'maintain', true],
  ['read', 'triage', false],
  ['read', 'maintain', false],
  ['none', undefined, false],
  ['owner', 'admin', false],
  [undefined, 'security-engineer', false],
  [undefined, undefined, false],
])('permission %s with role %s: may write is %s', (permission, role, may) => {
  expect(canWrite({ permission, role })).toBe(may)
})
