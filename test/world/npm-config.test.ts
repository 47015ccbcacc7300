import { existsSync, realpathSync } from 'node:fs'
import { copyFile, link, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'

import type { Environment } from '../../src/ports/machine.ts'
import { configuredRegistry, parseNpmrc } from '../../src/world/npm-config.ts'
import { createProcesses } from '../../src/world/processes.ts'

const packageName = '@anthropic-ai/claude-code-linux-x64'

let home: string
let checkout: string
const before = process.cwd()

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'npm-config-'))
  checkout = join(home, 'checkout')
  await mkdir(checkout)
  // What a stranger's pull request could bring.
  await writeFile(join(checkout, 'package.json'), '{}')
  await writeFile(join(checkout, '.npmrc'), 'registry=http://stranger.example/\nhttps-proxy=http://stranger.example/')
  process.chdir(checkout)
})

afterEach(async () => {
  process.chdir(before)
  await rm(home, { recursive: true })
})

interface Machine {
  readonly npmrc?: string
  readonly env?: Environment
  readonly npm?: boolean
  readonly url?: string
}

/** The real npm of this machine (or none), with a home directory of its own. */
async function configured({ npmrc, env, npm = false, url }: Machine) {
  if (npmrc !== undefined) await writeFile(join(home, '.npmrc'), npmrc)
  const own: Environment = {
    HOME: home,
    PATH: npm ? process.env.PATH : '/nowhere',
    npm_config_globalconfig: '/nowhere',
  }
  const all = { ...own, ...env }
  return configuredRegistry({ packageName, url }, { env: all, processes: createProcesses(all) })
}

describe.each([{ npm: true }, { npm: false }])('with npm: $npm', ({ npm }) => {
  test.each<[string, Machine, string]>([
    ['registry', { npmrc: 'registry=https://mirror.example/npm/' }, 'https://mirror.example/npm'],
    [
      'the registry of the scope comes first',
      { npmrc: 'registry=https://mirror.example\n@anthropic-ai:registry=https://scope.example/\n' },
      'https://scope.example',
    ],
    [
      'a variable comes before the file',
      { npmrc: 'registry=https://mirror.example', env: { NPM_CONFIG_REGISTRY: 'https://env.example/' } },
      'https://env.example',
    ],
    [
      'the file may be elsewhere',
      { env: { NPM_CONFIG_USERCONFIG: 'elsewhere' }, npmrc: 'registry=https://mirror.example' },
      'https://elsewhere.example',
    ],
    [
      'an address wins over all',
      { npmrc: 'registry=https://mirror.example', url: 'http://127.0.0.1:1/x/' },
      'http://127.0.0.1:1/x',
    ],
    [
      'credentials in the address stay out of it',
      { npmrc: 'registry=https://me:word@mirror.example/' },
      'https://mirror.example',
    ],
  ])('%s', async (_, machine, url) => {
    const elsewhere = join(home, 'elsewhere')
    await writeFile(elsewhere, 'registry=https://elsewhere.example')
    const env = machine.env?.NPM_CONFIG_USERCONFIG ? { NPM_CONFIG_USERCONFIG: elsewhere } : machine.env
    const found = await configured({ ...machine, ...(env && { env }), npm })
    expect(found?.address.url).toBe(url)
    expect(found?.address.proxies).toEqual({})
  })

  const encoded = Buffer.from('me:word').toString('base64')
  const password = Buffer.from('word').toString('base64')
  test.each<[string, string, { authorization?: string; secrets: readonly string[] }]>([
    ['a token', '//m.example/npm/:_authToken=abc', { authorization: 'Bearer abc', secrets: ['abc'] }],
    [
      'a token of a variable',
      '//m.example/npm/:_authToken=${NODE_AUTH_TOKEN}',
      { authorization: 'Bearer of-env', secrets: ['of-env'] },
    ],
    ['a token of a variable that is not set', '//m.example/npm/:_authToken=${NOT_SET}', { secrets: [] }],
    ['a token for the whole host', '//m.example/:_authToken=abc', { authorization: 'Bearer abc', secrets: ['abc'] }],
    [
      'a token without the last slash',
      '//m.example/npm:_authToken=abc',
      { authorization: 'Bearer abc', secrets: ['abc'] },
    ],
    [
      'the nearest of two',
      '//m.example/:_authToken=far\n//m.example/npm/:_authToken=near',
      { authorization: 'Bearer near', secrets: ['near'] },
    ],
    ['a pair', `//m.example/npm/:_auth=${encoded}`, { authorization: `Basic ${encoded}`, secrets: [encoded, 'word'] }],
    [
      'name and password',
      `//m.example/:username=me\n//m.example/:_password=${password}`,
      { authorization: `Basic ${encoded}`, secrets: [encoded, 'word'] },
    ],
    ['a token for another host', '//other.example/:_authToken=abc', { secrets: [] }],
    ['a token for another path', '//m.example/other/:_authToken=abc', { secrets: [] }],
  ])('%s', async (_, lines, { authorization, secrets }) => {
    const env = { NODE_AUTH_TOKEN: 'of-env' }
    const found = await configured({ npmrc: `registry=https://m.example/npm/\n${lines}\n`, env, npm })
    expect(found?.address.authorization).toBe(authorization)
    expect(found?.secrets).toEqual(secrets)
  })

  test('credentials in the address are used, and are secrets', async () => {
    const found = await configured({ npmrc: 'registry=https://me:word@m.example/', npm })
    expect(found).toMatchObject({ address: { authorization: `Basic ${encoded}` }, secrets: [encoded, 'word'] })
  })

  test('proxies: npm before the environment', async () => {
    const env = { HTTPS_PROXY: 'http://env.example', no_proxy: 'a.example' }
    const found = await configured({ npmrc: 'registry=https://m.example\nproxy=http://npm.example/\n', env, npm })
    expect(found?.address.proxies).toEqual({
      HTTPS_PROXY: expect.stringMatching(/^http:\/\/(npm|env)\.example/),
      HTTP_PROXY: 'http://npm.example/',
      NO_PROXY: 'a.example',
    })
  })

  test('certificates of a file', async () => {
    const pem = '-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----'
    await writeFile(join(home, 'ca.pem'), `# one\n${pem}\n${pem}\n`)
    const found = await configured({ npmrc: `registry=https://m.example\ncafile=${join(home, 'ca.pem')}\n`, npm })
    expect(found?.address.ca).toEqual([pem, pem])
  })
})

