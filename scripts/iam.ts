// `npm run iam -- --repo octo-org/octo-repo --region us-east-1 --model us.anthropic.claude-sonnet-4-6`: the two policies
// of a role for these jobs and models, made by the code that makes the policies in the action's errors, and the commands
// that create the role. Policies go to standard output, problems and warnings to standard error.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { invokePolicy } from '../src/bedrock/iam-policy.ts'
import { parseModel } from '../src/bedrock/models.ts'
import { type IamRequest, readRequest, USAGE } from './iam-request.ts'
import { trustPolicyForJobs } from './iam-trust.ts'

const PROVIDER = 'token.actions.githubusercontent.com'

/** A JMESPath expression: whether the account has GitHub's identity provider, in the words of the templates. */
const DETECT_PROVIDER = `OpenIDConnectProviderList[?ends_with(Arn,'oidc-provider/${PROVIDER}')] && 'existing' || 'new'`

if (import.meta.main) process.exitCode = run(process.argv.slice(2))

function run(args: readonly string[]): number {
  if (args.length === 0 || args.some((arg) => arg === '--help' || arg === '-h')) {
    console.log(USAGE)
    return 0
  }
  const { request, problems, warnings } = readRequest(args)
  if (request === undefined) {
    console.error(
      `${problems.map((problem) => `Problem: ${problem}`).join('\n')}\n\nAll options: npm run iam -- --help`,
    )
    return 1
  }
  for (const warning of warnings) console.error(`Warning: ${warning}`)
  const trust = JSON.stringify(trustPolicyForJobs(request.jobs, request.role), undefined, 2)
  const { models, region, guardrail, role } = request
  const permissions = JSON.stringify(invokePolicy({ ...role, region, models, guardrail }), undefined, 2)
  if (request.only !== undefined) console.log(request.only === 'trust' ? trust : permissions)
  else if (request.out !== undefined) return writePolicies(request.out, { trust, permissions }, request)
  else
    console.log(
      [
        `Trust policy, who may assume the role ${role.name}:\n${trust}`,
        `Permissions, what the role may do:\n${permissions}`,
        ...(request.jobs.repository.id === 'REPOSITORY_ID'
          ? []
          : [`Create the role:\n${indented(deployment(request))}`]),
      ].join('\n\n'),
    )
  return 0
}

function writePolicies(folder: string, policies: { trust: string; permissions: string }, request: IamRequest): number {
  const files = { trust: join(folder, 'trust-policy.json'), permissions: join(folder, 'permissions-policy.json') }
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(files.trust, `${policies.trust}\n`)
    writeFileSync(files.permissions, `${policies.permissions}\n`)
  } catch (error) {
    console.error(`Problem: --out: ${error instanceof Error ? error.message : String(error)}`)
    return 1
  }
  console.log(`Written: ${files.trust}, ${files.permissions}\n\nCreate the role:\n${indented(byHand(request, files))}`)
  return 0
}

function indented(lines: readonly string[]): string {
  return lines.map((line) => `  ${line}`).join('\n')
}

/** Creates the role from two files, and GitHub's identity provider where the account has none. */
function byHand({ role }: IamRequest, files: { trust: string; permissions: string }): string[] {
  const provider = `arn:${role.partition}:iam::${role.account}:oidc-provider/${PROVIDER}`
  return [
    `aws iam get-open-id-connect-provider --open-id-connect-provider-arn ${provider} ||`,
    `  aws iam create-open-id-connect-provider --url https://${PROVIDER} --client-id-list sts.amazonaws.com`,
    `aws iam create-role --role-name ${role.name} \\`,
    `  --assume-role-policy-document ${quoted(`file://${files.trust}`)}`,
    `aws iam put-role-policy --role-name ${role.name} --policy-name claude-code \\`,
    `  --policy-document ${quoted(`file://${files.permissions}`)}`,
  ]
}

/** The command that deploys the template with these values, or what to do where they do not fit into it. */
function deployment(request: IamRequest): string[] {
  const { jobs, models, region, guardrail, role } = request
  const [model, smallFastModel, fallbackModel, ...more] = models
  const fits =
    /^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$/.test(role.name) &&
    role.name.length <= 40 &&
    models.every((each) => parseModel(each).kind === 'inference-profile' && !each.startsWith('arn:'))
  if (!fits || more.length > 0 || jobs.branches.length > 3 || guardrail?.startsWith('arn:'))
    return [
      'The templates do not take these values: add --out DIR, which writes both policies and prints the commands.',
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
    `provider=$(aws iam list-open-id-connect-providers --output text --query "${DETECT_PROVIDER}")`,
    `aws cloudformation deploy --region ${region} --stack-name ${role.name.replaceAll(/[^A-Za-z0-9]+/g, '-')} \\`,
    '  --template-file examples/iam/cloudformation.yaml --capabilities CAPABILITY_NAMED_IAM \\',
    `  --parameter-overrides OidcProvider="$provider" ${overrides.join(' ')}`,
    '',
    'Or with Terraform: examples/iam/terraform',
  ]
}

function quoted(word: string): string {
  return /^[\w=.,:/@-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`
}
