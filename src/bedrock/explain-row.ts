import type { FailureCode } from '../errors.ts'
import type { Fact } from './explain-fact.ts'

/**
 * The call that failed. `account` and `model` where known; `profiles`: ids of the inference profiles that this account can
 * use in this region, where they were listed.
 */
export interface BedrockCall {
  readonly region: string
  readonly model: string | undefined
  readonly account: string | undefined
  readonly maxOutputTokens: number
  readonly profiles?: readonly string[]
}

/**
 * One kind of answer and what it means. A row is meant by its text (`says`), else by its error name (`named`, as in
 * {@link Fact}), else by its HTTP status; `when` narrows all three. `row` is its number in the catalogue of Bedrock's errors.
 */
export interface Row {
  readonly row: string
  readonly code: FailureCode
  readonly says?: RegExp
  readonly named?: readonly string[]
  readonly statuses?: readonly number[]
  readonly when?: (fact: Fact, call: BedrockCall) => boolean
  readonly means: string | ((fact: Fact, call: BedrockCall) => string)
  readonly fix: string | ((fact: Fact, call: BedrockCall) => string)
}
