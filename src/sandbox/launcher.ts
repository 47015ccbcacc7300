import type { Relay } from '../ports/network.ts'
import { SOCKETS } from './script.ts'

/**
 * Starts the agent inside the sandbox; handed to Node as text (`node -e`), with a {@link describeRelay} for each port that
 * leads out. Says `ready` on standard output when these listen, then reads standard input: first the command as a line of JSON,
 * `{ file, args, cwd, env, input }` (its standard input); after it names of signals for it, a line each. The end of standard input
 * ends everything.
 * Its exit code is the command's, 128 and the signal's number, or 127 when the command could not be started.
 *
 * Once the command runs, nothing of this process leads to the action's pipes: commands of the agent could take them from here
 * and write events of their own. The descriptors are replaced, since a socket would get a number that is free.
 */
export const LAUNCHER = `
const { spawn } = require('node:child_process')
const { closeSync, openSync, writeSync } = require('node:fs')
const { connect, createServer } = require('node:net')
const { constants } = require('node:os')
const relay = (path, port, host) => new Promise((resolve, reject) => {
  const options = { allowHalfOpen: true, noDelay: true }
  createServer(options, (near) => {
    const far = connect({ path, allowHalfOpen: true })
    near.pipe(far).pipe(near)
    for (const [one, other] of [[near, far], [far, near]]) {
      one.on('error', () => other.destroy())
      one.on('close', () => one.readableEnded || other.destroy())
    }
  }).on('error', reject).listen(port, host, resolve)
})
let text = ''
let child
process.stdin.setEncoding('utf8')
process.stdin.on('data', (piece) => {
  const lines = (text + piece).split('\\n')
  text = lines.pop()
  for (const line of lines) child ? child.kill(line) : start(JSON.parse(line))
})
process.stdin.on('end', () => process.exit(143))
function start({ file, args, cwd, env, input }) {
  child = spawn(file, args, { cwd, env, stdio: ['pipe', 'inherit', 'inherit'] })
  child.on('error', (error) => {
    if (child.pid === undefined) process.exit(127)
  })
  if (child.pid === undefined) writeSync(2, 'The sandbox could not start ' + file + '\\n')
  for (const descriptor of [1, 2]) {
    closeSync(descriptor)
    openSync('/dev/null', 'w')
  }
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]))
  child.stdin?.on('error', () => {})
  child.stdin?.end(input)
}
const open = async (pair) => {
  const [port, path] = pair.split('=')
  await relay(path, Number(port), '127.0.0.1')
  // Where the kernel has IPv6, localhost may be either.
  await relay(path, Number(port), '::1').catch(() => undefined)
}
Promise.all(process.argv.slice(1).map(open)).then(
  () => writeSync(1, 'ready\\n'),
  (error) => {
    writeSync(2, 'sandbox: ' + error.message + '\\n')
    process.exit(1)
  },
)
`

/** A relay as the launcher takes it. */
export const describeRelay = ({ port, socket }: Relay) => `${port}=${SOCKETS}/${socket}`
