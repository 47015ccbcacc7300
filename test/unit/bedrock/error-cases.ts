import type { Caller } from '../../../src/bedrock/types.ts'
import type { FailureCode } from '../../../src/errors.ts'

/** An answer as Bedrock, the SDK or Claude Code gives it, the rule it falls under, and what the fix must say. */
export interface Case {
  readonly rule: string
  readonly code: FailureCode
  readonly name?: string
  readonly status?: number
  readonly host?: string
  readonly text: string
  readonly fix: string
  readonly region?: string
  readonly model?: string
  readonly maxOutputTokens?: number
  readonly caller?: Caller
  readonly addressVariable?: string
  readonly isFromAws?: boolean
  /** Stands neither in the message nor in the fix. */
  readonly not?: RegExp
  /** Checked where it is given. */
  readonly retryable?: boolean
}
