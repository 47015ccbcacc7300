import { request } from 'node:http'
import { connect } from 'node:net'

import { afterEach, describe, expect, test } from '@jest/globals'

import type { LocalAnswer, LocalCall, OpenLoopback } from '../../src/ports/gateway.ts'
import { createLoopback } from '../../src/world/loopback.ts'

const HEADER = 'x-token'
const servers: OpenLoopback[] = []

async function open(answer: (call: LocalCall) => Promise<LocalAnswer>, options = {}): Promise<OpenLoopback> {
  const server = await createLoopback(options).listen(HEADER, answer)
  servers.push(server)
  return server
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

const text = (body: LocalAnswer['body'], status = 200) => Promise.resolve({ status, headers: {}, body })

/** Writes bytes to the server and reads until it closes the connection. */
function raw({ url }: OpenLoopback, ...pieces: string[]): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    let answer = ''
    socket.on('data', (data) => void (answer += data.toString()))
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(answer))
    for (const piece of pieces) socket.write(piece)
  })
}

test('it is open at 127.0.0.1 and at no other address', async () => {
  const { url } = await open(() => text('here'))
  expect(await (await fetch(url)).text()).toBe('here')
  const elsewhere = connect(Number(new URL(url).port), '127.0.0.2')
  const outcome = await new Promise((resolve) => elsewhere.on('error', resolve).on('connect', () => resolve('open')))
  expect(outcome).toMatchObject({ code: 'ECONNREFUSED' })
})

test('a call as it came, without the token', async () => {
  const calls: LocalCall[] = []
  const server = await open(async (call) => {
    calls.push(call)
    return text(Buffer.from((await call.body(100)) ?? []).toString())
  })
  expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  expect(server.token).toMatch(/^[\w-]{43}$/)
  const answer = await fetch(`${server.url}/a%2Fb:c?d=%20`, {
    method: 'POST',
    headers: { [HEADER]: server.token, 'X-Other': 'A' },
    body: 'grüße',
  })
  expect(await answer.text()).toBe('grüße')
  expect(calls[0]).toMatchObject({ method: 'POST', target: '/a%2Fb:c?d=%20', authenticated: true })
  expect(calls[0]?.headers).toMatchObject({ 'x-other': 'A' })
  expect(calls[0]?.headers).not.toHaveProperty(HEADER)
})

describe('a caller is not authenticated', () => {
  test.each<[string, (token: string) => Record<string, string>]>([
    ['without the token', () => ({})],
    ['with an empty one', () => ({ [HEADER]: '' })],
    ['with another', (token) => ({ [HEADER]: token.replace(/./, (first) => (first === 'a' ? 'b' : 'a')) })],
    ['with part of it', (token) => ({ [HEADER]: token.slice(0, -1) })],
    ['with more than it', (token) => ({ [HEADER]: `${token}x` })],
    ['with it in another header', (token) => ({ authorization: token })],
  ])('%s', async (_, headers) => {
    const server = await open((call) => text(String(call.authenticated)))
    expect(await (await fetch(server.url, { headers: headers(server.token) })).text()).toBe('false')
  })

  test('with the token twice', async () => {
    const server = await open((call) => text(String(call.authenticated)))
    const answer = await raw(
      server,
      `GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n${HEADER}: ${server.token}\r\n${HEADER}: ${server.token}\r\n\r\n`,
    )
    expect(answer).toMatch(/\r\nfalse\r\n/)
  })
})

test('two servers have two tokens', async () => {
  const [one, other] = [await open(() => text('')), await open(() => text(''))]
  expect(one.token).not.toBe(other.token)
})

describe('a body larger than the limit', () => {
  const server = () => open(async (call) => text('', (await call.body(1_000)) === undefined ? 413 : 200))

  test('by its length', async () => {
    expect((await fetch((await server()).url, { method: 'POST', body: 'x'.repeat(1_001) })).status).toBe(413)
  })

  test('by the limit itself is none', async () => {
    expect((await fetch((await server()).url, { method: 'POST', body: 'x'.repeat(1_000) })).status).toBe(200)
  })

  test('that does not say its length, and never ends', async () => {
    const { url } = await server()
    const status = await new Promise((resolve, reject) => {
      const call = request(url, { method: 'POST' }, (answer) => {
        resolve(answer.statusCode)
        call.destroy()
      })
      call.on('error', reject)
      call.write('x'.repeat(10_000))
    })
    expect(status).toBe(413)
  })
})

