// What may succeed a moment later never ends a run: Claude Code gets it with a status that it repeats the call for, or the
// gateway repeats the call itself.
import { describe, expect, test } from '@jest/globals'

import type { Session } from '../../../src/aws/types.ts'
import { explainBedrock } from '../../../src/bedrock/errors/bedrock-error.ts'
import { ServiceError } from '../../../src/errors.ts'
import { BEDROCK_ERRORS as E, type BedrockError } from '../../emulators/bedrock-errors.ts'
import { fakeGateway, MODEL, ok, sessionNumber, SMALL, stream, type Move } from './fakes.ts'

/** Claude Code backs off from these (measured with 2.1.330). */
const isRepeated = (status: number) => status === 408 || status === 429 || status >= 500

const at = (status: number, error: BedrockError): BedrockError => ({ ...error, status })

const RETRYABLE: readonly (readonly [string, Move])[] = [
  ['too many tokens', E.tooManyTokens],
  ['too many tokens, as HTTP 400', at(400, E.tooManyTokens)],
  ['too many requests', E.tooManyRequests],
  ['a throttling without words, as HTTP 400', { status: 400, type: 'ThrottlingException', message: '' }],
  ['throttling by another name', { status: 400, type: 'TooManyRequestsException', message: 'Rate exceeded' }],
  ['too many connections', E.tooManyConnections],
  ['no capacity', E.serviceUnavailable],
  ['no capacity, as HTTP 400', at(400, E.serviceUnavailable)],
  ['no capacity, as a validation', { ...E.serviceUnavailable, status: 400, type: 'ValidationException' }],
  ['a model that is not ready', E.modelNotReady],
  ['a model that is slow', E.modelTimeout],
  ['a model that fails', E.modelError],
  ['a stream of a model that fails', { ...E.modelError, type: 'ModelStreamErrorException' }],
  ['an internal error', E.internal],
  ['a gateway that has lost Bedrock', { status: 502, type: '', message: '<html>Bad Gateway</html>' }],
  ['a gateway whose wait ends without an answer', { status: 504, type: '', message: 'upstream request timeout' }],
  ['an overload by a status of its own', { status: 529, type: '', message: 'Overloaded' }],
  ['a connection that is refused', { code: 'ECONNREFUSED' }],
  ['a connection that breaks', { code: 'ECONNRESET' }],
  ['a DNS server that fails', { code: 'EAI_FAIL' }],
]

/** Calls as Claude Code does, again after what it repeats; the statuses that it saw. */
async function callUntilDone(gateway: Awaited<ReturnType<typeof fakeGateway>>): Promise<readonly number[]> {
  const seen: number[] = []
  while (seen.length < 5 && (seen.length === 0 || isRepeated(seen.at(-1) ?? 0)))
    seen.push((await gateway.call()).status)
  return seen
}

describe.each(RETRYABLE)('twice, then well: %s', (_, move) => {
  test('at the start', async () => {
    const gateway = await fakeGateway({ moves: [move, move] })
    expect((await callUntilDone(gateway)).at(-1)).toBe(200)
    expect([gateway.seen.sent.length, gateway.fatalError(), gateway.retries()]).toEqual([3, undefined, 2])
  })

  test('in the middle', async () => {
    const gateway = await fakeGateway({ moves: [ok, ok, move, move] })
    await gateway.call()
    await gateway.call()
    expect((await callUntilDone(gateway)).at(-1)).toBe(200)
    expect([gateway.seen.sent.length, gateway.fatalError()]).toEqual([5, undefined])
  })

  test('of another model than the main one', async () => {
    const gateway = await fakeGateway({ moves: [ok, move, move] })
    await gateway.call()
    const first = await gateway.call(stream(SMALL))
    if (first.status !== 200) {
      expect(isRepeated(first.status)).toBe(true)
      await gateway.call(stream(SMALL))
      expect(await gateway.call(stream(SMALL))).toMatchObject({ status: 200 })
    }
    expect(gateway.seen.warnings).toEqual([])
  })
})

test('what is retryable and comes with no such status gets one that says what it is', async () => {
  const gateway = await fakeGateway({ moves: [at(400, E.tooManyTokens), at(400, E.serviceUnavailable), E.modelError] })
  const seen = [await gateway.call(), await gateway.call(), await gateway.call()]
  expect(seen.map(({ status }) => status)).toEqual([429, 503, 503])
  expect(seen[0]).toMatchObject({
    headers: { 'x-amzn-errortype': 'ThrottlingException' },
    body: { message: E.tooManyTokens.message },
  })
})

