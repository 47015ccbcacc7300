import { tokensPerMinuteQuota } from '../bedrock/errors/hints.ts'
import type { BedrockCall } from '../bedrock/types.ts'
import { Failure, fixText, PROXY_ANSWER, type FailureCode, type ServiceError } from '../errors.ts'
import type { LocalAnswer } from '../ports/gateway.ts'
import type { Log } from '../ports/machine.ts'
import type { FailedOutcome } from './bedrock-client.ts'
import type { HeldOutcome } from './patience.ts'
import type { Operation, Route } from './route.ts'

interface AnsweredCall extends Pick<HeldOutcome<unknown>, 'end'> {
  readonly route: Route
  /** Whether it is a turn of the main conversation. */
  readonly isMain: boolean
  /** Whether calls are held for a quota that is short, which has lines of its own in the log. */
  readonly isHeld: boolean
}

/**
 * What Claude Code gets for calls that failed, and whether the run can go on; for one run. It warns once of each model that the
 * run goes on without.
 */
export function createErrorPolicy(log: Log) {
  const retries = createRetryLog(log)
  const warned = new Set<string>()
  let fatal: { readonly failure: Failure; readonly answer: LocalAnswer } | undefined

  return {
    retries,
    /** The answer to a call that failed. */
    answerFor(outcome: FailedOutcome, { route: { operation, name }, isMain, end, isHeld }: AnsweredCall): LocalAnswer {
      const { error, failure: cause, call, isPassing } = outcome
      const { status } = error
      const failure = end === 'over' ? outOfPatience(cause) : cause
      const { code, retryable } = failure
      const isAwsError = error.name !== 'Error' && error.name !== PROXY_ANSWER
      const decision = decide({ operation, code, retryable, status, isAwsError, isMain, isPassing })
      if (decision === 'pass') return errorAnswer(error, status ?? 400)
      if (decision === 'retry') {
        if (isHeld && end === 'handed back') retries.count()
        else retries.add(failure, call)
        return errorAnswer(error, retriedStatus(code, status))
      }
      const answer = errorAnswer(error, 400)
      if (decision === 'end') return (fatal ??= { failure, answer }).answer
      const what = `${name} ${code}`
      const title = end === 'over' ? 'A call waited too long for its quota' : `The run goes on without ${name}`
      if (!warned.has(what)) log.warning(`${failure.message}\n${fixText(failure.fix)}`, title)
      warned.add(what)
      return answer
    },
    /** Ends the run; the answer to each call from then on. */
    endWith(failure: Failure): LocalAnswer {
      return (fatal ??= { failure, answer: jsonAnswer(400, failure.message) }).answer
    },
    /** The first failure that ended the run, and the answer to each call from then on. */
    fatalError: () => fatal,
  }
}

/** The same failure, which trying again does not help: a call has waited for as long as the run allows. */
function outOfPatience({ code, message, fix, quote }: Failure): Failure {
  const waited =
    'Calls waited for it until throttle-patience-minutes, or the time limit of the run (timeout-minutes), was over.'
  return new Failure(code, { message: `${message}\n${waited}`, fix, quote })
}

/**
 * What becomes of a call that failed. `pass`: Claude Code gets the error as it is and reacts to it. `retry`: the same, and
 * it repeats the call. `refuse`: it gets the error as HTTP 400, which it does not repeat. `end`: as `refuse`, and so every
 * later call.
 */
export type Decision = 'pass' | 'retry' | 'refuse' | 'end'

/** A call that failed, as far as the decision depends on it. */
interface FailedCall extends Pick<Failure, 'code' | 'retryable'> {
  readonly operation: Operation
  /** Undefined when nothing answered. */
  readonly status: number | undefined
  /** Whether the answer names its error the way AWS does. */
  readonly isAwsError: boolean
  /** Whether the run cannot go on without this call. */
  readonly isMain: boolean
  /** Whether this host has answered a short while ago. */
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
export function decide(call: FailedCall): Decision {
  const { operation, code, status } = call
  if (!isInvocation(operation)) return 'pass'
  if (status === undefined && call.isPassing) return 'retry'
  if (status !== undefined && call.retryable) return 'retry'
  if (code === 'prompt-too-long') return 'pass'
  if (code === 'request-rejected' && (status === 400 || status === 413)) return 'pass'
  if (operation === 'InvokeModelWithResponseStream' && status === 404 && !call.isAwsError) return 'pass'
  return call.isMain || EVERYONE.includes(code) ? 'end' : 'refuse'
}

/**
 * A status that Claude Code repeats a call for. Bedrock's own may be another one: some throttling comes as 400, and a failure
 * of the model as 424 (anthropic-sdk-python#1289, #432).
 */
function retriedStatus(code: FailureCode, status: number | undefined): number {
  if (status !== undefined && (status === 408 || status === 429 || status >= 500)) return status
  return code === 'throttled' ? 429 : 503
}

/** Whether an operation calls a model. */
export const isInvocation = (operation: Operation) =>
  operation === 'InvokeModel' || operation === 'InvokeModelWithResponseStream'

const LOGGED = 20

/** Counts the calls of one run that are repeated, and logs the first twenty in a line each, with what to do. */
export function createRetryLog(log: Pick<Log, 'info'>) {
  let total = 0
  let logged = 0
  return {
    add(failure: Failure, call: BedrockCall): void {
      total += 1
      logged += 1
      if (logged <= LOGGED) log.info(retryLine(failure, call))
      if (logged === LOGGED) log.info('More calls like these are counted and no longer logged.')
    },
    /** Counts a call that is repeated for a reason that Claude Code does not see, or that is not known beforehand. */
    count: () => void (total += 1),
    total: () => total,
  }
}

/** What Bedrock said, what it means, and for a quota which one it is, on one line. */
export function retryLine({ code, message }: Failure, call: BedrockCall): string {
  const quota = code === 'throttled' ? ` The quota to raise: "${tokensPerMinuteQuota(call)}" in ${call.region}.` : ''
  return `${message.replaceAll(/\s*\n\s*/g, ' ')}${quota} The call is tried again.`
}

/**
 * An error for Claude Code in AWS's own words, in the one form that it shows as text. Written again, not as received: AWS
 * answers a wrong signature with the request that it saw, session token and all.
 */
function errorAnswer(error: ServiceError, status: number): LocalAnswer {
  const { headers, ...answer } = jsonAnswer(status, error.message || `HTTP ${status} without a message`)
  const id = error.requestId === undefined ? {} : { 'x-amzn-requestid': error.requestId }
  return { ...answer, headers: { ...headers, 'x-amzn-errortype': error.name, ...id } }
}

/** An answer in the form of Bedrock's errors, which Claude Code shows as text. */
export function jsonAnswer(status: number, message: string): LocalAnswer {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ message }) }
}
