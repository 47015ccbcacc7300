// What `npm run iam` was asked for: its options read and checked, with every problem found at once.
import { parseArgs } from 'node:util'

import { classifyEvent, EVENTS } from '../src/events/event-class.ts'
import type { RoleArn } from '../src/aws/trust-policy.ts'
import {
  isForeignProfile,
  parseModel,
  prefixesFor,
  profilesOf,
  nearbyRegions,
  servesBedrock,
} from '../src/bedrock/models.ts'
import { partitionOf } from '../src/endpoints.ts'
import type { TrustedJobs } from './iam-trust.ts'

export const USAGE = `npm run iam -- --repo OWNER/REPOSITORY --region REGION --model PROFILE_ID [options]

Prints the trust policy and the permissions of an IAM role for the jobs of one repository, and the commands that create it.

  --repo          octo-org/octo-repo, or with the ids: octo-org@123456/octo-repo@789012
  --region        as in the input aws-region
  --model         as in the inputs model, small-fast-model and fallback-model; repeat it for each
  --account       the AWS account id: 111122223333
  --role          ARN of the role, if it has a name of its own: arn:aws:iam::111122223333:role/claude-code
  --branch        a branch whose jobs may assume the role; repeat it for each (default: main)
  --pull-requests jobs of pull requests may assume it too
  --environment   jobs of this environment may assume it, instead of those on branches
  --workflow-ref  only this workflow may: octo-org/octo-repo/.github/workflows/claude.yml@refs/heads/main
  --event         what starts the workflow, as in issue_comment; one that strangers can cause needs --workflow-ref
  --guardrail     as in the input guardrail, without the version: its id or its ARN
  --out           a folder: writes trust-policy.json and permissions-policy.json into it
  --only          trust or permissions: prints that policy and nothing else (with npm run --silent)
  --help          prints this`

/** A complete request. `ACCOUNT_ID`, `OWNER_ID` and `REPOSITORY_ID` stand where the value was not given. */
export interface IamRequest {
  readonly jobs: TrustedJobs
  readonly models: readonly string[]
  readonly region: string
  readonly guardrail: string | undefined
  readonly role: RoleArn
  /** The folder to write into. */
  readonly out: string | undefined
  readonly only: 'trust' | 'permissions' | undefined
}

/** Either `request`, or `problems` with everything that keeps it from working. `warnings` are for the person. */
export interface ReadRequest {
  readonly request?: IamRequest
  readonly problems: readonly string[]
  readonly warnings: readonly string[]
}

const TEXTS = ['repo', 'region', 'account', 'role', 'environment', 'workflow-ref', 'guardrail', 'out', 'only'] as const
const LISTS = ['model', 'branch', 'event'] as const
const FLAGS = ['pull-requests', 'help'] as const

type Text = (typeof TEXTS)[number]

/** Options as typed, each text at most once, and what is wrong with their form. */
class Options {
  readonly problems: string[] = []
  private readonly values = new Map<string, string[]>()

  constructor(args: readonly string[]) {
    const texts = [...TEXTS, ...LISTS].map((name) => [name, { type: 'string' }] as const)
    const flags = FLAGS.map((name) => [name, { type: 'boolean' }] as const)
    const options = Object.fromEntries([...texts, ...flags, ['h', { type: 'boolean' }] as const])
    const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true })
    for (const token of tokens) {
      if (token.kind === 'positional') this.problems.push(`"${token.value}" belongs to no option`)
      else if (token.kind === 'option') this.add(token.name, token.value)
    }
    for (const name of TEXTS) if (this.list(name).length > 1) this.problems.push(`--${name} is given more than once`)
  }

  private add(name: string, value: string | undefined): void {
    const isFlag = FLAGS.some((flag) => flag === name)
    if (!isFlag && ![...TEXTS, ...LISTS].some((text) => text === name))
      return void this.problems.push(`--${name} is not an option`)
    if (!isFlag && (value === undefined || value === '' || value.startsWith('--')))
      return void this.problems.push(`--${name} needs a value`)
    if (isFlag && value !== undefined) return void this.problems.push(`--${name} takes no value`)
    this.values.set(name, [...this.list(name), value ?? ''])
  }

  list(name: string): readonly string[] {
    return this.values.get(name) ?? []
  }

  text(name: Text): string | undefined {
    return this.list(name)[0]
  }

  has(name: string): boolean {
    return this.values.has(name)
  }
}

