import { describe, expect, test } from '@jest/globals'

import type { RawInputs } from '../../../src/inputs/form.ts'
import { failureOf, fixOf, parse, ROLE } from './given.ts'

const sourceOf = async (raw: RawInputs, env = {}) => (await parse(raw, { env })).settings.identity.source

const role = {
  arn: ROLE,
  sessionName: 'claude-code-4711-2',
  durationSeconds: 3600,
  inlineSessionPolicy: undefined,
  managedSessionPolicies: [],
}

describe('one way of signing in is chosen', () => {
  const chained = { 'role-to-assume': ROLE, 'role-chaining': 'true' }
  const keyVariable = { AWS_BEARER_TOKEN_BEDROCK: 'env-key' }

  test.each<[RawInputs, Record<string, string>, unknown]>([
    [{}, {}, { kind: 'default-chain' }],
    [{ 'role-to-assume': ROLE }, {}, { kind: 'oidc', audience: 'sts.amazonaws.com', role }],
    [{ 'role-to-assume': ROLE }, { AWS_PROFILE: 'sso' }, { kind: 'oidc', audience: 'sts.amazonaws.com', role }],
    [chained, {}, { kind: 'role-chaining', profile: undefined, role }],
    [{ ...chained, 'aws-profile': 'ci' }, {}, { kind: 'role-chaining', profile: 'ci', role }],
    [chained, { AWS_PROFILE: 'sso' }, { kind: 'role-chaining', profile: 'sso', role }],
    [{ 'bedrock-api-key': 'key' }, {}, { kind: 'bedrock-api-key', key: 'key' }],
    [{ 'bedrock-api-key': 'key' }, keyVariable, { kind: 'bedrock-api-key', key: 'key' }],
    [{ 'bedrock-api-key': 'key' }, { AWS_PROFILE: 'sso' }, { kind: 'bedrock-api-key', key: 'key' }],
    [{ 'aws-profile': 'ci' }, {}, { kind: 'profile', profile: 'ci' }],
    [{ 'aws-profile': 'ci' }, { AWS_PROFILE: 'sso' }, { kind: 'profile', profile: 'ci' }],
    [{}, keyVariable, { kind: 'bedrock-api-key', key: 'env-key' }],
    [{}, { AWS_PROFILE: 'sso' }, { kind: 'profile', profile: 'sso' }],
    [{}, { AWS_PROFILE: 'sso', ...keyVariable }, { kind: 'bedrock-api-key', key: 'env-key' }],
    [{ 'aws-credential-export': 'x' }, { AWS_PROFILE: 'sso' }, { kind: 'default-chain' }],
    [
      { ...chained, 'aws-credential-export': 'x' },
      { AWS_PROFILE: 'sso' },
      { kind: 'role-chaining', profile: undefined, role },
    ],
    [{ 'aws-auth-refresh': 'x' }, { AWS_PROFILE: 'sso', ...keyVariable }, { kind: 'profile', profile: 'sso' }],
    [{ 'aws-auth-refresh': 'x' }, keyVariable, { kind: 'default-chain' }],
  ])('%j with the variables %j', async (raw, env, source) => {
    expect(await sourceOf(raw, env)).toEqual(source)
  })
})

describe('a key of the environment that another input beats is mentioned', () => {
  test.each<[RawInputs]>([
    [{ 'role-to-assume': ROLE }],
    [{ 'aws-profile': 'ci' }],
    [{ 'aws-credential-export': 'x' }],
    [{ 'aws-auth-refresh': 'x' }],
  ])('%j', async (raw) => {
    const { settings, warnings } = await parse(raw, { env: { AWS_BEARER_TOKEN_BEDROCK: 'env-key' } })
    expect(settings.identity.source.kind).not.toBe('bedrock-api-key')
    expect(warnings).toEqual([
      `AWS_BEARER_TOKEN_BEDROCK of the environment is not used, because ${Object.keys(raw).join()} is given.`,
    ])
  })
})

test('a key of the environment that a key beats is not', async () => {
  const { warnings } = await parse({ 'bedrock-api-key': 'key' }, { env: { AWS_BEARER_TOKEN_BEDROCK: 'env-key' } })
  expect(warnings).toEqual([])
})

