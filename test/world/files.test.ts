import { execFileSync, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'

import { createFiles, sha256Of } from '../../src/world/files.ts'
import { withSandbox } from '../support/with-machine.ts'

const files = createFiles()
let directory: string
const at = (...names: string[]) => join(directory, ...names)
const mode = (path: string) => (statSync(path).mode & 0o777).toString(8)
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'files-'))
})
afterEach(() => rmSync(directory, { recursive: true }))

test('reads text, and nothing where there is none', async () => {
  writeFileSync(at('text'), 'ü')
  expect(await files.read(at('text'))).toBe('ü')
  expect(await files.read(at('missing'))).toBeUndefined()
  expect(await files.read(at('text', 'below'))).toBeUndefined()
  await expect(files.read(directory)).rejects.toThrow('EISDIR')
})

test('reads a file piece by piece, and nothing where there is none', async () => {
  const text = 'ü'.repeat(200_000)
  writeFileSync(at('text'), text)
  const piecesOf = async (path: string) => {
    const pieces: Uint8Array[] = []
    for await (const piece of files.chunks(path)) pieces.push(piece)
    return pieces
  }
  const pieces = await piecesOf(at('text'))
  expect(pieces.length).toBeGreaterThan(1)
  expect(Buffer.concat(pieces).toString() === text).toBe(true)
  expect(await piecesOf(at('missing'))).toEqual([])
  await expect(piecesOf(directory)).rejects.toThrow('EISDIR')
})

describe('packs the lines of a file', () => {
  const packsIn = async (path: string, size: number) => {
    const packs: string[][] = []
    for await (const pack of files.packedLines(path, size)) packs.push(gunzipSync(pack).toString().split('\n'))
    return packs
  }

  test.each([
    ['none', [], 100, 0],
    ['one', ['one'], 100, 1],
    ['many', Array.from({ length: 3000 }, (_, n) => `${n} ${'ü'.repeat(n % 300)}`), 65_536, 14],
    ['lines as long as a pack', ['x'.repeat(99), 'y'.repeat(99), 'z'.repeat(100)], 100, 3],
    ['a line far longer than a pack', ['a', 'x'.repeat(5000), 'b'], 100, 2],
  ])('%s: all are there, none is parted', async (_what, lines, ...[size, count]) => {
    for (const end of ['', '\n']) {
      writeFileSync(at('lines'), lines.length === 0 ? '' : lines.join('\n') + end)
      const packs = await packsIn(at('lines'), size)
      expect(packs.flat()).toEqual(lines)
      expect(packs).toHaveLength(count)
    }
  })

  test('and none where there is none', async () => expect(await packsIn(at('missing'), 100)).toEqual([]))
})

test('writes private files and folders', async () => {
  await files.write(at('a', 'b', 'text'), 'one')
  await files.write(at('a', 'b', 'text'), 'two')
  await files.makeDirectory(at('c', 'd'))
  writeFileSync(at('script'), 'three', { mode: 0o755 })
  await files.copy(at('script'), at('e', 'copy'))
  expect(readFileSync(at('a', 'b', 'text'), 'utf8')).toBe('two')
  expect(readFileSync(at('e', 'copy'), 'utf8')).toBe('three')
  expect([at('a', 'b', 'text'), at('e', 'copy')].map(mode)).toEqual(['600', '600'])
  expect([at('a'), at('a', 'b'), at('c', 'd'), at('e')].map(mode)).toEqual(['700', '700', '700', '700'])
})

test('appends in the order of the calls, behind what is there', async () => {
  const first = await files.append(at('log', 'file'))
  await first.write(['0\n'])
  await first.close()
  const file = await files.append(at('log', 'file'))
  const texts = Array.from({ length: 200 }, (_, n) => `${n + 1} ${'漢😀x'.repeat(n % 30 === 0 ? 40_000 : n * 7)}\n`)
  const writes = Array.from({ length: 20 }, (_, n) => file.write(texts.slice(n * 10, n * 10 + 10)))
  await file.close()
  await Promise.all(writes)
  expect(readFileSync(at('log', 'file'), 'utf8') === `0\n${texts.join('')}`).toBe(true)
  expect(mode(at('log', 'file'))).toBe('600')
})

