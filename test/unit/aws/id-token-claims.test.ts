import { expect, test } from '@jest/globals'

import { claimsOf, subjectForm } from '../../../src/aws/trust-policy.ts'
import { CLAIMS, tokenWith } from './fakes.ts'

test('reads what trust policies ask for', () => {
  expect(claimsOf(tokenWith({ ...CLAIMS, environment: 'prod — für alle' }))).toEqual({
    issuer: 'https://token.actions.githubusercontent.com',
    subject: 'repo:octo-org/octo-repo:ref:refs/heads/main',
    audience: 'sts.amazonaws.com',
    repositoryId: '789012',
    environment: 'prod — für alle',
    jobWorkflowRef: 'octo-org/octo-repo/.github/workflows/claude.yml@refs/heads/main',
  })
})

test('has no value for claims that are absent or empty', () => {
  const { iss, sub, aud } = CLAIMS
  expect(claimsOf(tokenWith({ iss, sub, aud, environment: '' }))).toMatchObject({
    repositoryId: undefined,
    environment: undefined,
    jobWorkflowRef: undefined,
  })
})

test.each([
  ['an opaque token', 'ghs_abc'],
  ['nothing', ''],
  ['a payload that is no JSON', 'a.b.c'],
  ['a payload that is no object', tokenWith(null as never)],
  ['a token without sub', tokenWith({ iss: 'https://i', aud: 'a' })],
])('gives up on %s', (_name, token) => {
  expect(claimsOf(token)).toBeUndefined()
})

test.each([
  ['repo:octo-org/octo-repo:ref:refs/heads/main', 'name'],
  ['repo:octo-org/octo-repo:pull_request', 'name'],
  ['repo:octo-org/octo-repo:environment:a@1/b@2:c', 'name'],
  ['repo:octo-org@123456/octo-repo@789012:ref:refs/heads/main', 'immutable'],
  ['repo:octo-org@123456/octo-repo@789012:environment:prod', 'immutable'],
  ['repository_owner_id:123456:job_workflow_ref:octo-org/ci/.github/workflows/x.yml@refs/heads/main', 'custom'],
])('%s has the form %s', (subject, form) => {
  expect(subjectForm(subject)).toBe(form)
})
