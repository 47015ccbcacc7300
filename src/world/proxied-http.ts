import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'

import type { UpstreamRequest } from '../ports/gateway.ts'
import type { Environment } from '../ports/machine.ts'

/** One request, to whatever service. */
export type HttpCall = Omit<UpstreamRequest, 'operation'>

/** HTTP/1.1 on connections that are kept, through the proxy that HTTPS_PROXY, HTTP_PROXY and NO_PROXY name. */
export interface ProxiedHttp {
  /**
   * The answer, its body unread. Nothing is tried again, nothing followed, nothing unpacked; `gone` ends the call and its
   * body. Rejects with Node's error; its code is `ETIMEDOUT` when no connection comes about in time, `ABORT_ERR` by `gone`.
   */
  send(call: HttpCall, gone: AbortSignal): Promise<IncomingMessage>
  close(): void
}

/** How long a connection may take to come about; the answer may take as long as the model does. */
const CONNECT_MS = 5_000

/** Opens a pool of connections by what `env` says of proxies. */
export function proxiedHttp(env: Environment, { connectMs = CONNECT_MS }: { connectMs?: number } = {}): ProxiedHttp {
  const options = { keepAlive: true, proxyEnv: env }
  const http = new HttpAgent(options)
  const https = new HttpsAgent(options)
  return {
    send({ method, origin, target, headers, body }, gone) {
      const secure = origin.startsWith('https:')
      const started = (secure ? httpsRequest : httpRequest)(origin, {
        method,
        path: target,
        agent: secure ? https : http,
        headers: { ...headers, 'content-length': body.length },
      })
      return answered(started, { body, secure, gone, connectMs })
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
