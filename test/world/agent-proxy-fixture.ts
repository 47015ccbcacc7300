// The proxy of an agent's network before real servers on loopback.
import { createServer as createHttpServer, request, type IncomingHttpHeaders } from 'node:http'
import { connect, type AddressInfo, type Server, type Socket } from 'node:net'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect as connectTls } from 'node:tls'
import { afterAll, afterEach, beforeAll, beforeEach } from '@jest/globals'

import type { RefusedRequest, SocketFolder } from '../../src/ports/sandbox.ts'
import { type AddressKind, createWayToHost } from '../../src/world/way-to-host.ts'
import { createSockets } from '../../src/world/socket-folder.ts'
import { startTlsServer, type TlsServer } from '../support/tls-server.ts'

let secure: TlsServer
let plain: Server
export let securePort: number
export let plainPort: number
/** Requests that arrived without TLS. */
export const seen: { url: string; headers: IncomingHttpHeaders; body: string }[] = []

beforeAll(async () => {
  secure = await startTlsServer((incoming, outgoing) => outgoing.end(`behind TLS ${incoming.url}`), ['a.example'])
  securePort = Number(new URL(secure.url).port)
  plain = createHttpServer((incoming, outgoing) => {
    let body = ''
    incoming.on('data', (data: Buffer) => void (body += String(data)))
    incoming.on('end', () => {
      seen.push({ url: incoming.url ?? '', headers: incoming.headers, body })
      outgoing.writeHead(201, 'Made', [
        ...['set-cookie', 'a=1'],
        ...['set-cookie', 'b=2'],
        ...['keep-alive', 'timeout=1'],
      ])
      outgoing.end(`plain ${incoming.method}`)
    })
  })
  await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve))
  plainPort = (plain.address() as AddressInfo).port
})
afterAll(() => {
  secure.close()
  plain.close()
})

/** Folders that are closed after each test. */
export const open: SocketFolder[] = []
export const refused: RefusedRequest[] = []
export const looked: string[] = []
beforeEach(() => {
  for (const list of [refused, looked, seen]) list.length = 0
})
afterEach(async () => {
  for (const folder of open.splice(0)) await folder.close()
})

/** A proxy for `a.example` and `inner.example`, all names leading to loopback; resolves with its socket. */
export async function proxy({
  env = {},
  kind = 'public',
}: { env?: Record<string, string>; kind?: AddressKind | 'real' } = {}) {
  const way = createWayToHost(env, {
    resolve(host) {
      looked.push(host)
      return Promise.resolve([{ address: '127.0.0.1', family: 4 }])
    },
    kindOf: () => (kind === 'real' ? 'near' : kind),
  })
  const folder = await createSockets(env, way).open(join(mkdtempSync(join(tmpdir(), 'sockets-')), 'x'))
  open.push(folder)
  await folder.proxy('proxy', {
    refusalOf: (host, port) =>
      ['a.example', 'inner.example'].includes(host) && [securePort, plainPort, 80].includes(port)
        ? undefined
        : `${host}:${port} is not listed.`,
    allowsPrivate: (host) => host === 'inner.example',
    onRefused: (one) => refused.push(one),
  })
  return folder.addressOf('proxy')
}

/** Writes a text to the proxy and reads until it closes. */
export function raw(socketPath: string, ...pieces: (string | Buffer)[]): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(socketPath)
    let answer = ''
    socket.on('data', (data) => void (answer += Buffer.from(data).toString('latin1')))
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(answer))
    const write = ([piece, ...more]: (string | Buffer)[]) => {
      if (piece === undefined) return
      socket.write(piece)
      setTimeout(() => write(more), 30)
    }
    write(pieces)
  })
}

/** A tunnel that is open. */
export function tunnel(socketPath: string, target: string): Promise<{ status: number; socket: Socket }> {
  return new Promise((resolve, reject) => {
    request({ socketPath, method: 'CONNECT', path: target })
      .on('connect', ({ statusCode = 0 }, socket) => resolve({ status: statusCode, socket }))
      .on('error', reject)
      .end()
  })
}

/** What a request over TLS in a tunnel is answered, or the error. */
export async function throughTls(
  socketPath: string,
  { target = `a.example:${securePort}`, servername = 'a.example' } = {},
) {
  const { status, socket } = await tunnel(socketPath, target)
  if (status !== 200) return status
  return new Promise<string>((resolve) => {
    const tls = connectTls({ socket, servername, rejectUnauthorized: false })
    let answer = ''
    tls.on('data', (data: Buffer) => void (answer += data.toString()))
    tls.on('error', (error: Error) => resolve(error.message))
    tls.on('close', () => resolve(answer))
    tls.end('GET /x HTTP/1.1\r\nHost: a.example\r\nConnection: close\r\n\r\n')
  })
}
