// The door of the post step: reads what main recorded, and never fails the job.
import { nothingLeftToDo } from './run-state.ts'

if (!nothingLeftToDo(process.env.STATE_run)) {
  // Loaded only now, since most runs leave nothing to do.
  const [{ finish }, { createWorld }, { keepMemorySmall }] = await Promise.all([
    import('./finish.ts'),
    import('./world/index.ts'),
    import('./world/memory.ts'),
  ])
  keepMemorySmall()
  await finish({ env: process.env, state: process.env.STATE_run }, createWorld(process.env))
}
process.stdout.write('', () => process.exit(0))
