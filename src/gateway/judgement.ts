import { canHeal } from '../bedrock/explain.ts'
import type { FailureCode } from '../errors.ts'
import type { Operation } from './route.ts'

/**
 * What becomes of a call that failed. `pass`: Claude Code gets the error as it is, and knows what to do. `retry`: the same,
 * and it will come again. `refuse`: it gets the error as HTTP 400, which it does not repeat. `end`: as `refuse`, and so
 * every later call.
 */
export type Judgement = 'pass' | 'retry' | 'refuse' | 'end'

/** A call that failed, as far as its fate depends on it. */
export interface FailedCall {
  readonly operation: Operation
  readonly code: FailureCode
  /** Undefined when nothing answered. */
  readonly status: number | undefined
  /** Whether the answer names its error the way AWS does. */
  readonly isAwsError: boolean
  /** Whether the run cannot go on without this model. */
  readonly isMain: boolean
  /** Whether the trouble may be a passing one: this host has answered a short while ago. */
  readonly isPassing: boolean
}

/** Codes that are about who calls, whatever is called. */
const EVERYONE: readonly FailureCode[] = ['credentials-expired', 'credentials-invalid', 'credentials-missing']

/**
 * Decides by what Claude Code does with each answer (measured with 2.1.330). It backs off from 408, 429 and 5xx, and it does so
 * from 401 and 403 too, ten times, for minutes; a 400 it does not repeat. It changes the request after a 400 that is about
 * the request, compacts after a prompt that is too long, and tries unstreamed after a 404; it does without a count, a
 * profile or a subagent's model that is refused.
 */
export function judge(call: FailedCall): Judgement {
  const { operation, code, status } = call
  if (!isInvocation(operation)) return 'pass'
  if (status === undefined && call.isPassing) return 'retry'
  if (status !== undefined && canHeal(code)) return 'retry'
  if (code === 'prompt-too-long') return 'pass'
  if (code === 'request-rejected' && (status === 400 || status === 413)) return 'pass'
  if (operation === 'InvokeModelWithResponseStream' && status === 404 && !call.isAwsError) return 'pass'
  return call.isMain || EVERYONE.includes(code) ? 'end' : 'refuse'
}

/** Whether an operation calls a model. */
export function isInvocation(operation: Operation): boolean {
  return operation === 'InvokeModel' || operation === 'InvokeModelWithResponseStream'
}
