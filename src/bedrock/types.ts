import type { ErrorRule } from '../error-rules.ts'

/**
 * A call of Bedrock, for the words of its error. `account` and `model` where known; `profiles`: ids of the inference
 * profiles that this account can use in this region, where they were listed.
 */
export interface BedrockCall {
  readonly region: string
  readonly model: string | undefined
  readonly account: string | undefined
  readonly maxOutputTokens: number
  readonly profiles?: readonly string[]
}

/** One kind of answer of Bedrock; its `id` is its number in the catalogue of Bedrock's errors. */
export type BedrockRule = ErrorRule<BedrockCall>
