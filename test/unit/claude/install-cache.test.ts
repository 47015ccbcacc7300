import { describe, expect, test } from '@jest/globals'

import { saveClaude } from '../../../src/claude/install-cache.ts'
import { installClaude } from '../../../src/claude/install.ts'
import { RELEASE } from '../../../src/claude/release.ts'
import { ServiceError } from '../../../src/errors.ts'
import type { ActionsCache, ToolCache } from '../../../src/ports/install.ts'
import { defaults, DIGEST, world } from './install-world.ts'

const failing = new ServiceError({ service: 'Actions cache', operation: 'find', name: 'Timeout', message: 'no answer' })
const other = { ...defaults, version: '9.9.9' }
const PREFIX = 'claude-code-linux-x64-9.9.9-sha256-'
const TESTED = `claude-code-linux-x64-${RELEASE.version}-sha256-${RELEASE.sha256['linux-x64']}`

const having = (key: string | undefined, more: Partial<ActionsCache> = {}): Partial<ActionsCache> => ({
  access: () => Promise.resolve('write'),
  find: () => Promise.resolve(key),
  ...more,
})

describe('what is asked for', () => {
  const writing: Partial<ActionsCache> = { access: () => Promise.resolve('write') }
  test('of the tested version: its own sha256, what replaced a refused entry first', async () => {
    const { fake, calls } = world({ actionsCache: writing })
    const { toSave } = await installClaude(defaults, fake)
    expect(calls[0]).toBe(`find ${TESTED}. ${TESTED}`)
    expect(toSave).toEqual({
      ...{ key: TESTED, sha256: RELEASE.sha256['linux-x64'] },
      path: `/cache/${RELEASE.version}/x64/claude`,
    })
  })

  test('of another version: any sha256, on this platform and C library only', async () => {
    const { fake, calls } = world({ actionsCache: writing, runner: { musl: true } })
    const { toSave } = await installClaude(other, fake)
    expect(calls[0]).toBe('find claude-code-linux-x64-musl-9.9.9-sha256-')
    expect(toSave?.key).toBe(`claude-code-linux-x64-musl-9.9.9-sha256-${DIGEST}`)
  })

  test.each<[string, Partial<ActionsCache>, object]>([
    ['a token that may only read', { access: () => Promise.resolve('read') }, {}],
    ['a pull request from a fork', writing, { fromFork: true }],
  ])('%s asks, and saves nothing', async (_, actionsCache, runner) => {
    const { fake, calls } = world({ actionsCache, runner })
    expect((await installClaude(other, fake)).toSave).toBeUndefined()
    expect(calls[0]).toBe(`find ${PREFIX}`)
  })

  test('nothing where there is no cache, or it is not wanted', async () => {
    const find = () => Promise.reject(new Error('asked'))
    const without = world({ actionsCache: { find } })
    expect(await installClaude(other, without.fake)).not.toHaveProperty('toSave')
    const unwanted = world({ actionsCache: having(undefined, { find }), find })
    const installed = await installClaude({ ...other, cache: false }, unwanted.fake)
    expect(installed).toMatchObject({ path: '/temp/9.9.9/claude', cacheHit: 'none' })
    expect(unwanted.calls.at(-1)).toBe(`add for job ${DIGEST}`)
  })
})

