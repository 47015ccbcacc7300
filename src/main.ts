// Entry point of the step: environment in, exit code out.
import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'

import { run } from './run.ts'
import { createWorld } from './world/index.ts'
import { useProgramEnvironment } from './world/program-environment.ts'

// Some runners set neither; @actions/tool-cache insists.
process.env.RUNNER_TEMP ||= tmpdir()
process.env.RUNNER_TOOL_CACHE ||= join(process.env.RUNNER_TEMP, 'tool-cache')

// Nearly every object dies with its event. Left alone, V8 keeps up to 60 MB of dead ones beside a long transcript.
setFlagsFromString('--optimize-for-size')

const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort(signal))

const env = useProgramEnvironment(process.env)
const world = createWorld(process.env)
// What the AWS SDK starts for a profile starts here, not in the workspace.
mkdirSync(process.env.RUNNER_TEMP, { recursive: true })
process.chdir(process.env.RUNNER_TEMP)

const id = randomBytes(4).toString('hex')
const outputs = await run({ env, programEnv: process.env, id, stop: stop.signal }, world)

// A download or a connection that nobody waits for any more must not hold up the job.
const code = outputs.conclusion === 'success' || outputs.conclusion === 'setup' ? 0 : 1
process.stdout.write('', () => process.exit(code))
