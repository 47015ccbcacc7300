import { isRecord, parseJson } from '../json.ts'
import type { AgentEvent, BackgroundTask, Block, McpServer, Refusal, ResultEvent, Usage } from './events.ts'
import type { PermissionDenial } from '../transcript/types.ts'

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
      return {
        kind: 'user',
        blocks: blocksOf(fieldsOf(value.message).content),
        parentToolUseId: parentOf(value),
        refusals: listOf(value.tool_result_meta).flatMap(refusalOf),
      }
    case 'result':
      return resultEvent(value)
    case 'raw':
      return { kind: 'raw', text: words(value.text) }
    default:
      return { kind: 'other', type: text(value.type) }
  }
}

function systemEvent(value: Fields): AgentEvent {
  const subtype = text(value.subtype)
  switch (subtype) {
    case 'init':
      return {
        kind: 'init',
        sessionId: text(value.session_id),
        model: text(value.model),
        version: text(value.claude_code_version),
        mcpServers: listOf(value.mcp_servers).flatMap(mcpServer),
      }
    case 'api_retry':
      return {
        kind: 'retry',
        attempt: count(value.attempt),
        maxRetries: count(value.max_retries),
        delayMs: count(value.retry_delay_ms),
        status: number(value.error_status),
        error: text(value.error),
      }
    case 'hook_started':
      return { kind: 'hook-started', id: words(value.hook_id), name: hookName(value) }
    case 'hook_response':
      return {
        kind: 'hook-ended',
        id: words(value.hook_id),
        name: hookName(value),
        failed: value.outcome !== 'success',
        exitCode: number(value.exit_code),
        output: text(value.stderr) || words(value.output),
      }
    case 'background_tasks_changed':
      return { kind: 'background', tasks: listOf(value.tasks).map(fieldsOf).map(taskOf) }
    case 'task_started':
      // Commands that take some seconds are tasks too, but not in the background.
      return {
        kind: value.is_backgrounded === false ? 'foreground-started' : 'background-started',
        task: taskOf(value),
      }
    case 'task_notification': {
      const [id, status, summary] = [words(value.task_id), words(value.status), words(value.summary)]
      return { kind: 'background-ended', id, status, summary }
    }
    case 'permission_denied': {
      const [reason, message] = [words(value.decision_reason_type), words(value.message)]
      return { kind: 'denied', toolUseId: words(value.tool_use_id), reason, message }
    }
    case 'informational':
      if (value.level === 'warning')
        return { kind: 'notice', text: words(value.content), blocked: value.prevent_continuation === true }
  }
  return { kind: 'other', type: subtype === undefined ? 'system' : `system/${subtype}` }
}

const hookName = (value: Fields) => text(value.hook_name) ?? words(value.hook_event)

const taskOf = ({ task_id: id, task_type: type, description }: Fields): BackgroundTask => {
  return { id: words(id), type: words(type), description: words(description) }
}

function mcpServer(value: unknown): readonly McpServer[] {
  const { name, status } = fieldsOf(value)
  return typeof name === 'string' ? [{ name, status: text(status) ?? 'unknown' }] : []
}

/** Beside a tool's result: whether it was allowed to run, and by what. */
function refusalOf(value: unknown): readonly Refusal[] {
  const { id, permission_decision: given } = fieldsOf(value)
  const { decision, reason_type: reason } = fieldsOf(given)
  if (typeof id !== 'string' || decision !== 'reject') return []
  return [{ toolUseId: id, reason: text(reason) ?? '', message: '' }]
}

function assistantEvent(value: Fields): AgentEvent {
  const message = fieldsOf(value.message)
  return {
    kind: 'assistant',
    messageId: text(message.id),
    synthetic: message.model === '<synthetic>',
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
    totalCostUsd: rounded(number(value.total_cost_usd)),
    usage: wholeUsage(value.modelUsage) ?? usageOf(value.usage),
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

const words = (value: unknown) => text(value) ?? ''

const number = (value: unknown) => (typeof value === 'number' ? value : undefined)

const count = (value: unknown) => number(value) ?? 0

/** To the millionth: sums of fractions end in 0.12362999999999999. */
const rounded = (dollars: number | undefined) => dollars && Math.round(dollars * 1e6) / 1e6
