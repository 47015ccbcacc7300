// `npm run iam -- --repo octo-org/octo-repo --model us.anthropic.claude-sonnet-4-6 --region us-east-1`: prints the two
// policies of a role for these jobs and models, by the code that makes the policies in the action's errors.
import { parseArgs } from 'node:util'

import { trustPolicyForJobs, type TrustedJobs, parseRoleArn, type RoleArn } from '../src/aws/trust-policy.ts'
import { invokePolicy } from '../src/bedrock/iam-policy.ts'
import { parseModel, isForeignProfile, prefixesFor, profilesOf } from '../src/bedrock/models.ts'
import { nearbyRegions, servesBedrock } from '../src/bedrock/regions.ts'
import { partitionOf } from '../src/partition.ts'

const USAGE = `npm run iam -- --repo OWNER/REPOSITORY --model PROFILE_ID --region REGION [options]

  --repo          octo-org/octo-repo, or with the ids: octo-org@123456/octo-repo@789012
  --model         as in the inputs model, small-fast-model and fallback-model; once for each
  --region        as in the input aws-region
  --branch        whose jobs may assume the role: main unless given; once for each
  --pull-requests lets in the jobs of pull requests too
  --environment   whose jobs may, instead of those on branches
  --workflow-ref  the one workflow that may: octo-org/octo-repo/.github/workflows/claude.yml@refs/heads/main
  --guardrail     as in the input guardrail, without the version: its id or its ARN
  --role          ARN of the role: arn:aws:iam::111122223333:role/claude-code
  --only          trust or permissions: just that policy, for a file`

interface Asked {
  readonly jobs: TrustedJobs
  readonly models: readonly string[]
  readonly region: string
  readonly guardrail: string | undefined
  readonly role: RoleArn
  readonly only: string | undefined
}

if (import.meta.main) {
  try {
    console.log(answer(read(process.argv.slice(2))))
  } catch (error) {
    if (!(error instanceof RangeError) && !isArgumentError(error)) throw error
    console.error(`${error.message}\n\n${USAGE}`)
    process.exitCode = 1
  }
}

function isArgumentError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}

function read(args: string[]): Asked {
  const text = { type: 'string' } as const
  const texts = { type: 'string', multiple: true } as const
  const { values } = parseArgs({
    args,
    options: {
      repo: text,
      model: texts,
      region: text,
      branch: { ...texts, default: ['main'] },
      'pull-requests': { type: 'boolean' },
      environment: text,
      'workflow-ref': text,
      guardrail: text,
      role: text,
      only: text,
    },
  })
  const { region, model: models = [], only } = values
  const repo = /^([\w-]+)(?:@(\d+))?\/([\w.-]+)(?:@(\d+))?$/.exec(values.repo ?? '')
  if (repo === null) throw new RangeError('--repo must be OWNER/REPOSITORY')
  if (region === undefined) throw new RangeError('--region is needed')
  if (models.length === 0) throw new RangeError('--model is needed')
  if (only !== undefined && only !== 'trust' && only !== 'permissions')
    throw new RangeError('--only must be trust or permissions')
  const [, owner = '', ownerId = 'OWNER_ID', name = '', id = 'REPOSITORY_ID'] = repo
  const role = { partition: partitionOf(region), account: 'ACCOUNT_ID', name: 'claude-code' }
  return {
    jobs: {
      repository: { owner, ownerId, name, id },
      branches: values.branch,
      pullRequests: values['pull-requests'],
      environment: values.environment,
      jobWorkflowRef: values['workflow-ref'],
    },
    models,
    region,
    guardrail: values.guardrail,
    role: values.role === undefined ? role : parseRoleArn(values.role),
    only,
  }
}

