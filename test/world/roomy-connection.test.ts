import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'

import { expect, test } from '@jest/globals'

import { roomyConnection } from '../../src/world/roomy-connection.ts'

test('what was read stays as it came while more is read, and nothing is read for nobody', async () => {
  const sent = randomBytes(6 << 20)
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    void (async () => {
      for (let at = 0; at < sent.length; at += 100_000) {
        if (!socket.write(sent.subarray(at, at + 100_000))) await once(socket, 'drain')
      }
      socket.end()
    })()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const socket = roomyConnection.plain({ port: (server.address() as AddressInfo).port, host: '127.0.0.1' })
  await delay(200)
  // Nobody has asked for more than a socket holds by itself.
  expect(socket.bytesRead).toBeLessThan(2 << 20)
  const held: Buffer[] = []
  for await (const chunk of socket as AsyncIterable<Buffer>) held.push(chunk)
  expect(Buffer.concat(held).equals(sent)).toBe(true)
  server.close()
})
