import { Failure, type FailureCode, type ServiceError } from '../errors.ts'
import { factOf, type Fact } from './explain-fact.ts'
import type { BedrockCall, Row } from './explain-row.ts'
import { BEDROCK_ERRORS } from './explain-rows.ts'

export type { BedrockCall } from './explain-row.ts'

/**
 * Says what an error of Bedrock means and what to do, from the service's own answer or from Claude Code's rendering of it
 * (then with an empty name). What no row knows keeps the service's words and is never guessed at.
 */
export function explainBedrock(error: ServiceError, call: BedrockCall): Failure {
  const fact = factOf(error)
  const known = { ...call, model: call.model ?? modelIn(fact) }
  const row = rowFor(fact, known)
  const means = row === undefined ? UNKNOWN_MEANS : textOf(row.means, fact, known)
  const fix = row === undefined ? unknownFix(error) : textOf(row.fix, fact, known)
  return new Failure(row?.code ?? unknownCode(fact.status), {
    message: `${quote(fact, error, call)}\n${means}`,
    hint: fix,
    cause: error,
  })
}

const HEALING: readonly FailureCode[] = [
  'throttled',
  'service-unavailable',
  'model-timeout',
  'model-error',
  'network-unreachable',
]

/** Whether the same call may succeed a moment later (a `model-error`: once); everything else fails again the same way. */
export function canHeal(code: FailureCode): boolean {
  return HEALING.includes(code)
}

/** Text is the most telling, then the name, then the status. */
function rowFor(fact: Fact, call: BedrockCall): Row | undefined {
  const rows = BEDROCK_ERRORS.filter(({ when }) => when?.(fact, call) ?? true)
  return (
    rows.find(({ says }) => says?.test(fact.words)) ??
    rows.find(({ named }) => named?.includes(fact.name)) ??
    rows.find(({ statuses }) => fact.status !== undefined && statuses?.includes(fact.status))
  )
}

/** The model that the words name, unless as a foundation model behind a profile, which is not what was called. */
function modelIn({ words }: Fact): string | undefined {
  return /(?<!foundation-model\/[\w.-]*)\b(?:[a-z]+(?:-[a-z]+)?\.)?anthropic\.claude[\w.:-]*\w/.exec(words)?.[0]
}

function textOf(text: Row['means'], fact: Fact, call: BedrockCall): string {
  return typeof text === 'string' ? text : text(fact, call)
}

function quote(fact: Fact, error: ServiceError, call: BedrockCall): string {
  const name = (error.name.split(':')[0] ?? '').replace(/^(Error|ServiceError)$/, '')
  const status = fact.status === undefined ? '' : `HTTP ${fact.status}`
  const id = error.requestId === undefined ? '' : `request id ${error.requestId}`
  const facts = [name, status, call.region, call.model, id].filter(Boolean)
  return `${error.service} ${error.operation}: ${fact.words || 'no message'} (${facts.join(', ')})`
}

const UNKNOWN_MEANS = 'This answer is not one that this action knows.'

function unknownCode(status: number | undefined): FailureCode {
  if (status !== undefined && status >= 500) return 'service-unavailable'
  return status !== undefined && status >= 400 ? 'request-rejected' : 'unexpected'
}

function unknownFix(error: ServiceError): string {
  const id = error.requestId === undefined ? '' : ` and the request id ${error.requestId}`
  return `Look for these words in https://docs.aws.amazon.com/bedrock/latest/userguide/troubleshooting-api-error-codes.html, or give them${id} to AWS Support.`
}
