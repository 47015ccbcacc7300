// The door of the step: environment in, exit code out.
import { randomBytes } from 'node:crypto'

import { run } from './run.ts'
import { createWorld } from './world/index.ts'

const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort(signal))

const id = randomBytes(4).toString('hex')
const outputs = await run({ env: process.env, id, stop: stop.signal }, createWorld(process.env))

// A download or a connection that nobody waits for any more must not hold up the job.
const code = outputs.conclusion === 'success' || outputs.conclusion === 'setup' ? 0 : 1
process.stdout.write('', () => process.exit(code))
