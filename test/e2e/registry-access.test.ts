// The demo's job on a machine whose way to the package registry is not the plain one: an authority of the company's own, given
// in each of the usual ways, and a proxy that asks for a password.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'

import { startConnectProxy } from '../emulators/connect-proxy.ts'
import { listenerOf, type EmulatedRequest } from '../emulators/http.ts'
import { emulateRegistry, tarballOf } from '../emulators/registry.ts'
import { runDemo } from '../support/demo.ts'
import { fakeClaude } from '../support/fake-claude.ts'
import { startTlsServer, type TlsServer } from '../support/tls-server.ts'

const NAME = `@anthropic-ai/claude-code-${process.platform}-${process.arch}`
const VERSION = '9.9.9'
const HOST = 'registry.example.com'

let registry: TlsServer
let requests: EmulatedRequest[]
let folder: string

beforeAll(async () => {
  const tarball = await tarballOf({
    'package/claude': fakeClaude(VERSION, 'From the registry.'),
    'package/package.json': '{}',
  })
  const packages = [{ name: NAME, version: VERSION, tarball, tags: ['latest'] }]
  registry = await startTlsServer(listenerOf([emulateRegistry({ packages, secure: true })], (requests = [])), [HOST])
})
afterAll(() => registry.close())
beforeEach(() => {
  requests.length = 0
  folder = mkdtempSync(join(tmpdir(), 'registry-access-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** What the job's outputs are on a machine that has this in its environment, besides its programs and an empty home. */
async function outputsOn(machine: Readonly<Record<string, string>>, npmrc = `registry=${registry.url}\n`) {
  const home = join(folder, 'user')
  mkdirSync(home)
  writeFileSync(join(home, '.npmrc'), npmrc)
  await using demo = await runDemo({
    ...{ directory: join(folder, 'job'), toolCache: join(folder, 'tool-cache') },
    machine: { PATH: process.env.PATH, HOME: home, ...machine },
    // What the stand-in answers is none of the model's, which the gateway would see.
    inputs: { 'claude-code-version': VERSION, 'upload-transcript': 'never', credentials: 'environment' },
  })
  return demo.result.outputs
}

const installed = { conclusion: 'success', result: 'From the registry.', 'cache-hit': 'none' }

test('an authority that nobody vouches for is not trusted', async () => {
  expect(await outputsOn({})).toMatchObject({
    conclusion: 'failure',
    'failure-message': expect.stringContaining('self-signed certificate'),
  })
  expect(requests).toEqual([])
})

test('NODE_EXTRA_CA_CERTS', async () => {
  expect(await outputsOn({ NODE_EXTRA_CA_CERTS: registry.authority })).toMatchObject(installed)
})

test("cafile of npm's global configuration", async () => {
  const prefix = join(folder, 'prefix')
  mkdirSync(join(prefix, 'etc'), { recursive: true })
  writeFileSync(join(prefix, 'etc', 'npmrc'), `cafile=${registry.authority}\n`)
  expect(await outputsOn({ npm_config_prefix: prefix })).toMatchObject(installed)
})

test('a proxy that asks for a password', async () => {
  const targets = { [`${HOST}:443`]: Number(new URL(registry.url).port) }
  const proxy = await startConnectProxy({ user: 'octo', password: 'p@ss:word', targets })
  const machine = { HTTPS_PROXY: proxy.url, NO_PROXY: 'internal.example.com', SSL_CERT_FILE: registry.authority }
  try {
    const npmrc = `registry=https://${HOST}/\ncafile=${registry.authority}\n`
    expect(await outputsOn(machine, npmrc)).toMatchObject(installed)
    expect(new Set(proxy.asked)).toEqual(new Set([`${HOST}:443 200`]))
  } finally {
    await proxy.close()
  }
})
