// Who may do what in a repository, as GitHub's REST API tells it
// (https://docs.github.com/rest/collaborators/collaborators#get-repository-permissions-for-a-user, November 2026).
import type { EmulatedReply, EmulatedRequest, Handler } from './http.ts'

/** An account; without `permission` it has none of its own here. */
export interface EmulatedAccount {
  readonly id: number
  readonly type?: 'User' | 'Bot' | 'Organization'
  /** What `permission` says: `admin`, `write`, `read` or `none`. */
  readonly permission?: string
  /** What `role_name` says; `permission` unless given. */
  readonly role?: string
}

/** The repository `owner/name`, its accounts by login, and the token that may ask. */
export interface CollaboratorsOptions {
  readonly repository?: string
  readonly accounts: Readonly<Record<string, EmulatedAccount>>
  readonly token: string
  /** Everybody may read a public repository. */
  readonly isPublic?: boolean
  /** A name that the repository had before, which is redirected. */
  readonly oldName?: string
}

/** A changeable copy of the rules, and what was asked. */
export interface CollaboratorsService {
  readonly handler: Handler
  /** Logins that were asked for with a token that may. */
  readonly asked: readonly string[]
  /** The next answers, before the right ones. */
  inject(...replies: readonly EmulatedReply[]): void
}

/** The route below `/repos`, with any prefix before it, as an Enterprise Server has. */
export function collaboratorsService(options: CollaboratorsOptions): CollaboratorsService {
  const { accounts, token, repository = 'octo-org/octo-repo', isPublic = false, oldName } = options
  const asked: string[] = []
  const injected: EmulatedReply[] = []

  function answer({ method, path, headers }: EmulatedRequest): EmulatedReply | undefined {
    const [, prefix = '', rest = ''] = /^(.*?)\/repos\/(.+)$/.exec(path) ?? []
    const [, name = '', encoded = ''] = /^([^/]+\/[^/]+)\/collaborators\/([^/]+)\/permission$/.exec(rest) ?? []
    if (encoded === '' || method !== 'GET') return undefined
    const injectedReply = injected.shift()
    if (injectedReply !== undefined) return injectedReply
    if (!headers['user-agent']) return json(403, { message: 'Request forbidden by administrative rules.' })
    if (headers.authorization !== `Bearer ${token}`) return json(401, { message: 'Bad credentials' })
    const login = decodeURIComponent(encoded)
    if (decodeURIComponent(name) === oldName) {
      const location = `${prefix}/repos/${repository}/collaborators/${encoded}/permission`
      return { ...json(301, { message: 'Moved Permanently' }), headers: { location } }
    }
    asked.push(login)
    const found = Object.entries(accounts).find(([known]) => known.toLowerCase() === login.toLowerCase())
    if (decodeURIComponent(name) !== repository || found === undefined)
      return json(404, { message: found === undefined ? `${login} is not a user` : 'Not Found' })
    const [known, { id, type = 'User', permission = isPublic ? 'read' : 'none', role = permission }] = found
    return json(200, { permission, role_name: role, user: { login: known, id, type } })
  }

  return { handler: answer, asked, inject: (...replies) => void injected.push(...replies) }
}

const json = (status: number, value: object): EmulatedReply => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(value),
})

/** A rate limit's answer: `resetIn` seconds from now for the hourly one, or `retryAfter` seconds for the other. */
export function rateLimited({ resetIn, retryAfter }: { resetIn?: number; retryAfter?: number }): EmulatedReply {
  const reset = String(Math.ceil(Date.now() / 1_000) + (resetIn ?? 0))
  return {
    ...json(resetIn === undefined ? 429 : 403, { message: 'API rate limit exceeded for installation.' }),
    headers: {
      'content-type': 'application/json',
      ...(resetIn !== undefined && { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset }),
      ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
    },
  }
}
