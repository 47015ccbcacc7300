import type { RenewingSession } from '../aws/types.ts'
import type { ProfileList, RunModels } from '../bedrock/types.ts'
import type { BedrockSettings, QuotaSettings } from '../inputs/settings.ts'
import type { SocketAddress } from '../ports/gateway.ts'
import type { Environment } from '../ports/machine.ts'
import type { World } from '../ports/world.ts'
import type { openGateway } from './gateway.ts'

/** What a gateway is opened for. */
export interface GatewayOptions {
  readonly bedrock: Pick<
    BedrockSettings,
    'region' | 'model' | 'smallFastModel' | 'smallFastModelRegion' | 'maxOutputTokens' | 'guardrail' | 'customHeaders'
  >
  readonly quota: QuotaOptions
  readonly session: RenewingSession
  /** The action's own environment, which names Bedrock's endpoints. */
  readonly env: Environment
  /** The agent's environment without the gateway's variables. */
  readonly agent: Environment
  /** The inference profiles of this region; undefined where AWS did not list them. Never rejects. */
  readonly profiles?: Promise<ProfileList | undefined>
  /** The models of the run, given the ids of the profiles that were listed. */
  readonly modelsOf: (profiles: readonly string[] | undefined) => RunModels
  /** Dollars that all calls together may cost; undefined: any. */
  readonly maxBudgetUsd?: number | undefined
  /** Where the agent reaches it from a network of its own; undefined where it has that of the job. */
  readonly at?: SocketAddress | undefined
  /** Called once for each call to Bedrock, when it is over. */
  readonly onCall: (call: CallRecord) => void
}

/** How the calls of a run share a quota with those of others. */
export interface QuotaOptions extends QuotaSettings {
  /** Wall time of the agent, in milliseconds: calls are held until shortly before its end. */
  readonly timeoutMs?: number | undefined
  /** Whether Claude Code turns to another model when one is overloaded. */
  readonly hasFallback: boolean
  /** A number in [0, 1), a new one with each call. */
  readonly random: () => number
  /** All waits times this: the minute of a test's quota is shorter. */
  readonly scale?: number | undefined
}

/** What the calls of a run took of their quota. */
export interface QuotaFacts {
  /** How many calls were refused for it. */
  readonly throttledCalls: number
  /** Milliseconds that calls waited for it, added up. */
  readonly throttledMs: number
  /** Calls whose tokens are known. */
  readonly calls: number
  /** Tokens that such a call reserved when it started, on average. */
  readonly meanReservation: number | undefined
  /** The first turn of the main conversation. */
  readonly firstCall: FirstCall | undefined
  /** Calls that were not Claude Code's, but of commands of the agent, with the token of the run; undefined when there were none. */
  readonly ofCommands?:
    { readonly calls: number; readonly inputTokens: number; readonly outputTokens: number } | undefined
}

/** The first turn of a run, which is its largest reservation unless its prompt is in the cache. */
export interface FirstCall {
  readonly reserved: number
  /** Neither read from the cache nor written to it. */
  readonly inputTokens: number
  readonly cacheReadTokens: number | undefined
  readonly cacheWriteTokens: number | undefined
}

/** What of the world a gateway needs. */
export type GatewayWorld = Pick<
  World,
  'log' | 'secrets' | 'clock' | 'loopback' | 'signer' | 'upstream' | 'eventStreams'
>

/** An open gateway. */
export type Gateway = Awaited<ReturnType<typeof openGateway>>

/** One call to Bedrock: a line of `diagnostics.jsonl`. `null` is "not known"; `time` is its start in ISO 8601. */
export interface CallRecord {
  readonly time: string
  readonly model: string | null
  readonly region: string
  /** HTTP status; null when nothing answered. */
  readonly status: number | null
  readonly requestId: string | null
  /** Name and text of the error, or of the exception that broke the stream. */
  readonly error: string | null
  readonly inputTokens: number | null
  readonly outputTokens: number | null
  /** Milliseconds until the last byte of the answer. */
  readonly latencyMs: number
}
