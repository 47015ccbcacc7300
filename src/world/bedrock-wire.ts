import type { EventMessage, EventStreams, Signer, UpstreamRequest } from '../ports/gateway.ts'

/** AWS's largest message has 24 MiB; bytes that claim more are no event stream. */
const LARGEST = 24 * 1024 * 1024

/** A message's first four bytes are its length; the shortest has 16 bytes. */
const LENGTH_BYTES = 4
const SHORTEST = 16

/** Messages in the framing of https://smithy.io/2.0/aws/amazon-eventstream.html by the AWS SDK's codec, loaded when first used. */
export function createEventStreams(): EventStreams {
  return {
    async reader() {
      const { EventStreamCodec } = await import('@smithy/eventstream-codec')
      const codec = new EventStreamCodec(
        (bytes) => (typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString()),
        (text) => Buffer.from(text),
      )
      return splitter((bytes) => {
        const { headers, body } = codec.decode(bytes)
        const texts = Object.entries(headers).flatMap(([name, { type, value }]) =>
          type === 'string' ? [[name, value] as const] : [],
        )
        return { headers: Object.fromEntries(texts), payload: body }
      })
    },
  }
}

/** Cuts pieces into whole messages by their lengths; after bytes that are no message it returns nothing more. */
function splitter(decode: (message: Uint8Array) => EventMessage) {
  let pending: Uint8Array[] = []
  let length = 0
  let needed = LENGTH_BYTES
  let broken = false
  return (piece: Uint8Array): readonly EventMessage[] => {
    const messages: EventMessage[] = []
    if (broken) return messages
    pending.push(piece)
    length += piece.length
    if (length < needed) return messages
    let bytes = Buffer.concat(pending)
    try {
      while (bytes.length >= LENGTH_BYTES) {
        needed = bytes.readUInt32BE(0)
        if (needed < SHORTEST || needed > LARGEST) throw new RangeError(`a message of ${needed} bytes`)
        if (bytes.length < needed) break
        messages.push(decode(bytes.subarray(0, needed)))
        bytes = bytes.subarray(needed)
        needed = LENGTH_BYTES
      }
    } catch {
      broken = true
    }
    pending = broken ? [] : [bytes]
    length = bytes.length
    return messages
  }
}

/** AWS Signature Version 4 by the AWS SDK's own signer, loaded when first needed, on the machine's SHA-256. */
export function createSigner(): Signer {
  return {
    async sign(request, { keys, region, now }) {
      const [{ SignatureV4 }, { Hash }] = await Promise.all([
        import('@smithy/signature-v4'),
        import('@smithy/core/serde'),
      ])
      const { accessKeyId, secretAccessKey, sessionToken } = keys
      const signer = new SignatureV4({
        service: 'bedrock',
        region,
        sha256: Hash.bind(null, 'sha256'),
        credentials: { accessKeyId, secretAccessKey, ...(sessionToken !== undefined && { sessionToken }) },
      })
      const { headers } = await signer.sign(signable(request), { signingDate: new Date(now) })
      return headers
    },
  }
}

/** The signer encodes the path once more, as it is on the wire. */
function signable({ method, origin, target, headers, body }: UpstreamRequest) {
  const { protocol, hostname, host } = new URL(origin)
  const [path = '', search = ''] = target.split(/\?(.*)/s)
  const values = new URLSearchParams(search)
  const query = Object.fromEntries([...values.keys()].map((name) => [name, values.getAll(name)]))
  return { method, protocol, hostname, path, query, headers: { ...headers, host }, body }
}
