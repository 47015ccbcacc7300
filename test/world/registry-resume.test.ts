import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { describe, expect, test } from '@jest/globals'

import type { ServiceError } from '../../src/errors.ts'
import { createPackageRegistry } from '../../src/world/registry.ts'
import * as faulty from '../emulators/registry.ts'
import { tarballOf, type EmulatedRegistryOptions, type RegistryFault } from '../emulators/registry.ts'
import { directory, factOf, PACKAGE, registry, start } from './registry-fixture.ts'

/** Two megabytes that gzip can only store. */
const content = randomBytes(2 << 20)

/** Node drops what it has read of a connection and not handed on when that breaks. */
const CONNECTION_BUFFER = 64 * 1024

/** Unpacks it; each break is recorded, and the download resumed `times` times. */
async function unpack({ times = 9, ...options }: Partial<EmulatedRegistryOptions> & { times?: number } = {}) {
  const tarball = await tarballOf({ 'package/claude': content })
  const { address, server } = await start({
    ranges: true,
    ...options,
    packages: [{ name: PACKAGE, version: '9.9.9', tarball }],
  })
  const release = await registry.version(address, PACKAGE, '9.9.9')
  const broken: [string, number][] = []
  let left = times
  const recover = (error: ServiceError, bytes: number) => {
    broken.push([error.name, bytes])
    return left-- > 0 ? Promise.resolve() : Promise.reject(error)
  }
  const done = await factOf(
    registry.unpack(address, release, { directory: directory(), executable: 'claude', recover }),
  )
  const asked = server.requests.filter(({ path }) => path.endsWith('.tgz')).map(({ headers }) => headers)
  return { done, broken, asked, size: tarball.length }
}

const arrived = async () => (await readFile(join(directory(), 'claude'))).equals(content)
const on = (times: number, change: RegistryFault['change']): RegistryFault => ({ on: 'tarball', times, change })

describe('a download that breaks', () => {
  test.each<[string, RegistryFault['change'], string]>([
    ['in the middle', faulty.cut, 'ShortBody'],
    ['into silence', faulty.stalled, 'IdleTimeout'],
  ])('%s goes on where it was, twice', async (_, change, name) => {
    const { done, broken, asked, size } = await unpack({ faults: [on(2, change)] })
    expect(done).toMatchObject({ resolved: { bytes: size } })
    expect(await arrived()).toBe(true)
    const [first, second] = broken.map(([, bytes]) => bytes)
    expect(broken.map(([what]) => what)).toEqual([name, name])
    expect(asked.map(({ range }) => range)).toEqual([undefined, `bytes=${first}-`, `bytes=${second}-`])
    // Half of all, then half of the rest, but for what a connection that breaks loses of its last bytes.
    const half = size >> 1
    expect(half - first!).toBeLessThan(CONNECTION_BUFFER)
    const rest = first! + ((size - first!) >> 1)
    expect(rest - second!).toBeLessThan(CONNECTION_BUFFER)
    expect([first! <= half, second! <= rest]).toEqual([true, true])
    expect(asked[1]?.['if-range']).toMatch(/^"\w{40}"$/)
  })

  test('goes on at a server that always sends everything', async () => {
    const { done, size } = await unpack({ ranges: false, faults: [on(1, faulty.cut)] })
    expect(done).toMatchObject({ resolved: { bytes: size } })
    expect(await arrived()).toBe(true)
  })

  test('goes on after a server that was busy meanwhile', async () => {
    const { done, broken } = await unpack({ faults: [on(1, faulty.cut), on(1, faulty.refused(503, 'busy'))] })
    expect(done).toMatchObject({ resolved: {} })
    expect(broken.map(([name]) => name)).toEqual(['ShortBody', 'HttpError'])
    expect(await arrived()).toBe(true)
  })

  test('does not take the rest of something else for the rest of this', async () => {
    const other = (reply: Parameters<RegistryFault['change']>[0]) => faulty.damaged(reply)
    const { done } = await unpack({ faults: [on(1, faulty.cut), on(1, other)] })
    expect(done).toMatchObject({ name: 'IntegrityMismatch' })
  })

  test('does not take a part from elsewhere', async () => {
    const shifted: RegistryFault['change'] = (reply) => ({
      ...reply,
      headers: { ...reply.headers, 'content-range': 'bytes 1999999-2000000/2000001' },
    })
    const { done } = await unpack({ times: 1, faults: [on(1, faulty.cut), on(1, shifted)] })
    expect(done).toMatchObject({ name: 'WrongRange' })
  })

  test('ends when nobody wants it to go on', async () => {
    const { done, asked } = await unpack({ times: 0, faults: [on(1, faulty.cut)] })
    expect(done).toMatchObject({ name: 'ShortBody' })
    expect(asked).toHaveLength(1)
  })
})

test('a download that goes on and on ends in time', async () => {
  const tarball = await tarballOf({ 'package/claude': content })
  const { address } = await start({
    packages: [{ name: PACKAGE, version: '9.9.9', tarball }],
    faults: [on(1, faulty.slow(1000, 20))],
  })
  const impatient = createPackageRegistry({
    env: {},
    processes: { capture: () => Promise.resolve({ code: undefined, stdout: '', stderr: '' }) },
    secrets: { add: () => undefined },
    timeouts: { connectMs: 10_000, idleMs: 10_000, totalMs: 500 },
  })
  const release = await impatient.version(address, PACKAGE, '9.9.9')
  const unpacking = impatient.unpack(address, release, { directory: directory(), executable: 'claude' })
  expect(await factOf(unpacking)).toMatchObject({ name: 'DownloadTimeout' })
})

test.each([
  ['seconds', '7', (ms: number) => ms === 7_000],
  ['a date', new Date(Date.now() + 60_000).toUTCString(), (ms: number) => ms > 30_000 && ms <= 60_000],
])('how long a registry wants to be left alone, in %s', async (_, header, right) => {
  const { address } = await start({
    faults: [{ on: 'metadata', change: faulty.refused(429, 'slow down', { 'retry-after': header }) }],
  })
  const error = await registry.versions(address, PACKAGE).catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ status: 429 })
  expect(right((error as ServiceError).retryAfterMs ?? 0)).toBe(true)
})
