import { describe, expect, test } from '@jest/globals'
import { EventStreamCodec, Int64 } from '@smithy/eventstream-codec'

import { createEventStreams } from '../../src/world/bedrock-wire.ts'

const codec = new EventStreamCodec(
  (bytes) => (typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString()),
  (text) => Buffer.from(text),
)
type Headers = Parameters<typeof codec.encode>[0]['headers']

function message(headers: Headers, payload: string): Uint8Array {
  return codec.encode({ headers, body: Buffer.from(payload) })
}

const text = (value: string) => ({ type: 'string', value }) as const

const STREAM = Buffer.concat([
  message({ ':event-type': text('chunk'), ':message-type': text('event') }, '{"bytes":"eyJ9"}'),
  message({}, ''),
  message(
    {
      yes: { type: 'boolean', value: true },
      no: { type: 'boolean', value: false },
      byte: { type: 'byte', value: 1 },
      short: { type: 'short', value: 2 },
      integer: { type: 'integer', value: 3 },
      long: { type: 'long', value: Int64.fromNumber(4) },
      binary: { type: 'binary', value: Buffer.from('five') },
      time: { type: 'timestamp', value: new Date(6) },
      uuid: { type: 'uuid', value: '00000000-0000-0000-0000-000000000007' },
      ':message-type': text('exception'),
    },
    'grüße',
  ),
])

const MESSAGES = [
  { headers: { ':event-type': 'chunk', ':message-type': 'event' }, payload: '{"bytes":"eyJ9"}' },
  { headers: {}, payload: '' },
  { headers: { ':message-type': 'exception' }, payload: 'grüße' },
]

async function read(pieces: readonly Uint8Array[]) {
  const messagesIn = await createEventStreams().reader()
  return pieces
    .flatMap((piece) => messagesIn(piece))
    .map(({ headers, payload }) => ({ headers, payload: Buffer.from(payload).toString() }))
}

describe('the messages of a stream', () => {
  test('in one piece', async () => {
    expect(await read([STREAM])).toEqual(MESSAGES)
  })

  test('byte by byte', async () => {
    expect(await read([...STREAM].map((byte) => Uint8Array.of(byte)))).toEqual(MESSAGES)
  })

  test('cut in two at every byte', async () => {
    for (let at = 0; at <= STREAM.length; at++)
      expect(await read([STREAM.subarray(0, at), STREAM.subarray(at)])).toEqual(MESSAGES)
  })

  test('cut into pieces of every size', async () => {
    for (let size = 1; size <= STREAM.length; size++) {
      const pieces = Array.from({ length: Math.ceil(STREAM.length / size) }, (_, index) =>
        STREAM.subarray(index * size, (index + 1) * size),
      )
      expect(await read(pieces)).toEqual(MESSAGES)
    }
  })

  test('broken off', async () => {
    expect(await read([STREAM.subarray(0, -1)])).toEqual(MESSAGES.slice(0, -1))
  })
})

test('messages of the same length differ by their headers', async () => {
  const one = message({ ':message-type': text('event') }, '')
  const other = message({ ':message-type': text('error') }, '')
  const types = ['event', 'error', 'error', 'event']
  const pieces = types.map((type) => (type === 'event' ? one : other))
  expect(await read(pieces)).toEqual(types.map((type) => ({ headers: { ':message-type': type }, payload: '' })))
})

describe('bytes that are no event stream end the reading', () => {
  const LARGE = 24 * 1024 * 1024 + 1
  const lengths = (total: number, headers: number) => {
    const bytes = Buffer.alloc(16)
    bytes.writeUInt32BE(total, 0)
    bytes.writeUInt32BE(headers, 4)
    return bytes
  }
  test.each([
    ['a web page', Buffer.from('<!doctype html><html><body>')],
    ['zeros', Buffer.alloc(64)],
    ['a message larger than any', Buffer.concat([lengths(LARGE, 0), Buffer.alloc(LARGE - 16)])],
    ['headers longer than the message', lengths(16, 1)],
    ['a header that runs out', Buffer.concat([lengths(19, 3).subarray(0, 12), Buffer.from([9, 1, 1, 0, 0, 0, 0])])],
    [
      'a checksum that is wrong',
      Buffer.concat([STREAM.subarray(0, 60), Buffer.of(STREAM[60]! ^ 1), STREAM.subarray(61, 120)]),
    ],
    [
      'a header of no known type',
      Buffer.concat([lengths(19, 3).subarray(0, 12), Buffer.from([1, 97, 10, 0, 0, 0, 0])]),
    ],
    [
      'a text that runs out',
      Buffer.concat([lengths(21, 5).subarray(0, 12), Buffer.from([1, 97, 7, 0, 9, 0, 0, 0, 0])]),
    ],
    ['a length that runs out', Buffer.concat([lengths(20, 4).subarray(0, 12), Buffer.from([1, 97, 7, 0, 0, 0, 0, 0])])],
  ])('%s', async (_, bytes) => {
    expect(await read([bytes, STREAM])).toEqual([])
    expect(await read([bytes.subarray(0, 5), bytes.subarray(5), STREAM])).toEqual([])
  })
})
