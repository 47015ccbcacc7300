// In front of act's own artifact server, which in 0.2.89 does not understand GitHub's current client: it refuses the field
// mime_type, and signatures without their "=" (https://github.com/nektos/act/pull/6115). Nothing else is changed.
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Passes requests on to act's artifact server on `port`. */
export async function artifactRelay(port: number): Promise<{ url: string } & AsyncDisposable> {
  const server = createServer((incoming, answer) => void passOn(incoming, answer, port))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

async function passOn(incoming: IncomingMessage, answer: ServerResponse, port: number) {
  const body = mended(Buffer.concat(await incoming.toArray()), incoming)
  // With the host it was asked for, which act puts into the addresses that it hands out.
  const headers = { ...incoming.headers, 'content-length': String(body.length) }
  delete headers['transfer-encoding']
  const onward = request({
    ...{ host: '127.0.0.1', port, path: padded(incoming.url ?? '/'), method: incoming.method },
    headers,
  })
  onward.on('response', (reply) => reply.pipe(answer.writeHead(reply.statusCode ?? 502, reply.headers)))
  onward.on('error', () => answer.writeHead(502).end())
  onward.end(body)
}

function mended(body: Buffer, { url }: IncomingMessage): Buffer {
  if (!url?.endsWith('/CreateArtifact')) return body
  return Buffer.from(JSON.stringify({ ...(JSON.parse(body.toString()) as object), mime_type: undefined }))
}

const padded = (address: string) => address.replace(/([?&]sig=[\w-]{43})(?=&|$)/, '$1%3D')