describe('two ways at once are refused', () => {
  test.each<[RawInputs, string]>([
    [
      { 'role-to-assume': ROLE, 'bedrock-api-key': 'k' },
      'role-to-assume: must not be given together with bedrock-api-key',
    ],
    [{ 'role-to-assume': ROLE, 'aws-profile': 'ci' }, 'role-to-assume: must not be given together with aws-profile'],
    [{ 'bedrock-api-key': 'k', 'aws-profile': 'ci' }, 'bedrock-api-key: must not be given together with aws-profile'],
    [
      { 'role-to-assume': ROLE, 'role-chaining': 'true', 'bedrock-api-key': 'k' },
      'role-to-assume: must not be given together with bedrock-api-key',
    ],
    [
      { 'role-to-assume': ROLE, 'bedrock-api-key': 'k', 'aws-profile': 'ci' },
      'must not be given together with bedrock-api-key and aws-profile',
    ],
  ])('%j', async (raw, text) => {
    const failure = await failureOf(raw)
    expect(failure.code).toBe('input-invalid')
    expect(failure.message).toContain(text)
  })

  test('the fix for a role and a profile names role-chaining', async () => {
    const failure = await failureOf({ 'role-to-assume': ROLE, 'aws-profile': 'ci' })
    expect(fixOf(failure)).toContain('`role-chaining: true`')
  })

  test('role-chaining needs a role', async () => {
    const failure = await failureOf({ 'role-chaining': 'true' })
    expect(failure.message).toContain('role-chaining: needs role-to-assume')
  })
})

describe('the ARN of the role', () => {
  test.each([
    ['us-gov-west-1', 'arn:aws-us-gov:iam::111122223333:role/a'],
    ['cn-north-1', 'arn:aws-cn:iam::111122223333:role/a'],
    ['eu-west-1', 'arn:aws:iam::111122223333:role/path/to/a.b@c'],
  ])('in %s may be %s', async (region, arn) => {
    expect(await sourceOf({ 'aws-region': region, 'role-to-assume': arn })).toMatchObject({ role: { arn } })
  })
  test.each([
    ['claude-code', 'must be the full ARN of the role, arn:aws:iam::<account id>:role/claude-code'],
    ['arn:aws:iam::1234:role/a', 'must be the ARN of an IAM role, arn:aws:iam::<account id>:role/<name>'],
    ['arn:aws:iam::111122223333:user/a', 'must be the ARN of an IAM role'],
    ['arn:aws-cn:iam::111122223333:role/a', 'must be in the partition aws, the one of the region us-east-1'],
  ])('may not be %s', async (arn, must) => {
    const failure = await failureOf({ 'role-to-assume': arn })
    expect(failure.message).toContain(`role-to-assume: ${JSON.stringify(arn)} ${must}`)
  })
  test('is wanted in the partition of the region', async () => {
    const failure = await failureOf({ 'aws-region': 'cn-north-1', 'role-to-assume': ROLE })
    expect(failure.message).toContain('must be in the partition aws-cn, the one of the region cn-north-1')
    expect(fixOf(failure)).toContain('arn:aws-cn:')
  })
})

