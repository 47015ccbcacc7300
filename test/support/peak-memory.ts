// The most memory that a process has had, on Linux, of an action whose agent writes many events.
import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { root, type RunningPhase, type StepResult } from './runner.ts'
import type { Scenario } from './scenario.ts'

/** How a step went, and the most memory of its main in MB. */
export interface Weighed {
  readonly result: StepResult
  readonly peak: number
}

/** Runs a step whose agent writes a transcript of so many megabytes, of recorded events. */
export async function weighed(here: Scenario, megabytes: number, limitMs: number): Promise<Weighed> {
  const agent = join(here.job.temp, 'talkative-claude')
  writeFileSync(agent, `#!/bin/sh\nexec ${process.execPath} ${join(root, 'test/support/talkative-agent.ts')} "$@"\n`)
  chmodSync(agent, 0o755)
  let peak = 0
  const look = ({ phase, pid }: RunningPhase): void => {
    if (phase !== 'main') return
    const looking = setInterval(() => {
      try {
        const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
        peak = Math.max(peak, Number(kilobytes ?? 0) / 1000)
      } catch {
        clearInterval(looking)
      }
    }, 50)
  }
  const inputs = {
    prompt: String(megabytes * 1e6),
    'claude-code-path': agent,
    // The stand-in makes no call, which behind the gateway would be a prompt that was not run.
    credentials: 'environment',
    preflight: 'false',
  }
  const result = await here.step(inputs, { limitMs, onStart: look })
  return { result, peak }
}
