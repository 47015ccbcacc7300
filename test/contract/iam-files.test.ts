import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { describe, expect, test } from '@jest/globals'

import { roleNameFor } from '../../scripts/iam-request.ts'
import { classifyEvent, EVENTS } from '../../src/events/event-class.ts'
import { needing, only } from '../support/needs.ts'
import { deploy, readTemplate, TEMPLATE } from './iam-cloudformation.ts'
import { stackOf, type Values } from './iam-made.ts'
import { HAS_TERRAFORM, MODULE, terraform } from './iam-terraform.ts'

const folder = new URL('../../examples/iam/', import.meta.url)
const text = (file: string) => readFileSync(new URL(file, folder), 'utf8')
const ALL: Values = {
  model: 'us.anthropic.claude-sonnet-4-6',
  smallFastModel: 'global.anthropic.claude-haiku-4-5-20251001-v1:0',
}

describe('the parameters', () => {
  const template = readTemplate().Parameters
  const snake = (name: string) => name.replaceAll(/(?!^)[A-Z]/g, (letter) => `_${letter}`).toLowerCase()
  const blocks = [...text('terraform/variables.tf').matchAll(/^variable "(\w+)" \{\n(.*?)^\}/gms)]
  const variables = new Map(blocks.map(([, name, body]) => [name!, /^ {2}default\s+= (.*)$/m.exec(body!)?.[1]]))

  test('of both templates are the same; Terraform needs the region too, which a stack has', () => {
    expect([...variables.keys()].filter((name) => name !== 'region')).toEqual(Object.keys(template).map(snake))
  })

  test('have the same defaults, and none where the user must say', () => {
    const defaults = Object.entries(template).map(([name, { Default }]) => {
      const list = name === 'Branches' && Default !== undefined ? [Default] : Default
      return [snake(name), list === undefined ? undefined : JSON.stringify(list)]
    })
    const booleans = (value: string | undefined) => (value === 'false' ? '"false"' : value)
    expect(defaults).toEqual(Object.keys(template).map((name) => [snake(name), booleans(variables.get(snake(name)))]))
  })

  test('are all in the README, next to each other', () => {
    const rows = text('README.md').split('\n')
    for (const name of Object.keys(template)) {
      expect(rows.filter((row) => row.includes(`\`${name}\``) && row.includes(`\`${snake(name)}\``))).toHaveLength(1)
    }
  })

  test('that a user must edit are in the files to copy, and nothing else', () => {
    const wanted = Object.keys(template).filter((name) => template[name]?.Default === undefined)
    const pairs = text('cloudformation.parameters.env').trim().split('\n')
    const parameters = pairs.map((pair) => pair.split('=') as [string, string])
    expect(parameters.map(([name]) => name)).toEqual(wanted)
    const lines = [...text('terraform/terraform.tfvars').matchAll(/^(\w+)\s+= "(.*)"$/gm)]
    const values = Object.fromEntries(lines.map(([, name, value]) => [name, value]))
    const { region, ...rest } = values
    expect(region).toBe('us-east-1')
    expect(rest).toEqual(Object.fromEntries(parameters.map(([name, value]) => [snake(name), value])))
  })

  test.each<[string, Partial<Values>]>([
    ['a bare model id', { model: 'anthropic.claude-sonnet-4-6' }],
    ['an alias', { model: 'sonnet' }],
    ['a bare model id as the second', { smallFastModel: 'anthropic.claude-haiku-4-5-20251001-v1:0' }],
    ['every branch', { branches: ['*'] }],
    ['every environment', { environment: '*' }],
    ['a workflow without a ref', { workflowRef: 'o/r/.github/workflows/claude.yml' }],
  ])('refuse %s', (_name, values) => {
    expect(() => stackOf({ ...ALL, ...values })).toThrow(/must not be/)
  })
})

