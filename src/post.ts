// Entry point of the post step, where main left something to do: reads what main recorded, and never fails the job.
import { finishRun } from './steps/post-run.ts'
import { createWorld } from './world/index.ts'
import { useProgramEnvironment } from './world/program-environment.ts'

await finishRun({ env: useProgramEnvironment(process.env), state: process.env.STATE_run }, createWorld(process.env))
process.stdout.write('', () => process.exit(0))
