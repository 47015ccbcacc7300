import { isRecord, parseJson } from '../json.ts'
import type { PermissionDenial } from '../transcript/types.ts'
import type { BackgroundTask, Block, Refusal, Usage } from './events.ts'

/**
 * Parses one line of `stream-json` (field names as 2.1.330 writes them). Never throws: a type or block that this release
 * does not know is `other`, a line that is no JSON object is `raw`, and so is `{"type":"raw","text":...}`.
 */
export function parseEvent(line: string) {
  const value = parseJson(line)
  if (!isRecord(value)) return event('raw', { text: line })
  switch (value.type) {
    case 'system':
      return systemEvent(value)
    case 'assistant':
      return assistantEvent(value)
    case 'user':
      return event('user', {
        blocks: blocksOf(fieldsOf(value.message).content),
        parentToolUseId: parentOf(value),
        /** Why calls were refused, by the tool use's id. */
        refusals: listOf(value.tool_result_meta).flatMap(refusalOf),
      })
    case 'result':
      return resultEvent(value)
    case 'raw':
      return event('raw', { text: words(value.text) })
    default:
      return event('other', { type: text(value.type) })
  }
}

const event = <Kind extends string, Fields extends object>(kind: Kind, fields: Fields) => ({ kind, ...fields })

function systemEvent(value: Fields) {
  const subtype = text(value.subtype)
  switch (subtype) {
    case 'init':
      return event('init', {
        sessionId: text(value.session_id),
        model: text(value.model),
        version: text(value.claude_code_version),
        /** Empty where there are none, and before versions that name them. */
        mcpServers: listOf(value.mcp_servers)
          .map(fieldsOf)
          .flatMap(({ name, status }) => (typeof name === 'string' ? { name, status: text(status) ?? 'unknown' } : [])),
      })
    case 'api_retry':
      return event('retry', {
        attempt: count(value.attempt),
        maxRetries: count(value.max_retries),
        delayMs: count(value.retry_delay_ms),
        status: number(value.error_status),
        error: text(value.error),
      })
    case 'hook_started':
      return event('hook-started', { id: words(value.hook_id), name: hookName(value) })
    case 'hook_response':
      return event('hook-ended', {
        id: words(value.hook_id),
        name: hookName(value),
        failed: value.outcome !== 'success',
        exitCode: number(value.exit_code),
        /** What it printed. */
        output: text(value.stderr) || words(value.output),
      })
    case 'background_tasks_changed':
      // Everything that runs in the background from now on.
      return event('background', { tasks: listOf(value.tasks).map(fieldsOf).map(taskOf) })
    case 'task_started':
      // Commands that take some seconds are tasks too, but not in the background: Claude Code waits for them.
      return event(value.is_backgrounded === false ? 'foreground-started' : 'background-started', {
        task: taskOf(value),
      })
    case 'task_notification': {
      // The status is `completed`, `failed` or `stopped`.
      const [id, status, summary] = [words(value.task_id), words(value.status), words(value.summary)]
      return event('background-ended', { id, status, summary })
    }
    case 'permission_denied': {
      const [reason, message] = [words(value.decision_reason_type), words(value.message)]
      return event('denied', { toolUseId: words(value.tool_use_id), reason, message })
    }
    case 'informational':
      // What Claude Code itself has to say; `blocked` when a hook kept the prompt from the model.
      if (value.level === 'warning')
        return event('notice', { text: words(value.content), blocked: value.prevent_continuation === true })
  }
  return event('other', { type: subtype === undefined ? 'system' : `system/${subtype}` })
}

/** The hook's event and what it matched: `PreToolUse:Bash`. */
const hookName = (value: Fields) => text(value.hook_name) ?? words(value.hook_event)

function taskOf({ task_id: id, task_type: type, description }: Fields): BackgroundTask {
  return { id: words(id), type: words(type), description: words(description) }
}

/** Beside a tool's result: whether it was allowed to run, and by what. */
function refusalOf(value: unknown): readonly Refusal[] {
  const { id, permission_decision: given } = fieldsOf(value)
  const { decision, reason_type: reason } = fieldsOf(given)
  if (typeof id !== 'string' || decision !== 'reject') return []
  return [{ toolUseId: id, reason: text(reason) ?? '', message: '' }]
}

function assistantEvent(value: Fields) {
  const message = fieldsOf(value.message)
  return event('assistant', {
    messageId: text(message.id),
    /** Written by Claude Code itself: the answer of a command of its own, or what it says of a failed call. */
    synthetic: message.model === '<synthetic>',
    blocks: blocksOf(message.content),
    usage: usageOf(message.usage),
    parentToolUseId: parentOf(value),
    /** Claude Code's name for a failed call (`rate_limit`, `authentication_failed`, ...). */
    error: text(value.error),
    /** AWS's request id of the call. */
    requestId: text(value.request_id),
  })
}

function resultEvent(value: Fields) {
  return event('result', {
    subtype: text(value.subtype),
    isError: value.is_error === true,
    terminalReason: text(value.terminal_reason),
    apiErrorStatus: number(value.api_error_status),
    result: text(value.result),
    /** What Claude Code says instead of a result when it stopped early. */
    errors: listOf(value.errors).flatMap((error) => text(error) ?? []),
    structuredOutput: value.structured_output,
    sessionId: text(value.session_id),
    totalCostUsd: rounded(number(value.total_cost_usd)),
    usage: wholeUsage(value.modelUsage) ?? usageOf(value.usage),
    permissionDenials: listOf(value.permission_denials).filter(isDenial),
  })
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

/** A tool's result is text, or parts of which some are not: an image becomes `[image]`. */
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

/** The tool call that the message of a subagent belongs to. */
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
