import { expect, test } from '@jest/globals'
import { allowedContextKeysForRequest } from '@cloud-copilot/iam-simulate'

import { GITHUB, MAKERS, ofCode, type Values } from './iam-made.ts'
import { letsIn } from './iam-simulation.ts'

const MODEL = { model: 'us.anthropic.claude-sonnet-4-6' }
const WORKFLOW = 'octo-org/octo-repo/.github/workflows/claude.yml@refs/heads/main'
const MAIN: Values = { ...MODEL }
const BRANCHES: Values = { ...MODEL, branches: ['main', 'release/2', 'next'] }
const PULL_REQUESTS: Values = { ...MODEL, pullRequests: true }
const ENVIRONMENT: Values = { ...MODEL, environment: 'claude', oidcProvider: 'existing' }
const ONE_WORKFLOW: Values = { ...MODEL, workflowRef: WORKFLOW }

/** A token of the repository for a job on the main branch, as GitHub makes it; `sub` with names unless given. */
const token = (claims: Readonly<Record<string, string>> = {}) => ({
  aud: 'sts.amazonaws.com',
  sub: 'repo:octo-org/octo-repo:ref:refs/heads/main',
  repository_id: '789012',
  job_workflow_ref: WORKFLOW,
  ...claims,
})
const withIds = (tail: string) => ({ sub: `repo:octo-org@123456/octo-repo@789012:${tail}` })
const withNames = (tail: string) => ({ sub: `repo:octo-org/octo-repo:${tail}` })

for (const [maker, make, runnable] of MAKERS) {
  runnable.describe(`the trust policy of ${maker}`, () => {
    test.each<[string, Values]>([
      ['the main branch', MAIN],
      ['two branches', { ...MODEL, branches: ['main', 'release/2'] }],
      ['three branches', BRANCHES],
      ['an environment', ENVIRONMENT],
      ['main and pull requests', PULL_REQUESTS],
      ['an environment, whatever the branches', { ...ENVIRONMENT, branches: ['main'], pullRequests: true }],
      ['one workflow', ONE_WORKFLOW],
    ])('for %s is that of the code', (_name, values) => {
      expect(make(values).trust).toEqual(ofCode(values).trust)
    })

    test.each<[string, Values, Record<string, string>]>([
      ['the main branch', MAIN, {}],
      ['the main branch, sub with ids', MAIN, withIds('ref:refs/heads/main')],
      ['the last of three branches', BRANCHES, withNames('ref:refs/heads/next')],
      ['the second of three branches, sub with ids', BRANCHES, withIds('ref:refs/heads/release/2')],
      ['the main branch, besides pull requests', PULL_REQUESTS, {}],
      ['pull requests', PULL_REQUESTS, withNames('pull_request')],
      ['pull requests, sub with ids', PULL_REQUESTS, withIds('pull_request')],
      ['the environment', ENVIRONMENT, withNames('environment:claude')],
      ['the environment, sub with ids', ENVIRONMENT, withIds('environment:claude')],
      ['the one workflow', ONE_WORKFLOW, {}],
    ])('lets in %s', (_name, values, claims) => {
      expect(letsIn(make(values).trust, token(claims))).toBe(true)
    })

    test.each<[string, Values, Record<string, string>]>([
      ['another repository', MAIN, { sub: 'repo:octo-org/other:ref:refs/heads/main', repository_id: '5' }],
      [
        'another repository, sub with ids',
        MAIN,
        { sub: 'repo:octo-org@123456/other@5:ref:refs/heads/main', repository_id: '5' },
      ],
      ['a new repository of the old name', MAIN, { repository_id: '5' }],
      [
        'a repository of a new owner of the old name',
        MAIN,
        { sub: 'repo:octo-org@9/octo-repo@789012:ref:refs/heads/main' },
      ],
      ["a fork's main branch", MAIN, { sub: 'repo:mallory/octo-repo:ref:refs/heads/main', repository_id: '6' }],
      ["a fork's pull request", MAIN, withNames('pull_request')],
      ["a fork's pull request, sub with ids", BRANCHES, withIds('pull_request')],
      ["a fork's pull request, beside an environment", ENVIRONMENT, withNames('pull_request')],
      [
        "another repository's pull request",
        PULL_REQUESTS,
        { sub: 'repo:octo-org/other:pull_request', repository_id: '5' },
      ],
      ["a fork's own pull request", PULL_REQUESTS, { sub: 'repo:mallory/octo-repo:pull_request', repository_id: '6' }],
      ['another branch, besides pull requests', PULL_REQUESTS, withNames('ref:refs/heads/next')],
      ['another branch', MAIN, withNames('ref:refs/heads/main2')],
      ['a tag named like the branch', MAIN, withNames('ref:refs/tags/main')],
      ['a branch that is not named', BRANCHES, withNames('ref:refs/heads/release')],
      ['no branch', MAIN, withNames('ref:refs/heads/')],
      ['a branch beside an environment', ENVIRONMENT, {}],
      ['another environment', ENVIRONMENT, withNames('environment:production')],
      ['another workflow', ONE_WORKFLOW, { job_workflow_ref: WORKFLOW.replace('claude.yml', 'other.yml') }],
      [
        "the workflow of a pull request's branch",
        ONE_WORKFLOW,
        { job_workflow_ref: WORKFLOW.replace('heads/main', 'pull/1/merge') },
      ],
      ['another audience', MAIN, { aud: 'https://github.com/octo-org' }],
      ['another case', MAIN, { sub: 'repo:Octo-Org/octo-repo:ref:refs/heads/main' }],
    ])('does not let in %s', (_name, values, claims) => {
      expect(letsIn(make(values).trust, token(claims))).toBe(false)
    })

    test('does not let in tokens of another issuer, whatever they claim', () => {
      expect(letsIn(make(MAIN).trust, token(), 'gitlab.com')).toBe(false)
    })

    test('asks only for claims of GitHub that STS knows', async () => {
      const { Statement } = make(ONE_WORKFLOW).trust as { Statement: { Condition: { StringEquals: object } }[] }
      const role = 'arn:aws:iam::111122223333:role/claude-code'
      const known = await allowedContextKeysForRequest('sts', 'AssumeRoleWithWebIdentity', role, false, undefined)
      const asked = Object.keys(Statement[0]!.Condition.StringEquals)
      expect(asked).toHaveLength(4)
      // Every provider has these two; AWS's list names them only for some.
      const listed = asked.filter((key) => key !== `${GITHUB}:aud` && key !== `${GITHUB}:sub`)
      expect(known).toEqual(expect.arrayContaining(listed))
    })
  })
}
