import { fieldOf, numberOf, parseJson, stringOf } from '../json.ts'
import type { EventMessage } from '../ports/gateway.ts'

/** Tokens of a call, as far as its answer says; `null` is "not known". */
export interface Usage {
  readonly inputTokens: number | null
  readonly outputTokens: number | null
}

/** What a stream said: its tokens, and the exception that ended it. */
export interface StreamFacts extends Usage {
  readonly exception: { readonly name: string; readonly text: string } | undefined
}

/** Reads a stream of Bedrock piece by piece; nothing of the model's text is kept. `messagesIn` is a reader of its framing. */
export function streamFacts(messagesIn: (piece: Uint8Array) => readonly EventMessage[]): {
  read(piece: Uint8Array): void
  facts(): StreamFacts
} {
  let first: EventMessage | undefined
  let last: EventMessage | undefined
  let exception: EventMessage | undefined
  return {
    read(piece) {
      for (const message of messagesIn(piece)) {
        const type = message.headers[':message-type']
        if (type === 'exception' || type === 'error') exception ??= message
        else {
          first ??= message
          last = message
        }
      }
    },
    facts: () => ({ ...usageOf(eventOf(first), eventOf(last)), exception: exception && exceptionOf(exception) }),
  }
}

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

/** An event travels as base64 in a field of a JSON object. */
function eventOf(message: EventMessage | undefined): unknown {
  const bytes = message && stringOf(jsonIn(message.payload), 'bytes')
  return bytes === undefined ? undefined : jsonIn(Buffer.from(bytes, 'base64'))
}

const jsonIn = (bytes: Uint8Array) => parseJson(new TextDecoder().decode(bytes))
