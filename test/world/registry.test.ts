import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AddressInfo } from 'node:net'

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'

import type { PackageVersion, RegistryAddress } from '../../src/ports/install.ts'
import { createPackageRegistry } from '../../src/world/registry.ts'
import { serve, type Handler, type Serving } from '../emulators/http.ts'
import * as emulator from '../emulators/registry.ts'

const name = '@anthropic-ai/claude-code-linux-x64'
const noNpm = { capture: () => Promise.resolve({ code: undefined, stdout: '', stderr: '' }) }

let directory: string
let open: Serving[]

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'registry-'))
  open = []
})

afterEach(async () => {
  await Promise.all(open.map((serving) => serving.close()))
  await rm(directory, { recursive: true })
})

const registry = createPackageRegistry({
  env: {},
  processes: noNpm,
  secrets: { add: () => undefined },
  timeouts: { connectMs: 10_000, idleMs: 400 },
})

async function listen(...handlers: Handler[]): Promise<Serving> {
  const serving = await serve(...handlers)
  open.push(serving)
  return serving
}

async function start(options: Partial<emulator.EmulatedRegistryOptions> = {}) {
  const packages = options.packages ?? [await emulator.fakeClaude('9.9.8'), await emulator.fakeClaude('9.9.9')]
  const serving = await listen(emulator.emulateRegistry({ ...options, packages }))
  return { serving, address: { url: serving.url }, paths: () => serving.requests.map(({ path }) => path) }
}

const unpack = (address: RegistryAddress, release: PackageVersion) =>
  registry.unpack(address, release, { directory, executable: 'claude' })

/** What rejects, as the facts that rooms decide by. */
const factOf = async (work: Promise<unknown>) =>
  work.then(
    () => 'resolved',
    ({ service, name, status }: Record<string, unknown>) => ({ service, name, status }),
  )

describe('metadata', () => {
  test.each(['9.9.9', 'latest'])('of %s, in one request', async (version) => {
    const { address, paths } = await start()
    const found = await registry.version(address, name, version)
    expect(found).toEqual({
      name,
      version: '9.9.9',
      tarball: `${address.url}/${name}/-/claude-code-linux-x64-9.9.9.tgz`,
      integrity: expect.stringMatching(/^sha512-/),
    })
    expect(paths()).toEqual([`/@anthropic-ai%2fclaude-code-linux-x64/${version}`])
  })

  test.each(['9.9.8', 'latest'])('of %s where a version has no address of its own', async (version) => {
    const { address } = await start({ withoutVersionAddress: true })
    const { version: found } = await registry.version(address, name, version)
    expect(found).toBe(version === 'latest' ? '9.9.9' : version)
  })

  test('of all versions', async () => {
    const { address } = await start()
    expect(await registry.versions(address, name)).toEqual(['9.9.8', '9.9.9'])
  })

  const fake = () => emulator.fakeClaude('9.9.9')
  const json = (body: unknown) => () => ({ status: 200, body: JSON.stringify(body) })
  const told = (change: emulator.RegistryFault['change']) => ({ faults: [{ on: 'metadata' as const, change }] })
  test.each([
    ['no such version', async () => ({}), '1.2.3', { name: 'HttpError', status: 404 }],
    [
      'no sha512',
      async () => ({ packages: [{ ...(await fake()), integrity: 'sha1-abc=' }] }),
      '9.9.9',
      { name: 'IntegrityMissing' },
    ],
    [
      'no integrity',
      async () => ({ packages: [{ ...(await fake()), integrity: null }] }),
      '9.9.9',
      { name: 'IntegrityMissing' },
    ],
    [
      'a version that is a path',
      async () => told(json({ version: '../../x', dist: {} })),
      'latest',
      { name: 'InvalidMetadata' },
    ],
    ['no tarball', async () => told(json({ version: '9.9.9', dist: {} })), '9.9.9', { name: 'InvalidMetadata' }],
    [
      'a page instead of JSON',
      async () => told(() => ({ status: 200, body: '<html>' })),
      '9.9.9',
      { name: 'InvalidMetadata' },
    ],
    ['a token asked for', async () => ({ token: 'right' }), '9.9.9', { name: 'HttpError', status: 401 }],
    ['silence', async () => told(emulator.silent), '9.9.9', { name: 'IdleTimeout' }],
  ])('%s', async (_, options, version, fact) => {
    const { address } = await start(await options())
    expect(await factOf(registry.version(address, name, version))).toMatchObject({ service: 'npm registry', ...fact })
  })
})

