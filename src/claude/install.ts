import { join } from 'node:path'

import { Failure, yaml } from '../errors.ts'
import type { InstallSettings } from '../inputs/settings.ts'
import type { CacheableFile, CachedTool, PackageVersion, RegistryAddress } from '../ports/install.ts'
import type { World } from '../ports/world.ts'
import { fromActionsCache, type KeyFor } from './install-cache.ts'
import { checkExecutable, type ExecutableWorld } from './executable.ts'
import { downloadClaude, isNotFound, publishedVersion, type PackageSource } from './install-download.ts'
import { installFailure } from './install-failure.ts'
import { platformPackage, toolOf, type PlatformPackage } from './platform.ts'
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
  if (settings.path !== undefined) {
    world.log.info(`Claude Code at ${settings.path}`)
    return { path: settings.path, version: undefined, cacheHit: 'none' }
  }
  const target = platformPackage(world.runner)
  const want = { target, version: settings.version ?? RELEASE.version, cache: settings.cache }
  const cached = want.version === 'latest' ? {} : await fromCaches(toolOf(target, want.version), want, world)
  if (cached.claude !== undefined) return cached.claude
  const registry = await registryFor(target, settings, world)
  return install({ ...want, keyFor: cached.keyFor }, { registry, world })
}

/**
 * Asks an executable that was already there for its version, which takes 25 ms; in a run, its first event has it anyway.
 * Throws `input-invalid` when it is not Claude Code.
 */
export async function askVersion(path: string, { processes }: Pick<World, 'processes'>): Promise<string> {
  const { code, stdout, stderr } = await processes.capture(path, ['--version'], { timeoutMs: 30_000 })
  const version = /^(\d+\.\d+\.\d+\S*)/.exec(stdout.trim())?.[1]
  if (code === 0 && version !== undefined) return version
  throw new Failure('input-invalid', {
    message: `claude-code-path: \`${path} --version\` did not name a version of Claude Code. ${(stderr || stdout).trim().slice(0, 500)}`,
    fix: 'Give the absolute path of a Claude Code executable, or leave `claude-code-path` out to have it installed.',
  })
}

type Source = PackageSource & { readonly world: InstallWorld }

interface Wanted {
  readonly target: PlatformPackage
  /** May be `latest`. */
  readonly version: string
  /** Whether what is in the caches may be used, and they may be filled. */
  readonly cache: boolean
  /** The key to save it under, when the Actions cache was asked already. */
  readonly keyFor?: KeyFor | undefined
}

/** Claude Code from the tool cache or the Actions cache, or else the key it can be saved under in the latter. */
async function fromCaches(
  tool: CachedTool,
  { target, cache }: Wanted,
  world: InstallWorld,
): Promise<{ claude?: InstalledClaude; keyFor?: KeyFor | undefined }> {
  if (!cache) return {}
  const { version } = tool
  const found = (cacheHit: InstalledClaude['cacheHit'], directory: string): { claude: InstalledClaude } => ({
    claude: { path: join(directory, tool.executable), version, cacheHit },
  })
  const there = await world.toolCache.find(tool)
  if (there !== undefined && 'directory' in there) {
    world.log.info(`Claude Code ${version} from the tool cache: ${there.directory}`)
    return found('tool-cache', there.directory)
  }
  if (there !== undefined)
    world.log.warning(`Claude Code ${version} in the tool cache is refused, and replaced: ${there.refused}.`)
  const { directory, keyFor } = await fromActionsCache(tool, target.platform, world)
  return directory === undefined ? { keyFor } : found('actions-cache', directory)
}

async function install(wanted: Wanted, source: Source): Promise<InstalledClaude> {
  const { target, version: asked, cache } = wanted
  const { registry, world } = source
  let version = asked
  let { keyFor } = wanted
  try {
    const release = await releaseFor(target, asked, source)
    version = release.version
    const tool = { ...toolOf(target, version), integrity: release.integrity }
    if (asked === 'latest') {
      world.log.info(`Claude Code latest is ${version}`)
      const cached = await fromCaches(tool, wanted, world)
      if (cached.claude !== undefined) return cached.claude
      keyFor = cached.keyFor
    }
    world.log.info(`Installing Claude Code ${version} for ${target.platform} from ${registry.url} (about 175 MB)`)
    let sha256 = ''
    const fill = async (directory: string) => (sha256 = await downloadClaude(release, { ...source, directory, tool }))
    const directory = await (cache ? world.toolCache.add(tool, fill) : world.toolCache.addForJob(tool, fill))
    const path = join(directory, target.executable)
    const toSave = keyFor && { key: keyFor(sha256), path, sha256 }
    return { path, version, cacheHit: 'none', ...(toSave && { toSave }) }
  } catch (error) {
    // Only to name them in a failure.
    const published = isNotFound(error) ? await world.registry.versions(registry, target.name).catch(() => []) : []
    throw installFailure(error, { name: target.name, version, published })
  }
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
    fix: [
      'Add the address of an npm registry:',
      yaml('registry-url: https://registry.example.com'),
      'or install npm on the runner, or name an executable that is already there with `claude-code-path`.',
    ],
  })
}

/** The tested version is not looked up: its digests are recorded here, and its address follows npm's convention. */
async function releaseFor(target: PlatformPackage, version: string, source: Source): Promise<PackageVersion> {
  const { name } = target
  const { integrity } = toolOf(target, version)
  if (integrity === undefined) {
    const published = await publishedVersion({ name, version }, source)
    return { ...published, integrity: toolOf(target, published.version).integrity ?? published.integrity }
  }
  const file = `${name.slice(name.indexOf('/') + 1)}-${version}.tgz`
  return { name, version, integrity, tarball: `${source.registry.url}/${name}/-/${file}` }
}