describe('an event that strangers can cause', () => {
  const withoutFile = Object.keys(EVENTS).filter(
    (name) => name !== 'pull_request' && classifyEvent(name, {}).class === 'stranger',
  )
  const workflowRef = 'octo-org/octo-repo/.github/workflows/claude.yml@refs/heads/main'

  test('is not taken without the one workflow, nor is an unknown one', () => {
    expect(withoutFile.length).toBeGreaterThan(10)
    for (const event of [...withoutFile, 'brand_new']) {
      expect(() => stackOf({ ...ALL, event })).toThrow('Strangers can cause this event')
      expect(() => stackOf({ ...ALL, event, workflowRef })).not.toThrow()
    }
  })

  test('differs from the others, which are taken', () => {
    for (const event of ['', ...Object.keys(EVENTS).filter((name) => !withoutFile.includes(name))])
      expect(() => stackOf({ ...ALL, event })).not.toThrow()
  })

  test('is the same in Terraform', () => {
    const listOf = (source: string, pattern: RegExp) =>
      [...(pattern.exec(source)?.[1] ?? '').matchAll(/[a-z_]+/g)].map(String)
    const stack = listOf(text('cloudformation.yaml'), /Fn::Contains:\s+- \[\s*'',([^\]]*)\]/)
    expect(stack.length).toBeGreaterThan(15)
    expect(listOf(text('terraform/policies.tf'), /contains\(\[\s*"",([^\]]*)\], var\.event\)/)).toEqual(stack)
    expect(text('terraform/main.tf')).toContain('local.one_workflow')
  })
})