describe('keys that AWS has issued moments ago', () => {
  const issued = (ageMs: number): Session => ({
    ...(sessionNumber(1) as Extract<Session, { kind: 'keys' }>),
    issuedAt: Date.UTC(2026, 10, 22) - ageMs,
  })
  const gatewayWith = (session: Session, moves: readonly Move[]) => {
    const renewed: Session[] = []
    const renew = (stale: Session) => {
      renewed.push(stale)
      return Promise.resolve({ ...issued(0), keys: { accessKeyId: 'NEW', secretAccessKey: 's' } } as Session)
    }
    const gateway = fakeGateway({ moves, session: { current: () => Promise.resolve(session), renew } })
    return gateway.then((open) => ({ ...open, renewed }))
  }

  test('are tried again, and not renewed', async () => {
    const gateway = await gatewayWith(issued(1_000), [E.keyInvalid, E.keyInvalid])
    expect(await gateway.call()).toMatchObject({ status: 200 })
    expect([gateway.seen.sent.length, gateway.seen.slept.length, gateway.renewed.length]).toEqual([3, 2, 0])
  })

  test('are given up after some 12 seconds, in words about these keys', async () => {
    const gateway = await gatewayWith(issued(0), Array<Move>(40).fill(E.keyInvalid))
    expect(await gateway.call()).toMatchObject({ status: 400 })
    const waited = gateway.seen.slept.reduce((sum, ms) => sum + ms, 0)
    expect(waited).toBeGreaterThan(8_000)
    expect(waited).toBeLessThan(16_000)
    expect(gateway.renewed).toEqual([])
    const failure = gateway.fatalError()
    expect(failure).toMatchObject({ code: 'credentials-invalid' })
    expect(failure?.message).toContain('AWS does not accept the keys of arn')
    expect(`${failure?.message ?? ''}${JSON.stringify(failure?.fix)}`).not.toContain('AWS_ACCESS_KEY_ID')
  })

  test('may be those of a renewal: the keys after the old ones are tried again too', async () => {
    const gateway = await gatewayWith(issued(3_600_000), [E.keyExpired, E.keyInvalid, E.keyInvalid])
    expect(await gateway.call()).toMatchObject({ status: 200 })
    expect([gateway.seen.sent.length, gateway.renewed.length]).toEqual([4, 1])
  })

  test('are not those of an hour ago, which are renewed at once', async () => {
    const gateway = await gatewayWith(issued(3_600_000), [E.keyInvalid])
    expect(await gateway.call()).toMatchObject({ status: 200 })
    expect([gateway.seen.slept, gateway.renewed.length]).toEqual([[], 1])
  })

  test('are waited for as long as the caller waits', async () => {
    const gone = new AbortController()
    const gateway = await gatewayWith(issued(0), Array<Move>(40).fill(E.keyInvalid))
    gone.abort()
    await gateway.call({ signal: gone.signal }).catch(() => undefined)
    expect(gateway.seen.sent.length).toBeLessThanOrEqual(1)
  })
})

describe('a page of a proxy in the middle', () => {
  const page = (status: number): Move => ({
    status,
    headers: { 'content-type': 'text/html' },
    body: (async function* () {
      yield Buffer.from('<html><head><title>Blocked</title></head><body>by policy 7</body></html>')
      await Promise.resolve()
    })(),
  })

  test.each([403, 407])('of status %d is that of the proxy, and ends the run', async (status) => {
    const gateway = await fakeGateway({ moves: [ok, page(status)] })
    await gateway.call()
    expect(await gateway.call()).toMatchObject({ status: 400, body: { message: 'Blocked by policy 7' } })
    expect(gateway.fatalError()).toMatchObject({ code: 'network-unreachable' })
    expect(gateway.fatalError()?.message).toMatch(/proxy/)
  })

  test.each([404, 413])('of status %d is what Claude Code works around', async (status) => {
    const gateway = await fakeGateway({ moves: [ok, page(status)] })
    await gateway.call()
    expect(await gateway.call()).toMatchObject({ status })
    expect(gateway.fatalError()).toBeUndefined()
  })
})

test('an address that is no runtime endpoint is named by its variable', async () => {
  const unknown = { status: 404, type: 'UnknownOperationException', message: '' }
  const env = { AWS_ENDPOINT_URL_BEDROCK_RUNTIME: 'https://bedrock.us-east-1.amazonaws.com' }
  const gateway = await fakeGateway({ env, moves: [unknown] })
  await gateway.call()
  expect(gateway.fatalError()).toMatchObject({ code: 'input-invalid' })
  expect(gateway.fatalError()?.message).toContain('AWS_ENDPOINT_URL_BEDROCK_RUNTIME names it')
})

test('no rule of a main model that is not retryable is given a status that is repeated', async () => {
  for (const error of Object.values(E)) {
    const gateway = await fakeGateway({ moves: [ok, error, error] })
    await gateway.call()
    const { status } = await gateway.call()
    const { retryable } = explainBedrock(
      new ServiceError({
        ...{ service: 'Amazon Bedrock', operation: 'InvokeModel', name: error.type },
        ...{ message: error.message.replaceAll('’', "'"), status: error.status },
      }),
      { region: 'us-east-1', model: MODEL, account: undefined, maxOutputTokens: 4096 },
    )
    expect([error.message, isRepeated(status)]).toEqual([error.message, retryable])
  }
})
