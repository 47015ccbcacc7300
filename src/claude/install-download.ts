import { retryAfterMs } from '../error-rules.ts'
import { ServiceError } from '../errors.ts'
import type { CachedTool, PackageVersion, RegistryAddress, UnpackOptions } from '../ports/install.ts'
import type { World } from '../ports/world.ts'
import { startBackOff } from '../retry.ts'
import { isRetryableInstall } from './install-failure.ts'

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
