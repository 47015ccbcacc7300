import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'

import { ServiceError } from '../errors.ts'
import type { RegistryAddress } from '../ports/install.ts'
import { stringOf } from '../json.ts'

const MAX_REDIRECTS = 5
const REDIRECTS = new Set([301, 302, 303, 307, 308])

/** How long a connection may take to come about, how long it may be silent, and how long a whole download may take. */
export interface Timeouts {
  readonly connectMs: number
  readonly idleMs: number
  readonly totalMs: number
}

/** What to get: `what` names it in messages (`tarball`), `accept` is the media type asked for. */
export interface RegistryGet {
  readonly what: string
  readonly address: string
  readonly accept: string
  readonly registry: RegistryAddress
  readonly timeouts: Timeouts
  /** Only the bytes from here on, if the server still has what this validator (`ETag`, `Last-Modified`) stands for. */
  readonly range?: { readonly from: number; readonly validator: string | undefined }
  readonly signal?: AbortSignal
}

/**
 * Gets from a registry, through its proxies, over at most five redirects; the credentials go to the registry's own origin
 * only. Resolves with the answer of status 200, or 206 where a range was asked for, its body unread; rejects with a
 * ServiceError for all else.
 */
export async function get(request: RegistryGet): Promise<IncomingMessage> {
  let url = new URL(request.address)
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    const answer = await send(url, request).catch((error: unknown) => {
      throw lostConnection(error, url, request)
    })
    const status = answer.statusCode ?? 0
    if (status === 200 || (status === 206 && request.range !== undefined)) return answer
    const { location } = answer.headers
    if (!REDIRECTS.has(status) || location === undefined || !URL.canParse(location, url.href))
      throw await refusal(answer, url, request)
    answer.destroy()
    const next = new URL(location, url)
    if (url.protocol === 'https:' && next.protocol !== 'https:')
      throw fact('UnsafeRedirect', `the redirect leads from https to ${plain(next)}`, { url, request })
    url = next
  }
  throw fact('TooManyRedirects', `more than ${MAX_REDIRECTS} redirects`, { url, request })
}

/** The ServiceError of a connection that failed before or during the answer of `address`. */
export function lostConnection(error: unknown, address: URL, request: RegistryGet): ServiceError {
  if (error instanceof ServiceError) return error
  const name = stringOf(error, 'code') ?? 'ECONNRESET'
  // An error of several addresses at once has a code and no message.
  const message = stringOf(error, 'message') ?? name
  return fact(name, message, { url: address, request, cause: error })
}

/** The ServiceError of a failed get: address without credentials and query, and the proxy where one is used. */
export function fact(
  name: string,
  message: string,
  about: { url: URL; request: RegistryGet; status?: number; retryAfterMs?: number | undefined; cause?: unknown },
): ServiceError {
  const { url, request, status, retryAfterMs, cause } = about
  const proxy = proxyFor(url, request.registry)
  const through = proxy === undefined ? '' : ` (through the proxy ${plain(proxy)})`
  return new ServiceError({
    service: 'npm registry',
    operation: `GET ${request.what}`,
    name,
    message: `GET ${plain(url)}${through}: ${message}`,
    status,
    host: url.host,
    retryAfterMs,
    cause,
  })
}

function send(url: URL, { registry, accept, timeouts, range, signal }: RegistryGet): Promise<IncomingMessage> {
  const secure = url.protocol === 'https:'
  const known = url.origin === new URL(registry.url).origin && registry.authorization !== undefined
  const options = {
    headers: {
      accept,
      // Bytes as published are what the digest is of: no content encoding.
      'accept-encoding': 'identity',
      ...(known && { authorization: registry.authorization }),
      ...(range && { range: `bytes=${range.from}-` }),
      ...(range?.validator !== undefined && { 'if-range': range.validator }),
    },
    agent: agentFor(url, registry),
    ...(signal && { signal }),
  }
  return new Promise((resolve, reject) => {
    const request = (secure ? httpsRequest : httpRequest)(plainTarget(url), options)
    const slowConnect = setTimeout(
      () => request.destroy(timeout('ConnectTimeout', timeouts.connectMs)),
      timeouts.connectMs,
    )
    const connected = () => clearTimeout(slowConnect)
    request.once('socket', (socket) => (socket.connecting ? socket.once('connect', connected) : connected()))
    request.once('close', connected)
    let answer: IncomingMessage | undefined
    request.setTimeout(timeouts.idleMs, () => (answer ?? request).destroy(timeout('IdleTimeout', timeouts.idleMs)))
    request.once('response', (message) => resolve((answer = message)))
    request.on('error', reject)
    request.end()
  })
}

