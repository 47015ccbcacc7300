// "From nothing to the first green run" of README.md, walked as far as a machine without AWS and GitHub goes: its commands run
// against stand-ins for both command lines, and what they would deploy lets the copied workflow in. test/act runs that workflow.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'

import { roleNameFor } from '../../scripts/iam-request.ts'
import { trustPolicyForJobs } from '../../scripts/iam-trust.ts'
import { invokePolicy } from '../../src/bedrock/iam-policy.ts'
import { needing } from '../support/needs.ts'
import { root } from '../support/runner.ts'
import { blocksOf } from './documents.ts'
import { deploy } from './iam-cloudformation.ts'

const ACCOUNT = '111122223333'
const MODEL = 'us.anthropic.claude-sonnet-4-6'
const blocks = blocksOf('README.md')
const example = parse(readFileSync(join(root, 'examples/workflows/manual-prompt.yml'), 'utf8')) as {
  readonly on: { readonly workflow_dispatch: { readonly inputs: Record<string, { readonly options?: string[] }> } }
}
const inputs = example.on.workflow_dispatch.inputs

/** What GitHub answers for a repository; its ids are those of the README's policies. */
const REPOSITORY = {
  ...{ id: 789012, name: 'octo-repo', default_branch: 'trunk' },
  owner: { login: 'octo-org', id: 123456 },
}

needing('jq').test(
  'its commands deploy a role for the repository, its default branch, and the models of the workflow',
  () => {
    const script = blocks.find(({ text }) => text.includes('cloudformation deploy'))?.text ?? ''
    const folder = mkdtempSync(join(tmpdir(), 'first-run-'))
    const program = (name: string, text: string) =>
      writeFileSync(join(folder, name), `#!/usr/bin/env bash\n${text}\n`, { mode: 0o755 })
    program('gh', `[ "$*" = "api repos/octo-org/octo-repo --jq $4" ] && jq -r "$4" <<< '${JSON.stringify(REPOSITORY)}'`)
    program('aws', '[ $1 = iam ] && echo existing || { printf "%s\\n" "$@"; echo; }')
    const env = { PATH: `${folder}:${process.env.PATH ?? ''}` }
    const printed = execFileSync('bash', ['--norc', '-euo', 'pipefail', '-c', script], {
      env,
      cwd: folder,
      encoding: 'utf8',
    })
    const [deployed = ''] = printed.split('\n\n')
    const [words = '', pairs = ''] = deployed.split('--parameter-overrides\n')
    expect(words).toContain('--template-file\ncloudformation.yaml\n')
    expect(words).toContain(`--stack-name\n${roleNameFor({ name: 'octo-repo', id: '789012' })}\n`)
    const parameters = Object.fromEntries(pairs.split('\n').map((pair) => pair.split('=') as [string, string]))
    expect(parameters.OidcProvider).toBe('existing')
    const { resources } = deploy(parameters, {
      ...{ region: 'us-east-1', account: ACCOUNT },
      attributes: {
        Provider: 'arn:aws:iam::1:oidc-provider/x',
        'Role.Arn': `arn:aws:iam::${ACCOUNT}:role/claude-code`,
      },
    })
    expect(JSON.stringify(resources.Role!.AssumeRolePolicyDocument)).toContain(
      '"repo:octo-org@123456/octo-repo@789012:ref:refs/heads/trunk"',
    )
    const [policy] = resources.Role!.Policies as { PolicyDocument: object }[]
    const models = inputs.model?.options ?? []
    expect(models).toContain(MODEL)
    expect(policy!.PolicyDocument).toEqual(invokePolicy({ region: 'us-east-1', account: ACCOUNT, models }))
  },
)

test('it starts the workflow with inputs that it has', () => {
  const command = blocks.find(({ text }) => text.includes('gh workflow run'))?.text ?? ''
  const given = [...command.matchAll(/-f (\w+)=/g)].map(([, name = '']) => name)
  expect(given.sort()).toEqual(Object.keys(inputs).sort())
})

test.each(['README.md', 'README.ja.md'])('the pictures of %s are there, and small', (path) => {
  const pictures = [...readFileSync(join(root, path), 'utf8').matchAll(/src(?:set)?="([^"]+)"/g)]
  expect(pictures).toHaveLength(3)
  for (const [, picture = ''] of pictures) expect(statSync(join(root, picture)).size).toBeLessThan(300_000)
})

describe('the policies that examples/iam/README.md shows', () => {
  const [trust, permissions] = blocksOf('examples/iam/README.md')
    .filter(({ language }) => language === 'json')
    .map(({ text }) => text)

  test('are those that npm run iam prints', () => {
    const repository = { owner: 'octo-org', ownerId: '123456', name: 'octo-repo', id: '789012' }
    expect(JSON.parse(trust ?? '')).toEqual(
      trustPolicyForJobs({ repository, branches: ['main'] }, { partition: 'aws', account: ACCOUNT }),
    )
    expect(JSON.parse(permissions ?? '')).toEqual(
      invokePolicy({ region: 'us-east-1', account: ACCOUNT, models: [MODEL] }),
    )
  })
})