test('a refused write rejects, and later ones are tried', async () => {
  const file = await files.append('/dev/full')
  await expect(file.write(['x'])).rejects.toMatchObject({ code: 'ENOSPC' })
  await expect(file.write(['y'])).rejects.toMatchObject({ code: 'ENOSPC' })
  await file.close()
})

test('distinguishes files from folders, links followed', async () => {
  writeFileSync(at('file'), '')
  symlinkSync(at('file'), at('link'))
  symlinkSync(directory, at('folder-link'))
  symlinkSync(at('nowhere'), at('dangling'))
  const names = ['file', 'link', '.', 'folder-link', 'dangling', 'missing', 'file/below']
  expect(await Promise.all(names.map((name) => files.kind(at(name))))).toEqual([
    'file',
    'file',
    'directory',
    'directory',
    undefined,
    undefined,
    undefined,
  ])
  expect(await files.realPath(at('link'))).toBe(await files.realPath(at('file')))
  expect(await files.realPath(at('dangling'))).toBeUndefined()
})

test('knows whether a file may be executed', async () => {
  const path = at('program')
  writeFileSync(path, '#!/bin/sh\n', { mode: 0o644 })
  expect(await files.execution(path)).toBe('no-x-bit')
  chmodSync(path, 0o755)
  expect(await files.execution(path)).toBe('allowed')
  expect(await files.execution(at('nothing'))).toBeUndefined()
})

withSandbox('a file system that is mounted noexec', () => {
  test('refuses to execute a file whose mode allows it', () => {
    const script = `import { createFiles } from '${join(import.meta.dirname, '../../src/world/files.ts')}'
      console.log(await createFiles().execution(process.argv[1]))`
    const command = `mount -t tmpfs -o noexec none "$1" && cp /bin/true "$1/program" &&
      exec "$2" --input-type=module -e "$3" "$1/program"`
    const { stdout, stderr } = spawnSync(
      'unshare',
      ['--user', '--map-root-user', '--mount', 'sh', '-c', command, 'sh', directory, process.execPath, script],
      { encoding: 'utf8' },
    )
    expect([stdout.trim(), stderr]).toEqual(['refused', ''])
  })
})

test('lists regular files only', async () => {
  mkdirSync(at('b', 'c'), { recursive: true })
  for (const name of ['z', 'b/y', 'b/c/x']) writeFileSync(at(name), '')
  symlinkSync('/etc', at('etc'))
  symlinkSync('/etc/passwd', at('passwd'))
  execFileSync('mkfifo', [at('pipe')])
  expect(await files.list(directory)).toEqual([at('b', 'c', 'x'), at('b', 'y'), at('z')])
  expect(await files.list(at('missing'))).toEqual([])
})

test('a folder that may not be read is listed as empty', async () => {
  for (const name of ['open/x', 'closed/y']) await files.write(at(name), '')
  chmodSync(at('closed'), 0)
  // Root may read it all the same.
  const found = process.getuid?.() === 0 ? [at('closed', 'y'), at('open', 'x')] : [at('open', 'x')]
  expect(await files.list(directory)).toEqual(found)
  chmodSync(at('closed'), 0o700)
})

test('removes folders with all in them, and what is not there', async () => {
  await files.write(at('a', 'b'), '')
  chmodSync(at('a', 'b'), 0o400)
  await files.remove(at('a'))
  await files.remove(at('a'))
  expect(await files.kind(at('a'))).toBeUndefined()
})

describe('the sha256', () => {
  const BLOCK = 1 << 20
  test.each([0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK, 4 * BLOCK + 7])('has a file of %d bytes', async (size) => {
    const content = randomBytes(size)
    const path = at('digest')
    writeFileSync(path, content)

    expect(await sha256Of(path)).toBe(createHash('sha256').update(content).digest('hex'))
  })

  test('has no file that is not there', async () => {
    await expect(sha256Of(at('nothing'))).rejects.toMatchObject({ code: 'ENOENT' })
  })
})
