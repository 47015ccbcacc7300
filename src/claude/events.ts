import { isRecord, parseJson } from '../json.ts'
import type { PermissionDenial } from '../transcript/types.ts'

/** Tokens as the Messages API counts them. */
export interface Usage {
  readonly inputTokens: number
  readonly outputTokens: number
  readonly cacheReadTokens: number
  readonly cacheCreationTokens: number
}

/** A block of a message: text, thinking, a tool call or its result; anything else is kept as `other`. */
export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'thinking'; readonly text: string }
  | { readonly kind: 'tool-use'; readonly id: string; readonly name: string; readonly input: unknown }
  | { readonly kind: 'tool-result'; readonly toolUseId: string; readonly text: string; readonly isError: boolean }
  | { readonly kind: 'other'; readonly value: unknown }

/** One parsed line of Claude Code's `stream-json` output. Types this release does not know are `other`, never an error. */
export type AgentEvent =
  | {
      readonly kind: 'init'
      readonly sessionId: string | undefined
      readonly model: string | undefined
      readonly version: string | undefined
    }
  | {
      readonly kind: 'assistant'
      readonly messageId: string | undefined
      readonly blocks: readonly Block[]
      readonly usage: Usage | undefined
      /** The tool call this message answers inside of, for a subagent. */
      readonly parentToolUseId: string | undefined
      /** Claude Code's name for a failed call (`rate_limit`, `authentication_failed`, ...). */
      readonly error: string | undefined
      /** AWS's request id of the call. */
      readonly requestId?: string | undefined
    }
  | { readonly kind: 'user'; readonly blocks: readonly Block[]; readonly parentToolUseId: string | undefined }
  | {
      readonly kind: 'retry'
      readonly attempt: number
      readonly maxRetries: number
      readonly delayMs: number
      readonly status: number | undefined
      readonly error: string | undefined
    }
  | ResultEvent
  | { readonly kind: 'other'; readonly type: string | undefined }
  | { readonly kind: 'raw'; readonly text: string }

/** The last event of a run: what it cost, and how Claude Code says that it ended. */
export interface ResultEvent {
  readonly kind: 'result'
  readonly subtype: string | undefined
  readonly isError: boolean
  readonly terminalReason: string | undefined
  readonly apiErrorStatus: number | undefined
  readonly result: string | undefined
  /** What Claude Code says instead of a result when it stopped early. */
  readonly errors?: readonly string[] | undefined
  readonly structuredOutput: unknown
  readonly sessionId: string | undefined
  readonly numTurns: number | undefined
  readonly durationMs: number | undefined
  readonly totalCostUsd: number | undefined
  readonly usage: Usage | undefined
  /** Models that answered, by id. */
  readonly models: readonly string[]
  readonly permissionDenials: readonly PermissionDenial[]
}

/**
 * Parses one line of `stream-json` (field names as 2.1.330 writes them). Never throws: a type or block that this release
 * does not know is `other`, a line that is no JSON object is `raw`, and so is `{"type":"raw","text":...}`.
 */
export function parseEvent(line: string): AgentEvent {
  const value = parseJson(line)
  if (!isRecord(value)) return { kind: 'raw', text: line }
  switch (value.type) {
    case 'system':
      return systemEvent(value)
    case 'assistant':
      return assistantEvent(value)
    case 'user':
      return { kind: 'user', blocks: blocksOf(fieldsOf(value.message).content), parentToolUseId: parentOf(value) }
    case 'result':
      return resultEvent(value)
    case 'raw':
      return { kind: 'raw', text: text(value.text) ?? '' }
    default:
      return { kind: 'other', type: text(value.type) }
  }
}

function systemEvent(value: Fields): AgentEvent {
  const subtype = text(value.subtype)
  if (subtype === 'init') {
    return {
      kind: 'init',
      sessionId: text(value.session_id),
      model: text(value.model),
      version: text(value.claude_code_version),
    }
  }
  if (subtype === 'api_retry') {
    return {
      kind: 'retry',
      attempt: count(value.attempt),
      maxRetries: count(value.max_retries),
      delayMs: count(value.retry_delay_ms),
      status: number(value.error_status),
      error: text(value.error),
    }
  }
  return { kind: 'other', type: subtype === undefined ? 'system' : `system/${subtype}` }
}

