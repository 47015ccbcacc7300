// Entry point of the step: environment in, exit code out.
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { run } from './run.ts'
import { createWorld } from './world/index.ts'

// Some runners set neither; @actions/tool-cache insists.
process.env.RUNNER_TEMP ||= tmpdir()
process.env.RUNNER_TOOL_CACHE ||= join(process.env.RUNNER_TEMP, 'tool-cache')

const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort(signal))

const id = randomBytes(4).toString('hex')
const outputs = await run({ env: process.env, id, stop: stop.signal }, createWorld(process.env))

// A download or a connection that nobody waits for any more must not hold up the job.
const code = outputs.conclusion === 'success' || outputs.conclusion === 'setup' ? 0 : 1
process.stdout.write('', () => process.exit(code))