function answer(asked: Asked): string {
  const { jobs, models, region, guardrail, role, only } = asked
  const trust = JSON.stringify(trustPolicyForJobs(jobs, role), undefined, 2)
  const permissions = JSON.stringify(invokePolicy({ ...role, region, models, guardrail }), undefined, 2)
  if (only === 'trust') return trust
  if (only === 'permissions') return permissions
  return [
    `Trust policy, who may assume the role ${role.name}:\n${trust}`,
    `Permissions, what it may do:\n${permissions}`,
    ...section('To be filled in', placeholders(asked)),
    ...section('Mind', models.flatMap((model) => doubts(model, region)).concat(doubtsOfRegion(region))),
    ...section('Deploy both', deployment(asked)),
  ].join('\n\n')
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`${title}:\n${lines.map((line) => `  ${line}`).join('\n')}`]
}

function placeholders({ jobs: { repository }, role }: Asked): string[] {
  const { owner, ownerId, name, id } = repository
  const lines = []
  if (ownerId === 'OWNER_ID' || id === 'REPOSITORY_ID')
    lines.push(
      'OWNER_ID, REPOSITORY_ID: give --repo what this prints:',
      `  gh api repos/${owner}/${name} --jq '"\\(.owner.login)@\\(.owner.id)/\\(.name)@\\(.id)"'`,
    )
  if (role.account === 'ACCOUNT_ID')
    lines.push(
      'ACCOUNT_ID: give --role with what this prints:',
      '  aws sts get-caller-identity --query Account --output text',
    )
  return lines
}

function doubts(model: string, region: string): string[] {
  const { kind, id, modelId } = parseModel(model)
  if (isForeignProfile(model, region))
    return [`${id} cannot be called from ${region}: profiles there begin with ${prefixesFor(region).join(', ')}.`]
  if (kind !== 'foundation-model' || modelId === undefined) return []
  return [
    `Bedrock serves most models only through a profile: ${profilesOf(modelId, region).join(', ')} instead of ${id}.`,
  ]
}

function doubtsOfRegion(region: string): string[] {
  return servesBedrock(region) ? [] : [`${region} does not serve Bedrock; ${nearbyRegions(region).join(', ')} do.`]
}

/** The command that deploys the template with these values, where they fit into it. */
function deployment({ jobs, models, region, guardrail, role }: Asked): string[] {
  const [model, smallFastModel, fallbackModel, ...more] = models
  const fits = models.every((each) => parseModel(each).kind === 'inference-profile' && !each.startsWith('arn:'))
  if (!fits || more.length > 0 || jobs.branches.length > 3 || guardrail?.startsWith('arn:'))
    return [
      'The templates do not take these values. Write each policy into a file with --only, and:',
      `  aws iam create-role --role-name ${role.name} --assume-role-policy-document file://trust.json`,
      `  aws iam put-role-policy --role-name ${role.name} --policy-name claude-code --policy-document file://permissions.json`,
    ]
  const { owner, ownerId, name, id } = jobs.repository
  const parameters = {
    Owner: owner,
    OwnerId: ownerId,
    Repository: name,
    RepositoryId: id,
    ...(jobs.environment === undefined ? { Branches: jobs.branches.join(',') } : { Environment: jobs.environment }),
    PullRequests: jobs.environment === undefined && jobs.pullRequests ? 'true' : undefined,
    WorkflowRef: jobs.jobWorkflowRef,
    Model: model,
    SmallFastModel: smallFastModel,
    FallbackModel: fallbackModel,
    Guardrail: guardrail,
    RoleName: role.name,
  }
  const overrides = Object.entries(parameters).flatMap(([key, value]) =>
    value === undefined ? [] : [quoted(`${key}=${value}`)],
  )
  return [
    `aws cloudformation deploy --region ${region} --stack-name ${role.name} \\`,
    '  --template-file examples/iam/cloudformation.yaml --capabilities CAPABILITY_NAMED_IAM \\',
    `  --parameter-overrides ${overrides.join(' ')}`,
    "(OidcProvider=existing if the account has GitHub's provider: aws iam list-open-id-connect-providers)",
    'or with Terraform: examples/iam/terraform',
  ]
}

function quoted(word: string): string {
  return /^[\w=.,:/@-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`
}