describe('unpack', () => {
  test('puts the files in place, the executable alone executable', async () => {
    const { address } = await start()
    const release = await registry.version(address, name, '9.9.9')
    const heard: unknown[] = []
    const onProgress = (facts: unknown) => heard.push(facts)
    const { bytes } = await registry.unpack(address, release, { directory, executable: 'claude', onProgress })

    expect((await readdir(directory)).toSorted()).toEqual(['claude', 'package.json'])
    expect(await readFile(join(directory, 'claude'), 'utf8')).toContain('9.9.9 (Claude Code)')
    expect((await stat(join(directory, 'claude'))).mode & 0o777).toBe(0o755)
    expect((await stat(join(directory, 'package.json'))).mode & 0o111).toBe(0)
    expect(heard.at(-1)).toEqual({ bytes, totalBytes: bytes })
  })

  test('a tarball of many blocks arrives as it was', async () => {
    const ballast = Buffer.alloc(3 << 20, 'claude')
    ballast.forEach((_, index) => index % 3 === 0 && ballast.writeUInt8((index * 7919) % 256, index))
    const { address } = await start({ packages: [await emulator.fakeClaude('9.9.9', ballast)] })
    await unpack(address, await registry.version(address, name, '9.9.9'))
    const written = await readFile(join(directory, 'claude'))
    expect(written.subarray(-ballast.length).equals(ballast)).toBe(true)
  })

  // Ballast that does not compress lets the damage break only the checksum at the end; without it, the gunzip breaks first.
  const noise = Buffer.from(Array.from({ length: 800_000 }, (_, index) => (index * index * 31) >> (index % 11)))
  const tarball = (change: emulator.RegistryFault['change']) => [{ on: 'tarball' as const, change }]
  test.each([
    ['one bit wrong in a large body', tarball(emulator.damaged), noise, { name: 'IntegrityMismatch' }],
    ['one bit wrong in a small body', tarball(emulator.damaged), undefined, { name: 'IntegrityMismatch' }],
    [
      'bytes that are no gzip',
      tarball(() => ({ status: 200, body: 'x'.repeat(2000) })),
      noise,
      { name: 'IntegrityMismatch' },
    ],
    ['half of it, announced as all', tarball(emulator.truncated), noise, { name: 'IntegrityMismatch' }],
    ['half of it', tarball(emulator.cut), noise, { name: 'ShortBody' }],
    ['half of it, of no announced length', tarball(emulator.cutChunked), noise, { name: 'ShortBody' }],
    ['half of it, then silence', tarball(emulator.stalled), noise, { name: 'IdleTimeout' }],
    ['silence', tarball(emulator.silent), noise, { name: 'IdleTimeout' }],
    ['not there', tarball(emulator.refused(404, 'gone')), noise, { name: 'HttpError', status: 404 }],
    ['busy', tarball(emulator.refused(503, 'busy')), noise, { name: 'HttpError', status: 503 }],
  ])('%s', async (_, faults, ballast, fact) => {
    const { address } = await start({ packages: [await emulator.fakeClaude('9.9.9', ballast)], faults })
    const release = await registry.version(address, name, '9.9.9')
    expect(await factOf(unpack(address, release))).toMatchObject({ service: 'npm registry', ...fact })
    const left = await stat(join(directory, 'claude')).catch(() => undefined)
    expect((left?.mode ?? 0) & 0o111).toBe(0)
  })

  test('half of it, where the end of the connection is the end of the body', async () => {
    const { tarball: whole } = await emulator.fakeClaude('9.9.9', noise)
    const bytes = whole as Buffer
    const server = createServer((socket) =>
      socket
        .on('error', () => undefined)
        .end(Buffer.concat([Buffer.from('HTTP/1.0 200 OK\r\n\r\n'), bytes.subarray(0, bytes.length >> 1)])),
    )
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const release = { name, version: '9.9.9', tarball: `${url}/x.tgz`, integrity: 'sha512-x' }
    expect(await factOf(unpack({ url }, release))).toMatchObject({ name: 'ShortBody' })
    server.close()
  })

  test('the message has both digests, and no credentials or query', async () => {
    const { address, serving } = await start({ faults: tarball(emulator.damaged) })
    const release = await registry.version(address, name, '9.9.9')
    const withSecrets = new URL(`${release.tarball}?signature=hidden`)
    withSecrets.username = 'someone'
    const failing = unpack(address, { ...release, tarball: withSecrets.href })
    await expect(failing).rejects.toThrow(/digest is sha512-\S+, expected is sha512-/)
    await expect(failing).rejects.not.toThrow(/hidden|someone/)
    expect(serving.requests.at(-1)?.rawQuery).toBe('signature=hidden')
  })

  test.each([
    ['../outside', 'package/../../outside'],
    ['an absolute path', '/package/x'],
    ['outside of package/', 'elsewhere/x'],
    ['a backslash', 'package/..\\x'],
    ['a device of Windows', 'package/c:x'],
  ])('refuses a file whose name is %s', async (_, path) => {
    const archive = await emulator.tarballOf({ [path]: 'x', 'package/claude': 'x' })
    const { address } = await start({ packages: [{ name, version: '9.9.9', tarball: archive }] })
    const release = await registry.version(address, name, '9.9.9')
    expect(await factOf(unpack(address, release))).toMatchObject({ name: 'UnusableArchive' })
    expect(await readdir(directory)).toEqual([])
  })

  test('refuses a package without the executable', async () => {
    const archive = await emulator.tarballOf({ 'package/other': 'x' })
    const { address } = await start({ packages: [{ name, version: '9.9.9', tarball: archive }] })
    const release = await registry.version(address, name, '9.9.9')
    await expect(unpack(address, release)).rejects.toThrow('holds no file claude')
  })

  test('what the disk refuses is told as the disk said it', async () => {
    const { address } = await start()
    const release = await registry.version(address, name, '9.9.9')
    const file = join(directory, 'file')
    await writeFile(file, '')
    const failing = registry.unpack(address, release, { directory: file, executable: 'claude' })
    expect(await factOf(failing)).toMatchObject({ service: 'tool cache', name: 'EEXIST' })
  })
})

