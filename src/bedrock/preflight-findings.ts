import { asFailure, Failure, ServiceError } from '../errors.ts'
import { explainBedrock } from './errors/bedrock-error.ts'
import type { BedrockCall } from './types.ts'
import type { Check } from './preflight-report.ts'

/** A check, and the failure of one that failed. */
export interface Finding {
  readonly check: Check
  readonly failure?: Failure | undefined
}

/** A model and what became of its one token: an error, no error, or it was not asked (undefined). */
export interface TriedModel {
  readonly name: 'Model' | 'Small model'
  readonly model: string
  readonly asked: { readonly error?: unknown } | undefined
}

/** Whether the run can start with this model. */
export function modelFinding({ name, model, asked }: TriedModel, call: BedrockCall): Finding {
  if (asked === undefined) return note(name, model, 'not checked: Claude Code itself turns this name into a profile')
  if (asked.error === undefined) return ok(name, model, `answers in ${call.region}`)
  const failure = explained(asked.error, call)
  if (isPassing(asked.error, failure))
    return note(name, model, `${failure.message}\nThis may pass, and the run tries again by itself.`)
  if (failure.code === 'request-rejected' && statusOf(asked.error) === 400)
    return note(name, model, `${failure.message}\nThis is about the request of the check; the run sends others.`)
  return failed(name, model, name === 'Model' ? failure : aboutSmallModel(failure))
}

/**
 * What it means that profiles could not be listed. They are for advice, and their endpoint need not be reachable from a
 * private network: when a model `isAnswering`, nothing is lost. Else no answer, and refused credentials, are failures.
 */
export function regionFinding(error: unknown, call: BedrockCall, isAnswering: boolean): Finding {
  const failure = explained(error, call)
  const isSilent = statusOf(error) === undefined && !isPassing(error, failure)
  if (!isAnswering && (isSilent || failure.code.startsWith('credentials-')))
    return failed('Region', call.region, failure)
  return note('Region', call.region, `${UNLISTED}\n${failure.message}`)
}

const UNLISTED =
  'Inference profiles could not be listed: advice cannot name those that work here. Nothing else needs the list.'

const statusOf = (error: unknown) => (error instanceof ServiceError ? error.status : undefined)

/** Throttling, trouble inside AWS, an answer that takes long; but not a host that cannot be reached at all. */
function isPassing(error: unknown, { retryable }: Failure): boolean {
  if (error instanceof ServiceError && error.name === 'TimeoutError') return true
  return retryable && statusOf(error) !== undefined
}

const explained = (error: unknown, call: BedrockCall) =>
  error instanceof ServiceError ? explainBedrock(error, call) : asFailure(error)

/** The advice names the inputs of the main model. */
function aboutSmallModel({ code, message, fix, cause }: Failure): Failure {
  const own = fix.map((block) => {
    if (block.kind === 'text') return block
    const code = block.code
      .replaceAll(/^([ #]*)model: /gm, '$1small-fast-model: ')
      .replaceAll(/^([ #]*)aws-region: /gm, '$1small-fast-model-region: ')
    return { ...block, code }
  })
  return new Failure(code, { message: `small-fast-model: ${message}`, fix: own, cause })
}

/** A check that went well. */
export const ok = (name: string, subject: string, text: string): Finding => ({
  check: { name, subject, state: 'ok', text },
})

const note = (name: string, subject: string, text: string): Finding => ({
  check: { name, subject, state: 'note', text },
})

/** A check that failed. */
export const failed = (name: string, subject: string, failure: Failure): Finding => ({
  check: { name, subject, state: 'failed', text: `${failure.code}: ${failure.message}`, fix: failure.hint },
  failure,
})
