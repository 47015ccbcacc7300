// Answers of status 200 that are none of the model's: what they mean for the run.
import { describe, expect, test } from '@jest/globals'

import type { LocalCall, UpstreamAnswer } from '../../../src/ports/gateway.ts'
import { encodeEventStream } from '../../emulators/event-stream.ts'
import { fakeGateway, invoke, pieces, SMALL, stream } from './fakes.ts'

const json = (body: object): UpstreamAnswer => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: pieces(JSON.stringify(body).slice(0, 9), JSON.stringify(body).slice(9)),
})

const event = (value: object) =>
  encodeEventStream({
    headers: { ':message-type': 'event' },
    payload: Buffer.from(JSON.stringify({ bytes: Buffer.from(JSON.stringify(value)).toString('base64') })),
  })

/** A streamed answer; its last event carries `last`. */
function streamed({ reason = 'end_turn', last = {} }: { reason?: string; last?: object }): UpstreamAnswer {
  async function* body() {
    yield event({ type: 'message_start', message: { usage: { input_tokens: 3 } } })
    yield event({ type: 'message_delta', delta: { stop_reason: reason } })
    yield event({ type: 'message_stop', ...last })
    await Promise.resolve()
  }
  return { status: 200, headers: { 'content-type': 'application/vnd.amazon.eventstream' }, body: body() }
}

const findings = (action: string) => ({ input: { abc: { topicPolicy: { topics: [{ name: 'Finance', action }] } } } })
const INTERVENED = {
  'amazon-bedrock-guardrailAction': 'INTERVENED',
  'amazon-bedrock-trace': { guardrail: findings('BLOCKED') },
}
const MASKED = {
  'amazon-bedrock-guardrailAction': 'INTERVENED',
  'amazon-bedrock-trace': { guardrail: findings('ANONYMIZED') },
}
const WITH_TOOLS: Partial<LocalCall> = {
  ...invoke(),
  body: () => Promise.resolve(Buffer.from('{"tools":[{"name":"Bash"}]}')),
}
const CLI = 'claude-cli/2.1.330 (external, sdk-cli)'

describe('a block of the main conversation by a guardrail', () => {
  test.each([
    ['streamed', streamed({ last: INTERVENED }), {}],
    ['not streamed', json({ ...INTERVENED, stop_reason: 'end_turn' }), WITH_TOOLS],
  ])('%s ends the run: later calls get the same words', async (_, answer, call) => {
    const gateway = await fakeGateway({ moves: [answer] })
    expect(await gateway.call(call)).toMatchObject({ status: 200 })
    expect(gateway.blockedAnswer()).toMatchObject({ code: 'guardrail-intervened' })
    expect(gateway.fatalError()).toBe(gateway.blockedAnswer())
    expect(await gateway.call()).toMatchObject({ status: 400, body: { message: gateway.fatalError()?.message } })
    expect(gateway.seen.sent).toHaveLength(1)
    expect(gateway.seen.calls).toMatchObject([
      { status: 200, error: 'A guardrail intervened: topic policy "Finance" (input)' },
    ])
  })

  test('is known before the caller has the last of the answer', async () => {
    const gateway = await fakeGateway({ moves: [streamed({ last: INTERVENED })] })
    const seen: boolean[] = []
    const { body } = await gateway.answer()
    for await (const piece of body as AsyncIterable<Uint8Array>)
      seen.push(piece.length > 0 && gateway.blockedAnswer() !== undefined)
    expect(seen).toEqual([false, false, true])
  })

  test('that only masks ends nothing', async () => {
    const gateway = await fakeGateway({ moves: [streamed({ last: MASKED }), json({ ...MASKED })] })
    await gateway.call()
    await gateway.call(WITH_TOOLS)
    expect([gateway.blockedAnswer(), gateway.fatalError()]).toEqual([undefined, undefined])
    expect(gateway.seen.calls).toMatchObject([{ error: null }, { error: null }])
  })
})

describe('a block ends nothing', () => {
  test.each<[string, Partial<LocalCall>]>([
    ['of a subagent', { headers: { 'user-agent': CLI, 'x-claude-code-agent-id': 'a1' } }],
    ['of a command of the agent', { headers: { 'user-agent': 'curl/8' } }],
    ['of the small model', stream(SMALL)],
  ])('%s', async (_, call) => {
    const gateway = await fakeGateway({ moves: [streamed({ last: INTERVENED }), streamed({ reason: 'refusal' })] })
    await gateway.call(call)
    await gateway.call(call)
    expect([gateway.blockedAnswer(), gateway.fatalError()]).toEqual([undefined, undefined])
    expect(gateway.seen.calls.map(({ error }) => error)).toEqual([
      'A guardrail intervened: topic policy "Finance" (input)',
      'The model refused (stop_reason "refusal")',
    ])
  })

  test('of a side call without tools', async () => {
    const gateway = await fakeGateway({ moves: [json(INTERVENED)] })
    await gateway.call(invoke())
    expect(gateway.blockedAnswer()).toBeUndefined()
  })
})

describe('a refusal of the main conversation', () => {
  test.each([
    ['streamed', streamed({ reason: 'refusal' }), {}],
    ['not streamed', json({ stop_reason: 'refusal' }), WITH_TOOLS],
  ])('%s is the run’s end when it is its last answer', async (_, answer, call) => {
    const gateway = await fakeGateway({ moves: [answer] })
    await gateway.call(call)
    expect(gateway.blockedAnswer()).toMatchObject({ code: 'model-refused' })
    expect(gateway.fatalError()).toBeUndefined()
  })

  test('is forgotten when Claude Code tries again and is answered', async () => {
    const gateway = await fakeGateway({ moves: [streamed({ reason: 'refusal' }), streamed({})] })
    await gateway.call()
    await gateway.call()
    expect(gateway.blockedAnswer()).toBeUndefined()
  })
})
