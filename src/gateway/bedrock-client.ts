import type { Session } from '../aws/session-words.ts'
import { ServiceError, type Failure, type FailureCode } from '../errors.ts'
import type { HttpHeaders, UpstreamAnswer, UpstreamRequest } from '../ports/gateway.ts'
import { endpointOf } from './endpoint.ts'
import { forwardedHeaders } from './headers.ts'
import { openLine } from './line.ts'
import { pathId } from './main-model.ts'
import type { Route } from './route.ts'
import type { GatewayOptions, GatewayWorld } from './words.ts'
import { explainBedrock } from '../bedrock/errors/bedrock-error.ts'
import type { BedrockCall } from '../bedrock/types.ts'

/** A call as Claude Code makes it. `target` is the path and query as received. */
export interface ClientCall {
  readonly route: Route
  readonly method: string
  readonly target: string
  readonly headers: HttpHeaders
  readonly body: Uint8Array
  readonly gone: AbortSignal
}

/** Why a call has no answer, and the call as advice needs it. `isPassing`: the host has answered a short while ago. */
export interface FailedOutcome {
  readonly error: ServiceError
  readonly failure: Failure
  readonly call: BedrockCall
  readonly isPassing: boolean
}

/** Calls Bedrock in the run's name. */
export interface BedrockClient {
  /**
   * The answer, its body still to be read, or what went wrong. Rejects with the Failure of a session that is not to be had,
   * or when the caller has gone.
   */
  call(call: ClientCall): Promise<UpstreamAnswer | FailedOutcome>
}

/**
 * A client that signs each call for its region. A call that fails for its credentials is repeated once with renewed ones,
 * for its signature once with a new one, and because the model itself failed once as it is, for Claude Code does not
 * (measured with 2.1.330).
 */
export function bedrockClient(options: GatewayOptions, world: GatewayWorld, onRepeat: () => void): BedrockClient {
  const { bedrock, env, profiles } = options
  const line = openLine(world, { onCall: options.onCall, onRepeat })

  async function signed(request: UpstreamRequest, session: Session, region: string): Promise<UpstreamRequest> {
    const headers =
      session.kind === 'bearer'
        ? { ...request.headers, authorization: `Bearer ${session.key}` }
        : await world.signer.sign(request, { keys: session.keys, region, now: world.clock.now() })
    return { ...request, headers }
  }

  return {
    async call(call) {
      const { route, gone } = call
      const region = regionOf(route, bedrock)
      const { origin, prefix } = endpointOf(route.plane, region, env)
      const unsigned = {
        operation: route.operation,
        method: call.method,
        origin,
        target: `${prefix}${call.target}`,
        headers: forwardedHeaders(call.headers),
        body: call.body,
      }
      const repeated = new Set<string>()
      let session = await options.session.current()
      for (;;) {
        const listed = await profiles
        const facts: BedrockCall = {
          region,
          model: route.name || undefined,
          account: session.kind === 'keys' ? session.account : undefined,
          maxOutputTokens: bedrock.maxOutputTokens,
          ...(listed !== undefined && region === bedrock.region && { profiles: listed.ids }),
        }
        const request = await signed(unsigned, session, region)
        const came = await line.send({ request, plane: route.plane, call: facts, gone })
        if (!(came instanceof ServiceError)) return came
        const failure = explainBedrock(came, facts)
        const reason = reasonToRepeat(came, failure.code)
        if (reason === undefined || repeated.has(reason))
          return { error: came, failure, call: facts, isPassing: line.isPassing(origin) }
        repeated.add(reason)
        if (reason === 'credentials') session = await options.session.renew(session)
        if (reason === 'model') onRepeat()
      }
    },
  }
}

/** The small/fast model may be in a region of its own; everything else is in the run's. */
function regionOf({ plane, name }: Route, bedrock: GatewayOptions['bedrock']): string {
  const { smallFastModel, smallFastModelRegion, region } = bedrock
  const isSmall = smallFastModel !== undefined && name === pathId(smallFastModel)
  return plane === 'runtime' && isSmall ? smallFastModelRegion : region
}

/** A signature that has aged on its way, or that a clock set meanwhile has spoiled, is good when it is made again. */
function reasonToRepeat({ name }: ServiceError, code: FailureCode): 'credentials' | 'signature' | 'model' | undefined {
  if (code === 'model-error') return 'model'
  if (!code.startsWith('credentials-')) return undefined
  return /signature|^RequestExpired|^RequestTimeTooSkewed/i.test(name) ? 'signature' : 'credentials'
}
