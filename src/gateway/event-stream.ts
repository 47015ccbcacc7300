import { fieldOf, numberOf, parseJson, stringOf } from '../json.ts'
import type { EventMessage, HttpHeaders } from '../ports/gateway.ts'
import { blockFinder } from './blocked-answer.ts'

/** Tokens of a call and why the model stopped, as far as its answer says; `null` and undefined are "not known". */
export interface ReplyFacts {
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
export function replyFactsIn(headers: HttpHeaders, body: unknown): ReplyFacts {
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
