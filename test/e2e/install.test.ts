import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'

import { RELEASE } from '../../src/claude/release.ts'
import { serve, type Serving } from '../emulators/http.ts'
import { damaged, emulateRegistry, refused, tarballOf, type RegistryFault } from '../emulators/registry.ts'
import type { StepResult } from '../support/runner.ts'
import { fakeClaude } from '../support/fake-claude.ts'
import { scenario, type Scenario } from '../support/scenario.ts'

const NAME = `@anthropic-ai/claude-code-${process.platform}-${process.arch}`
const TARBALL = '/@anthropic-ai/claude-code-'
const QUICK = { 'upload-transcript': 'never' }

let here: Scenario
let registry: Serving
let toolCache: string

beforeEach(async () => {
  toolCache = mkdtempSync(join(tmpdir(), 'tool-cache-'))
  here = await scenario({ toolCache })
})
afterEach(async () => {
  await here[Symbol.asyncDispose]()
  await registry.close()
  rmSync(toolCache, { recursive: true })
})

/** A registry with these versions of a program that tells its version, and otherwise ends well at once. */
async function publish(versions: readonly string[], faults: readonly RegistryFault[] = []): Promise<void> {
  const packages = await Promise.all(
    versions.map(async (version, at) => {
      const tarball = await tarballOf({ 'package/claude': fakeClaude(version), 'package/package.json': '{}' })
      return { name: NAME, version, tarball, tags: at === versions.length - 1 ? ['latest'] : [] }
    }),
  )
  registry = await serve(emulateRegistry({ packages, faults }))
}

const install = (inputs: Record<string, string>): Promise<StepResult> =>
  here.step({ ...QUICK, 'registry-url': registry.url, ...inputs })

const tarballsAsked = () => registry.requests.filter(({ path }) => path.startsWith(TARBALL)).map(({ path }) => path)
const entries = () => readdirSync(toolCache, { recursive: true }).map(String)

/** A run of the fake, which asks no model: at the gateway that would be a failure. */
const DIRECT = { prompt: 'Work.', credentials: 'environment' }

test('a version that the tool cache does not have is downloaded, kept, and found there by the next step', async () => {
  await publish(['9.9.8', '9.9.9'])
  const first = await install({ 'claude-code-version': '9.9.8' })
  expect(first.outputs).toMatchObject({ conclusion: 'setup', 'claude-code-version': '9.9.8', 'cache-hit': 'none' })
  const path = first.outputs['claude-code-path'] ?? ''
  expect(path.startsWith(toolCache)).toBe(true)
  expect(execFileSync(path, ['--version'], { encoding: 'utf8' })).toBe('9.9.8 (Claude Code)\n')
  expect(first.main.stdout).toMatch(/Installing Claude Code 9\.9\.8 .*from http:\/\/127\.0\.0\.1/)
  expect(first.main.stdout).toContain('sha512 checked')
  expect(tarballsAsked()).toHaveLength(1)

  const asked = registry.requests.length
  const second = await install({ 'claude-code-version': '9.9.8', ...DIRECT })
  expect(registry.requests).toHaveLength(asked)
  expect(second.outputs).toMatchObject({
    conclusion: 'success',
    result: 'From the fake.',
    'claude-code-path': path,
    'cache-hit': 'tool-cache',
  })
})

test('latest is asked for by its tag', async () => {
  await publish(['9.9.8', '9.9.9'])
  const { outputs } = await install({ 'claude-code-version': 'latest' })
  expect(outputs).toMatchObject({ conclusion: 'setup', 'claude-code-version': '9.9.9', 'cache-hit': 'none' })
})

test('a registry that fails once is asked again', async () => {
  await publish(['9.9.9'], [{ on: 'tarball', times: 1, change: refused(503, 'busy') }])
  const { outputs, main } = await install({ 'claude-code-version': '9.9.9' })
  expect(outputs).toMatchObject({ conclusion: 'setup', 'claude-code-version': '9.9.9' })
  expect(main.stdout).toMatch(/503.*trying again in \d s/)
})

interface Refusal {
  readonly name: string
  readonly versions: readonly string[]
  readonly faults?: readonly RegistryFault[]
  readonly wanted: string
  readonly code: string
  readonly says: readonly string[]
  readonly downloads: number
}

describe('an install that fails says why, and leaves nothing in the tool cache', () => {
  test.each<Refusal>([
    {
      name: 'there is no such version: the nearest are named',
      versions: ['1.0.0', '9.9.5', '9.9.8', '9.9.9'],
      wanted: '9.9.7',
      code: 'version-not-found',
      says: ['the nearest it has are 9.9.8, 9.9.9, 9.9.5, 1.0.0', 'claude-code-version: 9.9.8'],
      downloads: 0,
    },
    {
      name: 'the bytes are not those of the metadata',
      versions: ['9.9.9'],
      faults: [{ on: 'tarball', change: damaged }],
      wanted: '9.9.9',
      code: 'install-integrity-mismatch',
      says: ['Do not use these bytes'],
      downloads: 1,
    },
    {
      name: 'the bytes are not those of the version this release was tested with, whatever the registry says',
      versions: [RELEASE.version],
      wanted: '',
      code: 'install-integrity-mismatch',
      says: [`Claude Code ${RELEASE.version}`],
      downloads: 1,
    },
    {
      name: 'the registry keeps failing',
      versions: ['9.9.9'],
      faults: [{ on: 'tarball', change: refused(500, 'the disk is on fire') }],
      wanted: '9.9.9',
      code: 'install-download-failed',
      says: ['500', 'the disk is on fire', 'tried 3 times'],
      downloads: 3,
    },
  ])('$name: $code', async ({ versions, faults, wanted, code, says, downloads }) => {
    await publish(versions, faults)
    const { main, outputs } = await install({ 'claude-code-version': wanted, prompt: 'Work.' })
    expect(main.code).toBe(1)
    expect(outputs).toMatchObject({
      conclusion: 'failure',
      'failure-code': code,
      'claude-code-path': '',
      'cache-hit': '',
    })
    for (const part of says) expect(outputs['failure-message']).toContain(part)
    expect(tarballsAsked()).toHaveLength(downloads)
    expect(entries().filter((name) => /complete$|\/claude$/.test(name))).toEqual([])
  })
})
