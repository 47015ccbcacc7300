// Servers whose certificates only an authority of the machine vouches for: as companies that inspect TLS add it to the system's.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'

import { startAws, type Aws } from '../emulators/aws.ts'
import { runClient } from '../emulators/client.ts'
import { startGithub, type Github } from '../emulators/github.ts'
import { serve, type Serving } from '../emulators/http.ts'
import { emulateRegistry, fakeClaude } from '../emulators/registry.ts'
import { startTlsServer, type TlsServer } from '../support/tls-server.ts'

const PACKAGE = '@anthropic-ai/claude-code-linux-x64'
const KEYS = { accessKeyId: 'AKIANOBODY', secretAccessKey: 'nothing' }

let home: string
let aws: Aws
let github: Github
let registry: Serving
let server: TlsServer
/** Where the server passes its requests on to. */
let target: string
let connections = 0

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'certificates-'))
  mkdirSync(join(home, 'none'))
  mkdirSync(join(home, 'folder'))
  writeFileSync(join(home, 'folder', 'transcript.jsonl'), '{}\n')
  aws = await startAws()
  github = await startGithub()
  registry = await serve(emulateRegistry({ packages: [await fakeClaude('9.9.9')] }))
  server = await startTlsServer((incoming, outgoing) => passOn(incoming, outgoing))
  server.server.on('connection', () => (connections += 1))
})
beforeEach(() => {
  connections = 0
})
afterAll(async () => {
  server.close()
  await Promise.all([aws.close(), github.close(), registry.close()])
  rmSync(home, { recursive: true })
})

function passOn(incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { method, url = '', headers } = incoming
  const onward = request(new URL(url, target), { method, headers }, (answer) => {
    void text(answer).then((body) => {
      const kept = { ...answer.headers }
      delete kept['content-length']
      outgoing.writeHead(answer.statusCode ?? 0, kept)
      // The emulators name addresses of their own by the host they were asked at, with plain http.
      outgoing.end(body.replaceAll(`http://${headers.host ?? ''}`, server.url))
    })
  })
  incoming.pipe(onward)
}

/** No system file is touched: Node looks for the system's certificates where these variables say. */
const system = (file: string) => ({ SSL_CERT_FILE: file, SSL_CERT_DIR: join(home, 'none') })
const trusted = () => system(server.authority)
const unknown = () => system(join(home, 'none', 'nothing'))

const adapter = (name: string) => JSON.stringify(new URL(`../../src/world/${name}.ts`, import.meta.url).href)
const SECRETS = '{ add() {}, all: () => [] }'

/** What one adapter does over TLS: the emulator behind, the body of the program, its variables, and what it comes to. */
interface Connection {
  readonly of: string
  readonly to: () => string
  readonly body: string
  readonly env?: () => Record<string, string>
  readonly result: unknown
}

const CONNECTIONS: readonly Connection[] = [
  {
    of: 'Bedrock',
    to: () => aws.url,
    body: `
      const { createUpstream } = await import(${adapter('http')})
      const upstream = createUpstream(process.env)
      const call = { operation: 'Say', method: 'POST', target: '/x', headers: {}, body: Buffer.from('hello') }
      const { status } = await upstream.send({ ...call, origin: process.env.HERE }, new AbortController().signal)
      upstream.close()
      return status`,
    result: 404,
  },
  {
    of: 'GitHub OIDC',
    to: () => github.url,
    env: () => ({
      ...github.env,
      ACTIONS_ID_TOKEN_REQUEST_URL: github.env.ACTIONS_ID_TOKEN_REQUEST_URL!.replace(github.url, server.url),
    }),
    body: `
      const { createIdTokens } = await import(${adapter('github-api')})
      return (await createIdTokens({ secrets: ${SECRETS}, env: process.env }).request('a')).split('.').length`,
    result: 3,
  },
  {
    of: 'AWS STS',
    to: () => aws.url,
    env: () => ({ AWS_ENDPOINT_URL_STS: server.url }),
    body: `
      const { createSts } = await import(${adapter('aws-clients')})
      const sts = createSts({ secrets: ${SECRETS}, env: process.env })
      return sts.callerIdentity('us-east-1', ${JSON.stringify(KEYS)}).catch((error) => {
        if (error.status === undefined) throw error
        return error.name
      })`,
    result: 'InvalidClientTokenId',
  },
  {
    of: 'the npm registry',
    to: () => registry.url,
    body: `
      const { createPackageRegistry } = await import(${adapter('registry')})
      const processes = { capture: async () => ({ code: undefined, stdout: '', stderr: '' }) }
      const registry = createPackageRegistry({ env: process.env, processes, secrets: ${SECRETS} })
      return registry.versions({ url: process.env.HERE }, ${JSON.stringify(PACKAGE)})`,
    result: ['9.9.9'],
  },
]

