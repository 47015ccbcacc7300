import { describe, expect, test } from '@jest/globals'

import { installClaude } from '../../../src/claude/install.ts'
import { RELEASE } from '../../../src/claude/release.ts'
import type { ServiceError } from '../../../src/errors.ts'
import type { PackageRegistry } from '../../../src/ports/install.ts'
import { convention, defaults, failing, fault, missing, world } from './install-world.ts'
import { fixWith } from '../../support/fix-with.ts'

describe('what fails', () => {
  test('no registry is known: input-invalid, naming the input', async () => {
    const { fake } = world({ registry: { address: () => Promise.resolve(undefined) } })
    const failure = { code: 'input-invalid', message: expect.stringContaining('registry-url') }
    await expect(installClaude(defaults, fake)).rejects.toMatchObject(failure)
  })

  test.each<[string, Partial<ServiceError>, { code: string; fix: RegExp }]>([
    ['wrong bytes', { name: 'IntegrityMismatch' }, { code: 'install-integrity-mismatch', fix: /registry-url/ }],
    ['no digest', { name: 'IntegrityMissing' }, { code: 'install-integrity-mismatch', fix: /registry-url/ }],
    ['no credentials', { status: 401 }, { code: 'install-download-failed', fix: /_authToken/ }],
    ['wrong credentials', { status: 403 }, { code: 'install-download-failed', fix: /_authToken/ }],
    [
      'a certificate',
      { name: 'SELF_SIGNED_CERT_IN_CHAIN' },
      { code: 'install-download-failed', fix: /NODE_EXTRA_CA_CERTS/ },
    ],
    [
      'a full disk',
      { service: 'tool cache', name: 'ENOSPC' },
      { code: 'install-download-failed', fix: /RUNNER_TOOL_CACHE/ },
    ],
    ['an odd archive', { name: 'UnusableArchive' }, { code: 'install-download-failed', fix: /registry-url/ }],
  ])('%s, at the first try', async (_, facts, { code, fix }) => {
    const { fake, calls } = world({ registry: { unpack: failing(1, fault(facts)) } })
    const failure = { code, message: expect.stringContaining('GET http://r: no'), fix: fixWith(fix) }
    await expect(installClaude(defaults, fake)).rejects.toMatchObject(failure)
    expect(calls).toEqual([])
  })

  test.each<[string, Partial<ServiceError>, string]>([
    ['a connection that ends', { name: 'ECONNRESET' }, 'install-download-failed'],
    ['a short body', { name: 'ShortBody' }, 'install-download-failed'],
    ['silence', { name: 'IdleTimeout' }, 'install-download-failed'],
    ['408', { status: 408 }, 'install-download-failed'],
    ['429', { status: 429 }, 'install-download-failed'],
    ['500', { status: 500 }, 'install-download-failed'],
    ['a host that does not resolve', { name: 'ENOTFOUND' }, 'network-unreachable'],
    ['a host that refuses', { name: 'ECONNREFUSED' }, 'network-unreachable'],
  ])('%s, after three tries; twice, then well', async (_, facts, code) => {
    const unpack = (times: number) => world({ registry: { unpack: failing(times, fault(facts)) } })
    const thrice = unpack(3)
    const failure = { code, message: expect.stringContaining('GET http://r: no; tried 3 times') }
    await expect(installClaude(defaults, thrice.fake)).rejects.toMatchObject(failure)
    expect(thrice.calls).toEqual(['sleep 1000', 'sleep 2000'])
    expect(await installClaude(defaults, unpack(2).fake)).toMatchObject({ cacheHit: 'none' })
  })

  test('what is no answer of a service is not explained', async () => {
    const { fake } = world({ registry: { unpack: () => Promise.reject(new TypeError('a bug')) } })
    await expect(installClaude(defaults, fake)).rejects.toThrow(TypeError)
  })
})

describe('what is not there', () => {
  test('a version: the nearest ones are named', async () => {
    const { fake, calls } = world({ registry: { version: () => Promise.reject(missing) } })
    await expect(installClaude({ ...defaults, version: '2.1.12' }, fake)).rejects.toMatchObject({
      code: 'version-not-found',
      message: expect.stringContaining('the nearest it has are 2.1.11, 2.1.10, 2.1.9, 2.1.1, 2.2.0.'),
      fix: fixWith('claude-code-version: 2.1.11'),
    })
    expect(calls).toEqual(['versions'])
  })

  test('the package: a registry that has it is asked for', async () => {
    const registry = { version: () => Promise.reject(missing), versions: () => Promise.reject(missing) }
    const { fake } = world({ registry })
    await expect(installClaude({ ...defaults, version: 'latest' }, fake)).rejects.toMatchObject({
      code: 'version-not-found',
      message: expect.stringContaining('none of this package'),
      fix: fixWith('registry-url'),
    })
  })

  test('the tarball at its conventional place: the metadata says where it is, the recorded digest stays', async () => {
    const seen: string[] = []
    const unpack: PackageRegistry['unpack'] = (_, { tarball, integrity }) => {
      seen.push(`${tarball} ${integrity}`)
      return tarball === convention ? Promise.reject(missing) : Promise.resolve({ bytes: 1, sha256: 'f00d' })
    }
    const { fake } = world({ registry: { unpack } })
    await installClaude(defaults, fake)
    expect(seen).toEqual(
      [convention, 'http://r/t.tgz'].map((tarball) => `${tarball} ${RELEASE.integrity['linux-x64']}`),
    )
  })

  test('a tarball of a published version: the download failed', async () => {
    const registry = { unpack: failing(9, missing), versions: () => Promise.resolve(['9.9.9']) }
    const { fake } = world({ registry })
    const failure = { code: 'install-download-failed', message: expect.stringContaining('404 Not Found') }
    await expect(installClaude({ ...defaults, version: '9.9.9' }, fake)).rejects.toMatchObject(failure)
  })
})
