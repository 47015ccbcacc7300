import { describe, expect, test } from '@jest/globals'

import { webIdentityTrust } from '../emulators/aws-account.ts'
import type { PolicyDocument } from '../emulators/iam-policy.ts'
import { STS_ERRORS, stsErrorReply } from '../emulators/sts-errors.ts'
import { scenario, type Scenario, type ScenarioOptions } from '../support/scenario.ts'
import { commandsNamed } from '../support/workflow-commands.ts'

const ISSUER = 'https://token.actions.githubusercontent.com'
const AUDIENCE = 'sts.amazonaws.com'
const QUICK = { 'upload-transcript': 'never' }
const RUN = { ...QUICK, prompt: 'Say hello.' }

/** An account whose role `claude` trusts these subjects, and nothing else. */
const trusting = (sub: string, github?: ScenarioOptions['github']): ScenarioOptions => {
  const trustPolicy = webIdentityTrust({ issuer: ISSUER, stringEquals: { aud: AUDIENCE }, stringLike: { sub } })
  return { aws: { roles: [{ name: 'claude', trustPolicy }] }, ...(github && { github }) }
}
const fromFork = {
  name: 'pull_request',
  payload: {
    sender: { login: 'octocat', type: 'User' },
    pull_request: {
      head: { repo: { full_name: 'stranger/octo-repo' } },
      base: { repo: { full_name: 'octo-org/octo-repo' } },
    },
  },
}
const stsCalls = ({ aws }: Scenario) => aws.sts.calls.map(({ operation, status }) => `${operation} ${status}`)

interface Refusal {
  readonly name: string
  readonly scene: ScenarioOptions
  readonly inputs?: Record<string, string>
  readonly code: string
  readonly says: readonly string[]
  readonly not?: string
  readonly asks: readonly string[]
}

