import type { FailureCode } from '../../../src/errors.ts'

/** An answer as Bedrock, the SDK or Claude Code gives it, the row that must know it, and what the hint must say. */
export interface Case {
  readonly row: string
  readonly code: FailureCode
  readonly name?: string
  readonly status?: number
  readonly host?: string
  readonly says: string
  readonly hint: string
  readonly region?: string
  readonly model?: string
  readonly maxOutputTokens?: number
}
