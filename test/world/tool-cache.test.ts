import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { find } from '@actions/tool-cache'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'

import type { CachedTool } from '../../src/ports/install.ts'
import { createToolCache } from '../../src/world/tool-cache.ts'

const tool: CachedTool = { name: 'tool', version: '1.2.3', arch: 'x64-musl', executable: 'run', integrity: 'sha512-a' }

let root: string

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'tool-cache-'))
  process.env.RUNNER_TOOL_CACHE = root
})

afterEach(() => rm(root, { recursive: true }))

const cache = (now = Date.now()) => createToolCache({ directory: root, clock: { now: () => now } })

const filling = (content: string) => async (draft: string) => {
  await writeFile(join(draft, 'run'), content, { mode: 0o755 })
}

const place = () => join(root, 'tool', '1.2.3', 'x64-musl')
const content = () => readFile(join(place(), 'run'), 'utf8')
const beside = async () => (await readdir(join(root, 'tool', '1.2.3'))).toSorted()

test('what was added is found, by @actions/tool-cache too', async () => {
  expect(await cache().find(tool)).toBeUndefined()
  expect(await cache().add(tool, filling('one'))).toBe(place())
  expect(await cache().find(tool)).toBe(place())
  expect(await beside()).toEqual(['x64-musl', 'x64-musl.complete'])
  expect((await stat(place())).mode & 0o777).toBe(0o755)

  const before = process.env.RUNNER_TOOL_CACHE
  process.env.RUNNER_TOOL_CACHE = root
  expect(find('tool', '1.2.3', 'x64-musl')).toBe(place())
  if (before === undefined) delete process.env.RUNNER_TOOL_CACHE
  else process.env.RUNNER_TOOL_CACHE = before
})

test('another architecture or version is another tool', async () => {
  await cache().add(tool, filling('one'))
  expect(await cache().find({ ...tool, arch: 'x64' })).toBeUndefined()
  expect(await cache().find({ ...tool, version: '1.2.4' })).toBeUndefined()
})

describe('is not taken for good', () => {
  test.each<[string, () => Promise<unknown>]>([
    ['without its marker', () => rm(`${place()}.complete`)],
    ['without its executable', () => rm(join(place(), 'run'))],
    ['cut short', () => truncate(join(place(), 'run'), 1)],
    ['that may not be executed', () => chmod(join(place(), 'run'), 0o644)],
    ['with a record that cannot be read', () => writeFile(join(place(), 'install.json'), '{')],
  ])('an entry %s, and the next install repairs it', async (_, harm) => {
    await cache().add(tool, filling('one'))
    await harm()
    expect(await cache().find(tool)).toBeUndefined()
    await cache().add(tool, filling('one'))
    expect(await cache().find(tool)).toBe(place())
    expect(await beside()).toEqual(['x64-musl', 'x64-musl.complete'])
  })

  test('an entry recorded with another digest', async () => {
    await cache().add(tool, filling('one'))
    const other = { ...tool, integrity: 'sha512-b' }
    expect(await cache().find(other)).toBeUndefined()
    await cache().add(other, filling('other'))
    expect(await content()).toBe('other')
  })
})

test('an entry that something else put there needs its marker and an executable only', async () => {
  await mkdir(place(), { recursive: true })
  await filling('theirs')(place())
  expect(await cache().find(tool)).toBeUndefined()
  await writeFile(`${place()}.complete`, '')
  expect(await cache().find(tool)).toBe(place())
})

test('a digest that is not asked for may be any', async () => {
  await cache().add(tool, filling('one'))
  expect(await cache().find({ ...tool, integrity: undefined })).toBe(place())
})

test('a failed install leaves nothing, and its error comes through', async () => {
  const failing = cache().add(tool, async (draft) => {
    await filling('half')(draft)
    throw new Error('no luck')
  })
  await expect(failing).rejects.toThrow('no luck')
  expect(await beside()).toEqual([])
})

test('of two at once, both have the tool and one stays', async () => {
  const both = [cache().add(tool, filling('one')), cache().add(tool, filling('two'))]
  expect(await Promise.all(both)).toEqual([place(), place()])
  expect(['one', 'two']).toContain(await content())
  expect(await beside()).toEqual(['x64-musl', 'x64-musl.complete'])
})

test('the slower of two leaves the whole entry of the quicker alone', async () => {
  await cache().add(tool, async (draft) => {
    await cache().add(tool, filling('quick'))
    await filling('slow')(draft)
  })
  expect(await content()).toBe('quick')
})

test('drafts of killed installs go after a day, of any version', async () => {
  const now = Date.now()
  const draft = async (version: string, ageHours: number) => {
    const path = join(root, 'tool', version, `x64.partial-${ageHours}`)
    await mkdir(path, { recursive: true })
    await writeFile(join(path, 'run'), 'half')
    await utimes(path, now / 1000, now / 1000 - ageHours * 3600)
  }
  await draft('1.0.0', 25)
  await draft('1.2.3', 30)
  await draft('1.2.3', 23)
  await cache(now).add(tool, filling('one'))
  expect(await readdir(join(root, 'tool', '1.0.0'))).toEqual([])
  expect(await beside()).toEqual(['x64-musl', 'x64-musl.complete', 'x64.partial-23'])
})

test('a disk that refuses is told as a fact', async () => {
  await writeFile(join(root, 'tool'), '')
  const failing = cache().add(tool, filling('one'))
  await expect(failing).rejects.toMatchObject({ service: 'tool cache', name: 'ENOTDIR' })
})
