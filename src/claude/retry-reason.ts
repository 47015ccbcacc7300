import type { AgentEvent } from './events.ts'

/** Why a call of the model is made again, in Claude Code's words: `429 rate_limit`; empty when it gives no reason. */
export function retryReason({ status, error }: Extract<AgentEvent, { kind: 'retry' }>): string {
  return [status, error].filter((part) => part !== undefined).join(' ')
}
