import type { IncomingMessage } from 'node:http'

import type { ServiceError } from '../errors.ts'
import type { UnpackOptions } from '../ports/install.ts'
import { stringOf } from '../json.ts'
import { fact, get, lostConnection, type RegistryGet } from './registry-http.ts'

/**
 * The bytes of a body, once each and in order, over as many connections as it takes: where one breaks, `recover` decides
 * whether the rest is asked for. A server that sends everything anew is listened to from where the last one broke off.
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
  for (;;) {
    try {
      const range = bytes === 0 ? {} : { range: { from: bytes, validator } }
      const answer = await get({ ...request, ...range, signal })
      const from = answer.statusCode === 206 ? startOf(answer) : 0
      if (from > bytes) throw fact('WrongRange', `asked for from ${bytes} on, it begins at ${from}`, { url, request })
      if (bytes === 0) {
        validator = validatorOf(answer)
        total = lengthOf(answer)
      }
      let skip = bytes - from
      for await (const chunk of chunksOf(answer)) {
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
      const error = broken(cause, { url, request, bytes, total, signal })
      if (recover === undefined) throw error
      await recover(error, bytes)
    }
  }
}

interface Broken {
  readonly url: URL
  readonly request: RegistryGet
  readonly bytes: number
  readonly total: number | undefined
  readonly signal: AbortSignal
}

function broken(cause: unknown, { url, request, bytes, total, signal }: Broken): ServiceError {
  const about = { url, request, cause }
  const came = `after ${bytes}${total === undefined ? '' : ` of ${total}`} bytes`
  if (signal.aborted)
    return fact(
      'DownloadTimeout',
      `not all there within ${request.timeouts.totalMs / 60_000} min, ended ${came}`,
      about,
    )
  const lost = lostConnection(cause, url, request)
  // What failed before the body did says so itself.
  if (lost === cause || (bytes === 0 && total === undefined)) return lost
  const name = lost.name === 'IdleTimeout' ? lost.name : 'ShortBody'
  return fact(name, `the body ended ${came}: ${stringOf(cause, 'message') ?? name}`, about)
}

/** Of no encoding, so its chunks are bytes. */
function chunksOf(answer: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  return answer
}

/** With it a server sends all of what has changed since, not the rest of it; weak ones do not do (RFC 9110, 13.1.5). */
function validatorOf({ headers }: IncomingMessage): string | undefined {
  return headers.etag?.startsWith('W/') === false ? headers.etag : headers['last-modified']
}

/** Where a part begins (RFC 9110, 14.4). */
function startOf({ headers }: IncomingMessage): number {
  const start = /^bytes (\d+)-/.exec(headers['content-range'] ?? '')?.[1]
  return start === undefined ? Number.POSITIVE_INFINITY : Number(start)
}

function lengthOf({ headers }: IncomingMessage): number | undefined {
  const length = Number(headers['content-length'])
  return Number.isNaN(length) ? undefined : length
}