function agentFor(url: URL, { proxies = {}, ca, strictSsl }: RegistryAddress): HttpAgent {
  const proxyEnv = isLoopback(url) ? {} : { ...proxies }
  const secure = url.protocol === 'https:'
  const agent = secure
    ? new HttpsAgent({
        proxyEnv,
        ...(ca && { ca: [...ca] }),
        ...(strictSsl === false && { rejectUnauthorized: false }),
      })
    : new HttpAgent({ proxyEnv })
  return agent
}

async function refusal(answer: IncomingMessage, url: URL, request: RegistryGet): Promise<ServiceError> {
  const status = answer.statusCode ?? 0
  const said = wordsOf(await readText(answer, 4_096).catch(() => ''))
  const retryAfterMs = retryAfter(answer.headers['retry-after'])
  return fact('HttpError', `${status} ${answer.statusMessage ?? ''}${said}`.trim(), {
    ...{ url, request, status, retryAfterMs },
  })
}

/** Milliseconds of a `Retry-After`, which holds seconds or a date (RFC 9110, 10.2.3). */
function retryAfter(header: string | undefined): number | undefined {
  if (header === undefined) return undefined
  const ms = /^\d+$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - Date.now()
  return Number.isNaN(ms) ? undefined : Math.max(ms, 0)
}

/** The text of a body, at most `limit` bytes of it. */
export async function readText(body: AsyncIterable<Buffer>, limit: number): Promise<string> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of body) {
    chunks.push(chunk)
    length += chunk.length
    if (length >= limit) break
  }
  return Buffer.concat(chunks).subarray(0, limit).toString('utf8')
}

/** Registries say what is wrong in a JSON field `error` or `message`; pages for people say nothing useful here. */
function wordsOf(body: string): string {
  try {
    const json: unknown = JSON.parse(body)
    const words = stringOf(json, 'error') ?? stringOf(json, 'message')
    return words === undefined ? '' : `: ${words.slice(0, 300)}`
  } catch {
    return ''
  }
}

function timeout(code: string, ms: number): Error {
  const what = code === 'ConnectTimeout' ? 'no connection' : 'no byte'
  return Object.assign(new Error(`${what} within ${ms / 1000} s`), { code })
}

/** The proxy a request to `url` takes by the variables' rules, as far as a message needs to know. */
function proxyFor(url: URL, registry: RegistryAddress): URL | undefined {
  if (registry.proxies === undefined) return undefined
  const proxy = registry.proxies[url.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY']
  if (!proxy || isLoopback(url) || !URL.canParse(proxy)) return undefined
  const spared = (registry.proxies.NO_PROXY ?? '').split(',').map((item) => item.trim().replace(/^\*?\.?/, ''))
  return spared.some((item) => item !== '' && `.${url.hostname}`.endsWith(`.${item}`)) ? undefined : new URL(proxy)
}

/** No proxy can reach a mirror on this machine. */
const isLoopback = ({ hostname }: URL) => /^(localhost|127\.[\d.]+|\[::1\])$/.test(hostname)

const plain = (url: URL) => `${url.origin}${url.pathname === '/' ? '' : url.pathname}`

const plainTarget = (url: URL) => new URL(`${url.origin}${url.pathname}${url.search}`)
