import { randomBytes } from 'node:crypto'
import type { MessagesRequest } from './bedrock-request.ts'
import type { Saying, Usage } from './bedrock-script.ts'

/** A message of the assistant as the Messages API answers it. */
export interface AssistantMessage {
  readonly id: string
  readonly type: 'message'
  readonly role: 'assistant'
  readonly model: string
  readonly content: readonly Block[]
  readonly stop_reason: string
  readonly stop_sequence: null
  readonly usage: Usage
}

type Block =
  | { readonly type: 'thinking'; readonly thinking: string; readonly signature: string }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'tool_use'; readonly id: string; readonly name: string; readonly input: object; partial?: string }

const CHARACTERS_A_TOKEN = 4

/** A rough count, as good as a test needs. */
export function tokensIn(text: string): number {
  return Math.max(1, Math.ceil(text.length / CHARACTERS_A_TOKEN))
}

/** The answer to a request; a text longer than `max_tokens` is cut, as the model would. */
export function answerTo(request: MessagesRequest, saying: Saying, modelName: string): AssistantMessage {
  const room = request.maxTokens * CHARACTERS_A_TOKEN
  const text = saying.text?.slice(0, room)
  const tools = text !== saying.text ? [] : (saying.toolUses ?? []).map(({ name, input }) => toolUse(name, input, room))
  const cut = text !== saying.text || tools.some(({ partial }) => partial !== undefined)
  const content: Block[] = [
    ...(saying.thinking === undefined
      ? []
      : [{ type: 'thinking' as const, thinking: saying.thinking, signature: randomBytes(96).toString('base64') }]),
    ...(text === undefined ? [] : [{ type: 'text' as const, text }]),
    ...tools,
  ]
  const said = tools.length > 0 ? 'tool_use' : 'end_turn'
  return {
    id: newId('msg'),
    type: 'message',
    role: 'assistant',
    model: modelName,
    content,
    stop_reason: saying.stopReason ?? (cut ? 'max_tokens' : said),
    stop_sequence: null,
    usage: {
      input_tokens: tokensIn(JSON.stringify(request.body)),
      output_tokens: Math.min(request.maxTokens, tokensIn(content.map(bodyOf).join(''))),
      cache_creation_input_tokens: 0,
      cache_read_input_tokens: 0,
      ...saying.usage,
    },
  }
}

/** A call of a tool; one whose input is longer than `room` breaks off within its JSON, as with the model itself. */
function toolUse(name: string, input: object, room: number): Block & { type: 'tool_use' } {
  const json = JSON.stringify(input)
  const block = { type: 'tool_use' as const, id: newId('toolu'), name }
  if (json.length <= room) return { ...block, input }
  // Where the whole message is written as JSON, what broke off is not in it.
  return Object.defineProperty({ ...block, input: {} }, 'partial', { value: json.slice(0, room), enumerable: false })
}

/** The events by which the same message is streamed, up to the last but one: `message_stop` carries the metrics. */
export function streamEvents(message: AssistantMessage): readonly object[] {
  const { content, stop_reason, stop_sequence, usage } = message
  const opening = { ...message, content: [], stop_reason: null, usage: { ...usage, output_tokens: 1 } }
  return [
    { type: 'message_start', message: opening },
    ...content.flatMap(blockEvents),
    { type: 'message_delta', delta: { stop_reason, stop_sequence }, usage: { output_tokens: usage.output_tokens } },
  ]
}

function blockEvents(block: Block, index: number): readonly object[] {
  const delta = (value: object) => ({ type: 'content_block_delta', index, delta: value })
  return [
    { type: 'content_block_start', index, content_block: emptied(block) },
    ...pieces(bodyOf(block)).map((piece) => delta(deltaOf(block, piece))),
    ...(block.type === 'thinking' ? [delta({ type: 'signature_delta', signature: block.signature })] : []),
    { type: 'content_block_stop', index },
  ]
}

function bodyOf(block: Block): string {
  if (block.type === 'thinking') return block.thinking
  return block.type === 'text' ? block.text : (block.partial ?? JSON.stringify(block.input))
}

function emptied(block: Block): object {
  if (block.type === 'thinking') return { ...block, thinking: '', signature: '' }
  return block.type === 'text' ? { ...block, text: '' } : { ...block, input: {} }
}

function deltaOf(block: Block, piece: string): object {
  if (block.type === 'thinking') return { type: 'thinking_delta', thinking: piece }
  return block.type === 'text' ? { type: 'text_delta', text: piece } : { type: 'input_json_delta', partial_json: piece }
}

/** Parts of up to 24 characters, never through the middle of one. */
function pieces(text: string): readonly string[] {
  return text.match(/.{1,24}/gsu) ?? []
}

function newId(kind: 'msg' | 'toolu'): string {
  return `${kind}_bdrk_01${randomBytes(16).toString('hex').slice(0, 22)}`
}