describe('what is there', () => {
  test.each([`${PREFIX}${DIGEST}`, `${PREFIX}${DIGEST}.7-1`])('%s is restored, no registry looked for', async (key) => {
    const address = () => Promise.reject(new Error('looked for'))
    const { fake, calls } = world({ actionsCache: having(key), registry: { address } })
    expect(await installClaude(other, fake)).toEqual({
      ...{ path: '/cache/9.9.9/x64/claude', version: '9.9.9', cacheHit: 'actions-cache' },
    })
    expect(calls).toEqual([`restore ${key} /draft`, `add ${DIGEST}`])
  })

  test.each([
    ['of a version that begins the same', `claude-code-linux-x64-9.9.99-sha256-${DIGEST}`],
    ['of another form', `${PREFIX}${DIGEST}/../x`],
    ['without a sha256', PREFIX],
  ])('an entry %s is none', async (_, key) => {
    const { fake, log } = world({ actionsCache: having(key) })
    expect(await installClaude(other, fake)).toMatchObject({ cacheHit: 'none', toSave: { key: `${PREFIX}${DIGEST}` } })
    expect(log.join()).not.toContain('Actions cache')
  })

  test('an entry of the tested version with another sha256 in its key is none', async () => {
    const key = `claude-code-linux-x64-${RELEASE.version}-sha256-${DIGEST}`
    expect(await installClaude(defaults, world({ actionsCache: having(key) }).fake)).toMatchObject({ cacheHit: 'none' })
  })

  test('with other bytes is refused, said, and replaced under a key of its own', async () => {
    const restore = () => Promise.resolve('e1'.repeat(32))
    const { fake, log } = world({ actionsCache: having(`${PREFIX}${DIGEST}`, { restore }) })
    const { cacheHit, toSave } = await installClaude(other, fake)
    expect(cacheHit).toBe('none')
    expect(log[0]).toContain(`is ${'e1'.repeat(32)}, expected is ${DIGEST}`)
    expect(toSave?.key).toBe(`${PREFIX}${DIGEST}.7-1`)
  })

  test('in a service that fails is not waited for, nor saved', async () => {
    const { fake, log } = world({ actionsCache: having('', { find: () => Promise.reject(failing) }) })
    expect(await installClaude(other, fake)).not.toHaveProperty('toSave')
    expect(log[0]).toBe(
      'Claude Code 9.9.9 comes from the registry, not from the Actions cache. Actions cache: no answer.',
    )
  })
})

test('a tool cache that is refused is said, and then the Actions cache is asked', async () => {
  const find = () => Promise.resolve({ refused: 'it has two heads' })
  const { fake, log } = world({ find, actionsCache: having(`${PREFIX}${DIGEST}`) })
  expect(await installClaude(other, fake)).toMatchObject({ cacheHit: 'actions-cache' })
  expect(log[0]).toBe('Claude Code 9.9.9 in the tool cache is refused, and replaced: it has two heads.')
})

describe('saving', () => {
  const key = `${PREFIX}${DIGEST}`
  const there: ToolCache['find'] = () => Promise.resolve({ directory: '/cache' })
  const saving = async (actionsCache: Partial<ActionsCache>, { of = key, find = there } = {}) => {
    const saved: unknown[] = []
    const save = (file: unknown) => Promise.resolve(saved.push(file) > 0)
    const { fake, log, calls } = world({ actionsCache: { save, ...actionsCache }, find })
    await saveClaude(of, fake)
    return { log, calls, saved }
  }

  test('takes the file of this version in the tool cache, and reports it', async () => {
    const { log, calls, saved } = await saving({})
    expect(calls).toEqual([`find ${key}`])
    expect(saved).toEqual([{ key, path: '/cache/claude', sha256: DIGEST }])
    expect(log).toEqual([`Saved in the Actions cache: ${key}`])
  })

  test('is left to who came first', async () => {
    const save = () => Promise.reject(new Error('saved'))
    expect((await saving({ find: () => Promise.resolve(key), save })).log).toEqual([])
  })

  test('that fails is a warning', async () => {
    const { log } = await saving({ save: () => Promise.reject(failing) })
    expect(log).toEqual(['Claude Code was not saved in the Actions cache. no answer.'])
  })

  test.each([
    ['of another platform', `claude-code-darwin-x64-9.9.9-sha256-${DIGEST}`],
    ['of another tool', `something-linux-x64-9.9.9-sha256-${DIGEST}`],
    ['with a path for a version', `claude-code-linux-x64-9/../../x-sha256-${DIGEST}`],
    ['of the tested version with another sha256', `claude-code-linux-x64-${RELEASE.version}-sha256-${DIGEST}`],
    ['of another run', `${key}.8-1`],
  ])('is refused for a key %s', async (_, of) => {
    const { log, calls, saved } = await saving({}, { of })
    expect([calls, saved]).toEqual([[], []])
    expect(log).toEqual([expect.stringContaining('is not the key of what this run can have installed')])
  })

  test.each([
    ['is not there', undefined, 'Version 9.9.9 is not in the tool cache'],
    ['is not as it was recorded', { refused: 'it has two heads' }, 'it has two heads'],
  ])('is refused when the tool cache says that it %s', async (_, found, reason) => {
    const { log, saved } = await saving({}, { find: () => Promise.resolve(found) })
    expect(saved).toEqual([])
    expect(log).toEqual([`Claude Code was not saved in the Actions cache. ${reason}.`])
  })
})
