import type { Account } from './aws-account.ts'
import { BedrockRefusal, invalid } from './bedrock-errors.ts'
import type { Intervention, Saying } from './bedrock-script.ts'

/** What a call says of guardrails in its headers. */
export interface AppliedGuardrail {
  readonly id: string
  readonly version: string
  readonly arn: string
  readonly trace: boolean
}

/** The text that the emulated guardrails put in the place of a blocked answer. */
export const CANNED = 'Sorry, the model cannot answer this question.'

/** Reads the headers of a runtime call; throws the refusal that Bedrock gives for a guardrail that does not exist (`known`: id and versions). */
export function guardrailOf(
  headers: Readonly<Record<string, string | undefined>>,
  here: { account: Account; region: string; known: Readonly<Record<string, readonly string[]>> },
): AppliedGuardrail | undefined {
  const name = headers['x-amzn-bedrock-guardrailidentifier']
  const version = headers['x-amzn-bedrock-guardrailversion']
  if (name === undefined && version === undefined) return undefined
  const prefix = `arn:${here.account.partition}:bedrock:${here.region}:${here.account.id}:guardrail/`
  const id = name?.replace(prefix, '') ?? ''
  if (version === undefined || !here.known[id]?.includes(version))
    throw new BedrockRefusal(invalid('The guardrail identifier or version provided in the request does not exist.'))
  return { id, version, arn: `${prefix}${id}`, trace: headers['x-amzn-bedrock-trace'] === 'ENABLED' }
}

/** What the model says once the guardrail has seen it. */
export function guarded(saying: Saying, guardrail: AppliedGuardrail | undefined): Saying {
  if (guardrail === undefined || saying.guardrail?.action !== 'BLOCKED') return saying
  return { text: CANNED, stopReason: 'end_turn', guardrail: saying.guardrail }
}

/**
 * The fields of a body, or of the last event of a stream, that tell what the guardrail did
 * (https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html).
 */
export function guardrailFields({ guardrail: done }: Saying, guardrail: AppliedGuardrail | undefined): object {
  if (guardrail === undefined) return {}
  const action = { 'amazon-bedrock-guardrailAction': done === undefined ? 'NONE' : 'INTERVENED' }
  if (done === undefined || !guardrail.trace) return action
  return { ...action, 'amazon-bedrock-trace': { guardrail: traceOf(done, guardrail.id) } }
}

function traceOf({ policy, list, finding, action, side = 'input' }: Intervention, id: string): object {
  const assessment = {
    [policy]: { [list]: [{ ...finding, action }] },
    invocationMetrics: { guardrailProcessingLatency: 12, usage: { topicPolicyUnits: 1 } },
  }
  return side === 'input' ? { input: { [id]: assessment } } : { outputs: [{ [id]: assessment }] }
}
