import { frameReader, type Frame } from './frames.ts'

/** Tokens of a call, as far as its answer tells; `null` is "not known". */
export interface Usage {
  readonly inputTokens: number | null
  readonly outputTokens: number | null
}

/** What a stream told: the tokens it cost, and the exception that broke it. */
export interface StreamFacts extends Usage {
  readonly exception: { readonly name: string; readonly text: string } | undefined
}

/** Listens to an event stream of Bedrock piece by piece; of the model's words nothing is kept. */
export function streamListener(): { hear(piece: Uint8Array): void; facts(): StreamFacts } {
  let first: Uint8Array | undefined
  let last: Uint8Array | undefined
  let broken: Frame | undefined
  const hear = frameReader((frame) => {
    const type = frame.headers.get(':message-type')
    if (type === 'exception' || type === 'error') broken ??= frame
    else {
      first ??= frame.payload
      last = frame.payload
    }
  })
  return {
    hear,
    facts: () => ({ ...usageOf(eventOf(first), eventOf(last)), exception: broken && exceptionOf(broken) }),
  }
}

/** Tokens of an answer that is no stream, from its headers. */
export function usageInHeaders(headers: Readonly<Record<string, string>>): Usage {
  const count = (name: string) => numberOr(null, headers[name] === undefined ? undefined : Number(headers[name]))
  return {
    inputTokens: count('x-amzn-bedrock-input-token-count'),
    outputTokens: count('x-amzn-bedrock-output-token-count'),
  }
}

/** Bedrock adds its count to the last event; a stream that broke off has only Claude's of the first. */
function usageOf(first: unknown, last: unknown): Usage {
  const counted = field(last, 'amazon-bedrock-invocationMetrics')
  const started = field(field(first, 'message'), 'usage')
  return {
    inputTokens: numberOr(numberOr(null, field(started, 'input_tokens')), field(counted, 'inputTokenCount')),
    outputTokens: numberOr(null, field(counted, 'outputTokenCount')),
  }
}

function exceptionOf({ headers, payload }: Frame) {
  const name = headers.get(':exception-type') ?? headers.get(':error-code') ?? 'exception'
  const text = field(jsonOf(payload), 'message') ?? headers.get(':error-message')
  return { name, text: typeof text === 'string' ? text : '' }
}

/** An event travels as base64 in a field of a JSON object. */
function eventOf(payload: Uint8Array | undefined): unknown {
  const bytes = payload && field(jsonOf(payload), 'bytes')
  return typeof bytes === 'string' ? jsonOf(Buffer.from(bytes, 'base64')) : undefined
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

function numberOr(otherwise: number | null, value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : otherwise
}
