// The Actions cache with its real client, against the emulated service.
import { execFileSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'

import { createActionsCache } from '../../src/world/actions-cache.ts'
import { createProcesses } from '../../src/world/processes.ts'
import { startGithub, type Github } from '../emulators/github.ts'
import { serve } from '../emulators/http.ts'

let home: string
let github: Github
let before: NodeJS.ProcessEnv

beforeEach(async () => {
  before = { ...process.env }
  home = mkdtempSync(join(tmpdir(), 'actions-cache-'))
  for (const folder of ['workspace', 'temp', 'tool', DRAFT]) mkdirSync(join(home, folder))
  await use({})
})
afterEach(async () => {
  await github.close()
  for (const name of Object.keys(process.env)) if (before[name] === undefined) Reflect.deleteProperty(process.env, name)
  Object.assign(process.env, before)
  rmSync(home, { recursive: true })
})

/** The environment of a job on the emulated GitHub, in this process, where the client looks for it. */
async function use(options: Parameters<typeof startGithub>[0]): Promise<void> {
  github = await startGithub(options)
  const runner = { GITHUB_WORKSPACE: join(home, 'workspace'), RUNNER_TEMP: join(home, 'temp') }
  Object.assign(process.env, github.env, runner)
}

const cache = (timeouts = { findMs: 8_000, restoreMs: 20_000, saveMs: 20_000 }) =>
  createActionsCache({ env: process.env, processes: createProcesses(process.env), timeouts })

const sha256 = (content: string | Buffer) => createHash('sha256').update(content).digest('hex')
const KEY = 'tool-linux-x64-1.2.3-sha256-ab'
/** What tar and its variable would take for something else. */
const DRAFT = 'dr aft, \\&*'
const draft = () => ({ directory: join(home, DRAFT), file: 'run' })

/** Installs a tool and saves it. */
async function save(content: string | Buffer, key = KEY): Promise<boolean> {
  const path = join(home, 'tool', 'run')
  writeFileSync(path, content, { mode: 0o755 })
  return cache().save({ key, path, sha256: sha256(content) })
}

describe('what was saved', () => {
  test('is found and restored on a machine where everything is elsewhere, and is not executable', async () => {
    const content = randomBytes(3 << 20)
    const here = process.cwd()
    expect(await save(content)).toBe(true)
    expect(process.cwd()).toBe(here)
    process.env.GITHUB_WORKSPACE = join(home, 'elsewhere', 'deep', 'workspace')
    expect(await cache().find([KEY], 'run')).toBe(KEY)
    expect(await cache().restore(KEY, draft())).toBe(sha256(content))
    expect(readFileSync(join(home, DRAFT, 'run')).equals(content)).toBe(true)
    expect(statSync(join(home, DRAFT, 'run')).mode & 0o777).toBe(0o644)
    expect(readdirSync(join(home, 'temp'))).not.toContain('run')
    expect(process.env.TAR_OPTIONS).toBeUndefined()
  })

  test('is found by the beginning of its key, the newest first, after what is asked for before', async () => {
    await save('one', 'tool-1.2.3-sha256-a')
    await save('two', 'tool-1.2.3-sha256-b')
    expect(await cache().find(['tool-1.2.3-sha256-'], 'run')).toBe('tool-1.2.3-sha256-b')
    expect(await cache().find(['tool-1.2.3-sha256-a.', 'tool-1.2.3-sha256-a'], 'run')).toBe('tool-1.2.3-sha256-a')
    expect(await cache().find(['tool-1.2.4-'], 'run')).toBeUndefined()
  })

  test('must still be what was installed', async () => {
    const path = join(home, 'tool', 'run')
    writeFileSync(path, 'evil')
    const saving = cache().save({ key: KEY, path, sha256: sha256('good') })
    await expect(saving).rejects.toMatchObject({ service: 'Actions cache', name: 'IntegrityMismatch' })
    expect(github.cache.entries).toEqual([])
  })
})

describe('a poisoned entry', () => {
  /** Saves what `members` makes in a folder of the attacker's, under the key and the paths that the action asks for. */
  async function poison(make: (folder: string) => string[]): Promise<void> {
    const folder = join(home, 'attacker')
    mkdirSync(folder)
    const members = make(folder)
    const archive = join(home, 'evil.tar')
    execFileSync('tar', ['--posix', '-P', '-cf', archive, ...members], { cwd: folder })
    const compressed = execFileSync('zstd', ['-qc', archive])
    await save('bait')
    const [bait] = github.cache.entries
    bait!.bytes.fill(0)
    Object.assign(bait!, { bytes: compressed })
    github.cache.faults.next('GetBlob', {
      status: 200,
      headers: { 'content-length': String(compressed.length), 'content-type': 'application/octet-stream' },
      body: compressed,
    })
  }
  const inFolder = (folder: string, name: string, content = 'evil') => {
    mkdirSync(join(folder, name, '..'), { recursive: true })
    writeFileSync(join(folder, name), content)
    return name
  }

  test('cannot write anywhere else, with an absolute name, with .. or with a link', async () => {
    const outside = join(home, 'outside')
    mkdirSync(outside)
    const victim = inFolder(outside, 'victim', 'good')
    await poison((folder) => {
      inFolder(folder, 'run')
      symlinkSync(outside, join(folder, 'link'))
      return [join(outside, victim), inFolder(folder, '../outside/planted'), 'link', 'run']
    })
    writeFileSync(join(outside, victim), 'untouched')
    rmSync(join(outside, 'planted'))
    const result = await cache()
      .restore(KEY, draft())
      .catch(() => 'refused')
    expect([sha256('evil'), 'refused']).toContain(result)
    expect(readFileSync(join(outside, victim), 'utf8')).toBe('untouched')
    expect(readdirSync(outside)).toEqual([victim])
    expect(readdirSync(join(home, DRAFT)).filter((name) => name !== 'run')).toEqual([])
    expect(readdirSync(join(home, 'workspace'))).toEqual([])
  })

  test('has another sha256', async () => {
    await poison((folder) => [inFolder(folder, 'run')])
    expect(await cache().restore(KEY, draft())).toBe(sha256('evil'))
  })

  test.each([
    ['a link', (folder: string) => symlinkSync('/bin/sh', join(folder, 'run'))],
    ['a folder', (folder: string) => mkdirSync(join(folder, 'run'))],
  ])('that holds %s is no file', async (_, make) => {
    await poison((folder) => {
      make(folder)
      return ['run']
    })
    await expect(cache().restore(KEY, draft())).rejects.toMatchObject({ name: 'NotRestored' })
  })

  test('may set no bits that make a program of root’s', async () => {
    await poison((folder) => {
      inFolder(folder, 'run')
      chmodSync(join(folder, 'run'), 0o4777)
      return ['run']
    })
    await cache().restore(KEY, draft())
    expect(statSync(join(home, DRAFT, 'run')).mode & 0o7777).toBe(0o644)
  })
})

describe('a failure is a ServiceError, in bounded time:', () => {
  test('an entry that is damaged', async () => {
    await save(randomBytes(1 << 20))
    github.cache.faults.next('GetBlob', { status: 200, body: randomBytes(1000) })
    await expect(cache().restore(KEY, draft())).rejects.toMatchObject({ service: 'Actions cache', name: 'NotRestored' })
    expect(process.env.TAR_OPTIONS).toBeUndefined()
  })

  test('a service that hangs', async () => {
    const silent = await serve(() => new Promise(() => undefined))
    process.env.ACTIONS_RESULTS_URL = silent.url
    const short = cache({ findMs: 300, restoreMs: 300, saveMs: 300 })
    await expect(short.find([KEY], 'run')).rejects.toMatchObject({ name: 'Timeout' })
    await expect(short.restore(KEY, draft())).rejects.toMatchObject({ name: 'Timeout' })
    // The client has not given up yet: whatever it unpacks later is nothing.
    expect(process.env.TAR_OPTIONS).toBe('--exclude=*')
    await silent.close()
  })

  test('a token that may only read saves nothing', async () => {
    await github.close()
    await use({ cacheReadOnly: true })
    expect(await cache().access()).toBe('read')
    expect(await save('one')).toBe(false)
  })
})

describe('what the job may do', () => {
  const token = (ac: unknown) => `x.${Buffer.from(JSON.stringify({ ac })).toString('base64url')}.x`
  test.each<[string, Record<string, string>, string]>([
    ['read and write', {}, 'write'],
    ['no service', { ACTIONS_RESULTS_URL: '', ACTIONS_CACHE_URL: '' }, 'none'],
    ['no token', { ACTIONS_RUNTIME_TOKEN: '' }, 'none'],
    [
      'a token that may only read',
      { ACTIONS_RUNTIME_TOKEN: token('[{"Scope":"refs/heads/main","Permission":1}]') },
      'read',
    ],
    [
      'a token that may write one scope',
      { ACTIONS_RUNTIME_TOKEN: token('[{"Permission":1},{"Permission":3}]') },
      'write',
    ],
    ['a token that cannot be read', { ACTIONS_RUNTIME_TOKEN: 'opaque' }, 'write'],
    ['a mode that only reads', { ACTIONS_CACHE_MODE: 'read' }, 'read'],
    ['a workspace that the client cannot name to tar', { GITHUB_WORKSPACE: '/with a/space' }, 'none'],
    ['a mode that does nothing', { ACTIONS_CACHE_MODE: 'none' }, 'none'],
  ])('%s', async (_, env, access) => {
    Object.assign(process.env, env)
    expect(await cache().access()).toBe(access)
  })

  test('nothing where tar is not GNU tar', async () => {
    const processes = { capture: () => Promise.resolve({ code: 0, stdout: 'tar (busybox) 1.36.1', stderr: '' }) }
    expect(await createActionsCache({ env: process.env, processes }).access()).toBe('none')
  })
})
