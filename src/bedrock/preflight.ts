import type { Session } from '../aws/types.ts'
import { Failure, ServiceError, yaml } from '../errors.ts'
import type { BedrockClient } from '../gateway/bedrock-client.ts'
import type { Route } from '../gateway/route.ts'
import type { BedrockSettings } from '../inputs/settings.ts'
import { fieldOf, listOf, parseJson, stringOf } from '../json.ts'
import type { Log, Clock } from '../ports/machine.ts'
import { callerOf } from './errors/credentials.ts'
import { nearbyRegions, servesBedrock, parseModel } from './models.ts'
import {
  checkLine,
  failed,
  isUnknownRefusal,
  modelFinding,
  ok,
  regionFinding,
  type Finding,
  type TriedModel,
} from './preflight-report.ts'
import { isBedrocksName } from './run-models.ts'
import type { BedrockCall, Check, RunModels, ProfileList } from './types.ts'

type Settings = Pick<
  BedrockSettings,
  'region' | 'model' | 'smallFastModel' | 'smallFastModelRegion' | 'maxOutputTokens'
>

/** How Bedrock is asked, as whom, and what the run will call; `modelsOf` resolves the names that are Claude Code's. */
interface PreflightRequest {
  readonly session: Session
  readonly api: BedrockApi
  readonly modelsOf: (profiles: readonly string[] | undefined) => RunModels
  readonly log: Pick<Log, 'info'>
}

/**
 * Checks that Bedrock will serve this run: the regions, the model (Claude Code's own without one) and the small/fast model with
 * one token each, all at once. An error that may pass is a note, as the run itself tries again. The checks are in the order in
 * which they are logged; the failure is what keeps the run from starting, of several the main model's, else the small model's.
 * Never rejects.
 */
export async function checkBedrock(
  bedrock: Settings,
  request: PreflightRequest,
): Promise<{ readonly checks: readonly Check[]; readonly failure: Failure | undefined }> {
  const { session, log } = request
  const models = modelsToCheck(bedrock)
  const regions = [...new Set([bedrock.region, ...models.map(({ region }) => region)])]
  const unsupported = regions.filter((region) => !servesBedrock(region))
  const findings =
    unsupported.length > 0
      ? unsupported.map((region) => unsupportedRegion(region, bedrock))
      : await findingsFor(regions, models, { ...request, bedrock })
  const identity =
    session.kind === 'keys'
      ? ok({ name: 'Identity', subject: session.arn }, `account ${session.account}`)
      : ok({ name: 'Identity', subject: '' }, 'a Bedrock API key, which only a call can prove')
  const checks = [identity, ...findings].map(({ check }) => check)
  // Who it is of keys, the sign-in has logged.
  for (const check of session.kind === 'keys' ? checks.slice(1) : checks) log.info(checkLine(check))
  const failures = findings.filter(({ failure }) => failure !== undefined)
  const first = failures.find(({ check }) => check.name !== 'Region') ?? failures[0]
  return { checks, failure: first?.failure }
}

type CheckedModel = Pick<TriedModel, 'role' | 'given' | 'region'>

/** A small/fast model that nobody named is not checked: the run goes on without it. */
function modelsToCheck({ region, model, smallFastModel, smallFastModelRegion }: Settings): readonly CheckedModel[] {
  const main = { role: 'main', given: model, region } as const
  if (smallFastModel === undefined || (smallFastModel === model && smallFastModelRegion === region)) return [main]
  return [main, { role: 'small', given: smallFastModel, region: smallFastModelRegion }]
}

async function findingsFor(
  regions: readonly string[],
  models: readonly CheckedModel[],
  { bedrock, session, api, modelsOf }: PreflightRequest & { readonly bedrock: Settings },
): Promise<readonly Finding[]> {
  const listed = new Map(regions.map((region) => [region, settled(api.listInferenceProfiles(region))]))
  const tries = await Promise.all(
    models.map(async (checked): Promise<TriedModel> => {
      const { role, given, region } = checked
      const isNamed = given !== undefined && isBedrocksName(given)
      const model = isNamed ? given : modelsOf((await listed.get(bedrock.region))?.value?.ids)[role]
      const suffix = isNamed ? '' : (/\[1m\]$/i.exec(given ?? '')?.[0] ?? '')
      const outcome = model === undefined ? undefined : await outcomeOf(api, `${model}${suffix}`, region)
      return { ...checked, model, outcome }
    }),
  )
  const listings = await Promise.all([...listed].map(async ([region, list]) => ({ region, ...(await list) })))
  const account = session.kind === 'keys' ? session.account : undefined
  const callIn = (region: string, model?: string): BedrockCall => {
    const profiles = listings.find((listing) => listing.region === region)?.value?.ids
    const caller = callerOf(session)
    return { region, model, account, maxOutputTokens: bedrock.maxOutputTokens, caller, ...(profiles && { profiles }) }
  }
  const isAnswering = (region: string) => tries.some((tried) => tried.region === region && isAnswer(tried.outcome))
  return [
    ...listings.map(({ region, value, error }) =>
      error === undefined
        ? ok(
            { name: 'Region', subject: region },
            `serves Bedrock, with ${value?.ids.length ?? 0} Claude inference profiles`,
          )
        : regionFinding(error, callIn(region), isAnswering(region)),
    ),
    ...tries.map((tried) => modelFinding(tried, callIn(tried.region, tried.model))),
  ]
}

