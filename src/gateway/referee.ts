import type { Failure } from '../errors.ts'
import type { LocalAnswer } from '../ports/gateway.ts'
import type { Log } from '../ports/log.ts'
import type { FailedOutcome } from './bedrock-client.ts'
import { errorAnswer, jsonAnswer } from './bedrock-error.ts'
import { isInvocation, judge } from './judgement.ts'
import { type Route, mainModel } from './route.ts'
import { troubleTeller } from './troubles.ts'
import type { GatewayOptions } from './types.ts'

/** A run that Bedrock cannot serve: why, and the answer to each call from then on. */
export interface End {
  readonly failure: Failure
  readonly answer: LocalAnswer
}

/** Settles what failed, and knows how the run stands. */
export interface Referee {
  /** Told of each call before it is made. */
  saw(route: Route): void
  /** The answer to a call that failed. */
  settle(outcome: FailedOutcome, route: Route): LocalAnswer
  /** The answer to a call for which there was no session to be had. */
  endWith(failure: Failure): LocalAnswer
  /** The first that ended the run. */
  end(): End | undefined
  /** Counts a call that is repeated for a reason that Claude Code does not hear of, or cannot be told beforehand. */
  countRepeat(): void
  repeats(): number
}

/** A referee for one run; it tells the log of what it settles, of the same thing not again and again. */
export function createReferee(bedrock: GatewayOptions['bedrock'], log: Log): Referee {
  const troubles = troubleTeller(log)
  const isMain = mainModel(bedrock)
  const warned = new Set<string>()
  let end: End | undefined

  return {
    saw({ operation, name }) {
      if (isInvocation(operation)) isMain(name)
    },
    settle({ error, failure, call, isPassing }, { operation, name }) {
      const { status } = error
      const facts = { operation, code: failure.code, status, isPassing, isAwsError: error.name !== 'Error' }
      const judgement = judge({ ...facts, isMain: isMain(name) })
      if (judgement === 'pass') return errorAnswer(error, status ?? 400)
      if (judgement === 'retry') {
        troubles.tell(failure, call)
        return errorAnswer(error, status ?? 503)
      }
      const answer = errorAnswer(error, 400)
      if (judgement === 'end') return (end ??= { failure, answer }).answer
      const what = `${name} ${failure.code}`
      if (!warned.has(what)) log.warning(`${failure.message}\n${failure.hint}`, `The run goes on without ${name}`)
      warned.add(what)
      return answer
    },
    endWith(failure) {
      return (end ??= { failure, answer: jsonAnswer(400, failure.message) }).answer
    },
    end: () => end,
    countRepeat: () => troubles.count(),
    repeats: () => troubles.total(),
  }
}
