import { afterEach, beforeEach, expect, test } from '@jest/globals'

import { createIdTokens } from '../../src/world/id-tokens.ts'
import { connectionLost } from '../emulators/faults.ts'
import { startGithub, type Github } from '../emulators/github.ts'

let github: Github
beforeEach(async () => {
  github = await startGithub()
})
afterEach(() => github.close())

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
    fact: { name: 'NoToken', status: 200, message: 'HTTP 200 without a token' },
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
