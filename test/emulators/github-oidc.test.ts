import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose'
import { connectionLost } from './faults.ts'
import { githubOidc, type Claims, type GithubOidc } from './github-oidc.ts'
import { serve, type Serving } from './http.ts'

let oidc: GithubOidc
let server: Serving
beforeEach(async () => {
  oidc = await githubOidc({ requestToken: 'request-token' })
  server = await serve(oidc.handler)
})
afterEach(() => server.close())

const ask = (query = '', authorization = 'Bearer request-token') =>
  fetch(`${server.url}${oidc.requestPath}${query}`, { headers: { authorization } })

async function claimsOf(response: Response): Promise<Record<string, unknown>> {
  const { value } = (await response.json()) as { value: string }
  return oidc.verify(value)
}

test('gives a token for the asked audience, valid for five minutes, with the claims of the job', async () => {
  const response = await ask('&audience=sts.amazonaws.com')
  expect(response.status).toBe(200)
  const claims = await claimsOf(response)
  expect(claims).toMatchObject({
    iss: 'https://token.actions.githubusercontent.com',
    aud: 'sts.amazonaws.com',
    sub: 'repo:octo-org/octo-repo:ref:refs/heads/main',
    repository: 'octo-org/octo-repo',
    repository_owner_id: '123456',
    event_name: 'push',
    job_workflow_ref: 'octo-org/octo-repo/.github/workflows/claude.yml@refs/heads/main',
  })
  expect(Number(claims.exp) - Number(claims.iat)).toBe(300)
  expect(Number(claims.nbf)).toBeLessThan(Number(claims.iat))
  expect(oidc.issued).toEqual([claims])
})

test("is for the repository's owner without an audience, and never the same token twice", async () => {
  const [first, second] = [await claimsOf(await ask()), await claimsOf(await ask())]
  expect(first.aud).toBe('https://github.com/octo-org')
  expect(first.jti).not.toBe(second.jti)
})

test.each<[string, { claims?: Claims; immutableSubject?: boolean; sub: string }]>([
  ['branch', { sub: 'repo:octo-org/octo-repo:ref:refs/heads/main' }],
  ['branch, with ids', { immutableSubject: true, sub: 'repo:octo-org@123456/octo-repo@789012:ref:refs/heads/main' }],
  ['tag', { claims: { ref: 'refs/tags/v1' }, sub: 'repo:octo-org/octo-repo:ref:refs/tags/v1' }],
  ['environment', { claims: { environment: 'claude' }, sub: 'repo:octo-org/octo-repo:environment:claude' }],
  [
    'environment, with ids',
    {
      claims: { environment: 'claude' },
      immutableSubject: true,
      sub: 'repo:octo-org@123456/octo-repo@789012:environment:claude',
    },
  ],
  ['pull request', { claims: { event_name: 'pull_request' }, sub: 'repo:octo-org/octo-repo:pull_request' }],
  [
    'environment of a pull request',
    { claims: { event_name: 'pull_request', environment: 'e' }, sub: 'repo:octo-org/octo-repo:environment:e' },
  ],
  ['other repository', { claims: { repository: 'acme/widgets' }, sub: 'repo:acme/widgets:ref:refs/heads/main' }],
  ['subject of its own', { claims: { sub: 'repo:custom' }, sub: 'repo:custom' }],
])('subject: %s', async (_, { claims = {}, immutableSubject = false, sub }) => {
  const other = await githubOidc({ requestToken: 't', claims, immutableSubject })
  expect(await other.verify(await other.mint('sts.amazonaws.com'))).toMatchObject({ ...claims, sub })
})

test('takes owner and workflow from the repository given, and drops a claim given as undefined', async () => {
  const other = await githubOidc({ requestToken: 't', claims: { repository: 'acme/widgets', actor: undefined } })
  const claims = await other.verify(await other.mint('a'))
  expect(claims).toMatchObject({
    repository_owner: 'acme',
    workflow_ref: 'acme/widgets/.github/workflows/claude.yml@refs/heads/main',
  })
  expect(claims).not.toHaveProperty('actor')
})

test.each([
  ['without a bearer token', ''],
  ['with another token', 'Bearer other'],
  ['with another scheme', 'Basic request-token'],
])('refuses a request %s', async (_, authorization) => {
  const response = await ask('&audience=a', authorization)
  expect(response.status).toBe(401)
  expect(await response.json()).toEqual({ message: expect.any(String) })
  expect(oidc.issued).toEqual([])
})

describe('verify', () => {
  test('refuses a token that has expired', async () => {
    const token = await oidc.mint('a', { exp: 1 })
    await expect(oidc.verify(token)).rejects.toMatchObject({ code: 'ERR_JWT_EXPIRED' })
  })

  test("refuses another issuer's token", async () => {
    const other = await githubOidc({ requestToken: 'request-token' })
    await expect(oidc.verify(await other.mint('a'))).rejects.toMatchObject({
      code: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
    })
  })

  test('refuses a token whose claims name another issuer', async () => {
    const token = await oidc.mint('a', { iss: 'https://elsewhere.example' })
    await expect(oidc.verify(token)).rejects.toMatchObject({ code: 'ERR_JWT_CLAIM_VALIDATION_FAILED' })
  })
})

test('publishes keys that verify its tokens, where its configuration says', async () => {
  const configuration = (await (await fetch(`${server.url}/.well-known/openid-configuration`)).json()) as {
    issuer: string
    jwks_uri: string
  }
  expect(configuration.issuer).toBe(oidc.issuer)
  const keys = (await (await fetch(configuration.jwks_uri)).json()) as JSONWebKeySet
  expect(keys.keys[0]).not.toHaveProperty('d')
  const token = await oidc.mint('sts.amazonaws.com')
  const verified = await jwtVerify(token, createLocalJWKSet(keys), { audience: 'sts.amazonaws.com' })
  expect(verified.protectedHeader).toMatchObject({ alg: 'RS256', kid: keys.keys[0]?.kid })
})

test('answers scripted faults as often as scripted, then as usual', async () => {
  oidc.faults.next('token', { status: 503, body: 'unavailable' }, 2)
  oidc.faults.next('token', connectionLost)
  for (const response of [await ask(), await ask()])
    expect([response.status, await response.text()]).toEqual([503, 'unavailable'])
  await expect(ask()).rejects.toThrow('fetch failed')
  expect((await ask()).status).toBe(200)
  expect(oidc.issued).toHaveLength(1)
})
