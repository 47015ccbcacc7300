import { serveContainerCredentials } from '../aws/renewal.ts'
import type { RenewingSession } from '../aws/types.ts'
import { agentEnvironment, type AgentEnvironmentRequest } from '../bedrock/environment.ts'
import type { AgentAccess } from '../bedrock/types.ts'
import type { CallTotals } from '../claude/outcome.ts'
import type { Failure } from '../errors.ts'
import type { ReportedResult } from '../gateway/answer.ts'
import { openGateway } from '../gateway/gateway.ts'
import type { CallRecord, QuotaFacts } from '../gateway/types.ts'
import type { QuotaSettings } from '../inputs/settings.ts'
import type { World } from '../ports/world.ts'
import type { RunContext } from '../run-context.ts'
import type { PromptRun } from './run-prompt.ts'
import { modelsOf } from './sign-in.ts'

/** The agent's access to Bedrock, open for one run. */
interface Access {
  /** The agent's whole environment. */
  readonly variables: Readonly<Record<string, string>>
  /** Lines for the log on credentials that are kept from it. */
  readonly withheld: readonly string[]
  /** Why Bedrock cannot serve this run, once that is known. */
  fatalError(): Failure | undefined
  /** Why the last answer of the main conversation is none of the model's, as far as that can be seen from here. */
  blockedAnswer(): Failure | undefined
  /** Whether the model gave this result, as far as that can be seen from here. */
  gave(reported: ReportedResult): boolean
  /** Calls that failed and were repeated, as far as they can be seen from here. */
  retries(): number
  /** The agent's calls of models so far; undefined where they go past the action. */
  calls(): CallTotals | undefined
  /** What they took of their quota; undefined likewise. */
  quota(): QuotaFacts | undefined
  close(): Promise<void>
}

/** Opens the access that the input `credentials` names. The gateway is open at once; the other waits for the session. */
export function openAccess(run: PromptRun, context: RunContext, world: World): Promise<Access> {
  const { names, values } = run.settings.agent.environment
  const environment = {
    inherited: { ...run.env, ...values },
    names: [...names, ...Object.keys(values)],
    bedrock: run.settings.bedrock,
    source: run.settings.identity.source.kind,
    configDirectory: context.place.claudeConfig,
    platform: world.runner.platform,
    run: run.id,
  }
  const { quota } = run.settings
  return quota !== undefined
    ? openGatewayAccess(environment, { run, context, quota }, world)
    : openCredentialsAccess(environment, run.readyPromise, world)
}

type AccessEnvironment = Omit<AgentEnvironmentRequest, 'access'>

async function openGatewayAccess(
  environment: AccessEnvironment,
  { run, context, quota }: { run: PromptRun; context: RunContext; quota: QuotaSettings },
  world: World,
): Promise<Access> {
  const { variables: outside, withheld } = agentEnvironment({ ...environment, access: { kind: 'gateway' } })
  const variables = run.network?.variables(outside) ?? outside
  const session: RenewingSession = {
    current: async () => (await run.readyPromise).current(),
    renew: async (stale) => (await run.readyPromise).renew(stale),
  }
  let totals: CallTotals = { calls: 0, inputTokens: 0, outputTokens: 0 }
  const gateway = await openGateway(
    {
      bedrock: environment.bedrock,
      quota: {
        ...quota,
        timeoutMs: run.settings.agent.timeoutMs,
        hasFallback: run.settings.agent.fallbackModel !== undefined,
        // The id is of this run alone, so runs that were refused together do not come back together.
        random: randomFrom(Number.parseInt(run.id, 16)),
      },
      session,
      env: run.env,
      agent: variables,
      profiles: run.profilesPromise,
      modelsOf: modelsOf(run.settings),
      at: run.network?.gateway,
      maxBudgetUsd: run.settings.agent.maxBudgetUsd,
      onCall(call: CallRecord) {
        context.recordCall(call)
        totals = added(totals, call)
      },
    },
    world,
  )
  return {
    variables: { ...variables, ...gateway.environment },
    withheld,
    fatalError: () => gateway.fatalError(),
    blockedAnswer: () => gateway.blockedAnswer(),
    gave: (reported) => gateway.gave(reported),
    retries: () => gateway.retries(),
    calls: () => totals,
    quota: () => gateway.quota(),
    close: () => gateway.close(),
  }
}

/** A look-up of profiles is no call of a model; one whose tokens are not known leaves the sum unknown. */
function added(totals: CallTotals, { model, status, inputTokens, outputTokens }: CallRecord): CallTotals {
  if (model === null) return totals
  const sum = (a: number | undefined, b: number | null) =>
    status !== null && status >= 400 ? a : a === undefined || b === null ? undefined : a + b
  return {
    calls: totals.calls + 1,
    inputTokens: sum(totals.inputTokens, inputTokens),
    outputTokens: sum(totals.outputTokens, outputTokens),
  }
}

async function openCredentialsAccess(
  environment: AccessEnvironment,
  readyPromise: Promise<RenewingSession>,
  world: World,
): Promise<Access> {
  const session = await readyPromise
  const first = await session.current()
  const served = first.kind === 'keys' && first.renewable ? await serveContainerCredentials(session, world) : undefined
  const access: AgentAccess = served === undefined ? first : { kind: 'served', environment: served.environment }
  return {
    ...agentEnvironment({ ...environment, access }),
    fatalError: () => undefined,
    blockedAnswer: () => undefined,
    gave: () => true,
    retries: () => 0,
    calls: () => undefined,
    quota: () => undefined,
    close: async () => served?.close(),
  }
}

/** Numbers in [0, 1) for pauses, the same for the same seed (mulberry32): nothing that must not be guessed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
