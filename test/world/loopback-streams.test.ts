// Streams through the whole gateway, from a stand-in for Bedrock that a test holds in its hand.
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

import { afterEach, expect, test } from '@jest/globals'

import { MODEL, startAccount, startGateway } from '../support/real-gateway.ts'

const opened: { close(): unknown }[] = []

afterEach(async () => {
  for (const one of opened.splice(0)) await one.close()
})

type Gateway = Awaited<ReturnType<typeof startGateway>>

async function gatewayTo(handler: (outgoing: ServerResponse, incoming: IncomingMessage) => void): Promise<Gateway> {
  const server = createServer((incoming, outgoing) => {
    incoming.resume().once('end', () => handler(outgoing, incoming))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const aws = await startAccount()
  const env = { ANTHROPIC_BEDROCK_BASE_URL: `http://127.0.0.1:${port}` }
  const gateway = await startGateway({ account: aws.account, env })
  const stop = () => {
    server.close()
    server.closeAllConnections()
  }
  opened.push(gateway, aws, { close: stop })
  return gateway
}

function stream({ url, tokenHeaders }: Gateway, signal?: AbortSignal): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const target = `${url}/model/${MODEL}/invoke-with-response-stream`
    const sent = request(
      target,
      { method: 'POST', headers: tokenHeaders, agent: false, ...(signal && { signal }) },
      resolve,
    )
    sent.on('error', reject)
    sent.end('{}')
  })
}

test('the first byte arrives before the last is sent', async () => {
  let finish = (): void => undefined
  const gateway = await gatewayTo((outgoing) => {
    outgoing.write('first')
    finish = () => void outgoing.end('last')
  })
  const answer = (await stream(gateway)).setEncoding('utf8')
  const pieces = answer[Symbol.asyncIterator]()
  expect((await pieces.next()).value).toBe('first')
  finish()
  expect((await pieces.next()).value).toBe('last')
})

test('a caller who goes away ends the call at Bedrock', async () => {
  let over = (): void => undefined
  const ended = new Promise<void>((resolve) => (over = resolve))
  const gateway = await gatewayTo((outgoing) => {
    outgoing.once('close', over)
    outgoing.write('first')
  })
  const answer = await stream(gateway)
  answer.on('error', () => undefined).destroy()
  await ended
  while (gateway.seen.calls.length === 0) await new Promise((resolve) => setTimeout(resolve, 10))
  expect(gateway.seen.calls).toMatchObject([{ status: 200, error: 'The caller disconnected.' }])
  expect([gateway.retries(), gateway.fatalError()]).toEqual([0, undefined])
})

test('a caller who goes away before the answer ends the call too', async () => {
  const gone = new AbortController()
  let over = (): void => undefined
  const ended = new Promise<void>((resolve) => (over = resolve))
  const gateway = await gatewayTo((outgoing) => {
    outgoing.once('close', over)
    gone.abort()
  })
  await expect(stream(gateway, gone.signal)).rejects.toThrow('aborted')
  await ended
  expect([gateway.retries(), gateway.fatalError()]).toEqual([0, undefined])
})

test('a stream that Bedrock breaks off is broken off', async () => {
  const gateway = await gatewayTo((outgoing) => {
    outgoing.write('first', () => setTimeout(() => outgoing.destroy(), 50))
  })
  const answer = await stream(gateway)
  await expect(answer.toArray()).rejects.toThrow('aborted')
  expect([gateway.retries(), gateway.fatalError()]).toEqual([1, undefined])
})

test('of ten streams that nobody reads, the gateway takes only what fits on the way', async () => {
  let taken = 0
  const piece = Buffer.alloc(64 * 1024)
  const gateway = await gatewayTo((outgoing) => {
    const write = (): void => {
      do taken += piece.length
      while (outgoing.write(piece))
      outgoing.once('drain', write)
    }
    write()
  })
  const answers = await Promise.all(Array.from({ length: 10 }, () => stream(gateway)))
  let before = -1
  while (taken !== before) {
    before = taken
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
  // Mostly the system's own buffers, of four sockets a stream.
  expect(taken / 10).toBeLessThan(20 * 1024 * 1024)
  answers.forEach((answer) => answer.on('error', () => undefined).destroy())
})

test('fifty calls that find their session ended wait for one renewal', async () => {
  const refusal = JSON.stringify({ message: 'The security token included in the request is expired' })
  const [waiting, calls]: [(() => void)[], string[]] = [[], []]
  const gateway = await gatewayTo((outgoing, incoming) => {
    const key = /Credential=(\w+)/.exec(incoming.headers.authorization ?? '')?.[1] ?? ''
    calls.push(key)
    if (key !== calls[0]) return void outgoing.end('ok')
    // None is refused before all have been made.
    waiting.push(() => outgoing.writeHead(403, { 'x-amzn-errortype': 'ExpiredTokenException' }).end(refusal))
    if (waiting.length === 50) waiting.forEach((refuse) => refuse())
  })
  const answers = await Promise.all(Array.from({ length: 50 }, () => stream(gateway)))
  expect(answers.map((answer) => answer.resume().statusCode)).toEqual(Array(50).fill(200))
  expect([gateway.renewals(), calls.length]).toEqual([1, 100])
})
