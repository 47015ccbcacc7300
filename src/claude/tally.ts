import type { AgentEvent, ResultEvent, Usage } from './events.ts'

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
  /** AWS's request id of the call that failed last. */
  readonly failedRequestId?: string | undefined
}

/** Adds up events as they come. */
export interface Counting {
  add(event: AgentEvent): void
  tally(): Tally
}

/** Starts a {@link Tally} at nothing. */
export function startTally(): Counting {
  const usageOfMessage = new Map<string, Usage>()
  const turns = new Set<string>()
  const toolOfCall = new Map<string, string>()
  let facts: Omit<Tally, 'turns' | 'usage' | 'tools'> = NOTHING

  function addMessage(event: Extract<AgentEvent, { kind: 'assistant' }>): void {
    // What Claude Code itself says of a call that failed is no message of the model.
    if (event.error !== undefined) {
      facts = { ...facts, failedRequestId: event.requestId }
      return
    }
    // Each block of a message is an event with the message's id, and a usage that can only have grown since.
    const id = event.messageId ?? `without id ${usageOfMessage.size}`
    usageOfMessage.set(id, event.usage ?? usageOfMessage.get(id) ?? NO_USAGE)
    for (const block of event.blocks) if (block.kind === 'tool-use') toolOfCall.set(block.id, block.name)
    if (event.parentToolUseId !== undefined) return
    turns.add(id)
    const text = event.blocks.findLast((block) => block.kind === 'text')
    if (text !== undefined) facts = { ...facts, lastText: text.text }
  }

  return {
    add(event) {
      if (event.kind === 'assistant') addMessage(event)
      else if (event.kind === 'retry') facts = { ...facts, retries: facts.retries + 1 }
      else if (event.kind === 'result') facts = { ...facts, result: event }
      else if (event.kind === 'init')
        facts = { ...facts, sessionId: event.sessionId, model: event.model, claudeCodeVersion: event.version }
    },
    tally: () => ({
      ...facts,
      turns: turns.size,
      usage: [...usageOfMessage.values()].reduce(sumOf, NO_USAGE),
      tools: countsOf(toolOfCall.values()),
    }),
  }
}

const NOTHING = {
  sessionId: undefined,
  model: undefined,
  claudeCodeVersion: undefined,
  retries: 0,
  result: undefined,
  lastText: undefined,
}

const NO_USAGE: Usage = { inputTokens: 0, outputTokens: 0, cacheReadTokens: 0, cacheCreationTokens: 0 }

const sumOf = (a: Usage, b: Usage): Usage => ({
  inputTokens: a.inputTokens + b.inputTokens,
  outputTokens: a.outputTokens + b.outputTokens,
  cacheReadTokens: a.cacheReadTokens + b.cacheReadTokens,
  cacheCreationTokens: a.cacheCreationTokens + b.cacheCreationTokens,
})

function countsOf(names: Iterable<string>): Record<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return Object.fromEntries(counts)
}
