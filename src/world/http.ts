import { Agent as HttpAgent, request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import * as tls from 'node:tls'
import { getCACertificates } from 'node:tls'

import { ServiceError } from '../errors.ts'
import { stringOf, fieldOf } from '../json.ts'
import type { HttpHeaders, Upstream, UpstreamRequest } from '../ports/gateway.ts'
import type { Environment } from '../ports/machine.ts'

type HttpCall = Omit<UpstreamRequest, 'operation'>

/** HTTP/1.1 through the job's proxies. Nothing is tried again, no redirect followed, no body decoded. */
export type HttpClient = ReturnType<typeof createHttpClient>

/** How a client connects; bounds in milliseconds. */
interface HttpOptions {
  /** `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY`, in either case. */
  readonly proxies: Environment
  /** How long a connection may take to come about, TLS included; 5 s unless given. */
  readonly connectMs?: number
  /** How long a connection may be silent; for ever unless given. */
  readonly idleMs?: number
  /** Whether connections are used again; `true` unless given. */
  readonly keepAlive?: boolean
  /** PEM certificates to trust beside those of Node. */
  readonly ca?: readonly string[] | undefined
  /** `false`: any certificate will do. */
  readonly strictSsl?: boolean | undefined
}

/** A client with a pool of connections of its own. */
export function createHttpClient(options: HttpOptions) {
  const { proxies, connectMs = 5_000, idleMs, keepAlive = true, ca, strictSsl } = options
  const pool = { keepAlive, proxyEnv: proxies }
  const plain = { request: httpRequest, agent: new HttpAgent(pool) }
  const secure = { request: httpsRequest, agent: new HttpsAgent({ ...pool, rejectUnauthorized: strictSsl !== false }) }
  /** Rejects by itself: a request that waits for a deaf proxy does not report that it was destroyed (Node 24.21). */
  function answerTo(started: ClientRequest, { origin, body }: HttpCall, signal: AbortSignal): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      let answer: IncomingMessage | undefined
      const giveUp = (message: string, facts: { code: string; syscall?: string }) => {
        const error = Object.assign(new Error(message), facts)
        reject(error)
        return error
      }
      const slow = setTimeout(() => {
        const message = `no connection within ${connectMs / 1_000} s`
        started.destroy(giveUp(message, { code: 'ETIMEDOUT', syscall: 'connect' }))
      }, connectMs)
      const connected = () => clearTimeout(slow)
      started.once('socket', (socket) => {
        if (socket.connecting) socket.once(origin.startsWith('https:') ? 'secureConnect' : 'connect', connected)
        else connected()
      })
      started.once('close', connected)
      if (idleMs !== undefined)
        started.setTimeout(idleMs, () => {
          const error = giveUp(`no byte within ${idleMs / 1_000} s`, { code: 'IdleTimeout' })
          ;(answer ?? started).destroy(error)
        })
      started.once('response', (message) => resolve((answer = message)))
      started.on('error', reject)
      const leave = () => started.destroy(giveUp('The caller went away', { code: 'ABORT_ERR' }))
      signal.addEventListener('abort', leave, { once: true })
      started.once('close', () => signal.removeEventListener('abort', leave))
      if (signal.aborted) leave()
      else started.end(body)
    })
  }

  return {
    /**
     * The answer, its body unread; `signal` ends the call and its body. Rejects with Node's error; its code is `ETIMEDOUT` when
     * no connection comes about in time, `IdleTimeout` after too long a silence, `ABORT_ERR` by `signal`.
     */
    async send(call: HttpCall, signal: AbortSignal): Promise<IncomingMessage> {
      const { method, origin, target, headers, body } = call
      const isSecure = origin.startsWith('https:')
      const { request, agent } = isSecure ? secure : plain
      const length = method === 'GET' ? {} : { 'content-length': body.length }
      const send = () => {
        const trusted = isSecure && ca !== undefined ? { ca: [...getCACertificates('default'), ...ca] } : {}
        const options = { method, path: target, agent, headers: { ...headers, ...length }, ...trusted }
        return answerTo(request(origin, options), call, signal)
      }
      return isSecure ? withSystemCertificates(send) : send()
    },
    close(): void {
      plain.agent.destroy()
      secure.agent.destroy()
    },
  }
}

