import { randomBytes, randomUUID } from 'node:crypto'
import { SignJWT } from 'jose'
import { artifactService, type ArtifactService } from './artifact-service.ts'
import { cacheService, type CacheService } from './cache-service.ts'
import { collaboratorsService, type CollaboratorsService, type EmulatedAccount } from './github-collaborators.ts'
import { githubOidc, type Claims, type GithubOidc } from './github-oidc.ts'
import { serve, type Serving } from './http.ts'

export interface GithubOptions {
  /** Whether the job has `permissions: id-token: write`; default true. */
  readonly idToken?: boolean
  /** Claims of id tokens that differ from the defaults. */
  readonly claims?: Claims
  readonly immutableSubject?: boolean
  /** A job whose event a stranger can cause: it may read caches but not write them. */
  readonly cacheReadOnly?: boolean
  /** Accounts by login, and what they may do; default: octocat, who may write. */
  readonly accounts?: Readonly<Record<string, EmulatedAccount>>
}

/** GitHub's services for one job, on one loopback server. */
export interface Github extends Serving {
  /** What these services put into the environment of a JavaScript action; nothing of the runner's own. */
  readonly env: Readonly<Record<string, string>>
  readonly oidc: GithubOidc
  readonly artifacts: ArtifactService
  readonly cache: CacheService
  readonly collaborators: CollaboratorsService
  /** The value of `github.token`. */
  readonly jobToken: string
}

export async function startGithub(options: GithubOptions = {}): Promise<Github> {
  const ids = { runBackendId: randomUUID(), jobBackendId: randomUUID() }
  const cacheReadOnly = options.cacheReadOnly ?? false
  const token = await runtimeToken(ids, cacheReadOnly)
  const oidc = await githubOidc({
    requestToken: token,
    ...(options.claims && { claims: options.claims }),
    immutableSubject: options.immutableSubject ?? false,
  })
  const artifacts = artifactService({ token, ...ids })
  const cache = cacheService({ token, readOnly: cacheReadOnly })
  const offered = options.idToken ?? true
  const jobToken = `ghs_${randomBytes(18).toString('hex')}`
  const accounts = options.accounts ?? { octocat: { id: 583231, permission: 'write' } }
  const collaborators = collaboratorsService({ accounts, token: jobToken })
  const handlers = [artifacts.handler, cache.handler, collaborators.handler]
  const server = await serve(...(offered ? [oidc.handler] : []), ...handlers)
  const env = {
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_API_URL: server.url,
    ACTIONS_RUNTIME_TOKEN: token,
    ACTIONS_RUNTIME_URL: `${server.url}/pipelines/`,
    ACTIONS_RESULTS_URL: `${server.url}/`,
    ACTIONS_CACHE_URL: `${server.url}/artifactcache/`,
    ACTIONS_CACHE_SERVICE_V2: 'True',
    ...(offered && {
      ACTIONS_ID_TOKEN_REQUEST_URL: `${server.url}${oidc.requestPath}`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: token,
    }),
  }
  return { ...server, env, oidc, artifacts, cache, collaborators, jobToken }
}

/** The job's access token, which on GitHub is the request token for id tokens too; clients read its scope, not its signature. */
function runtimeToken(ids: { runBackendId: string; jobBackendId: string }, cacheReadOnly: boolean): Promise<string> {
  const scope = { Scope: 'refs/heads/main', Permission: cacheReadOnly ? 1 : 3 }
  return new SignJWT({
    scp: `Actions.GenericRead:${randomUUID()} Actions.Results:${ids.runBackendId}:${ids.jobBackendId}`,
    ac: JSON.stringify([scope]),
    orchid: `${ids.runBackendId}.claude.__default`,
  })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer('vstoken.actions.githubusercontent.com')
    .setAudience('vstoken.actions.githubusercontent.com')
    .setIssuedAt()
    .setNotBefore('-10m')
    .setExpirationTime('6h')
    .sign(randomBytes(32))
}
