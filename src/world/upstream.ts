import { ServiceError } from '../errors.ts'
import type { Upstream, UpstreamRequest } from '../ports/gateway.ts'
import type { Environment } from '../ports/machine.ts'
import { textOf } from './error-fields.ts'
import { headersOf } from './loopback-headers.ts'
import { proxiedHttp } from './proxied-http.ts'

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
