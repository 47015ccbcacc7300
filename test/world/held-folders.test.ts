// What an agent without a sandbox can do to the folders of its run. Each attack is also tried on Node's own functions, where it works.
import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'

import type { Files } from '../../src/ports/machine.ts'
import { createFiles } from '../../src/world/files.ts'
import { createHeldFolders } from '../../src/world/held-folders.ts'

let home: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'held-folders-'))
  mkdirSync(at('elsewhere'))
  writeFileSync(at('target'), 'precious')
})
afterEach(() => rmSync(home, { recursive: true }))

const at = (...names: string[]) => join(home, ...names)
const target = () => readFileSync(at('target'), 'utf8')

async function textOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = []
  for await (const piece of chunks) pieces.push(piece)
  return Buffer.concat(pieces).toString()
}

describe.each([
  ['step by step from descriptors', true],
  ['as where descriptors lead nowhere', false],
])('files below a held folder, %s', (_, byDescriptor) => {
  let files: Files
  beforeEach(async () => {
    files = createFiles(createHeldFolders(byDescriptor))
    await files.hold(at('run'))
    await files.hold(at('run', 'transcript'))
  })
  const path = (...names: string[]) => at('run', 'transcript', ...names)

  test.each<[string, (path: string) => void]>([
    ['a link', (path) => symlinkSync(at('target'), path)],
    ['a second name', (path) => linkSync(at('target'), path)],
  ])('are written in the place of %s, whose target stays as it is', async (_, plant) => {
    plant(path('result.json'))
    writeFileSync(path('result.json'), 'overwritten')
    expect(target()).toBe('overwritten')
    writeFileSync(at('target'), 'precious')

    await files.write(path('result.json'), 'mine')
    expect([target(), readFileSync(path('result.json'), 'utf8')]).toEqual(['precious', 'mine'])
    expect(readdirSync(path())).toEqual(['result.json'])
  })

  test.each<[string, (path: string) => void]>([
    ['a link', (path) => symlinkSync(at('target'), path)],
    ['a second name', (path) => linkSync(at('target'), path)],
  ])('are not added to through %s, nor read', async (_, plant) => {
    plant(path('transcript.jsonl'))
    appendFileSync(path('transcript.jsonl'), '!')
    expect(target()).toBe('precious!')

    await expect(files.append(path('transcript.jsonl'))).rejects.toMatchObject({ code: 'ELOOP' })
    await expect(files.read(path('transcript.jsonl'))).rejects.toMatchObject({ code: 'ELOOP' })
    await expect(textOf(files.chunks(path('transcript.jsonl')))).rejects.toMatchObject({ code: 'ELOOP' })
    await expect(textOf(files.packedLines(path('transcript.jsonl'), 100))).rejects.toMatchObject({ code: 'ELOOP' })
    expect(target()).toBe('precious!')
  })

  test('are not written, listed or removed through a folder that is a link', async () => {
    symlinkSync(at('elsewhere'), path('session'))
    writeFileSync(path('session', 'own.jsonl'), 'x')
    expect(readdirSync(at('elsewhere'))).toEqual(['own.jsonl'])

    await expect(files.write(path('session', 'id.jsonl'), 'x')).rejects.toMatchObject({
      code: expect.stringMatching(/^(ELOOP|ENOTDIR)$/),
    })
    await expect(files.append(path('session', 'id.jsonl'))).rejects.toMatchObject({
      code: expect.stringMatching(/^(ELOOP|ENOTDIR)$/),
    })
    await files.remove(path('session', 'own.jsonl')).catch(() => undefined)
    expect(await files.list(path('session'))).toEqual([])
    expect(readdirSync(at('elsewhere'))).toEqual(['own.jsonl'])
    await files.remove(path('session'))
    expect([existsSync(path('session')), readdirSync(at('elsewhere'))]).toEqual([false, ['own.jsonl']])
  })

  test('are written where a folder with this name was made', async () => {
    mkdirSync(path('result.json', 'below'), { recursive: true })
    writeFileSync(path('result.json', 'below', 'x'), '')
    expect(() => writeFileSync(path('result.json'), '')).toThrow('EISDIR')
    await files.write(path('result.json'), 'mine')
    expect(await files.read(path('result.json'))).toBe('mine')
  })

  test('are not waited for where a pipe is', async () => {
    execFileSync('mkfifo', [path('transcript.jsonl')])
    await expect(files.read(path('transcript.jsonl'))).rejects.toMatchObject({ code: 'ELOOP' })
    await expect(files.append(path('transcript.jsonl'))).rejects.toMatchObject({ code: 'ENXIO' })
  })

  test('are read and written as elsewhere when nothing was planted', async () => {
    const file = await files.append(path('session', 'id.jsonl'))
    await file.write(['one\n', 'two\n'])
    await file.close()
    await files.copy(path('session', 'id.jsonl'), path('copy'))
    expect(await files.read(path('copy'))).toBe('one\ntwo\n')
    expect(await files.list(path())).toEqual([path('copy'), path('session', 'id.jsonl')])
    expect(await files.read(path('missing'))).toBeUndefined()
    await files.remove(path('missing', 'below'))
    expect(await files.putBack(path())).toBe(false)
    await files.remove(path('session'))
    expect(readdirSync(path())).toEqual(['copy'])
  })

  test.each<[string, (place: string) => void]>([
    ['a link', (place) => symlinkSync(at('elsewhere'), place)],
    ['another folder', (place) => mkdirSync(place)],
  ])('are never those of %s in its place', async (_, plant) => {
    renameSync(path(), at('run', 'moved'))
    plant(path())
    writeFileSync(path('forged'), '')
    const written = files.write(path('result.json'), 'mine')
    if (byDescriptor) {
      await written
      expect(readdirSync(at('run', 'moved'))).toEqual(['result.json'])
      expect(await files.list(path())).toEqual([path('result.json')])
    } else {
      await expect(written).rejects.toMatchObject({ code: 'ELOOP' })
    }
    expect(readdirSync(path())).toEqual(['forged'])
  })
})

