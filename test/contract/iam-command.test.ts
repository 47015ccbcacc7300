import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

import { describe, expect, test } from '@jest/globals'

import { deploy } from './iam-cloudformation.ts'
import { ofCode } from './iam-made.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const node = (script: string, args: readonly string[]) =>
  spawnSync(process.execPath, [script, ...args], { cwd: ROOT, encoding: 'utf8' })
const iam = (...args: readonly string[]) => node('scripts/iam.ts', args)

const MODELS = ['us.anthropic.claude-sonnet-4-6', 'us.anthropic.claude-haiku-4-5-20251001-v1:0']
const ENOUGH = ['--repo', 'octo-org/octo-repo', '--model', MODELS[0]!, '--region', 'us-east-1']
const COMPLETE = [
  ...['--repo', 'octo-org@123456/octo-repo@789012', '--model', MODELS[0]!, '--model', MODELS[1]!],
  ...['--region', 'us-east-1', '--role', 'arn:aws:iam::111122223333:role/claude-code'],
]

describe('npm run iam', () => {
  const made = ofCode({ model: MODELS[0]!, smallFastModel: MODELS[1]! })

  test('prints the policies that the action knows, each alone for a file', () => {
    expect(JSON.parse(iam(...COMPLETE, '--only', 'trust').stdout)).toEqual(made.trust)
    expect(JSON.parse(iam(...COMPLETE, '--only', 'permissions').stdout)).toEqual(made.permissions)
  })

  test('prints both, and a command whose stack makes the same', () => {
    const { stdout, stderr, status } = iam(...COMPLETE, '--branch', 'main', '--branch', 'next', '--pull-requests')
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toContain(JSON.stringify(made.permissions, undefined, 2))
    expect(stdout).not.toMatch(/To be filled in|Mind|_ID/)
    const [, overrides = ''] = /--parameter-overrides (.*)/.exec(stdout) ?? []
    const parameters = Object.fromEntries(overrides.split(' ').map((pair) => pair.split('=') as [string, string]))
    const { Role } = deploy(parameters, {
      region: 'us-east-1',
      account: '111122223333',
      attributes: {
        Provider: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com',
        'Role.Arn': 'arn:aws:iam::111122223333:role/claude-code',
      },
    }).resources
    expect(Role!.AssumeRolePolicyDocument).toEqual(
      ofCode({ model: MODELS[0]!, branches: ['main', 'next'], pullRequests: true }).trust,
    )
    expect(Role!.Policies).toEqual([{ PolicyName: 'claude-code', PolicyDocument: made.permissions }])
  })

  test('says what is missing, and what prints it', () => {
    const { stdout } = iam(...ENOUGH)
    expect(stdout).toContain('"repo:octo-org@OWNER_ID/octo-repo@REPOSITORY_ID:ref:refs/heads/main"')
    expect(stdout).toContain('gh api repos/octo-org/octo-repo --jq')
    expect(stdout).toContain('aws sts get-caller-identity')
  })

  test('keeps a name with a space or a quote in one word of the command', () => {
    expect(iam(...ENOUGH, '--environment', "ann's lab").stdout).toContain(`'Environment=ann'\\''s lab'`)
  })

  test('takes what the templates do not, and says how to deploy it', () => {
    const application = 'arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/ab12'
    const { stdout } = iam(...ENOUGH, '--model', application)
    expect(stdout).toContain(application)
    expect(stdout).toContain('aws iam put-role-policy --role-name claude-code')
    expect(stdout).not.toContain('aws cloudformation')
  })

  test.each([
    ['a profile of another geography', ['--region', 'eu-west-1'], 'profiles there begin with eu, global.'],
    ['a region without Bedrock', ['--region', 'us-west-9'], 'us-west-9 does not serve Bedrock; us-west-1, us-west-2'],
    ['a bare model id', ['--model', 'anthropic.claude-sonnet-4-6'], 'us.anthropic.claude-sonnet-4-6, global.anthropic'],
  ])('warns of %s', (_name, args, warning) => {
    expect(iam(...ENOUGH, ...args).stdout).toContain(warning)
  })

  test('names the partition of the region', () => {
    const { stdout } = iam(...ENOUGH, '--region', 'us-gov-west-1', '--only', 'trust')
    expect(stdout).toContain('arn:aws-us-gov:iam::ACCOUNT_ID:oidc-provider/')
  })

  test.each([
    ['no repository', ENOUGH.slice(2), '--repo must be OWNER/REPOSITORY'],
    ['no model', [...ENOUGH.slice(0, 2), ...ENOUGH.slice(4)], '--model is needed'],
    ['no region', ENOUGH.slice(0, 4), '--region is needed'],
    ['an alias', [...ENOUGH, '--model', 'sonnet'], '"sonnet" is no model id'],
    ['an option it does not know', [...ENOUGH, '--regoin', 'x'], "'--regoin'"],
    ['another policy', [...ENOUGH, '--only', 'all'], '--only must be trust or permissions'],
  ])('refuses %s, and says how it is used', (_name, args, message) => {
    const { status, stdout, stderr } = iam(...args)
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toContain(message)
    expect(stderr).toContain('npm run iam -- --repo')
    expect(stderr).not.toContain('    at ')
  })
})

test('docs/MODELS.md follows from src/bedrock', () => {
  const { status, stderr } = node('scripts/models-doc.ts', ['--check'])
  expect([status, stderr]).toEqual([0, ''])
})
