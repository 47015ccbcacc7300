import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'

import { describe, expect, test } from '@jest/globals'

import type { RegistryAddress } from '../../src/ports/install.ts'
import * as faulty from '../emulators/registry.ts'
import { fakeClaude, tarballOf, type RegistryFault } from '../emulators/registry.ts'
import { directory, factOf, PACKAGE, registry, start } from './registry-fixture.ts'

/** Bytes that gzip can only store, so that damage breaks nothing but the checksum at the end. */
const noise = Buffer.from(Array.from({ length: 800_000 }, (_, index) => Math.imul(index * index, 2_654_435_761) >>> 24))

async function unpack(address: RegistryAddress, into = directory()) {
  const release = await registry.version(address, PACKAGE, '9.9.9')
  return registry.unpack(address, release, { directory: into, executable: 'claude' })
}

const modeOf = async (name: string) =>
  stat(join(directory(), name)).then(
    ({ mode }) => mode & 0o777,
    () => 0,
  )

describe('a good tarball', () => {
  test('is put in place, the executable alone executable', async () => {
    const { address } = await start()
    const release = await registry.version(address, PACKAGE, '9.9.9')
    const heard: unknown[] = []
    const options = { directory: directory(), executable: 'claude', onProgress: (facts: unknown) => heard.push(facts) }
    const { bytes } = await registry.unpack(address, release, options)

    expect((await readdir(directory())).toSorted()).toEqual(['claude', 'package.json'])
    expect(await readFile(join(directory(), 'claude'), 'utf8')).toContain('9.9.9 (Claude Code)')
    expect(await modeOf('claude')).toBe(0o755)
    expect(await modeOf('package.json')).toBe(0o644)
    expect(heard.at(-1)).toEqual({ bytes, totalBytes: bytes })
  })

  test('of many blocks and folders arrives as it was', async () => {
    const files = { 'package/claude': Buffer.concat([noise, noise]), 'package/vendor/a/b': noise.subarray(7) }
    const { address } = await start({
      packages: [{ name: PACKAGE, version: '9.9.9', tarball: await tarballOf(files) }],
    })
    await unpack(address)
    for (const [name, content] of Object.entries(files))
      expect((await readFile(join(directory(), name.slice('package/'.length)))).equals(content)).toBe(true)
  })
})

