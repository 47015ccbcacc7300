import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'

import { RELEASE } from '../../src/claude/release.ts'
import type { Platform } from '../../src/claude/platform.ts'
import { connectionLost } from '../emulators/faults.ts'
import { serve, type EmulatedReply, type Serving } from '../emulators/http.ts'
import { damaged, emulateRegistry, tarballOf, type RegistryFault } from '../emulators/registry.ts'
import type { StepResult } from '../support/runner.ts'
import { fakeClaude } from '../support/fake-claude.ts'
import { scenario, type Scenario } from '../support/scenario.ts'

const PLATFORM = `${process.platform}-${process.arch}`
const VERSION = { 'claude-code-version': '9.9.9' }

let here: Scenario
let registry: Serving
let home: string
let jobs = 0

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'install-cache-'))
  here = await scenario({ toolCache: join(home, 'unused') })
  await publish()
})
afterEach(async () => {
  await here[Symbol.asyncDispose]()
  await registry.close()
  rmSync(home, { recursive: true })
})

async function publish(faults: readonly RegistryFault[] = []): Promise<void> {
  const packages = await Promise.all(
    ['9.9.9', '9.9.99', RELEASE.version].map(async (version) => {
      const tarball = await tarballOf({ 'package/claude': fakeClaude(version), 'package/package.json': '{}' })
      return { name: `@anthropic-ai/claude-code-${PLATFORM}`, version, tarball }
    }),
  )
  registry = await serve(emulateRegistry({ packages, faults }))
}

/** A step of a job on a runner of its own, whose tool cache is empty unless given. */
async function job(
  inputs: Record<string, string> = VERSION,
  toolCache = join(home, `job-${++jobs}`),
): Promise<StepResult> {
  const env = { RUNNER_TOOL_CACHE: toolCache }
  const common = { 'upload-transcript': 'never', 'registry-url': registry.url }
  return here.step({ ...common, ...inputs }, { env })
}

const keys = () => here.github.cache.entries.map(({ key }) => key)
const entryOf = (version: string) => {
  const sha256 = createHash('sha256').update(fakeClaude(version)).digest('hex')
  return `claude-code-${PLATFORM}-${version}-sha256-${sha256}`
}
const warnings = ({ main, post }: StepResult) => `${main.stdout}${post.stdout}`.match(/^::warning.*$/gm) ?? []
const versionIn = ({ outputs }: StepResult) =>
  execFileSync(outputs['claude-code-path'] ?? '', ['--version'], { encoding: 'utf8' }).trim()

/** Puts another file into an entry, as somebody who may write the cache could. */
function poison(program: string): void {
  const folder = join(home, 'attacker')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'claude'), program, { mode: 0o755 })
  const archive = execFileSync('tar', ['--zstd', '-cf', '-', '-C', folder, 'claude'])
  const headers = { 'content-length': String(archive.length) }
  here.github.cache.faults.next('GetBlob', { status: 200, headers, body: archive })
}

async function* hanging(): AsyncGenerator<Uint8Array> {
  yield* [await new Promise<never>(() => undefined)]
}

/** A run of the fake, which asks no model: at the gateway that would be a failure. It is a script: in the sandbox that is a warning. */
const DIRECT = { prompt: 'Work.', credentials: 'environment', isolation: 'off' }

