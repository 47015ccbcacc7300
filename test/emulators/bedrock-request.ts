import type { FoundationModel } from './bedrock-catalogue.ts'
import { BEDROCK_ERRORS, BedrockRefusal, invalid } from './bedrock-errors.ts'

/** A request of the Messages API as Bedrock takes it, taken apart for scripts. */
export interface MessagesRequest {
  /** As the path names it: a profile's id or ARN. */
  readonly model: string
  readonly stream: boolean
  readonly maxTokens: number
  readonly system: string
  readonly messages: readonly Message[]
  readonly tools: readonly string[]
  /** The whole body. */
  readonly body: Readonly<Record<string, unknown>>
}

export interface Message {
  readonly role: 'user' | 'assistant'
  /** The text of its blocks, tool results included. */
  readonly text: string
  readonly content: string | readonly Readonly<Record<string, unknown>>[]
}

/** Checks a body as Bedrock does, with its words; `model` gives the limit of `max_tokens`. */
export function parseMessagesRequest(
  json: string,
  facts: { readonly id: string; readonly stream: boolean; readonly model: FoundationModel },
): MessagesRequest {
  const body = parseObject(json)
  for (const extra of ['model', 'stream']) if (extra in body) throw refuse(`${extra}: Extra inputs are not permitted`)
  if (body.anthropic_version === undefined) throw refuse('anthropic_version: Field required')
  if (body.anthropic_version !== 'bedrock-2023-05-31') throw refuse('Invalid API version')
  const maxTokens = checkMaxTokens(body.max_tokens, facts.model.maxOutputTokens)
  checkThinking(body.thinking, maxTokens)
  return {
    model: facts.id,
    stream: facts.stream,
    maxTokens,
    system: textOf(body.system),
    messages: checkMessages(body.messages),
    tools: listOf(body.tools).map((tool) => String(tool.name)),
    body,
  }
}

function refuse(message: string): BedrockRefusal {
  return new BedrockRefusal(invalid(message))
}

export function parseObject(json: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  } catch {
    // Said below.
  }
  throw new BedrockRefusal(BEDROCK_ERRORS.malformedInput)
}

function checkMaxTokens(value: unknown, limit: number): number {
  if (value === undefined) throw refuse('max_tokens: Field required')
  if (typeof value !== 'number' || !Number.isInteger(value)) throw refuse('max_tokens: Input should be a valid integer')
  if (value < 1) throw refuse('max_tokens: Input should be greater than or equal to 1')
  if (value > limit)
    throw refuse(
      `The maximum tokens you requested exceeds the model limit of ${limit}. Try again with a maximum tokens value that is lower than ${limit}.`,
    )
  return value
}

function checkThinking(value: unknown, maxTokens: number): void {
  if (value === undefined) return
  const { type, budget_tokens: budget } = value as Record<string, unknown>
  if (type === 'adaptive' || type === 'disabled') return
  if (type !== 'enabled')
    throw refuse(
      `thinking: Input tag '${String(type)}' found using 'type' does not match any of the expected tags: 'adaptive', 'disabled', 'enabled'`,
    )
  if (typeof budget !== 'number') throw refuse('thinking.enabled.budget_tokens: Field required')
  if (budget < 1024) throw refuse('thinking.enabled.budget_tokens: Input should be greater than or equal to 1024')
  if (maxTokens <= budget)
    throw refuse(
      '`max_tokens` must be greater than `thinking.budget_tokens`. Please consult our documentation at https://docs.claude.com/en/docs/build-with-claude/extended-thinking#max-tokens-and-context-window-size',
    )
}

function checkMessages(value: unknown): readonly Message[] {
  if (value === undefined) throw refuse('messages: Field required')
  const messages = listOf(value)
  if (messages.length === 0) throw refuse('messages: at least one message is required')
  return messages.map(({ role, content }, index) => {
    if (role !== 'user' && role !== 'assistant')
      throw refuse(`messages.${index}.role: Input should be 'user' or 'assistant'`)
    if (index === 0 && role !== 'user') throw refuse('messages: first message must use the "user" role')
    if (content === undefined) throw refuse(`messages.${index}.content: Field required`)
    if (content === '' || (Array.isArray(content) && content.length === 0 && role === 'user'))
      throw refuse(`messages.${index}: user messages must have non-empty content`)
    return { role, content: content as Message['content'], text: textOf(content) }
  })
}

function textOf(content: unknown): string {
  if (typeof content === 'string') return content
  return listOf(content)
    .map((block) =>
      block.type === 'tool_result' ? textOf(block.content) : typeof block.text === 'string' ? block.text : '',
    )
    .filter((text) => text !== '')
    .join('\n')
}

function listOf(value: unknown): readonly Record<string, unknown>[] {
  return Array.isArray(value) ? (value as Record<string, unknown>[]) : []
}
