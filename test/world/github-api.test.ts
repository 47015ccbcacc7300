import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'

import { fieldOf } from '../../src/json.ts'
import { createCollaborators } from '../../src/world/github-api.ts'
import { collaboratorsService, rateLimited, type CollaboratorsService } from '../emulators/github-collaborators.ts'
import { serve, type Serving } from '../emulators/http.ts'
import { startTlsServer } from '../support/tls-server.ts'

const TOKEN = 'ghs_of_the_job'
const ACCOUNTS = {
  Octocat: { id: 1, permission: 'admin' },
  maintainer: { id: 2, permission: 'write', role: 'maintain' },
  visitor: { id: 3 },
  'app[bot]': { id: 4, type: 'Bot' as const, permission: 'write' },
}

let service: CollaboratorsService
let github: Serving

beforeEach(async () => {
  service = collaboratorsService({ accounts: ACCOUNTS, token: TOKEN, oldName: 'octo-org/old', isPublic: true })
  github = await serve(service.handler)
})
afterEach(() => github.close())

const ask = (login: string, { repository = 'octo-org/octo-repo', token = TOKEN, api = github.url } = {}) =>
  createCollaborators({ env: { GITHUB_API_URL: api }, answerMs: 2_000 }).permissionOf(login, { repository, token })

test('tells permission, role and account', async () => {
  expect(await ask('octocat')).toEqual({ permission: 'admin', role: 'admin', id: 1, type: 'User' })
  expect(await ask('maintainer')).toEqual({ permission: 'write', role: 'maintain', id: 2, type: 'User' })
  expect(await ask('visitor')).toEqual({ permission: 'read', role: 'read', id: 3, type: 'User' })
  expect(await ask('app[bot]')).toEqual({ permission: 'write', role: 'write', id: 4, type: 'Bot' })
  expect(github.requests[0]?.headers).toMatchObject({
    accept: 'application/vnd.github+json',
    'x-github-api-version': '2022-11-28',
  })
})

test('tells that there is no such user, or no such repository for the token', async () => {
  expect(await ask('nobody')).toBeUndefined()
  expect(await ask('octocat', { repository: 'octo-org/private' })).toBeUndefined()
})

test('asks the API of an Enterprise Server', async () => {
  expect(await ask('octocat', { api: `${github.url}/api/v3/` })).toMatchObject({ permission: 'admin' })
  expect(github.requests[0]?.path).toBe('/api/v3/repos/octo-org/octo-repo/collaborators/octocat/permission')
})

test('follows a repository that was renamed, with the token', async () => {
  expect(await ask('octocat', { repository: 'octo-org/old' })).toMatchObject({ permission: 'admin' })
})

test('writes a login into the address so that it stays one', async () => {
  expect(await ask('../../other/repo')).toBeUndefined()
  expect(service.asked).toEqual(['../../other/repo'])
})

describe('rejects with what GitHub has said', () => {
  const fact = async (task: Promise<unknown>) =>
    task.then(
      () => 'resolved',
      (error: unknown) => ['service', 'name', 'status', 'message'].map((field) => fieldOf(error, field)),
    )

  test('of a token that it does not know', async () => {
    expect(await fact(ask('octocat', { token: 'wrong' }))).toEqual(['GitHub API', 'HTTP401', 401, 'Bad credentials'])
  })

  test('of a token that may not ask', async () => {
    service.inject({ status: 403, body: '{"message":"Resource not accessible by integration"}' })
    expect(await fact(ask('octocat'))).toEqual([
      ...['GitHub API', 'HTTP403', 403, 'Resource not accessible by integration'],
    ])
  })

  test('of an error, also where it is a page', async () => {
    service.inject({ status: 502, body: '<html>Bad gateway</html>' })
    expect(await fact(ask('octocat'))).toEqual(['GitHub API', 'HTTP502', 502, 'HTTP 502 without a reason'])
  })

  test('of an answer that names no permission', async () => {
    for (const body of ['{}', '[]', 'admin', '{"permission":""}', '{"permission":["admin"]}']) {
      service.inject({ status: 200, body })
      expect(await fact(ask('octocat'))).toMatchObject(['GitHub API', 'InvalidAnswer', 200, expect.any(String)])
    }
  })

  test('of a redirect to another origin, which the token does not go to', async () => {
    const other = await serve(() => ({ status: 200, body: '{"permission":"admin"}' }))
    service.inject({ status: 302, headers: { location: `${other.url}/x` } })
    expect(await fact(ask('eve'))).toMatchObject(['GitHub API', 'HTTP302', 302, expect.any(String)])
    expect(other.requests).toEqual([])
    await other.close()
  })

  test('of redirects without end', async () => {
    const round = { status: 302, headers: { location: '/repos/octo-org/octo-repo/collaborators/eve/permission' } }
    service.inject(round, round, round, round)
    expect(await fact(ask('eve'))).toMatchObject(['GitHub API', 'TooManyRedirects', undefined, expect.any(String)])
  })
})

test('a limit tells until when', async () => {
  service.inject(rateLimited({ retryAfter: 7 }), rateLimited({ resetIn: 600 }))
  await expect(ask('octocat')).rejects.toMatchObject({ name: 'RateLimited', status: 429, retryAfterMs: 7_000 })
  const error = await ask('octocat').catch((reason: unknown) => reason as { retryAfterMs: number })
  expect(error).toMatchObject({ name: 'RateLimited', status: 403 })
  expect((error as { retryAfterMs: number }).retryAfterMs / 1_000).toBeCloseTo(600, -1)
})

test('a server that is silent, or not there, is named', async () => {
  const silent = createServer((socket) => void socket.resume().on('error', () => undefined))
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
  const { port } = silent.address() as AddressInfo
  const asking = createCollaborators({ env: { GITHUB_API_URL: `http://127.0.0.1:${port}` }, answerMs: 200 })
  const access = { repository: 'o/r', token: TOKEN }
  await expect(asking.permissionOf('octocat', access)).rejects.toMatchObject({ name: 'TimeoutError' })
  await new Promise((resolve) => silent.close(resolve))
  await expect(ask('octocat', { api: `http://127.0.0.1:${port}` })).rejects.toMatchObject({ name: 'ECONNREFUSED' })
  await expect(ask('octocat', { api: 'nonsense' })).rejects.toMatchObject({ name: 'InvalidAddress' })
})

test('a certificate that nobody vouches for is not trusted with the token', async () => {
  const tls = await startTlsServer((_, outgoing) => outgoing.end('{"permission":"admin"}'))
  await expect(ask('eve', { api: tls.url })).rejects.toMatchObject({ name: 'DEPTH_ZERO_SELF_SIGNED_CERT' })
  tls.close()
})