describe('the Actions cache', () => {
  test('has what a job downloaded, for a job on another runner, also with the registry down', async () => {
    const first = await job()
    expect(first.outputs).toMatchObject({ conclusion: 'setup', 'cache-hit': 'none' })
    expect(first.main.stdout).not.toContain('Saved')
    expect(first.post.stdout).toContain(`Saved in the Actions cache: ${entryOf('9.9.9')}`)
    expect(keys()).toEqual([entryOf('9.9.9')])

    await registry.close()
    const second = await job({ ...VERSION, ...DIRECT })
    expect(second.outputs).toMatchObject({
      conclusion: 'success',
      result: 'From the fake.',
      'cache-hit': 'actions-cache',
    })
    expect(versionIn(second)).toBe('9.9.9 (Claude Code)')
    expect(second.main.stdout).toContain('from the Actions cache')
    expect(second.post.stdout).toBe('')
    expect(keys()).toHaveLength(1)
    expect([...warnings(first), ...warnings(second)]).toEqual([])
  })

  test('is not asked when the tool cache has it', async () => {
    const toolCache = join(home, 'self-hosted')
    await job(VERSION, toolCache)
    const asked = here.github.requests.length
    const second = await job(VERSION, toolCache)
    expect(second.outputs).toMatchObject({ 'cache-hit': 'tool-cache' })
    expect(here.github.requests.slice(asked).filter(({ path }) => path.includes('Cache'))).toEqual([])
  })

  test('does not give one version for another whose number begins the same', async () => {
    await job({ 'claude-code-version': '9.9.99' })
    const { outputs } = await job()
    expect(outputs).toMatchObject({ 'claude-code-version': '9.9.9', 'cache-hit': 'none' })
    expect(keys()).toEqual([entryOf('9.9.99'), entryOf('9.9.9')])
  })

  test('that is poisoned is refused, said, and replaced for later jobs', async () => {
    await job()
    poison('#!/bin/sh\necho evil\n')
    const second = await job()
    expect(second.outputs).toMatchObject({ conclusion: 'setup', 'cache-hit': 'none' })
    expect(versionIn(second)).toBe('9.9.9 (Claude Code)')
    expect(warnings(second)).toEqual([expect.stringMatching(/comes from the registry.*sha256 of claude.*expected is/)])
    expect(keys()).toEqual([entryOf('9.9.9'), `${entryOf('9.9.9')}.4711-1`])

    await registry.close()
    const third = await job()
    expect(third.outputs).toMatchObject({ 'cache-hit': 'actions-cache' })
    expect(third.main.stdout).toContain(`${entryOf('9.9.9')}.4711-1`)
  })

  test('must hold the tested version to the sha256 recorded here, whatever its entry says of itself', async () => {
    const sha256 = RELEASE.sha256[PLATFORM as Platform]
    await job()
    // The service finds this entry's key, and its file is one that somebody else has put there.
    const [entry] = here.github.cache.entries
    Object.assign(entry!, { key: `claude-code-${PLATFORM}-${RELEASE.version}-sha256-${sha256}` })
    const result = await job({})
    const refused = `is ${createHash('sha256').update(fakeClaude('9.9.9')).digest('hex')}, expected is ${sha256}`
    expect(warnings(result)).toEqual([expect.stringContaining(refused)])
    // This registry lies too.
    expect(result.outputs).toMatchObject({ 'failure-code': 'install-integrity-mismatch', 'claude-code-path': '' })
  })

  test('that a token may only read is read, and not written', async () => {
    await here[Symbol.asyncDispose]()
    here = await scenario({ github: { cacheReadOnly: true } })
    const result = await job()
    expect(result.outputs).toMatchObject({ conclusion: 'setup', 'cache-hit': 'none' })
    expect(here.github.requests.map(({ path }) => path.split('/').at(-1))).toContain('GetCacheEntryDownloadURL')
    expect(here.github.requests.map(({ path }) => path.split('/').at(-1))).not.toContain('CreateCacheEntry')
    expect(warnings(result)).toEqual([])
    expect(result.post.stdout).toBe('')
  })

  test('is not written for a pull request from a fork', async () => {
    await here[Symbol.asyncDispose]()
    const repo = (full_name: string) => ({ repo: { full_name } })
    const pullRequest = { head: repo('stranger/octo-repo'), base: repo('octo-org/octo-repo') }
    const payload = { sender: { login: 'octocat' }, pull_request: pullRequest }
    here = await scenario({ event: { name: 'pull_request', payload } })
    const result = await job()
    expect(result.outputs).toMatchObject({ conclusion: 'setup', 'cache-hit': 'none' })
    expect(keys()).toEqual([])
  })

  test.each<[string, () => EmulatedReply, RegExp]>([
    ['fails', () => connectionLost, /Failed to restore/],
    ['hangs', () => ({ status: 200, body: hanging() }), /not from the Actions cache.*no answer within 8 s/],
  ])('that %s is a warning, and costs seconds', async (_, reply, says) => {
    for (let times = 0; times < 9; times++) here.github.cache.faults.next('GetCacheEntryDownloadURL', reply())
    const result = await job()
    expect(result.outputs).toMatchObject({ conclusion: 'setup', 'cache-hit': 'none' })
    expect(warnings({ ...result, post: result.main })[0]).toMatch(says)
    expect(`${result.main.stdout}${result.post.stdout}`).not.toContain('::error')
  })

  test('that has it when post comes to save it gets nothing', async () => {
    await job({ 'claude-code-version': '9.9.99' })
    here.github.cache.faults.next('GetCacheEntryDownloadURL', {
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ok: false, signed_download_url: '', matched_key: '' }),
    })
    const second = await job({ 'claude-code-version': '9.9.99' })
    expect(second.outputs).toMatchObject({ 'cache-hit': 'none' })
    expect(here.github.requests.filter(({ path }) => path.endsWith('/CreateCacheEntry'))).toHaveLength(1)
    expect(keys()).toHaveLength(1)
  })

  test('gets nothing of an install that failed', async () => {
    await registry.close()
    await publish([{ on: 'tarball', change: damaged }])
    const result = await job()
    expect(result.outputs).toMatchObject({ 'failure-code': 'install-integrity-mismatch' })
    expect(result.post.stdout).toBe('')
    expect(keys()).toEqual([])
  })

  test('gets nothing that a later step has changed', async () => {
    const started = here.step(
      { 'upload-transcript': 'never', 'registry-url': registry.url, ...VERSION },
      {
        env: { RUNNER_TOOL_CACHE: join(home, 'changed') },
        onStart: ({ phase }) => {
          if (phase === 'post') writeFileSync(join(home, `changed/claude-code/9.9.9/${process.arch}/claude`), 'evil')
        },
      },
    )
    const result = await started
    expect(warnings(result)).toEqual([
      expect.stringMatching(/was not saved in the Actions cache.*the sha256 of .* is .*, expected is /),
    ])
    expect(keys()).toEqual([])
  })
})

