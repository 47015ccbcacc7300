import { NEW_KEYS_RETRY } from '../aws/types.ts'
import { errorIn, explainBedrock } from '../bedrock/errors/bedrock-error.ts'
import { callerOf } from '../bedrock/errors/credentials.ts'
import { addedHeaders, type BedrockCall } from '../bedrock/types.ts'
import { isRetryable } from '../error-rules.ts'
import { ServiceError, type Failure } from '../errors.ts'
import type { HttpHeaders, UpstreamAnswer, UpstreamRequest } from '../ports/gateway.ts'
import { withRetry, startBackOff } from '../retry.ts'
import { openRecord, type OnAnswer, type OnReply } from './call-record.ts'
import { forwardedHeaders, endpointOf, type Route } from './route.ts'
import type { GatewayOptions, GatewayWorld } from './types.ts'

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
export type BedrockClient = ReturnType<typeof bedrockClient>

/**
 * A client that signs each call for its region. A call refused for its credentials is repeated once with renewed ones, one
 * refused for its signature once with a new signature, and one whose keys are too new for some seconds.
 */
export function bedrockClient(
  options: Omit<GatewayOptions, 'agent' | 'modelsOf' | 'quota'>,
  { upstream, signer, clock, eventStreams }: GatewayWorld,
  onRepeat: () => void,
) {
  const { bedrock, env, profiles, onCall } = options
  /** Hosts that have answered, and since when they are unreachable. */
  const unreachableSince = new Map<string, number | undefined>()

  /** Sends a signed call once, and records it. Rejects with the error of an answer of status 400 and above too. */
  async function attempt(request: UpstreamRequest, call: ClientCall, model: string | null): Promise<UpstreamAnswer> {
    const { region, signal } = call
    const record = openRecord({ model, region }, { ...call, clock, eventStreams, onCall, onBroken: onRepeat })
    try {
      const answer = await upstream.send(request, signal)
      unreachableSince.set(request.origin, undefined)
      if (answer.status < 400) return { ...answer, body: record.answered(answer) }
      throw await errorIn(answer, request)
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error
      record.failed(error)
      const { origin } = request
      if (error.status === undefined && !signal.aborted && unreachableSince.has(origin))
        unreachableSince.set(origin, unreachableSince.get(origin) ?? clock.now())
      throw error
    }
  }

  /**
   * The answer, or the error of a call that its caller has not left. A call of the runtime plane that nothing answers is sent three
   * times, unless the host name does not exist.
   */
  async function send(request: UpstreamRequest, call: ClientCall, facts: BedrockCall) {
    const { signal } = call
    const options = {
      ...RETRY,
      attempts: call.route.plane === 'runtime' ? 3 : 1,
      isRetryable: (error: unknown) =>
        error instanceof ServiceError &&
        error.status === undefined &&
        !signal.aborted &&
        isRetryable(explainBedrock(error, facts)),
      onRetry: onRepeat,
      signal,
    }
    const task = () => attempt(request, call, facts.model ?? null)
    return withRetry(task, options, clock).catch((error: unknown) => {
      if (error instanceof ServiceError && !signal.aborted) return error
      throw error
    })
  }

  /** Whether this host has answered before and has been unreachable for less than a minute. */
  const isPassing = (origin: string) =>
    unreachableSince.has(origin) && clock.now() - (unreachableSince.get(origin) ?? clock.now()) < PASSING_MS

  return {
    /**
     * The answer with its body unread, or why there is none. Rejects with the Failure of a session that could not be renewed, or
     * when the caller has disconnected.
     */
    async call(call: ClientCall): Promise<UpstreamAnswer | FailedOutcome> {
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
      const backOff = startBackOff({ ...NEW_KEYS_RETRY, isRetryable, onRetry: onRepeat, signal }, clock)
      const repeated = new Set<string>()
      let session = await options.session.current()
      for (;;) {
        const listed = await profiles
        const facts: BedrockCall = {
          region,
          model: route.name || undefined,
          account: session.kind === 'keys' ? session.account : undefined,
          maxOutputTokens: call.maxTokens ?? bedrock.maxOutputTokens,
          caller: callerOf(session, clock.now()),
          addressVariable: variable,
          ...(listed !== undefined && region === bedrock.region && { profiles: listed.ids }),
        }
        const headers =
          session.kind === 'bearer'
            ? { ...unsigned.headers, authorization: `Bearer ${session.key}` }
            : await signer.sign(unsigned, { keys: session.keys, region, now: clock.now() })
        const outcome = await send({ ...unsigned, headers }, call, facts)
        if (!(outcome instanceof ServiceError)) return outcome
        const failure = explainBedrock(outcome, facts)
        const failed = { error: outcome, failure, call: facts, isPassing: isPassing(origin) }
        const reason = reasonToRepeat(failed)
        if (reason === undefined || repeated.has(reason)) return failed
        if (reason === 'new keys') {
          try {
            await backOff.pauseAfter(failure)
          } catch {
            return failed
          }
        } else {
          repeated.add(reason)
          if (reason === 'credentials') session = await options.session.renew(session)
        }
      }
    },
  }
}

/** How a call that nothing answered is repeated. */
const RETRY = { firstPauseMs: 500, budgetMs: 2_000 }

/** How long a host that has answered may be unreachable before the failure counts as lasting. */
const PASSING_MS = 60_000

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
