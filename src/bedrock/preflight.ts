import type { Session } from '../aws/types.ts'
import { Failure, ServiceError, yaml } from '../errors.ts'
import type { BedrockSettings } from '../inputs/settings.ts'
import type { Log } from '../ports/log.ts'
import { parseModel } from './models.ts'
import type { BedrockApi } from './preflight-api.ts'
import { checkLine, failed, modelFinding, ok, regionFinding, type Finding } from './preflight-report.ts'
import { nearbyRegions, servesBedrock } from './regions.ts'
import type { BedrockCall } from './types.ts'
import type { Check } from './types.ts'

/** The result of preflight. */
export interface Preflight {
  /** In the order in which they are logged. */
  readonly checks: readonly Check[]
  /** What keeps the run from starting: of several failures the main model's, else the small model's. */
  readonly failure: Failure | undefined
}

type Settings = Pick<
  BedrockSettings,
  'region' | 'model' | 'smallFastModel' | 'smallFastModelRegion' | 'maxOutputTokens'
>

/**
 * Checks that Bedrock will serve this run: the regions, the model and the small/fast model with one token each, all at once.
 * Without a model only the region is checked. An error that may pass is a note, as the run itself tries again. Never rejects.
 */
export async function checkBedrock(
  bedrock: Settings,
  { session, api, log }: { session: Session; api: BedrockApi; log: Pick<Log, 'info'> },
): Promise<Preflight> {
  const models = modelsOf(bedrock)
  const regions = [...new Set([bedrock.region, ...models.map(({ region }) => region)])]
  const unsupported = regions.filter((region) => !servesBedrock(region))
  const findings =
    unsupported.length > 0
      ? unsupported.map((region) => unsupportedRegion(region, bedrock))
      : await findingsFor(regions, models, { bedrock, session, api })
  const checks = [identityCheck(session), ...findings.map(({ check }) => check)]
  checks.forEach((check) => log.info(checkLine(check)))
  const failed = findings.filter(({ failure }) => failure !== undefined)
  const first = failed.find(({ check }) => check.name !== 'Region') ?? failed[0]
  return { checks, failure: first?.failure }
}

interface CheckedModel {
  readonly name: 'Model' | 'Small model'
  readonly model: string
  readonly region: string
}

/** Without a model, Claude Code chooses the small/fast model too. */
function modelsOf({ region, model, smallFastModel, smallFastModelRegion }: Settings): readonly CheckedModel[] {
  if (model === undefined) return []
  const main = { name: 'Model', model, region } as const
  if (smallFastModel === undefined || (smallFastModel === model && smallFastModelRegion === region)) return [main]
  return [main, { name: 'Small model', model: smallFastModel, region: smallFastModelRegion }]
}

async function findingsFor(
  regions: readonly string[],
  models: readonly CheckedModel[],
  { bedrock, session, api }: { bedrock: Settings; session: Session; api: BedrockApi },
): Promise<readonly Finding[]> {
  const [listings, tries] = await Promise.all([
    Promise.all(regions.map(async (region) => ({ region, ...(await settled(api.listInferenceProfiles(region))) }))),
    Promise.all(
      models.map(async ({ name, model, region }) => {
        const outcome = isClaudeCodesName(model) ? undefined : await settled(api.tryModel(model, region))
        return { name, model, region, outcome }
      }),
    ),
  ])
  const account = session.kind === 'keys' ? session.account : undefined
  const callIn = (region: string, model?: string): BedrockCall => {
    const profiles = listings.find((listing) => listing.region === region)?.value?.ids
    return { region, model, account, maxOutputTokens: bedrock.maxOutputTokens, ...(profiles && { profiles }) }
  }
  const isAnswering = (region: string) => tries.some((tried) => tried.region === region && isAnswer(tried.outcome))
  return [
    ...listings.map(({ region, value, error }) =>
      error === undefined
        ? ok('Region', region, `serves Bedrock, with ${value?.ids.length ?? 0} inference profiles of Claude`)
        : regionFinding(error, callIn(region), isAnswering(region)),
    ),
    ...tries.map((tried) => modelFinding(tried, callIn(tried.region, tried.model))),
  ]
}

interface Outcome<T> {
  readonly value?: T
  readonly error?: unknown
}

const settled = <T>(call: Promise<T>): Promise<Outcome<T>> =>
  call.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  )

function isAnswer(outcome: Outcome<void> | undefined): boolean {
  if (outcome?.error === undefined) return outcome !== undefined
  return outcome.error instanceof ServiceError && outcome.error.status !== undefined
}

/** Names that Claude Code itself turns into an inference profile (measured with 2.1.330). */
function isClaudeCodesName(model: string): boolean {
  const { kind, id } = parseModel(model)
  return kind === 'other' && /^(opus|sonnet|haiku|fable|best|default|opusplan|claude-.*)$/.test(id)
}

function unsupportedRegion(region: string, bedrock: Settings): Finding {
  const input = region === bedrock.region ? 'aws-region' : 'small-fast-model-region'
  const failure = new Failure('region-unsupported', {
    message: `${input}: ${region} is not among the regions that AWS lists for Amazon Bedrock.`,
    fix: [
      'Name a region that serves Bedrock:',
      ...nearbyRegions(region).map((near) => yaml(`${input}: ${near}`)),
      'If AWS has opened it since this release, skip the check:',
      yaml('preflight: false'),
    ],
  })
  return failed('Region', region, failure)
}

function identityCheck(session: Session): Check {
  const name = 'Identity'
  if (session.kind === 'keys') return { name, subject: session.arn, state: 'ok', text: `account ${session.account}` }
  return { name, subject: '', state: 'ok', text: 'a Bedrock API key, which only a call can prove' }
}
