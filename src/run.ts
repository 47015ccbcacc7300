import { dirname } from 'node:path'

import { authenticate } from './aws/session.ts'
import { agentEnvironment, exportedEnvironment } from './bedrock/environment.ts'
import { explainBedrock } from './bedrock/explain.ts'
import { describeLimits } from './bedrock/limits.ts'
import { runAgent } from './claude/agent.ts'
import { installClaude } from './claude/install.ts'
import { outcomeOf } from './claude/outcome.ts'
import { asFailure, Failure } from './failure.ts'
import { parseSettings } from './inputs/parse-settings.ts'
import { readInputs, secretInputs } from './inputs/read-inputs.ts'
import type { Environment } from './ports/machine.ts'
import type { World } from './ports/world.ts'
import { report } from './report.ts'
import { placeOf, type RunState } from './run-state.ts'
import { trackChanges } from './transcript/changed-files.ts'
import type { Outputs } from './transcript/report.ts'
import type { RunFacts } from './transcript/run-facts.ts'

/** What the door hands in: the environment, an id that no other run has, and the runner's wish to stop. */
export interface RunRequest {
  readonly env: Environment
  readonly id: string
  readonly stop: AbortSignal
}

/**
 * The whole action: read the inputs, sign in to AWS while Claude Code is installed, run the prompt, keep the transcript,
 * report. Never rejects: whatever fails, the outputs say so and hold what was known until then.
 */
export async function run(request: RunRequest, world: World): Promise<Outputs> {
}