describe('the stack', () => {
  test('makes no more than a provider and a role', () => {
    const { resources, outputs } = stackOf(ALL)
    expect(Object.keys(resources)).toEqual(['Provider', 'Role'])
    expect(resources.Provider).toEqual({
      Url: 'https://token.actions.githubusercontent.com',
      ClientIdList: ['sts.amazonaws.com'],
    })
    expect(outputs).toEqual({
      RoleToAssume: 'arn:aws:iam::111122223333:role/claude-code',
      AwsRegion: 'us-east-1',
      Model: ALL.model,
      SmallFastModel: ALL.smallFastModel,
    })
  })

  test('names the role like itself, unless a name is given', () => {
    const nameOf = (values: Partial<Values>) => stackOf({ ...ALL, ...values }).resources.Role!.RoleName
    expect([nameOf({}), nameOf({ roleName: 'mine' })]).toEqual(['claude-code', 'mine'])
  })

  test('is not made without a word about the provider', () => {
    const { OidcProvider, ...others } = Object.fromEntries(
      text('cloudformation.parameters.env')
        .trim()
        .split('\n')
        .map((pair) => pair.split('=') as [string, string]),
    )
    const place = { region: 'us-east-1', account: '111122223333', attributes: {} }
    expect(OidcProvider).toBe('existing')
    expect(() => deploy(others, place)).toThrow(/OidcProvider/)
  })

  test('makes no second provider', () => {
    expect(Object.keys(stackOf({ ...ALL, oidcProvider: 'existing' }).resources)).toEqual(['Role'])
  })

  test('makes an application profile of each model, tagged with the repository', () => {
    const { resources, outputs } = stackOf({ ...ALL, applicationProfiles: true })
    expect(Object.keys(resources)).toEqual(['Provider', 'Role', 'ModelProfile', 'SmallFastModelProfile'])
    expect(resources.SmallFastModelProfile).toEqual({
      InferenceProfileName: 'claude-code-small-fast-model',
      ModelSource: { CopyFrom: `arn:aws:bedrock:us-east-1:111122223333:inference-profile/${ALL.smallFastModel!}` },
      Tags: [{ Key: 'claude-code-repository', Value: 'octo-org/octo-repo' }],
    })
    expect(outputs.Model).toMatch(/:application-inference-profile\//)
  })

  test('makes a budget of the account, or of the application profiles', () => {
    const budget = (values: object) =>
      stackOf({ ...ALL, ...values, budgetEmail: 'ops@example.com' } as Values).resources.Budget
    expect(budget({})).toMatchObject({ Budget: { BudgetLimit: { Amount: '100', Unit: 'USD' } } })
    expect(budget({})!.Budget).not.toHaveProperty('CostFilters')
    expect(budget({ applicationProfiles: true })!.Budget).toMatchObject({
      CostFilters: { TagKeyValue: ['user:claude-code-repository$octo-org/octo-repo'] },
    })
  })
})

needing('cfn-lint', spawnSync('cfn-lint', ['--version']).status === 0).test('cfn-lint has nothing to say', () => {
  const { status, stdout, stderr } = spawnSync('cfn-lint', [fileURLToPath(TEMPLATE)], { encoding: 'utf8' })
  expect([status, stdout, stderr]).toEqual([0, '', ''])
})

only('with Terraform', HAS_TERRAFORM).test('terraform fmt has nothing to change', () => {
  const { status, stdout } = terraform(MODULE, ['fmt', '-check', '-diff', '-recursive'])
  expect([status, stdout]).toEqual([0, ''])
})

only('with Terraform', HAS_TERRAFORM).test('Terraform names the role as npm run iam does', () => {
  const [, expression = ''] = /derived_name\s+= (.*)$/m.exec(text('terraform/main.tf')) ?? []
  const folder = mkdtempSync(join(tmpdir(), 'iam-name-'))
  const repository = { name: 'a.very_long--name-of.a-repository', id: '12345678901' }
  try {
    const variable = (name: string, value: string) => `variable "${name}" {\n  default = "${value}"\n}\n`
    const variables = variable('repository', repository.name) + variable('repository_id', repository.id)
    writeFileSync(join(folder, 'main.tf'), `${variables}locals {\n  derived_name = ${expression}\n}\n`)
    expect(terraform(folder, ['console'], 'local.derived_name').stdout).toBe(`"${roleNameFor(repository)}"\n`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

// Terraform would download the provider; a folder that has it is named in TERRAFORM_PLUGIN_DIR.
const pluginDir = process.env.TERRAFORM_PLUGIN_DIR ?? ''

only('with Terraform and its provider', HAS_TERRAFORM && pluginDir !== '').test('terraform applies the module', () => {
  const copy = mkdtempSync(join(tmpdir(), 'iam-module-'))
  try {
    cpSync(MODULE, copy, { recursive: true })
    writeFileSync(join(copy, 'all.tftest.hcl'), RUNS)
    expect(terraform(copy, ['init', '-backend=false', `-plugin-dir=${pluginDir}`])).toHaveProperty('status', 0)
    expect(terraform(copy, ['validate', '-no-color']).stdout).toContain('The configuration is valid')
    expect(terraform(copy, ['test', '-no-color']).stdout).toContain('2 passed, 0 failed')
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
})

/** The module with everything and with nothing asked for, in an account that is not there. */
const RUNS = `mock_provider "aws" {
  mock_data "aws_partition" {
    defaults = { partition = "aws" }
  }
  mock_data "aws_caller_identity" {
    defaults = { account_id = "111122223333" }
  }
}

run "everything" {
  variables {
    small_fast_model     = "global.anthropic.claude-haiku-4-5-20251001-v1:0"
    application_profiles = true
    budget_email         = "ops@example.com"
  }
  command = apply
  assert {
    condition     = jsondecode(aws_iam_role_policy.claude_code.policy).Statement[0].Resource == [for profile in ["model", "small-fast-model"] : aws_bedrock_inference_profile.own[profile].arn]
    error_message = "the role must be allowed its own profiles"
  }
  assert {
    condition     = aws_bedrock_inference_profile.own["small-fast-model"].model_source[0].copy_from == "arn:aws:bedrock:us-east-1:111122223333:inference-profile/global.anthropic.claude-haiku-4-5-20251001-v1:0"
    error_message = "the profile must be a copy of the system's"
  }
  assert {
    condition     = one(one(aws_budgets_budget.month[0].cost_filter).values) == "user:claude-code-repository$octo-org/octo-repo"
    error_message = "the budget must count the tag"
  }
}

run "nothing" {
  variables {
    oidc_provider = "existing"
  }
  assert {
    condition     = jsondecode(aws_iam_role.claude_code.assume_role_policy).Statement[0].Principal.Federated == "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"
    error_message = "the existing provider must be trusted"
  }
  assert {
    condition     = length(aws_iam_openid_connect_provider.github) + length(aws_bedrock_inference_profile.own) + length(aws_budgets_budget.month) == 0
    error_message = "nothing else must be made"
  }
}
`
