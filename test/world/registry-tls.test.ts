// A registry with a certificate that only its own authority vouches for, as companies have them.
import { execFile, execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rootCertificates } from 'node:tls'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { ServiceError } from '../../src/errors.ts'
import { createProcesses } from '../../src/world/processes.ts'
import { createPackageRegistry } from '../../src/world/registry.ts'
import { runClient } from '../emulators/client.ts'
import { emulateRegistry, fakeClaude } from '../emulators/registry.ts'
import { startTlsServer, type TlsServer } from '../support/tls-server.ts'

const PACKAGE = '@anthropic-ai/claude-code-linux-x64'
const child = fileURLToPath(new URL('registry-install-child.ts', import.meta.url))
const ADAPTER = new URL('../../src/world/registry.ts', import.meta.url).href
const [ANOTHER = ''] = rootCertificates
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

  test('is trusted with NODE_EXTRA_CA_CERTS although npm names other certificates', async () => {
    writeFileSync(join(home, '.npmrc'), `ca="${ANOTHER.trim().replaceAll('\n', '\\n')}"`)
    const env = { HOME: home, PATH: '/nowhere', NODE_EXTRA_CA_CERTS: server.authority }
    const body = `
      const { createPackageRegistry } = await import(${JSON.stringify(ADAPTER)})
      const processes = { capture: async () => ({ code: undefined, stdout: '', stderr: '' }) }
      const registry = createPackageRegistry({ env: process.env, processes, secrets: { add() {} } })
      const address = await registry.address(${JSON.stringify(PACKAGE)}, ${JSON.stringify(server.url)})
      return [address.ca.length, await registry.versions(address, ${JSON.stringify(PACKAGE)})]`
    expect((await runClient(body, env)).result).toEqual([1, ['9.9.9']])
  })

  test('is trusted with NODE_EXTRA_CA_CERTS, and the tarball comes through', async () => {
    const env = { PATH: process.env.PATH, NODE_EXTRA_CA_CERTS: server.authority }
    const { stdout } = await run(process.execPath, ['--no-warnings', child, home, server.url, '9.9.9'], { env })
    expect(JSON.parse(stdout.trim().split('\n').at(-1) ?? '')).toMatchObject({ version: '9.9.9', cacheHit: 'none' })
  })
})

test('an authority of the system that the server does not send along is found', async () => {
  const at = (name: string) => join(home, name)
  mkdirSync(at('none'))
  const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: 'ignore' })
  openssl(
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-days',
    '2',
    '-subj',
    '/CN=authority',
    ...['-keyout', at('ca.key'), '-out', at('ca.pem')],
  )
  openssl(
    'req',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-subj',
    '/CN=server',
    '-keyout',
    at('server.key'),
    '-out',
    at('server.csr'),
  )
  writeFileSync(at('names'), 'subjectAltName=IP:127.0.0.1')
  const by = ['-CA', at('ca.pem'), '-CAkey', at('ca.key'), '-CAcreateserial', '-days', '2', '-extfile', at('names')]
  openssl('x509', '-req', '-in', at('server.csr'), '-out', at('server.pem'), ...by)
  const signed = createServer({ key: readFileSync(at('server.key')), cert: readFileSync(at('server.pem')) })
  signed.on('request', (_, outgoing) => outgoing.writeHead(200).end('{"versions":{"1.2.3":{}}}'))
  await new Promise<void>((resolve) => signed.listen(0, '127.0.0.1', resolve))
  try {
    const url = `https://127.0.0.1:${(signed.address() as AddressInfo).port}`
    const body = `
      const { createPackageRegistry } = await import(${JSON.stringify(ADAPTER)})
      const processes = { capture: async () => ({ code: undefined, stdout: '', stderr: '' }) }
      const registry = createPackageRegistry({ env: {}, processes, secrets: { add() {} } })
      return registry.versions({ url: ${JSON.stringify(url)} }, ${JSON.stringify(PACKAGE)})`
    const system = (file: string) => ({ SSL_CERT_FILE: file, SSL_CERT_DIR: at('none') })
    expect((await runClient(body, system(at('ca.pem')))).result).toEqual(['1.2.3'])
    await expect(runClient(body, system(at('nothing')))).rejects.toThrow('UNABLE_TO_VERIFY_LEAF_SIGNATURE')
  } finally {
    signed.closeAllConnections()
    signed.close()
  }
})
