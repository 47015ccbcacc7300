import { recordDenials, type Denial } from './denials.ts'
import type { AgentEvent, McpServer, ResultEvent, Usage } from './events.ts'

/** What the events so far add up to; complete enough to report a run that was killed before its `result` event. */
export interface Statistics {
  readonly sessionId: string | undefined
  readonly model: string | undefined
  readonly claudeCodeVersion: string | undefined
  /** Answers of the main agent, each counted once: the one count of turns, in log, outputs, summary and page. */
  readonly turns: number
  /** Sum over messages, subagents included, each message counted once. */
  readonly usage: Usage
  /** How often each tool was called, by name. */
  readonly tools: Readonly<Record<string, number>>
  /** API retries seen. */
  readonly retries: number
  /** How often calls of the model were retried, by reason: `429 rate_limit`. */
  readonly retryReasons: Readonly<Record<string, number>>
  /** The retry that nothing of the model has come after. */
  readonly retrying?: Pick<RetryEvent, 'status' | 'error'> | undefined
  readonly result: ResultEvent | undefined
  /** The last text of the main agent. */
  readonly lastText: string | undefined
  /** AWS's request id of the call that failed last. */
  readonly failedRequestId?: string | undefined
  /** MCP servers as Claude Code last listed them. */
  readonly mcpServers: readonly McpServer[]
  /** Tool calls that were not allowed, those of subagents included. */
  readonly denials: readonly Denial[]
  /** Subagents that were started, and those that failed; absent where there were none. */
  readonly subagents?: SubagentCounts | undefined
  /** Why a hook kept the prompt from the model, in Claude Code's words. */
  readonly blocked?: string | undefined
}

/** Subagents of a run. Claude Code does not count a failed one as a failure of the run. */
export interface SubagentCounts {
  readonly started: number
  /** What each was to do, and what Claude Code says of its end. */
  readonly failed: readonly { readonly description: string; readonly reason: string }[]
}

type RetryEvent = Extract<AgentEvent, { kind: 'retry' }>

/** Adds up events as they come. Memory stays bounded, however many messages come. */
export function startStatistics() {
  const recent = new Map<string, Usage>()
  const tools = new Map<string, number>()
  const reasons = new Map<string, number>()
  const denials = recordDenials()
  const subagents = countSubagents()
  let usageBefore = NO_USAGE
  let messages = 0
  let turns = 0
  let facts: Omit<Statistics, 'turns' | 'usage' | 'tools' | 'retryReasons' | 'denials' | 'subagents'> = {
    ...{ sessionId: undefined, model: undefined, claudeCodeVersion: undefined, mcpServers: [] },
    ...{ retries: 0, retrying: undefined, result: undefined, lastText: undefined },
  }

  function addMessage(event: Extract<AgentEvent, { kind: 'assistant' }>): void {
    // What Claude Code itself says, of a call that failed or of a command of its own, is no message of the model.
    if (event.error !== undefined) facts = { ...facts, failedRequestId: event.requestId }
    if (event.error !== undefined || event.synthetic) return
    // Each block of a message is an event with the message's id, and a usage that can only have grown since.
    facts = { ...facts, retrying: undefined }
    const id = event.messageId ?? `without id ${messages}`
    const isMain = event.parentToolUseId === undefined
    if (!recent.has(id)) {
      messages += 1
      if (isMain) turns += 1
    }
    recent.set(id, event.usage ?? recent.get(id) ?? NO_USAGE)
    const [oldest] = recent
    if (oldest !== undefined && recent.size > MESSAGES_AT_ONCE) {
      usageBefore = sumOf(usageBefore, oldest[1])
      recent.delete(oldest[0])
    }
    for (const block of event.blocks) if (block.kind === 'tool-use') count(tools, block.name)
    const text = isMain ? event.blocks.findLast((block) => block.kind === 'text') : undefined
    if (text !== undefined) facts = { ...facts, lastText: text.text }
  }

  return {
    add(event: AgentEvent): void {
      denials.add(event)
      subagents.add(event)
      switch (event.kind) {
        case 'assistant':
          addMessage(event)
          break
        case 'retry':
          facts = { ...facts, retries: facts.retries + 1, retrying: { status: event.status, error: event.error } }
          count(reasons, retryReason(event) || 'no reason given')
          break
        case 'result':
          facts = { ...facts, result: afterEarlier(event, facts.result) }
          break
        case 'notice':
          if (event.blocked) facts = { ...facts, blocked: event.text }
          break
        case 'init': {
          const { sessionId, model, version: claudeCodeVersion, mcpServers } = event
          facts = { ...facts, sessionId, model, claudeCodeVersion, mcpServers }
        }
      }
    },
    turns: () => turns,
    current: (): Statistics => ({
      ...facts,
      turns,
      usage: [...recent.values()].reduce(sumOf, usageBefore),
      tools: Object.fromEntries(tools),
      retryReasons: Object.fromEntries(reasons),
      denials: denials.list(),
      subagents: subagents.counts(),
    }),
  }
}

