import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTcpServer, type AddressInfo, type Server, type Socket } from 'node:net'

import { afterEach, describe, expect, test } from '@jest/globals'

import type { UpstreamRequest } from '../../src/ports/gateway.ts'
import { createUpstream } from '../../src/world/http.ts'

const servers: { close(): unknown }[] = []

async function listen(server: Server): Promise<string> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => sockets.add(socket))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  servers.push({
    close: () => {
      server.close()
      sockets.forEach((socket) => socket.destroy())
    },
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const serve = (handler: (incoming: IncomingMessage, outgoing: ServerResponse) => void) => listen(createServer(handler))

afterEach(() => {
  servers.splice(0).forEach((server) => server.close())
})

function call(origin: string, change: Partial<UpstreamRequest> = {}): UpstreamRequest {
  const body = Buffer.from('hello')
  return { operation: 'InvokeModel', method: 'POST', origin, target: '/', headers: {}, body, ...change }
}

const never = new AbortController().signal

async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = []
  for await (const piece of body) pieces.push(piece)
  return Buffer.concat(pieces).toString()
}

test('a call goes out as it is, and its answer comes back as it is', async () => {
  const seen: unknown[] = []
  const origin = await serve((incoming, outgoing) => {
    seen.push(incoming.method, incoming.url, incoming.headers)
    outgoing.writeHead(418, { 'X-A': ['1', '2'] })
    incoming.pipe(outgoing)
  })
  const upstream = createUpstream({})
  const headers = { host: 'bedrock.example.com', 'x-b': 'c' }
  const answer = await upstream.send(call(origin, { target: '/a%2Fb//..?c=%20', headers }), never)
  expect(answer).toMatchObject({ status: 418, headers: { 'x-a': '1, 2' } })
  expect(await textOf(answer.body)).toBe('hello')
  expect(seen).toEqual(['POST', '/a%2Fb//..?c=%20', { ...headers, connection: 'keep-alive', 'content-length': '5' }])
  upstream.close()
})

test('calls one after the other share a connection', async () => {
  const ports = new Set<number | undefined>()
  const origin = await serve((incoming, outgoing) => {
    ports.add(incoming.socket.remotePort)
    outgoing.end('ok')
  })
  const upstream = createUpstream({})
  for (let n = 0; n < 5; n++) await textOf((await upstream.send(call(origin), never)).body)
  expect(ports.size).toBe(1)
  upstream.close()
})

describe('when nothing answers', () => {
  const lost = (origin: string) => createUpstream({}).send(call(origin), never)

  test('an unknown host', async () => {
    await expect(lost('https://bedrock-runtime.xx-nowhere-1.invalid')).rejects.toMatchObject({
      service: 'Amazon Bedrock',
      operation: 'InvokeModel',
      name: expect.stringMatching(/^(ENOTFOUND|EAI_AGAIN)$/),
      status: undefined,
      host: 'bedrock-runtime.xx-nowhere-1.invalid',
    })
  })

  test('a closed port', async () => {
    await expect(lost('http://127.0.0.1:1')).rejects.toMatchObject({
      name: 'ECONNREFUSED',
      message: expect.stringContaining('127.0.0.1:1'),
      host: '127.0.0.1',
    })
  })

  test('a connection that breaks', async () => {
    const origin = await serve((incoming) => incoming.socket.destroy())
    await expect(lost(origin)).rejects.toMatchObject({ name: 'ECONNRESET', message: 'socket hang up' })
  })
})

test('an answer that breaks off breaks off', async () => {
  const origin = await serve((_, outgoing) => {
    outgoing.write('half', () => outgoing.destroy())
  })
  const answer = await createUpstream({}).send(call(origin), never)
  await expect(textOf(answer.body)).rejects.toThrow('aborted')
})

describe('a caller who has left ends', () => {
  const ended = () => {
    let tell = (): void => undefined
    return { over: new Promise<void>((resolve) => (tell = resolve)), tell: () => tell() }
  }

  test('the wait for an answer', async () => {
    const { over, tell } = ended()
    const left = new AbortController()
    const origin = await serve((incoming) => {
      incoming.socket.once('close', tell)
      left.abort()
    })
    await expect(createUpstream({}).send(call(origin), left.signal)).rejects.toMatchObject({ name: 'ABORT_ERR' })
    await over
  })

  test('an answer that is under way', async () => {
    const { over, tell } = ended()
    const left = new AbortController()
    const origin = await serve((incoming, outgoing) => {
      incoming.socket.once('close', tell)
      outgoing.write('one')
    })
    const answer = await createUpstream({}).send(call(origin), left.signal)
    left.abort()
    await expect(textOf(answer.body)).rejects.toThrow('aborted')
    await over
  })
})

describe('through a proxy', () => {
  /** A proxy that passes on what it is asked for to `origin`, and what it was asked for. */
  async function proxyTo(origin: string) {
    const asked: string[] = []
    const { hostname, port } = new URL(origin)
    const server = createServer((incoming, outgoing) => {
      asked.push(`${incoming.method ?? ''} ${incoming.url ?? ''}`)
      const { pathname } = new URL(incoming.url ?? '')
      const onward = httpRequest({ hostname, port, path: pathname, method: incoming.method }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 0, answer.headers)
        answer.pipe(outgoing)
      })
      incoming.pipe(onward)
    })
    server.on('connect', (incoming, socket) => {
      asked.push(`CONNECT ${incoming.url ?? ''}`)
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n')
    })
    return { url: await listen(server), asked }
  }

  const origin = () => serve((incoming, outgoing) => incoming.pipe(outgoing))

  test('as HTTP_PROXY says', async () => {
    const proxy = await proxyTo(await origin())
    const upstream = createUpstream({ HTTP_PROXY: proxy.url })
    const answer = await upstream.send(call('http://bedrock.example.com', { target: '/x' }), never)
    expect(await textOf(answer.body)).toBe('hello')
    expect(proxy.asked).toEqual(['POST http://bedrock.example.com/x'])
    upstream.close()
  })

  test('as HTTPS_PROXY says, with the refusal reported', async () => {
    const proxy = await proxyTo(await origin())
    const upstream = createUpstream({ https_proxy: proxy.url })
    await expect(upstream.send(call('https://bedrock.example.com'), never)).rejects.toMatchObject({
      name: 'ERR_PROXY_TUNNEL',
      message: expect.stringContaining('407'),
    })
    expect(proxy.asked).toEqual(['CONNECT bedrock.example.com:443'])
    upstream.close()
  })

  test('not where NO_PROXY spares the host', async () => {
    const target = await origin()
    const proxy = await proxyTo(target)
    const upstream = createUpstream({ HTTP_PROXY: proxy.url, NO_PROXY: '127.0.0.1' })
    expect(await textOf((await upstream.send(call(target), never)).body)).toBe('hello')
    expect(proxy.asked).toEqual([])
    upstream.close()
  })
})

