import { expect, test } from '@jest/globals'

import { BedrockClient } from '@aws-sdk/client-bedrock'
import { BedrockRuntimeClient, InvokeModelWithResponseStreamCommand } from '@aws-sdk/client-bedrock-runtime'
import { startAws, type Aws } from './aws.ts'
import { promptCache } from './bedrock-prompt-cache.ts'
import { burndownOf, quotaMeter, type QuotaLimits } from './bedrock-quota.ts'

const MINUTE = 60_000

function meterOf(limits: Partial<QuotaLimits> = {}) {
  let now = 0
  const meter = quotaMeter({ tokensPerMinute: 200_000, ...limits }, () => now)
  const call = (maxTokens: number, input = 20_000, cacheWrite = 0) => meter.admit({ input, cacheWrite, maxTokens })
  const admitted = (...tokens: [number, number?, number?]) => {
    const admission = call(...tokens)
    if (typeof admission === 'string') throw new Error(admission)
    return admission
  }
  return { ...meter, call, admitted, pass: (ms: number) => void (now += ms) }
}

function callsThatFit(maxTokens: number): number {
  const { call } = meterOf()
  let count = 0
  while (typeof call(maxTokens) !== 'string') count += 1
  return count
}

test.each([
  [32_000, 3],
  [4_096, 8],
  [128_000, 1],
])('200,000 tokens a minute and a prefix of 20,000: with max_tokens %d %d calls fit at once', (maxTokens, calls) => {
  expect(callsThatFit(maxTokens)).toBe(calls)
})

test('a call reserves its input and max_tokens, and gets back what it did not use', () => {
  const { admitted, level, settled } = meterOf()
  const call = admitted(32_000)
  expect(level()).toBe(148_000)
  call.settle(600)
  expect([level(), settled()]).toEqual([177_000, 23_000])
})

test('tokens written to the cache count as input does', () => {
  const { admitted, level } = meterOf()
  admitted(4_096, 1_500, 20_000).settle(600)
  expect(level()).toBe(200_000 - 24_500)
})

test('with a burndown of 10 a call may settle above its reservation', () => {
  const { admitted, level } = meterOf({ burndown: 10 })
  const call = admitted(4_096, 2_000)
  expect(level()).toBe(193_904)
  call.settle(4_096)
  expect(level()).toBe(200_000 - 42_960)
})

test('a debt is paid by the next minutes', () => {
  const { admitted, call, level, pass } = meterOf({ tokensPerMinute: 50_000, burndown: 15 })
  admitted(4_096, 2_000).settle(4_096)
  expect(level()).toBe(-13_440)
  pass(23_400)
  expect(call(4_096, 2_000)).toBe('tokens')
  pass(50)
  expect(typeof call(4_096, 2_000)).toBe('object')
})

test('a bucket refills all the time, up to a minute’s worth', () => {
  const { admitted, level, pass } = meterOf()
  admitted(80_000).settle(16_000)
  expect(level()).toBe(100_000)
  pass(15_000)
  expect(level()).toBe(150_000)
  pass(MINUTE)
  expect(level()).toBe(200_000)
})

test('a window starts over at each full minute, less what was used beyond it', () => {
  const { admitted, level, pass } = meterOf({ shape: 'window', burndown: 10 })
  admitted(80_000).settle(16_000)
  expect(level()).toBe(20_000)
  pass(59_999)
  expect(level()).toBe(20_000)
  pass(1)
  expect(level()).toBe(200_000)
  admitted(80_000).settle(23_000)
  expect(level()).toBe(-50_000)
  pass(MINUTE)
  expect(level()).toBe(150_000)
})

test('requests are counted apart from tokens', () => {
  const { admitted, call, pass } = meterOf({ requestsPerMinute: 2 })
  const first = admitted(1, 1)
  admitted(1, 1)
  expect(call(1, 1)).toBe('requests')
  first.settle(1)
  expect(call(1, 1)).toBe('requests')
  pass(MINUTE / 2)
  expect(typeof call(1, 1)).toBe('object')
})

test('the day has a quota of its own, which no minute brings back', () => {
  const { admitted, call, pass } = meterOf({ tokensPerDay: 60_000 })
  admitted(20_000).settle(4_000)
  expect(call(20_000)).toBe('day')
  pass(MINUTE)
  expect(call(20_000)).toBe('day')
  pass(1_440 * MINUTE)
  expect(typeof call(20_000)).toBe('object')
})