describe('the session of the role', () => {
  const roleOf = async (raw: RawInputs) => {
    const source = await sourceOf({ 'role-to-assume': ROLE, ...raw })
    return 'role' in source ? source.role : undefined
  }

  test.each([
    ['nightly', 'nightly'],
    ['a+b=c,d.e@f-g_h', 'a+b=c,d.e@f-g_h'],
    ['feat/x y: ä', 'feat-x-y---'],
    ['x'.repeat(80), 'x'.repeat(64)],
  ])('role-session-name %s becomes %s', async (name, sessionName) => {
    expect(await roleOf({ 'role-session-name': name })).toMatchObject({ sessionName })
  })
  test('role-session-name has two characters at least', async () => {
    const failure = await failureOf({ 'role-to-assume': ROLE, 'role-session-name': 'x' })
    expect(failure.message).toBe('Input role-session-name: "x" must have at least 2 characters.')
  })
  test.each(['900', '43200'])('role-duration-seconds may be %s', async (text) => {
    expect(await roleOf({ 'role-duration-seconds': text })).toMatchObject({ durationSeconds: Number(text) })
  })
  test.each(['899', '43201', '1h'])('role-duration-seconds may not be %s', async (text) => {
    const failure = await failureOf({ 'role-to-assume': ROLE, 'role-duration-seconds': text })
    expect(failure.message).toBe(`Input role-duration-seconds: "${text}" must be a whole number, 900 to 43200.`)
  })
  const chinese = { 'aws-region': 'cn-north-1', 'role-to-assume': 'arn:aws-cn:iam::111122223333:role/a' }
  test.each<[RawInputs, string]>([
    [{}, 'sts.amazonaws.com'],
    [{ audience: 'octo' }, 'octo'],
    [chinese, 'sts.amazonaws.com.cn'],
    [{ ...chinese, audience: 'sts.amazonaws.com' }, 'sts.amazonaws.com.cn'],
    [{ ...chinese, audience: 'octo' }, 'octo'],
  ])('given %j the audience is %s', async (raw, audience) => {
    expect(await sourceOf({ 'role-to-assume': ROLE, ...raw })).toMatchObject({ audience })
  })
  test('policies narrow it', async () => {
    const policy = '{"Version": "2012-10-17", "Statement": []}'
    const arns = ['arn:aws:iam::aws:policy/AmazonBedrockLimitedAccess', 'arn:aws:iam::111122223333:policy/a/b']
    const found = await roleOf({
      'inline-session-policy': policy,
      'managed-session-policies': arns.join('\n'),
    })
    expect(found).toMatchObject({ inlineSessionPolicy: policy, managedSessionPolicies: arns })
  })
  test.each<[string, RawInputs, string]>([
    ['text that is no JSON', { 'inline-session-policy': 'allow' }, 'inline-session-policy: must be a JSON object'],
    ['a bare name', { 'managed-session-policies': 'ReadOnly' }, '"ReadOnly" must be the ARN of a managed policy'],
    ['a role', { 'managed-session-policies': ROLE }, 'must be the ARN of a managed policy'],
    [
      'another partition',
      { 'managed-session-policies': 'arn:aws-cn:iam::aws:policy/a' },
      'must be in the partition aws, the one of the region us-east-1',
    ],
    [
      'eleven',
      { 'managed-session-policies': Array(11).fill('arn:aws:iam::aws:policy/a').join() },
      'must name at most 10 policies, not 11',
    ],
  ])('policies may not be %s', async (_name, raw, text) => {
    expect((await failureOf({ 'role-to-assume': ROLE, ...raw })).message).toContain(text)
  })
  test.each(['inline-session-policy', 'managed-session-policies'] as const)(
    '%s without a role stops the run: it would not be applied',
    async (name) => {
      expect((await failureOf({ [name]: '{}' })).message).toContain(`${name}: needs role-to-assume`)
    },
  )
  test('role-session-name without a role is mentioned', async () => {
    const { warnings } = await parse({ 'role-session-name': 'nightly' })
    expect(warnings).toEqual(['role-session-name has no effect without role-to-assume.'])
  })
})

describe('allowed-account-ids', () => {
  test('are a list', async () => {
    const { settings } = await parse({ 'allowed-account-ids': '111122223333, 444455556666' })
    expect(settings.identity.allowedAccountIds).toEqual(['111122223333', '444455556666'])
  })
  test.each(['1234', '1111-2222-3333', 'prod'])('%s is not one', async (text) => {
    const failure = await failureOf({ 'allowed-account-ids': `111122223333, ${text}` })
    expect(failure.message).toBe(`Input allowed-account-ids: "${text}" must be an AWS account id of 12 digits.`)
  })
})

test('a key with white space inside is refused and never shown', async () => {
  const failure = await failureOf({ 'bedrock-api-key': 'hunter2 hunter3' })
  expect(failure.message).toBe('Input bedrock-api-key: must be one word: a key has no white space inside.')
  expect(failure.message + fixOf(failure)).not.toContain('hunter')
})
