import type { ServiceError } from '../errors.ts'
import { fieldOf, numberOf, parseJson, stringOf } from '../json.ts'
import type { UpstreamAnswer, EventMessage, HttpHeaders } from '../ports/gateway.ts'
import { contentReader, type AnswerContent, blockFinder, blockLine, type Block } from './answer.ts'
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

/** Tokens of a call and why the model stopped, as far as its answer says; `null` and undefined are "not known". */
interface ReplyFacts {
  /** Neither read from the cache nor written to it. */
  readonly inputTokens: number | null
  readonly outputTokens: number | null
  readonly cacheReadTokens: number | undefined
  readonly cacheWriteTokens: number | undefined
  readonly stopReason: string | undefined
}

/** Reads a stream of Bedrock piece by piece; nothing of the model's text is kept here. `messagesIn` is a reader of its framing, `content` of its events. */
export function streamFacts(
  messagesIn: (piece: Uint8Array) => readonly EventMessage[],
  content?: { read(event: unknown): void },
) {
  let first: unknown
  let last: unknown
  let stopReason: string | undefined
  let exception: EventMessage | undefined
  const finder = blockFinder()
  return {
    read(piece: Uint8Array): void {
      for (const message of messagesIn(piece)) {
        const type = message.headers[':message-type']
        if (type === 'exception' || type === 'error') exception ??= message
        else {
          last = eventIn(message.payload)
          first ??= last
          finder.read(last)
          stopReason = stringOf(fieldOf(last, 'delta'), 'stop_reason') ?? stopReason
          content?.read(last)
        }
      }
    },
    /** Whether the event that ends an answer has come. */
    isWhole: () => stringOf(last, 'type') === 'message_stop',
    /** What the stream said: its tokens, the exception that ended it, and whether it is no answer of the model's. */
    facts() {
      const started = fieldOf(fieldOf(first, 'message'), 'usage')
      // Bedrock adds its count to the last event; a stream that broke off has only Claude's count in the first.
      const counted = fieldOf(last, 'amazon-bedrock-invocationMetrics')
      return {
        inputTokens: numberOf(counted, 'inputTokenCount') ?? numberOf(started, 'input_tokens') ?? null,
        outputTokens: numberOf(counted, 'outputTokenCount') ?? null,
        ...cachedIn(started),
        stopReason,
        exception: exception && exceptionOf(exception),
        block: finder.block(),
      }
    },
  }
}

/** What an answer that is no stream says of itself. */
function replyFactsIn(headers: HttpHeaders, body: unknown): ReplyFacts {
  const stopReason = stringOf(body, 'stop_reason')
  return { ...usageInHeaders(headers), ...cachedIn(fieldOf(body, 'usage')), stopReason }
}

const cachedIn = (usage: unknown) => ({
  cacheReadTokens: numberOf(usage, 'cache_read_input_tokens'),
  cacheWriteTokens: numberOf(usage, 'cache_creation_input_tokens'),
})

/** Tokens of an answer that is no stream, from its headers. */
export function usageInHeaders(headers: HttpHeaders) {
  const count = (name: string) => {
    const number = Number(headers[name] ?? NaN)
    return Number.isFinite(number) ? number : null
  }
  return {
    inputTokens: count('x-amzn-bedrock-input-token-count'),
    outputTokens: count('x-amzn-bedrock-output-token-count'),
  }
}

function exceptionOf({ headers, payload }: EventMessage) {
  const name = headers[':exception-type'] ?? headers[':error-code'] ?? 'exception'
  return { name, text: stringOf(jsonIn(payload), 'message') ?? headers[':error-message'] ?? '' }
}

/** The event of a payload, whose JSON travels as base64 in a field of a JSON object; undefined where there is none. */
export const eventIn = (payload: Uint8Array): unknown =>
  jsonIn(Buffer.from(stringOf(jsonIn(payload), 'bytes') ?? '', 'base64'))

/** What a body says, as JSON; undefined when it is none. */
export const jsonIn = (bytes: Uint8Array): unknown => parseJson(new TextDecoder().decode(bytes))

/** Whether an answer comes as a stream of events. */
export const isEventStream = (headers: HttpHeaders) =>
  headers['content-type']?.startsWith('application/vnd.amazon.eventstream') === true
