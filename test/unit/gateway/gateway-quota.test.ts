// How a run's calls share a quota with others: they wait for it, and ask for as few tokens as will do.
import { describe, expect, test } from '@jest/globals'

import { encodeEventStream } from '../../emulators/event-stream.ts'
import { BEDROCK_ERRORS as E } from '../../emulators/bedrock-errors.ts'
import type { UpstreamAnswer } from '../../../src/ports/gateway.ts'
import { fakeGateway, MODEL, ok, sessionNumber, SMALL, stream, type FakeOptions, type Move } from './fakes.ts'

const MINUTE = 60_000
const held = (options: FakeOptions = {}) =>
  fakeGateway({ ...options, quota: { patienceMs: 60 * MINUTE, ...options.quota } })

const body = (text: string) => ({ body: () => Promise.resolve(Buffer.from(text)) })
const asking = (max_tokens: number) => body(JSON.stringify({ max_tokens }))
const agent = (id: string, session = 's') => ({
  headers: {
    'user-agent': 'claude-cli/2.1.330 (external, sdk-cli)',
    'x-claude-code-session-id': session,
    ...(id !== 'main' && { 'x-claude-code-agent-id': id }),
  },
})

function reply(stop_reason: string, output: number, usage: object = { input_tokens: 10 }): UpstreamAnswer {
  const event = (value: object) => {
    const bytes = Buffer.from(JSON.stringify(value)).toString('base64')
    const headers = { ':event-type': 'chunk', ':message-type': 'event' }
    return encodeEventStream({ headers, payload: Buffer.from(JSON.stringify({ bytes })) })
  }
  const events = [
    { type: 'message_start', message: { usage } },
    { type: 'message_delta', delta: { stop_reason } },
    { type: 'message_stop', 'amazon-bedrock-invocationMetrics': { inputTokenCount: 10, outputTokenCount: output } },
  ].map(event)
  return {
    status: 200,
    headers: { 'content-type': 'application/vnd.amazon.eventstream' },
    body: { [Symbol.asyncIterator]: () => iterate(events) },
  }
}

async function* iterate(events: readonly Uint8Array[]) {
  for (const event of events) yield event
  await Promise.resolve()
}

const limits = ({ seen }: Awaited<ReturnType<typeof fakeGateway>>) =>
  seen.sent.map((request) => (JSON.parse(Buffer.from(request.body).toString()) as { max_tokens?: number }).max_tokens)

