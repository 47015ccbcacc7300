import { HttpClient } from '@actions/http-client'
import { BearerCredentialHandler } from '@actions/http-client/lib/auth'

import { ServiceError } from '../failure.ts'
import type { IdTokens } from '../ports/github.ts'
import type { Secrets } from '../ports/log.ts'
import type { Environment } from '../ports/machine.ts'
import { numberOf, textOf } from './error-fields.ts'

/**
 * GitHub's OIDC tokens, asked for as https://docs.github.com/actions/reference/security/oidc says. `getIDToken` of
 * `@actions/core` would lose the status and Node's error code, and try eleven times.
 */
export function createIdTokens({ secrets, env }: { secrets: Secrets; env: Environment }): IdTokens {
  return {
    async request(audience) {
      const { ACTIONS_ID_TOKEN_REQUEST_URL: address, ACTIONS_ID_TOKEN_REQUEST_TOKEN: requestToken } = env
      if (!address || !requestToken) {
        throw tokenError('NotOffered', 'The runner has no ACTIONS_ID_TOKEN_REQUEST_URL for this job')
      }
      const url = new URL(address)
      url.searchParams.set('audience', audience)
      const options = { allowRetries: false, socketTimeout: 15_000 }
      const client = new HttpClient('claude-code-bedrock-action', [new BearerCredentialHandler(requestToken)], options)
      const { result, statusCode } = await client.getJson<unknown>(url.href).catch((error: unknown) => {
        throw requestError(error, url.hostname)
      })
      const token = textOf(result, 'value')
      if (token === undefined) throw tokenError('NoToken', `HTTP ${statusCode} without a token`, { status: statusCode })
      secrets.add(token)
      return token
    },
  }
}

function requestError(error: unknown, host: string): ServiceError {
  const message = textOf(error, 'message') ?? String(error)
  const status = numberOf(error, 'statusCode')
  if (status !== undefined) return tokenError(`HTTP${status}`, message, { status, host, cause: error })
  // The client says only in words that it gave up waiting; everything else that the network does has Node's code.
  const name = message.startsWith('Request timeout') ? 'TimeoutError' : 'Error'
  return tokenError(textOf(error, 'code') ?? name, message, { host, cause: error })
}

function tokenError(
  name: string,
  message: string,
  facts: { status?: number; host?: string; cause?: unknown } = {},
): ServiceError {
  return new ServiceError({ service: 'GitHub OIDC', operation: 'GetIdToken', name, message, ...facts })
}
