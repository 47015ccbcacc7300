import { NEW_KEYS_RETRY, type Session } from '../aws/types.ts'
import { addedHeaders } from '../bedrock/added-headers.ts'
import { errorIn, explainBedrock } from '../bedrock/errors/bedrock-error.ts'
import { callerOf } from '../bedrock/errors/credentials.ts'
import type { BedrockCall } from '../bedrock/types.ts'
import { isRetryable } from '../error-rules.ts'
import { ServiceError, type Failure } from '../errors.ts'
import type { HttpHeaders, UpstreamAnswer, UpstreamRequest } from '../ports/gateway.ts'
import { withRetry, startBackOff } from '../retry.ts'
import { openRecord, type OnAnswer, type OnReply } from './call-record.ts'
import { forwardedHeaders } from './headers.ts'
import { endpointOf, type Route } from './route.ts'
import type { CallRecord, GatewayOptions, GatewayWorld } from './types.ts'

/** A call as Claude Code makes it, and the region that it goes to. `target` is the path and query as received. */
export interface ClientCall {
  readonly route: Route
  readonly region: string
  readonly method: string
  readonly target: string
  readonly headers: HttpHeaders
  readonly body: Uint8Array
  readonly signal: AbortSignal
  /** Called with each whole answer: undefined when it is the model's own. */
  readonly onAnswer?: OnAnswer
  /** Called with each whole answer, and how it ended. */
  readonly onReply?: OnReply
  /** `max_tokens` of the body, where it is not the run's own. */
  readonly maxTokens?: number | undefined
}

/** Why a call has no answer, and the call as advice needs it. `isPassing`: the host has answered a short while ago. */
export interface FailedOutcome {
  readonly error: ServiceError
  readonly failure: Failure
  readonly call: BedrockCall
  readonly isPassing: boolean
}

/** Calls Bedrock with the run's credentials. */
export interface BedrockClient {
  /**
   * The answer with its body unread, or why there is none. Rejects with the Failure of a session that could not be renewed, or
   * when the caller has disconnected.
   */
  call(call: ClientCall): Promise<UpstreamAnswer | FailedOutcome>
}

/**
 * A client that signs each call for its region. A call refused for its credentials is repeated once with renewed ones, one
 * refused for its signature once with a new signature, and one whose keys are too new for some seconds.
 */
export function bedrockClient(
  options: Omit<GatewayOptions, 'agent' | 'modelsOf' | 'quota'>,
  world: GatewayWorld,
  onRepeat: () => void,
): BedrockClient {
  const { bedrock, env, profiles } = options
  const transport = openTransport(world, { onCall: options.onCall, onRetry: onRepeat })

  async function signed(request: UpstreamRequest, session: Session, region: string): Promise<UpstreamRequest> {
    const headers =
      session.kind === 'bearer'
        ? { ...request.headers, authorization: `Bearer ${session.key}` }
        : await world.signer.sign(request, { keys: session.keys, region, now: world.clock.now() })
    return { ...request, headers }
  }

  return {
    async call(call) {
      const { route, region, signal } = call
      const { origin, prefix, variable } = endpointOf(route.plane, region, env)
      const unsigned = {
        operation: route.operation,
        method: call.method,
        origin,
        target: `${prefix}${call.target}`,
        headers: { ...forwardedHeaders(call.headers), ...addedHeaders(route.plane, bedrock) },
        body: call.body,
      }
      const backOff = startBackOff({ ...NEW_KEYS_RETRY, isRetryable, onRetry: onRepeat, signal }, world.clock)
      const repeated = new Set<string>()
      let session = await options.session.current()
      for (;;) {
        const listed = await profiles
        const facts: BedrockCall = {
          region,
          model: route.name || undefined,
          account: session.kind === 'keys' ? session.account : undefined,
          maxOutputTokens: call.maxTokens ?? bedrock.maxOutputTokens,
          caller: callerOf(session, world.clock.now()),
          addressVariable: variable,
          ...(listed !== undefined && region === bedrock.region && { profiles: listed.ids }),
        }
        const request = await signed(unsigned, session, region)
        const outcome = await transport.send({
          request,
          plane: route.plane,
          call: facts,
          signal,
          onAnswer: call.onAnswer,
          onReply: call.onReply,
        })
        if (!(outcome instanceof ServiceError)) return outcome
        const failure = explainBedrock(outcome, facts)
        const failed = { error: outcome, failure, call: facts, isPassing: transport.isPassing(origin) }
        const reason = reasonToRepeat(failed)
        if (reason === undefined || repeated.has(reason)) return failed
        if (reason === 'new keys') {
          const isLast = await backOff.pauseAfter(failure).then(
            () => false,
            () => true,
          )
          if (isLast) return failed
          continue
        }
        repeated.add(reason)
        if (reason === 'credentials') session = await options.session.renew(session)
      }
    },
  }
}

