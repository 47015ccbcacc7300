import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { Extract } from 'tar-stream'

import { stringOf } from '../json.ts'

/** Node's default of 16 KB makes unpacking 381 MB take twice as long. */
const CHUNK = 2 << 20

interface TarballOptions {
  /** Where the files go. */
  readonly directory: string
  /** Path inside the package of a file whose sha256 is wanted too. */
  readonly digestOf: string | undefined
}

/** A tarball read to its end. */
export type UnpackedTarball = Awaited<ReturnType<typeof unpackTarball>>

/**
 * Reads an npm tarball once: digest, gunzip and untar. Reads on to the end when unpacking fails, so that the digest can say why.
 * Resolves with its size, its digest, and what unpacking broke on, if it did.
 */
export async function unpackTarball(body: AsyncIterable<Buffer>, options: TarballOptions) {
  const { extract } = await import('tar-stream')
  const hash = createHash('sha512')
  let bytes = 0
  let tail = Buffer.alloc(0)
  const gunzip = createGunzip({ chunkSize: CHUNK })
  const untar = extract()
  const writing = writeFiles(untar, options)
  writing.catch((error: unknown) => untar.destroy(error instanceof Error ? error : undefined))
  const unpacking = Promise.allSettled([pipeline(gunzip, untar), writing])
  try {
    for await (const chunk of body) {
      hash.update(chunk)
      bytes += chunk.length
      tail = Buffer.concat([tail, chunk.subarray(-4)]).subarray(-4)
      if (gunzip.writable && !gunzip.write(chunk))
        await Promise.race([once(gunzip, 'drain').catch(() => undefined), unpacking])
    }
  } catch (error) {
    gunzip.destroy()
    await unpacking
    throw error
  }
  if (gunzip.writable) gunzip.end()
  const [unzipped, written] = await unpacking
  const problems = [unzipped, written].flatMap((part): unknown[] => (part.status === 'rejected' ? [part.reason] : []))
  const length = tail.length === 4 ? tail.readUInt32LE() : 0
  return {
    bytes,
    integrity: `sha512-${hash.digest('base64')}`,
    sha256: written.status === 'fulfilled' ? written.value : undefined,
    /** Whether the last bytes are those that a gzipped tar ends with. */
    endsAsTarball: length > 0 && length % 512 === 0,
    // zlib's own error says most; whichever side fails, it closes the other before its time.
    problem: problems.find((problem) => stringOf(problem, 'code')?.startsWith('Z_')) ?? problems.at(-1),
  }
}

async function writeFiles(entries: Extract, { directory, digestOf }: TarballOptions): Promise<string | undefined> {
  let sha256: string | undefined
  for await (const entry of entries) {
    const { name, type } = entry.header
    if (type !== 'directory') {
      const inside = safePath(name, type)
      const path = join(directory, inside)
      await mkdir(dirname(path), { recursive: true })
      const digest = inside === digestOf ? createHash('sha256') : undefined
      const file = await open(path, 'w', 0o644)
      try {
        for await (const chunk of entry) {
          if (!Buffer.isBuffer(chunk)) continue
          digest?.update(chunk)
          for (let at = 0; at < chunk.length;) at += (await file.write(chunk, at)).bytesWritten
        }
      } finally {
        await file.close()
      }
      sha256 ??= digest?.digest('hex')
    }
    entry.resume()
  }
  return sha256
}

/** The path below `package/` of a regular file whose name is safe on every system; throws for all else. */
function safePath(name: string, type: string): string {
  const segments = name.split('/')
  const safe = segments.every((segment) => /^[\w@+ .-]*[\w@+-]$/.test(segment))
  if (type !== 'file' || !safe || segments.length < 2 || segments[0] !== 'package')
    throw new Error(
      `the archive holds ${JSON.stringify(name)} (${type}): only regular files below package/ are unpacked`,
    )
  return segments.slice(1).join('/')
}
