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
  const headersIn = headerReader()
  /** What has come of a message that is cut: its lengths at first, then room for all of it. */
  let begun = new Uint8Array(LENGTHS)
  let filled = 0
  let lost = false

  function emit(bytes: Uint8Array, start: number, size: number): void {
    const payloadStart = start + PRELUDE + numberAt(bytes, start + 4)
    const headers = headersIn(bytes, start + PRELUDE, payloadStart)
    if (headers === undefined) lost = true
    else onFrame({ headers, payload: bytes.subarray(payloadStart, start + size - CHECKSUM) })
  }

  /** The size of the message that starts here; undefined when it cannot be one. */
  function sizeAt(bytes: Uint8Array, start: number): number | undefined {
    const size = numberAt(bytes, start)
    return size > LARGEST || PRELUDE + numberAt(bytes, start + 4) + CHECKSUM > size ? undefined : size
  }

  /** Adds to a message that is cut; returns how many bytes it took. */
  function gather(rest: Uint8Array): number {
    const part = rest.subarray(0, begun.length - filled)
    begun.set(part, filled)
    filled += part.length
    if (filled < begun.length) return part.length
    if (filled === LENGTHS) {
      const size = sizeAt(begun, 0)
      lost = size === undefined
      const whole = new Uint8Array(size ?? LENGTHS)
      whole.set(begun)
      begun = whole
    } else {
      emit(begun, 0, filled)
      begun = new Uint8Array(LENGTHS)
      filled = 0
    }
    return part.length
  }

  return (piece) => {
    let at = 0
    while (at < piece.length && !lost) {
      const left = piece.length - at
      const size = filled === 0 && left >= LENGTHS ? sizeAt(piece, at) : Infinity
      if (size === undefined) lost = true
      else if (size > left) at += gather(piece.subarray(at))
      else {
        emit(piece, at, size)
        at += size
      }
    }
  }
}

/** Nearly all messages of a stream have the same headers, which are parsed once. */
function headerReader(): (bytes: Uint8Array, start: number, end: number) => Frame['headers'] | undefined {
  let last: Uint8Array | undefined
  let parsed: Frame['headers'] | undefined
  return (bytes, start, end) => {
    if (last === undefined || Buffer.compare(last, bytes.subarray(start, end)) !== 0) {
      last = new Uint8Array(bytes.subarray(start, end))
      parsed = parseHeaders(last)
    }
    return parsed
  }
}

/** Sizes of values by their type's number; -1: two bytes say it. */
const VALUE_SIZES = [0, 0, 1, 2, 4, 8, -1, -1, 8, 16]
const TEXT = 7

function parseHeaders(bytes: Uint8Array): ReadonlyMap<string, string> | undefined {
  const headers = new Map<string, string>()
  const text = (start: number, length: number) => new TextDecoder().decode(bytes.subarray(start, start + length))
  for (let at = 0; at < bytes.length;) {
    const nameLength = bytes[at] ?? 0
    const typeAt = at + 1 + nameLength
    const type = bytes[typeAt] ?? 255
    const fixed = VALUE_SIZES[type]
    if (fixed === undefined || (fixed === -1 && typeAt + 3 > bytes.length)) return undefined
    const start = typeAt + (fixed === -1 ? 3 : 1)
    const length = fixed === -1 ? numberAt(bytes, typeAt + 1) >>> 16 : fixed
    if (start + length > bytes.length) return undefined
    if (type === TEXT) headers.set(text(at + 1, nameLength), text(start, length))
    at = start + length
  }
  return headers
}

function numberAt(bytes: Uint8Array, at: number): number {
  const [a = 0, b = 0, c = 0, d = 0] = [bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]
  return a * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8 + d
}
