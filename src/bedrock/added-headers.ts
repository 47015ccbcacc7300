import type { BedrockSettings } from '../inputs/settings.ts'

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