describe('who sees the credentials', () => {
  test('the registry, and no other host a redirect leads to', async () => {
    const store = await start()
    const there = `${store.address.url}/${name}/-/claude-code-linux-x64-9.9.9.tgz`
    const faults = [{ on: 'tarball' as const, change: emulator.redirected(there) }]
    const { address, serving } = await start({ token: 'right', faults })
    const known = { ...address, authorization: 'Bearer right' }
    await unpack(known, await registry.version(known, name, '9.9.9'))
    expect(serving.requests.map(({ headers }) => headers.authorization)).toEqual(['Bearer right', 'Bearer right'])
    expect(store.serving.requests.map(({ headers }) => headers.authorization)).toEqual([undefined])
  })

  test('a tarball that the metadata places on another host goes without them', async () => {
    const store = await start()
    const release = await registry.version(store.address, name, '9.9.9')
    await unpack({ url: 'http://127.0.0.1:1', authorization: 'Bearer right' }, release)
    expect(store.serving.requests.at(-1)?.headers.authorization).toBeUndefined()
  })

  test.each([
    ['in a circle', (url: string) => url, 'TooManyRedirects'],
    ['nowhere', () => 'http://', 'HttpError'],
  ])('redirects %s end', async (_, to, fault) => {
    const serving = await listen(() => ({ status: 302, headers: { location: to(`${serving.url}/x`) } }))
    expect(await factOf(registry.versions({ url: serving.url }, name))).toMatchObject({ name: fault })
  })
})

describe('the way there', () => {
  test('nobody listens', async () => {
    const { serving } = await start()
    await serving.close()
    open = []
    expect(await factOf(registry.versions({ url: serving.url }, name))).toMatchObject({ name: 'ECONNREFUSED' })
  })

  test('no such host', async () => {
    const fact = await factOf(registry.versions({ url: 'http://registry.invalid' }, name))
    expect(['ENOTFOUND', 'EAI_AGAIN']).toContain((fact as { name: string }).name)
  })

  const proxies = (serving: Serving, more = {}) => ({
    HTTP_PROXY: serving.url.replace('//', '//user:hidden@'),
    HTTPS_PROXY: serving.url.replace('//', '//user:hidden@'),
    ...more,
  })

  test('through a proxy', async () => {
    const proxy = await listen(() => ({ status: 200, body: '{"versions":{"1.2.3":{}}}' }))
    const address = { url: 'http://registry.invalid/npm', proxies: proxies(proxy) }
    expect(await registry.versions(address, name)).toEqual(['1.2.3'])
    expect(proxy.requests[0]?.path).toBe('http://registry.invalid/npm/@anthropic-ai%2fclaude-code-linux-x64')
    expect(proxy.requests[0]?.headers['proxy-authorization']).toMatch(/^Basic /)
  })

  test('a mirror on this machine is reached without the proxy', async () => {
    const proxy = await listen()
    const { address } = await start()
    expect(await registry.versions({ ...address, proxies: proxies(proxy) }, name)).toHaveLength(2)
    expect(proxy.requests).toEqual([])
  })

  test('a proxy that refuses is named, its password is not', async () => {
    const proxy = await listen(() => ({ status: 502, body: '' }))
    const address = { url: 'http://registry.invalid', proxies: proxies(proxy) }
    const failing = registry.versions(address, name)
    await expect(failing).rejects.toThrow(`(through the proxy ${proxy.url}): 502`)
    await expect(failing).rejects.not.toThrow('hidden')
  })

  test('a host that NO_PROXY spares is not asked for through it', async () => {
    const proxy = await listen(() => ({ status: 502, body: '' }))
    const address = { url: 'http://registry.invalid', proxies: proxies(proxy, { NO_PROXY: '.invalid' }) }
    await expect(registry.versions(address, name)).rejects.toThrow(/invalid\/\S+: getaddrinfo/)
    expect(proxy.requests).toEqual([])
  })
})
