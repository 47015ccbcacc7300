import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { describe, expect, test } from '@jest/globals'

import { deploy } from './iam-cloudformation.ts'
import { roleNameFor } from '../../scripts/iam-request.ts'
import { ofCode, stackOf } from './iam-made.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const node = (script: string, args: readonly string[]) =>
  spawnSync(process.execPath, [script, ...args], { cwd: ROOT, encoding: 'utf8' })
const iam = (...args: readonly string[]) => node('scripts/iam.ts', args)

const MODELS = ['us.anthropic.claude-sonnet-4-6', 'us.anthropic.claude-haiku-4-5-20251001-v1:0']
const ENOUGH = ['--repo', 'octo-org/octo-repo', '--model', MODELS[0]!, '--region', 'us-east-1']
const KNOWN = ['--repo', 'octo-org@123456/octo-repo@789012', '--model', MODELS[0]!, '--region', 'us-east-1']
const COMPLETE = [...KNOWN, '--model', MODELS[1]!, '--role', 'arn:aws:iam::111122223333:role/claude-code']
const PLACE = {
  region: 'us-east-1',
  account: '111122223333',
  attributes: {
    Provider: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com',
    'Role.Arn': 'arn:aws:iam::111122223333:role/claude-code',
  },
}

/** Runs a script of shell commands with a stand-in for `aws`, which prints its words and answers as given. */
function withAws(script: string, answer: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'iam-aws-'))
  writeFileSync(join(folder, 'aws'), `#!/usr/bin/env bash\n${answer}\n`, { mode: 0o755 })
  const env = { PATH: `${folder}:${process.env.PATH ?? ''}` }
  return execFileSync('bash', ['--norc', '-euo', 'pipefail', '-c', script], { env, cwd: folder, encoding: 'utf8' })
}

