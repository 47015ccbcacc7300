import { text } from 'node:stream/consumers'

import { PROXY_ANSWER, ServiceError, type ServiceFact } from '../errors.ts'
import type { IdTokens } from '../ports/github.ts'
import type { Secrets } from '../ports/log.ts'
import type { Environment } from '../ports/machine.ts'
import { parseJson, stringOf } from '../json.ts'
import { createHttpClient, retryAfterIn } from './http.ts'

/** How long GitHub may take over its whole answer. */
const ANSWER_MS = 15_000

/** Where tokens are offered and how to get there; `answerMs` bounds the whole answer. */
export interface IdTokenOptions {
  readonly secrets: Secrets
  readonly env: Environment
  readonly answerMs?: number
}

/**
 * GitHub's OIDC tokens, asked for as https://docs.github.com/actions/reference/security/oidc says. `getIDToken` of
 * `@actions/core` would lose the status and Node's error code, and try eleven times.
 */
export function createIdTokens({ secrets, env, answerMs = ANSWER_MS }: IdTokenOptions): IdTokens {
  return {
    async request(audience) {
      const { ACTIONS_ID_TOKEN_REQUEST_URL: address, ACTIONS_ID_TOKEN_REQUEST_TOKEN: requestToken } = env
      if (!address || !requestToken) {
        throw tokenError('NotOffered', 'The runner has no ACTIONS_ID_TOKEN_REQUEST_URL for this job')
      }
      const url = new URL(address)
      url.searchParams.set('audience', audience)
      const { status, body, isPage, retryAfterMs } = await answerOf(url, requestToken, { env, answerMs })
      const facts = { status, host: url.hostname, retryAfterMs }
      if (status >= 400 && status !== 404) {
        const message = stringOf(body, 'message') ?? `Failed request: (${status})`
        throw tokenError(isPage && status < 500 ? PROXY_ANSWER : `HTTP${status}`, message, facts)
      }
      const token = stringOf(body, 'value')
      if (token === undefined)
        throw tokenError(isPage ? PROXY_ANSWER : 'NoToken', `HTTP ${status} without a token`, facts)
      secrets.add(token)
      return token
    },
  }
}

/** GitHub's answer; `body` is undefined where it is no JSON, `isPage` says that it is a page for people, as proxies give. */
interface TokenAnswer {
  readonly status: number
  readonly body: unknown
  readonly isPage: boolean
  readonly retryAfterMs: number | undefined
}

async function answerOf(
  url: URL,
  token: string,
  { env, answerMs }: Pick<Required<IdTokenOptions>, 'env' | 'answerMs'>,
): Promise<TokenAnswer> {
  const http = createHttpClient({ proxies: env })
  const tooLate = AbortSignal.timeout(answerMs)
  const headers = {
    accept: 'application/json',
    authorization: `Bearer ${token}`,
    'user-agent': 'claude-code-bedrock-action',
  }
  const target = `${url.pathname}${url.search}`
  const call = { method: 'GET', origin: url.origin, target, headers, body: new Uint8Array() }
  try {
    const answer = await http.send(call, tooLate)
    const body = await text(answer)
    const retryAfterMs = retryAfterIn(answer.headers['retry-after'])
    return { status: answer.statusCode ?? 0, body: parseJson(body), isPage: /^\s*</.test(body), retryAfterMs }
  } catch (error) {
    const facts = { host: url.hostname, cause: error }
    if (tooLate.aborted) throw tokenError('TimeoutError', `no answer within ${answerMs / 1_000} s`, facts)
    const name = stringOf(error, 'code') ?? 'Error'
    // An error of several addresses at once has a code and no message.
    throw tokenError(name, stringOf(error, 'message') ?? name, facts)
  } finally {
    http.close()
  }
}

function tokenError(name: string, message: string, facts: Partial<ServiceFact> = {}): ServiceError {
  return new ServiceError({ service: 'GitHub OIDC', operation: 'GetIdToken', name, message, ...facts })
}