const runs = (connection: Connection, env: Record<string, string>) => {
  target = connection.to()
  return runClient(connection.body, { HERE: server.url, no_proxy: '127.0.0.1', ...connection.env?.(), ...env })
}

describe.each(CONNECTIONS)('a connection to $of', ({ result, ...connection }) => {
  test('has the certificates of the system when those of Node do not suffice', async () => {
    expect((await runs({ ...connection, result }, trusted())).result).toEqual(result)
    expect(connections).toBe(2)
  })

  test('fails with the code of Node where the system does not know the issuer either', async () => {
    await expect(runs({ ...connection, result }, unknown())).rejects.toThrow('DEPTH_ZERO_SELF_SIGNED_CERT')
    expect(connections).toBe(2)
  })

  test('needs no second one with NODE_EXTRA_CA_CERTS', async () => {
    const env = { ...unknown(), NODE_EXTRA_CA_CERTS: server.authority }
    expect((await runs({ ...connection, result }, env)).result).toEqual(result)
    expect(connections).toBe(1)
  })

  test('has them from the start with NODE_USE_SYSTEM_CA=1, in a Node that does not know the variable either', async () => {
    const body = `
      const { createWorld } = await import(${adapter('index')})
      createWorld({ ...process.env, NODE_USE_SYSTEM_CA: '1' })
      ${connection.body}`
    expect((await runs({ ...connection, body, result }, trusted())).result).toEqual(result)
    expect(connections).toBe(1)
  })
})

test('calls that fail together are each repeated, and later ones connect at once', async () => {
  target = aws.url
  const body = `
    const { createUpstream } = await import(${adapter('http')})
    const upstream = createUpstream(process.env)
    const call = { operation: 'Say', method: 'POST', target: '/x', headers: {}, body: Buffer.from('hello') }
    const send = async () => {
      const { status, body } = await upstream.send({ ...call, origin: process.env.HERE }, new AbortController().signal)
      for await (const _ of body);
      return status
    }
    const results = [...(await Promise.all([send(), send()])), await send()]
    upstream.close()
    return results`
  expect((await runClient(body, { HERE: server.url, ...trusted() })).result).toEqual([404, 404, 404])
  // Two that failed, two that did not, and one of these again.
  expect(connections).toBe(4)
})

describe('a client of GitHub does not repeat a failed handshake for half a minute:', () => {
  const env = () => ({
    ...{ ...github.env, GITHUB_REPOSITORY: 'o/r', GITHUB_RUN_ID: '1', no_proxy: '127.0.0.1' },
    ...{ ACTIONS_RESULTS_URL: `${server.url}/`, GITHUB_WORKSPACE: home, RUNNER_TEMP: home },
  })

  test('an artifact is stored at the first try', async () => {
    target = github.url
    const body = `
      const { createArtifacts } = await import(${adapter('artifacts')})
      return createArtifacts(process.env).upload({ name: 'a', directory: ${JSON.stringify(join(home, 'folder'))}, entries: ['transcript.jsonl'] })`
    const { result, output } = await runClient(body, { ...env(), ...trusted() })
    expect(result).toMatchObject({ id: expect.any(Number) })
    expect(output).not.toContain('Attempt 1 of 5 failed')
  })

  test('the Actions cache is asked once', async () => {
    target = github.url
    const body = `
      const { createActionsCache } = await import(${adapter('actions-cache')})
      const { createProcesses } = await import(${adapter('processes')})
      const cache = createActionsCache({ env: process.env, processes: createProcesses(process.env) })
      return (await cache.find(['key'], 'file')) ?? 'none'`
    const { result, output } = await runClient(body, { ...env(), ...trusted() })
    expect(result).toBe('none')
    expect(output).not.toMatch(/self-signed|failed/i)
  })
})
