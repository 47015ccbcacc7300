import type { Account } from './aws-account.ts'
import { authenticate, authorize, type Caller } from './bedrock-auth.ts'
import { answerControl, type ControlOperation } from './bedrock-control.ts'
import { BEDROCK_ERRORS, bedrockErrorReply, BedrockRefusal } from './bedrock-errors.ts'
import { guardrailOf } from './bedrock-guardrails.ts'
import { bedrockFaults, type BedrockFaults } from './bedrock-faults.ts'
import { promptCache, type InputTokens } from './bedrock-prompt-cache.ts'
import { burndownOf, quotaMeter, type Admission, type QuotaLimits, type QuotaMeter } from './bedrock-quota.ts'
import { regionalModels, type ApplicationProfile, type NamedModel, type RegionalModels } from './bedrock-models.ts'
import { parseMessagesRequest, parseObject, type MessagesRequest } from './bedrock-request.ts'
import { countTokens, invocable, playTurn, type RuntimeOperation } from './bedrock-runtime.ts'
import { player, type ScriptOptions } from './bedrock-script.ts'
import type { EmulatedReply, EmulatedRequest, Handler } from './http.ts'

export interface BedrockOptions extends ScriptOptions {
  readonly account: Account
  readonly regions: readonly [string, ...string[]]
  readonly applicationProfiles?: readonly ApplicationProfile[]
  /** Guardrails by their id, and their versions. */
  readonly guardrails?: Readonly<Record<string, readonly string[]>>
  /** Quota of each model in each region; without it nothing is refused. Burndown goes by the model unless given. */
  readonly quota?: QuotaLimits
  /** Input tokens of a request, instead of those that prompt caching gives. */
  readonly inputTokens?: (request: MessagesRequest) => InputTokens
  /** `false` answers unsigned calls too, as nobody's; only for comparisons with unsigned runs. */
  readonly requireAuth?: boolean
}

/** A call as it came and ended. */
export interface BedrockCall {
  /** Milliseconds since 1970, by the account's clock. */
  readonly time: number
  readonly plane: 'control' | 'runtime'
  readonly operation: ControlOperation | RuntimeOperation
  /** The id or ARN in the path, decoded. */
  readonly model: string | undefined
  /** Undefined when the call was not let in. */
  readonly region: string | undefined
  /** ARN of who called. */
  readonly principal: string | undefined
  readonly maxTokens: number | undefined
  readonly stream: boolean
  /** As they came, by their names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly status: number
  /** Tokens that it reserved of the quota; undefined where there is none, or it was refused. */
  readonly reserved?: number | undefined
  /** Exception name of an error, or the exception that broke a stream. */
  readonly error: string | undefined
}

export interface Bedrock {
  readonly handler: Handler
  /** Calls in the order they were answered. */
  readonly calls: readonly BedrockCall[]
  readonly faults: BedrockFaults
  /** The quotas that were called upon, by region and model. */
  readonly meters: ReadonlyMap<string, QuotaMeter>
}

/** Amazon Bedrock for one account: what Claude Code and this action use of both planes. */
export function bedrock(options: BedrockOptions): Bedrock {
  const { account, regions, applicationProfiles = [], guardrails = {}, requireAuth = true } = options
  const calls: BedrockCall[] = []
  const faults = bedrockFaults()
  const play = player(options)
  const meters = new Map<string, QuotaMeter>()
  const tokensOf = promptCache(() => account.now())

  function admitted(request: MessagesRequest, place: { region: string; modelId: string }): Admitted | undefined {
    const { quota, inputTokens } = options
    if (quota === undefined) return undefined
    const key = `${place.region} ${place.modelId}`
    const limits = { burndown: burndownOf(place.modelId), ...quota }
    const meter = meters.get(key) ?? quotaMeter(limits, () => account.now())
    meters.set(key, meter)
    const tokens = inputTokens?.(request) ?? tokensOf(key, request.body)
    const admission = meter.admit({ ...tokens, maxTokens: request.maxTokens })
    if (typeof admission === 'string') throw new BedrockRefusal(REFUSALS[admission])
    return { admission, tokens, reserved: tokens.input + tokens.cacheWrite + request.maxTokens }
  }
  const places = new Map(
    regions.map((region) => {
      const own = applicationProfiles.filter((profile) => (profile.region ?? regions[0]) === region)
      return [region, regionalModels(account, region, own)]
    }),
  )

  async function answer(request: EmulatedRequest, route: Route, caller: Caller): Promise<Answer> {
    const here = places.get(caller.region)!
    const named = here.find(route.id)
    for (const wish of wishesOf(route, named, { account, here })) authorize(account, caller.principal, wish)
    if (route.plane === 'control') return { reply: answerControl({ ...route, query: request.query }, here) }
    const callee = invocable(named)
    if (route.operation === 'CountTokens') return { reply: countTokens(request.body.toString()) }
    const guardrail = guardrailOf(textHeaders(request), { account, region: here.region, known: guardrails })
    if (guardrail) authorize(account, caller.principal, applyWish(guardrail.arn, here.region))
    const { id, stream } = route
    const messages = parseMessagesRequest(request.body.toString(), { id, stream, model: callee.model })
    const quota = admitted(messages, { region: here.region, modelId: callee.model.id })
    const said = play(messages)
    const turn =
      quota === undefined || 'error' in said ? said : { ...said, usage: { ...usageOf(quota.tokens), ...said.usage } }
    const broken = 'exceptionInStream' in turn ? turn.exceptionInStream.type : undefined
    const settle = (outputTokens: number) => quota?.admission.settle(outputTokens)
    const reply = await playTurn(messages, turn, { named: callee, guardrail, settle })
    return { reply, error: broken, reserved: quota?.reserved }
  }

  return {
    calls,
    faults,
    meters,
    handler: async (request) => {
      const route = routeOf(request)
      if (!route) return undefined
      const { plane, operation, stream } = route
      const sight = { time: account.now(), plane, operation, stream, model: route.id || undefined }
      const asked = { ...sight, maxTokens: maxTokensIn(request), headers: textHeaders(request) }
      let caller: Caller | undefined
      let answered: Answer
      try {
        caller = authenticate(request, { account, regions, requireAuth })
        const fault = faults.take({ ...asked, region: caller.region, principal: caller.principal?.arn })
        answered = fault ? { reply: fault } : await answer(request, route, caller)
      } catch (error) {
        if (!(error instanceof BedrockRefusal)) throw error
        answered = { reply: bedrockErrorReply(error.error) }
      }
      const { reply, reserved, error = reply.headers?.['x-amzn-errortype']?.split(':')[0] } = answered
      const { region, principal } = caller ?? {}
      calls.push({ ...asked, region, principal: principal?.arn, status: reply.status, error, reserved })
      return reply
    },
  }
}

