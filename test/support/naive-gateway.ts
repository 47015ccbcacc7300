// A gateway without any bound: it signs and sends on whatever comes, with all headers, token or not. What attacks on the
// action's gateway come to where nothing guards.
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

import { createSigner } from '../../src/world/bedrock-wire.ts'
import type { Aws } from '../emulators/aws.ts'

/** An open one, and the addresses that it has sent requests on to. */
export interface NaiveGateway {
  readonly url: string
  readonly sentTo: readonly string[]
  close(): void
}

/** Opens one in front of an emulated AWS, for one of its users, in us-east-1. */
export async function naiveGateway(aws: Aws): Promise<NaiveGateway> {
  const sentTo: string[] = []
  const { accessKeyId, secretAccessKey } = aws.account.addUser('naive')
  const signer = createSigner()
  const passOn = async (request: IncomingMessage): Promise<number> => {
    const { method = 'POST', url = '/', headers } = request
    // A request may name a whole address.
    const to = new URL(url, aws.url)
    const [origin, target] = [to.origin, url.startsWith('/') ? url : to.pathname]
    sentTo.push(`${origin}${target}`)
    const body = await buffer(request)
    const kept = Object.entries(headers).filter(([name]) => !/^(host|connection|content-length|expect)$/.test(name))
    const unsigned = Object.fromEntries(kept.map(([name, value]) => [name, String(value)]))
    const keys = { accessKeyId, secretAccessKey }
    const signed = await signer.sign(
      { operation: 'InvokeModel', method, origin, target, headers: unsigned, body },
      { keys, region: 'us-east-1', now: Date.now() },
    )
    const sent = Object.fromEntries(Object.entries(signed).filter(([name]) => name !== 'host'))
    const answer = await fetch(`${origin}${target}`, { method, headers: sent, body })
    await answer.arrayBuffer()
    return answer.status
  }
  const server = createServer((request, response) => {
    passOn(request).then(
      (status) => response.writeHead(status).end(),
      () => response.writeHead(502).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, sentTo, close: () => void server.close() }
}
