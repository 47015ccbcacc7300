import { contentReader, type AnswerContent } from './answer-content.ts'
import type { ServiceError } from '../errors.ts'
import { parseJson } from '../json.ts'
import type { EventStreams, UpstreamAnswer } from '../ports/gateway.ts'
import type { Clock } from '../ports/machine.ts'
import { blockFinder, blockLine, type Block } from './blocked-answer.ts'
import { replyFactsIn, streamFacts, usageInHeaders, type ReplyFacts, type Usage } from './event-stream.ts'
import type { CallRecord } from './types.ts'

/** The record of a call in progress; one of its methods completes it. */
export interface OpenRecord {
  /** The call was answered with an error, or not at all. */
  failed(error: ServiceError): void
  /** The unchanged body of an answer, piece by piece; the record is complete when it ends. */
  answered(answer: UpstreamAnswer): AsyncIterable<Uint8Array>
}

/** Receives a whole answer: why it is none of the model's, and what it holds. */
export type OnAnswer = (block: Block | undefined, content: AnswerContent) => void

/** Receives how a whole answer ended, and its tokens. */
export type OnReply = (reply: Usage & ReplyFacts) => void

/** Where a record goes. `onBroken` is called for an answer that began with success and broke off. */
export interface RecordTarget {
  readonly clock: Clock
  readonly eventStreams: EventStreams
  readonly signal: AbortSignal
  readonly onCall: (call: CallRecord) => void
  readonly onBroken: () => void
  /** Called with each whole answer before its last piece goes on; the block is undefined when the answer is the model's own. */
  readonly onAnswer: OnAnswer | undefined
  /** Likewise, before the last piece goes on. */
  readonly onReply?: OnReply | undefined
}

/** Starts the record of a call. */
export function openRecord(call: Pick<CallRecord, 'model' | 'region'>, to: RecordTarget): OpenRecord {
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
      const type = headers['content-type'] ?? ''
      const isStream = type.startsWith('application/vnd.amazon.eventstream')
      const { onAnswer, onReply } = to
      const content = onAnswer && contentReader()
      const stream = isStream ? streamFacts(await to.eventStreams.reader(), content) : undefined
      const tell = (found: Block | undefined) => content && onAnswer(found, content.content())
      const held: Uint8Array[] = []
      let block: Block | undefined
      let ending: string | null = 'The caller disconnected.'
      let broken = false
      try {
        for await (const piece of body) {
          if (isJson(type)) held.push(piece)
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
          const object = parseJson(new TextDecoder().decode(whole))
          block = blockIn(object)
          content?.read(object)
          tell(block)
          onReply?.({ ...usageInHeaders(headers), ...replyFactsIn(object) })
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

const isJson = (type: string) => /^application\/json\b/.test(type)

function blockIn(body: unknown): Block | undefined {
  const finder = blockFinder()
  finder.read(body)
  return finder.block()
}
