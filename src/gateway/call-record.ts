import { contentReader, type AnswerContent } from './answer-content.ts'
import type { ServiceError } from '../errors.ts'
import type { UpstreamAnswer } from '../ports/gateway.ts'
import { blockFinder, blockLine, type Block } from './blocked-answer.ts'
import { isEventStream, jsonIn, replyFactsIn, streamFacts, usageInHeaders, type ReplyFacts } from './event-stream.ts'
import type { CallRecord, GatewayWorld } from './types.ts'

/** Receives a whole answer: why it is none of the model's (undefined when it is), and what it holds. */
export type OnAnswer = (block: Block | undefined, content: AnswerContent) => void

/** Receives how a whole answer ended, and its tokens. */
export type OnReply = (reply: ReplyFacts) => void

interface RecordTarget extends Pick<GatewayWorld, 'clock' | 'eventStreams'> {
  readonly signal: AbortSignal
  readonly onCall: (call: CallRecord) => void
  /** Called for an answer that began with success and broke off. */
  readonly onBroken: () => void
  /** Both are called with each whole answer, before its last piece goes on. */
  readonly onAnswer?: OnAnswer | undefined
  readonly onReply?: OnReply | undefined
}

/** Starts the record of a call; one of its methods completes it. */
export function openRecord(call: Pick<CallRecord, 'model' | 'region'>, to: RecordTarget) {
  const started = to.clock.now()
  const time = new Date(started).toISOString()
  const end = (facts: Omit<CallRecord, 'time' | 'model' | 'region' | 'latencyMs'>) =>
    to.onCall({ time, ...call, ...facts, latencyMs: to.clock.now() - started })
  return {
    /** The call was answered with an error, or not at all. */
    failed(cause: ServiceError): void {
      const { status = null, requestId = null } = cause
      const error = `${cause.name}: ${cause.message || 'no message'}`
      end({ status, requestId, error, inputTokens: null, outputTokens: null })
    },
    /** The unchanged body of an answer, piece by piece; the record is complete when it ends. */
    async *answered({ status, headers, body }: UpstreamAnswer): AsyncGenerator<Uint8Array, void> {
      const isJson = /^application\/json\b/.test(headers['content-type'] ?? '')
      const { onAnswer, onReply } = to
      const content = onAnswer && contentReader()
      const stream = isEventStream(headers) ? streamFacts(await to.eventStreams.reader(), content) : undefined
      const tell = (found: Block | undefined) => content && onAnswer(found, content.content())
      const held: Uint8Array[] = []
      let block: Block | undefined
      let ending: string | null = 'The caller disconnected.'
      let broken = false
      try {
        for await (const piece of body) {
          if (isJson) held.push(piece)
          else {
            stream?.read(piece)
            // The caller may act on the last piece at once.
            if (stream?.isWhole()) {
              tell(stream.facts().block)
              onReply?.(stream.facts())
            }
            yield piece
          }
        }
        if (held.length > 0) {
          const whole = Buffer.concat(held)
          const object = jsonIn(whole)
          const finder = blockFinder()
          finder.read(object)
          block = finder.block()
          content?.read(object)
          tell(block)
          onReply?.(replyFactsIn(headers, object))
          yield whole
        }
        ending = null
      } catch (error) {
        broken = !to.signal.aborted
        if (broken) ending = `The connection broke: ${error instanceof Error ? error.message : String(error)}`
        throw error
      } finally {
        const facts = stream?.facts() ?? { ...usageInHeaders(headers), block, exception: undefined }
        const { exception } = facts
        if (exception !== undefined) ending = `${exception.name}: ${exception.text}`
        else if (facts.block !== undefined) ending ??= blockLine(facts.block)
        if (broken || exception !== undefined) to.onBroken()
        const { inputTokens, outputTokens } = facts
        const requestId = headers['x-amzn-requestid'] ?? null
        end({ status, requestId, error: ending, inputTokens, outputTokens })
      }
    },
  }
}
