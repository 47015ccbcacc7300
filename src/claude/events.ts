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

/** One line of Claude Code's `stream-json` output, read. Types this release does not know are `other`, never an error. */
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
      /** Claude Code's word for a failed call (`rate_limit`, `authentication_failed`, ...). */
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
