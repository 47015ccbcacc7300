import { describe, expect, test } from '@jest/globals'

import { checkActors, type ActorQuestion } from '../../../src/events/actor-check.ts'
import { classifyEvent } from '../../../src/events/event-class.ts'
import type { CollaboratorPermission } from '../../../src/ports/github.ts'

const permission = (found: Partial<CollaboratorPermission>): CollaboratorPermission => ({
  ...{ permission: undefined, role: undefined, id: undefined, type: 'User' },
  ...found,
})

/** What GitHub says of each: an answer, an error, or that there is none. */
type Answers = Readonly<Record<string, CollaboratorPermission | Error | undefined>>

const MEMBERS: Answers = {
  member: permission({ permission: 'write', role: 'write', id: 1 }),
  maintainer: permission({ permission: 'write', role: 'maintain', id: 2 }),
  admin: permission({ permission: 'admin', role: 'admin', id: 3 }),
  special: permission({ permission: 'write', role: 'security-engineer', id: 4 }),
  older: permission({ permission: undefined, role: 'maintain' }),
  eve: permission({ permission: 'read', role: 'read', id: 66 }),
  triager: permission({ permission: 'read', role: 'triage', id: 67 }),
  outsider: permission({ permission: 'none', role: '', id: 68 }),
  odd: permission({ permission: 'owner', role: 'admin', id: 69 }),
  robot: permission({ permission: 'write', role: 'write', id: 70, type: 'Bot' }),
}

interface Case {
  readonly event?: string
  readonly payload?: object
  readonly sender?: unknown
  readonly actor?: string
  readonly allowActors?: readonly string[]
  readonly allowBots?: readonly string[]
  readonly answers?: Answers
}

const user = (login: string, id?: number) => ({ login, type: 'User', ...(id !== undefined && { id }) })
const bot = (login: string) => ({ login, type: 'Bot', id: 9 })

/** The decision, the failure's code and message where it is one, and whom GitHub was asked for. */
async function decide({ event = 'issue_comment', sender = user('member'), actor, answers = MEMBERS, ...rest }: Case) {
  const login = (sender as { login?: string } | null)?.login ?? ''
  const payload = { sender, ...rest.payload }
  const asked: string[] = []
  const slept: number[] = []
  const question: ActorQuestion = {
    event: classifyEvent(event, payload),
    payload,
    triggeringActor: actor ?? login,
    repository: 'octo-org/octo-repo',
    token: 'ghs_token',
    allowActors: rest.allowActors ?? [],
    allowBots: rest.allowBots ?? [],
  }
  const world = {
    clock: { now: () => 0, sleep: (ms: number) => (slept.push(ms), Promise.resolve()) },
    collaborators: {
      permissionOf(who: string) {
        asked.push(who)
        const answer = answers[who.toLowerCase()]
        return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)
      },
    },
  }
  const answer = await checkActors(question, world as Parameters<typeof checkActors>[1]).catch(
    (error: unknown) => error,
  )
  return { answer, asked, slept }
}

const refused = (message: string) => ({ code: 'actor-not-allowed', message: expect.stringContaining(message) })

describe('nobody is asked', () => {
  test.each<[string, Case]>([
    ['on a push', { event: 'push' }],
    ['on a schedule, which has no sender', { event: 'schedule', sender: null }],
    [
      'on a pull request between branches',
      { event: 'pull_request', payload: { pull_request: { head: { repo: { id: 1 } }, base: { repo: { id: 1 } } } } },
    ],
  ])('%s', async (_when, given) => {
    expect(await decide({ ...given, answers: {} })).toEqual({ answer: { reason: '' }, asked: [], slept: [] })
  })
})

describe('who may write may start a run, and GitHub is asked once', () => {
  test.each<[string, string]>([
    ['member', 'member has write access (write)'],
    ['Member', 'Member has write access (write)'],
    ['maintainer', 'maintainer has write access (maintain)'],
    ['admin', 'admin has write access (admin)'],
    ['special', 'special has write access (security-engineer)'],
    ['older', 'older has write access (maintain)'],
  ])('%s', async (login, reason) => {
    expect(await decide({ sender: user(login) })).toEqual({ answer: { reason }, asked: [login], slept: [] })
  })
})

describe('a refusal names which permission was found', () => {
  test.each<[string, string]>([
    ['eve', 'eve has no write access to octo-org/octo-repo, but "read".'],
    ['triager', 'triager has no write access to octo-org/octo-repo, but "triage".'],
    ['outsider', 'outsider has no write access to octo-org/octo-repo'],
    ['odd', 'odd has no write access'],
    ['nobody', 'GitHub knows no user nobody who may see octo-org/octo-repo'],
  ])('%s', async (login, message) => {
    const { answer, asked } = await decide({ sender: user(login) })
    expect(answer).toMatchObject(refused(message))
    expect(asked).toEqual([login])
  })

  test('and of the event, and the two ways in', async () => {
    const { answer } = await decide({ sender: user('eve') })
    expect(answer).toMatchObject({
      ...refused(
        'started by issue_comment (anybody who can see the repository can cause it), so nothing was asked of AWS',
      ),
      fix: [
        {
          kind: 'text',
          text: expect.stringMatching(/^Let somebody with write access to octo-org\/octo-repo start the run\. Or/),
        },
        { kind: 'code', language: 'yaml', code: 'with:\n  allow-actors: eve' },
      ],
    })
  })
})

