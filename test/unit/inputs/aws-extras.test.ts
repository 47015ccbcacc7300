import { describe, expect, test } from '@jest/globals'

import { fixText } from '../../../src/errors.ts'
import { parseCustomHeaders } from '../../../src/inputs/scalars.ts'
import { secretSettings } from '../../../src/inputs/parse-settings.ts'
import { failureOf, parse } from './given.ts'

const ROLE = 'arn:aws:iam::111122223333:role/claude-code'
const CHAINED = { 'role-to-assume': ROLE, 'role-chaining': 'true' }

describe('guardrail', () => {
  const ARN = 'arn:aws:bedrock:us-east-1:111122223333:guardrail/a1b2c3d4e5f6'

  test.each([
    ['a1b2c3d4e5f6:3', { id: 'a1b2c3d4e5f6', version: '3' }],
    ['a1b2c3d4e5f6:DRAFT', { id: 'a1b2c3d4e5f6', version: 'DRAFT' }],
    [`${ARN}:12`, { id: ARN, version: '12' }],
  ])('%s', async (guardrail, expected) => {
    expect((await parse({ guardrail })).settings.bedrock.guardrail).toEqual(expected)
  })

  test.each([
    ['no version', 'a1b2c3d4e5f6', /version/],
    ['an ARN without a version', ARN, /version/],
    ['version 0', 'a1b2c3d4e5f6:0', /version/],
    ['a word for a version', 'a1b2c3d4e5f6:latest', /version/],
    ['no id', ':1', /id or the ARN/],
    ['an id of other letters', 'A1B2:1', /id or the ARN/],
    ['the ARN of something else', 'arn:aws:bedrock:us-east-1:111122223333:inference-profile/x:1', /id or the ARN/],
    ['one of another region', `${ARN.replace('us-east-1', 'eu-west-1')}:1`, /us-east-1.*eu-west-1/],
    ['a line break', 'a1b2\nx-header: 1:1', /version/],
  ])('%s is input-invalid', async (_, guardrail, words) => {
    const failure = await failureOf({ guardrail })
    expect(failure).toMatchObject({ code: 'input-invalid', message: expect.stringMatching(words) })
  })
})

describe('custom headers of the job', () => {
  const headersOf = async (text: string) =>
    (await parse({}, { env: { ANTHROPIC_CUSTOM_HEADERS: text } })).settings.bedrock.customHeaders

  test('one a line, by their names in lower case', async () => {
    expect(await headersOf('X-Company-Key: a b:c \r\n\nX-Amzn-Bedrock-GuardrailIdentifier:abc')).toEqual({
      'x-company-key': 'a b:c',
      'x-amzn-bedrock-guardrailidentifier': 'abc',
    })
  })

  test('none by themselves', async () => {
    expect(await headersOf(' ')).toBeUndefined()
  })

  test.each([
    ...['Host', 'authorization', 'COOKIE', 'X-Amz-Date', 'X-Amz-Security-Token', 'Connection', 'Keep-Alive'],
    ...['Proxy-Authorization', 'TE', 'Trailer', 'Transfer-Encoding', 'Upgrade', 'Content-Length', 'Expect'],
  ])('%s is input-invalid, and its value is not shown', async (name) => {
    const failure = await failureOf({}, { env: { ANTHROPIC_CUSTOM_HEADERS: `X-A: 1\n${name}: secret-value` } })
    expect(failure.code).toBe('input-invalid')
    expect(failure.message).toMatch(/^Environment variable ANTHROPIC_CUSTOM_HEADERS: must not set the header/)
    expect(failure.message + fixText(failure.fix)).toContain(name)
    expect(failure.message + fixText(failure.fix)).not.toContain('secret-value')
  })

  test.each(['secret-value', 'X A: 1', ': 1', 'X-A:', 'X-A: sec\u0001ret', 'X-A: 1\nsecret-value'])(
    'a line that is no header is input-invalid: %j',
    (text) => {
      const found = parseCustomHeaders(text)
      expect(found.ok).toBe(false)
      expect(JSON.stringify(found)).not.toMatch(/secret-value|sec\\u0001ret/)
    },
  )

  test('their values are secrets', async () => {
    const { settings } = await parse({}, { env: { ANTHROPIC_CUSTOM_HEADERS: 'X-A: one\nX-B: two' } })
    expect(secretSettings(settings)).toEqual(['one', 'two'])
  })
})

describe('models of the job’s variables', () => {
  test('count', async () => {
    const env = {
      ANTHROPIC_DEFAULT_OPUS_MODEL: 'us.anthropic.claude-o',
      ANTHROPIC_DEFAULT_SONNET_MODEL: 'us.anthropic.claude-s',
      ANTHROPIC_DEFAULT_HAIKU_MODEL: 'us.anthropic.claude-h',
      ANTHROPIC_DEFAULT_FABLE_MODEL: 'us.anthropic.claude-f',
      CLAUDE_CODE_SUBAGENT_MODEL: 'inherit',
    }
    const { familyModels, subagentModel } = (await parse({}, { env })).settings.bedrock
    expect(familyModels).toEqual({
      opus: 'us.anthropic.claude-o',
      sonnet: 'us.anthropic.claude-s',
      haiku: 'us.anthropic.claude-h',
      fable: 'us.anthropic.claude-f',
    })
    expect(subagentModel).toBe('inherit')
  })

  test('must be models', async () => {
    const env = { ANTHROPIC_DEFAULT_SONNET_MODEL: 'arn:aws:bedrock:eu-west-1:111122223333:inference-profile/x' }
    const failure = await failureOf({}, { env })
    expect(failure.message).toMatch(/^Environment variable ANTHROPIC_DEFAULT_SONNET_MODEL: must be in us-east-1/)
  })
})