describe('a bad one leaves nothing executable', () => {
  const halfOf =
    (headers: Record<string, string>): RegistryFault['change'] =>
    (reply) => ({ ...faulty.cut(reply), headers })
  test.each<[string, RegistryFault['change'], object]>([
    ['a bit wrong', faulty.damaged, { name: 'IntegrityMismatch' }],
    ['no gzip', () => ({ status: 200, body: 'x'.repeat(2000) }), { name: 'IntegrityMismatch' }],
    ['no body', () => ({ status: 200, headers: { 'content-length': '0' } }), { name: 'ShortBody' }],
    ['half of it, announced as all', faulty.truncated, { name: 'ShortBody' }],
    ['half of it', faulty.cut, { name: 'ShortBody' }],
    ['half of it, of no announced length', halfOf({}), { name: 'ShortBody' }],
    ['half of it, then silence', faulty.stalled, { name: 'IdleTimeout' }],
    ['silence', faulty.silent, { name: 'IdleTimeout' }],
    ['not there', faulty.refused(404, 'gone'), { name: 'HttpError', status: 404 }],
    ['busy', faulty.refused(503, 'busy'), { name: 'HttpError', status: 503 }],
  ])('%s', async (_, change, fact) => {
    const packages = [await fakeClaude('9.9.9', noise)]
    const { address } = await start({ packages, faults: [{ on: 'tarball', change }] })
    expect(await factOf(unpack(address))).toMatchObject({ service: 'npm registry', ...fact })
    expect((await modeOf('claude')) & 0o111).toBe(0)
  })

  test('a bit wrong where the gunzip breaks on it, in any of the places', async () => {
    const one = await fakeClaude('9.9.9')
    const { tarball } = one
    if (!Buffer.isBuffer(tarball)) throw new Error('no tarball')
    const places = Array.from({ length: 40 }, (_, index) => Math.floor((index * tarball.length) / 40))
    for (const place of places) {
      const body = Buffer.from(tarball)
      body[place] = body[place]! ^ 0xff
      const { address } = await start({
        packages: [one],
        faults: [{ on: 'tarball', change: (reply) => ({ ...reply, body }) }],
      })
      expect([place, await factOf(unpack(address))]).toMatchObject([place, { name: 'IntegrityMismatch' }])
    }
  })

  test('half of it, where the end of the connection is the end of the body', async () => {
    const { tarball } = await fakeClaude('9.9.9', noise)
    if (!Buffer.isBuffer(tarball)) throw new Error('no tarball')
    const answer = Buffer.concat([Buffer.from('HTTP/1.0 200 OK\r\n\r\n'), tarball.subarray(0, tarball.length >> 1)])
    const server = createServer((socket) => void socket.on('error', () => undefined).end(answer))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const release = { name: PACKAGE, version: '9.9.9', tarball: `${url}/x.tgz`, integrity: 'sha512-x' }
    const unpacking = registry.unpack({ url }, release, { directory: directory(), executable: 'claude' })
    expect(await factOf(unpacking)).toMatchObject({ name: 'ShortBody' })
    server.close()
  })

  test('the message has both digests, and no credentials or query', async () => {
    const { address, server } = await start({ faults: [{ on: 'tarball', change: faulty.damaged }] })
    const release = await registry.version(address, PACKAGE, '9.9.9')
    const tarball = new URL(`${release.tarball}?signature=hidden`)
    tarball.username = 'someone'
    const options = { directory: directory(), executable: 'claude' }
    const failing = registry.unpack(address, { ...release, tarball: tarball.href }, options)
    await expect(failing).rejects.toThrow(/digest is sha512-\S+, expected is sha512-/)
    await expect(failing).rejects.not.toThrow(/hidden|someone/)
    expect(server.requests.at(-1)?.rawQuery).toBe('signature=hidden')
  })
})

describe('a package that is not as it should be', () => {
  test.each([
    ['leads outside', 'package/../../outside'],
    ['is absolute', '/package/x'],
    ['is outside of package/', 'elsewhere/x'],
    ['has a backslash', 'package/..\\x'],
    ['is a device of Windows', 'package/c:x'],
  ])('a name that %s', async (_, path) => {
    const tarball = await tarballOf({ [path]: 'x', 'package/claude': 'x' })
    const { address } = await start({ packages: [{ name: PACKAGE, version: '9.9.9', tarball }] })
    expect(await factOf(unpack(address))).toMatchObject({ name: 'UnusableArchive' })
    expect(await readdir(directory())).toEqual([])
  })

  test.each(['symlink', 'link'] as const)('a %s', async (type) => {
    const tarball = await tarballOf({ 'package/claude': { type, linkname: '/bin/sh' } })
    const { address } = await start({ packages: [{ name: PACKAGE, version: '9.9.9', tarball }] })
    expect(await factOf(unpack(address))).toMatchObject({ name: 'UnusableArchive' })
    expect(await readdir(directory())).toEqual([])
  })

  test('without the executable', async () => {
    const tarball = await tarballOf({ 'package/other': 'x' })
    const { address } = await start({ packages: [{ name: PACKAGE, version: '9.9.9', tarball }] })
    await expect(unpack(address)).rejects.toThrow('holds no file claude')
  })
})

test('what the disk refuses is reported in the words of the system', async () => {
  const { address } = await start()
  const file = join(directory(), 'file')
  await writeFile(file, '')
  expect(await factOf(unpack(address, file))).toMatchObject({ service: 'tool cache', name: 'EEXIST' })
})
