import { Agent, type IncomingMessage, request } from 'node:http'

import { ServiceError } from '../errors.ts'
import { stringOf } from '../json.ts'
import type { HttpHeaders, Upstream, UpstreamRequest } from '../ports/gateway.ts'
import type { Environment } from '../ports/machine.ts'

/** Calls to Bedrock as they are, over one pool of connections for the run. */
export function createUpstream(env: Environment, bounds: { connectMs?: number } = {}): Upstream {
  const http = proxiedHttp(env, bounds)
  return {
    async send(request, gone) {
      const answer = await http.send(request, gone).catch((error: unknown) => {
        throw lostConnection(error, request)
      })
      return { status: answer.statusCode ?? 0, headers: headersOf(answer), body: answer }
    },
    close: () => http.close(),
  }
}

function lostConnection(error: unknown, { operation, origin }: UpstreamRequest): ServiceError {
  const name = stringOf(error, 'code') ?? stringOf(error, 'name') ?? 'Error'
  return new ServiceError({
    service: 'Amazon Bedrock',
    operation,
    name,
    // An error of several addresses at once has a code and no message.
    message: stringOf(error, 'message') ?? name,
    host: stringOf(error, 'hostname') ?? new URL(origin).hostname,
    cause: error,
  })
}

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
  const http = { request, agent: new Agent(options) }
  let https: typeof http | undefined
  /** Loaded when first needed, with all of TLS. */
  const loadHttps = async () => {
    const { Agent: SecureAgent, request: secureRequest } = await import('node:https')
    return (https ??= { request: secureRequest, agent: new SecureAgent(options) })
  }
  return {
    async send({ method, origin, target, headers, body }, gone) {
      const secure = origin.startsWith('https:')
      const by = secure ? (https ?? (await loadHttps())) : http
      const started = by.request(origin, {
        method,
        path: target,
        agent: by.agent,
        headers: { ...headers, 'content-length': body.length },
      })
      return answered(started, { body, secure, gone, connectMs })
    },
    close() {
      http.agent.destroy()
      https?.agent.destroy()
    },
  }
}

/** Rejects by itself: a request that waits for a deaf proxy does not tell that it was destroyed (Node 24.21). */
function answered(
  started: ReturnType<typeof request>,
  { body, secure, gone, connectMs }: { body: Uint8Array; secure: boolean; gone: AbortSignal; connectMs: number },
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const giveUp = (code: string, message: string) => {
      const error = Object.assign(new Error(message), { code })
      reject(error)
      started.destroy(error)
    }
    const slow = setTimeout(() => giveUp('ETIMEDOUT', `no connection within ${connectMs / 1_000} s`), connectMs)
    const connected = () => clearTimeout(slow)
    started.once('socket', (socket) => {
      if (socket.connecting) socket.once(secure ? 'secureConnect' : 'connect', connected)
      else connected()
    })
    started.once('close', connected)
    started.once('response', resolve)
    started.on('error', reject)
    const leave = () => giveUp('ABORT_ERR', 'The caller went away')
    gone.addEventListener('abort', leave, { once: true })
    started.once('close', () => gone.removeEventListener('abort', leave))
    if (gone.aborted) leave()
    else started.end(body)
  })
}

/** The headers of a message, none left out; one that came several times is joined with commas. */
export function headersOf({ headersDistinct }: IncomingMessage): HttpHeaders {
  return Object.fromEntries(Object.entries(headersDistinct).map(([name, values = []]) => [name, values.join(', ')]))
}
