import { randomUUID } from 'node:crypto'
import { exportJWK, generateKeyPair, jwtVerify, SignJWT } from 'jose'
import { faultQueue, type Faults } from './faults.ts'
import type { EmulatedReply, EmulatedRequest, Handler } from './http.ts'

/** Claims of a token; the two named ones also decide the defaults of others. */
export interface Claims {
  readonly repository?: string
  readonly ref?: string
  readonly [name: string]: unknown
}

/** What a service that trusts tokens needs to know of their issuer. */
export interface TokenIssuer {
  readonly issuer: string
  /** The claims of a token signed here and valid now; otherwise rejects with jose's error (`code` `ERR_JWT_EXPIRED`, ...). */
  verify(token: string): Promise<Record<string, unknown>>
}

export interface GithubOidcOptions {
  /** The bearer token a job asks with. */
  readonly requestToken: string
  /** Claims that differ from the defaults; `undefined` removes one. `sub` follows the others unless given. */
  readonly claims?: Claims
  /** Subjects with ids, `repo:o@1/r@2:...`, as repositories made since 2026-07-15 have them. */
  readonly immutableSubject?: boolean
}

export interface GithubOidc extends TokenIssuer {
  readonly handler: Handler
  /** Path and query of the address a job asks, to which clients add `&audience=`. */
  readonly requestPath: string
  /** Claims of each token given to a request, in order. */
  readonly issued: readonly Claims[]
  readonly faults: Faults<'token'>
  /** A signed token without a request; `claims` wins over everything, so `{ exp: 1 }` is long expired. */
  mint(audience: string, claims?: Claims): Promise<string>
}

/** GitHub's OIDC provider with a key pair of its own (https://docs.github.com/en/actions/reference/security/oidc). */
export async function githubOidc(options: GithubOidcOptions): Promise<GithubOidc> {
  const { publicKey, privateKey } = await generateKeyPair('RS256')
  const kid = randomUUID()
  const jwk = { ...(await exportJWK(publicKey)), kid, use: 'sig', alg: 'RS256' }
  const issued: Claims[] = []
  const faults = faultQueue<'token'>()
  const defaults = jobClaims(options.claims ?? {})
  const issuer = String(defaults.iss)
  const idTokenPath = `/idtoken/${randomUUID()}/${randomUUID()}`

  const sign = (claims: Claims) =>
    new SignJWT({ ...claims }).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid, x5t: kid }).sign(privateKey)

  const claimsFor = (audience: string | null, overrides: Claims): Claims => {
    const claims: Claims = { ...defaults, ...times(), ...overrides }
    const aud = audience ?? `https://github.com/${String(claims.repository_owner)}`
    return { sub: subject(claims, options.immutableSubject ?? false), aud, ...claims }
  }

  async function answerToken(request: EmulatedRequest): Promise<EmulatedReply> {
    const fault = faults.take('token')
    if (fault) return fault
    if (request.headers.authorization !== `Bearer ${options.requestToken}`)
      return json(401, { message: 'The request token is missing or not the one of this job.' })
    const claims = claimsFor(request.query.get('audience'), {})
    issued.push(claims)
    return json(200, { value: await sign(claims) })
  }

  return {
    issuer,
    requestPath: `${idTokenPath}?api-version=2.0`,
    issued,
    faults,
    verify: async (token) => (await jwtVerify(token, publicKey, { issuer, algorithms: ['RS256'] })).payload,
    mint: (audience, claims = {}) => sign(claimsFor(audience, claims)),
    handler: (request) => {
      if (request.method !== 'GET') return undefined
      if (request.path === idTokenPath) return answerToken(request)
      if (request.path === '/.well-known/jwks') return json(200, { keys: [jwk] })
      if (request.path === '/.well-known/openid-configuration')
        return json(200, discovery(defaults, `http://${request.headers.host ?? ''}`))
      return undefined
    },
  }
}

/** The claims of a push to a private repository, in the names of the repository and ref that `overrides` may give. */
function jobClaims(overrides: Claims): Claims {
  const { repository = 'octo-org/octo-repo', ref = 'refs/heads/main' } = overrides
  const workflow = `${repository}/.github/workflows/claude.yml@${ref}`
  const sha = '0c5b3b8c1d2e4f60718293a4b5c6d7e8f9012345'
  return {
    iss: 'https://token.actions.githubusercontent.com',
    repository,
    repository_id: '789012',
    repository_owner: repository.split('/')[0],
    repository_owner_id: '123456',
    repository_visibility: 'private',
    ref,
    ref_type: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    ref_protected: 'false',
    sha,
    event_name: 'push',
    workflow: 'claude',
    workflow_ref: workflow,
    workflow_sha: sha,
    job_workflow_ref: workflow,
    job_workflow_sha: sha,
    run_id: '15801583123',
    run_number: '7',
    run_attempt: '1',
    runner_environment: 'github-hosted',
    actor: 'octocat',
    actor_id: '583231',
    base_ref: '',
    head_ref: '',
    ...overrides,
  }
}

/** GitHub's tokens last 5 minutes and are valid from 10 minutes before, for clocks that are late. */
function times(): Claims {
  const iat = Math.floor(Date.now() / 1000)
  return { jti: randomUUID(), iat, nbf: iat - 600, exp: iat + 300 }
}

function subject(claims: Claims, withIds: boolean): string {
  const text = (name: string) => String(claims[name])
  const [owner, name] = text('repository').split('/')
  const repository = withIds
    ? `${owner ?? ''}@${text('repository_owner_id')}/${name ?? ''}@${text('repository_id')}`
    : text('repository')
  if (claims.environment !== undefined) return `repo:${repository}:environment:${text('environment')}`
  if (text('event_name') === 'pull_request') return `repo:${repository}:pull_request`
  return `repo:${repository}:ref:${text('ref')}`
}

function discovery(claims: Claims, origin: string): Record<string, unknown> {
  return {
    issuer: claims.iss,
    jwks_uri: `${origin}/.well-known/jwks`,
    subject_types_supported: ['public', 'pairwise'],
    response_types_supported: ['id_token'],
    claims_supported: ['sub', 'aud', 'exp', 'iat', 'jti', 'nbf', ...Object.keys(claims), 'environment'],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: ['openid'],
  }
}

function json(status: number, value: unknown): EmulatedReply {
  return { status, headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(value) }
}
