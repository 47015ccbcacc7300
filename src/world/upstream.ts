import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'

import { ServiceError } from '../failure.ts'
import type { Upstream, UpstreamRequest } from '../ports/gateway.ts'
import type { Environment } from '../ports/machine.ts'
import { textOf } from './error-fields.ts'
import { headersOf } from './loopback-headers.ts'

/** How long a connection may take to come about; the answer may take as long as the model does. */
const CONNECT_MS = 5_000

/**
 * Calls to Bedrock as they are, over HTTP/1.1 and one pool of connections for the run, through the proxy that HTTPS_PROXY,
 * HTTP_PROXY and NO_PROXY name. Nothing is tried again, nothing followed, nothing unpacked.
 */
export function createUpstream(env: Environment, { connectMs = CONNECT_MS }: { connectMs?: number } = {}): Upstream {
  const options = { keepAlive: true, proxyEnv: env }
  const http = new HttpAgent(options)
  const https = new HttpsAgent(options)
  return {
    async send(request, gone) {
      const secure = request.origin.startsWith('https:')
      const started = (secure ? httpsRequest : httpRequest)(request.origin, {
        method: request.method,
        path: request.target,
        agent: secure ? https : http,
        headers: { ...request.headers, 'content-length': request.body.length },
      })
      const answer = await answered(started, { body: request.body, secure, gone, connectMs }).catch(
        (error: unknown) => {
          throw lostConnection(error, request)
        },
      )
      return { status: answer.statusCode ?? 0, headers: headersOf(answer), body: answer }
    },
    close() {
      http.destroy()
      https.destroy()
    },
  }
}

/** Rejects by itself: a request that waits for a deaf proxy does not tell that it was destroyed (Node 24.21). */
function answered(
  request: ReturnType<typeof httpRequest>,
  { body, secure, gone, connectMs }: { body: Uint8Array; secure: boolean; gone: AbortSignal; connectMs: number },
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const giveUp = (code: string, message: string) => {
      const error = Object.assign(new Error(message), { code })
      reject(error)
      request.destroy(error)
    }
    const slow = setTimeout(() => giveUp('ETIMEDOUT', `no connection within ${connectMs / 1_000} s`), connectMs)
    const connected = () => clearTimeout(slow)
    request.once('socket', (socket) => {
      if (socket.connecting) socket.once(secure ? 'secureConnect' : 'connect', connected)
      else connected()
    })
    request.once('close', connected)
    request.once('response', resolve)
    request.on('error', reject)
    const leave = () => giveUp('ABORT_ERR', 'The caller went away')
    gone.addEventListener('abort', leave, { once: true })
    request.once('close', () => gone.removeEventListener('abort', leave))
    if (gone.aborted) leave()
    else request.end(body)
  })
}

function lostConnection(error: unknown, { operation, origin }: UpstreamRequest): ServiceError {
  const name = textOf(error, 'code') ?? textOf(error, 'name') ?? 'Error'
  return new ServiceError({
    service: 'Amazon Bedrock',
    operation,
    name,
    // An error of several addresses at once has a code and no message.
    message: textOf(error, 'message') ?? name,
    host: textOf(error, 'hostname') ?? new URL(origin).hostname,
    cause: error,
  })
}
