import { closeSync, openSync, readSync } from 'node:fs'

/**
 * The lines of a file in gzip, about `size` bytes of them at a time; a line is never parted. One buffer is filled again and
 * again and no other thread takes part: with the streams of Node, memory grows by a tenth of the file.
 */
export async function* packedLines(path: string, size: number): AsyncGenerator<Uint8Array> {
  const { gzipSync } = await import('node:zlib')
  const file = openSync(path, 'r')
  try {
    let held = Buffer.allocUnsafeSlow(size)
    let length = 0
    for (;;) {
      const bytesRead = readSync(file, held, length, held.length - length, null)
      if (bytesRead === 0) break
      length += bytesRead
      if (length < held.length) continue
      const end = held.lastIndexOf(LINE_FEED)
      if (end < 0) {
        held = Buffer.concat([held], 2 * held.length)
        continue
      }
      yield gzipSync(held.subarray(0, end))
      held.copyWithin(0, end + 1)
      length -= end + 1
    }
    const rest = held.subarray(0, held[length - 1] === LINE_FEED ? length - 1 : length)
    if (rest.length > 0) yield gzipSync(rest)
  } finally {
    closeSync(file)
  }
}

const LINE_FEED = 0x0a
