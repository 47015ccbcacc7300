import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'

/** A request as an emulator sees it: the path as received (never decoded), headers in lower case, the whole body. */
export interface EmulatedRequest {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly rawQuery: string
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/**
 * An answer; an async iterable body is streamed as it yields. `hangUp` destroys the socket instead of ending the body, or,
 * without a body, before any answer.
 */
export interface EmulatedReply {
  readonly status: number
  readonly headers?: Record<string, string>
  readonly body?: string | Uint8Array | AsyncIterable<Uint8Array>
  readonly hangUp?: boolean
}

/** Data in, data out. `undefined` means "not mine": the next handler is asked, and after the last the answer is 404. */
export type Handler = (request: EmulatedRequest) => Promise<EmulatedReply | undefined> | EmulatedReply | undefined

/** A loopback server on a free port. */
export interface Serving {
  readonly url: string
  /** Every request so far, in order. */
  readonly requests: readonly EmulatedRequest[]
  close(): Promise<void>
}

/** Serves handlers on 127.0.0.1. */
export async function serve(...handlers: Handler[]): Promise<Serving> {
  const requests: EmulatedRequest[] = []
  const server = createServer(listenerOf(handlers, requests))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/**
 * Handlers as what Node's servers call; each request is added to `requests`. A handler that throws is answered 500 with its
 * message, so that a test sees it.
 */
export function listenerOf(handlers: readonly Handler[], requests: EmulatedRequest[] = []): RequestListener {
  return (incoming, outgoing) => {
    void answer(incoming, outgoing).catch((error: unknown) => {
      if (!outgoing.headersSent) outgoing.writeHead(500)
      outgoing.end(String(error))
    })
  }

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const request = await requestOf(incoming)
    requests.push(request)
    const reply = await firstReply(handlers, request)
    if (reply.hangUp && reply.body === undefined) {
      incoming.socket.destroy()
      return
    }
    outgoing.writeHead(reply.status, reply.headers)
    if (reply.body === undefined || typeof reply.body === 'string' || reply.body instanceof Uint8Array) {
      if (reply.hangUp) outgoing.write(reply.body ?? '', () => outgoing.destroy())
      else outgoing.end(reply.body)
      return
    }
    for await (const chunk of reply.body) {
      if (outgoing.destroyed) return
      if (!outgoing.write(chunk)) await new Promise((resolve) => outgoing.once('drain', resolve).once('close', resolve))
    }
    if (reply.hangUp) outgoing.destroy()
    else outgoing.end()
  }
}

async function requestOf(incoming: IncomingMessage): Promise<EmulatedRequest> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  const target = incoming.url ?? '/'
  const mark = target.indexOf('?')
  const rawQuery = mark < 0 ? '' : target.slice(mark + 1)
  return {
    method: incoming.method ?? 'GET',
    path: mark < 0 ? target : target.slice(0, mark),
    query: new URLSearchParams(rawQuery),
    rawQuery,
    headers: incoming.headers,
    body: Buffer.concat(chunks),
  }
}

async function firstReply(handlers: readonly Handler[], request: EmulatedRequest): Promise<EmulatedReply> {
  for (const handler of handlers) {
    const reply = await handler(request)
    if (reply !== undefined) return reply
  }
  return { status: 404, body: `no handler for ${request.method} ${request.path}` }
}
