// What Node and the AWS SDK say when something in between answers, or nothing does: with real sockets, as the adapters read it.
import { createServer as createRawServer, type Server, type AddressInfo } from 'node:net'
import { createServer, type Server as HttpServer } from 'node:http'
import { afterEach, describe, expect, test } from '@jest/globals'

import { explainSignIn } from '../../src/aws/errors/sign-in-error.ts'
import { explainBedrock } from '../../src/bedrock/errors/bedrock-error.ts'
import { installFailure } from '../../src/claude/install-download.ts'
import { fixText, ServiceError, type Failure } from '../../src/errors.ts'
import { createSts } from '../../src/world/aws-clients.ts'
import { createUpstream } from '../../src/world/http.ts'
import { createIdTokens } from '../../src/world/github-api.ts'
import { OIDC, RUNNER } from '../unit/aws/fakes.ts'

const open: (Server | HttpServer)[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => new Promise((resolve) => server.close(resolve))))
})

async function listening(server: Server | HttpServer): Promise<string> {
  open.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** A proxy that answers every CONNECT, and every request for a page, with this status. */
function proxyWith(status: string): Promise<string> {
  const proxy = createServer((_, answer) => {
    answer.writeHead(Number(status.slice(0, 3)), { 'content-type': 'text/html', connection: 'close' })
    answer.end('<html><title>Blocked</title><body>by policy 7</body></html>')
  })
  proxy.on('connect', (_, socket) => socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\n\r\n`))
  return listening(proxy)
}

/** A server that says something that is not HTTP. */
const babbler = () =>
  listening(
    createRawServer((socket) => {
      socket.on('error', () => undefined)
      socket.once('data', () => socket.end('SSH-2.0-babbler\r\n'))
    }),
  )

const secrets = { add: () => undefined, all: () => [] }
const failed = (error: unknown): ServiceError => {
  if (error instanceof ServiceError) return error
  throw error
}

/** How each service is asked behind a proxy, or at an address, and how its error is explained. */
const SERVICES: Readonly<Record<string, (way: { proxy?: string; address?: string }) => Promise<Failure>>> = {
  async Bedrock({ proxy, address }) {
    const upstream = createUpstream(proxy === undefined ? {} : { HTTPS_PROXY: `http://${proxy}` })
    const origin = address ?? 'https://bedrock-runtime.us-east-1.amazonaws.com'
    const request = {
      operation: 'InvokeModel',
      method: 'POST',
      origin,
      target: '/',
      headers: {},
      body: new Uint8Array(),
    }
    const error = await upstream.send(request, new AbortController().signal).then(
      () => new Error('an answer'),
      (thrown: unknown) => thrown,
    )
    upstream.close()
    return explainBedrock(failed(error), {
      ...{ region: 'us-east-1', model: undefined, account: undefined, maxOutputTokens: 4096 },
    })
  },
  async STS({ proxy, address }) {
    const before = process.env.AWS_ENDPOINT_URL_STS
    if (address !== undefined) process.env.AWS_ENDPOINT_URL_STS = address
    const sts = createSts({ secrets, env: proxy === undefined ? {} : { HTTPS_PROXY: `http://${proxy}` } })
    const error: unknown = await sts
      .callerIdentity('us-east-1', { accessKeyId: 'A', secretAccessKey: 'b' })
      .catch((thrown: unknown) => thrown)
    if (before === undefined) delete process.env.AWS_ENDPOINT_URL_STS
    else process.env.AWS_ENDPOINT_URL_STS = before
    return explainSignIn(failed(error), { settings: OIDC, runner: RUNNER })
  },
  async GitHub({ proxy, address }) {
    const url = `${address ?? 'https://tokens.actions.githubusercontent.com'}/t?x=1`
    const env = { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: 't' }
    const tokens = createIdTokens({ secrets, env: { ...env, ...(proxy && { HTTPS_PROXY: `http://${proxy}` }) } })
    const error: unknown = await tokens.request('a').catch((thrown: unknown) => thrown)
    return explainSignIn(failed(error), { settings: OIDC, runner: RUNNER })
  },
}

describe.each(Object.entries(SERVICES))('%s', (_, ask) => {
  test('behind a proxy that refuses', async () => {
    const failure = await ask({ proxy: await proxyWith('403 Forbidden') })
    expect(failure).toMatchObject({ code: 'network-unreachable', retryable: false })
    expect(failure.message).toMatch(/proxy or gateway on the way.*403 Forbidden/s)
  })

  test('behind a proxy that wants a password', async () => {
    const failure = await ask({ proxy: await proxyWith('407 Proxy Authentication Required') })
    expect(failure).toMatchObject({ code: 'network-unreachable', retryable: false })
    expect(fixText(failure.fix)).toContain('PROXY_PASSWORD')
  })

  test('behind a proxy that cannot connect now', async () => {
    expect(await ask({ proxy: await proxyWith('503 Service Unavailable') })).toMatchObject({
      code: 'network-unreachable',
      retryable: true,
    })
  })

  test('at an address that speaks no HTTP', async () => {
    const failure = await ask({ address: `http://${await babbler()}` })
    expect(failure).toMatchObject({ code: 'network-unreachable', retryable: false })
    expect(failure.message).toMatch(/does not speak HTTP or TLS/)
  })

  test('at an address that speaks no TLS', async () => {
    const failure = await ask({ address: `https://${await babbler()}` })
    expect(failure).toMatchObject({ code: 'network-unreachable', retryable: false })
    expect(failure.message).toMatch(/does not speak HTTP or TLS/)
  })

  test('at an address where nobody listens', async () => {
    expect(await ask({ address: 'http://127.0.0.1:1' })).toMatchObject({ code: 'network-unreachable', retryable: true })
  })
})

test.each(['STS', 'GitHub'])('%s, when a page of a proxy is the answer', async (service) => {
  const failure = await SERVICES[service]!({ address: `http://${await proxyWith('403 Forbidden')}` })
  expect(failure).toMatchObject({ code: 'network-unreachable', retryable: false })
  expect(failure.message).toMatch(/a proxy or gateway on the way/)
})

test.each(['STS', 'GitHub'])('%s, when a captive page is the answer', async (service) => {
  const failure = await SERVICES[service]!({ address: `http://${await proxyWith('200 OK')}` })
  expect(failure).toMatchObject({ code: 'network-unreachable', retryable: false })
})

test('the registry, behind a proxy that refuses, has the same words', () => {
  const message = 'GET https://registry.example.test/x: Failed to establish tunnel: HTTP/1.1 403 Forbidden'
  const fact = { service: 'npm registry', operation: 'GET tarball', name: 'ERR_PROXY_TUNNEL', message }
  const error = new ServiceError({ ...fact, host: 'registry.example.test' })
  expect(installFailure(error, { name: 'x', version: '1.2.3', published: [] })).toMatchObject({
    code: 'network-unreachable',
    message: expect.stringContaining('not from registry.example.test'),
  })
})