const textHeaders = ({ headers }: EmulatedRequest): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value = '']) => [name, String(value)]))

const applyWish = (resource: string, region: string) => ({
  action: 'bedrock:ApplyGuardrail',
  resource,
  context: { 'aws:RequestedRegion': region },
})

interface Admitted {
  readonly admission: Admission
  readonly tokens: InputTokens
  readonly reserved: number
}

const REFUSALS = {
  tokens: BEDROCK_ERRORS.tooManyTokens,
  requests: BEDROCK_ERRORS.tooManyRequests,
  day: BEDROCK_ERRORS.tooManyTokensPerDay,
}

const usageOf = ({ input, cacheWrite, cacheRead }: InputTokens) => ({
  input_tokens: input,
  cache_creation_input_tokens: cacheWrite,
  cache_read_input_tokens: cacheRead,
})

interface Answer {
  readonly reply: EmulatedReply
  readonly reserved?: number | undefined
  readonly error?: string | undefined
}

type Route = { readonly id: string; readonly stream: boolean } & (
  | { readonly plane: 'control'; readonly operation: ControlOperation }
  | { readonly plane: 'runtime'; readonly operation: RuntimeOperation }
)

const CONTROL: readonly (readonly [RegExp, ControlOperation])[] = [
  [/^\/inference-profiles$/, 'ListInferenceProfiles'],
  [/^\/inference-profiles\/(.+)$/, 'GetInferenceProfile'],
  [/^\/foundation-models$/, 'ListFoundationModels'],
  [/^\/foundation-models\/(.+)$/, 'GetFoundationModel'],
  [/^\/foundation-model-availability\/(.+)$/, 'GetFoundationModelAvailability'],
]

const RUNTIME: readonly (readonly [RegExp, RuntimeOperation])[] = [
  [/^\/model\/(.+)\/invoke$/, 'InvokeModel'],
  [/^\/model\/(.+)\/invoke-with-response-stream$/, 'InvokeModelWithResponseStream'],
  [/^\/model\/(.+)\/count-tokens$/, 'CountTokens'],
]

function routeOf({ method, path }: EmulatedRequest): Route | undefined {
  if (method === 'GET') {
    const found = match(CONTROL, path)
    return found && { ...found, plane: 'control', stream: false }
  }
  const found = method === 'POST' ? match(RUNTIME, path) : undefined
  return found && { ...found, plane: 'runtime', stream: found.operation === 'InvokeModelWithResponseStream' }
}

function match<Operation>(table: readonly (readonly [RegExp, Operation])[], path: string) {
  const [row] = table.filter(([pattern]) => pattern.test(path))
  return row && { operation: row[1], id: decodeURIComponent(row[0].exec(path)?.[1] ?? '') }
}

/** Read before anything is checked, for the record. */
function maxTokensIn({ method, body }: EmulatedRequest): number | undefined {
  if (method !== 'POST') return undefined
  try {
    const value: unknown = parseObject(body.toString()).max_tokens
    return typeof value === 'number' ? value : undefined
  } catch {
    return undefined
  }
}

/**
 * What must be allowed for a call: a profile needs itself and its model in every region it may be answered in
 * (https://docs.aws.amazon.com/bedrock/latest/userguide/geographic-cross-region-inference.html).
 */
function wishesOf(route: Route, named: NamedModel | undefined, where: { account: Account; here: RegionalModels }) {
  const { here, account } = where
  const action = `bedrock:${route.operation}`
  const prefix = `arn:${account.partition}:bedrock:${here.region}`
  const wish = (resource: string, context = {}) => ({
    action,
    resource,
    context: { 'aws:RequestedRegion': here.region, ...context },
  })
  if (route.id === '') return [wish(`${prefix}:${account.id}:*`)]
  const { profile } = named ?? {}
  if (!profile) return [wish(route.id.startsWith('arn:') ? route.id : `${prefix}::foundation-model/${route.id}`)]
  if (route.plane === 'control') return [wish(profile.inferenceProfileArn)]
  const behind = profile.models.map(({ modelArn }) =>
    wish(modelArn, {
      'aws:RequestedRegion': modelArn.split(':')[3] || 'unspecified',
      'bedrock:InferenceProfileArn': profile.inferenceProfileArn,
    }),
  )
  return [wish(profile.inferenceProfileArn), ...behind]
}
