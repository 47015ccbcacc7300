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
      /** Empty where there are none, and before versions that name them. */
      readonly mcpServers?: readonly McpServer[]
    }
  | {
      readonly kind: 'assistant'
      readonly messageId: string | undefined
      /** Written by Claude Code itself: the answer of a command of its own, or what it says of a failed call. */
      readonly synthetic?: boolean
      readonly blocks: readonly Block[]
      readonly usage: Usage | undefined
      /** The tool call this message answers inside of, for a subagent. */
      readonly parentToolUseId: string | undefined
      /** Claude Code's name for a failed call (`rate_limit`, `authentication_failed`, ...). */
      readonly error: string | undefined
      /** AWS's request id of the call. */
      readonly requestId?: string | undefined
    }
  | {
      readonly kind: 'user'
      readonly blocks: readonly Block[]
      readonly parentToolUseId: string | undefined
      /** Why calls were refused, by the tool use's id. */
      readonly refusals?: readonly Refusal[]
    }
  | {
      readonly kind: 'retry'
      readonly attempt: number
      readonly maxRetries: number
      readonly delayMs: number
      readonly status: number | undefined
      readonly error: string | undefined
    }
  | ({ readonly kind: 'denied' } & Refusal)
  /** `name` is the hook's event and what it matched, `PreToolUse:Bash`; `output` is what it printed. */
  | { readonly kind: 'hook-started'; readonly id: string; readonly name: string }
  | {
      readonly kind: 'hook-ended'
      readonly id: string
      readonly name: string
      readonly failed: boolean
      readonly exitCode: number | undefined
      readonly output: string
    }
  /** Everything that runs in the background from now on. */
  | { readonly kind: 'background'; readonly tasks: readonly BackgroundTask[] }
  | { readonly kind: 'background-started'; readonly task: BackgroundTask }
  /** The same of what Claude Code waits for. */
  | { readonly kind: 'foreground-started'; readonly task: BackgroundTask }
  | {
      readonly kind: 'background-ended'
      readonly id: string
      /** `completed`, `failed`, `stopped` */
      readonly status: string
      readonly summary: string
    }
  /** What Claude Code itself has to say; `blocked` when a hook kept the prompt from the model. */
  | { readonly kind: 'notice'; readonly text: string; readonly blocked: boolean }
  | ResultEvent
  | { readonly kind: 'other'; readonly type: string | undefined }
  | { readonly kind: 'raw'; readonly text: string }

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
  readonly totalCostUsd: number | undefined
  readonly usage: Usage | undefined
  readonly permissionDenials: readonly PermissionDenial[]
}
