import { partitionOf } from '../endpoints.ts'
import { parseModel } from './models.ts'

/** An IAM policy as the console and the CLI take it. */
export interface PolicyDocument {
  readonly Version: '2012-10-17'
  readonly Statement: readonly PolicyStatement[]
}

/** A statement that allows; of its conditions all keys must hold, each with any of its values. */
export interface PolicyStatement {
  readonly Sid: string
  readonly Effect: 'Allow'
  readonly Action: readonly string[]
  readonly Resource: readonly string[]
  readonly Condition?: { readonly StringEquals: Readonly<Record<string, readonly string[]>> }
}

/** Whom a policy is for: models as the `model` input takes them, called from `region` in `account`. */
export interface PolicyScope {
  readonly region: string
  readonly account: string
  readonly models: readonly string[]
  /** Id or ARN of a guardrail, as the `guardrail` input takes it, without the version. */
  readonly guardrail?: string | undefined
  /** `aws`, `aws-us-gov`, ...; that of the region unless given. */
  readonly partition?: string
}

/** Both actions that Claude Code needs: it streams, and repeats a failed streaming call unstreamed (measured with 2.1.330). */
export const INVOKE_ACTIONS: readonly string[] = ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream']

const DISCOVER: PolicyStatement = {
  Sid: 'Discover',
  Effect: 'Allow',
  Action: [
    'bedrock:ListInferenceProfiles',
    'bedrock:GetInferenceProfile',
    'bedrock:ListFoundationModels',
    'bedrock:GetFoundationModel',
    'bedrock:GetFoundationModelAvailability',
  ],
  Resource: ['*'],
}

/**
 * The least that lets a role run Claude Code with these very models. A profile needs itself and its foundation model in
 * every region it may route to; the latter is bound to calls through the profile, as AWS writes it
 * (https://docs.aws.amazon.com/bedrock/latest/userguide/geographic-cross-region-inference.html and
 * global-cross-region-inference.html). Throws a RangeError for a model that has no ARN, such as an alias of Claude Code.
 */
export function invokePolicy(scope: PolicyScope): PolicyDocument {
  const targets = scope.models.map((model) => targetOf(model, scope))
  const {
    region: direct = [],
    geography: geographic = [],
    world: global = [],
    unknown: application = [],
  } = Object.groupBy(targets, ({ reach }) => reach)
  const here = { 'aws:RequestedRegion': unique(global.map(({ region }) => region)) }
  const nowhere = { 'aws:RequestedRegion': ['unspecified'] }
  // An application profile may be a copy of a global one, whose models have no region in their ARN; and AWS's own policy for
  // them names the profile copied from too (inference-profiles-prereq.html).
  const behind = [
    ...models(application, '*'),
    ...models(application, ''),
    ...application.map(
      ({ arnPrefix, region, account }) => `${arnPrefix}:${region}:${account}:inference-profile/*.anthropic.*`,
    ),
  ]
  const statements = [
    invoke('InvokeModels', arns(direct)),
    invoke('InvokeProfiles', arns(geographic)),
    invoke('ModelsOnlyThroughProfiles', models(geographic, '*'), through(geographic)),
    invoke('InvokeGlobalProfiles', arns(global), here),
    invoke('GlobalModelsInRegion', models(global), { ...here, ...through(global) }),
    invoke('GlobalModelsAnywhere', models(global, ''), { ...nowhere, ...through(global) }),
    invoke('InvokeApplicationProfiles', arns(application)),
    invoke('OnlyThroughApplicationProfiles', behind, through(application)),
    ...applyGuardrail(scope),
  ]
  return { Version: '2012-10-17', Statement: [...statements.filter(({ Resource }) => Resource.length > 0), DISCOVER] }
}

/** Every call that names a guardrail needs it, beside the model's. */
function applyGuardrail({ guardrail, region, account, partition }: PolicyScope): readonly PolicyStatement[] {
  if (guardrail === undefined) return []
  const own = `arn:${partition ?? partitionOf(region)}:bedrock:${region}:${account}:guardrail/${guardrail}`
  const arn = guardrail.startsWith('arn:') ? guardrail : own
  return [{ Sid: 'ApplyGuardrail', Effect: 'Allow', Action: ['bedrock:ApplyGuardrail'], Resource: [arn] }]
}

/** What a call names, and how far Bedrock may carry it; of an application profile only Bedrock knows the model. */
interface Target {
  readonly reach: 'region' | 'geography' | 'world' | 'unknown'
  readonly arn: string
  readonly arnPrefix: string
  readonly modelId: string
  readonly region: string
  readonly account: string
}

function targetOf(model: string, scope: PolicyScope): Target {
  const parsed = parseModel(model)
  const { kind, id, prefix } = parsed
  const { modelId = 'anthropic.*', region = scope.region, account = scope.account } = parsed
  const arnPrefix = `arn:${scope.partition ?? partitionOf(region)}:bedrock`
  const target = { arnPrefix, modelId, region, account }
  if (kind === 'application-inference-profile') return { ...target, reach: 'unknown', arn: id }
  if (kind === 'foundation-model')
    return { ...target, reach: 'region', arn: `${arnPrefix}:${region}::foundation-model/${modelId}` }
  if (kind === 'inference-profile') {
    const arn = `${arnPrefix}:${region}:${account}:inference-profile/${prefix ?? ''}.${modelId}`
    return { ...target, reach: prefix === 'global' ? 'world' : 'geography', arn }
  }
  if (id.startsWith('arn:')) return { ...target, reach: 'region', arn: id }
  throw new RangeError(`"${model}" is no model id, inference profile id or ARN: a policy cannot name it`)
}

const arns = (targets: readonly Target[]) => targets.map(({ arn }) => arn)

/** The models in `region`, by default that of each call. */
const models = (targets: readonly Target[], region?: string) =>
  targets.map((target) => `${target.arnPrefix}:${region ?? target.region}::foundation-model/${target.modelId}`)

const through = (targets: readonly Target[]) => ({ 'bedrock:InferenceProfileArn': unique(arns(targets)) })

function invoke(
  sid: string,
  resources: readonly string[],
  condition?: Readonly<Record<string, readonly string[]>>,
): PolicyStatement {
  const statement = { Sid: sid, Effect: 'Allow', Action: INVOKE_ACTIONS, Resource: unique(resources) } as const
  return condition === undefined ? statement : { ...statement, Condition: { StringEquals: condition } }
}

const unique = (values: readonly string[]): readonly string[] => [...new Set(values)]
