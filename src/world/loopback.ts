import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { devNull } from 'node:os'
import { pipeline } from 'node:stream/promises'

import { asFailure } from '../errors.ts'
import type { AwsKeys, ContainerCredentials } from '../ports/aws.ts'
import type { LocalAnswer, LocalCall, Loopback, SocketAddress } from '../ports/gateway.ts'
import type { Clock } from '../ports/machine.ts'
import { headersOf } from './http.ts'

/** How long a caller may take over its request: on one machine the largest body takes a second or two. */
const REQUEST_MS = 60_000

/** Servers on 127.0.0.1, or on a socket that leads there, with Node's strict HTTP parser; a request that takes longer than `requestMs` is cut off. */
export function createLoopback({ requestMs = REQUEST_MS }: { requestMs?: number } = {}): Loopback {
  return {
    async listen(tokenHeader, answer, at) {
      const token = randomBytes(32).toString('base64url')
      const server = createServer(
        {
          requestTimeout: requestMs,
          connectionsCheckingInterval: Math.min(requestMs, 30_000),
          // Longer than Claude Code keeps a connection for its next call, or the two would meet.
          keepAliveTimeout: 120_000,
        },
        (incoming, outgoing) => {
          serve(answer, localCall(incoming, outgoing, { tokenHeader, token }), outgoing).catch(() => outgoing.destroy())
        },
      )
      const port = await open(server, at)
      const close = () => {
        const closed = new Promise<void>((resolve) => server.close(() => resolve()))
        server.closeAllConnections()
        return closed
      }
      return { url: `http://127.0.0.1:${port}`, token, close }
    },
  }
}

async function serve(
  answer: (call: LocalCall) => Promise<LocalAnswer>,
  call: LocalCall,
  outgoing: ServerResponse,
): Promise<void> {
  const { status, headers, body } = await answer(call)
  outgoing.writeHead(status, headers)
  if (typeof body === 'string') {
    outgoing.end(body)
    return
  }
  outgoing.flushHeaders()
  await pipeline(body, outgoing)
}

function localCall(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { tokenHeader, token }: { tokenHeader: string; token: string },
): LocalCall {
  const left = new AbortController()
  outgoing.once('close', () => {
    if (!outgoing.writableFinished) left.abort()
  })
  const { [tokenHeader]: shown, ...headers } = headersOf(incoming)
  return {
    method: incoming.method ?? '',
    target: incoming.url ?? '',
    headers,
    authenticated: shown !== undefined && sameText(shown, token),
    signal: left.signal,
    body: (limit) => readBody(incoming, limit),
  }
}

/** Digests are of one length, which `timingSafeEqual` asks for. */
function sameText(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}

/** What is left unread of a body that is too large is thrown away by Node as it comes. */
async function readBody(incoming: IncomingMessage, limit: number): Promise<Uint8Array | undefined> {
  if (Number(incoming.headers['content-length'] ?? 0) > limit) return undefined
  const chunks: Buffer[] = []
  let length = 0
  return new Promise((resolve, reject) => {
    incoming.on('data', (chunk: Buffer) => {
      length += chunk.length
      if (length <= limit) chunks.push(chunk)
      else {
        chunks.length = 0
        resolve(undefined)
      }
    })
    incoming.once('end', () => resolve(Buffer.concat(chunks, length)))
    incoming.once('error', reject)
  })
}

function open(server: Server, at: SocketAddress | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.once('listening', () => {
      const address = server.address()
      resolve(at?.port ?? (typeof address === 'object' && address !== null ? address.port : 0))
    })
    if (at === undefined) server.listen(0, '127.0.0.1')
    else server.listen(at.socket)
  })
}

/** AWS SDKs take no answer without an end, and ask again when it has come; keys that do not end get this one. */
const ASKED_AGAIN_AFTER_MS = 60 * 60_000

/** Claude Code uses keys until their very expiration (measured with 2.1.330); its last call must still arrive. */
const LAST_MOMENTS_MS = 2_000

/**
 * Keys in the form of ECS's container credentials
 * (https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html) on a loopback address.
 */
export function createContainerCredentials(world: { loopback: Loopback; clock: Clock }): ContainerCredentials {
  return {
    async serve(keys) {
      const server = await world.loopback.listen('authorization', (call) => answer(call, keys, world.clock))
      return {
        environment: {
          AWS_CONTAINER_CREDENTIALS_FULL_URI: `${server.url}/`,
          AWS_CONTAINER_AUTHORIZATION_TOKEN: server.token,
          // SDKs would take the default profile of these files before they ask here.
          AWS_CONFIG_FILE: devNull,
          AWS_SHARED_CREDENTIALS_FILE: devNull,
        },
        close: () => server.close(),
      }
    },
  }
}

async function answer(call: LocalCall, keys: () => Promise<AwsKeys>, clock: Clock): Promise<LocalAnswer> {
  if (!call.authenticated) return json(403, { Code: 'AccessDenied', Message: 'Wrong authorization token.' })
  if (call.method !== 'GET') return json(405, { Code: 'MethodNotAllowed', Message: 'Use GET.' })
  try {
    const { accessKeyId, secretAccessKey, sessionToken = '', expiration } = await keys()
    const end = expiration === undefined ? clock.now() + ASKED_AGAIN_AFTER_MS : expiration.getTime() - LAST_MOMENTS_MS
    return json(200, {
      AccessKeyId: accessKeyId,
      SecretAccessKey: secretAccessKey,
      Token: sessionToken,
      Expiration: new Date(end).toISOString(),
    })
  } catch (error) {
    const { code, message } = asFailure(error)
    return json(400, { Code: code, Message: message })
  }
}

function json(status: number, body: Readonly<Record<string, string>>): LocalAnswer {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}
