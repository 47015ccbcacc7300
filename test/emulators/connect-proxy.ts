// A proxy of a company: it opens tunnels (RFC 9110, 9.3.6) for those who know its password, here to servers on loopback only.
import { createServer } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'

/** Who may use the proxy, and the loopback port that each target (`host:port`) leads to. */
export interface ConnectProxyOptions {
  readonly user: string
  readonly password: string
  readonly targets: Readonly<Record<string, number>>
}

/** The proxy: `url` with its user and password, and every tunnel it was asked for, with the status it answered. */
export interface ConnectProxy {
  readonly url: string
  readonly asked: readonly string[]
  close(): Promise<void>
}

/** Starts it on 127.0.0.1. A target that it does not know is 502, a request that is no tunnel 501. */
export async function startConnectProxy({ user, password, targets }: ConnectProxyOptions): Promise<ConnectProxy> {
  const asked: string[] = []
  const open = new Set<Socket>()
  const expected = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
  const server = createServer((_, outgoing) => outgoing.writeHead(501).end())
  server.on('connection', (socket: Socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
  })
  server.on('connect', ({ url: target = '', headers }, client: Socket, head: Buffer) => {
    const refuse = (status: string, header = '') => {
      asked.push(`${target} ${status.slice(0, 3)}`)
      client.end(`HTTP/1.1 ${status}\r\n${header}\r\n`)
    }
    if (headers['proxy-authorization'] !== expected) {
      refuse('407 Proxy Authentication Required', 'Proxy-Authenticate: Basic realm="proxy"\r\n')
      return
    }
    const port = targets[target]
    if (port === undefined) {
      refuse('502 Bad Gateway')
      return
    }
    asked.push(`${target} 200`)
    const onward = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      onward.write(head)
      onward.pipe(client).pipe(onward)
    })
    for (const socket of [client, onward]) socket.on('error', () => [client, onward].forEach((end) => end.destroy()))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://${encodeURIComponent(user)}:${encodeURIComponent(password)}@127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        open.forEach((socket) => socket.destroy())
      }),
  }
}
