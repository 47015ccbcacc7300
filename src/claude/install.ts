import { join } from 'node:path'

import { Failure, yaml } from '../errors.ts'
import type { InstallSettings } from '../inputs/settings.ts'
import type { CacheableFile, CachedTool, PackageVersion, RegistryAddress } from '../ports/install.ts'
import type { World } from '../ports/world.ts'
import { fromActionsCache, type KeyFor } from './install-cache.ts'
import { downloadClaude, isNotFound, publishedVersion, type PackageSource, installFailure } from './install-download.ts'
import { checkExecutable, type ExecutableWorld, platformPackage, toolOf, type PlatformPackage } from './platform.ts'
import { RELEASE } from './release.ts'

/** The Claude Code to run: absolute path of the executable, and where it came from. */
export interface InstalledClaude {
  readonly path: string
  /** Undefined for an executable that was already there; {@link askVersion} finds it out. */
  readonly version: string | undefined
  readonly cacheHit: 'tool-cache' | 'actions-cache' | 'none'
  /** What post is to save in the Actions cache, which does not have it. */
  readonly toSave?: CacheableFile | undefined
}

/** The parts of the world that installing takes. */
export type InstallWorld = ExecutableWorld &
  Pick<World, 'log' | 'clock' | 'runner' | 'registry' | 'toolCache' | 'actionsCache' | 'processes'>

/**
 * Finds or installs Claude Code: the executable at `settings.path`; the tool cache, with no network request; the Actions
 * cache; or the npm package of this platform, checked against its sha512. Throws the failures of the install group,
 * `network-unreachable`, and `input-invalid` when no registry is known or the system would not start what is at `settings.path`.
 */
export async function installClaude(settings: InstallSettings, world: InstallWorld): Promise<InstalledClaude> {
  const claude = await findOrInstall(settings, world)
  await checkExecutable(claude.path, settings.path === undefined ? 'tool cache' : 'claude-code-path', world)
  return claude
}

async function findOrInstall(settings: InstallSettings, world: InstallWorld): Promise<InstalledClaude> {
  const { log, toolCache } = world
  if (settings.path !== undefined) {
    log.info(`Claude Code at ${settings.path}`)
    return { path: settings.path, version: undefined, cacheHit: 'none' }
  }
  const target = platformPackage(world.runner)
  const asked = settings.version ?? RELEASE.version
  let version = asked
  /** The key to save it under, once the Actions cache was asked. */
  let keyFor: KeyFor | undefined
  const pathIn = (directory: string) => join(directory, target.executable)

  async function fromCaches(tool: CachedTool): Promise<InstalledClaude | undefined> {
    if (!settings.cache) return undefined
    const there = await toolCache.find(tool)
    if (there !== undefined && 'directory' in there) {
      log.info(`Claude Code ${version} from the tool cache: ${there.directory}`)
      return { path: pathIn(there.directory), version, cacheHit: 'tool-cache' }
    }
    if (there !== undefined)
      log.warning(`Claude Code ${version} in the tool cache is refused, and replaced: ${there.refused}.`)
    const found = await fromActionsCache(tool, target.platform, world)
    keyFor = found.keyFor
    if (found.directory === undefined) return undefined
    return { path: pathIn(found.directory), version, cacheHit: 'actions-cache' }
  }

  const cached = asked === 'latest' ? undefined : await fromCaches(toolOf(target, asked))
  if (cached !== undefined) return cached
  const registry = await registryFor(target, settings, world)
  const source = { registry, world }
  try {
    const release = await releaseFor(target, asked, source)
    version = release.version
    const tool = { ...toolOf(target, version), integrity: release.integrity }
    if (asked === 'latest') {
      log.info(`Claude Code latest is ${version}`)
      const latest = await fromCaches(tool)
      if (latest !== undefined) return latest
    }
    log.info(`Installing Claude Code ${version} for ${target.platform} from ${registry.url} (about 175 MB)`)
    let sha256 = ''
    const fill = async (directory: string) => (sha256 = await downloadClaude(release, { ...source, directory, tool }))
    const path = pathIn(await (settings.cache ? toolCache.add(tool, fill) : toolCache.addForJob(tool, fill)))
    return { path, version, cacheHit: 'none', ...(keyFor && { toSave: { key: keyFor(sha256), path, sha256 } }) }
  } catch (error) {
    // Only to name them in a failure.
    const published = isNotFound(error) ? await world.registry.versions(registry, target.name).catch(() => []) : []
    throw installFailure(error, { name: target.name, version, published })
  }
}

/** Asks an executable that was already there for its version, which takes 25 ms. Throws `input-invalid` when it is not Claude Code. */
export async function askVersion(path: string, { processes }: Pick<World, 'processes'>): Promise<string> {
  const { code, stdout, stderr } = await processes.capture(path, ['--version'], { timeoutMs: 30_000 })
  const version = /^(\d+\.\d+\.\d+\S*)/.exec(stdout.trim())?.[1]
  if (code === 0 && version !== undefined) return version
  throw new Failure('input-invalid', {
    message: `claude-code-path: \`${path} --version\` did not name a version of Claude Code. ${(stderr || stdout).trim().slice(0, 500)}`,
    fix: 'Give the absolute path of a Claude Code executable, or leave `claude-code-path` out to have it installed.',
  })
}

async function registryFor(
  { name }: PlatformPackage,
  { registryUrl }: InstallSettings,
  { registry }: InstallWorld,
): Promise<RegistryAddress> {
  const address = await registry.address(name, registryUrl)
  if (address !== undefined) return address
  throw new Failure('input-invalid', {
    message:
      'registry-url is empty, and neither npm nor an .npmrc on this runner names a registry to install Claude Code from.',
    fix: [
      'Add the address of an npm registry:',
      yaml('registry-url: https://registry.example.com'),
      'or install npm on the runner, or name an executable that is already there with `claude-code-path`.',
    ],
  })
}

/** The tested version is not looked up: its digests are recorded here, and its address follows npm's convention. */
async function releaseFor(target: PlatformPackage, version: string, source: PackageSource): Promise<PackageVersion> {
  const { name } = target
  const { integrity } = toolOf(target, version)
  if (integrity === undefined) {
    const published = await publishedVersion(name, version, source)
    return { ...published, integrity: toolOf(target, published.version).integrity ?? published.integrity }
  }
  const file = `${name.slice(name.indexOf('/') + 1)}-${version}.tgz`
  return { name, version, integrity, tarball: `${source.registry.url}/${name}/-/${file}` }
}