/** Keys that were issued so short a time ago would not be accepted either when they are issued again. */
const TOO_NEW_TO_RENEW_MS = 60_000

/** A signature that expired on its way, or that a changed clock made invalid, is valid when made again. */
function reasonToRepeat({ error, failure, call }: FailedOutcome): 'credentials' | 'signature' | 'new keys' | undefined {
  if (!failure.code.startsWith('credentials-')) return undefined
  if (isRetryable(failure)) return 'new keys'
  if (/signature|^RequestExpired|^RequestTimeTooSkewed/i.test(error.name)) return 'signature'
  const { caller } = call
  const age = caller?.kind === 'keys' ? caller.keyAgeMs : undefined
  const isNew = failure.code === 'credentials-invalid' && age !== undefined && age < TOO_NEW_TO_RENEW_MS
  return isNew ? undefined : 'credentials'
}

/** How a call that nothing answered is repeated. */
const RETRY = { firstPauseMs: 500, budgetMs: 2_000 }

/** How long a host that has answered may be unreachable before the failure counts as lasting. */
const PASSING_MS = 60_000

/** A signed call, what it is for, and the signal of its caller. */
interface TransportCall {
  readonly request: UpstreamRequest
  readonly plane: Route['plane']
  readonly call: BedrockCall
  readonly signal: AbortSignal
  readonly onAnswer: ClientCall['onAnswer']
  readonly onReply: ClientCall['onReply']
}

/** Sends signed calls and records each. */
interface Transport {
  /**
   * An answer below status 400 with its body unread, or the error. A call of the runtime plane that nothing answers is sent
   * three times, unless the host name does not exist. Rejects when the caller has disconnected.
   */
  send(call: TransportCall): Promise<UpstreamAnswer | ServiceError>
  /** Whether this host has answered before and has been unreachable for less than a minute. */
  isPassing(origin: string): boolean
}

/** `onRetry` is called for each call that has to be sent again. */
function openTransport(
  { upstream, clock, eventStreams }: GatewayWorld,
  { onCall, onRetry }: { onCall: (call: CallRecord) => void; onRetry: () => void },
): Transport {
  /** Hosts that have answered, and since when they are unreachable. */
  const unreachableSince = new Map<string, number | undefined>()

  async function attempt({
    request,
    call,
    signal,
    onAnswer,
    onReply,
  }: TransportCall): Promise<UpstreamAnswer | ServiceError> {
    const facts = { model: call.model ?? null, region: call.region }
    const record = openRecord(facts, { clock, onCall, onBroken: onRetry, signal, eventStreams, onAnswer, onReply })
    const failed = (error: ServiceError) => {
      record.failed(error)
      return error
    }
    try {
      const answer = await upstream.send(request, signal)
      unreachableSince.set(request.origin, undefined)
      if (answer.status < 400) return { ...answer, body: record.answered(answer) }
      return failed(await errorIn(answer, request))
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error
      failed(error)
      if (signal.aborted) throw error
      if (unreachableSince.has(request.origin))
        unreachableSince.set(request.origin, unreachableSince.get(request.origin) ?? clock.now())
      return error
    }
  }

  return {
    async send(call) {
      const { plane, signal } = call
      const isRetryableCall = (error: unknown) =>
        error instanceof ServiceError &&
        error.status === undefined &&
        !signal.aborted &&
        isRetryable(explainBedrock(error, call.call))
      const task = async () => {
        const outcome = await attempt(call)
        if (outcome instanceof ServiceError) throw outcome
        return outcome
      }
      const attempts = plane === 'runtime' ? 3 : 1
      const options = { ...RETRY, attempts, isRetryable: isRetryableCall, onRetry, signal }
      return withRetry(task, options, clock).catch((error: unknown) => {
        if (error instanceof ServiceError && !signal.aborted) return error
        throw error
      })
    },
    isPassing(origin) {
      return unreachableSince.has(origin) && clock.now() - (unreachableSince.get(origin) ?? clock.now()) < PASSING_MS
    },
  }
}