describe('a role that is assumed with keys', () => {
  test('takes an external id and tags', async () => {
    const raw = { ...CHAINED, 'role-external-id': 'octo/ci:1', 'custom-tags': '{"team": "plat form", "Ünit": ""}' }
    const { source } = (await parse(raw)).settings.identity
    expect(source).toMatchObject({ role: { externalId: 'octo/ci:1', tags: { team: 'plat form', Ünit: '' } } })
  })

  test.each([
    ['role-external-id', 'octo-ci'],
    ['custom-tags', '{"a": "b"}'],
  ])('%s is input-invalid for any other', async (name, value) => {
    for (const raw of [{}, { 'role-to-assume': ROLE }]) {
      const failure = await failureOf({ ...raw, [name]: value })
      expect(failure).toMatchObject({
        code: 'input-invalid',
        message: expect.stringContaining(`${name}: needs role-chaining`),
      })
    }
  })

  test.each([
    ['no JSON', 'team=platform'],
    ['a list', '["team"]'],
    ['a value that is no text', '{"team": 1}'],
    ['an empty key', '{"": "x"}'],
    ['a key of AWS’s', '{"aws:team": "x"}'],
    ['a key of other letters', '{"team;": "x"}'],
    ['a long key', JSON.stringify({ ['k'.repeat(129)]: 'x' })],
    ['a long value', JSON.stringify({ team: 'v'.repeat(257) })],
    ['too many', JSON.stringify(Object.fromEntries(Array.from({ length: 51 }, (_, n) => [`k${n}`, 'v'])))],
  ])('custom-tags with %s are input-invalid', async (_, text) => {
    expect((await failureOf({ ...CHAINED, 'custom-tags': text })).message).toMatch(/^Input custom-tags: /)
  })

  test.each(['x', 'with space', 'semi;colon'])('role-external-id %j is input-invalid', async (text) => {
    expect((await failureOf({ ...CHAINED, 'role-external-id': text })).message).toMatch(/^Input role-external-id: /)
  })
})

test('mask-aws-account-id makes secrets of the accounts that the inputs name', async () => {
  const raw = {
    'role-to-assume': ROLE,
    'allowed-account-ids': '999988887777',
    model: 'arn:aws:bedrock:us-east-1:444455556666:application-inference-profile/abc',
    'managed-session-policies': 'arn:aws:iam::aws:policy/ReadOnlyAccess',
  }
  expect(secretSettings((await parse(raw)).settings)).toEqual([])
  const masked = (await parse({ ...raw, 'mask-aws-account-id': 'true' })).settings
  expect([...secretSettings(masked)].sort()).toEqual(['111122223333', '444455556666', '999988887777'])
})

describe('the region of the profile in use', () => {
  const regions: Record<string, string> = { ci: 'eu-west-1', default: 'eu-north-1', odd: 'nowhere' }
  const profileRegion = (profile: string) => Promise.resolve(regions[profile])
  const none = { 'aws-region': '' }

  test.each([
    ['of the input', { ...none, 'aws-profile': 'ci' }, {}, 'eu-west-1'],
    ['of AWS_PROFILE', none, { AWS_PROFILE: 'ci' }, 'eu-west-1'],
    ['of AWS_PROFILE for role chaining', { ...none, ...CHAINED }, { AWS_PROFILE: 'ci' }, 'eu-west-1'],
    ['default, for the SDK’s chain', none, {}, 'eu-north-1'],
    ['after aws-region', { 'aws-region': 'us-west-2', 'aws-profile': 'ci' }, {}, 'us-west-2'],
    ['after AWS_REGION', { ...none, 'aws-profile': 'ci' }, { AWS_REGION: 'us-west-2' }, 'us-west-2'],
    ['after AWS_DEFAULT_REGION', { ...none, 'aws-profile': 'ci' }, { AWS_DEFAULT_REGION: 'us-west-2' }, 'us-west-2'],
  ])('%s', async (...[, raw, env, region]) => {
    const { settings } = await parse(raw, { env, profileRegion })
    expect([settings.bedrock.region, settings.identity.region]).toEqual([region, region])
  })

  test.each([
    ['a role by OIDC', { ...none, 'role-to-assume': ROLE }, { AWS_PROFILE: 'ci' }],
    ['an API key', { ...none, 'bedrock-api-key': 'x' }, { AWS_PROFILE: 'ci' }],
    ['an API key of the environment', none, { AWS_BEARER_TOKEN_BEDROCK: 'x' }],
    ['a command that prints keys', { ...none, 'aws-credential-export': 'x' }, { AWS_PROFILE: 'ci' }],
    ['keys of the environment', none, { AWS_ACCESS_KEY_ID: 'AKIA' }],
    ['a profile without one', { ...none, 'aws-profile': 'other' }, {}],
    ['a profile with none that is one', { ...none, 'aws-profile': 'odd' }, {}],
  ])('is none for %s', async (_, raw, env) => {
    expect((await failureOf(raw, { env, profileRegion })).code).toBe('region-missing')
  })
})
