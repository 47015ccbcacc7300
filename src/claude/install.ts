import { join } from 'node:path'

import { Failure, ServiceError } from '../failure.ts'
import type { InstallSettings } from '../inputs/settings.ts'
import type { CachedTool, PackageVersion, RegistryAddress } from '../ports/install.ts'
import type { World } from '../ports/world.ts'
import { withAttempts } from './install-attempts.ts'
import { installFailure } from './install-failure.ts'
import { megabytes, progressLines, speed } from './install-progress.ts'
import { platformPackage, type PlatformPackage } from './platform.ts'
import { RELEASE } from './release.ts'

/** The Claude Code to run: absolute path of the executable, and where it came from. */
export interface InstalledClaude {
  readonly path: string
  /** Undefined for an executable that was already there; {@link askVersion} tells it. */
  readonly version: string | undefined
  readonly cacheHit: 'tool-cache' | 'none'
  /** npm package it was installed from; undefined for an executable that was already there. */
  readonly packageName: string | undefined
}

/** The parts of the world that installing takes. */
export type InstallWorld = Pick<World, 'log' | 'clock' | 'runner' | 'registry' | 'toolCache' | 'processes'>

/**
 * Finds or installs Claude Code: the executable at `settings.path`; the tool cache, with no network request; or the npm
 * package of this platform, checked against its sha512. Throws the failures of the install group, `network-unreachable`,
 * and `input-invalid` when no registry is known.
 */
export async function installClaude(settings: InstallSettings, world: InstallWorld): Promise<InstalledClaude> {
  if (settings.path !== undefined) {
    world.log.info(`Claude Code at ${settings.path}`)
    return { path: settings.path, version: undefined, cacheHit: 'none', packageName: undefined }
  }
  const target = platformPackage(world.runner)
  const asked = settings.version ?? RELEASE.version
  if (asked !== 'latest') {
    const hit = await cached(toolOf(target, asked, recordedIntegrity(target, asked)), target.name, world)
    if (hit !== undefined) return hit
  }
  return install(target, asked, { registry: await registryFor(target, settings, world), world })
}

/**
 * Asks an executable that was already there for its version, which takes 25 ms; in a run, its first event tells it for
 * nothing. Throws `input-invalid` when it is not Claude Code.
 */
export async function askVersion(path: string, { processes }: Pick<World, 'processes'>): Promise<string> {
  const { code, stdout, stderr } = await processes.capture(path, ['--version'], { timeoutMs: 30_000 })
  const version = /^(\d+\.\d+\.\d+\S*)/.exec(stdout.trim())?.[1]
  if (code === 0 && version !== undefined) return version
  throw new Failure('input-invalid', {
    message: `claude-code-path: \`${path} --version\` did not name a version of Claude Code. ${(stderr || stdout).trim().slice(0, 500)}`,
    hint: 'Give the absolute path of a Claude Code executable, or leave `claude-code-path` out to have it installed.',
  })
}

async function cached(
  tool: CachedTool,
  packageName: string,
  world: InstallWorld,
): Promise<InstalledClaude | undefined> {
  const directory = await world.toolCache.find(tool)
  if (directory === undefined) return undefined
  world.log.info(`Claude Code ${tool.version} from the tool cache: ${directory}`)
  return { path: join(directory, tool.executable), version: tool.version, cacheHit: 'tool-cache', packageName }
}

async function install(target: PlatformPackage, asked: string, source: Source): Promise<InstalledClaude> {
  const { registry, world } = source
  let version = asked
  try {
    const release = await releaseFor(target, asked, source)
    version = release.version
    const tool = toolOf(target, release.version, release.integrity)
    if (asked === 'latest') {
      world.log.info(`Claude Code latest is ${version}`)
      const hit = await cached(tool, target.name, world)
      if (hit !== undefined) return hit
    }
    world.log.info(`Installing Claude Code ${version} for ${target.platform} from ${registry.url} (about 175 MB)`)
    const directory = await world.toolCache.add(tool, (draft) =>
      download(release, { ...source, directory: draft, tool }),
    )
    return { path: join(directory, target.executable), version, cacheHit: 'none', packageName: target.name }
  } catch (error) {
    const published = isNotFound(error) ? await publishedVersions(target.name, source) : []
    throw installFailure(error, { name: target.name, version, published })
  }
}

interface Source {
  readonly registry: RegistryAddress
  readonly world: InstallWorld
}

async function registryFor(
  target: PlatformPackage,
  settings: InstallSettings,
  world: InstallWorld,
): Promise<RegistryAddress> {
  const registry = await world.registry.address(target.name, settings.registryUrl)
  if (registry !== undefined) return registry
  throw new Failure('input-invalid', {
    message:
      'registry-url is empty, and neither npm nor an .npmrc on this runner names a registry to install Claude Code from.',
    hint: 'Add `registry-url: https://...` with the address of an npm registry, install npm on the runner, or name an executable that is already there with `claude-code-path`.',
  })
}

/** The version this release was tested with needs no question: its digests are recorded, its address follows npm's convention. */
async function releaseFor(
  target: PlatformPackage,
  asked: string,
  { registry, world }: Source,
): Promise<PackageVersion> {
  const { name } = target
  const integrity = recordedIntegrity(target, asked)
  if (integrity === undefined) {
    const published = await withAttempts(() => world.registry.version(registry, name, asked), world)
    return { ...published, integrity: recordedIntegrity(target, published.version) ?? published.integrity }
  }
  const file = `${name.slice(name.indexOf('/') + 1)}-${asked}.tgz`
  return { name, version: asked, integrity, tarball: `${registry.url}/${name}/-/${file}` }
}

async function download(
  release: PackageVersion,
  into: Source & { directory: string; tool: CachedTool },
): Promise<void> {
  const { registry, world, directory, tool } = into
  const started = world.clock.now()
  const unpack = (tarball: string) =>
    withAttempts(() => {
      const options = { directory, executable: tool.executable, onProgress: progressLines(world) }
      return world.registry.unpack(registry, { ...release, tarball }, options)
    }, world)
  const { bytes } = await unpack(release.tarball).catch(async (error: unknown) => {
    // Not every registry keeps tarballs where npm's convention has them; its metadata knows better.
    if (!isNotFound(error)) throw error
    const published = await withAttempts(() => world.registry.version(registry, release.name, release.version), world)
    if (published.tarball === release.tarball) throw error
    return unpack(published.tarball)
  })
  const elapsed = world.clock.now() - started
  world.log.info(`${megabytes(bytes)} MB in ${(elapsed / 1000).toFixed(1)} s, ${speed(bytes, elapsed)}, sha512 checked`)
}

/** Only to name them in a failure: what the registry cannot tell is left out. */
function publishedVersions(name: string, { registry, world }: Source): Promise<readonly string[]> {
  return world.registry.versions(registry, name).catch(() => [])
}

function recordedIntegrity(target: PlatformPackage, version: string): string | undefined {
  return version === RELEASE.version ? RELEASE.integrity[target.platform] : undefined
}

function toolOf(target: PlatformPackage, version: string, integrity: string | undefined): CachedTool {
  return { name: 'claude-code', version, arch: target.arch, executable: target.executable, integrity }
}

const isNotFound = (error: unknown) => error instanceof ServiceError && error.status === 404
