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
 * a message it reads no more. A payload may be a view of the piece that it came in.
 */
export function frameReader(onFrame: (frame: Frame) => void): (piece: Uint8Array) => void {
  const headersOf = headerReader()
  /** What has come of a message that is cut: its lengths at first, then room for all of it. */
  let begun = new Uint8Array(LENGTHS)
  let filled = 0
  let lost = false

  function emit(message: Uint8Array): void {
    const payloadStart = PRELUDE + viewOf(message).getUint32(4)
    const headers = headersOf(message.subarray(PRELUDE, payloadStart))
    if (headers === undefined) lost = true
    else onFrame({ headers, payload: message.subarray(payloadStart, -CHECKSUM) })
  }

  /** The size of the message that begins with these bytes; 0 when it cannot be one. */
  function sizeOf(lengths: Uint8Array): number {
    const view = viewOf(lengths)
    const size = view.getUint32(0)
    lost = size > LARGEST || PRELUDE + view.getUint32(4) + CHECKSUM > size
    return lost ? 0 : size
  }

  /** Adds to a message that is cut; returns how many bytes it took. */
  function gather(rest: Uint8Array): number {
    const part = rest.subarray(0, begun.length - filled)
    begun.set(part, filled)
    filled += part.length
    if (filled === LENGTHS && begun.length === LENGTHS) {
      const whole = new Uint8Array(Math.max(sizeOf(begun), LENGTHS))
      whole.set(begun)
      begun = whole
    } else if (filled === begun.length) {
      emit(begun)
      begun = new Uint8Array(LENGTHS)
      filled = 0
    }
    return part.length
  }

  return (piece) => {
    for (let at = 0; at < piece.length && !lost;) {
      const left = piece.length - at
      const size = filled === 0 && left >= LENGTHS ? sizeOf(piece.subarray(at, at + LENGTHS)) : Infinity
      if (lost) return
      if (size <= left) {
        emit(piece.subarray(at, at + size))
        at += size
      } else at += gather(piece.subarray(at))
    }
  }
}

/** Nearly all messages of a stream have the same headers, which are parsed once. */
function headerReader(): (bytes: Uint8Array) => ReadonlyMap<string, string> | undefined {
  let last: Uint8Array | undefined
  let parsed: ReadonlyMap<string, string> | undefined
  return (bytes) => {
    if (last === undefined || Buffer.compare(last, bytes) !== 0) parsed = parseHeaders((last = bytes))
    return parsed
  }
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
