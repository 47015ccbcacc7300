import {
  createServer,
  request as httpRequest,
  type ClientRequest,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'

import type { ProxyRules, RefusedRequest } from '../ports/sandbox.ts'
import { readHello } from './client-hello.ts'
import { AddressRefused, proxyAuthorization, requestTo, type Destination, type WayToHost } from './way-to-host.ts'

interface Refused extends Omit<RefusedRequest, 'isUnlisted'> {
  readonly isUnlisted?: boolean
}

/** Bounds for the first bytes of a tunnel, and for a connection on which nothing moves. */
const HELLO_MS = 20_000
const IDLE_MS = 900_000

const NO_HOST = 'A request names a host and a port: by CONNECT, or with a whole address that starts with http://.'
const NO_NAME = 'Names of hosts are allowed, never addresses.'
const NOT_SPOKEN = 'Only HTTP and TLS pass, and no other protocol.'

/**
 * A proxy (RFC 9110, 7.6 and 9.3.6) that leads to hosts the rules allow and to no other: tunnels for TLS with the server name
 * that was asked for, and plain HTTP requests, in a tunnel too. What is refused is answered 403, or cut where a tunnel is open.
 */
export function createAgentProxy(rules: ProxyRules, way: WayToHost): Server {
  const refuse = ({ isUnlisted = false, ...refused }: Refused): string => {
    rules.onRefused({ ...refused, isUnlisted })
    return `${refused.reason}\n`
  }
  /** The host and port, or why not. */
  const destination = (host: string, port: number): Destination | Refused => {
    const name = host.toLowerCase().replace(/\.$/, '')
    // An address in any writing ends in a number (https://url.spec.whatwg.org/#ends-in-a-number-checker).
    if (!/^[a-z\d_.-]+$/.test(name) || /(^|\.)(\d+|0x[\da-f]*)$/.test(name)) return { host, port, reason: NO_NAME }
    const reason = rules.refusalOf(name, port)
    if (reason !== undefined) return { host: name, port, reason, isUnlisted: true }
    return { host: name, port, allowsPrivate: rules.allowsPrivate(name) }
  }

  async function forward(request: IncomingMessage, reply: ServerResponse, tunnel?: Destination): Promise<void> {
    const url = addressOf(request, tunnel)
    if (url === undefined) {
      answer(reply, 403, refuse({ host: request.headers.host ?? '', port: undefined, reason: NO_HOST }))
      return
    }
    const asked = destination(url.hostname, Number(url.port || 80))
    if ('reason' in asked) {
      answer(reply, 403, refuse(asked))
      return
    }
    const headers = [...endToEnd(request.rawHeaders, ['host', 'expect']), 'host', url.host, 'connection', 'close']
    // Else a body in chunks would go on without its framing where Node expects none.
    if (request.headers['transfer-encoding'] !== undefined) headers.push('transfer-encoding', 'chunked')
    const { method } = request
    const path = `${url.pathname}${url.search}`
    try {
      const by = await way.forHttp(asked)
      const onward =
        'proxy' in by
          ? requestTo(by.proxy, {
              ...{ method, path: `http://${url.host}${path}`, setHost: false },
              headers: [...headers, ...Object.entries(proxyAuthorization(by.proxy)).flat()],
            })
          : httpRequest({ method, path, headers, setHost: false, ...by })
      onward.setTimeout(IDLE_MS, () => onward.destroy())
      await exchange(request, reply, onward)
    } catch (error) {
      unreached(error, asked, (status, text) => answer(reply, status, text))
    }
  }

  function unreached(error: unknown, { host, port }: Destination, tell: (status: number, text: string) => void): void {
    const reason = error instanceof Error ? error.message : String(error)
    if (error instanceof AddressRefused) tell(403, refuse({ host, port, reason }))
    else tell(502, `${host}:${port} cannot be reached: ${reason}\n`)
  }

  async function open(request: IncomingMessage, near: Socket, head: Buffer): Promise<void> {
    near.on('error', () => near.destroy())
    const end = (status: number, text: string) =>
      near.end(`HTTP/1.1 ${status} ${status === 403 ? 'Forbidden' : 'Bad Gateway'}\r\nconnection: close\r\n\r\n${text}`)
    const target = request.url ?? ''
    const [, host, digits] = /^(.+):(\d{1,5})$/.exec(target) ?? []
    const asked =
      host === undefined ? { host: target, port: undefined, reason: NO_HOST } : destination(host, Number(digits))
    if ('reason' in asked) {
      end(403, refuse(asked))
      return
    }
    let far: Socket
    try {
      far = await way.connect(asked)
    } catch (error) {
      unreached(error, asked, end)
      return
    }
    far.on('error', () => near.destroy())
    if (near.closed) far.destroy()
    near.once('close', () => far.destroy())
    near.write('HTTP/1.1 200 Connection Established\r\n\r\n')
    const { first, refusal, isHttp } = await firstBytes(near, head, asked.host)
    if (near.closed) return
    if (refusal !== undefined) {
      refuse({ host: asked.host, port: asked.port, reason: refusal })
      near.destroy()
      return
    }
    if (isHttp) {
      far.destroy()
      near.unshift(first)
      tunnels.set(near, asked)
      inner.emit('connection', near)
      near.resume()
      return
    }
    far.write(first)
    for (const socket of [near, far]) socket.setTimeout(IDLE_MS, () => socket.destroy())
    far.once('close', () => near.destroy())
    near.pipe(far).pipe(near)
  }

  const tunnels = new WeakMap<Duplex, Destination>()
  const options = { maxHeaderSize: 64 * 1024, keepAliveTimeout: 60_000, requestTimeout: 0 }
  const inner = createServer(options, (request, reply) => {
    void forward(request, reply, tunnels.get(request.socket))
  })
  inner.on('connect', (_, near) => near.destroy())
  const server = createServer(options, (request, reply) => void forward(request, reply))
  server.on('connect', (request, near: Socket, head: Buffer) => void open(request, near, head))
  server.maxConnections = 1_000
  server.on('close', () => inner.close())
  return server
}

/** The whole address of a plain request; undefined where it has none that this proxy takes. */
function addressOf({ url = '', headers }: IncomingMessage, tunnel: Destination | undefined): URL | undefined {
  // In a tunnel, a request for another host than the tunnel's would reach it all the same.
  const base = tunnel && `${tunnel.host}${tunnel.port === 80 ? '' : `:${tunnel.port}`}`
  if (base !== undefined && (!url.startsWith('/') || headers.host?.toLowerCase() !== base)) return undefined
  const text = base === undefined ? url : `http://${base}${url}`
  if (!/^http:\/\//i.test(text) || !URL.canParse(text)) return undefined
  const address = new URL(text)
  return address.username === '' && address.password === '' ? address : undefined
}

/** Headers of one connection alone (RFC 9110, 7.6.1). */
const HOP_BY_HOP =
  'connection keep-alive proxy-authenticate proxy-authorization proxy-connection te trailer transfer-encoding upgrade'

/** Names and values in turn, as they came, without those of one connection and `more`. */
function endToEnd(raw: readonly string[], more: readonly string[] = []): string[] {
  const pairs = raw.flatMap((name, index) => (index % 2 === 0 ? [[name, raw[index + 1] ?? ''] as const] : []))
  const named = pairs.filter(([name]) => name.toLowerCase() === 'connection').flatMap(([, value]) => value.split(','))
  const dropped = new Set([...HOP_BY_HOP.split(' '), ...more, ...named.map((name) => name.trim().toLowerCase())])
  return pairs.filter(([name]) => !dropped.has(name.toLowerCase())).flat()
}

/** Sends a request on and its answer back; rejects where no answer began. */
function exchange(request: IncomingMessage, reply: ServerResponse, onward: ClientRequest): Promise<void> {
  return new Promise((resolve, reject) => {
    onward.once('response', (got) => {
      reply.writeHead(got.statusCode ?? 502, got.statusMessage, endToEnd(got.rawHeaders))
      got.on('error', () => reply.destroy())
      got.pipe(reply)
      resolve()
    })
    onward.on('error', (error) => {
      if (reply.headersSent) reply.destroy()
      reject(error)
    })
    request.on('error', () => onward.destroy())
    reply.on('close', () => onward.destroy())
    request.pipe(onward)
  })
}

function answer(reply: ServerResponse, status: number, text: string): void {
  if (reply.headersSent) reply.destroy()
  else reply.writeHead(status, { 'content-type': 'text/plain', connection: 'close' }).end(text)
}

/** What a tunnel begins with: TLS for its host, plain HTTP, or what is refused. */
function firstBytes(
  near: Socket,
  head: Buffer,
  host: string,
): Promise<{ first: Buffer; refusal?: string; isHttp?: boolean }> {
  return new Promise((resolve) => {
    let first = head
    const finish = (found: { refusal?: string; isHttp?: boolean }) => {
      clearTimeout(late)
      near.off('data', read).off('close', gone)
      near.pause()
      resolve({ first, ...found })
    }
    const gone = () => finish({})
    const look = () => {
      if (first.length === 0) return
      if (METHOD.test(first.toString('latin1', 0, 16))) {
        finish({ isHttp: true })
        return
      }
      const hello = readHello(first)
      if (hello.kind === 'other') finish({ refusal: NOT_SPOKEN })
      else if (hello.kind === 'name' && hello.name !== host)
        finish({ refusal: `The server name in TLS is ${JSON.stringify(hello.name)}, not ${host}.` })
      else if (hello.kind === 'name') finish({})
    }
    const read = (piece: Buffer) => {
      first = Buffer.concat([first, piece])
      look()
    }
    const late = setTimeout(() => finish({ refusal: NOT_SPOKEN }), HELLO_MS)
    near.on('data', read).on('close', gone)
    look()
  })
}

/** A request line begins with a method and a space; of a first byte alone, no more can be known. */
const METHOD = /^[A-Z]{1,15}( |$)/
