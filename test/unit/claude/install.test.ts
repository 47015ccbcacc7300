import { describe, expect, test } from '@jest/globals'

import { askVersion, installClaude } from '../../../src/claude/install.ts'
import { RELEASE } from '../../../src/claude/release.ts'
import type { CachedTool } from '../../../src/ports/install.ts'
import type { Captured } from '../../../src/ports/machine.ts'
import { convention, defaults, DIGEST, published, world } from './install-world.ts'

/** The digest of the tested version's executable is the recorded one, and not computed. */
const added = `add ${RELEASE.sha256['linux-x64']}`

describe('which version', () => {
  test('the tested one: one request, its digest recorded here, its address by convention', async () => {
    const { fake, calls, sought } = world()
    expect(await installClaude(defaults, fake)).toEqual({
      path: `/cache/${RELEASE.version}/x64/claude`,
      version: RELEASE.version,
      cacheHit: 'none',
    })
    expect(calls).toEqual([`unpack ${convention} ${RELEASE.integrity['linux-x64']}`, added])
    const { version, integrity, sha256 } = RELEASE
    expect(sought).toMatchObject([{ version, integrity: integrity['linux-x64'], sha256: sha256['linux-x64'] }])
  })

  test('another one: digest and address of the metadata', async () => {
    const { fake, calls } = world()
    expect(await installClaude({ ...defaults, version: '9.9.8' }, fake)).toMatchObject({ version: '9.9.8' })
    expect(calls).toEqual(['version 9.9.8', 'unpack http://r/t.tgz sha512-published', `add ${DIGEST}`])
  })

  test('the tested one asked for by its number is the tested one', async () => {
    const { fake, calls } = world()
    await installClaude({ ...defaults, version: RELEASE.version }, fake)
    expect(calls).toEqual([`unpack ${convention} ${RELEASE.integrity['linux-x64']}`, added])
  })

  test('latest is asked for once and logged', async () => {
    const { fake, calls, log } = world()
    expect(await installClaude({ ...defaults, version: 'latest' }, fake)).toMatchObject({ version: '9.9.9' })
    expect(calls).toEqual(['version latest', 'unpack http://r/t.tgz sha512-published', `add ${DIGEST}`])
    expect(log[0]).toBe('Claude Code latest is 9.9.9')
  })

  test('latest that is the tested one must have the recorded digest', async () => {
    const version = () => Promise.resolve({ ...published, version: RELEASE.version })
    const { fake, calls } = world({ registry: { version } })
    await installClaude({ ...defaults, version: 'latest' }, fake)
    expect(calls).toEqual([`unpack http://r/t.tgz ${RELEASE.integrity['linux-x64']}`, added])
  })
})

describe('the tool cache', () => {
  const find = ({ version }: CachedTool) => Promise.resolve({ directory: `/cache/${version}` })

  test.each([undefined, '9.9.9'])('%s from it: the registry is not even looked for', async (version) => {
    const address = () => Promise.reject(new Error('looked for'))
    const { fake } = world({ find, registry: { address } })
    expect(await installClaude({ ...defaults, version }, fake)).toEqual({
      path: `/cache/${version ?? RELEASE.version}/claude`,
      version: version ?? RELEASE.version,
      cacheHit: 'tool-cache',
    })
  })

  test('latest from it: asked which, then not downloaded', async () => {
    const { fake, calls, sought } = world({ find })
    expect(await installClaude({ ...defaults, version: 'latest' }, fake)).toMatchObject({ cacheHit: 'tool-cache' })
    expect(calls).toEqual(['version latest'])
    expect(sought).toMatchObject([{ version: '9.9.9', integrity: 'sha512-published' }])
  })
})

describe('an executable that is already there', () => {
  const there = { ...defaults, path: '/opt/claude' }
  const answering = (captured: Captured) => world({ capture: () => Promise.resolve(captured) }).fake

  test('is taken as it is: it is not even started', async () => {
    const capture = () => Promise.reject(new Error('started'))
    const found = { path: '/opt/claude', version: undefined, cacheHit: 'none' }
    expect(await installClaude(there, world({ capture }).fake)).toEqual(found)
  })

  test('can be asked for its version', async () => {
    const asked: unknown[] = []
    const capture = (file: string, args: readonly string[]) => {
      asked.push([file, ...args])
      return Promise.resolve({ code: 0, stdout: '2.0.1 (Claude Code)\n', stderr: '' })
    }
    expect(await askVersion('/opt/claude', world({ capture }).fake)).toBe('2.0.1')
    expect(asked).toEqual([['/opt/claude', '--version']])
  })

  test.each([
    ['not there', { code: undefined, stdout: '', stderr: 'spawn /opt/claude ENOENT' }, 'ENOENT'],
    ['something else', { code: 0, stdout: 'usage: claude', stderr: '' }, 'usage: claude'],
    ['broken', { code: 1, stdout: '2.0.1', stderr: 'segmentation fault' }, 'segmentation fault'],
  ])('%s: input-invalid, naming the input', async (_, captured, words) => {
    const failure = { code: 'input-invalid', message: expect.stringMatching(`claude-code-path.*${words}`) }
    await expect(askVersion('/opt/claude', answering(captured))).rejects.toMatchObject(failure)
  })
})

test('the log: what is coming, progress only when it is slow, what it took', async () => {
  const { fake, log } = world()
  await installClaude(defaults, fake)
  expect(log).toEqual([
    `Installing Claude Code ${RELEASE.version} for linux-x64 from http://r (about 175 MB)`,
    '100 of 175 MB, 12.5 MB/s',
    '175 MB in 12.0 s, 14.6 MB/s, sha512 checked',
  ])
})
