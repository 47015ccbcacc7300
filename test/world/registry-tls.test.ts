// A registry with a certificate that only its own authority vouches for, as companies have them.
import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { ServiceError } from '../../src/failure.ts'
import { createProcesses } from '../../src/world/processes.ts'
import { createPackageRegistry } from '../../src/world/registry.ts'
import { emulateRegistry, fakeClaude } from '../emulators/registry.ts'

const PACKAGE = '@anthropic-ai/claude-code-linux-x64'
const child = fileURLToPath(new URL('registry-install-child.ts', import.meta.url))
const run = promisify(execFile)

let home: string
let server: Server
let url: string

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'registry-tls-'))
  const self = ['-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=registry']
  const files = ['-keyout', join(home, 'key.pem'), '-out', join(home, 'ca.pem')]
  execFileSync('openssl', ['req', ...self, '-addext', 'subjectAltName=IP:127.0.0.1', ...files], { stdio: 'ignore' })
  const answer = emulateRegistry({ packages: [await fakeClaude('9.9.9', Buffer.alloc(3 << 20, 'x'))] })
  const pem = { key: readFileSync(join(home, 'key.pem')), cert: readFileSync(join(home, 'ca.pem')) }
  server = createServer(pem, (incoming, outgoing) => {
    const { method = '', url: path = '', headers } = incoming
    const request = { method, path, query: new URLSearchParams(), rawQuery: '', headers, body: Buffer.alloc(0) }
    void Promise.resolve(answer(request)).then((reply) => {
      outgoing.writeHead(reply?.status ?? 404, reply?.headers)
      // The manifest's own addresses are plain http in the emulator.
      const { body } = reply ?? {}
      outgoing.end(typeof body === 'string' ? body.replaceAll('http://', 'https://') : body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => {
  server.close()
  server.closeAllConnections()
  rmSync(home, { recursive: true })
})

/** The versions of the registry that these lines of an `.npmrc` describe, or how the connection failed. */
async function versions(npmrc: string): Promise<unknown> {
  writeFileSync(join(home, '.npmrc'), npmrc)
  const env = { HOME: home, PATH: '/nowhere' }
  const registry = createPackageRegistry({ env, processes: createProcesses(env), secrets: { add: () => undefined } })
  const address = await registry.address(PACKAGE, url)
  try {
    return address && (await registry.versions(address, PACKAGE))
  } catch (error) {
    return error instanceof ServiceError ? error.name : error
  }
}

describe('a certificate of an authority of its own', () => {
  test.each<[string, () => string, unknown]>([
    ['is not trusted', () => '', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['is trusted with cafile', () => `cafile=${join(home, 'ca.pem')}`, ['9.9.9']],
    [
      'is trusted with ca',
      () => `ca="${readFileSync(join(home, 'ca.pem'), 'utf8').trim().replaceAll('\n', '\\n')}"`,
      ['9.9.9'],
    ],
    ['does not matter with strict-ssl=false', () => 'strict-ssl=false', ['9.9.9']],
    ['matters with strict-ssl=true', () => 'strict-ssl=true', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
  ])('%s', async (_, npmrc, seen) => {
    expect(await versions(npmrc())).toEqual(seen)
  })

  test('is trusted with NODE_EXTRA_CA_CERTS, and the tarball comes through', async () => {
    // Not the whole environment: npx puts npm's own settings into it, and a cafile would come before.
    const env = { PATH: process.env.PATH, NODE_EXTRA_CA_CERTS: join(home, 'ca.pem') }
    const { stdout } = await run(process.execPath, ['--no-warnings', child, home, url, '9.9.9'], { env })
    expect(JSON.parse(stdout.trim().split('\n').at(-1) ?? '')).toMatchObject({ version: '9.9.9', cacheHit: 'none' })
  })
})
