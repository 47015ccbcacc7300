/** An event as Claude Code writes it. */
export type Event = Readonly<Record<string, unknown>>

const SESSION = '71395e38-b8a2-4043-8df5-c3c98265e7e0'
/** Where the agent works. */
export const DIRECTORY = '/home/runner/work/shop/shop'

interface Call {
  readonly name: string
  readonly input: unknown
  readonly result?: unknown
  readonly isError?: boolean
  readonly detail?: unknown
  readonly meta?: Readonly<Record<string, unknown>>
  readonly seconds?: number
}

/** Writes events one after the other, in the words of Claude Code 2.1.330; every one takes its time. */
export function narrator() {
  const events: Event[] = []
  let now = Date.parse('2026-11-22T16:26:46.000Z')
  let serial = 0
  let context = 14_000
  const common = () => ({
    session_id: SESSION,
    uuid: `00000000-0000-4000-8000-${String(events.length).padStart(12, '0')}`,
  })
  const stamp = () => ({ ...common(), timestamp: new Date(now).toISOString() })
  const parentOf = (parent: string | null) =>
    parent === null ? { parent_tool_use_id: null } : { parent_tool_use_id: parent, subagent_type: 'general-purpose' }

  const says = (
    content: readonly unknown[],
    { parent = null, seconds = 4 }: { parent?: string | null; seconds?: number } = {},
  ) => {
    const id = `msg_bdrk_${String(++serial).padStart(24, '0')}`
    context += 800
    const usage = {
      input_tokens: 12,
      output_tokens: 1,
      cache_creation_input_tokens: 700,
      cache_read_input_tokens: context,
    }
    for (const block of content) {
      now += (seconds * 1000) / content.length
      const message = {
        id,
        type: 'message',
        role: 'assistant',
        model: 'claude-opus-5-5',
        content: [block],
        stop_reason: null,
        usage,
      }
      events.push({ type: 'assistant', message, ...parentOf(parent), ...stamp(), request_id: `req-${serial}` })
    }
  }
  const uses = (
    call: Call,
    { parent = null, before = [] }: { parent?: string | null; before?: readonly unknown[] } = {},
  ) => {
    const id = `toolu_bdrk_${String(++serial).padStart(24, '0')}`
    says([...before, { type: 'tool_use', id, name: call.name, input: call.input }], { parent })
    return { id, ends: () => ends(id, call, parent) }
  }
  const ends = (
    id: string,
    { result = '', isError = false, detail, meta, seconds = 1.2 }: Call,
    parent: string | null,
  ) => {
    now += seconds * 1000
    const block = { tool_use_id: id, type: 'tool_result', content: result, is_error: isError }
    events.push({
      type: 'user',
      message: { role: 'user', content: [block] },
      ...parentOf(parent),
      ...stamp(),
      ...(detail === undefined ? {} : { tool_use_result: detail }),
      tool_result_meta: [{ id, permission_decision: { decision: 'accept', source: 'config' }, ...meta }],
    })
  }
  return {
    events,
    says,
    uses,
    does: (call: Call, options?: Parameters<typeof uses>[1]) => uses(call, options).ends(),
    hears: (text: string, parent: string) =>
      void events.push({
        type: 'user',
        message: { role: 'user', content: [{ type: 'text', text }] },
        ...parentOf(parent),
        ...stamp(),
      }),
    system: (event: Event) => void events.push({ type: 'system', ...event, ...common() }),
    other: (event: Event) => void events.push(event),
    waits: (seconds: number) => void (now += seconds * 1000),
    end: (event: Event) =>
      void events.push({
        type: 'result',
        subtype: 'success',
        is_error: false,
        duration_ms: now - Date.parse('2026-11-22T16:26:44.800Z'),
        num_turns: serial,
        total_cost_usd: 1.2746,
        usage: {},
        modelUsage: {
          'us.anthropic.claude-opus-5-5': {
            inputTokens: 420,
            outputTokens: 21_470,
            cacheReadInputTokens: 612_400,
            cacheCreationInputTokens: 24_100,
          },
        },
        permission_denials: [],
        ...event,
        ...common(),
      }),
  }
}

/** A session's start. */
export const INIT = {
  subtype: 'init',
  cwd: DIRECTORY,
  tools: ['Task', 'Bash', 'Edit', 'Read', 'Write', 'Grep', 'TodoWrite'],
  mcp_servers: [{ name: 'tracker', status: 'connected' }],
  model: 'us.anthropic.claude-opus-5-5',
  permissionMode: 'dontAsk',
  claude_code_version: '2.1.330',
}

/** A block of text. */
export const text = (words: string) => ({ type: 'text', text: words })
/** A block of thinking. */
export const thinking = (words: string) => ({ type: 'thinking', thinking: words, signature: 'EqQBCkgIAxABGAIiQ' })
