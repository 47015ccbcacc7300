import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { gunzipSync, gzipSync } from 'node:zlib'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { unpackTarball } from '../../src/world/tarball.ts'
import { tarballOf } from '../emulators/registry.ts'

const directory = mkdtempSync(join(tmpdir(), 'tarball-'))
afterAll(() => rmSync(directory, { recursive: true }))

// What zlib fills several times, with bytes that come in as many blocks and with bytes that come in one.
const content = Buffer.concat([randomBytes(5_000_000), Buffer.alloc(9_000_000, 'again'), randomBytes(1_000_000)])
let tarball: Buffer
beforeAll(async () => {
  tarball = await tarballOf({ 'package/claude': content, 'package/README.md': 'Read me.' })
})

/** As connections deliver it: blocks of a megabyte, in each of which several chunks stand one behind the other. */
function blocksOf(bytes: Buffer, chunk: number): Buffer[][] {
  const blocks: Buffer[][] = []
  for (let at = 0; at < bytes.length; at += 1 << 20) {
    const block = Buffer.allocUnsafeSlow(Math.min(1 << 20, bytes.length - at))
    bytes.copy(block, 0, at)
    const count = Math.ceil(block.length / chunk)
    blocks.push(Array.from({ length: count }, (_, index) => block.subarray(index * chunk, (index + 1) * chunk)))
  }
  return blocks
}

test.each([1 << 20, 300_000, 70_000, 1_000])('chunks of %d bytes arrive as they were', async (chunk) => {
  const body = Readable.from(blocksOf(tarball, chunk).flat())
  const unpacked = await unpackTarball(body, { directory, digestOf: 'claude' })

  expect(unpacked).toMatchObject({
    bytes: tarball.length,
    integrity: `sha512-${createHash('sha512').update(tarball).digest('base64')}`,
    sha256: createHash('sha256').update(content).digest('hex'),
    endsAsTarball: true,
    problem: undefined,
  })
  expect(readFileSync(join(directory, 'claude')).equals(content)).toBe(true)
  expect(readFileSync(join(directory, 'README.md'), 'utf8')).toBe('Read me.')
})

// Behind the deflate stream gzip has eight bytes, a CRC and a length, which can be cut off from it anywhere.
test.each([1, 4, 8, 9, 40])('the last %d bytes may come alone', async (last) => {
  const bytes = Buffer.from(tarball)
  const unpacked = await unpackTarball(Readable.from([bytes.subarray(0, -last), bytes.subarray(-last)]), {
    directory,
    digestOf: 'claude',
  })

  expect(unpacked).toMatchObject({ bytes: tarball.length, endsAsTarball: true, problem: undefined })
  expect(unpacked.sha256).toBe(createHash('sha256').update(content).digest('hex'))
})

test('where nothing can be written the rest is read all the same', async () => {
  const body = Readable.from(blocksOf(tarball, 300_000).flat())
  const nowhere = join(directory, 'nothing', 'here')
  writeFileSync(join(directory, 'nothing'), '')
  const { bytes, problem } = await unpackTarball(body, { directory: nowhere, digestOf: undefined })

  expect(bytes).toBe(tarball.length)
  expect(problem).toMatchObject({ code: 'ENOTDIR' })
})

test('what is no gzip file is read to its end all the same', async () => {
  const body = Readable.from([Buffer.alloc(400_000, 'text'), Buffer.alloc(400_000, 'more')])
  const { bytes, problem } = await unpackTarball(body, { directory, digestOf: undefined })

  expect(bytes).toBe(800_000)
  expect(problem).toMatchObject({ code: 'Z_DATA_ERROR' })
})

describe('a file of two gzip members', () => {
  const unpack = (...members: Buffer[]) =>
    unpackTarball(Readable.from([Buffer.concat(members)]), { directory, digestOf: 'claude' })

  test('is read as one', async () => {
    const tar = gunzipSync(tarball)
    const half = tar.length / 2 - ((tar.length / 2) % 512)
    const { problem, sha256 } = await unpack(gzipSync(tar.subarray(0, half)), gzipSync(tar.subarray(half)))
    expect({ problem, sha256 }).toEqual({
      problem: undefined,
      sha256: createHash('sha256').update(content).digest('hex'),
    })
  })

  test('has a problem when the second is not part of the archive', async () => {
    expect((await unpack(tarball, gzipSync('more'))).problem).toBeInstanceOf(Error)
  })
})
