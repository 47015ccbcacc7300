import { join } from 'node:path'

import type { Runner } from './ports/github.ts'
import type { CacheableFile } from './ports/install.ts'

/** The folders of one run, all below `RUNNER_TEMP`, which the runner empties after the job. */
export interface RunPlace {
  /** The transcript folder of the contract. */
  readonly transcript: string
  /** Claude Code's own state (`CLAUDE_CONFIG_DIR`). */
  readonly claudeConfig: string
  /** What only the action reads. */
  readonly own: string
}

/** Where the run with this id keeps its files. */
export function placeOf(id: string, runner: Pick<Runner, 'temp'>): RunPlace {
  const folder = join(runner.temp, `claude-code-bedrock-${id}`)
  return { transcript: join(folder, 'transcript'), claudeConfig: join(folder, 'claude'), own: join(folder, 'own') }
}

/** What main records for post. It holds no secret: the runner keeps it in a file. */
export interface RunState {
  readonly id: string
  /** `running` until the transcript folder is complete, `kept` until it is uploaded, then `done`. */
  readonly stage: 'running' | 'kept' | 'done'
  /** Names of the variables exported to later steps. */
  readonly exported: readonly string[]
  /** The installed Claude Code, where the Actions cache does not have it. */
  readonly toSave?: CacheableFile | undefined
}

/** Reads what main recorded; undefined when main never came to record anything. */
export function parseState(text: string | undefined): RunState | undefined {
  if (!text) return undefined
  const state: unknown = JSON.parse(text)
  return isRunState(state) ? state : undefined
}

/** Whether main completed everything, exported nothing that is to be cleared, and left nothing to save. */
export function nothingLeftToDo(text: string | undefined): boolean {
  const state = parseState(text)
  return state === undefined || (state.stage === 'done' && state.exported.length === 0 && state.toSave === undefined)
}

/** Main of this very release wrote it, so its outline is proof enough. */
function isRunState(value: unknown): value is RunState {
  return typeof value === 'object' && value !== null && 'id' in value && 'stage' in value && 'exported' in value
}
