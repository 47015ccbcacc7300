import { bedrockError, explainBedrock } from '../bedrock/errors/bedrock-error.ts'
import type { BedrockCall } from '../bedrock/types.ts'
import { ServiceError } from '../errors.ts'
import type { UpstreamAnswer, UpstreamRequest } from '../ports/gateway.ts'
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
      return failed(await errorIn(answer, request))
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
        if (!explainBedrock(came, call.call).retryable) return came
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

/** No error of Bedrock is nearly as long; of a longer page from something in between, the beginning is enough. */
const LONGEST = 64 * 1024

/** The error that an answer of status 400 and above holds. Reads its body. */
async function errorIn(answer: UpstreamAnswer, { operation, origin }: UpstreamRequest): Promise<ServiceError> {
  return bedrockError({
    operation,
    name: answer.headers['x-amzn-errortype'],
    text: await textOf(answer.body),
    status: answer.status,
    requestId: answer.headers['x-amzn-requestid'],
    host: new URL(origin).hostname,
  })
}

async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  try {
    for await (const piece of body) {
      text += decoder.decode(piece, { stream: true })
      if (text.length > LONGEST) break
    }
  } catch {
    // An error that breaks off is still one; its beginning says which.
  }
  return text
}
