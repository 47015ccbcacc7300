// The examples for events that strangers can cause, each with a stranger, a member and a bot: their own inputs, the shipped action.
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, test } from '@jest/globals'

import { actionSteps, workflowsIn } from '../contract/documents.ts'
import { ROLE, scenario } from '../support/scenario.ts'

const ACCOUNTS = {
  octocat: { id: 1, permission: 'write' },
  triager: { id: 2, permission: 'read', role: 'triage' },
  eve: { id: 3, permission: 'read' },
  'renovate[bot]': { id: 4, type: 'Bot' as const },
}
type Login = keyof typeof ACCOUNTS

const pullRequest = {
  number: 7,
  base: { sha: 'HEAD^1', repo: { id: 1, full_name: 'octo-org/octo-repo' } },
  head: { sha: 'HEAD', repo: { id: 2, full_name: 'eve/octo-repo' } },
}
const EXAMPLES = {
  'comment-command.yml': {
    name: 'issue_comment',
    payload: {
      action: 'created',
      issue: { number: 7, pull_request: {} },
      comment: { id: 1, body: '/claude is this correct?' },
      repository: { default_branch: 'main' },
    },
  },
  'pull-request-label.yml': {
    name: 'pull_request_target',
    payload: { action: 'labeled', label: { name: 'claude-review' }, pull_request: pullRequest },
  },
}
type Example = keyof typeof EXAMPLES

/** The inputs of an example's step, with `${{ github.event... }}` as the payload has it, and a role that the account has. */
function inputsOf(name: Example): Record<string, string> {
  const example = workflowsIn('examples/workflows').find(({ where }) => where.endsWith(`/${name}`))!
  const valueOf = (path: string) =>
    path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], EXAMPLES[name].payload)
  const filled = (text: string) =>
    text.replaceAll(/\$\{\{ github\.event\.([\w.]+) \}\}/g, (_all, path: string) => String(valueOf(path)))
  const given = Object.entries(actionSteps(example)[0]?.step.with ?? {}).map(([key, value]) => [
    key,
    filled(String(value)),
  ])
  return {
    ...(Object.fromEntries(given) as Record<string, string>),
    'role-to-assume': ROLE,
    'upload-transcript': 'never',
  }
}

/** The example's step on the head of a fork's pull request, started by `login`. */
async function runAs(login: Login, example: Example) {
  const { name, payload } = EXAMPLES[example]
  const sender = { login, id: ACCOUNTS[login].id, type: login.endsWith('[bot]') ? 'Bot' : 'User' }
  await using here = await scenario({
    github: { accounts: ACCOUNTS },
    event: { name, payload: { ...payload, sender } },
    env: { GITHUB_TRIGGERING_ACTOR: login },
  })
  const cwd = here.job.workspace
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=Eve', '-c', 'user.email=eve@example.com', ...args], { cwd })
  git('update-ref', 'refs/remotes/origin/main', 'HEAD')
  mkdirSync(join(cwd, '.claude'))
  writeFileSync(
    join(cwd, '.claude/settings.json'),
    JSON.stringify({ hooks: { SessionStart: [{ hooks: [{ type: 'command', command: 'touch ran' }] }] } }),
  )
  writeFileSync(join(cwd, 'CLAUDE.md'), 'OBEYEVE')
  writeFileSync(join(cwd, 'price.js'), 'export const changed = true\n')
  git('add', '.')
  git('commit', '-qm', 'Two')
  const requests: string[] = []
  here.play((request) => {
    requests.push(JSON.stringify(request))
    const range = name === 'issue_comment' ? 'origin/main...HEAD' : 'HEAD^1...HEAD'
    const turns = [`git diff ${range} -- price.js`, 'node price.test.js', 'touch made']
    const command = turns[requests.length - 1]
    return command === undefined ? { text: 'It is.' } : { toolUses: [{ name: 'Bash', input: { command } }] }
  })
  const { outputs } = await here.step(inputsOf(example))
  const { aws, github } = here
  const spent = [...aws.sts.calls, ...aws.bedrock.calls, ...github.oidc.issued].length
  const status = git('status', '--porcelain').toString()
  return { outputs, requests, spent, status }
}

describe.each(Object.keys(EXAMPLES) as Example[])('%s', (example) => {
  test('a member gets an answer; the fork has neither configured nor instructed the agent, and nothing of it was run', async () => {
    const { outputs, requests, status } = await runAs('octocat', example)
    expect(outputs).toMatchObject({ conclusion: 'success', result: 'It is.', isolation: 'unshare' })
    expect(requests.at(-1)).toContain('+export const changed = true')
    expect(requests.join('')).not.toContain('OBEYEVE')
    expect(status).toBe('')
    const denied = JSON.parse(outputs['permission-denials'] ?? '') as { tool_input: { command: string } }[]
    expect(denied.map(({ tool_input: { command } }) => command)).toEqual(['node price.test.js', 'touch made'])
  })

  test.each(['eve', 'triager', 'renovate[bot]'] as const)('%s starts nothing', async (login) => {
    const { outputs, requests, spent } = await runAs(login, example)
    expect(outputs['failure-code']).toBe('actor-not-allowed')
    expect(outputs['failure-message']).toContain(login)
    expect([requests, spent]).toEqual([[], 0])
  })
})
