import { describe, expect, test } from '@jest/globals'

import { fixText } from '../../../src/errors.ts'
import { explained, oidc, sts } from './answers.ts'
import { ROLE } from './fakes.ts'

const AWWI = 'Not authorized to perform sts:AssumeRoleWithWebIdentity'

describe('a role that is denied', () => {
  const denied = sts('AccessDenied', AWWI, { status: 403 })

  test('prints what the token says', () => {
    const { message } = explained(denied, { claims: { environment: 'prod' } })
    expect(message.split('\n').slice(-7, -1)).toEqual([
      '  sub: repo:octo-org/octo-repo:ref:refs/heads/main (the form with names, repo:OWNER/REPO:...)',
      '  aud: sts.amazonaws.com',
      '  iss: https://token.actions.githubusercontent.com',
      '  repository_id: 789012',
      '  environment: prod',
      '  job_workflow_ref: octo-org/octo-repo/.github/workflows/claude.yml@refs/heads/main',
    ])
  })

  test('says that the sub has ids, and that a policy with names never matches', () => {
    const sub = 'repo:octo-org@123456/octo-repo@789012:pull_request'
    const { message, fix } = explained(denied, { claims: { sub } })
    expect(message).toContain(`${sub} (the newer form with ids`)
    expect(fixText(fix)).toContain(`"token.actions.githubusercontent.com:sub": "${sub}"`)
    expect(fixText(fix)).toContain('written for repo:OWNER/REPO:... never matches')
    expect(fixText(fix)).toContain('the sub ends in :pull_request')
  })

  test('gives a trust policy that is JSON as it stands', () => {
    const { fix } = explained(denied)
    const [policy] = fix.filter((block) => block.kind === 'code')
    const pasted: unknown = JSON.parse(policy?.kind === 'code' ? policy.code : '')
    expect(pasted).toMatchObject({ Statement: [{ Action: 'sts:AssumeRoleWithWebIdentity' }] })
  })
})

describe('a permission that is missing', () => {
  const notOffered = oidc('NotOffered', 'no URL')

  test("shows both fixes, with the workflow's file and the job's name", () => {
    const { fix } = explained(notOffered)
    expect(fixText(fix)).toContain('In .github/workflows/claude.yml')
    expect(fixText(fix)).toContain(
      '      review:\n        permissions:\n          id-token: write\n          contents: read',
    )
    expect(fixText(fix)).toContain('reusable workflow, the job that calls it')
    expect(fixText(fix)).toContain('uses: ./.github/workflows/')
  })

  test.each([
    ['pull_request', true, true],
    ['pull_request_review', true, true],
    ['pull_request', false, false],
    ['pull_request_target', true, false],
  ])('%s, from a fork: %s, is laid to the fork: %s', (eventName, fromFork, laidToFork) => {
    const { message, fix } = explained(notOffered, { runner: { eventName, fromFork } })
    expect(message.includes('comes from a fork')).toBe(laidToFork)
    expect(fixText(fix).includes('head.repo.full_name == github.repository')).toBe(laidToFork)
    expect(fixText(fix).includes('id-token: write')).toBe(!laidToFork)
  })
})

test("a GitHub server of one's own must let AWS reach its keys", () => {
  const iss = 'https://ghe.example.com/_services/token'
  const { fix } = explained(sts('InvalidIdentityToken', "Couldn't retrieve verification key"), {
    runner: { serverUrl: 'https://ghe.example.com' },
    claims: { iss },
  })
  expect(fixText(fix)).toContain(`${iss}/.well-known/openid-configuration`)
})

test('a role in China is asked for with the audience of China', () => {
  const role = { ...ROLE, arn: 'arn:aws-cn:iam::111122223333:role/claude' }
  const { fix } = explained(sts('InvalidIdentityToken', 'Incorrect token audience'), {
    settings: { source: { kind: 'oidc', audience: 'sts.amazonaws.com', role } },
  })
  expect(fixText(fix)).toContain('audience: sts.amazonaws.com.cn')
})
