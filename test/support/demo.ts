// The job of `npm run demo`: the shipped action repairs a small repository with a failing test, on emulated GitHub and AWS.
import { repairScript } from './repair-script.ts'
import type { StepResult } from './runner.ts'
import { scenario, type Scenario } from './scenario.ts'

/** Where the demo runs, and what differs from the demo that people see. */
export interface DemoOptions {
  /** An empty folder; what the job leaves is in it. */
  readonly directory: string
  /** Where the action looks for Claude Code first, and where it installs it. */
  readonly toolCache: string
  /** Environment of the machine; default: this one's. */
  readonly machine?: NodeJS.ProcessEnv
  readonly inputs?: Readonly<Record<string, string>>
  readonly onOutput?: (text: string) => void
}

/** The demo after its end: what the step left, and the job whose emulators `here` stops. */
export interface Demo extends AsyncDisposable {
  readonly result: StepResult
  readonly here: Scenario
}

/** Runs the demo. The action installs Claude Code itself, from the registry that the machine's npm would ask. */
export async function runDemo({ directory, toolCache, machine, inputs, onOutput }: DemoOptions): Promise<Demo> {
  const here: Scenario = await scenario({
    ...{ directory, toolCache, ...(machine && { machine }) },
    aws: { script: (_request, turn) => repairScript(here.job.workspace)[turn] ?? { text: 'Done.' } },
  })
  const stop = () => here[Symbol.asyncDispose]()
  const step = {
    prompt: 'A test of this repository fails. Find out why, repair it, and run the tests again.',
    'allowed-tools': 'Edit\nBash(npm test)',
    ...inputs,
  }
  // Claude Code may have to come over a slow line.
  const options = { limitMs: 20 * 60_000, ...(onOutput && { onOutput }) }
  const result = await here.step(step, options).catch(async (error: unknown) => {
    await stop()
    throw error
  })
  return { result, here, [Symbol.asyncDispose]: stop }
}