/** One token of a model. A refusal that nobody knows is asked for once more: the same words again are what the run would get. */
async function outcomeOf(api: BedrockApi, model: string, region: string): Promise<TriedModel['outcome']> {
  const first = await settled(api.tryModel(model, region))
  if (!isUnknownRefusal(first.error)) return first
  const { error } = await settled(api.tryModel(model, region))
  const isRepeated =
    error instanceof ServiceError && error.name === first.error.name && error.message === first.error.message
  return { error, isRepeated }
}

const settled = <T>(call: Promise<T>): Promise<{ readonly value?: T; readonly error?: unknown }> =>
  call.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  )

function isAnswer(outcome: TriedModel['outcome']): boolean {
  if (outcome?.error === undefined) return outcome !== undefined
  return outcome.error instanceof ServiceError && outcome.error.status !== undefined
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
  return failed({ name: 'Region', subject: region }, failure)
}

/** The two calls of preflight; both reject with a ServiceError, or with the Failure of a session that could not be renewed. */
export interface BedrockApi {
  listInferenceProfiles(region: string): Promise<ProfileList>
  /** Asks a model for one token by the streaming call of the agent's turns, which needs its own permission. */
  tryModel(model: string, region: string): Promise<void>
}

/** How long an answer may take; a connection has a shorter limit of its own. */
const LONGEST_MS = 20_000

/** More pages than AWS has profiles for. */
const MOST_PAGES = 10

/** The calls, made by the client of the agent's calls: with its endpoints, signature, added headers, retries and records. */
export function bedrockApi(client: BedrockClient, clock: Pick<Clock, 'sleep'>): BedrockApi {
  async function ask(region: string, question: Question): Promise<unknown> {
    const [slow, done] = [new AbortController(), new AbortController()]
    void clock.sleep(LONGEST_MS, done.signal).then(() => done.signal.aborted || slow.abort())
    const headers = { accept: '*/*', 'content-type': 'application/json' }
    try {
      const answer = await client.call({ ...question, region, headers, signal: slow.signal })
      if ('error' in answer) throw answer.error
      const pieces: Uint8Array[] = []
      for await (const piece of answer.body) pieces.push(piece)
      return parseJson(Buffer.concat(pieces).toString('utf8'))
    } catch (error) {
      if (!slow.signal.aborted) throw error
      throw new ServiceError({
        service: 'Amazon Bedrock',
        operation: question.route.operation,
        name: 'TimeoutError',
        message: `no answer within ${LONGEST_MS / 1_000} s`,
      })
    } finally {
      done.abort()
    }
  }

  return {
    async listInferenceProfiles(region) {
      const summaries: unknown[] = []
      let next: string | undefined
      for (let page = 0; page < MOST_PAGES; page++) {
        const token = next === undefined ? '' : `&nextToken=${encodeURIComponent(next)}`
        const target = `/inference-profiles?maxResults=1000${token}&type=SYSTEM_DEFINED`
        const answer = await ask(region, { route: LIST, method: 'GET', target, body: new Uint8Array() })
        // A proxy may answer in Bedrock's place.
        summaries.push(...listOf(fieldOf(answer, 'inferenceProfileSummaries')))
        next = stringOf(answer, 'nextToken')
        if (next === undefined) break
      }
      const ids = summaries.map((summary) => stringOf(summary, 'inferenceProfileId') ?? '')
      return { ids: ids.filter((id) => parseModel(id).kind === 'inference-profile'), summaries }
    },
    async tryModel(model, region) {
      const { id } = parseModel(model)
      await ask(region, {
        route: { plane: 'runtime', operation: 'InvokeModelWithResponseStream', name: id },
        method: 'POST',
        target: `/model/${encodeURIComponent(id)}/invoke-with-response-stream`,
        body: new TextEncoder().encode(JSON.stringify({ ...ONE_TOKEN, ...longContext(model) })),
      })
    },
  }
}

interface Question {
  readonly route: Route
  readonly method: string
  readonly target: string
  readonly body: Uint8Array
}

const LIST: Route = { plane: 'control', operation: 'ListInferenceProfiles', name: '' }

/** The smallest body (https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages.html). */
const ONE_TOKEN = {
  anthropic_version: 'bedrock-2023-05-31',
  max_tokens: 1,
  messages: [{ role: 'user', content: '.' }],
}

/** What Claude Code sends for the suffix `[1m]` of a model (2.1.330); an account may lack it. */
const longContext = (model: string) => (/\[1m\]$/i.test(model) ? { anthropic_beta: ['context-1m-2025-08-07'] } : {})
