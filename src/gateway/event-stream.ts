import { fieldOf, numberOf, parseJson, stringOf } from '../json.ts'
import type { EventMessage } from '../ports/gateway.ts'
import { blockFinder } from './blocked-answer.ts'

/** Tokens of a call, as far as its answer says; `null` is "not known". */
export interface Usage {
  /** Neither read from the cache nor written to it. */
  readonly inputTokens: number | null
  readonly outputTokens: number | null
}

/** What of an answer's tokens went by the cache, and why the model stopped; undefined where the answer does not say. */
export interface ReplyFacts {
  readonly cacheReadTokens: number | undefined
  readonly cacheWriteTokens: number | undefined
  readonly stopReason: string | undefined
}

/** Only events with one of these can say that an answer is blocked. */
const TELLS_OF_A_BLOCK = /amazon-bedrock-(guardrail|trace)|"stop_reason"/

/** Reads a stream of Bedrock piece by piece; nothing of the model's text is kept here. `messagesIn` is a reader of its framing, `content` of its events. */
export function streamFacts(
  messagesIn: (piece: Uint8Array) => readonly EventMessage[],
  content?: { read(event: unknown): void },
) {
  let first: string | undefined
  let last: string | undefined
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
          if (TELLS_OF_A_BLOCK.test(last)) {
            const event = parseJson(last)
            finder.read(event)
            stopReason = stringOf(fieldOf(event, 'delta'), 'stop_reason') ?? stopReason
          }
          content?.read(parseJson(last))
        }
      }
    },
    /** Whether the event that ends an answer has come. */
    isWhole: () => stringOf(parseJson(last ?? ''), 'type') === 'message_stop',
    /** What the stream said: its tokens, the exception that ended it, and whether it is no answer of the model's. */
    facts: () => ({
      ...usageOf(parseJson(first ?? ''), parseJson(last ?? '')),
      ...cachedIn(fieldOf(fieldOf(parseJson(first ?? ''), 'message'), 'usage')),
      stopReason,
      exception: exception && exceptionOf(exception),
      block: finder.block(),
    }),
  }
}

/** What one body of an answer says of it, where it is no stream. */
export function replyFactsIn(body: unknown): ReplyFacts {
  return { ...cachedIn(fieldOf(body, 'usage')), stopReason: stringOf(body, 'stop_reason') }
}

const cachedIn = (usage: unknown) => ({
  cacheReadTokens: numberOf(usage, 'cache_read_input_tokens'),
  cacheWriteTokens: numberOf(usage, 'cache_creation_input_tokens'),
})

/** Tokens of an answer that is no stream, from its headers. */
export function usageInHeaders(headers: Readonly<Record<string, string>>): Usage {
  const count = (name: string) => {
    const number = Number(headers[name] ?? NaN)
    return Number.isFinite(number) ? number : null
  }
  return {
    inputTokens: count('x-amzn-bedrock-input-token-count'),
    outputTokens: count('x-amzn-bedrock-output-token-count'),
  }
}

/** Bedrock adds its count to the last event; a stream that broke off has only Claude's count in the first. */
function usageOf(first: unknown, last: unknown): Usage {
  const counted = fieldOf(last, 'amazon-bedrock-invocationMetrics')
  const started = fieldOf(fieldOf(first, 'message'), 'usage')
  return {
    inputTokens: numberOf(counted, 'inputTokenCount') ?? numberOf(started, 'input_tokens') ?? null,
    outputTokens: numberOf(counted, 'outputTokenCount') ?? null,
  }
}

function exceptionOf({ headers, payload }: EventMessage) {
  const name = headers[':exception-type'] ?? headers[':error-code'] ?? 'exception'
  return { name, text: stringOf(jsonIn(payload), 'message') ?? headers[':error-message'] ?? '' }
}

/** The JSON text of an event by its payload, which travels as base64 in a field of a JSON object; empty where there is none. */
export function eventIn(payload: EventMessage['payload']): string {
  return Buffer.from(stringOf(jsonIn(payload), 'bytes') ?? '', 'base64').toString()
}

const jsonIn = (bytes: Uint8Array) => parseJson(new TextDecoder().decode(bytes))
