import { connect as connectPlain, type NetConnectOpts, type Socket } from 'node:net'
import { connect as connectSecure, type ConnectionOptions } from 'node:tls'

const BLOCK = 1 << 20
const LEAST = 64 << 10

/**
 * Connections that read up to a megabyte at once, one read after the other into the same block, where Node takes a new buffer
 * of 64 KB for each: reading a Claude Code release costs a fifth of the time (0.04 instead of 0.22 s, measured with Node 24).
 */
export const roomyConnection = {
  plain: (options: NetConnectOpts): Socket => roomy((onread) => connectPlain({ ...options, onread })),
  secure: (options: ConnectionOptions): Socket =>
    roomy((onread) => {
      // Node's documentation has it, its types do not (https://nodejs.org/api/tls.html#tlsconnectoptions-callback).
      const withOnread: ConnectionOptions & { onread: OnRead } = { ...options, onread }
      return connectSecure(withOnread)
    }),
}

interface OnRead {
  readonly buffer: () => Uint8Array
  readonly callback: (length: number, buffer: Uint8Array) => boolean
}

function roomy(connect: (onread: OnRead) => Socket): Socket {
  let block = Buffer.allocUnsafeSlow(BLOCK)
  let used = 0
  const socket = connect({
    buffer() {
      if (block.length - used < LEAST) {
        block = Buffer.allocUnsafeSlow(BLOCK)
        used = 0
      }
      return block.subarray(used)
    },
    callback(length, buffer) {
      used += length
      // False when nobody reads: the socket then waits.
      return socket.push(buffer.subarray(0, length))
    },
  })
  return socket
}
