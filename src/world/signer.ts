import type { Signer, UpstreamRequest } from '../ports/gateway.ts'

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