describe('patience', () => {
  test.each([
    ['a quota of tokens', E.tooManyTokens],
    ['a quota of tokens, as HTTP 400', { ...E.tooManyTokens, status: 400 }],
    ['a quota of requests', E.tooManyRequests],
    ['no capacity', E.tooManyConnections],
    ['no capacity, as HTTP 400', { ...E.serviceUnavailable, status: 400 }],
  ])('%s: the call is held until there is room, each try signed for its own time', async (_, error) => {
    const gateway = await held({ moves: [error, error, error] })
    expect(await gateway.call()).toMatchObject({ status: 200 })
    expect(gateway.seen.sent).toHaveLength(4)
    expect(new Set(gateway.seen.sent.map(({ headers }) => headers.authorization)).size).toBe(4)
    expect(gateway.quota()).toMatchObject({ throttledCalls: 3, throttledMs: 10_000 + 17_500 + 20_000 })
    expect(gateway.fatalError()).toBeUndefined()
  })

  test('keys that expire while a call waits are replaced', async () => {
    let number = 1
    const session = { current: () => Promise.resolve(sessionNumber(number++)) }
    const gateway = await held({ moves: [E.tooManyTokens], session })
    await gateway.call()
    expect(gateway.seen.sent.map(({ headers }) => headers.authorization?.split(' ')[0])).toEqual(['ASIA1', 'ASIA2'])
  })

  test('a quota of the day ends the run at once', async () => {
    const gateway = await held({ moves: () => E.tooManyTokensPerDay })
    expect(await gateway.call()).toMatchObject({ status: 400 })
    expect([gateway.seen.sent.length, gateway.fatalError()?.code]).toEqual([1, 'daily-quota-exhausted'])
  })

  test.each([
    ['another failure of AWS', E.internal],
    ['a proxy that answers 503', { status: 503, type: '', message: '<html>no</html>' }],
  ])('%s is left to Claude Code', async (_, error) => {
    const gateway = await held({ moves: [error] })
    expect((await gateway.call()).status).toBeGreaterThanOrEqual(500)
    expect(gateway.seen.sent).toHaveLength(1)
  })

  test('with a fallback model, a lack of capacity is left to Claude Code, which turns to it after three', async () => {
    const gateway = await held({ moves: [E.tooManyConnections, E.tooManyTokens], quota: { hasFallback: true } })
    expect(await gateway.call()).toMatchObject({ status: 503 })
    expect(await gateway.call()).toMatchObject({ status: 200 })
  })

  test('after four minutes the call goes back to Claude Code, which comes again', async () => {
    const gateway = await held({ moves: () => E.tooManyTokens })
    expect(await gateway.call()).toMatchObject({ status: 429 })
    expect(gateway.seen.slept.reduce((sum, ms) => sum + ms)).toBeLessThanOrEqual(240_000)
    expect([gateway.fatalError(), gateway.retries()]).toEqual([undefined, 1])
    expect(gateway.seen.lines.join()).not.toContain('The call is tried again.')
  })

  test('when patience is over the run ends with throttled, and every later call gets the same words', async () => {
    const gateway = await held({ moves: () => E.tooManyTokens, quota: { patienceMs: 3 * MINUTE } })
    const answer = await gateway.call()
    expect(answer).toMatchObject({ status: 400, body: { message: E.tooManyTokens.message } })
    expect(await gateway.call(stream(SMALL))).toEqual(answer)
    const failure = gateway.fatalError()
    expect(failure?.code).toBe('throttled')
    expect(failure?.message).toContain('throttle-patience-minutes')
  })

  test('it ends 30 seconds before the run’s own time limit', async () => {
    const gateway = await held({ moves: () => E.tooManyTokens, quota: { timeoutMs: 3 * MINUTE } })
    const started = gateway.seen.now
    await gateway.call()
    expect(gateway.fatalError()?.code).toBe('throttled')
    expect(gateway.seen.now - started).toBeLessThanOrEqual(150_000)
    expect(gateway.seen.now - started).toBeGreaterThan(120_000)
  })

  test('a subagent that has waited too long is given up, and the run goes on', async () => {
    const gateway = await held({ moves: () => E.tooManyTokens, quota: { patienceMs: MINUTE } })
    expect(await gateway.call(agent('a'))).toMatchObject({ status: 400 })
    expect(gateway.fatalError()).toBeUndefined()
    expect(gateway.seen.warnings.join()).toContain('waited')
  })

  test('the log has a line when the quota gets short, one a minute, and one when it has room again', async () => {
    const start = Date.UTC(2026, 10, 22)
    const gateway = await held({
      moves: (): Move => (gateway.seen.now < start + 150_000 ? E.tooManyTokens : ok),
    })
    await gateway.call()
    expect(gateway.seen.lines).toHaveLength(3)
    gateway.seen.now += 2 * MINUTE
    await gateway.call()
    const [began, still, , ended] = gateway.seen.lines
    expect(began).toMatch(new RegExp(`^The quota of ${MODEL} in us-east-1 is short: calls wait in line`))
    expect(still).toMatch(/ is still short: 1 call waiting, the longest for 1 min \d+ s\.$/)
    expect(ended).toMatch(/ has room again: \d+ calls were refused in \d min \d+ s\.$/)
  })

  test('a run that ends while the quota is short says so', async () => {
    const gateway = await held({ moves: [E.tooManyConnections] })
    await gateway.call()
    await gateway.close()
    expect(gateway.seen.lines.at(-1)).toMatch(/^AWS's capacity for .* was short/)
  })

  test('without patience each refusal is Claude Code’s, with a line of its own', async () => {
    const gateway = await held({ moves: [E.tooManyTokens], quota: { patienceMs: 0 } })
    expect(await gateway.call()).toMatchObject({ status: 429 })
    expect(gateway.seen.lines.join()).toContain('The call is tried again.')
    expect(gateway.quota()).toMatchObject({ throttledCalls: 1, throttledMs: 0 })
  })

  test('tokens are counted without waiting', async () => {
    const gateway = await held({ moves: [E.tooManyTokens] })
    const answer = await gateway.call({ target: '/model/anthropic.claude-sonnet-4-6/count-tokens' })
    expect([answer.status, gateway.seen.slept]).toEqual([429, []])
  })
})

describe('reservation', () => {
  test('each call asks for 4096 from the first on', async () => {
    const gateway = await held()
    await gateway.call(asking(32_000))
    expect(limits(gateway)).toEqual([4_096])
  })

  test('with auto no byte changes until a call is refused; then calls ask for 4096 for five minutes', async () => {
    const gateway = await held({ moves: [ok, E.tooManyTokens], quota: { lowers: 'when-short' } })
    const text = '{ "max_tokens" : 32000, "messages" : [] }'
    await gateway.call(body(text))
    expect(Buffer.from(gateway.seen.sent[0]?.body ?? []).toString()).toBe(text)
    await gateway.call(asking(32_000))
    expect(limits(gateway)).toEqual([32_000, 32_000, 4_096])
    gateway.seen.now += 4 * MINUTE
    await gateway.call(asking(32_000))
    gateway.seen.now += MINUTE
    await gateway.call(asking(32_000))
    expect(limits(gateway).slice(3)).toEqual([4_096, 32_000])
  })

  test('a command of the agent gets no more than the ceiling, in either mode', async () => {
    const gateway = await held({ quota: { lowers: 'when-short' } })
    await gateway.call(asking(128_000))
    expect(limits(gateway)).toEqual([32_000])
  })

  test('after a cut reply the conversation asks for four times as much, and falls back after a whole one', async () => {
    const gateway = await held({
      moves: [reply('max_tokens', 4_096), reply('max_tokens', 16_384), reply('end_turn', 9)],
    })
    for (let calls = 0; calls < 4; calls++) await gateway.call({ ...agent('main'), ...asking(32_000) })
    expect(limits(gateway)).toEqual([4_096, 16_384, 32_000, 4_096])
  })

  test('subagents, other sessions and side calls do not grow with it', async () => {
    const gateway = await held({ moves: [reply('max_tokens', 4_096)] })
    await gateway.call({ ...agent('main'), ...asking(32_000) })
    await gateway.call({ ...agent('a'), ...asking(32_000) })
    await gateway.call({ ...agent('main', 'another'), ...asking(32_000) })
    await gateway.call({ ...agent('main'), ...asking(32_000), target: `/model/${MODEL}/invoke` })
    await gateway.call({ ...agent('main'), ...asking(32_000) })
    expect(limits(gateway)).toEqual([4_096, 4_096, 4_096, 4_096, 16_384])
  })

  test('a model that takes less than the ceiling is asked for its own limit', async () => {
    const message = 'The maximum tokens you requested exceeds the model limit of 8192. Try again with fewer.'
    const refusal = { status: 400, type: 'ValidationException', message }
    const gateway = await held({ moves: [reply('max_tokens', 4_096), refusal, reply('end_turn', 5_000)] })
    for (let calls = 0; calls < 3; calls++) await gateway.call({ ...agent('main'), ...asking(32_000) })
    expect(limits(gateway)).toEqual([4_096, 16_384, 8_192, 8_192])
    expect(gateway.fatalError()).toBeUndefined()
  })

  test('a limit of the run that the model does not take is said, not lowered', async () => {
    const message = 'The maximum tokens you requested exceeds the model limit of 8192. Try again with fewer.'
    const moves = () => ({ status: 400, type: 'ValidationException', message })
    const gateway = await held({ moves, bedrock: { maxOutputTokens: 16_384 } })
    await gateway.call(asking(32_000))
    expect(limits(gateway)).toEqual([16_384])
  })

  test.each(['{"max_tokens":1,"max_tokens":64000}', '{"max\\u005ftokens":64000}'])('%s is refused', async (text) => {
    const gateway = await held()
    expect(await gateway.call(body(text))).toMatchObject({ status: 400 })
    expect([gateway.seen.sent, gateway.fatalError()]).toEqual([[], undefined])
  })
})

test('what calls reserve, and what of the first came from the cache', async () => {
  const usage = { input_tokens: 10, cache_creation_input_tokens: 490, cache_read_input_tokens: 20_000 }
  const gateway = await held({ moves: [reply('end_turn', 9, usage), reply('end_turn', 9)] })
  for (let calls = 0; calls < 2; calls++) await gateway.call({ ...agent('main'), ...asking(32_000) })
  expect(gateway.quota()).toEqual({
    ...{ throttledCalls: 0, throttledMs: 0, calls: 2, meanReservation: Math.round((4_596 + 4_106) / 2) },
    firstCall: { reserved: 4_596, inputTokens: 10, cacheWriteTokens: 490, cacheReadTokens: 20_000 },
  })
})

test('Claude Code gets the ceiling, and enough tries to come again for an hour', async () => {
  const { environment } = await held()
  expect(environment).toMatchObject({ CLAUDE_CODE_MAX_OUTPUT_TOKENS: '32000', CLAUDE_CODE_MAX_RETRIES: '15' })
  const own = await held({ quota: { patienceMs: 0 } })
  expect(own.environment).not.toHaveProperty('CLAUDE_CODE_MAX_RETRIES')
})
