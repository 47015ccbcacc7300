import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { BEDROCK_ERRORS, bedrockErrorReply, BedrockRefusal, invalid, onDemandUnsupported } from './bedrock-errors.ts'
import { answerTo, streamEvents, tokensIn, type AssistantMessage } from './bedrock-messages.ts'
import { guarded, guardrailFields, type AppliedGuardrail } from './bedrock-guardrails.ts'
import type { NamedModel } from './bedrock-models.ts'
import { parseObject, type MessagesRequest } from './bedrock-request.ts'
import type { StreamException, Turn } from './bedrock-script.ts'
import { encodeEventStream } from './event-stream.ts'
import type { EmulatedReply } from './http.ts'

export type RuntimeOperation = 'InvokeModel' | 'InvokeModelWithResponseStream' | 'CountTokens'

/** The model that a runtime call names, if it can be invoked that way; throws the refusal that Bedrock gives. */
export function invocable(named: NamedModel | undefined): NamedModel {
  if (!named) throw new BedrockRefusal(BEDROCK_ERRORS.modelIdInvalid)
  if (named.model.lifecycle === 'END_OF_LIFE') throw new BedrockRefusal(BEDROCK_ERRORS.modelEndOfLife)
  if (!named.profile) throw new BedrockRefusal(onDemandUnsupported(named.model.id))
  return named
}

/** Plays a turn as the answer to a request, in the way that the request asks for. */
export async function playTurn(
  request: MessagesRequest,
  played: Turn,
  {
    named,
    guardrail,
    settle,
  }: { named: NamedModel; guardrail: AppliedGuardrail | undefined; settle: (outputTokens: number) => void },
): Promise<EmulatedReply> {
  if ('error' in played) {
    settle(0)
    return bedrockErrorReply(played.error)
  }
  const exception = 'exceptionInStream' in played ? played.exceptionInStream : undefined
  const turn = guarded(played, guardrail)
  const marks = guardrailFields(turn, guardrail)
  const started = Date.now()
  if (turn.delayMs) await sleep(turn.delayMs, undefined, { ref: false })
  const message = answerTo(request, turn, named.model.id.replace(/^anthropic\./, '').replace(/-v\d+(:\d+)?$/, ''))
  const latency = Date.now() - started
  if (request.stream) {
    const events = frames(message, { exception, latency, pause: turn.chunkDelayMs ?? 0, marks, settle })
    return { status: 200, headers: streamHeaders(), body: events }
  }
  settle(message.usage.output_tokens)
  if (exception) return bedrockErrorReply(errorOf(exception))
  return {
    status: 200,
    headers: {
      'content-type': 'application/json',
      'x-amzn-requestid': randomUUID(),
      'x-amzn-bedrock-invocation-latency': String(latency),
      'x-amzn-bedrock-input-token-count': String(message.usage.input_tokens),
      'x-amzn-bedrock-output-token-count': String(message.usage.output_tokens),
    },
    body: JSON.stringify({ ...message, ...marks }),
  }
}

/** Counts the tokens of a body in a body: `{"input": {"invokeModel": {"body": "<base64>"}}}`. */
export function countTokens(body: string): EmulatedReply {
  const input = parseObject(body).input as { invokeModel?: { body?: string } } | undefined
  const inner = input?.invokeModel?.body
  if (inner === undefined) throw new BedrockRefusal(invalid('The input to count is missing.'))
  return {
    status: 200,
    headers: { 'content-type': 'application/json', 'x-amzn-requestid': randomUUID() },
    body: JSON.stringify({ inputTokens: tokensIn(Buffer.from(inner, 'base64').toString()) }),
  }
}

function streamHeaders(): Record<string, string> {
  return {
    'content-type': 'application/vnd.amazon.eventstream',
    'x-amzn-bedrock-content-type': 'application/json',
    'x-amzn-requestid': randomUUID(),
  }
}

async function* frames(
  message: AssistantMessage,
  options: {
    exception: StreamException | undefined
    latency: number
    pause: number
    marks: object
    settle: (outputTokens: number) => void
  },
): AsyncGenerator<Uint8Array> {
  const events = streamEvents(message)
  try {
    // What breaks off never says why it stopped.
    for (const event of options.exception ? events.slice(0, -2) : events) {
      yield chunkFrame(event)
      if (options.pause > 0) await sleep(options.pause, undefined, { ref: false })
    }
  } finally {
    // Settled before the caller can know that it is over, and when the caller has left.
    options.settle(message.usage.output_tokens)
  }
  yield options.exception
    ? exceptionFrame(options.exception)
    : chunkFrame({
        type: 'message_stop',
        ...options.marks,
        'amazon-bedrock-invocationMetrics': metrics(message, options.latency),
      })
}

function metrics({ usage }: AssistantMessage, latency: number): object {
  return {
    inputTokenCount: usage.input_tokens,
    outputTokenCount: usage.output_tokens,
    invocationLatency: latency,
    firstByteLatency: latency,
    cacheReadInputTokenCount: usage.cache_read_input_tokens,
    cacheWriteInputTokenCount: usage.cache_creation_input_tokens,
  }
}

/** `p` is padding: Bedrock hides the lengths of what the model says. */
function chunkFrame(event: object): Buffer {
  const bytes = Buffer.from(JSON.stringify(event)).toString('base64')
  const padding = 'abcdefghijklmnopqrstuvwxyz'.slice(0, bytes.length % 26)
  return encodeEventStream({
    headers: { ':event-type': 'chunk', ':content-type': 'application/json', ':message-type': 'event' },
    payload: Buffer.from(JSON.stringify({ bytes, p: padding })),
  })
}

function exceptionFrame({ type, message }: StreamException): Buffer {
  return encodeEventStream({
    headers: { ':exception-type': type, ':content-type': 'application/json', ':message-type': 'exception' },
    payload: Buffer.from(JSON.stringify({ message })),
  })
}

const STATUS: Readonly<Record<StreamException['type'], number>> = {
  internalServerException: 500,
  modelStreamErrorException: 424,
  modelTimeoutException: 408,
  serviceUnavailableException: 503,
  throttlingException: 429,
  validationException: 400,
}

function errorOf({ type, message }: StreamException) {
  return { status: STATUS[type], type: type.charAt(0).toUpperCase() + type.slice(1), message }
}
