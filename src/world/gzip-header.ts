const FIXED = 10
const CHECKSUM = 0b0010
const EXTRA = 0b0100
const NAME = 0b1000
const COMMENT = 0b1_0000

/**
 * How many bytes of a gzip stream come before its deflate stream (https://www.rfc-editor.org/rfc/rfc1952#section-2.3);
 * undefined where `bytes` do not begin with a whole header.
 */
export function gzipHeaderLength(bytes: Uint8Array): number | undefined {
  const flags = bytes[3]
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8
  if (!isGzip || flags === undefined) return undefined
  let at = FIXED
  if (flags & EXTRA) at += 2 + (bytes[at] ?? 0) + 256 * (bytes[at + 1] ?? 0)
  for (const field of [NAME, COMMENT]) {
    if ((flags & field) === 0) continue
    const end = bytes.indexOf(0, at)
    if (end < 0) return undefined
    at = end + 1
  }
  if (flags & CHECKSUM) at += 2
  return at < bytes.length ? at : undefined
}
