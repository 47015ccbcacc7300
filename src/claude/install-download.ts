import { retryAfterMs, explainError, isRetryable, type ErrorRule } from '../error-rules.ts'
import { ServiceError, shell, yaml, type Fix } from '../errors.ts'
import { NETWORK_RULES, type NetworkContext } from '../network-rules.ts'
import type { CachedTool, PackageVersion, RegistryAddress, UnpackOptions } from '../ports/install.ts'
import type { World } from '../ports/world.ts'
import { startBackOff } from '../retry.ts'

/** A registry, and the parts of the world that fetching a package from it takes. */
export interface PackageSource {
  readonly registry: RegistryAddress
  readonly world: Pick<World, 'clock' | 'log' | 'registry'>
}

/** Fetches a package, its sha512 checked, and unpacks it; resolves with the sha256 of its executable, computed where none is recorded. */
export async function downloadClaude(
  release: PackageVersion,
  into: PackageSource & { directory: string; tool: CachedTool },
): Promise<string> {
  const { registry, world, directory, tool } = into
  const started = world.clock.now()
  const attempts = startAttempts(world)
  const unpack = (tarball: string) =>
    attempts.run(() => {
      const digest = tool.sha256 === undefined
      const options = { directory, executable: tool.executable, digest, recover: attempts.recover }
      return world.registry.unpack(registry, { ...release, tarball }, { ...options, onProgress: progressLines(world) })
    })
  const { bytes, sha256 } = await unpack(release.tarball).catch(async (error: unknown) => {
    // Not every registry keeps tarballs where npm's convention has them; its metadata knows better.
    if (!isNotFound(error)) throw error
    const published = await publishedVersion(release.name, release.version, into)
    if (published.tarball === release.tarball) throw error
    return unpack(published.tarball)
  })
  const elapsed = world.clock.now() - started
  world.log.info(`${megabytes(bytes)} MB in ${(elapsed / 1000).toFixed(1)} s, ${speed(bytes, elapsed)}, sha512 checked`)
  return tool.sha256 ?? sha256 ?? ''
}

/** What the registry publishes of a version or dist-tag; asked again after a transient error. */
export const publishedVersion = (name: string, version: string, { registry, world }: PackageSource) =>
  startAttempts(world).run(() => world.registry.version(registry, name, version))

/** Whether the registry answered that it does not have what was asked for. */
export const isNotFound = (error: unknown): boolean => error instanceof ServiceError && error.status === 404

/**
 * Three attempts in a row, one to two and two to four seconds apart or as long as the service asks for (a minute at most), counted from
 * the first again after each megabyte of a download. The last error says how many attempts there were.
 */
export function startAttempts({ clock, log }: Pick<World, 'clock' | 'log'>) {
  let tries = 0
  let furthest = 0
  let current = 0
  let last: ServiceError | undefined
  const onRetry = (error: unknown, pauseMs: number) => {
    const next = current < PROGRESS_BYTES ? 'trying again' : `continuing after ${megabytes(current)} MB`
    log.info(`${error instanceof Error ? error.message : ''}; ${next} in ${Math.ceil(pauseMs / 1_000)} s`)
  }
  const options = {
    isRetryable: isRetryableInstall,
    attempts: 3,
    firstPauseMs: 2_000,
    budgetMs: Number.POSITIVE_INFINITY,
    retryAfterMs: (error: unknown) => Math.min(retryAfterMs(error) ?? 0, 60_000),
  }
  const backOff = startBackOff({ ...options, onRetry }, clock)

  /** Waits before the next attempt after `error`, with `bytes` downloaded by then; rejects when no attempt is left. */
  async function recover(error: ServiceError, bytes = 0): Promise<void> {
    if (error === last || !isRetryableInstall(error)) throw error
    if (bytes >= furthest + PROGRESS_BYTES) backOff.reset()
    furthest = Math.max(furthest, bytes)
    current = bytes
    tries += 1
    await backOff.pauseAfter(error).catch(() => {
      const { service, operation, name, status, requestId, host } = error
      const message = `${error.message}; tried ${tries} times`
      throw (last = new ServiceError({ service, operation, name, status, requestId, host, message, cause: error }))
    })
  }

  return {
    recover,
    /** Runs `task` until it resolves, or until no attempt is left; then it rejects with the last error. */
    async run<T>(task: () => Promise<T>): Promise<T> {
      for (;;) {
        try {
          return await task()
        } catch (error) {
          if (!(error instanceof ServiceError)) throw error
          await recover(error)
        }
      }
    },
  }
}

const PROGRESS_BYTES = 1_000_000

/** Logs every five seconds how far a download is, so that a quick one says nothing. */
function progressLines(world: Pick<World, 'clock' | 'log'>): NonNullable<UnpackOptions['onProgress']> {
  const started = world.clock.now()
  let next = started + PROGRESS_EVERY_MS
  return ({ bytes, totalBytes }) => {
    const now = world.clock.now()
    if (now < next) return
    next = now + PROGRESS_EVERY_MS
    const total = totalBytes === undefined ? '' : ` of ${megabytes(totalBytes)}`
    world.log.info(`${megabytes(bytes)}${total} MB, ${speed(bytes, now - started)}`)
  }
}

