import type { ServiceError } from '../errors.ts'
import type { EventStreams, UpstreamAnswer } from '../ports/gateway.ts'
import type { Clock } from '../ports/machine.ts'
import { streamFacts, usageInHeaders } from './event-stream.ts'
import type { CallRecord } from './types.ts'

/** The record of a call in progress; one of its methods completes it. */
export interface OpenRecord {
  /** The call was answered with an error, or not at all. */
  failed(error: ServiceError): void
  /** The unchanged body of an answer, piece by piece; the record is complete when it ends. */
  answered(answer: UpstreamAnswer): AsyncIterable<Uint8Array>
}

/** Starts the record of a call; `onBroken` is called for an answer that began with success and broke off. */
export function openRecord(
  call: Pick<CallRecord, 'model' | 'region'>,
  to: {
    clock: Clock
    onCall: (call: CallRecord) => void
    onBroken: () => void
    signal: AbortSignal
    eventStreams: EventStreams
  },
): OpenRecord {
  const started = to.clock.now()
  const time = new Date(started).toISOString()
  const end = (facts: Omit<CallRecord, 'time' | 'model' | 'region' | 'latencyMs'>) =>
    to.onCall({ time, ...call, ...facts, latencyMs: to.clock.now() - started })
  return {
    failed(error) {
      const { status = null, requestId = null } = error
      end({
        status,
        requestId,
        error: `${error.name}: ${error.message || 'no message'}`,
        inputTokens: null,
        outputTokens: null,
      })
    },
    async *answered({ status, headers, body }) {
      const isStream = headers['content-type']?.startsWith('application/vnd.amazon.eventstream') ?? false
      const stream = isStream ? streamFacts(await to.eventStreams.reader()) : undefined
      let ending: string | null = 'The caller disconnected.'
      let broken = false
      try {
        for await (const piece of body) {
          stream?.read(piece)
          yield piece
        }
        ending = null
      } catch (error) {
        broken = !to.signal.aborted
        if (broken) ending = `The connection broke: ${error instanceof Error ? error.message : String(error)}`
        throw error
      } finally {
        const { exception, ...usage } = stream?.facts() ?? { ...usageInHeaders(headers), exception: undefined }
        if (exception !== undefined) ending = `${exception.name}: ${exception.text}`
        if (broken || exception !== undefined) to.onBroken()
        end({ status, requestId: headers['x-amzn-requestid'] ?? null, error: ending, ...usage })
      }
    },
  }
}
