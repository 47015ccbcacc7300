import type { IncomingMessage } from 'node:http'

import { ServiceError, type ServiceFact } from '../errors.ts'
import { parseJson, stringOf } from '../json.ts'
import type { RegistryAddress, UnpackOptions } from '../ports/install.ts'
import { createHttpClient, retryAfterIn } from './http.ts'
import { proxyFor } from './way-to-host.ts'

const MAX_REDIRECTS = 5
const REDIRECTS = new Set([301, 302, 303, 307, 308])

/** How long a connection may take to come about, how long it may be silent, and how long a whole download may take. */
export interface Timeouts {
  readonly connectMs: number
  readonly idleMs: number
  readonly totalMs: number
}

/** What to get: `what` names it in messages (`tarball`), `accept` is the media type asked for. */
interface RegistryGet {
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
      throw registryError('UnsafeRedirect', `the redirect leads from https to ${plain(next)}`, { url, request })
    url = next
  }
  throw registryError('TooManyRedirects', `more than ${MAX_REDIRECTS} redirects`, { url, request })
}

/** The ServiceError of a connection that failed before or during the answer of `address`. */
export function lostConnection(error: unknown, address: URL, request: RegistryGet): ServiceError {
  if (error instanceof ServiceError) return error
  const code = stringOf(error, 'code') ?? 'ECONNRESET'
  const name = code === 'ETIMEDOUT' && stringOf(error, 'syscall') === 'connect' ? 'ConnectTimeout' : code
  // An error of several addresses at once has a code and no message.
  const message = stringOf(error, 'message') ?? name
  return registryError(name, message, { url: address, request, cause: error })
}

/** A get that failed, and what is known of that. */
export interface About extends Pick<ServiceFact, 'status' | 'retryAfterMs' | 'cause'> {
  readonly url: URL
  readonly request: RegistryGet
}

/** The ServiceError of a failed get: address without credentials and query, and the proxy where one is used. */
export function registryError(name: string, message: string, { url, request, ...facts }: About): ServiceError {
  const [scheme, usual] = url.protocol === 'https:' ? (['https', 443] as const) : (['http', 80] as const)
  const to = { host: url.hostname, port: Number(url.port || usual) }
  const proxy = proxyFor(scheme, to, proxiesFor(url, request.registry))
  const through = proxy === undefined ? '' : ` (through the proxy ${plain(proxy)})`
  return new ServiceError({
    service: 'npm registry',
    operation: `GET ${request.what}`,
    name,
    message: `GET ${plain(url)}${through}: ${message}`,
    host: url.host,
    ...facts,
  })
}

async function send(url: URL, { registry, accept, timeouts, range, signal }: RegistryGet): Promise<IncomingMessage> {
  const isOwn = url.origin === new URL(registry.url).origin && registry.authorization !== undefined
  const headers = {
    accept,
    // Bytes as published are what the digest is of: no content encoding.
    'accept-encoding': 'identity',
    ...(isOwn && { authorization: registry.authorization }),
    ...(range && { range: `bytes=${range.from}-` }),
    ...(range?.validator !== undefined && { 'if-range': range.validator }),
  }
  const { ca, strictSsl } = registry
  const http = createHttpClient({ ...timeouts, proxies: proxiesFor(url, registry), ca, strictSsl, keepAlive: false })
  const call = { method: 'GET', origin: url.origin, target: `${url.pathname}${url.search}`, headers }
  return http.send({ ...call, body: new Uint8Array() }, signal ?? new AbortController().signal)
}

async function refusal(answer: IncomingMessage, url: URL, request: RegistryGet): Promise<ServiceError> {
  const status = answer.statusCode ?? 0
  const reason = reasonIn(await readText(answer, 4_096).catch(() => ''))
  const retryAfterMs = retryAfterIn(answer.headers['retry-after'])
  const message = `${status} ${answer.statusMessage ?? ''}${reason}`.trim()
  return registryError('HttpError', message, { url, request, status, retryAfterMs })
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
function reasonIn(body: string): string {
  const json = parseJson(body)
  const reason = stringOf(json, 'error') ?? stringOf(json, 'message')
  return reason === undefined ? '' : `: ${reason.slice(0, 300)}`
}

/** The variables of proxies for a request to `url`; no proxy can reach a mirror on this machine. */
const proxiesFor = ({ hostname }: URL, { proxies = {} }: RegistryAddress) =>
  /^(localhost|127\.[\d.]+|\[::1\])$/.test(hostname) ? {} : proxies

const plain = (url: URL) => `${url.origin}${url.pathname === '/' ? '' : url.pathname}`

/**
 * The bytes of a body, once each and in order, over as many connections as it takes: where one breaks, `recover` decides
 * whether the rest is asked for. Where a server sends everything again, what is already there is skipped.
 * Throws what `recover` rejected with, or without it the first ServiceError; bounded by `totalMs` all in all.
 */
export async function* download(
  request: RegistryGet,
  { recover, onProgress }: Pick<UnpackOptions, 'recover' | 'onProgress'>,
): AsyncGenerator<Buffer> {
  const url = new URL(request.address)
  const signal = AbortSignal.timeout(request.timeouts.totalMs)
  let bytes = 0
  let total: number | undefined
  let validator: string | undefined
  const broken = (cause: unknown): ServiceError => {
    const about = { url, request, cause }
    const came = `after ${bytes}${total === undefined ? '' : ` of ${total}`} bytes`
    const late = `not all there within ${request.timeouts.totalMs / 60_000} min, ended ${came}`
    if (signal.aborted) return registryError('DownloadTimeout', late, about)
    const lost = lostConnection(cause, url, request)
    // What failed before the body did says so itself.
    if (lost === cause || (bytes === 0 && total === undefined)) return lost
    const name = lost.name === 'IdleTimeout' ? lost.name : 'ShortBody'
    return registryError(name, `the body ended ${came}: ${stringOf(cause, 'message') ?? name}`, about)
  }
  for (;;) {
    try {
      const range = bytes === 0 ? {} : { range: { from: bytes, validator } }
      const answer = await get({ ...request, ...range, signal })
      // Where the part begins (RFC 9110, 14.4).
      const start = /^bytes (\d+)-/.exec(answer.headers['content-range'] ?? '')?.[1] ?? Infinity
      const from = answer.statusCode === 206 ? Number(start) : 0
      if (from > bytes)
        throw registryError('WrongRange', `asked for from ${bytes} on, it begins at ${from}`, { url, request })
      if (bytes === 0) {
        // With it a server sends all of what has changed since, not the rest of it; weak ones do not do (RFC 9110, 13.1.5).
        const { etag } = answer.headers
        validator = etag?.startsWith('W/') === false ? etag : answer.headers['last-modified']
        const length = Number(answer.headers['content-length'])
        total = Number.isNaN(length) ? undefined : length
      }
      let skip = bytes - from
      const chunks: AsyncIterable<Buffer> = answer
      for await (const chunk of chunks) {
        const news = chunk.subarray(skip)
        skip = Math.max(skip - chunk.length, 0)
        if (news.length === 0) continue
        bytes += news.length
        onProgress?.({ bytes, totalBytes: total })
        yield news
      }
      if (total === undefined || bytes >= total) return
      throw new Error('the connection was closed')
    } catch (cause) {
      const error = broken(cause)
      if (recover === undefined) throw error
      await recover(error, bytes)
    }
  }
}
