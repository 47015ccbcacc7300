import { describe, expect, test } from '@jest/globals'

import type { RawInputs } from '../../../src/inputs/form.ts'
import { failureOf, fixOf, parse, ROLE } from './given.ts'

const chained = { 'role-to-assume': ROLE, 'role-chaining': 'true' }

describe('aws-auth-refresh and aws-credential-export', () => {
  test('are the commands as they are written', async () => {
    const { settings } = await parse({ 'aws-auth-refresh': 'a | b "$C"', 'aws-credential-export': 'd\ne' })
    expect(settings.identity).toMatchObject({ authRefresh: 'a | b "$C"', credentialExport: 'd\ne' })
  })

  test('are not there when they are not given', async () => {
    const { settings } = await parse({})
    expect([settings.identity.authRefresh, settings.identity.credentialExport]).toEqual([undefined, undefined])
  })

  test.each<[RawInputs]>([
    [{ 'aws-auth-refresh': 'a' }],
    [{ 'aws-auth-refresh': 'a', 'aws-profile': 'ci' }],
    [{ 'aws-auth-refresh': 'a', 'aws-credential-export': 'b' }],
    [{ 'aws-auth-refresh': 'a', 'aws-profile': 'ci', ...chained }],
    [{ 'aws-auth-refresh': 'a', 'aws-credential-export': 'b', ...chained }],
  ])('go with %j', async (raw) => {
    await expect(parse(raw)).resolves.toMatchObject({ warnings: [] })
  })
})

describe('aws-credential-export is a way of its own', () => {
  const command = { 'aws-credential-export': 'secret-command' }

  test.each<[RawInputs, string, string]>([
    [
      { 'role-to-assume': ROLE },
      'role-to-assume: must not be given together with aws-credential-export',
      'with the credentials of `aws-credential-export`, add `role-chaining: true`',
    ],
    [
      { 'aws-profile': 'ci' },
      'aws-profile: must not be given together with aws-credential-export',
      'Keep one of `aws-profile`, `aws-credential-export`',
    ],
    [
      { 'aws-profile': 'ci', ...chained },
      'aws-profile: must not be given together with aws-credential-export',
      'Keep one of `aws-profile`, `aws-credential-export`',
    ],
    [
      { 'bedrock-api-key': 'k' },
      'bedrock-api-key: must not be given together with aws-credential-export',
      'Keep one of `bedrock-api-key`, `aws-credential-export`',
    ],
  ])('beside %j it is refused', async (raw, message, fix) => {
    const failure = await failureOf({ ...raw, ...command })
    expect(failure.code).toBe('input-invalid')
    expect(failure.message).toContain(message)
    expect(fixOf(failure)).toContain(fix)
    expect(failure.message + fixOf(failure)).not.toContain('secret-command')
  })
})

describe('aws-auth-refresh is refused where it could renew nothing', () => {
  test.each<[RawInputs, string]>([
    [{ 'role-to-assume': ROLE }, 'role-to-assume'],
    [{ 'bedrock-api-key': 'k' }, 'bedrock-api-key'],
  ])('beside %j', async (raw, way) => {
    const failure = await failureOf({ ...raw, 'aws-auth-refresh': 'secret-command' })
    expect(failure.code).toBe('input-invalid')
    expect(failure.message).toContain(`aws-auth-refresh: must not be given together with ${way}`)
    expect(failure.message).not.toContain('secret-command')
  })
})
