import { canHeal, explainBedrock, type BedrockCall } from '../bedrock/explain.ts'
import { ServiceError } from '../errors.ts'
import type { UpstreamAnswer, UpstreamRequest } from '../ports/gateway.ts'
import { bedrockError } from './bedrock-error.ts'
import { openRecord } from './call-record.ts'
import type { Route } from './route.ts'
import type { CallRecord, GatewayWorld } from './words.ts'

/** Pauses before a call is tried again when nothing answered. */
const PAUSES_MS = [250, 1_000]

/** How long a host that has answered may then be out of reach. */
const PASSING_MS = 60_000

/** A signed call, what it is for, and who waits for it. */
export interface LineCall {
  readonly request: UpstreamRequest
  readonly plane: Route['plane']
  readonly call: BedrockCall
  readonly gone: AbortSignal
}

/** The line to Bedrock: each call that goes over it is recorded. */
export interface Line {
  /**
   * An answer below status 400, its body still to be read; else what was wrong. A call of the runtime plane that nothing
   * answers is tried three times, unless the name of the host does not exist. Rejects when the caller has gone.
   */
  send(call: LineCall): Promise<UpstreamAnswer | ServiceError>
  /** Whether this host has answered before and has not been out of reach for a minute since. */
  isPassing(origin: string): boolean
}

/** Opens the line; `onRepeat` hears of each call that has to be made again. */
export function openLine(
  { upstream, clock }: GatewayWorld,
  { onCall, onRepeat }: { onCall: (call: CallRecord) => void; onRepeat: () => void },
): Line {
  /** Hosts that have answered, and since when they have not. */
  const reached = new Map<string, number | undefined>()

  async function attempt({ request, call, gone }: LineCall): Promise<UpstreamAnswer | ServiceError> {
    const facts = { model: call.model ?? null, region: call.region }
    const record = openRecord(facts, { clock, onCall, onBroken: onRepeat, gone })
    const failed = (error: ServiceError) => {
      record.failed(error)
      return error
    }
    try {
      const answer = await upstream.send(request, gone)
      reached.set(request.origin, undefined)
      if (answer.status < 400) return { ...answer, body: record.answered(answer) }
      return failed(await bedrockError(answer, request))
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error
      failed(error)
      if (gone.aborted) throw error
      if (reached.has(request.origin)) reached.set(request.origin, reached.get(request.origin) ?? clock.now())
      return error
    }
  }

  return {
    async send(call) {
      const pauses = call.plane === 'runtime' ? PAUSES_MS : []
      let came = await attempt(call)
      for (const pause of pauses) {
        if (!(came instanceof ServiceError) || came.status !== undefined) return came
        if (!canHeal(explainBedrock(came, call.call).code)) return came
        await clock.sleep(pause, call.gone)
        onRepeat()
        came = await attempt(call)
      }
      return came
    },
    isPassing(origin) {
      return reached.has(origin) && clock.now() - (reached.get(origin) ?? clock.now()) < PASSING_MS
    },
  }
}
