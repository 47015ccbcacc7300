import { text } from 'node:stream/consumers'

import { ServiceError, type ServiceFact } from '../errors.ts'
import { fieldOf, numberOf, parseJson, stringOf } from '../json.ts'
import type { CollaboratorPermission, Collaborators } from '../ports/github.ts'
import type { Environment } from '../ports/machine.ts'
import { createHttpClient, type HttpClient } from './http.ts'

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