describe('a connection that does not come about is given up', () => {
  const deaf = () => listen(createTcpServer())

  test('when the host does not speak TLS back', async () => {
    const upstream = createUpstream({}, { connectMs: 100 })
    const origin = (await deaf()).replace('http:', 'https:')
    await expect(upstream.send(call(origin), never)).rejects.toMatchObject({
      name: 'ETIMEDOUT',
      message: 'no connection within 0.1 s',
    })
  })

  test('when the proxy does not answer', async () => {
    const upstream = createUpstream({ HTTPS_PROXY: await deaf() }, { connectMs: 100 })
    await expect(upstream.send(call('https://bedrock.example.com'), never)).rejects.toMatchObject({ name: 'ETIMEDOUT' })
  })

  test('when the caller goes away before', async () => {
    const left = new AbortController()
    const upstream = createUpstream({ HTTPS_PROXY: await deaf() })
    const lost = upstream.send(call('https://bedrock.example.com'), left.signal)
    left.abort()
    await expect(lost).rejects.toMatchObject({ name: 'ABORT_ERR' })
  })
})

test('an answer may take longer than a connection, also on one that is kept', async () => {
  const origin = await serve((_, outgoing) => void setTimeout(() => outgoing.end('ok'), 300))
  const upstream = createUpstream({}, { connectMs: 100 })
  for (let n = 0; n < 2; n++) expect(await textOf((await upstream.send(call(origin), never)).body)).toBe('ok')
  upstream.close()
})