const PROGRESS_EVERY_MS = 5_000

/** Decimal megabytes without fraction, of bytes. */
const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(0)

/** `12.3 MB/s`, of bytes and milliseconds. */
const speed = (bytes: number, ms: number): string => `${(bytes / 1e3 / Math.max(ms, 1)).toFixed(1)} MB/s`

/** What was to be installed; `published` are the registry's versions where it could be asked. */
interface WantedPackage {
  readonly name: string
  readonly version: string
  readonly published: readonly string[]
}

/** The failure that a registry's or the disk's answer means for the install; anything else is returned as it is. */
export function installFailure(error: unknown, wanted: WantedPackage): unknown {
  if (!(error instanceof ServiceError)) return error
  return explainError(error, {
    rules: INSTALL_RULES,
    context: { ...wanted, region: undefined },
    subject: (code) => (code === 'network-unreachable' ? 'the npm registry' : `${wanted.version} of ${wanted.name}`),
    quote: ({ message }) => `Claude Code ${wanted.version} (${wanted.name}) could not be installed. ${message}.`,
  })
}

/** Whether the same request to a registry may succeed a moment later. */
function isRetryableInstall(error: unknown): boolean {
  return isRetryable(installFailure(error, { name: '', version: '', published: [] }))
}

const AGAIN = 'Run the job again; if it persists, set another `registry-url`.'

const CHANGED_BYTES: Fix =
  'Do not use these bytes: the registry, a mirror or a proxy on the way changed them. Set another `registry-url`, or have the mirror fetch the package again.'

/** Every answer of a registry, and of the disk, to an install. */
export const INSTALL_RULES: readonly ErrorRule<WantedPackage & NetworkContext>[] = [
  {
    id: 'wrong bytes',
    match: [{ names: ['IntegrityMismatch', 'IntegrityMissing'] }],
    code: 'install-integrity-mismatch',
    fix: CHANGED_BYTES,
  },
  {
    id: 'disk',
    match: [{ services: ['tool cache'], names: [/./] }],
    code: 'install-download-failed',
    fix: 'Free space on the runner, or point RUNNER_TOOL_CACHE at a directory that can be written.',
  },
  {
    id: 'registry out of reach',
    match: [{ names: ['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ConnectTimeout'] }],
    code: 'network-unreachable',
    fix: 'Name a registry that this runner can reach with `registry-url`, or let it through: HTTPS_PROXY and NO_PROXY count, as do the proxy lines of npm.',
    retryable: true,
  },
  {
    id: 'download broke off',
    match: [
      { names: ['ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'IdleTimeout', 'ShortBody'] },
      { statuses: [408, 429, '5xx'] },
    ],
    code: 'install-download-failed',
    fix: AGAIN,
    retryable: true,
  },
  {
    id: 'certificate',
    match: [{ names: [/CERT|SIGNATURE|TLS/] }],
    code: 'install-download-failed',
    fix: [
      "Trust the registry's certificate (or set `cafile` in npm's configuration):",
      yaml('env:\n  NODE_EXTRA_CA_CERTS: /path/to/the/authority.pem'),
    ],
  },
  ...NETWORK_RULES,
  {
    id: 'no such version',
    match: [{ statuses: [404] }],
    when: (_error, { version, published }) => !published.includes(version),
    code: 'version-not-found',
    explanation: (_error, { version, published }) => {
      const near = nearVersions(version, published)
      const has = near.length === 0 ? 'it has none of this package' : `the nearest it has are ${near.join(', ')}`
      return `The registry has no such version; ${has}.`
    },
    fix: (_error, { version, published }) => {
      const [near] = nearVersions(version, published)
      if (near === undefined)
        return ['Use a registry that has the package:', yaml('with:\n  registry-url: https://registry.example.com')]
      return [
        'Ask for a version it has, for example:',
        yaml(`with:\n  claude-code-version: ${near}`),
        'or set another `registry-url`.',
      ]
    },
  },
  {
    id: 'credentials of the registry',
    match: [{ statuses: [401, 403] }],
    code: 'install-download-failed',
    fix: ({ host }) => [
      'Give npm credentials for this registry in a step before, for example:',
      shell(`echo '//${host ?? 'registry.example.com'}/:_authToken=\${REGISTRY_TOKEN}' >> ~/.npmrc`),
    ],
  },
  {
    id: 'another answer',
    match: [{}],
    code: 'install-download-failed',
    fix: AGAIN,
  },
]

/** Up to five of `published` that are nearest to `version`, the nearest first. */
function nearVersions(version: string, published: readonly string[]): readonly string[] {
  const target = rank(version)
  const distance = (other: string) => Math.abs(rank(other) - target)
  return published.toSorted((a, b) => distance(a) - distance(b) || rank(b) - rank(a)).slice(0, 5)
}

/** A number that orders versions; what is no version (a dist-tag) comes after all. */
function rank(version: string): number {
  const [, major, minor, patch] = /^(\d+)\.(\d+)\.(\d+)/.exec(version) ?? []
  return major === undefined ? Number.MAX_SAFE_INTEGER : (Number(major) * 1e5 + Number(minor)) * 1e5 + Number(patch)
}
