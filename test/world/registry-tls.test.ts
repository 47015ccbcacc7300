// A registry with a certificate that only its own authority vouches for, as companies have them.
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { ServiceError } from '../../src/errors.ts'
import { createProcesses } from '../../src/world/processes.ts'
import { createPackageRegistry } from '../../src/world/registry.ts'
import { emulateRegistry, fakeClaude } from '../emulators/registry.ts'
import { startTlsServer, type TlsServer } from '../support/tls-server.ts'

const PACKAGE = '@anthropic-ai/claude-code-linux-x64'
const child = fileURLToPath(new URL('registry-install-child.ts', import.meta.url))
const run = promisify(execFile)

let home: string
let server: TlsServer

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'registry-tls-'))
  const answer = emulateRegistry({ packages: [await fakeClaude('9.9.9', Buffer.alloc(3 << 20, 'x'))] })
  server = await startTlsServer((incoming, outgoing) => {
    const { method = '', url: path = '', headers } = incoming
    const request = { method, path, query: new URLSearchParams(), rawQuery: '', headers, body: Buffer.alloc(0) }
    void Promise.resolve(answer(request)).then((reply) => {
      outgoing.writeHead(reply?.status ?? 404, reply?.headers)
      // The manifest's own addresses are plain http in the emulator.
      const { body } = reply ?? {}
      outgoing.end(typeof body === 'string' ? body.replaceAll('http://', 'https://') : body)
    })
  })
})

afterAll(() => {
  server.close()
  rmSync(home, { recursive: true })
})

/** The versions of the registry that these lines of an `.npmrc` describe, or how the connection failed. */
async function versions(npmrc: string): Promise<unknown> {
  writeFileSync(join(home, '.npmrc'), npmrc)
  const env = { HOME: home, PATH: '/nowhere' }
  const registry = createPackageRegistry({ env, processes: createProcesses(env), secrets: { add: () => undefined } })
  const address = await registry.address(PACKAGE, server.url)
  try {
    return address && (await registry.versions(address, PACKAGE))
  } catch (error) {
    return error instanceof ServiceError ? error.name : error
  }
}

describe('a certificate of an authority of its own', () => {
  test.each<[string, () => string, unknown]>([
    ['is not trusted', () => '', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['is trusted with cafile', () => `cafile=${server.authority}`, ['9.9.9']],
    [
      'is trusted with ca',
      () => `ca="${readFileSync(server.authority, 'utf8').trim().replaceAll('\n', '\\n')}"`,
      ['9.9.9'],
    ],
    ['does not matter with strict-ssl=false', () => 'strict-ssl=false', ['9.9.9']],
    ['matters with strict-ssl=true', () => 'strict-ssl=true', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
  ])('%s', async (_, npmrc, seen) => {
    expect(await versions(npmrc())).toEqual(seen)
  })

  test('is trusted with NODE_EXTRA_CA_CERTS, and the tarball comes through', async () => {
    // Not the whole environment: npx puts npm's own settings into it, and a cafile would come before.
    const env = { PATH: process.env.PATH, NODE_EXTRA_CA_CERTS: server.authority }
    const { stdout } = await run(process.execPath, ['--no-warnings', child, home, server.url, '9.9.9'], { env })
    expect(JSON.parse(stdout.trim().split('\n').at(-1) ?? '')).toMatchObject({ version: '9.9.9', cacheHit: 'none' })
  })
})