/** Reads the arguments of the command line; never throws. */
export function readRequest(args: readonly string[]): ReadRequest {
  const options = new Options(args)
  const problems = [...options.problems]
  const region = options.text('region')
  const models = options.list('model')
  if (region === undefined) problems.push('--region is missing')
  else if (!servesBedrock(region))
    problems.push(`${region} does not serve Bedrock; ${nearbyRegions(region).join(', ')} do`)
  if (models.length === 0) problems.push('--model is missing')
  const repository = readRepository(options, problems)
  const role = readRole(options, repository, problems)
  problems.push(...problemsOfJobs(options), ...problemsOfModels(models, region, role.account))
  const guardrail = options.text('guardrail')
  if (guardrail !== undefined && !/^([a-z0-9]+|arn:[\w-]+:bedrock:[\w-]+:\d{12}:guardrail\/[a-z0-9]+)$/.test(guardrail))
    problems.push(`--guardrail must be an id or an ARN, without a version: "${guardrail}" is neither`)
  const only = options.text('only')
  if (!isPolicy(only)) problems.push(`--only must be trust or permissions, not "${only}"`)
  const out = options.text('out')
  if (only !== undefined && out !== undefined)
    problems.push('--only prints one policy, --out writes both: drop one of them')
  const unknown = repository.name === 'REPOSITORY' ? [] : unknownValues(repository, role)
  if (out !== undefined) problems.push(...unknown.map((line) => `--out writes complete policies: ${line}`))
  if (region === undefined || problems.length > 0 || !isPolicy(only)) return { problems, warnings: [] }
  const jobs: TrustedJobs = {
    repository,
    branches: options.has('branch') ? options.list('branch') : ['main'],
    pullRequests: options.has('pull-requests') || options.list('event').includes('pull_request'),
    environment: options.text('environment'),
    jobWorkflowRef: options.text('workflow-ref'),
  }
  const warnings = [...unknown, ...models.flatMap((model) => doubtsOf(model, region))]
  return { request: { jobs, models, region, guardrail, role, out, only }, problems, warnings }
}

function isPolicy(only: string | undefined): only is IamRequest['only'] {
  return only === undefined || only === 'trust' || only === 'permissions'
}

type Repository = TrustedJobs['repository']

function readRepository(options: Options, problems: string[]): Repository {
  const given = options.text('repo')
  const parts = /^([\w-]+)(?:@(\d+))?\/([\w.-]+)(?:@(\d+))?$/.exec(given ?? '')
  if (given === undefined) problems.push('--repo is missing')
  else if (parts === null) problems.push(`--repo must be OWNER/REPOSITORY, not "${given}"`)
  const [, owner = 'OWNER', ownerId = 'OWNER_ID', name = 'REPOSITORY', id = 'REPOSITORY_ID'] = parts ?? []
  return { owner, ownerId, name, id }
}

/** The name that README.md and examples/iam derive too: unique in every account, and at most 40 characters. */
export function roleNameFor({ name, id }: Pick<Repository, 'name' | 'id'>): string {
  return `claude-code-${name.slice(0, 16)}-${id}`.replaceAll(/[^A-Za-z0-9]+/g, '-')
}

function readRole(options: Options, repository: Repository, problems: string[]): RoleArn {
  const partition = partitionOf(options.text('region') ?? '')
  const account = options.text('account')
  if (account !== undefined && !/^\d{12}$/.test(account))
    problems.push(`--account must be twelve digits, not "${account}"`)
  const derived = { partition, account: account ?? 'ACCOUNT_ID', name: roleNameFor(repository) }
  const arn = options.text('role')
  if (arn === undefined) return derived
  const [, ofArn = '', id = '', name = ''] = /^arn:([\w-]+):iam::(\d{12}):role\/([\w+=,.@-]{1,64})$/.exec(arn) ?? []
  if (name === '')
    problems.push(`--role must be an ARN such as arn:${partition}:iam::111122223333:role/claude-code, not "${arn}"`)
  else if (ofArn !== partition && options.has('region'))
    problems.push(`--role is in partition ${ofArn}, --region in ${partition}`)
  else if (account !== undefined && account !== id) problems.push(`--role is in account ${id}, not in ${account}`)
  return name === '' ? derived : { partition: ofArn, account: id, name }
}

