import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'

import { type AgentEvent } from '../../../src/claude/events.ts'
import { parseEvent } from '../../../src/claude/event-parser.ts'

const folder = join(import.meta.dirname, '../../fixtures')
const eventsOf = (name: string): AgentEvent[] =>
  readFileSync(join(folder, `${name}.jsonl`), 'utf8')
    .trimEnd()
    .split('\n')
    .map(parseEvent)

describe('a recorded run of Claude Code 2.1.330', () => {
  test('is read as it went', () => {
    const usage = { inputTokens: 100, outputTokens: 1, cacheReadTokens: 10, cacheCreationTokens: 5 }
    const said = { kind: 'assistant', usage, parentToolUseId: undefined, error: undefined }
    expect(eventsOf('success')).toMatchObject([
      { kind: 'init', model: 'us.anthropic.claude-opus-5-5', version: '2.1.330', sessionId: expect.any(String) },
      { kind: 'other', type: 'system/thinking_tokens' },
      { ...said, blocks: [{ kind: 'thinking', text: 'The tests come first.' }] },
      { ...said, blocks: [{ kind: 'text', text: 'I will run the tests.' }] },
      { ...said, blocks: [{ kind: 'tool-use', id: 'toolu_01', name: 'Bash', input: { description: 'Run tests' } }] },
      { kind: 'user', blocks: [{ kind: 'tool-result', toolUseId: 'toolu_01', text: 'ok\n2 passed', isError: false }] },
      { ...said, blocks: [{ kind: 'tool-use', id: 'toolu_02', name: 'Bash' }] },
      { kind: 'user', blocks: [{ kind: 'tool-result', toolUseId: 'toolu_02', isError: true }] },
      { ...said, blocks: [{ kind: 'text', text: 'All tests pass.' }] },
      {
        kind: 'result',
        subtype: 'success',
        isError: false,
        terminalReason: 'completed',
        apiErrorStatus: undefined,
        result: 'All tests pass.',
        structuredOutput: undefined,
        totalCostUsd: expect.any(Number),
        usage: { inputTokens: 300, outputTokens: 21, cacheReadTokens: 30, cacheCreationTokens: 15 },
        permissionDenials: [],
      },
    ])
  })

  test.each(readdirSync(folder).filter((name) => name.endsWith('.jsonl')))('%s: no line is raw or nameless', (name) => {
    const events = eventsOf(name.replace('.jsonl', ''))
    expect(events.map(({ kind }) => kind)).not.toContain('raw')
    expect(events).not.toContainEqual({ kind: 'other', type: undefined })
    expect(events.at(-1)?.kind).toBe('result')
  })

  test('shows retries with status, reason and wait', () => {
    expect(eventsOf('throttled').filter(({ kind }) => kind === 'retry')).toEqual([
      { kind: 'retry', attempt: 1, maxRetries: 2, delayMs: expect.any(Number), status: 429, error: 'rate_limit' },
      { kind: 'retry', attempt: 2, maxRetries: 2, delayMs: expect.any(Number), status: 429, error: 'rate_limit' },
    ])
  })

  test('shows a call that failed, with the request id of AWS', () => {
    const [failed] = eventsOf('iam').filter(({ kind }) => kind === 'assistant')
    expect(failed).toMatchObject({ error: 'authentication_failed', requestId: 'req-1234-abcd' })
    expect(eventsOf('iam').at(-1)).toMatchObject({ subtype: 'success', isError: true, apiErrorStatus: 403 })
  })

  test('counts the tokens of subagents and of all calls in the result', () => {
    expect(eventsOf('subagent').at(-1)).toMatchObject({ usage: { inputTokens: 400, outputTokens: 28 } })
    expect(eventsOf('budget').at(-1)).toMatchObject({
      usage: { outputTokens: 14 },
      errors: ['Reached maximum budget ($0.0006)'],
      result: undefined,
    })
  })

  test('marks what a subagent says and reads', () => {
    const inside = eventsOf('subagent').filter((event) => 'parentToolUseId' in event && event.parentToolUseId)
    expect(inside.map(({ kind }) => kind)).toEqual(['user', 'assistant', 'user'])
  })

  test('lists denied tools, and gives the structured result', () => {
    expect(eventsOf('denied').at(-1)).toMatchObject({
      permissionDenials: [{ tool_name: 'Bash', tool_use_id: 'toolu_01', tool_input: { command: 'rm -rf build' } }],
    })
    expect(eventsOf('schema').at(-1)).toMatchObject({ structuredOutput: { ok: true } })
  })
})

describe('a line that nobody expected', () => {
  test.each<[string, string, AgentEvent]>([
    ['no JSON', 'Segmentation fault', { kind: 'raw', text: 'Segmentation fault' }],
    ['JSON cut off', '{"type":"assist', { kind: 'raw', text: '{"type":"assist' }],
    ['JSON, but no object', '[1]', { kind: 'raw', text: '[1]' }],
    ['null', 'null', { kind: 'raw', text: 'null' }],
    ['a kept raw line', '{"type":"raw","text":"oops"}', { kind: 'raw', text: 'oops' }],
    ['an unknown type', '{"type":"rate_limit_event"}', { kind: 'other', type: 'rate_limit_event' }],
    ['no type', '{}', { kind: 'other', type: undefined }],
    ['an unknown system event', '{"type":"system","subtype":"new"}', { kind: 'other', type: 'system/new' }],
    ['a system event of no kind', '{"type":"system"}', { kind: 'other', type: 'system' }],
    [
      'fields of the wrong type',
      '{"type":"user","message":7,"parent_tool_use_id":[]}',
      { kind: 'user', blocks: [], parentToolUseId: undefined, refusals: [] },
    ],
    [
      'a message that is plain text',
      '{"type":"user","message":{"content":"hello"}}',
      { kind: 'user', blocks: [{ kind: 'text', text: 'hello' }], parentToolUseId: undefined, refusals: [] },
    ],
  ])('%s is kept', (_name, line, event) => {
    expect(parseEvent(line)).toEqual(event)
  })

  test('blocks of an unknown kind are kept as they are, results of several parts are joined', () => {
    const parts = [
      { type: 'text', text: 'a' },
      { type: 'image', source: {} },
      { type: 'text', text: 'b' },
    ]
    const content = [{ type: 'citation', n: 1 }, 5, { type: 'tool_result', tool_use_id: 't', content: parts }]
    expect(parseEvent(JSON.stringify({ type: 'user', message: { content } }))).toMatchObject({
      blocks: [
        { kind: 'other', value: { type: 'citation', n: 1 } },
        { kind: 'other', value: 5 },
        { kind: 'tool-result', toolUseId: 't', text: 'a\n[image]\nb', isError: false },
      ],
    })
  })

  test('a result without anything in it is still a result, and an error only when it says so', () => {
    expect(parseEvent('{"type":"result"}')).toMatchObject({
      kind: 'result',
      subtype: undefined,
      isError: false,
      usage: undefined,
      permissionDenials: [],
    })
  })
})

test.each([
  [0.12362999999999999, 0.12363],
  [0.065703000000000011, 0.065703],
  [0, 0],
  ['free', undefined],
])('a cost of %s dollars is %s: six decimals at most', (total_cost_usd, cost) => {
  expect(parseEvent(JSON.stringify({ type: 'result', total_cost_usd }))).toMatchObject({ totalCostUsd: cost })
})
