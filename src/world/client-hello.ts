/**
 * What the first bytes of a TLS connection say: `partial` until the ClientHello is whole, then the server name that it asks for
 * (in lower case), or `other` where the bytes are no ClientHello or it names no server (RFC 8446, 4.1.2; RFC 6066, 3).
 */
export type Hello =
  { readonly kind: 'partial' } | { readonly kind: 'name'; readonly name: string } | { readonly kind: 'other' }

const PARTIAL: Hello = { kind: 'partial' }
const OTHER: Hello = { kind: 'other' }
const HANDSHAKE = 22
const CLIENT_HELLO = 1
const SERVER_NAME = 0
const LARGEST_HELLO = 64 * 1024

/** Reads the ClientHello, which may come in several records. */
export function readHello(bytes: Buffer): Hello {
  let message = Buffer.alloc(0)
  let at = 0
  for (;;) {
    if (bytes.length > at && bytes[at] !== HANDSHAKE) return OTHER
    if (message.length > LARGEST_HELLO) return OTHER
    if (bytes.length < at + 5) return PARTIAL
    const length = bytes.readUInt16BE(at + 3)
    if (length === 0) return OTHER
    message = Buffer.concat([message, bytes.subarray(at + 5, at + 5 + length)])
    if (message.length > 0 && message[0] !== CLIENT_HELLO) return OTHER
    if (message.length >= 4) {
      const end = 4 + message.readUIntBE(1, 3)
      if (end > LARGEST_HELLO) return OTHER
      if (message.length >= end) return nameIn(message.subarray(4, end))
    }
    if (bytes.length < at + 5 + length) return PARTIAL
    at += 5 + length
  }
}

function nameIn(hello: Buffer): Hello {
  try {
    // Version and random, then a session id, cipher suites and compression methods, each after its length.
    let at = 34
    at += 1 + hello.readUInt8(at)
    at += 2 + hello.readUInt16BE(at)
    at += 1 + hello.readUInt8(at)
    const end = at + 2 + hello.readUInt16BE(at)
    if (end !== hello.length) return OTHER
    const names: string[] = []
    for (at += 2; at < end; at += 4 + hello.readUInt16BE(at + 2)) {
      if (hello.readUInt16BE(at) !== SERVER_NAME) continue
      const extension = hello.subarray(at + 4, at + 4 + hello.readUInt16BE(at + 2))
      const length = extension.readUInt16BE(3)
      // One name and nothing else: servers may take either of two.
      if (extension.readUInt16BE(0) !== extension.length - 2 || length !== extension.length - 5) return OTHER
      if (extension.readUInt8(2) !== 0) return OTHER
      names.push(extension.toString('latin1', 5).toLowerCase())
    }
    const [name, ...more] = names
    return name === undefined || more.length > 0 ? OTHER : { kind: 'name', name }
  } catch {
    return OTHER
  }
}
