import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'

import { serve, type Serving } from './http.ts'
import { damaged, emulateRegistry, fakeClaude, type EmulatedRegistryOptions } from './registry.ts'

const run = promisify(execFile)
const name = '@anthropic-ai/claude-code-linux-x64'

let home: string
let serving: Serving | undefined

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'registry-'))
})

afterEach(async () => {
  await serving?.close()
  await rm(home, { recursive: true })
})

async function start(options: Omit<EmulatedRegistryOptions, 'packages'> = {}) {
  const packages = [await fakeClaude('9.9.8'), await fakeClaude('9.9.9')]
  serving = await serve(emulateRegistry({ packages, path: '/npm', ...options }))
  return `${serving.url}/npm`
}

/** The real npm, with nothing of this machine's configuration. */
async function npm(registry: string, ...args: readonly string[]): Promise<unknown> {
  const userconfig = join(home, 'npmrc')
  await writeFile(userconfig, `registry=${registry}/\n${registry.slice('http:'.length)}/:_authToken=right\n`)
  const env = { PATH: process.env.PATH, HOME: home, npm_config_userconfig: userconfig, npm_config_fetch_retries: '0' }
  const { stdout } = await run('npm', [...args, '--json'], { cwd: home, env })
  const seen: unknown = JSON.parse(stdout)
  return seen
}

describe('the real npm takes the emulator for a registry', () => {
  test('view: versions, dist-tags, integrity', async () => {
    const registry = await start()
    const seen = await npm(registry, 'view', `${name}@latest`, 'version', 'versions', 'dist.integrity')
    expect(seen).toEqual({
      version: '9.9.9',
      versions: ['9.9.8', '9.9.9'],
      'dist.integrity': expect.stringMatching(/^sha512-/),
    })
  })

  test('pack: the tarball, checked against its integrity', async () => {
    await npm(await start(), 'pack', `${name}@9.9.9`)
    expect(await readdir(home)).toContain('anthropic-ai-claude-code-linux-x64-9.9.9.tgz')
  })

  test('a damaged tarball is EINTEGRITY', async () => {
    const registry = await start({ faults: [{ on: 'tarball', change: damaged }] })
    await expect(npm(registry, 'pack', `${name}@9.9.9`)).rejects.toThrow('EINTEGRITY')
  })

  test.each([
    ['right', '9.9.9'],
    ['another', 'E403'],
  ])('a registry that asks for the token %s', async (token, outcome) => {
    const registry = await start({ token })
    const seen = await npm(registry, 'view', name, 'version').catch((error: unknown) => String(error))
    expect(seen).toContain(outcome)
  })
})

describe('strict', () => {
  test.each([
    ['an unknown package', '/npm/nothing', 404],
    ['an unknown version', `/npm/${name.replace('/', '%2f')}/1.0.0`, 404],
    ['a scoped name with a plain slash', `/npm/${name}`, 400],
    ['an address outside its base', `/${name.replace('/', '%2f')}`, 404],
  ])('%s', async (_, path, status) => {
    await start()
    expect((await fetch(`${serving!.url}${path}`)).status).toBe(status)
  })
})