function problemsOfJobs(options: Options): string[] {
  const problems: string[] = []
  const bad = (name: string, why: string) => void problems.push(`--${name} ${why}`)
  for (const branch of options.list('branch')) {
    if (branch.startsWith('refs/')) bad('branch', `takes the name alone: ${branch.replace(/^refs\/heads\//, '')}`)
    else if (/[*?\s:]/.test(branch)) bad('branch', `"${branch}" is not one branch: name each, without wildcards`)
  }
  const environment = options.text('environment')
  if (environment !== undefined) {
    if (/[*?:]/.test(environment)) bad('environment', `"${environment}" is not one environment`)
    for (const name of ['branch', 'pull-requests'])
      if (options.has(name)) bad(name, 'has no effect with --environment: drop one of them')
  }
  const workflow = options.text('workflow-ref')
  if (workflow !== undefined && !/^[\w-]+\/[\w.-]+\/\.github\/workflows\/[^*?\s@]+@[^*?\s@]+$/.test(workflow))
    bad('workflow-ref', `must be OWNER/REPOSITORY/.github/workflows/FILE@REF, not "${workflow}"`)
  return [...problems, ...options.list('event').flatMap((event) => problemsOfEvent(event, options))]
}

/** The token of such a job has the `sub` of a branch, as every workflow there has: only the file tells it from the others. */
function problemsOfEvent(event: string, options: Options): string[] {
  if (!Object.hasOwn(EVENTS, event)) return [`--event "${event}" is no event that starts a workflow`]
  if (event === 'pull_request')
    return options.has('environment') ? ['--event pull_request has no effect with --environment: drop one of them'] : []
  if (classifyEvent(event, {}).class !== 'stranger' || options.has('workflow-ref')) return []
  return [
    `--event ${event} is one that strangers can cause, and its jobs have the sub of every other job on the branch: give --workflow-ref, so that no other workflow may`,
  ]
}

function problemsOfModels(models: readonly string[], region: string | undefined, account: string): string[] {
  return models.flatMap((model) => {
    const { kind, id, account: owner } = parseModel(model)
    if (kind === 'other')
      return [`--model "${model}" is not a model id, inference profile id or ARN: a policy cannot name it`]
    if (region !== undefined && servesBedrock(region) && isForeignProfile(model, region))
      return [
        `--model ${id} cannot be called from ${region}: profiles there begin with ${prefixesFor(region).join(', ')}`,
      ]
    if (owner !== undefined && account !== 'ACCOUNT_ID' && owner !== account)
      return [`--model ${id} belongs to account ${owner}, the role to ${account}`]
    return []
  })
}

function doubtsOf(model: string, region: string): string[] {
  const { kind, id, modelId } = parseModel(model)
  if (kind !== 'foundation-model' || modelId === undefined) return []
  return [
    `Bedrock serves most models only through a profile: ${profilesOf(modelId, region).join(', ')} instead of ${id}`,
  ]
}

function unknownValues({ owner, ownerId, name, id }: Repository, { account }: RoleArn): string[] {
  const lines: string[] = []
  if (ownerId === 'OWNER_ID' || id === 'REPOSITORY_ID')
    lines.push(
      'the ids of owner and repository are not given. Give --repo what this prints:\n' +
        `  gh api repos/${owner}/${name} --jq '"\\(.owner.login)@\\(.owner.id)/\\(.name)@\\(.id)"'`,
    )
  if (account === 'ACCOUNT_ID')
    lines.push(
      'the AWS account is not given. Give --account what this prints:\n' +
        '  aws sts get-caller-identity --query Account --output text',
    )
  return lines
}
