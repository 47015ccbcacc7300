import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmod,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { find } from '@actions/tool-cache'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'

import type { CachedTool } from '../../src/ports/install.ts'
import { createToolCache } from '../../src/world/tool-cache.ts'

const tool: CachedTool = {
  ...{ name: 'tool', version: '1.2.3', arch: 'x64-musl', executable: 'run' },
  ...{ integrity: 'sha512-a', sha256: undefined },
}

let root: string

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'tool-cache-'))
  process.env.RUNNER_TOOL_CACHE = root
})

afterEach(() => rm(root, { recursive: true }))

const cache = (now = Date.now()) => createToolCache({ directory: root, temp: root, clock: { now: () => now } })

const sha256 = (content: string) => createHash('sha256').update(content).digest('hex')

const filling = (content: string) => async (draft: string) => {
  await writeFile(join(draft, 'run'), content)
  return sha256(content)
}

const place = () => join(root, 'tool', '1.2.3', 'x64-musl')
const executable = () => join(place(), 'run')
const content = () => readFile(executable(), 'utf8')
const beside = async () => (await readdir(join(root, 'tool', '1.2.3'))).toSorted()
const found = () => ({ directory: place() })
const whole = ['x64-musl', 'x64-musl.complete']

test('what was added is found, by @actions/tool-cache too', async () => {
  expect(await cache().find(tool)).toBeUndefined()
  expect(await cache().add(tool, filling('one'))).toBe(place())
  expect(await cache().find(tool)).toEqual(found())
  expect(await beside()).toEqual(whole)
  expect((await stat(place())).mode & 0o777).toBe(0o755)
  expect((await stat(executable())).mode & 0o777).toBe(0o755)
  expect(find('tool', '1.2.3', 'x64-musl')).toBe(place())
})

test('another architecture or version is another tool', async () => {
  await cache().add(tool, filling('one'))
  expect(await cache().find({ ...tool, arch: 'x64' })).toBeUndefined()
  expect(await cache().find({ ...tool, version: '1.2.4' })).toBeUndefined()
})

describe('is refused, saying why, and the next install repairs it:', () => {
  /** Writes other bytes of the same length, and puts the modification time back, to the nanosecond. */
  async function forge(): Promise<void> {
    const before = join(root, 'before')
    await writeFile(before, '')
    execFileSync('touch', ['-r', executable(), before])
    await writeFile(executable(), 'two')
    execFileSync('touch', ['-r', before, executable()])
  }
  test.each<[string, () => Promise<unknown>, string | RegExp]>([
    ['without its executable', () => rm(executable()), /ENOENT/],
    ['cut short', () => truncate(executable(), 1), `the sha256 of`],
    ['with other bytes in its place', forge, `${sha256('two')}, expected is ${sha256('one')}`],
    [
      'with another file in its place',
      () =>
        writeFile(`${executable()}.new`, 'two', { mode: 0o755 }).then(() =>
          rename(`${executable()}.new`, executable()),
        ),
      sha256('two'),
    ],
    ['that may not be executed', () => chmod(executable(), 0o644), /EACCES/],
    ['with a record that cannot be read', () => writeFile(join(place(), 'install.json'), '{'), 'nothing says'],
    ['without a record', () => rm(join(place(), 'install.json')), 'nothing says'],
  ])('an entry %s', async (_, harm, why) => {
    await cache().add(tool, filling('one'))
    await harm()
    expect(await cache().find(tool)).toEqual({
      refused: typeof why === 'string' ? expect.stringContaining(why) : expect.stringMatching(why),
    })
    await cache().add(tool, filling('one'))
    expect(await cache().find(tool)).toEqual(found())
    expect(await content()).toBe('one')
    expect(await beside()).toEqual(whole)
  })

  test('an entry of another package, where the executable’s own digest is not known', async () => {
    await cache().add(tool, filling('one'))
    const other = { ...tool, integrity: 'sha512-b' }
    expect(await cache().find(other)).toEqual({ refused: expect.stringContaining('sha512-a, asked for is sha512-b') })
    await cache().add(other, filling('other'))
    expect(await content()).toBe('other')
  })

  test('an entry that claims another sha256 than this project records', async () => {
    await cache().add(tool, filling('evil'))
    const known = { ...tool, sha256: sha256('one') }
    const refused = `the sha256 of ${executable()} is ${sha256('evil')}, expected is ${sha256('one')}`
    expect(await cache().find(known)).toEqual({ refused })
    await cache().add(known, filling('one'))
    expect(await cache().find(known)).toEqual(found())
  })
})