describe('a folder that was moved', () => {
  test.each<[string, (place: string) => void]>([
    ['a link', (place) => symlinkSync(at('elsewhere'), place)],
    ['another folder', (place) => mkdirSync(place)],
    ['nothing', () => undefined],
  ])('is put back where %s was instead', async (_, plant) => {
    const files = createFiles()
    await files.hold(at('run'))
    await files.hold(at('run', 'transcript'))
    await files.write(at('run', 'transcript', 'result.json'), 'mine')
    renameSync(at('run', 'transcript'), at('elsewhere', 'hidden'))
    renameSync(at('run'), at('moved'))
    mkdirSync(at('run'))
    plant(at('run', 'transcript'))
    expect([await files.putBack(at('run')), await files.putBack(at('run', 'transcript'))]).toEqual([true, true])
    expect(readFileSync(at('run', 'transcript', 'result.json'), 'utf8')).toBe('mine')
    expect(existsSync(at('elsewhere', 'hidden'))).toBe(false)
  })

  test('and removed cannot be: that is refused', async () => {
    const files = createFiles()
    await files.hold(at('run'))
    rmSync(at('run'), { recursive: true })
    await expect(files.putBack(at('run'))).rejects.toMatchObject({ code: 'ENOENT' })
  })
})

describe('a link in the place of a folder to hold', () => {
  test('is refused, and so is all below it', async () => {
    symlinkSync(at('elsewhere'), at('run'))
    const files = createFiles()
    await expect(files.hold(at('run'))).rejects.toThrow(/ELOOP|ENOTDIR/)
    await expect(files.hold(at('run', 'transcript'))).rejects.toThrow(/ELOOP|ENOTDIR/)
    await expect(files.write(at('run', 'transcript', 'x'), '')).rejects.toThrow(/ELOOP|ENOTDIR/)
    await expect(files.read(at('run', 'x'))).rejects.toThrow(/ELOOP|ENOTDIR/)
    expect(readdirSync(at('elsewhere'))).toEqual([])
  })
})

test('a folder has the same identity in another process, and no other folder has it', async () => {
  const identity = await createFiles().hold(at('run'))
  expect(identity).toMatch(/^\d+:\d+$/)
  expect(await createFiles().hold(at('run'))).toBe(identity)
  renameSync(at('run'), at('moved'))
  expect(await createFiles().hold(at('run'))).not.toBe(identity)
})
