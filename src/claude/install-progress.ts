import type { UnpackOptions } from '../ports/install.ts'
import type { World } from '../ports/world.ts'

const EVERY_MS = 5_000

/** Tells the log every five seconds how far a download is, so that a quick one says nothing. */
export function progressLines(world: Pick<World, 'clock' | 'log'>): NonNullable<UnpackOptions['onProgress']> {
  const started = world.clock.now()
  let next = started + EVERY_MS
  return ({ bytes, totalBytes }) => {
    const now = world.clock.now()
    if (now < next) return
    next = now + EVERY_MS
    const total = totalBytes === undefined ? '' : ` of ${megabytes(totalBytes)}`
    world.log.info(`${megabytes(bytes)}${total} MB, ${speed(bytes, now - started)}`)
  }
}

/** Decimal megabytes without fraction, of bytes. */
export const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(0)

/** `12.3 MB/s`, of bytes and milliseconds. */
export const speed = (bytes: number, ms: number): string => `${(bytes / 1e3 / Math.max(ms, 1)).toFixed(1)} MB/s`