test('calls in a row on one connection are answered in their order', async () => {
  const server = await open(async (call) => {
    const body = await call.body(10)
    return text(`[${call.method} ${call.target} ${Buffer.from(body ?? []).toString()}]`)
  })
  const answer = await raw(
    server,
    'POST /1 HTTP/1.1\r\nhost: x\r\ncontent-length: 3\r\n\r\nabc' +
      'GET /2 HTTP/1.1\r\nhost: x\r\n\r\n' +
      'POST /3 HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\nconnection: close\r\n\r\n3\r\ndef\r\n0\r\n\r\n',
  )
  expect(answer.match(/\[.*?\]/g)).toEqual(['[POST /1 abc]', '[GET /2 ]', '[POST /3 def]'])
})

test('a body that takes too long is cut off', async () => {
  const server = await open(async (call) => text(String(await call.body(10))), { requestMs: 200 })
  expect(await raw(server, 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 3\r\n\r\na')).toContain('408')
})

test('an answer goes out as it comes', async () => {
  let more = (): void => undefined
  const held = new Promise<void>((resolve) => (more = resolve))
  async function* pieces() {
    yield Buffer.from('one')
    await held
    yield Buffer.from('two')
  }
  const server = await open(() => Promise.resolve({ status: 201, headers: { 'x-a': 'b' }, body: pieces() }))
  const answer = await fetch(server.url)
  expect([answer.status, answer.headers.get('x-a')]).toEqual([201, 'b'])
  const reader = answer.body!.getReader()
  expect(Buffer.from((await reader.read()).value).toString()).toBe('one')
  more()
  expect(Buffer.from((await reader.read()).value).toString()).toBe('two')
  expect((await reader.read()).done).toBe(true)
})

test('the head of an answer does not wait for its body', async () => {
  async function* pieces() {
    await new Promise(() => undefined)
    yield Buffer.alloc(1)
  }
  const server = await open(() => text(pieces()))
  expect((await fetch(server.url)).status).toBe(200)
})

test('of an answer that nobody reads only what fits on the way is taken', async () => {
  let taken = 0
  async function* endless() {
    for (;;) {
      taken += 1
      yield Buffer.alloc(100_000)
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  const server = await open(() => text(endless()))
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
  socket.pause().write('GET / HTTP/1.1\r\nhost: x\r\n\r\n')
  let before = -1
  while (taken === 0 || taken !== before) {
    before = taken
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
  expect(taken).toBeLessThan(300)
  socket.destroy()
})

test('an answer that breaks off is cut off', async () => {
  async function* broken() {
    yield Buffer.from('one')
    await Promise.resolve()
    throw new Error('lost')
  }
  const server = await open(() => text(broken()))
  const answer = await fetch(server.url)
  await expect(answer.text()).rejects.toThrow('terminated')
})

test('a call that nothing answers is cut off', async () => {
  const server = await open(() => Promise.reject(new Error('lost')))
  await expect(fetch(server.url)).rejects.toThrow('fetch failed')
})

test('the signal aborts when a caller leaves before and during the answer, and not after', async () => {
  const aborted: string[] = []
  const seen: (() => void)[] = []
  const until = () => new Promise<void>((resolve) => seen.push(resolve))
  async function* endless() {
    for (;;) {
      yield Buffer.from('x')
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }
  const server = await open((call) => {
    call.signal.addEventListener('abort', () => {
      aborted.push(call.target)
      seen.shift()?.()
    })
    if (call.target === '/waiting') return new Promise(() => undefined)
    return text(call.target === '/streaming' ? endless() : 'done')
  })
  expect(await (await fetch(`${server.url}/done`)).text()).toBe('done')
  const waiting = new AbortController()
  const lost = fetch(`${server.url}/waiting`, { signal: waiting.signal }).catch(() => 'lost')
  setTimeout(() => waiting.abort(), 100)
  await until()
  const streaming = new AbortController()
  await fetch(`${server.url}/streaming`, { signal: streaming.signal })
  const gone = until()
  streaming.abort()
  await gone
  expect(await lost).toBe('lost')
  expect(aborted).toEqual(['/waiting', '/streaming'])
})

test('closing cuts off who is still being answered', async () => {
  const server = await open(() => new Promise(() => undefined))
  const lost = fetch(server.url).catch(() => 'lost')
  await new Promise((resolve) => setTimeout(resolve, 50))
  await server.close()
  expect(await lost).toBe('lost')
  await expect(fetch(server.url)).rejects.toThrow('fetch failed')
})
