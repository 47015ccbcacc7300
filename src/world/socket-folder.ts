import { closeSync, openSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { connect, createServer, type Server, type Socket } from 'node:net'

import type { Environment } from '../ports/machine.ts'
import type { SocketFolder, Sockets } from '../ports/sandbox.ts'
import { createAgentProxy } from './agent-proxy.ts'
import { createWayToHost, type WayToHost } from './way-to-host.ts'

/** Sockets of this machine; proxies go on by those of the environment. */
export function createSockets(env: Environment, way: WayToHost = createWayToHost(env)): Sockets {
  return { open: (folder) => openFolder(folder, way) }
}

async function openFolder(folder: string, way: WayToHost): Promise<SocketFolder> {
  await mkdir(folder, { mode: 0o700 })
  // A socket's address has at most 107 bytes (unix(7)); through a descriptor it is short, whatever the folder's path.
  const descriptor = openSync(folder, 'r')
  const addressOf = (name: string) => `/proc/self/fd/${descriptor}/${name}`
  const servers: Server[] = []
  const sockets = new Set<Socket>()
  const listen = (server: Server, name: string) =>
    new Promise<void>((resolve, reject) => {
      servers.push(server)
      server.on('connection', (socket) => {
        sockets.add(socket)
        socket.once('close', () => sockets.delete(socket))
      })
      server.once('error', reject)
      server.listen(addressOf(name), resolve).unref()
    })
  return {
    path: folder,
    addressOf,
    relay: (name, port) =>
      listen(
        createServer({ allowHalfOpen: true }, (near) => relay(near, port)),
        name,
      ),
    proxy: (name, rules) => listen(createAgentProxy(rules, way), name),
    async close() {
      const closed = servers.map((server) => new Promise((resolve) => server.close(resolve)))
      for (const socket of sockets) socket.destroy()
      await Promise.all(closed)
      closeSync(descriptor)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function relay(near: Socket, port: number): void {
  const far = connect({ host: 'localhost', port, allowHalfOpen: true, noDelay: true, autoSelectFamily: true })
  near.pipe(far).pipe(near)
  for (const [one, other] of [
    [near, far],
    [far, near],
  ] as const) {
    one.on('error', () => other.destroy())
    one.on('close', () => {
      if (!one.readableEnded) other.destroy()
    })
  }
}
