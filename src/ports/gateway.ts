// What a signing gateway needs: a server on this machine, a signer, connections to Bedrock. Interfaces only; `src/world/` implements them.
import type { AwsKeys } from './aws.ts'

/** HTTP headers, names in lower case; a header that came several times is joined with commas. */
export type HttpHeaders = Readonly<Record<string, string>>

/** Servers on 127.0.0.1, each at a port that is free. */
export interface Loopback {
  /**
   * Opens one, with a random token that callers show in `tokenHeader`. Each call gets the answer that `answer` resolves to;
   * when that rejects, or its body breaks off, the caller's connection is cut. With `at` it listens there alone.
   */
  listen(
    tokenHeader: string,
    answer: (call: LocalCall) => Promise<LocalAnswer>,
    at?: SocketAddress,
  ): Promise<OpenLoopback>
}

/** A Unix socket, and the port of 127.0.0.1 that leads to it in the agent's network. */
export interface SocketAddress {
  readonly socket: string
  readonly port: number
}

/** An open server. */
export interface OpenLoopback {
  /** `http://127.0.0.1:<port>`. */
  readonly url: string
  readonly token: string
  /** Cuts every connection; resolves when the port is free again. */
  close(): Promise<void>
}

/** A call that arrived there. */
export interface LocalCall {
  readonly method: string
  /** Path and query as received, never decoded. */
  readonly target: string
  /** Without the token's. */
  readonly headers: HttpHeaders
  /** Whether it carries the token; compared in constant time. */
  readonly authenticated: boolean
  /** Aborts when the caller has left before the answer was complete. */
  readonly signal: AbortSignal
  /** The whole body; undefined when it has more than `limit` bytes. */
  body(limit: number): Promise<Uint8Array | undefined>
}

/** An answer; a body that is iterated is sent piece by piece, the next piece taken when there is room for it. */
export interface LocalAnswer {
  readonly status: number
  readonly headers: HttpHeaders
  readonly body: string | AsyncIterable<Uint8Array>
}

/** A call to a plane of Bedrock; `origin` is scheme and host, `target` path and query as they go on the wire. */
export interface UpstreamRequest {
  readonly operation: string
  readonly method: string
  readonly origin: string
  readonly target: string
  readonly headers: HttpHeaders
  readonly body: Uint8Array
}

/** Bedrock's answer, its body unread. */
export interface UpstreamAnswer {
  readonly status: number
  readonly headers: HttpHeaders
  readonly body: AsyncIterable<Uint8Array>
}

/** The way to Bedrock, through the job's proxies, on connections that are kept. */
export interface Upstream {
  /** Rejects with a ServiceError (service `Amazon Bedrock`) when nothing answers; `signal` ends the call and its body. */
  send(request: UpstreamRequest, signal: AbortSignal): Promise<UpstreamAnswer>
  close(): void
}

/** A message of an event stream: those of its headers that are text, and its payload. */
export interface EventMessage {
  readonly headers: Readonly<Record<string, string>>
  readonly payload: Uint8Array
}

/** The framing `application/vnd.amazon.eventstream`. */
export interface EventStreams {
  /**
   * A reader for one stream. It takes pieces cut anywhere and returns the messages that each completes; after bytes that are
   * not a message, or whose checksum is wrong, it returns none.
   */
  reader(): Promise<(piece: Uint8Array) => readonly EventMessage[]>
}

/** AWS Signature Version 4 for service `bedrock`. */
export interface Signer {
  /** The headers to send: those of the request, and the signature's. `now` is in milliseconds since 1970. */
  sign(request: UpstreamRequest, by: { keys: AwsKeys; region: string; now: number }): Promise<HttpHeaders>
}