/**
 * Claude Code reports each time it has come to rest: at first, and again whenever a subagent in the background has ended,
 * then often with nothing said, or with words beside the structured result it gave before (measured with 2.1.330). Text and
 * structured result are those of one report; costs and usage are of all until then.
 */
function afterEarlier(latest: ResultEvent, earlier: ResultEvent | undefined): ResultEvent {
  if (earlier === undefined || earlier.isError || latest.isError || isGiven(latest.structuredOutput)) return latest
  const isKept = isGiven(earlier.structuredOutput) || !latest.result
  const { result, structuredOutput } = isKept ? earlier : latest
  return { ...latest, result, structuredOutput }
}

const isGiven = (output: unknown) => output !== undefined && output !== null

/** Counts subagents by the events on tasks (2.1.330): only the first says what they were, and only the last, which counts, how they ended. */
function countSubagents() {
  const tasks = new Map<string, string>()
  const failed = new Map<string, SubagentCounts['failed'][number]>()
  let started = 0
  return {
    add(event: AgentEvent): void {
      if (event.kind === 'background-started' || event.kind === 'foreground-started') {
        const { id, type, description } = event.task
        if (type !== 'local_agent' || tasks.has(id)) return
        started += 1
        if (tasks.size < MESSAGES_AT_ONCE) tasks.set(id, description)
      }
      if (event.kind !== 'background-ended') return
      const description = tasks.get(event.id)
      if (description === undefined) return
      failed.delete(event.id)
      if (event.status === 'failed') failed.set(event.id, { description, reason: event.summary })
    },
    counts: () => (started === 0 ? undefined : { started, failed: [...failed.values()] }),
  }
}

/** Messages of the main agent and its subagents that may come mixed: far fewer than these. */
const MESSAGES_AT_ONCE = 1_000

/** Names that are counted one by one: what a model calls a tool is its own word. */
const MOST_NAMES = 200

function count(counts: Map<string, number>, name: string): void {
  const counted = counts.has(name) || counts.size < MOST_NAMES ? name : 'others'
  counts.set(counted, (counts.get(counted) ?? 0) + 1)
}

const NO_USAGE: Usage = { inputTokens: 0, outputTokens: 0, cacheReadTokens: 0, cacheCreationTokens: 0 }

const sumOf = (a: Usage, b: Usage): Usage => ({
  inputTokens: a.inputTokens + b.inputTokens,
  outputTokens: a.outputTokens + b.outputTokens,
  cacheReadTokens: a.cacheReadTokens + b.cacheReadTokens,
  cacheCreationTokens: a.cacheCreationTokens + b.cacheCreationTokens,
})

/** Why a call of the model is made again, in Claude Code's words: `429 rate_limit`; empty when it gives no reason. */
export function retryReason({ status, error }: RetryEvent): string {
  return [status, error].filter((part) => part !== undefined).join(' ')
}