/** Milliseconds of a `Retry-After`, which holds seconds or a date (RFC 9110, 10.2.3). */
export function retryAfterIn(header: string | undefined): number | undefined {
  if (header === undefined) return undefined
  const ms = /^\d+$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - Date.now()
  return Number.isNaN(ms) ? undefined : Math.max(ms, 0)
}

/**
 * Connects to `address` once, for a client of GitHub's that repeats a failed handshake for half a minute: its own connections
 * then have the system's certificates, where the server needs them. Never rejects.
 */
export async function prepareConnection(address: string, env: Environment): Promise<void> {
  if (!address.startsWith('https:') || !URL.canParse(address) || hasSystemCertificates()) return
  const http = createHttpClient({ proxies: env })
  const call = { method: 'GET', origin: new URL(address).origin, target: '/', headers: {}, body: new Uint8Array() }
  await http.send(call, AbortSignal.timeout(5_000)).catch(() => undefined)
  http.close()
}

/** Calls to Bedrock as they are, over one pool of connections for the run. */
export function createUpstream(env: Environment, bounds: { connectMs?: number } = {}): Upstream {
  const http = createHttpClient({ proxies: env, ...bounds })
  return {
    async send(request, signal) {
      const answer = await http.send(request, signal).catch((cause: unknown) => {
        const name = stringOf(cause, 'code') ?? stringOf(cause, 'name') ?? 'Error'
        // An error of several addresses at once has a code and no message.
        const message = stringOf(cause, 'message') ?? name
        const host = stringOf(cause, 'hostname') ?? new URL(request.origin).hostname
        throw new ServiceError({ service: 'Amazon Bedrock', operation: request.operation, name, message, host, cause })
      })
      return { status: answer.statusCode ?? 0, headers: headersOf(answer), body: answer }
    },
    close: () => http.close(),
  }
}

/** The headers of a message, none left out; one that came several times is joined with commas. */
export function headersOf({ headersDistinct }: IncomingMessage): HttpHeaders {
  return Object.fromEntries(Object.entries(headersDistinct).map(([name, values = []]) => [name, values.join(', ')]))
}

/** What Node reports of a certificate whose issuer it does not know (X509_V_ERR_* of OpenSSL). */
const UNKNOWN_ISSUER = new Set([
  ...['UNABLE_TO_GET_ISSUER_CERT', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ...['SELF_SIGNED_CERT_IN_CHAIN', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'CERT_UNTRUSTED'],
])

let added = false

/** Whether the system's certificates count already. */
const hasSystemCertificates = () => added

/**
 * Runs `connect`, and once more with the certificates of the system beside those of Node when it rejects because Node does
 * not know who issued the server's: companies add theirs to the system's, and Node has a list of its own. Reading them takes
 * 0.1 s, so it is left until they are needed; from then on they count for the whole process. `connect` may be repeated
 * safely, since nothing is sent before a handshake has succeeded.
 */
export async function withSystemCertificates<T>(connect: () => Promise<T>): Promise<T> {
  const hadThem = added
  try {
    return await connect()
  } catch (error) {
    if (hadThem || !isUnknownIssuer(error)) throw error
    useSystemCertificates()
    if (!added) throw error
    return connect()
  }
}

/**
 * From now on the system's certificates count, as with `NODE_USE_SYSTEM_CA=1` in Node 24.6. Does nothing where Node cannot:
 * `setDefaultCACertificates` came with 24.5.
 */
export function useSystemCertificates(): void {
  if (added || !('setDefaultCACertificates' in tls)) return
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), ...tls.getCACertificates('system')])
  added = true
}

/** Clients wrap Node's error, some more than once. */
function isUnknownIssuer(error: unknown): boolean {
  if (UNKNOWN_ISSUER.has(stringOf(error, 'code') ?? '')) return true
  const cause = fieldOf(error, 'cause')
  return cause !== undefined && isUnknownIssuer(cause)
}
