import { chmod } from 'node:fs/promises'
import { join } from 'node:path'

import { ServiceError } from '../errors.ts'
import { fieldOf, parseJson, stringOf } from '../json.ts'
import type { PackageRegistry, PackageVersion, RegistryAddress } from '../ports/install.ts'
import type { Secrets, Environment, Processes } from '../ports/machine.ts'
import { messageOf } from './attempt.ts'
import { configuredRegistry } from './npm-config.ts'
import { download, get, lostConnection, readText, registryError, type About, type Timeouts } from './registry-http.ts'
import { unpackTarball, type UnpackedTarball } from './tarball.ts'

// Names every version with its digests; that of Claude Code is 0.2 MB.
const MAX_METADATA = 64 << 20

interface RegistryWorld {
  readonly env: Environment
  readonly processes: Pick<Processes, 'capture'>
  readonly secrets: Pick<Secrets, 'add'>
  /** 10 s to connect, 30 s of silence, 20 min for a download unless given. */
  readonly timeouts?: Timeouts
}

/** The npm registry over HTTP (https://github.com/npm/registry/blob/main/docs/REGISTRY-API.md). */
export function createPackageRegistry(world: RegistryWorld): PackageRegistry {
  const timeouts = world.timeouts ?? { connectMs: 10_000, idleMs: 30_000, totalMs: 20 * 60_000 }

  async function metadata(registry: RegistryAddress, path: string): Promise<unknown> {
    const address = `${registry.url}/${path}`
    const request = { what: 'metadata', address, accept: 'application/json', registry, timeouts }
    const url = new URL(address)
    const text = await get(request)
      .then((answer) => readText(answer, MAX_METADATA))
      .catch((error: unknown) => {
        throw lostConnection(error, url, request)
      })
    const json = parseJson(text)
    if (json !== undefined) return json
    throw registryError('InvalidMetadata', `the answer is no JSON: ${text.slice(0, 80)}`, { url, request })
  }

  return {
    async address(packageName, url) {
      const registry = await configuredRegistry({ packageName, url }, world)
      registry?.secrets.forEach((secret) => world.secrets.add(secret))
      return registry?.address
    },

    async version(registry, name, version) {
      try {
        return versionOf(await metadata(registry, `${escaped(name)}/${version}`), name)
      } catch (error) {
        // Some registries have no address for a single version, only the document of them all.
        if (!(error instanceof ServiceError) || error.status !== 404) throw error
        const packument = await metadata(registry, escaped(name))
        const tagged = stringOf(fieldOf(packument, 'dist-tags'), version)
        const found = fieldOf(fieldOf(packument, 'versions'), tagged ?? version)
        if (found === undefined) throw error
        return versionOf(found, name)
      }
    },

    async versions(registry, name) {
      const versions = fieldOf(await metadata(registry, escaped(name)), 'versions')
      return typeof versions === 'object' && versions !== null ? Object.keys(versions) : []
    },

    async unpack(registry, release, options) {
      const address = release.tarball
      const request = { what: 'tarball', address, accept: 'application/octet-stream, */*', registry, timeouts }
      const url = new URL(address)
      const body = download(request, options)
      const digestOf = options.digest ? options.executable : undefined
      const unpacked = await unpackTarball(body, { directory: options.directory, digestOf })
      checkDigest(unpacked, release, { url, request })
      await chmod(join(options.directory, options.executable), 0o755).catch((error: unknown) => {
        const about = { url, request, cause: error }
        if (stringOf(error, 'code') !== 'ENOENT') throw unusable(error, about)
        throw registryError('UnusableArchive', `the package holds no file ${options.executable}`, about)
      })
      return { bytes: unpacked.bytes, sha256: unpacked.sha256 }
    },
  }
}

/**
 * Right bytes, wrong bytes, or too few of them: an archive that only lacks its end came short, also where HTTP counted no
 * byte missing, as with a mirror whose copy is cut.
 */
function checkDigest(unpacked: UnpackedTarball, release: PackageVersion, about: About): void {
  const { bytes, integrity, endsAsTarball, problem } = unpacked
  if (integrity === release.integrity) {
    if (problem !== undefined) throw unusable(problem, about)
    return
  }
  if (stringOf(problem, 'code') === 'Z_BUF_ERROR' && !endsAsTarball)
    throw registryError('ShortBody', `the archive ends early, after ${bytes} bytes`, about)
  const message = `the ${bytes} bytes that came are not ${release.name} ${release.version}: their digest is ${integrity}, expected is ${release.integrity}`
  throw registryError('IntegrityMismatch', message, about)
}

/** The right bytes, and still nothing to run: the disk refused them, or the package is not as it should be. */
function unusable(problem: unknown, about: About): ServiceError {
  const message = messageOf(problem)
  const fromDisk = stringOf(problem, 'syscall') !== undefined
  if (!fromDisk) return registryError('UnusableArchive', message, { ...about, cause: problem })
  const name = stringOf(problem, 'code') ?? 'Error'
  return new ServiceError({ service: 'tool cache', operation: 'write', name, message, cause: problem })
}

/** A manifest of the registry as far as installing needs it; what it says goes into paths, so its form is checked. */
function versionOf(manifest: unknown, name: string): PackageVersion {
  const bad = (error: string, message: string) =>
    new ServiceError({ service: 'npm registry', operation: 'GET metadata', name: error, message })
  const version = stringOf(manifest, 'version')
  const dist = fieldOf(manifest, 'dist')
  const tarball = stringOf(dist, 'tarball')
  if (version === undefined || !/^\d+\.\d+\.\d+[\w.+-]*$/.test(version))
    throw bad('InvalidMetadata', `the registry's metadata of ${name} names no version`)
  if (tarball === undefined || !URL.canParse(tarball))
    throw bad('InvalidMetadata', `the registry's metadata of ${name} ${version} names no tarball`)
  const integrity = /\bsha512-[A-Za-z0-9+/]{86}==/.exec(stringOf(dist, 'integrity') ?? '')?.[0]
  const missing = `the registry publishes no sha512 of ${name} ${version}, so its bytes cannot be checked`
  if (integrity === undefined) throw bad('IntegrityMissing', missing)
  return { name, version, tarball, integrity }
}

/** A scoped name in an address has its slash encoded, as npm sends it. */
const escaped = (name: string) => name.replace('/', '%2f')