test('npm knows a registry without any file', async () => {
  expect((await configured({ npm: true }))?.address.url).toMatch(/^https:\/\/.+[^/]$/)
})

test.each([
  ['neither npm nor a file', undefined],
  ['no npm, and a file that names none', 'fund=false\n'],
])('%s: none is known', async (_, npmrc) => {
  expect(await configured({ ...(npmrc !== undefined && { npmrc }) })).toBeUndefined()
})

test('an npm that hangs or prints no JSON does not matter where the files have the registry', async () => {
  await writeFile(join(home, '.npmrc'), 'registry=https://m.example')
  for (const answer of [
    { code: undefined, stdout: '', stderr: 'killed' },
    { code: 0, stdout: 'surprise', stderr: '' },
  ]) {
    const machine = { env: { HOME: home }, processes: { capture: () => Promise.resolve(answer) } }
    expect((await configuredRegistry({ packageName, url: undefined }, machine))?.address.url).toBe('https://m.example')
  }
})

test.each([
  ['comments and blanks', '; one\n# two\n\n a = b ; three\n', { a: 'b' }],
  ['quotes', 'a="b;c"\n', { a: 'b;c' }],
  ['lists', 'ca[]=one\nca[]=two\n', { ca: 'one,two' }],
  ['variables', 'a=${X}-${Y}-${Y?}\n', { a: 'x-${Y}-' }],
  ['an equals sign in the value', 'a=b==\r\n', { a: 'b==' }],
  ['lines after a section are read like others', '[x]\na=b\n', { a: 'b' }],
])('npmrc: %s', (_, text, settings) => {
  expect(parseNpmrc(text, { X: 'x' })).toEqual(settings)
})

describe('the npm that a user would run', () => {
  /** As npm is installed: a Node and npm beside each other, and the global configuration below the same prefix. */
  async function installedNpm(globalFile: string): Promise<string> {
    const prefix = join(home, 'prefix')
    await mkdir(join(prefix, 'bin'), { recursive: true })
    await mkdir(join(prefix, 'etc'))
    await writeFile(join(prefix, 'etc', 'npmrc'), globalFile)
    const node = join(prefix, 'bin', 'node')
    await link(process.execPath, node).catch(() => copyFile(process.execPath, node))
    const [cli = ''] = (process.env.PATH ?? '').split(':').flatMap((folder) => {
      const npm = join(folder, 'npm')
      return existsSync(npm) ? [realpathSync(npm)] : []
    })
    await symlink(cli, join(prefix, 'bin', 'npm'))
    return join(prefix, 'bin')
  }
  /** On a machine whose search path begins with another Node. */
  const configuredBy = (bin: string, url?: string) => {
    const env = { HOME: home, PATH: [dirname(process.execPath), bin, '/usr/bin', '/bin'].join(':') }
    return configuredRegistry({ packageName, url }, { env, processes: createProcesses(env) })
  }
  const pem = '-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----'

  test.each([undefined, 'https://mirror.example'])(
    'has its cafile in its global file; registry-url: %s',
    async (url) => {
      const cafile = join(home, 'ca.pem')
      await writeFile(cafile, pem)
      const bin = await installedNpm(`registry=https://m.example\ncafile=${cafile}\n`)
      const found = await configuredBy(bin, url)
      expect(found?.address).toMatchObject({ url: url ?? 'https://m.example', ca: [pem] })
    },
  )

  test('has its proxy there, whose password is a secret', async () => {
    const proxy = 'http://octo:p%40ss%3Aword@proxy.example:3128/'
    const bin = await installedNpm(`registry=https://m.example\nhttps-proxy=${proxy}\n`)
    const found = await configuredBy(bin)
    expect(found?.address.proxies).toEqual({ HTTPS_PROXY: proxy })
    expect(found?.secrets).toEqual(['p%40ss%3Aword', 'p@ss:word'])
  })
})
