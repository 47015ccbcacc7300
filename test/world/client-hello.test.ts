import { connect as connectTls } from 'node:tls'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'

import { describe, expect, test } from '@jest/globals'

import { readHello } from '../../src/world/client-hello.ts'

/** The first bytes that Node's TLS sends. */
function helloOf(options: { servername?: string; ALPNProtocols?: string[] }): Promise<Buffer> {
  return new Promise((resolve) => {
    const server = createServer((socket) => {
      socket.once('data', (data) => {
        socket.destroy()
        server.close()
        resolve(data)
      })
    }).listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      connectTls({ port, host: '127.0.0.1', rejectUnauthorized: false, ...options }).on('error', () => undefined)
    })
  })
}

/** The same handshake in records of at most `size` bytes. */
function inRecords(hello: Buffer, size: number): Buffer {
  const message = hello.subarray(5)
  const pieces: Buffer[] = []
  for (let at = 0; at < message.length; at += size) {
    const piece = message.subarray(at, at + size)
    const header = Buffer.from([22, 3, 1, piece.length >> 8, piece.length & 255])
    pieces.push(header, piece)
  }
  return Buffer.concat(pieces)
}

/** A ClientHello with these extensions, written by hand. */
function made(extensions: Buffer, more = Buffer.alloc(0)): Buffer {
  const body = Buffer.concat([
    Buffer.from([3, 3]),
    Buffer.alloc(32),
    Buffer.from([0, 0, 2, 0x13, 1, 1, 0, extensions.length >> 8, extensions.length & 255]),
    ...[extensions, more],
  ])
  const message = Buffer.concat([Buffer.from([1, 0, body.length >> 8, body.length & 255]), body])
  return Buffer.concat([Buffer.from([22, 3, 1, message.length >> 8, message.length & 255]), message])
}

function nameExtension(name: string, { type = 0, twice = false } = {}): Buffer {
  const entry = Buffer.concat([Buffer.from([type, 0, name.length]), Buffer.from(name)])
  const list = twice ? Buffer.concat([entry, entry]) : entry
  return Buffer.concat([Buffer.from([0, 0, 0, list.length + 2, 0, list.length]), list])
}

const name = (text: string) => ({ kind: 'name', name: text })
const OTHER = { kind: 'other' }
const PARTIAL = { kind: 'partial' }

describe('a real ClientHello', () => {
  test('names its server, in lower case', async () => {
    expect(readHello(await helloOf({ servername: 'Registry.Example' }))).toEqual(name('registry.example'))
    expect(readHello(await helloOf({ servername: 'a.example', ALPNProtocols: ['h2', 'http/1.1'] }))).toEqual(
      name('a.example'),
    )
  })

  test('without a name is refused', async () => {
    expect(readHello(await helloOf({}))).toEqual(OTHER)
  })

  test('is waited for as long as it is not whole, wherever it is cut', async () => {
    const hello = await helloOf({ servername: 'a.example' })
    for (let length = 0; length < hello.length; length++) expect(readHello(hello.subarray(0, length))).toEqual(PARTIAL)
  })

  test('is read over several records, of one byte each too', async () => {
    const hello = await helloOf({ servername: 'a.example' })
    for (const size of [1, 7, 100]) {
      const records = inRecords(hello, size)
      expect(readHello(records)).toEqual(name('a.example'))
      expect(readHello(records.subarray(0, -1))).toEqual(PARTIAL)
    }
  })
})

test.each([
  ['an alert', Buffer.from([21, 3, 3, 0, 2, 1, 0])],
  ['another handshake message', Buffer.from([22, 3, 3, 0, 4, 2, 0, 0, 0])],
  ['an empty record', Buffer.from([22, 3, 3, 0, 0])],
  ['SSH', Buffer.from('SSH-2.0-x\r\n')],
  ['SSL 2', Buffer.from([0x80, 0x2e, 1, 3, 1])],
  ['a message without end', Buffer.from([22, 3, 3, 0, 4, 1, 255, 255, 255])],
  ['two names', made(nameExtension('a.example', { twice: true }))],
  ['two lists of names', made(Buffer.concat([nameExtension('a.example'), nameExtension('b.example')]))],
  ['a name of another type', made(nameExtension('a.example', { type: 1 }))],
  ['extensions that are longer than they say', made(nameExtension('a.example'), Buffer.from([0]))],
  ['an extension that is cut', made(Buffer.from([0, 0, 0, 50, 0, 5]))],
  ['no extension', made(Buffer.alloc(0))],
  [
    'a record in clear behind a partial one',
    Buffer.concat([Buffer.from([22, 3, 3, 0, 1, 1]), Buffer.from([23, 3, 3])]),
  ],
])('%s is no ClientHello that can be let through', (_, bytes) => {
  expect(readHello(bytes)).toEqual(OTHER)
})

test('what is written by hand as it should be is read', () => {
  expect(readHello(made(nameExtension('a.example')))).toEqual(name('a.example'))
})
