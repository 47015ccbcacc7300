// Who may start a run on events that strangers can cause: the shipped action, the emulated GitHub, a stranger, a member, a bot.
import { describe, expect, test } from '@jest/globals'

import { rateLimited } from '../emulators/github-collaborators.ts'
import { scenario, type Scenario } from '../support/scenario.ts'
import { commandsNamed } from '../support/workflow-commands.ts'

const ACCOUNTS = {
  octocat: { id: 1, permission: 'write', role: 'maintain' },
  hubot: { id: 4, permission: 'admin' },
  eve: { id: 2, permission: 'read' },
  'renovate[bot]': { id: 3, type: 'Bot' as const },
}
const QUICK = { 'upload-transcript': 'never' }

const senderOf = (login: keyof typeof ACCOUNTS) => ({
  login,
  id: ACCOUNTS[login].id,
  type: login.endsWith('[bot]') ? 'Bot' : 'User',
})

/** A job that a comment of `login` has started; with `name` another event. */
async function startedBy(login: keyof typeof ACCOUNTS, name = 'issue_comment'): Promise<Scenario> {
  const payload = { action: 'created', comment: { body: '/claude' }, sender: senderOf(login) }
  return scenario({ github: { accounts: ACCOUNTS }, event: { name, payload }, env: { GITHUB_TRIGGERING_ACTOR: login } })
}

/** Nothing was asked of AWS, and no id token of GitHub. */
function expectNothingSpent({ aws, github }: Scenario): void {
  expect(aws.sts.calls).toEqual([])
  expect(aws.bedrock.calls).toEqual([])
  expect(github.oidc.issued).toEqual([])
}

describe('a comment', () => {
  test('of somebody with write access starts the run, with one question to GitHub', async () => {
    await using here = await startedBy('octocat')
    const { main, outputs } = await here.step({ ...QUICK, prompt: 'Say hello.' })
    expect(outputs).toMatchObject({ conclusion: 'success', 'failure-code': '' })
    expect(here.github.collaborators.asked).toEqual(['octocat'])
    expect(main.stdout).toContain(
      'Started by issue_comment (anybody who can see the repository can cause it): octocat has write access (maintain).',
    )
    expect(main.stdout.replaceAll(/::add-mask::.*/g, '')).not.toContain(here.github.jobToken)
  })

  test.each(['prompt', 'set-up', 'preflight'])('of a stranger starts nothing: %s', async (mode) => {
    await using here = await startedBy('eve')
    const inputs = mode === 'prompt' ? { prompt: 'Say hello.' } : mode === 'preflight' ? { preflight: 'only' } : {}
    const { main, outputs, exported } = await here.step({ ...QUICK, ...inputs })
    expect(main.code).toBe(1)
    expect(outputs).toMatchObject({ conclusion: 'failure', 'failure-code': 'actor-not-allowed' })
    expect(outputs['failure-message']).toContain('eve has no write access to octo-org/octo-repo, but "read".')
    expect(commandsNamed('error', main.stdout)[0]?.data).toContain('allow-actors: eve')
    expect(exported).toEqual({})
    expectNothingSpent(here)
  })

  test('of a stranger that a member runs again starts nothing', async () => {
    await using here = await startedBy('eve')
    const { outputs } = await here.step({ ...QUICK, prompt: 'x' }, { env: { GITHUB_TRIGGERING_ACTOR: 'octocat' } })
    expect(outputs['failure-code']).toBe('actor-not-allowed')
    expectNothingSpent(here)
  })

  test('of a member that another member runs again costs two questions to GitHub', async () => {
    await using here = await startedBy('octocat')
    const { outputs } = await here.step({ ...QUICK, prompt: 'x' }, { env: { GITHUB_TRIGGERING_ACTOR: 'hubot' } })
    expect(outputs.conclusion).toBe('success')
    expect(here.github.collaborators.asked).toEqual(['octocat', 'hubot'])
  })

  test('of a bot starts the run where allow-bots names it, and only there', async () => {
    await using here = await startedBy('renovate[bot]')
    const refused = await here.step({ ...QUICK, prompt: 'x', 'allow-actors': '*' })
    expect(refused.outputs['failure-code']).toBe('actor-not-allowed')
    expectNothingSpent(here)
    const { outputs } = await here.step({ ...QUICK, prompt: 'x', 'allow-bots': 'renovate[bot]' })
    expect(outputs.conclusion).toBe('success')
    expect(here.github.collaborators.asked).toEqual([])
  })

  test('of anybody starts the run where allow-actors is *, with a warning', async () => {
    await using here = await startedBy('eve')
    const { main, outputs } = await here.step({ ...QUICK, prompt: 'x', 'allow-actors': '*' })
    expect(outputs.conclusion).toBe('success')
    expect(commandsNamed('warning', main.stdout).map(({ data }) => data)).toContainEqual(
      expect.stringContaining('allow-actors is *'),
    )
  })

  test('starts nothing where GitHub cannot be asked', async () => {
    await using here = await startedBy('octocat')
    here.github.collaborators.inject(rateLimited({ resetIn: 3_000 }))
    const { outputs } = await here.step({ ...QUICK, prompt: 'x' })
    expect(outputs['failure-code']).toBe('actor-not-allowed')
    expect(outputs['failure-message']).toContain('could not be checked whether octocat has write access')
    expectNothingSpent(here)
  })
})

test("a fork's pull request, which has no id token, fails with that reason at once, whoever opened it", async () => {
  const payload = { sender: senderOf('eve'), pull_request: { head: { repo: { id: 2 } }, base: { repo: { id: 1 } } } }
  const event = { name: 'pull_request', payload }
  await using here = await scenario({ github: { accounts: ACCOUNTS, idToken: false }, event })
  const { outputs } = await here.step({ ...QUICK, prompt: 'x' }, { env: { GITHUB_TRIGGERING_ACTOR: 'eve' } })
  expect(outputs['failure-code']).toBe('oidc-permission-missing')
  expect(outputs['failure-message']).toContain('GitHub never gives OIDC tokens to workflows of such pull requests')
  expect(here.github.collaborators.asked).toEqual([])
})

test('an event that nobody knows is of strangers', async () => {
  await using here = await startedBy('eve', 'brand_new')
  expect((await here.step({ ...QUICK, prompt: 'x' })).outputs['failure-code']).toBe('actor-not-allowed')
})

test('on a push nobody is asked', async () => {
  await using here = await startedBy('eve', 'push')
  expect((await here.step({ ...QUICK, prompt: 'x' })).outputs.conclusion).toBe('success')
  expect(here.github.collaborators.asked).toEqual([])
})