describe('npm run iam', () => {
  const made = ofCode({ model: MODELS[0]!, smallFastModel: MODELS[1]! })

  test('prints the policies that the action knows, each alone for a file', () => {
    expect(JSON.parse(iam(...COMPLETE, '--only', 'trust').stdout)).toEqual(made.trust)
    expect(JSON.parse(iam(...COMPLETE, '--only', 'permissions').stdout)).toEqual(made.permissions)
  })

  test.each([['--help'], ['-h'], ['--help', '--regoin', 'x'], []])('prints its options for %j', (...args) => {
    const { stdout, stderr, status } = iam(...args.filter((arg) => typeof arg === 'string'))
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toContain('--pull-requests')
  })

  test('prints both, and commands whose stack makes the same', () => {
    const { stdout, stderr, status } = iam(...COMPLETE, '--branch', 'main', '--branch', 'next', '--pull-requests')
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toContain(JSON.stringify(made.permissions, undefined, 2))
    expect(stdout).not.toMatch(/_ID/)
    const commands = stdout.slice(stdout.indexOf('  provider='), stdout.indexOf('  Or with'))
    const words = withAws(commands, '[ $1 = iam ] && echo new || printf "%s\\n" "$@"')
    const pairs = words.trim().split('--parameter-overrides\n')[1]!.split('\n')
    const parameters = Object.fromEntries(pairs.map((pair) => pair.split('=') as [string, string]))
    const { Role, Provider } = deploy(parameters, PLACE).resources
    expect(Provider).toBeDefined()
    expect(Role!.AssumeRolePolicyDocument).toEqual(
      ofCode({ model: MODELS[0]!, branches: ['main', 'next'], pullRequests: true }).trust,
    )
    expect(Role!.Policies).toEqual([{ PolicyName: 'claude-code', PolicyDocument: made.permissions }])
  })

  test('names the role and its stack after the repository, so that a second one gets its own', () => {
    const { stdout } = iam(...KNOWN, '--account', '111122223333')
    expect(stdout).toContain('--stack-name claude-code-octo-repo-789012 ')
    expect(stdout).toContain('RoleName=claude-code-octo-repo-789012')
    const name = roleNameFor({ name: 'a.very_long--name-of.a-repository', id: '12345678901' })
    expect(name).toBe('claude-code-a-very-long-nam-12345678901')
    expect(() => stackOf({ model: MODELS[0]!, roleName: name })).not.toThrow()
  })

  test('warns of what is not known before it prints, and says what prints it', () => {
    const { stdout, stderr, status } = iam(...ENOUGH)
    expect(status).toBe(0)
    expect(stdout).toContain('"repo:octo-org@OWNER_ID/octo-repo@REPOSITORY_ID:ref:refs/heads/main"')
    expect(stdout).not.toContain('aws cloudformation')
    expect(stderr).toContain('gh api repos/octo-org/octo-repo --jq')
    expect(stderr).toContain('aws sts get-caller-identity')
  })

  test('warns of a bare model id', () => {
    const { stderr } = iam(...ENOUGH, '--model', 'anthropic.claude-sonnet-4-6')
    expect(stderr).toContain('us.anthropic.claude-sonnet-4-6, global.anthropic')
  })

  test('writes both policies as files, and prints the commands that use them', () => {
    const out = join(mkdtempSync(join(tmpdir(), 'iam-out-')), "ann's policies")
    const { stdout, stderr, status } = iam(...COMPLETE, '--out', out)
    expect([status, stderr]).toEqual([0, ''])
    const written = (name: string) => JSON.parse(readFileSync(join(out, name), 'utf8')) as object
    expect(written('trust-policy.json')).toEqual(made.trust)
    expect(written('permissions-policy.json')).toEqual(made.permissions)
    const commands = stdout.slice(stdout.indexOf('  aws iam'))
    const words = withAws(commands, '[ $2 = get-open-id-connect-provider ] && exit 1; printf "%s\\n" "$@"')
    expect(words).toContain('create-open-id-connect-provider\n')
    for (const name of ['trust-policy.json', 'permissions-policy.json'])
      expect(words).toContain(`\nfile://${join(out, name)}\n`)
  })

  test('keeps a name with a space or a quote in one word of the command', () => {
    expect(iam(...KNOWN, '--environment', "ann's lab").stdout).toContain(`'Environment=ann'\\''s lab'`)
  })

  test.each([
    ['a model', ['--model', 'arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/ab12']],
    ['a name of the role', ['--role', 'arn:aws:iam::111122223333:role/a+b']],
  ])('takes %s that the templates do not, and says how to deploy it', (_name, args) => {
    const { stdout } = iam(...KNOWN, ...args)
    expect(stdout).toContain('add --out DIR')
    expect(stdout).not.toContain('aws cloudformation')
  })

  test('names the partition of the region', () => {
    const { stdout } = iam(
      ...ENOUGH.slice(0, 2),
      '--model',
      'us-gov.anthropic.claude-sonnet-4-5-20250929-v1:0',
      ...['--region', 'us-gov-west-1', '--only', 'trust'],
    )
    expect(stdout).toContain('arn:aws-us-gov:iam::ACCOUNT_ID:oidc-provider/')
  })

  const replaced = (name: string, value: string) => [
    ...KNOWN.slice(0, KNOWN.indexOf(name)),
    ...KNOWN.slice(KNOWN.indexOf(name) + 2),
    name,
    value,
  ]
  test.each([
    ['no repository', ENOUGH.slice(2), '--repo is missing'],
    ['no model', [...ENOUGH.slice(0, 2), ...ENOUGH.slice(4)], '--model is missing'],
    ['no region', ENOUGH.slice(0, 4), '--region is missing'],
    [
      'a region without Bedrock',
      replaced('--region', 'us-west-9'),
      'us-west-9 does not serve Bedrock; us-west-1, us-west-2',
    ],
    ['a profile of another geography', replaced('--region', 'eu-west-1'), 'profiles there begin with eu, global'],
    ['an alias', [...KNOWN, '--model', 'sonnet'], '"sonnet" is not a model id'],
    [
      'a model of another account',
      [...COMPLETE, '--model', 'arn:aws:bedrock:us-east-1:999988887777:application-inference-profile/ab12'],
      'belongs to account 999988887777',
    ],
    ['an option it does not know', [...KNOWN, '--regoin', 'x'], '--regoin is not an option'],
    ['an option without its value', [...KNOWN, '--branch', '--pull-requests'], '--branch needs a value'],
    ['an option twice', [...KNOWN, '--region', 'us-west-2'], '--region is given more than once'],
    ['another policy', [...KNOWN, '--only', 'all'], '--only must be trust or permissions'],
    ['a role without its ARN', [...KNOWN, '--role', 'claude'], '--role must be an ARN such as arn:aws:iam::'],
    [
      'a role of another partition',
      [...KNOWN, '--role', 'arn:aws-cn:iam::111122223333:role/x'],
      '--role is in partition aws-cn',
    ],
    ['a role of another account', [...COMPLETE, '--account', '999988887777'], '--role is in account 111122223333'],
    ['an account that is none', [...KNOWN, '--account', '1111'], '--account must be twelve digits'],
    ['every branch', [...KNOWN, '--branch', '*'], 'without wildcards'],
    ['a full ref', [...KNOWN, '--branch', 'refs/heads/next'], 'takes the name alone: next'],
    ['branches beside an environment', [...KNOWN, '--environment', 'x', '--branch', 'next'], '--branch has no effect'],
    [
      'pull requests beside an environment',
      [...KNOWN, '--environment', 'x', '--pull-requests'],
      '--pull-requests has no effect',
    ],
    ['a workflow without a ref', [...KNOWN, '--workflow-ref', 'o/r/.github/workflows/c.yml'], '--workflow-ref must be'],
    ['an event of strangers for every workflow', [...KNOWN, '--event', 'issue_comment'], 'give --workflow-ref'],
    [
      'a second event of strangers',
      [...KNOWN, '--event', 'push', '--event', 'pull_request_target'],
      'pull_request_target',
    ],
    ['an event that is none', [...KNOWN, '--event', 'toString'], '--event "toString" is no event'],
    [
      'pull requests by their event beside an environment',
      [...KNOWN, '--environment', 'x', '--event', 'pull_request'],
      '--event pull_request has no effect',
    ],
    ['a guardrail with its version', [...KNOWN, '--guardrail', 'ab12:1'], '--guardrail must be an id or an ARN'],
    ['files of policies that are not complete', [...ENOUGH, '--out', 'x'], '--out writes complete policies'],
    ['a folder beside one policy', [...COMPLETE, '--out', 'x', '--only', 'trust'], 'drop one of them'],
    ['a folder that is a file', [...COMPLETE, '--out', join(ROOT, 'package.json')], 'Problem: --out: '],
  ])('refuses %s, and prints no policy', (_name, args, message) => {
    const { status, stdout, stderr } = iam(...args)
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toContain(message)
    expect(stderr).not.toContain('    at ')
  })

  test('takes an event: of strangers with the one workflow, of pull requests as --pull-requests, others as they are', () => {
    const trustOf = (...args: readonly string[]) => iam(...COMPLETE, '--only', 'trust', ...args)
    const workflow = ['--workflow-ref', 'octo-org/octo-repo/.github/workflows/comment-command.yml@refs/heads/main']
    expect(trustOf('--event', 'issue_comment', ...workflow).stdout).toBe(trustOf(...workflow).stdout)
    expect(trustOf('--event', 'pull_request').stdout).toBe(trustOf('--pull-requests').stdout)
    expect(trustOf('--event', 'push').stdout).toBe(trustOf().stdout)
    expect(trustOf('--event', 'push').stderr).toBe('')
  })

  test('names every problem at once', () => {
    const { stderr } = iam('--model', 'sonnet', '--region', 'us-west-9', '--role', 'claude', '--regoin', 'x')
    for (const problem of ['--repo is missing', '"sonnet"', 'us-west-9', '--role must', '--regoin'])
      expect(stderr).toContain(problem)
  })
})

test('docs/MODELS.md follows from src/bedrock', () => {
  const { status, stderr } = node('scripts/models-doc.ts', ['--check'])
  expect([status, stderr]).toEqual([0, ''])
})
