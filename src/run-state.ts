import { join } from 'node:path'

import { parseJson, fieldOf } from './json.ts'
import type { Runner } from './ports/github.ts'

/** The folders of one run, all below `RUNNER_TEMP`, which the runner empties after the job. */
export interface RunPlace {
  /** The folder that the others are in. */
  readonly run: string
  /** The transcript folder of the contract. */
  readonly transcript: string
  /** Claude Code's own state (`CLAUDE_CONFIG_DIR`). */
  readonly claudeConfig: string
  /** What only the action reads. */
  readonly own: string
}

/** Where the run with this id keeps its files. */
export function placeOf(id: string, runner: Pick<Runner, 'temp'>): RunPlace {
  const run = join(runner.temp, `claude-code-bedrock-${id}`)
  return { run, transcript: join(run, 'transcript'), claudeConfig: join(run, 'claude'), own: join(run, 'own') }
}

/**
 * What main records for post, in a file of the runner's that an agent without a sandbox can write to as well. So it names
 * nothing that post could be made to misuse: no path, no command, no text that people read.
 */
export interface RunState {
  /** Eight hexadecimal digits; paths are made of it. */
  readonly id: string
  /** `running` until the transcript folder is complete, `kept` until it is uploaded, then `done`. */
  readonly stage: 'running' | 'kept' | 'done'
  /** Names of the variables exported to later steps, of {@link EXPORTED_NAMES}. */
  readonly exported: readonly string[]
  /** What tells the transcript folder from any other (`Files.hold`); undefined where it could not be opened. */
  readonly folder?: string | undefined
  /** Key of the installed Claude Code, where the Actions cache does not have it. */
  readonly toSave?: string | undefined
}

/** Every variable that set-up mode may export, and post therefore may clear. */
export const EXPORTED_NAMES: readonly string[] = [
  ...['CLAUDE_CODE_USE_BEDROCK', 'AWS_REGION', 'AWS_DEFAULT_REGION', 'ANTHROPIC_MODEL', 'ANTHROPIC_BEDROCK_BASE_URL'],
  ...['ANTHROPIC_DEFAULT_OPUS_MODEL', 'ANTHROPIC_DEFAULT_SONNET_MODEL', 'ANTHROPIC_DEFAULT_FABLE_MODEL'],
  ...['ANTHROPIC_DEFAULT_HAIKU_MODEL', 'ANTHROPIC_SMALL_FAST_MODEL', 'ANTHROPIC_SMALL_FAST_MODEL_AWS_REGION'],
  ...['CLAUDE_CODE_MAX_OUTPUT_TOKENS', 'MAX_THINKING_TOKENS', 'DISABLE_PROMPT_CACHING', 'DISABLE_AUTOUPDATER'],
  ...['CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC', 'AWS_BEARER_TOKEN_BEDROCK'],
  ...['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'],
]

/** Reads what main recorded; undefined when main never came to record anything, or it has not the form that main writes. */
export function parseState(text: string | undefined): RunState | undefined {
  const state = parseJson(text ?? '')
  const id = optional(fieldOf(state, 'id'), /^[0-9a-f]{8}$/)
  const stage = (['running', 'kept', 'done'] as const).find((one) => one === fieldOf(state, 'stage'))
  const exported = fieldOf(state, 'exported')
  const folder = optional(fieldOf(state, 'folder'), /^\d+:\d+$/)
  const toSave = optional(fieldOf(state, 'toSave'), /^claude-code-[\w.+-]+-sha256-[0-9a-f]{64}(\.[\d-]+)?$/)
  const isKnown = (name: unknown): name is string => EXPORTED_NAMES.some((one) => one === name)
  if (!id || stage === undefined || folder === null || toSave === null) return undefined
  return Array.isArray(exported) && exported.every(isKnown) ? { id, stage, exported, folder, toSave } : undefined
}

/** `null` for what is there and has another form. */
function optional(value: unknown, form: RegExp): string | undefined | null {
  if (value === undefined) return undefined
  return typeof value === 'string' && form.test(value) ? value : null
}

/** Whether main completed everything, exported nothing that is to be cleared, and left nothing to save. */
export function nothingLeftToDo(text: string | undefined): boolean {
  if (!text) return true
  const state = parseState(text)
  return state?.stage === 'done' && state.exported.length === 0 && state.toSave === undefined
}
