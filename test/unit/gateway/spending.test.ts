import { EventStreamCodec } from '@smithy/eventstream-codec'
import { describe, expect, test } from '@jest/globals'

import { Failure, fixText } from '../../../src/errors.ts'
import { createSpending, type Admission } from '../../../src/gateway/spending.ts'
import type { UpstreamAnswer } from '../../../src/ports/gateway.ts'
import { createEventStreams } from '../../../src/world/bedrock-wire.ts'
import { MODEL, pieces } from './fakes.ts'

type Spending = NonNullable<ReturnType<typeof createSpending>>

const lines: string[] = []
function opened(limit: number): Spending {
  const log = { info: (line: string) => void lines.push(line) }
  const spending = createSpending(limit, { log, eventStreams: createEventStreams() })
  if (spending === undefined) throw new Error('no limit')
  return spending
}

const body = (maxTokens: number) => Buffer.from(JSON.stringify({ max_tokens: maxTokens }))
const call = (maxTokens = 1, signal = new AbortController().signal) => ({ model: MODEL, body: body(maxTokens), signal })

const codec = new EventStreamCodec(
  (bytes) => Buffer.from(bytes).toString('utf8'),
  (text) => Buffer.from(text),
)
const event = (object: unknown) =>
  codec.encode({
    headers: { ':message-type': { type: 'string', value: 'event' } },
    body: Buffer.from(JSON.stringify({ bytes: Buffer.from(JSON.stringify(object)).toString('base64') })),
  })

async function* bytes(...all: Uint8Array[]) {
  for (const one of all) yield one
  await Promise.resolve()
}

const stream = (...events: unknown[]): UpstreamAnswer => ({
  ...{ status: 200, headers: { 'content-type': 'application/vnd.amazon.eventstream' } },
  body: bytes(...events.map(event)),
})
const json = (usage: object): UpstreamAnswer => ({
  ...{ status: 200, headers: { 'content-type': 'application/json' } },
  body: pieces(JSON.stringify({ usage }).slice(0, 9), JSON.stringify({ usage }).slice(9)),
})
const start = (usage: object) => ({ type: 'message_start', message: { usage } })
const delta = { type: 'content_block_delta', delta: { text: 'x' } }
const end = (output_tokens: number) => [{ type: 'message_delta', usage: { output_tokens } }, { type: 'message_stop' }]

async function admitted(spending: Spending, of = call()): Promise<Admission> {
  const admission = await spending.admit(of)
  if (admission instanceof Failure) throw admission
  return admission
}

async function read(answer: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const piece of answer) all.push(piece)
  return Buffer.concat(all)
}

/** One call with this answer, read to its end. */
const spend = async (spending: Spending, answer: UpstreamAnswer) => read((await admitted(spending)).counted(answer))

describe('an answer is passed on unchanged, and counted', () => {
  test.each<[string, () => UpstreamAnswer, number]>([
    ['a stream', () => stream(start({ input_tokens: 1_000_000, output_tokens: 1 }), delta, ...end(100_000)), 4.5],
    [
      'the cache',
      () => stream(start({ cache_read_input_tokens: 1e6, cache_creation_input_tokens: 1e6 }), ...end(0)),
      4.05,
    ],
    ['a body', () => json({ input_tokens: 1_000_000, output_tokens: 100_000 }), 4.5],
    [
      'what broke off, by its events',
      () => stream(start({ input_tokens: 1_000_000, output_tokens: 1 }), delta, delta),
      3.000045,
    ],
  ])('%s', async (_, answer, usd) => {
    expect(await spend(opened(100), answer())).toEqual(await read(answer().body))
    const below = opened(usd + 0.000001)
    await spend(below, answer())
    expect(await below.admit(call())).not.toBeInstanceOf(Failure)
    const at = opened(usd)
    await spend(at, answer())
    expect(await at.admit(call())).toMatchObject({ code: 'budget-exceeded' })
  })
})

test('the failure says what was spent, by whom, and what to write', async () => {
  const spending = opened(2)
  await spend(spending, json({ input_tokens: 1_000_000 }))
  const failure = await spending.admit(call())
  if (!(failure instanceof Failure)) throw new Error('admitted')
  expect(failure.message).toMatch(/^The 1 calls of this run have cost \$3\.0000, and max-budget-usd is 2\./)
  expect(fixText(failure.fix)).toContain('max-budget-usd: "4"')
})

test('calls at once wait where they might cost more than is left, and are refused when it is used up', async () => {
  const spending = opened(1)
  // 60,000 output tokens are $0.9.
  const first = await admitted(spending, call(60_000))
  const others = [1, 2, 3].map(() => spending.admit(call(60_000)))
  const early = await Promise.race([...others, new Promise((resolve) => setTimeout(() => resolve('waiting'), 20))])
  expect(early).toBe('waiting')
  await read(first.counted(json({ output_tokens: 100_000 })))
  expect(await Promise.all(others)).toEqual([1, 2, 3].map(() => expect.objectContaining({ code: 'budget-exceeded' })))
})

test('a call that has no answer costs nothing, and lets those that wait go on', async () => {
  const spending = opened(1)
  const first = await admitted(spending, call(60_000))
  const second = spending.admit(call(60_000))
  first.giveUp()
  expect(await second).not.toBeInstanceOf(Failure)
})

test('a caller that has gone lets those that wait go on, and what it got is counted', async () => {
  const gone = new AbortController()
  const spending = opened(1)
  const first = await admitted(spending, call(60_000, gone.signal))
  const answer = first.counted(stream(start({ input_tokens: 400_000 }), delta, ...end(9)))[Symbol.asyncIterator]()
  await answer.next()
  const second = spending.admit(call(60_000))
  gone.abort()
  expect(await second).toMatchObject({ code: 'budget-exceeded' })
})

test('a model without a price is not held, and the log says so once', async () => {
  const spending = opened(0.000001)
  const unknown = { ...call(), model: 'us.anthropic.claude-unheard-of' }
  for (let time = 0; time < 3; time++) {
    const admission = await spending.admit(unknown)
    if (admission instanceof Failure) throw admission
    await read(admission.counted(json({ input_tokens: 1e9 })))
  }
  expect(lines).toEqual([expect.stringContaining('no price of us.anthropic.claude-unheard-of is recorded')])
})
