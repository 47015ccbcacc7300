import { type BedrockError, BedrockRefusal } from './bedrock-errors.ts'
import type { MessagesRequest } from './bedrock-request.ts'

/** Tokens of a reply, in the names of the Messages API. */
export interface Usage {
  readonly input_tokens: number
  readonly output_tokens: number
  readonly cache_creation_input_tokens: number
  readonly cache_read_input_tokens: number
}

/** What the model says in a turn; without `stopReason` it is `tool_use` when there are tools, else `end_turn`. */
export interface Saying {
  readonly text?: string
  readonly thinking?: string
  readonly toolUses?: readonly { readonly name: string; readonly input: Readonly<Record<string, unknown>> }[]
  readonly stopReason?: 'end_turn' | 'tool_use' | 'max_tokens' | 'stop_sequence' | 'refusal' | 'pause_turn'
  readonly usage?: Partial<Usage>
  /** What a guardrail does with it, if the call names one. */
  readonly guardrail?: Intervention
  /** Milliseconds before the first byte. */
  readonly delayMs?: number
  /** Milliseconds between events of a stream. */
  readonly chunkDelayMs?: number
}

/** An intervention of a guardrail: `finding` is one item of a policy of its trace, such as `{ name: 'Finance', type: 'DENY' }`. */
export interface Intervention {
  readonly action: 'BLOCKED' | 'ANONYMIZED'
  readonly policy: 'topicPolicy' | 'contentPolicy' | 'wordPolicy' | 'sensitiveInformationPolicy'
  readonly list: 'topics' | 'filters' | 'customWords' | 'piiEntities'
  readonly finding: Readonly<Record<string, unknown>>
  readonly side?: 'input' | 'output'
}

/** An exception that ends a stream which had begun well; `text` is what came before. A call that is not streamed gets it as HTTP error. */
export interface BrokenStream extends Saying {
  readonly exceptionInStream: StreamException
}

export interface StreamException {
  readonly type:
    | 'internalServerException'
    | 'modelStreamErrorException'
    | 'modelTimeoutException'
    | 'serviceUnavailableException'
    | 'throttlingException'
    | 'validationException'
  readonly message: string
}

/** A turn of the model: something said, an error instead, or something said that breaks off. */
export type Turn = Saying | BrokenStream | { readonly error: BedrockError }

/** Turns for the main agent's calls in order, or a function of the request and its number among them (from 0). */
export type Script = readonly Turn[] | ((request: MessagesRequest, index: number) => Turn)

export interface ScriptOptions {
  /** Default: greets. A list that is used up refuses further calls. */
  readonly script?: Script
  /**
   * Which calls are the agent's own; the others (titles, probes, summaries) get a plain text. Default: those that offer
   * tools, which no side call of Claude Code 2.1.330 does.
   */
  readonly isMainTurn?: (request: MessagesRequest) => boolean
}

/** Plays a script: the turn for each request as it comes. */
export function player({
  script = () => ({ text: 'Hello from the emulator.' }),
  isMainTurn = offersTools,
}: ScriptOptions) {
  let played = 0
  return (request: MessagesRequest): Turn => {
    if (!isMainTurn(request)) return { text: 'OK' }
    const index = played++
    const turn = typeof script === 'function' ? script(request, index) : script[index]
    if (!turn) throw new BedrockRefusal(usedUp(index))
    return turn
  }
}

function usedUp(turns: number): BedrockError {
  const message = `The emulator's script has ${turns} turns, and this is one call more.`
  return { status: 400, type: 'ValidationException', message }
}

function offersTools(request: MessagesRequest): boolean {
  return request.tools.length > 0
}
