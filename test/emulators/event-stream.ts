import { crc32 } from 'node:zlib'

/** A message of an event stream; headers are strings, which is all that Bedrock sends. */
export interface EventStreamMessage {
  readonly headers: Readonly<Record<string, string>>
  readonly payload: Uint8Array
}

const STRING_HEADER = 7

/**
 * A message in the framing `application/vnd.amazon.eventstream`: lengths and their CRC, headers, payload, CRC of it all
 * (https://smithy.io/2.0/aws/amazon-eventstream.html).
 */
export function encodeEventStream(message: EventStreamMessage): Buffer {
  const headers = Buffer.concat(Object.entries(message.headers).map(([name, value]) => encodeHeader(name, value)))
  const prelude = Buffer.alloc(8)
  prelude.writeUInt32BE(8 + 4 + headers.length + message.payload.length + 4, 0)
  prelude.writeUInt32BE(headers.length, 4)
  const checked = Buffer.concat([prelude, checksum(prelude), headers, message.payload])
  return Buffer.concat([checked, checksum(checked)])
}

function encodeHeader(name: string, value: string): Buffer {
  const text = Buffer.from(value)
  const size = Buffer.alloc(2)
  size.writeUInt16BE(text.length)
  return Buffer.concat([Buffer.from([name.length]), Buffer.from(name), Buffer.from([STRING_HEADER]), size, text])
}

function checksum(bytes: Buffer): Buffer {
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(bytes))
  return sum
}
