import type { ResultEvent, Usage } from './events.ts'

/** What the events so far add up to; complete enough to report a run that was killed before its `result` event. */
export interface Tally {
  readonly sessionId: string | undefined
  readonly model: string | undefined
  readonly claudeCodeVersion: string | undefined
  /** Messages of the main agent, each counted once. */
  readonly turns: number
  /** Sum over messages, subagents included, each message counted once. */
  readonly usage: Usage
  /** How often each tool was called, by name. */
  readonly tools: Readonly<Record<string, number>>
  /** API retries seen. */
  readonly retries: number
  readonly result: ResultEvent | undefined
  /** The last text of the main agent. */
  readonly lastText: string | undefined
}