function assistantEvent(value: Fields): AgentEvent {
  const message = fieldsOf(value.message)
  return {
    kind: 'assistant',
    messageId: text(message.id),
    blocks: blocksOf(message.content),
    usage: usageOf(message.usage),
    parentToolUseId: parentOf(value),
    error: text(value.error),
    requestId: text(value.request_id),
  }
}

function resultEvent(value: Fields): ResultEvent {
  return {
    kind: 'result',
    subtype: text(value.subtype),
    isError: value.is_error === true,
    terminalReason: text(value.terminal_reason),
    apiErrorStatus: number(value.api_error_status),
    result: text(value.result),
    errors: listOf(value.errors).flatMap((error) => text(error) ?? []),
    structuredOutput: value.structured_output,
    sessionId: text(value.session_id),
    numTurns: number(value.num_turns),
    durationMs: number(value.duration_ms),
    totalCostUsd: number(value.total_cost_usd),
    usage: wholeUsage(value.modelUsage) ?? usageOf(value.usage),
    models: Object.keys(fieldsOf(value.modelUsage)),
    permissionDenials: listOf(value.permission_denials).filter(isDenial),
  }
}

const blocksOf = (content: unknown): readonly Block[] =>
  typeof content === 'string' ? [{ kind: 'text', text: content }] : listOf(content).map(blockOf)

function blockOf(value: unknown): Block {
  if (!isRecord(value)) return { kind: 'other', value }
  const { type, id, name } = value
  if (type === 'text' && typeof value.text === 'string') return { kind: 'text', text: value.text }
  if (type === 'thinking' && typeof value.thinking === 'string') return { kind: 'thinking', text: value.thinking }
  if (type === 'tool_use' && typeof id === 'string' && typeof name === 'string')
    return { kind: 'tool-use', id, name, input: value.input }
  if (type === 'tool_result' && typeof value.tool_use_id === 'string') {
    const { tool_use_id: toolUseId, content, is_error: isError } = value
    return { kind: 'tool-result', toolUseId, text: resultText(content), isError: isError === true }
  }
  return { kind: 'other', value }
}

/** A tool's result is text, or parts of which some are not: an image stands as `[image]`. */
function resultText(content: unknown): string {
  if (typeof content === 'string') return content
  const parts = listOf(content).map(fieldsOf)
  return parts.map((part) => text(part.text) ?? `[${text(part.type) ?? 'unknown'}]`).join('\n')
}

function usageOf(value: unknown): Usage | undefined {
  if (!isRecord(value)) return undefined
  return {
    inputTokens: count(value.input_tokens),
    outputTokens: count(value.output_tokens),
    cacheReadTokens: count(value.cache_read_input_tokens),
    cacheCreationTokens: count(value.cache_creation_input_tokens),
  }
}

/** Over all models: `usage` beside it leaves out subagents, and the call that used up a budget (measured with 2.1.330). */
function wholeUsage(modelUsage: unknown): Usage | undefined {
  const models = Object.values(fieldsOf(modelUsage)).map(fieldsOf)
  if (models.length === 0) return undefined
  const sum = (name: string) => models.reduce((total, model) => total + count(model[name]), 0)
  return {
    inputTokens: sum('inputTokens'),
    outputTokens: sum('outputTokens'),
    cacheReadTokens: sum('cacheReadInputTokens'),
    cacheCreationTokens: sum('cacheCreationInputTokens'),
  }
}

const isDenial = (value: unknown): value is PermissionDenial =>
  isRecord(value) && typeof value.tool_name === 'string' && typeof value.tool_use_id === 'string'

const parentOf = (value: Fields) => text(value.parent_tool_use_id)

type Fields = Readonly<Record<string, unknown>>

const fieldsOf = (value: unknown): Fields => (isRecord(value) ? value : {})

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const text = (value: unknown) => (typeof value === 'string' ? value : undefined)

const number = (value: unknown) => (typeof value === 'number' ? value : undefined)

const count = (value: unknown) => number(value) ?? 0
