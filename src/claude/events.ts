import type { parseEvent } from './event-parser.ts'

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

/** One line of Claude Code's `stream-json` output. */
export type AgentEvent = ReturnType<typeof parseEvent>

/** The last event of a run: what it cost, and how Claude Code says that it ended. */
export type ResultEvent = Extract<AgentEvent, { kind: 'result' }>

/** An MCP server as the `init` event names it. */
export interface McpServer {
  readonly name: string
  /** `connected`, `failed`, `pending`, `needs-auth`, ... */
  readonly status: string
}

/** A command (`local_bash`) or a subagent (`local_agent`) in the background, or what later versions put there. */
export interface BackgroundTask {
  readonly id: string
  readonly type: string
  readonly description: string
}

/** Why a tool call was refused; `reason` is Claude Code's word: `rule`, `subcommandResults`, `mode`, `hook`, `safetyCheck`, ... */
export interface Refusal {
  readonly toolUseId: string
  readonly reason: string
  readonly message: string
}
