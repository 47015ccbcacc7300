import { writeSync } from 'node:fs'
import { mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'

import type { Appender } from '../ports/machine.ts'

/**
 * Opens a file to add to. Texts become bytes in a buffer of the file's own and go to the system together: a turn through
 * Node's thread pool takes ten times as long as the system needs for an event's few kilobytes, and that as long as its redaction.
 */
export async function append(path: string): Promise<Appender> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const file = await open(path, 'a', 0o600)
  const buffer = Buffer.allocUnsafeSlow(BUFFER_BYTES)
  let held = 0
  const flush = (): void => {
    const bytes = buffer.subarray(0, held)
    held = 0
    writeWhole(file.fd, bytes)
  }
  const put = (text: string): void => {
    const most = text.length * MOST_BYTES_A_UNIT
    if (held + most > BUFFER_BYTES) flush()
    if (most > BUFFER_BYTES) writeWhole(file.fd, Buffer.from(text))
    else held += buffer.write(text, held)
  }
  return {
    write: (texts) =>
      new Promise((resolve) => {
        held = 0
        texts.forEach(put)
        flush()
        resolve()
      }),
    close: () => file.close(),
  }
}

const BUFFER_BYTES = 192 * 1024

/** UTF-8 of one UTF-16 unit. */
const MOST_BYTES_A_UNIT = 3

/** A disk that is nearly full takes a part, and refuses the rest. */
function writeWhole(fd: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length;) written += writeSync(fd, bytes, written)
}
