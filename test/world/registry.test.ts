import { describe, expect, test } from '@jest/globals'

import type { Serving } from '../emulators/http.ts'
import { fakeClaude, redirected, silent, type EmulatedPackage, type RegistryFault } from '../emulators/registry.ts'
import { directory, factOf, listen, PACKAGE, registry, start } from './registry-fixture.ts'

const target = () => ({ directory: directory(), executable: 'claude' })

describe('metadata', () => {
  test.each(['9.9.9', 'latest'])('of %s, in one request', async (version) => {
    const { address, paths } = await start()
    expect(await registry.version(address, PACKAGE, version)).toEqual({
      name: PACKAGE,
      version: '9.9.9',
      tarball: `${address.url}/${PACKAGE}/-/claude-code-linux-x64-9.9.9.tgz`,
      integrity: expect.stringMatching(/^sha512-/),
    })
    expect(paths()).toEqual([`/@anthropic-ai%2fclaude-code-linux-x64/${version}`])
  })

  test.each(['9.9.8', 'latest'])('of %s where a version has no address of its own', async (version) => {
    const { address } = await start({ withoutVersionAddress: true })
    const { version: found } = await registry.version(address, PACKAGE, version)
    expect(found).toBe(version === 'latest' ? '9.9.9' : version)
  })

  test('of all versions', async () => {
    const { address } = await start()
    expect(await registry.versions(address, PACKAGE)).toEqual(['9.9.8', '9.9.9'])
  })

  test.each(['1.2.3', 'beta'])('of %s, which is not there', async (version) => {
    const { address } = await start()
    const fact = { service: 'npm registry', name: 'HttpError', status: 404 }
    expect(await factOf(registry.version(address, PACKAGE, version))).toEqual(fact)
  })

  test.each<[string, Partial<EmulatedPackage>]>([
    ['no sha512', { integrity: 'sha1-abc=' }],
    ['no integrity', { integrity: null }],
  ])('with %s cannot be trusted', async (_, wrong) => {
    const { address } = await start({ packages: [{ ...(await fakeClaude('9.9.9')), ...wrong }] })
    expect(await factOf(registry.version(address, PACKAGE, '9.9.9'))).toMatchObject({ name: 'IntegrityMissing' })
  })

  const json = (body: unknown) => () => ({ status: 200, body: JSON.stringify(body) })
  test.each<[string, RegistryFault['change'], string]>([
    ['a version that is a path', json({ version: '../../x', dist: { tarball: 'http://x' } }), 'InvalidMetadata'],
    ['no tarball', json({ version: '9.9.9', dist: {} }), 'InvalidMetadata'],
    ['a page', () => ({ status: 200, body: '<html>' }), 'InvalidMetadata'],
    ['half an answer', (reply) => ({ ...reply, hangUp: true, headers: { 'content-length': '9999' } }), 'ECONNRESET'],
    ['silence', silent, 'IdleTimeout'],
  ])('instead of which comes %s', async (_, change, name) => {
    const { address } = await start({ faults: [{ on: 'metadata', change }] })
    expect(await factOf(registry.version(address, PACKAGE, '9.9.9'))).toMatchObject({ name })
  })

  test('that may not be read is refused in the words of the registry', async () => {
    const { address } = await start({ token: 'right' })
    await expect(registry.versions(address, PACKAGE)).rejects.toThrow(/401 Unauthorized: authentication required$/)
    const wrong = { ...address, authorization: 'Bearer wrong' }
    expect(await factOf(registry.versions(wrong, PACKAGE))).toMatchObject({ name: 'HttpError', status: 403 })
  })
})

describe('who sees the credentials', () => {
  test('the registry, and no other host a redirect leads to', async () => {
    const store = await start()
    const there = `${store.address.url}/${PACKAGE}/-/claude-code-linux-x64-9.9.9.tgz`
    const { address, server } = await start({
      token: 'right',
      faults: [{ on: 'tarball', change: redirected(there) }],
    })
    const known = { ...address, authorization: 'Bearer right' }
    await registry.unpack(known, await registry.version(known, PACKAGE, '9.9.9'), target())
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual(['Bearer right', 'Bearer right'])
    expect(store.server.requests.map(({ headers }) => headers.authorization)).toEqual([undefined])
  })

  test('no other host that the metadata names for the tarball', async () => {
    const { address, server } = await start()
    const release = await registry.version(address, PACKAGE, '9.9.9')
    await registry.unpack({ url: 'http://127.0.0.1:1', authorization: 'Bearer right' }, release, target())
    expect(server.requests.at(-1)?.headers.authorization).toBeUndefined()
  })

  test.each([
    ['in a circle', (url: string) => url, 'TooManyRedirects'],
    ['to no address', () => 'http://', 'HttpError'],
    ['to what is not the web', () => 'file:///etc/passwd', 'ERR_INVALID_URL'],
  ])('a redirect %s ends', async (_, to, name) => {
    const server = await listen(() => ({ status: 302, headers: { location: to(`${server.url}/x`) } }))
    expect(await factOf(registry.versions({ url: server.url }, PACKAGE))).toMatchObject({ name })
  })
})

describe('the way there', () => {
  test('nobody listens', async () => {
    const { url } = await listen().then(async (server) => (await server.close(), server))
    expect(await factOf(registry.versions({ url }, PACKAGE))).toMatchObject({ name: 'ECONNREFUSED' })
  })

  test('no such host', async () => {
    const fact = await factOf(registry.versions({ url: 'http://registry.invalid' }, PACKAGE))
    expect(fact).toMatchObject({ name: expect.stringMatching(/^(ENOTFOUND|EAI_AGAIN)$/) })
  })

  const through = (server: Serving, more = {}) => {
    const url = server.url.replace('//', '//user:hidden@')
    return { HTTP_PROXY: url, HTTPS_PROXY: url, ...more }
  }

  test('through a proxy', async () => {
    const proxy = await listen(() => ({ status: 200, body: '{"versions":{"1.2.3":{}}}' }))
    const address = { url: 'http://registry.invalid/npm', proxies: through(proxy) }
    expect(await registry.versions(address, PACKAGE)).toEqual(['1.2.3'])
    expect(proxy.requests[0]?.path).toBe('http://registry.invalid/npm/@anthropic-ai%2fclaude-code-linux-x64')
    expect(proxy.requests[0]?.headers['proxy-authorization']).toMatch(/^Basic /)
  })

  test('a mirror on this machine is reached without the proxy', async () => {
    const proxy = await listen()
    const { address } = await start()
    expect(await registry.versions({ ...address, proxies: through(proxy) }, PACKAGE)).toHaveLength(2)
    expect(proxy.requests).toEqual([])
  })

  test('a proxy that refuses is named, its password is not', async () => {
    const proxy = await listen(() => ({ status: 502, body: '' }))
    const failing = registry.versions({ url: 'http://registry.invalid', proxies: through(proxy) }, PACKAGE)
    await expect(failing).rejects.toThrow(`(through the proxy ${proxy.url}): 502`)
    await expect(failing).rejects.not.toThrow('hidden')
  })

  test('a host that NO_PROXY spares is not asked for through it', async () => {
    const proxy = await listen(() => ({ status: 502, body: '' }))
    const address = { url: 'http://registry.invalid', proxies: through(proxy, { NO_PROXY: '.invalid' }) }
    await expect(registry.versions(address, PACKAGE)).rejects.toThrow(/linux-x64: getaddrinfo/)
    expect(proxy.requests).toEqual([])
  })
})
