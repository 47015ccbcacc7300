import { describe, expect, test } from '@jest/globals'

import { BEDROCK_ERRORS as E } from '../../emulators/bedrock-errors.ts'
import { encodeEventStream } from '../../emulators/event-stream.ts'
import { fakeGateway, invoke, MODEL, pieces } from './fakes.ts'

describe('a record of each call', () => {
  const event = (value: object) =>
    encodeEventStream({
      headers: { ':message-type': 'event' },
      payload: Buffer.from(JSON.stringify({ bytes: Buffer.from(JSON.stringify(value)).toString('base64') })),
    })
  const STOP = event({ 'amazon-bedrock-invocationMetrics': { inputTokenCount: 15, outputTokenCount: 42 } })
  const streamed = (body: AsyncIterable<Uint8Array>) => ({
    status: 200,
    headers: { 'content-type': 'application/vnd.amazon.eventstream', 'x-amzn-requestid': 'id-2' },
    body,
  })
  async function* bytes(...chunks: readonly Uint8Array[]) {
    yield* chunks
    await Promise.resolve()
  }
  const RECORD = { time: '2026-11-22T00:00:00.000Z', model: MODEL, region: 'us-east-1', latencyMs: 0 }

  test('that was streamed', async () => {
    const gateway = await fakeGateway({ moves: [streamed(bytes(STOP))] })
    expect(await gateway.call()).toMatchObject({ body: STOP.toString() })
    const counted = { status: 200, requestId: 'id-2', error: null, inputTokens: 15, outputTokens: 42 }
    expect(gateway.seen.calls).toEqual([{ ...RECORD, ...counted }])
  })

  test('that was not', async () => {
    const headers = { 'x-amzn-bedrock-input-token-count': '3', 'x-amzn-bedrock-output-token-count': '4' }
    const gateway = await fakeGateway({ moves: [{ status: 200, headers, body: pieces('{}') }] })
    await gateway.call(invoke())
    expect(gateway.seen.calls).toMatchObject([{ status: 200, requestId: null, inputTokens: 3, outputTokens: 4 }])
  })

  test('that failed', async () => {
    const gateway = await fakeGateway({ moves: [E.tooManyTokens] })
    await gateway.call()
    const error = 'ThrottlingException: Too many tokens, please wait before trying again.'
    const failed = { status: 429, requestId: 'id-1', error, inputTokens: null, outputTokens: null }
    expect(gateway.seen.calls).toEqual([{ ...RECORD, ...failed }])
  })

  test('that broke with an exception, which makes Claude Code repeat it', async () => {
    const exception = encodeEventStream({
      headers: { ':message-type': 'exception', ':exception-type': 'modelStreamErrorException' },
      payload: Buffer.from('{"message":"Oh no."}'),
    })
    const gateway = await fakeGateway({ moves: [streamed(bytes(STOP, exception))] })
    await gateway.call()
    expect(gateway.seen.calls).toMatchObject([{ status: 200, error: 'modelStreamErrorException: Oh no.' }])
    expect(gateway.retries()).toBe(1)
  })

  test('whose connection broke, which makes Claude Code repeat it', async () => {
    async function* broken() {
      yield STOP.subarray(0, 9)
      await Promise.resolve()
      throw new Error('aborted')
    }
    const gateway = await fakeGateway({ moves: [streamed(broken())] })
    await expect(gateway.call()).rejects.toThrow('aborted')
    expect(gateway.seen.calls).toMatchObject([{ status: 200, error: 'The connection broke: aborted' }])
    expect([gateway.retries(), gateway.fatalError()]).toEqual([1, undefined])
  })

  test('whose caller disconnected is no failure', async () => {
    const gone = new AbortController()
    async function* cut() {
      yield STOP.subarray(0, 9)
      gone.abort()
      await Promise.resolve()
      throw new Error('aborted')
    }
    const gateway = await fakeGateway({ moves: [streamed(cut())] })
    await expect(gateway.call({ signal: gone.signal })).rejects.toThrow('aborted')
    expect(gateway.seen.calls).toMatchObject([{ error: 'The caller disconnected.' }])
    expect(gateway.retries()).toBe(0)
  })
})

test('an empty result is the model’s after an answer without text, not after a call that failed', async () => {
  const headers = { 'content-type': 'application/json' }
  const empty = { status: 200, headers, body: pieces('{"type":"message","content":[]}') }
  const gateway = await fakeGateway({ moves: [empty, E.tooManyTokens] })
  const result = { result: '', structuredOutput: undefined }
  expect(gateway.gave(result)).toBe(false)
  await gateway.call()
  expect(gateway.gave(result)).toBe(true)
  await gateway.call()
  expect(gateway.gave(result)).toBe(false)
})
