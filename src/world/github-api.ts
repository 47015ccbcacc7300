import { text } from 'node:stream/consumers'

import { ServiceError, type ServiceFact, PROXY_ANSWER } from '../errors.ts'
import { fieldOf, numberOf, parseJson, stringOf } from '../json.ts'
import type { CollaboratorPermission, Collaborators, IdTokens } from '../ports/github.ts'
import type { Environment, Secrets } from '../ports/machine.ts'
import { createHttpClient, type HttpClient, retryAfterIn } from './http.ts'

/** A repository that was renamed is answered with one redirect. */
const MAX_REDIRECTS = 2

interface GithubApiOptions {
  /** Its `GITHUB_API_URL` names the REST API, also of an Enterprise Server. */
  readonly env: Environment
  /** How long GitHub may take over its whole answer; 15 s unless given. */
  readonly answerMs?: number
}

/**
 * Permissions by https://docs.github.com/rest/collaborators/collaborators#get-repository-permissions-for-a-user, which any
 * token may ask that can read the repository's metadata. Nothing is tried again; the token goes to the API's own origin only.
 */
export function createCollaborators({ env, answerMs = 15_000 }: GithubApiOptions): Collaborators {
  async function answerOf(url: URL, token: string, http: HttpClient): Promise<ApiAnswer> {
    const tooLate = AbortSignal.timeout(answerMs)
    const headers = {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${token}`,
      'user-agent': 'claude-code-bedrock-action',
      'x-github-api-version': '2022-11-28',
    }
    const call = { method: 'GET', origin: url.origin, target: `${url.pathname}${url.search}`, headers }
    try {
      const answer = await http.send({ ...call, body: new Uint8Array() }, tooLate)
      return { status: answer.statusCode ?? 0, headers: answer.headers, body: parseJson(await text(answer)) }
    } catch (error) {
      const facts = { host: url.hostname, cause: error }
      if (tooLate.aborted) throw apiError('TimeoutError', `no answer within ${answerMs / 1_000} s`, facts)
      const name = stringOf(error, 'code') ?? 'Error'
      throw apiError(name, stringOf(error, 'message') ?? name, facts)
    }
  }

  return {
    async permissionOf(login, { repository, token }) {
      const api = (env.GITHUB_API_URL || 'https://api.github.com').replace(/\/+$/, '')
      const path = repository.split('/').map(encodeURIComponent).join('/')
      const first = URL.parse(`${api}/repos/${path}/collaborators/${encodeURIComponent(login)}/permission`)
      if (first === null) throw apiError('InvalidAddress', `GITHUB_API_URL is no address: ${api}`)
      const http = createHttpClient({ proxies: env })
      try {
        let url = first
        for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
          const answer = await answerOf(url, token, http)
          if (answer.status === 404) return undefined
          if (answer.status === 200) return permissionIn(answer.body, url)
          const location = stringOf(answer.headers, 'location')
          const isRedirect = [301, 302, 307, 308].includes(answer.status) && location !== undefined
          const next = isRedirect ? URL.parse(location, url.href) : undefined
          if (next?.origin !== first.origin) throw refusalOf(answer, url)
          url = next
        }
        throw apiError('TooManyRedirects', `more than ${MAX_REDIRECTS} redirects`, { host: first.hostname })
      } finally {
        http.close()
      }
    },
  }
}

interface ApiAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  /** Undefined where it is no JSON, such as a proxy's page. */
  readonly body: unknown
}

function permissionIn(body: unknown, url: URL): CollaboratorPermission {
  const permission = stringOf(body, 'permission')
  const role = stringOf(body, 'role_name')
  if (permission === undefined && role === undefined)
    throw apiError('InvalidAnswer', 'the answer names no permission', { status: 200, host: url.hostname })
  const user = fieldOf(body, 'user')
  return { permission, role, id: numberOf(user, 'id'), type: stringOf(user, 'type') }
}

/** Limits answer 403 or 429, and say until when (https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api). */
function refusalOf({ status, headers, body }: ApiAnswer, url: URL): ServiceError {
  const message = stringOf(body, 'message') ?? `HTTP ${status} without a reason`
  const host = url.hostname
  const wait = Number(stringOf(headers, 'retry-after'))
  const isOver = stringOf(headers, 'x-ratelimit-remaining') === '0'
  const reset = Number(stringOf(headers, 'x-ratelimit-reset')) * 1_000 - Date.parse(stringOf(headers, 'date') ?? '')
  const isLimited = status === 429 || (status === 403 && (isOver || wait > 0 || /rate limit/i.test(message)))
  if (!isLimited) return apiError(`HTTP${status}`, message, { status, host })
  const waitMs = wait > 0 ? wait * 1_000 : isOver && reset > 0 ? reset : undefined
  return apiError('RateLimited', message, { status, host, retryAfterMs: waitMs })
}

function apiError(name: string, message: string, facts: Partial<ServiceFact> = {}): ServiceError {
  return new ServiceError({ service: 'GitHub API', operation: 'GetCollaboratorPermission', name, message, ...facts })
}

/** How long GitHub may take over its whole answer. */
const TOKEN_ANSWER_MS = 15_000

/** Where tokens are offered and how to get there; `answerMs` bounds the whole answer. */
interface IdTokenOptions {
  readonly secrets: Secrets
  readonly env: Environment
  readonly answerMs?: number
}

/**
 * GitHub's OIDC tokens, asked for as https://docs.github.com/actions/reference/security/oidc says. `getIDToken` of
 * `@actions/core` would lose the status and Node's error code, and try eleven times.
 */
export function createIdTokens({ secrets, env, answerMs = TOKEN_ANSWER_MS }: IdTokenOptions): IdTokens {
  return {
    async request(audience) {
      const { ACTIONS_ID_TOKEN_REQUEST_URL: address, ACTIONS_ID_TOKEN_REQUEST_TOKEN: requestToken } = env
      if (!address || !requestToken) {
        throw tokenError('NotOffered', 'The runner has no ACTIONS_ID_TOKEN_REQUEST_URL for this job')
      }
      const url = new URL(address)
      url.searchParams.set('audience', audience)
      const { status, body, isPage, retryAfterMs } = await tokenAnswerOf(url, requestToken, { env, answerMs })
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

async function tokenAnswerOf(
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
