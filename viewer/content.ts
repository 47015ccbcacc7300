import { countOf, fieldsOf, listOf, prettyJson, stringOf } from './fields.ts'
import type { CallResult, CallRow, ResultImage } from './rows.ts'

/** The text of a tool's result: a string, or parts of which some are no text. */
export function resultText(content: unknown): string {
  if (typeof content === 'string') return content
  return listOf(content).map(partText).join('\n')
}

/** Images of a tool's result that a browser can show. */
export function resultImages(content: unknown): readonly ResultImage[] {
  return listOf(content).flatMap((part) => {
    const { type, source } = fieldsOf(part)
    const { type: kind, media_type: media, data } = fieldsOf(source)
    const isShown = type === 'image' && kind === 'base64' && typeof media === 'string' && SHOWN_IMAGES.has(media)
    return isShown && typeof data === 'string' && data.length <= LARGEST_IMAGE ? [{ type: media, data }] : []
  })
}

/** SVG is none: it is a document. */
const SHOWN_IMAGES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])
const LARGEST_IMAGE = 8_000_000

function partText(part: unknown): string {
  const { type, text, source } = fieldsOf(part)
  if (typeof text === 'string') return text
  if (type !== 'image' && type !== 'document') return prettyJson(part)
  const { media_type: kind, data } = fieldsOf(source)
  const size = Math.ceil((stringOf(data)?.length ?? 0) * 0.00075)
  return `[${type}: ${stringOf(kind) ?? 'unknown kind'}, ${size} KB; its data is in transcript.jsonl]`
}

/**
 * How a call ended. Claude Code says `is_error` for a call that was denied too, and tells why beside it (fields as 2.1.330
 * writes them).
 */
export function resultStatus(isError: boolean, meta: unknown): CallResult['status'] {
  const { non_execution_kind: kind, permission_decision: permission } = fieldsOf(meta)
  if (kind === 'user-rejected') return 'stopped'
  if (fieldsOf(permission).decision === 'reject') return 'denied'
  return isError ? 'failed' : 'ok'
}

/** A subagent in the background has ended; the result of its call has said until now only that it was launched. */
export function backgroundEnd(
  notification: Readonly<Record<string, unknown>>,
  calls: ReadonlyMap<string, CallRow>,
  event: number,
): void {
  const { tool_use_id: id, summary, usage } = notification
  const call = calls.get(stringOf(id) ?? '')
  if (call === undefined || fieldsOf(call.result?.detail).isAsync !== true) return
  const at = call.at === undefined ? undefined : call.at + countOf(fieldsOf(usage).duration_ms)
  call.result = {
    event,
    at,
    images: [],
    text: stringOf(summary) ?? '',
    status: endStatus(notification.status),
    detail: undefined,
  }
}

function endStatus(status: unknown): CallResult['status'] {
  if (status === 'completed') return 'ok'
  return status === 'killed' || status === 'stopped' ? 'stopped' : 'failed'
}

/** What the first event of a session says of it. */
export function sessionText(init: Readonly<Record<string, unknown>>): string {
  const names = (value: unknown) => listOf(value).map((item) => stringOf(item) ?? stringOf(fieldsOf(item).name) ?? '?')
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['Model', stringOf(init.model)],
    ['Claude Code', stringOf(init.claude_code_version)],
    ['Working directory', stringOf(init.cwd)],
    ['Permission mode', stringOf(init.permissionMode)],
    ['Session', stringOf(init.session_id)],
    ['Tools', names(init.tools).join(', ')],
    ['MCP servers', names(init.mcp_servers).join(', ')],
  ]
  return facts.flatMap(([name, value]) => (value ? [`${name}: ${value}`] : [])).join('\n')
}

/** What the last event says: the result, or what Claude Code says instead of one. */
export function endText(end: Readonly<Record<string, unknown>>): string {
  const errors = listOf(end.errors).flatMap((error) => stringOf(error) ?? [])
  return [stringOf(end.result), ...errors].filter((text) => text !== undefined).join('\n')
}

/** Totals that the last event tells; fields are undefined where it does not. */
export interface Totals {
  readonly durationMs: number | undefined
  readonly costUsd: number | undefined
  readonly tokens: number | undefined
  readonly outputTokens: number | undefined
}

/**
 * Reads the totals over all models; `modelUsage` holds subagents' too (measured with 2.1.330). Each such event tells cost and
 * tokens of all until then, and the time since the one before.
 */
export function totalsOf(end: Readonly<Record<string, unknown>>, before?: Totals): Totals {
  const models = Object.values(fieldsOf(end.modelUsage)).map(fieldsOf)
  const sum = (...names: string[]) =>
    models.reduce((total, model) => names.reduce((part, name) => part + countOf(model[name]), total), 0)
  const known = models.length > 0
  return {
    durationMs: typeof end.duration_ms === 'number' ? end.duration_ms + (before?.durationMs ?? 0) : before?.durationMs,
    costUsd: typeof end.total_cost_usd === 'number' ? end.total_cost_usd : undefined,
    tokens: known ? sum('inputTokens', 'outputTokens', 'cacheReadInputTokens', 'cacheCreationInputTokens') : undefined,
    outputTokens: known ? sum('outputTokens') : undefined,
  }
}
