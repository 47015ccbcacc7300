import { createHash, createHmac } from 'node:crypto'

import type { HttpHeaders, Signer, UpstreamRequest } from '../ports/gateway.ts'

/** AWS Signature Version 4 by the AWS SDK's own signer, loaded when first needed, on the machine's SHA-256. */
export function createSigner(): Signer {
  return {
    async sign(request, { keys, region, now }) {
      const { SignatureV4 } = await import('@smithy/signature-v4')
      const { accessKeyId, secretAccessKey, sessionToken } = keys
      const signer = new SignatureV4({
        service: 'bedrock',
        region,
        sha256: Sha256,
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
  const [path = '', query = ''] = target.split(/\?(.*)/s)
  return {
    method,
    protocol,
    hostname,
    path,
    query: queryOf(query),
    headers: { ...headers, host } satisfies HttpHeaders,
    body,
  }
}

function queryOf(query: string): Record<string, string[]> {
  const values = new URLSearchParams(query)
  return Object.fromEntries([...values.keys()].map((name) => [name, values.getAll(name)]))
}

/** The signer's interface of a hash, keyed or not. */
class Sha256 {
  readonly #hash: ReturnType<typeof createHash> | ReturnType<typeof createHmac>

  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash = secret === undefined ? createHash('sha256') : createHmac('sha256', bytesOf(secret))
  }

  update(data: string | ArrayBuffer | ArrayBufferView): void {
    this.#hash.update(bytesOf(data))
  }

  digest(): Promise<Uint8Array> {
    return Promise.resolve(this.#hash.digest())
  }

  reset(): void {
    throw new Error('A hash is used once.')
  }
}

function bytesOf(data: string | ArrayBuffer | ArrayBufferView): Uint8Array {
  if (typeof data === 'string') return Buffer.from(data)
  return data instanceof ArrayBuffer
    ? new Uint8Array(data)
    : new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
}