test('without its marker it is as if there were none', async () => {
  await cache().add(tool, filling('one'))
  await rm(`${place()}.complete`)
  expect(await cache().find(tool)).toBeUndefined()
  await cache().add(tool, filling('one'))
  expect(await beside()).toEqual(whole)
})

describe('is proven', () => {
  test('by reading it, whatever its record says', async () => {
    await cache().add(tool, filling('one'))
    const record = JSON.stringify({ integrity: 'sha512-a', sha256: sha256('another') })
    await writeFile(join(place(), 'install.json'), record)
    const refused = `the sha256 of ${executable()} is ${sha256('one')}, expected is ${sha256('another')}`
    expect(await cache().find({ ...tool, sha256: sha256('another') })).toEqual({ refused })
    expect(await cache().find({ ...tool, sha256: sha256('one') })).toEqual(found())
  })

  test('also when it is a copy, as of the image of a runner', async () => {
    await cache().add(tool, filling('one'))
    await cp(place(), `${place()}-copy`, { recursive: true })
    await rm(place(), { recursive: true })
    await rename(`${place()}-copy`, place())
    expect(await cache().find(tool)).toEqual(found())
  })

  test('by what this project records, when something else put it there', async () => {
    await mkdir(place(), { recursive: true })
    await filling('one')(place())
    await chmod(executable(), 0o755)
    await writeFile(`${place()}.complete`, '')
    expect(await cache().find({ ...tool, sha256: sha256('one') })).toEqual(found())
  })
})

test('a package digest that is not asked for may be any', async () => {
  await cache().add(tool, filling('one'))
  expect(await cache().find({ ...tool, integrity: undefined })).toEqual(found())
})

test('a failed install leaves nothing, and its error comes through', async () => {
  const failing = async (draft: string) => {
    await filling('half')(draft)
    throw new Error('no luck')
  }
  await expect(cache().add(tool, failing)).rejects.toThrow('no luck')
  expect(await beside()).toEqual([])
  await expect(cache().addForJob(tool, failing)).rejects.toThrow('no luck')
  expect(await readdir(root)).toEqual(['tool'])
})

test('for a job alone it is not where others find it', async () => {
  const directory = await cache().addForJob(tool, filling('one'))
  expect(await readFile(join(directory, 'run'), 'utf8')).toBe('one')
  expect((await stat(join(directory, 'run'))).mode & 0o777).toBe(0o755)
  expect(await cache().find(tool)).toBeUndefined()
})

test('of two at once, both have the tool and one stays', async () => {
  const both = [cache().add(tool, filling('one')), cache().add(tool, filling('two'))]
  expect(await Promise.all(both)).toEqual([place(), place()])
  expect(['one', 'two']).toContain(await content())
  expect(await beside()).toEqual(whole)
})

test('the slower of two leaves the whole entry of the quicker alone', async () => {
  await cache().add(tool, async (draft) => {
    await cache().add(tool, filling('quick'))
    return filling('slow')(draft)
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
  expect(await beside()).toEqual([...whole, 'x64.partial-23'])
})

test('a disk that refuses is a ServiceError', async () => {
  await writeFile(join(root, 'tool'), '')
  const failing = cache().add(tool, filling('one'))
  await expect(failing).rejects.toMatchObject({ service: 'tool cache', name: 'ENOTDIR' })
})
