import type { ErrorRule } from '../error-rules.ts'
import type { FixBlock } from '../errors.ts'
import type { BedrockSettings } from '../inputs/settings.ts'
import type { AwsKeys } from '../ports/aws.ts'

/**
 * A call of Bedrock, for the words of its error. `account` and `model` where known; `profiles`: ids of the inference
 * profiles that this account can use in this region, where they were listed.
 */
export interface BedrockCall {
  readonly region: string
  readonly model: string | undefined
  readonly account: string | undefined
  readonly maxOutputTokens: number
  /** The most that an answer may have after one that was cut; undefined where the gateway does not raise it. */
  readonly outputCeiling?: number | undefined
  readonly profiles?: readonly string[]
  /** Whose credentials signed the call, where this run signed it. */
  readonly caller?: Caller
  /** The variable that named the address; absent for AWS's own. */
  readonly addressVariable?: string | undefined
}

/** Whose credentials signed a call, for the words of its error; keys that are renewable this run can get again. */
export type Caller =
  | { readonly kind: 'bearer' }
  | {
      readonly kind: 'keys'
      readonly arn: string
      readonly isRenewable: boolean
      readonly keyAgeMs: number | undefined
    }

/** One kind of answer of Bedrock; its `id` is its number in the catalogue of Bedrock's errors. */
export type BedrockRule = ErrorRule<BedrockCall>
/** The system-defined inference profiles that can be called from a region. */
export interface ProfileList {
  /** Of Claude's profiles. */
  readonly ids: readonly string[]
  /** AWS's own description of each profile, Claude's and others, unchanged. */
  readonly summaries: readonly unknown[]
}

/** The models that a run may call, by the ids that Claude Code calls them with. */
export interface RunModels {
  /** Undefined when only Claude Code knows: an alias, or no model, with another version than the recorded one. */
  readonly main: string | undefined
  readonly small: string | undefined
  readonly all: readonly string[]
}

/** What signs the calls to Bedrock. */
export type Credentials =
  { readonly kind: 'keys'; readonly keys: AwsKeys } | { readonly kind: 'bearer'; readonly key: string }

/**
 * How the agent's calls are signed: with credentials in its environment, with keys that it fetches at an address these variables
 * name, or by the gateway, with none in its environment.
 */
export type AgentAccess =
  | Credentials
  | { readonly kind: 'served'; readonly environment: Readonly<Record<string, string>> }
  | { readonly kind: 'gateway' }

/** One check of preflight. A note does not keep the run from starting; `fix` is there when the check failed. */
export interface Check {
  /** `Region`, `Model`, ... */
  readonly name: string
  /** The region's name, the model's id, ...; may be empty. */
  readonly subject: string
  readonly state: 'ok' | 'note' | 'failed'
  /** One or more lines. */
  readonly text: string
  readonly fix?: readonly FixBlock[] | undefined
}

/** By their names in lower case. */
type Headers = Readonly<Record<string, string>>

const GUARDRAIL_ID = 'x-amzn-bedrock-guardrailidentifier'

/**
 * The headers that the run adds to a call of a plane: the user's own, and for the runtime the guardrail's, which win. The trace
 * tells a block from a mask, and which policy it was
 * (https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html).
 */
export function addedHeaders(
  plane: 'runtime' | 'control',
  { guardrail, customHeaders = {} }: Pick<BedrockSettings, 'guardrail' | 'customHeaders'>,
): Headers {
  if (plane === 'control') return customHeaders
  const own = {
    ...customHeaders,
    ...(guardrail && { [GUARDRAIL_ID]: guardrail.id, 'x-amzn-bedrock-guardrailversion': guardrail.version }),
  }
  return GUARDRAIL_ID in own ? { 'x-amzn-bedrock-trace': 'ENABLED', ...own } : own
}