describe('the tool cache', () => {
  test('that is damaged is refused, said, and replaced', async () => {
    const toolCache = join(home, 'self-hosted')
    const path = (await job(VERSION, toolCache)).outputs['claude-code-path'] ?? ''
    writeFileSync(path, '#!/bin/sh\necho evil\n'.padEnd(readFileSync(path).length))
    utimesSync(path, 0, 0)
    const second = await job(VERSION, toolCache)
    expect(warnings(second)).toEqual([expect.stringMatching(/in the tool cache is refused, and replaced.*sha256/)])
    expect(versionIn(second)).toBe('9.9.9 (Claude Code)')
    expect(second.outputs).toMatchObject({ 'claude-code-path': path, 'cache-hit': 'actions-cache' })
    expect(readdirSync(dirname(dirname(path))).toSorted()).toEqual([process.arch, `${process.arch}.complete`])
  })
})

test('cache: false takes it from neither, and leaves it in neither', async () => {
  const toolCache = join(home, 'self-hosted')
  await job(VERSION, toolCache)
  const asked = here.github.requests.length
  const second = await job({ ...VERSION, cache: 'false' }, toolCache)
  expect(second.outputs).toMatchObject({ conclusion: 'setup', 'cache-hit': 'none' })
  expect(second.outputs['claude-code-path']).not.toContain(toolCache)
  expect(versionIn(second)).toBe('9.9.9 (Claude Code)')
  expect(here.github.requests.slice(asked).filter(({ path }) => path.includes('Cache'))).toEqual([])
})