describe('a sign-in that fails says why and what to do, and is not tried again', () => {
  test.each<Refusal>([
    {
      name: 'no id-token permission, also for reusable workflows',
      scene: { github: { idToken: false } },
      code: 'oidc-permission-missing',
      says: [
        'In .github/workflows/claude.yml',
        'claude:\n        permissions:\n          id-token: write',
        'reusable workflow, the job that calls it needs them too',
      ],
      asks: [],
    },
    {
      name: 'a pull request from a fork',
      scene: { github: { idToken: false }, event: fromFork },
      code: 'oidc-permission-missing',
      says: ['comes from a fork', 'if: github.event.pull_request.head.repo.full_name == github.repository'],
      not: 'id-token: write',
      asks: [],
    },
    {
      name: 'a trust policy for another repository',
      scene: trusting('repo:octo-org/other:*'),
      code: 'role-not-assumable',
      says: [
        'Not authorized to perform sts:AssumeRoleWithWebIdentity (AccessDenied, HTTP 403',
        'sub: repo:octo-org/octo-repo:ref:refs/heads/main (the form with names',
        `aud: ${AUDIENCE}`,
      ],
      asks: ['AssumeRoleWithWebIdentity 403'],
    },
    {
      name: 'a trust policy for the older form of the subject',
      scene: trusting('repo:octo-org/octo-repo:*', { immutableSubject: true }),
      code: 'role-not-assumable',
      says: [
        'sub: repo:octo-org@123456/octo-repo@789012:ref:refs/heads/main (the newer form with ids',
        'A condition written for repo:OWNER/REPO:... never matches this token',
      ],
      asks: ['AssumeRoleWithWebIdentity 403'],
    },
    {
      name: 'an audience that the provider does not accept',
      scene: {},
      inputs: { audience: 'https://example.com' },
      code: 'oidc-audience-mismatch',
      says: ['Incorrect token audience', '--client-id https://example.com', 'audience: sts.amazonaws.com'],
      asks: ['AssumeRoleWithWebIdentity 400'],
    },
    {
      name: 'an account without the provider',
      scene: { aws: { providers: [] } },
      code: 'oidc-provider-missing',
      says: [
        'No OpenIDConnect provider found',
        `create-open-id-connect-provider --url ${ISSUER} --client-id-list ${AUDIENCE}`,
      ],
      asks: ['AssumeRoleWithWebIdentity 400'],
    },
    {
      name: 'a session longer than the role allows',
      scene: {},
      inputs: { 'role-duration-seconds': '7200' },
      code: 'role-session-too-long',
      says: [
        'exceeds the MaxSessionDuration',
        'role-duration-seconds: 3600',
        '--role-name claude --max-session-duration 7200',
      ],
      asks: ['AssumeRoleWithWebIdentity 400'],
    },
    {
      name: 'an account that is not allowed',
      scene: {},
      inputs: { 'allowed-account-ids': '999999999999' },
      code: 'account-not-allowed',
      says: ['of account 111122223333', 'allowed-account-ids: 999999999999,111122223333'],
      asks: ['AssumeRoleWithWebIdentity 200', 'GetCallerIdentity 200'],
    },
    {
      name: 'no credentials at all',
      scene: { env: { AWS_EC2_METADATA_DISABLED: 'true' } },
      inputs: { 'role-to-assume': '' },
      code: 'credentials-missing',
      says: [
        'There are no AWS credentials',
        'id-token: write',
        'role-to-assume: arn:aws:iam::ACCOUNT_ID:role/ROLE_NAME',
      ],
      asks: [],
    },
  ])('$name: $code', async ({ scene, inputs, code, says, not, asks }) => {
    await using here = await scenario(scene)
    const { main, outputs } = await here.step({ ...RUN, ...inputs })
    expect(main.code).toBe(1)
    expect(outputs).toMatchObject({ conclusion: 'failure', 'failure-code': code })
    for (const part of says) expect(outputs['failure-message']).toContain(part)
    if (not !== undefined) expect(outputs['failure-message']).not.toContain(not)
    expect(stsCalls(here)).toEqual(asks)
    expect(here.aws.bedrock.calls).toEqual([])
    const [annotation, ...others] = commandsNamed('error', main.stdout)
    expect(annotation).toMatchObject({ properties: { title: code } })
    expect(others).toEqual([])
  })
})

test.each([
  ['names', {}],
  ['ids', { immutableSubject: true }],
])('the trust policy given to someone denied lets the job in (subject with %s)', async (_form, github) => {
  await using denying = await scenario(trusting('repo:octo-org/other:*', github))
  const denied = await denying.step(RUN)
  const given = /^ {4}\{\n[^]*?^ {4}\}$/m.exec(denied.outputs['failure-message'] ?? '')?.[0] ?? ''
  const trustPolicy = JSON.parse(given) as PolicyDocument

  await using allowing = await scenario({ aws: { roles: [{ name: 'claude', trustPolicy }] }, github })
  const { outputs } = await allowing.step(QUICK)
  expect(outputs).toMatchObject({ conclusion: 'setup', 'aws-account-id': '111122223333' })
})

test('an identity provider that AWS could not reach is asked again with a fresh token', async () => {
  await using here = await scenario()
  here.aws.sts.faults.next('AssumeRoleWithWebIdentity', stsErrorReply(STS_ERRORS.providerUnreachable))
  const { outputs, main } = await here.step(QUICK)
  expect(outputs).toMatchObject({ conclusion: 'setup' })
  expect(stsCalls(here)).toEqual([
    'AssumeRoleWithWebIdentity 400',
    'AssumeRoleWithWebIdentity 200',
    'GetCallerIdentity 200',
  ])
  const tokens = here.aws.sts.calls.slice(0, 2).map(({ parameters }) => parameters.WebIdentityToken)
  expect(new Set(tokens).size).toBe(2)
  expect(main.stdout).toMatch(/identity provider .* could not be reached.*Trying again in/)
})