test.each([
  ['anthropic.claude-sonnet-4-6', 5],
  ['anthropic.claude-opus-4-8', 15],
  ['anthropic.claude-opus-5-5', 10],
  ['anthropic.claude-sonnet-5', 10],
  ['anthropic.claude-fable-5-2', 10],
  ['anthropic.claude-haiku-4-5-20251001-v1:0', 5],
])('an output token of %s counts for %d', (model, burndown) => {
  expect(burndownOf(model)).toBe(burndown)
})

const marked = { cache_control: { type: 'ephemeral' } }
const system = (text: string) => [{ type: 'text', text, ...marked }]

test('what a request began with is read from the cache by the next, for five minutes', () => {
  let now = 0
  const tokensOf = promptCache(() => now)
  const body = (...texts: string[]) => ({
    system: system('s'.repeat(400)),
    messages: texts.map((text, at) => ({
      role: 'user',
      content: [{ type: 'text', text, ...(at === texts.length - 1 && marked) }],
    })),
  })
  const first = tokensOf('here', body('one'))
  expect(first).toMatchObject({ cacheRead: 0, input: 0 })
  expect(tokensOf('here', body('one', 'two')).cacheRead).toBe(first.cacheWrite)
  expect(tokensOf('elsewhere', body('one')).cacheRead).toBe(0)
  expect(tokensOf('here', { ...body('one'), system: system('t'.repeat(400)) }).cacheRead).toBe(0)
  now += 5 * MINUTE
  expect(tokensOf('here', body('one')).cacheRead).toBe(0)
})

function clientOf(aws: Aws) {
  const place = { region: 'us-east-1', endpoint: aws.url, credentials: aws.account.addUser('ci'), maxAttempts: 1 }
  // The runtime client speaks HTTP/2 by default; this is the other client's HTTP/1.1.
  const client = new BedrockRuntimeClient({ ...place, requestHandler: new BedrockClient(place).config.requestHandler })
  return async (max_tokens: number, modelId = 'us.anthropic.claude-sonnet-4-6') => {
    const messages = [{ role: 'user', content: 'Hi' }]
    const tools = [{ name: 'Write', input_schema: { type: 'object' } }]
    const body = JSON.stringify({ anthropic_version: 'bedrock-2023-05-31', max_tokens, tools, messages })
    const answer = await client.send(new InvokeModelWithResponseStreamCommand({ modelId, body }))
    const events: unknown[] = []
    for await (const { chunk } of answer.body ?? []) events.push(JSON.parse(Buffer.from(chunk?.bytes ?? []).toString()))
    return events
  }
}

test('the emulator refuses in AWS’s words; each model has a quota of its own, and a call that ends makes room', async () => {
  const aws = await startAws({
    quota: { tokensPerMinute: 6_000 },
    inputTokens: () => ({ input: 100, cacheWrite: 50, cacheRead: 10_000 }),
    script: () => ({ text: 'Hello.', usage: { output_tokens: 2 } }),
  })
  try {
    const ask = clientOf(aws)
    for (let calls = 0; calls < 3; calls++) await ask(5_000)
    await expect(ask(6_000)).rejects.toMatchObject({
      name: 'ThrottlingException',
      message: 'Too many tokens, please wait before trying again.',
    })
    await ask(5_000, 'us.anthropic.claude-opus-5-5')
    expect(aws.bedrock.calls.map(({ status, reserved }) => [status, reserved])).toEqual([
      ...[200, 200, 200].map((status) => [status, 5_150]),
      [429, undefined],
      [200, 5_150],
    ])
    expect([...aws.bedrock.meters.values()].map((meter) => meter.settled())).toEqual([3 * 160, 170])
  } finally {
    await aws.close()
  }
})

test('a tool call that is longer than max_tokens breaks off within its JSON', async () => {
  const content = 'x'.repeat(4_000)
  const aws = await startAws({ script: () => ({ toolUses: [{ name: 'Write', input: { file_path: '/f', content } }] }) })
  try {
    const ask = clientOf(aws)
    const whole = JSON.stringify(await ask(2_000))
    expect(whole).toContain('"stop_reason":"tool_use"')
    const events = await ask(500)
    const json = events
      .map((event) => (event as { delta?: { partial_json?: string } }).delta?.partial_json ?? '')
      .join('')
    expect(json).toBe(JSON.stringify({ file_path: '/f', content }).slice(0, 2_000))
    expect(JSON.stringify(events)).toContain('"stop_reason":"max_tokens"')
  } finally {
    await aws.close()
  }
})