describe('the sender and who started the attempt', () => {
  test('are asked for one after the other, where they differ', async () => {
    expect(await decide({ sender: user('member'), actor: 'admin' })).toMatchObject({
      answer: { reason: 'member has write access (write); admin has write access (admin)' },
      asked: ['member', 'admin'],
    })
  })

  test('must both have write access: a member who re-runs a stranger does not let them in', async () => {
    expect((await decide({ sender: user('eve'), actor: 'admin' })).answer).toMatchObject(refused('eve has no'))
    expect((await decide({ sender: user('member'), actor: 'eve' })).answer).toMatchObject(refused('eve has no'))
  })

  test('are one where they differ in capitals', async () => {
    expect((await decide({ sender: user('member'), actor: 'MEMBER' })).asked).toEqual(['member'])
  })

  test('must be known', async () => {
    for (const sender of [null, {}, { login: '' }, 'member'])
      expect((await decide({ sender, actor: 'member' })).answer).toMatchObject(
        refused('does not say who has caused it'),
      )
    expect((await decide({ actor: '' })).answer).toMatchObject(refused('does not say who has started this attempt'))
  })

  test('of workflow_run, and those of the workflow before it', async () => {
    const run = (login: string) => ({ workflow_run: { event: 'issue_comment', actor: user(login) } })
    const given = { event: 'workflow_run', payload: run('eve') }
    expect((await decide(given)).answer).toMatchObject(refused('eve has no write access'))
    expect((await decide({ ...given, payload: run('maintainer') })).asked).toEqual(['member', 'maintainer'])
  })
})

describe('a login is not an account for ever', () => {
  test('one that another account has taken since is not let in', async () => {
    const { answer } = await decide({ sender: user('member', 66) })
    expect(answer).toMatchObject(refused('belongs to another account now'))
  })

  test('one of the same account is', async () => {
    expect((await decide({ sender: user('member', 1) })).answer).toMatchObject({
      reason: expect.stringContaining('write'),
    })
  })
})

describe('bots', () => {
  test.each<[string, Case, string]>([
    ['one that is not named', { sender: bot('renovate[bot]') }, 'renovate[bot] is a bot'],
    ['one whose event tells no type', { sender: { login: 'evil[bot]' } }, 'evil[bot] is a bot'],
    ['one in allow-actors', { sender: bot('renovate[bot]'), allowActors: ['renovate[bot]'] }, 'is a bot'],
    ['one where allow-actors is *', { sender: bot('renovate[bot]'), allowActors: ['*'] }, 'is a bot'],
    ['one named without its [bot]', { sender: bot('renovate[bot]'), allowBots: ['renovate'] }, 'is a bot'],
    ['one of a name that begins alike', { sender: bot('renovate-x[bot]'), allowBots: ['renovate[bot]'] }, 'is a bot'],
    ['a bot account without [bot]', { sender: bot('robot'), allowBots: ['robot'] }, 'robot is a bot'],
    ['one that GitHub calls a bot', { sender: user('robot'), allowBots: ['robot'] }, 'robot is a bot'],
    ['one that re-runs', { actor: 'evil[bot]' }, 'evil[bot] is a bot'],
  ])('%s: not let in', async (_who, given, message) => {
    expect((await decide(given)).answer).toMatchObject(refused(message))
  })

  test('one in allow-bots is let in, and nobody is asked', async () => {
    const given = { sender: bot('Renovate[bot]'), allowBots: ['renovate[bot]'] }
    expect(await decide(given)).toMatchObject({ answer: { reason: 'Renovate[bot] is in allow-bots' }, asked: [] })
  })

  test('the way in is allow-bots', async () => {
    const { answer } = await decide({ sender: bot('renovate[bot]') })
    expect(answer).toMatchObject({ fix: [{}, { code: "with:\n  allow-bots: 'renovate[bot]'" }] })
  })
})

describe('allow-actors', () => {
  test('lets in who is named, in any capitals, and nobody is asked', async () => {
    expect(await decide({ sender: user('eve'), allowActors: ['EVE'] })).toMatchObject({
      answer: { reason: 'eve is in allow-actors' },
      asked: [],
    })
  })

  test('does not let in who else has a part in the run', async () => {
    const given = { sender: user('eve'), actor: 'outsider', allowActors: ['eve'] }
    expect((await decide(given)).answer).toMatchObject(refused('outsider has no'))
  })

  test('with * lets in everybody, with a warning', async () => {
    expect(await decide({ sender: user('eve'), allowActors: ['*'] })).toEqual({
      answer: {
        reason: 'eve is let in by allow-actors: *',
        warning: expect.stringContaining('everybody who can cause issue_comment can start this run'),
      },
      asked: [],
      slept: [],
    })
  })
})
