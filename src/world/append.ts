import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

import type { Appender } from '../ports/machine.ts'

/**
 * Opens a file to add to. Texts become bytes in a buffer of the file's own and go to the system together: a turn through
 * Node's thread pool takes ten times as long as the system needs for an event's few kilobytes, and that as long as its redaction.
 */
export function append(path: string): Promise<Appender> {
  return new Promise((resolve) => resolve(opened(path)))
}

function opened(path: string): Appender {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const file = openSync(path, 'a', 0o600)
  const buffer = Buffer.allocUnsafeSlow(BUFFER_BYTES)
  let held = 0
  const flush = (): void => {
    const bytes = buffer.subarray(0, held)
    held = 0
    writeWhole(file, bytes)
  }
  const put = (text: string): void => {
    const most = text.length * MOST_BYTES_A_UNIT
    if (held + most > BUFFER_BYTES) flush()
    if (most > BUFFER_BYTES) writeWhole(file, Buffer.from(text))
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
    close: () =>
      new Promise((resolve) => {
        closeSync(file)
        resolve()
      }),
  }
}

const BUFFER_BYTES = 192 * 1024

/** UTF-8 of one UTF-16 unit. */
const MOST_BYTES_A_UNIT = 3

/** A disk that is nearly full takes a part, and refuses the rest. */
function writeWhole(fd: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length;) written += writeSync(fd, bytes, written)
}
