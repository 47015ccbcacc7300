import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'

import { createIdTokens } from '../../src/world/github-api.ts'
import { connectionLost } from '../emulators/faults.ts'
import { startGithub, type Github } from '../emulators/github.ts'

let github: Github
beforeEach(async () => {
  github = await startGithub()
})
let closing = (): void => undefined
afterEach(async () => {
  closing()
  await github.close()
})

function idTokens(env: Record<string, string | undefined> = github.env) {
  const masked: string[] = []
  const secrets = { add: (value: string) => void masked.push(value), all: () => masked }
  return { masked, request: (audience: string) => createIdTokens({ secrets, env }).request(audience) }
}

test('gets a token for the audience, and masks it', async () => {
  const { request, masked } = idTokens()
  const token = await request('sts.amazonaws.com.cn')
  expect(await github.oidc.verify(token)).toMatchObject({ aud: 'sts.amazonaws.com.cn' })
  expect(masked).toEqual([token])
})

test('gets a fresh one each time', async () => {
  const { request } = idTokens()
  expect(await request('a')).not.toBe(await request('a'))
})

test.each(['ACTIONS_ID_TOKEN_REQUEST_URL', 'ACTIONS_ID_TOKEN_REQUEST_TOKEN'])(
  'is not offered one without %s, and asks nobody',
  async (name) => {
    const { request } = idTokens({ ...github.env, [name]: '' })
    await expect(request('a')).rejects.toMatchObject({ service: 'GitHub OIDC', name: 'NotOffered', status: undefined })
    expect(github.requests).toEqual([])
  },
)

test.each([
  {
    what: 'a refusal',
    reply: { status: 401, body: '{"message":"The job has ended"}' },
    fact: { name: 'HTTP401', status: 401, message: 'The job has ended' },
  },
  {
    what: 'an outage',
    reply: { status: 503 },
    fact: { name: 'HTTP503', status: 503, message: 'Failed request: (503)' },
  },
  {
    what: 'nothing there',
    reply: { status: 404 },
    fact: { name: 'NoToken', status: 404, message: 'HTTP 404 without a token' },
  },
  {
    what: "a proxy's page",
    reply: { status: 200, body: '<html></html>' },
    fact: { name: 'ProxyAnswer', status: 200, message: 'HTTP 200 without a token' },
  },
  {
    what: 'no answer',
    reply: connectionLost,
    fact: { name: 'ECONNRESET', status: undefined, message: 'socket hang up' },
  },
])('says what $what was, after one try', async ({ reply, fact }) => {
  github.oidc.faults.next('token', reply)
  await expect(idTokens().request('a')).rejects.toMatchObject({
    service: 'GitHub OIDC',
    operation: 'GetIdToken',
    ...fact,
  })
  expect(github.requests).toHaveLength(1)
})

test('names the host when nobody listens', async () => {
  await github.close()
  await expect(idTokens().request('a')).rejects.toMatchObject({ name: 'ECONNREFUSED', host: '127.0.0.1' })
})

describe('a proxy', () => {
  test('of the environment is used', async () => {
    const address = 'http://tokens.example.invalid/t?api-version=2.0'
    const { request } = idTokens({
      ...{ ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request-token', ACTIONS_ID_TOKEN_REQUEST_URL: address },
      HTTP_PROXY: github.url,
    })
    await expect(request('a')).rejects.toMatchObject({ name: 'NoToken', status: 404 })
    expect(github.requests.map(({ path }) => path)).toEqual(['http://tokens.example.invalid/t'])
  })

  test('is passed by for the hosts of NO_PROXY', async () => {
    const { request } = idTokens({ ...github.env, HTTP_PROXY: 'http://127.0.0.1:9', NO_PROXY: '127.0.0.1' })
    expect(await github.oidc.verify(await request('a'))).toMatchObject({ aud: 'a' })
  })
})

test.each([
  ['before its answer', () => undefined],
  ['in the middle of it', (response: ServerResponse) => response.write('{"value":')],
])('a service that falls silent %s is given up in time', async (_when, answer) => {
  const silent = createServer((_request, response) => void answer(response)).listen(0, '127.0.0.1')
  closing = () => silent.close().closeAllConnections()
  await once(silent, 'listening')
  const { port } = silent.address() as AddressInfo
  const env = {
    ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${port}/t?x=1`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request-token',
  }
  const secrets = { add: () => undefined, all: () => [] }
  await expect(createIdTokens({ secrets, env, answerMs: 100 }).request('a')).rejects.toMatchObject({
    ...{ name: 'TimeoutError', message: 'no answer within 0.1 s', host: '127.0.0.1' },
  })
})
