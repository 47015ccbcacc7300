/** A message of an event stream, with those of its headers that are text. */
export interface Frame {
  readonly headers: ReadonlyMap<string, string>
  readonly payload: Uint8Array
}

const LENGTHS = 8
const PRELUDE = 12
const CHECKSUM = 4
/** AWS's largest message has 24 MiB; what claims more is no event stream. */
const LARGEST = 24 * 1024 * 1024

/**
 * Reads messages in the framing `application/vnd.amazon.eventstream` (https://smithy.io/2.0/aws/amazon-eventstream.html)
 * from pieces cut anywhere, for diagnostics only: checksums are for the receiver to check. After something that cannot be
 * a message it reads no more.
 */
export function frameReader(onFrame: (frame: Frame) => void): (piece: Uint8Array) => void {
  let message = new Uint8Array(LENGTHS)
  let filled = 0
  let lost = false
  return (piece) => {
    for (let at = 0; at < piece.length && !lost;) {
      const part = piece.subarray(at, at + message.length - filled)
      message.set(part, filled)
      filled += part.length
      at += part.length
      if (filled < message.length) return
      if (filled === LENGTHS) {
        const total = viewOf(message).getUint32(0)
        const headers = viewOf(message).getUint32(4)
        lost = total > LARGEST || PRELUDE + headers + CHECKSUM > total
        if (lost) return
        const whole = new Uint8Array(total)
        whole.set(message)
        message = whole
      } else {
        const frame = parseFrame(message)
        lost = frame === undefined
        if (frame !== undefined) onFrame(frame)
        message = new Uint8Array(LENGTHS)
        filled = 0
      }
    }
  }
}

function parseFrame(message: Uint8Array): Frame | undefined {
  const payloadStart = PRELUDE + viewOf(message).getUint32(4)
  const headers = parseHeaders(message.subarray(PRELUDE, payloadStart))
  return headers && { headers, payload: message.subarray(payloadStart, message.length - CHECKSUM) }
}

/** Sizes of values by their type's number; -1: two bytes say it. */
const VALUE_SIZES = [0, 0, 1, 2, 4, 8, -1, -1, 8, 16]
const TEXT = 7

function parseHeaders(bytes: Uint8Array): ReadonlyMap<string, string> | undefined {
  const view = viewOf(bytes)
  const headers = new Map<string, string>()
  const text = (start: number, length: number) => new TextDecoder().decode(bytes.subarray(start, start + length))
  for (let at = 0; at < bytes.length;) {
    const nameLength = bytes[at] ?? 0
    const typeAt = at + 1 + nameLength
    const type = bytes[typeAt] ?? 255
    const fixed = VALUE_SIZES[type]
    if (fixed === undefined || (fixed === -1 && typeAt + 3 > bytes.length)) return undefined
    const start = typeAt + (fixed === -1 ? 3 : 1)
    const length = fixed === -1 ? view.getUint16(typeAt + 1) : fixed
    if (start + length > bytes.length) return undefined
    if (type === TEXT) headers.set(text(at + 1, nameLength), text(start, length))
    at = start + length
  }
  return headers
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
