import type { ServiceError } from '../errors.ts'
import type { UpstreamAnswer } from '../ports/gateway.ts'
import type { Clock } from '../ports/machine.ts'
import { streamListener, usageInHeaders } from './stream-facts.ts'
import type { CallRecord } from './words.ts'

/** The record of a call that is under way; one of its methods ends it. */
export interface OpenRecord {
  /** Nothing answered, or an error did. */
  failed(error: ServiceError): void
  /** The body of an answer, unchanged and piece by piece; the record ends when it does. */
  answered(answer: UpstreamAnswer): AsyncIterable<Uint8Array>
}

/** Starts the record of a call; `onBroken` hears of an answer that began well and broke off. */
export function openRecord(
  call: Pick<CallRecord, 'model' | 'region'>,
  to: { clock: Clock; onCall: (call: CallRecord) => void; onBroken: () => void; gone: AbortSignal },
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
      const listener = streamListener()
      const isStream = headers['content-type']?.startsWith('application/vnd.amazon.eventstream') ?? false
      let ending: string | null = 'The caller went away.'
      let broken = false
      try {
        for await (const piece of body) {
          if (isStream) listener.hear(piece)
          yield piece
        }
        ending = null
      } catch (error) {
        broken = !to.gone.aborted
        if (broken) ending = `The connection broke: ${error instanceof Error ? error.message : String(error)}`
        throw error
      } finally {
        const { exception, ...usage } = isStream
          ? listener.facts()
          : { ...usageInHeaders(headers), exception: undefined }
        if (exception !== undefined) ending = `${exception.name}: ${exception.text}`
        if (broken || exception !== undefined) to.onBroken()
        end({ status, requestId: headers['x-amzn-requestid'] ?? null, error: ending, ...usage })
      }
    },
  }
}
