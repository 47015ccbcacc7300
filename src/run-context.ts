import { join } from 'node:path'

import type { SecretFinder } from './checkout/patch.ts'
import { asFailure, fixText, type Failure } from './errors.ts'
import type { CallRecord } from './gateway/types.ts'
import type { RedactPattern } from './inputs/settings.ts'
import type { Runner } from './ports/github.ts'
import type { CacheableFile } from './ports/install.ts'
import type { Environment, Files } from './ports/machine.ts'
import type { World } from './ports/world.ts'
import { openRecorder, type Recorder } from './transcript/recorder.ts'
import { createRedactor, type KnownSecrets, type Redact } from './transcript/redact.ts'
import { TRANSCRIPT_FILES, type RunFacts, type RunFailure } from './transcript/types.ts'
import { secretVariables } from './transcript/secrets.ts'

/** What one run has at hand from its first moment to its last: its folders, the transcript recorder, the facts so far. */
export interface RunContext {
  readonly place: RunPlace
  readonly redact: Redact
  /** The same for lines of Claude Code's session file. */
  readonly redactEvent: Redact
  readonly secretFinder: SecretFinder
  readonly recorder: Recorder
  /** Names of variables that are named like a secret, but are not redacted: their values are plain words and the like. */
  readonly plainVariables: readonly string[]
  /** Adds values that are redacted from now on. */
  addSecrets(values: readonly string[]): void
  facts(): RunFacts
  /** Adds to the facts. */
  update(more: Omit<Partial<RunFacts>, 'failure'>): void
  /** The first failure is the run's; a later one is a warning. */
  fail(error: unknown): void
  /** Adds a line to `diagnostics.jsonl`. */
  recordCall(call: CallRecord): void
  /** How many secrets were redacted from the transcript, by kind. */
  redactedCounts(): Readonly<Record<string, number>>
  /** Records names and stages for post. */
  saveState(more: Partial<RunState>): void
  /** Writes the facts to a file for post. */
  saveFacts(): Promise<void>
  /** Completes transcript and diagnostics; nothing is written to them afterwards. */
  close(): Promise<void>
}

/** The run to open. Values of variables that are named like secrets are redacted from all that is kept. */
export interface OpenedRun {
  readonly id: string
  readonly env: Environment
  /** They count beside those of the settings. */
  readonly patterns?: readonly RedactPattern[]
}

/** Opens the transcript, and records for post where to find it. */
export async function openRunContext(run: OpenedRun, world: World): Promise<RunContext> {
  const place = placeOf(run.id, world.runner)
  const named = secretVariables(run.env)
  const configured: string[] = []
  const known: KnownSecrets = {
    values: () => [...world.secrets.all(), ...named.values, ...configured],
    patterns: () => [...(facts.transcript?.redact ?? []), ...(run.patterns ?? [])],
    now: () => world.clock.now(),
  }
  const { redact, redactEvent, holdsKnown } = createRedactor(known)
  const ofTranscript = createRedactor(known)
  let state: RunState = { id: run.id, stage: 'running', exported: [] }
  let facts: RunFacts = { transcriptPath: place.transcript }
  const open = (name: string, by: Redact, onProblem: (error: unknown) => void) =>
    openRecorder(join(place.transcript, name), { files: world.files, redact: by, onProblem })
  const recorder = await open(TRANSCRIPT_FILES.events, ofTranscript.redactEvent, (error) =>
    world.log.warning(redact(`The transcript is incomplete: ${String(error)}`)),
  )
  const reserve = diskReserve(join(place.own, 'reserve'), world.files)
  // A full disk must not end the run: post goes on from what it finds.
  const warnOfPost = (error: unknown) => world.log.warning(redact(`Not saved for the post step: ${String(error)}`))
  // Opened at the first call. Where the disk is full, the transcript warns already.
  let diagnosticsPromise: Promise<Recorder> | undefined
  return {
    place,
    redact,
    redactEvent,
    secretFinder: {
      holdsKnownSecret: holdsKnown,
      looksSecret: (text) => redact(text) !== text,
    },
    recorder: {
      ...recorder,
      record(lines) {
        reserve.take()
        return recorder.record(lines)
      },
    },
    plainVariables: named.plain,
    addSecrets: (values) => void configured.push(...values),
    redactedCounts: ofTranscript.redacted,
    facts: () => facts,
    update: (more) => (facts = { ...facts, ...more }),
    fail(error) {
      const failure = redacted(asFailure(error), redact)
      if (facts.failure === undefined) facts = { ...facts, failure }
      else world.log.warning(`${failure.message}\n${fixText(failure.fix)}`, failure.code)
    },
    saveState(more) {
      state = { ...state, ...more }
      try {
        world.job.saveState('run', JSON.stringify(state))
      } catch (error) {
        warnOfPost(error)
      }
    },
    recordCall(call) {
      diagnosticsPromise ??= open(TRANSCRIPT_FILES.diagnostics, redact, () => undefined)
      void diagnosticsPromise.then((lines) => lines.record([JSON.stringify(call)]))
    },
    async close() {
      await recorder.close()
      await (await diagnosticsPromise)?.close()
      await reserve.giveBack()
    },
    saveFacts: () => world.files.write(join(place.own, FACTS_FILE), JSON.stringify(facts)).catch(warnOfPost),
  }
}

/** Where main leaves its facts for post, in the run's own folder. */
export const FACTS_FILE = 'facts.json'

function redacted({ code, message, fix, quote }: Failure, redact: Redact): RunFailure {
  const blocks = fix.map((block) =>
    block.kind === 'text' ? { ...block, text: redact(block.text) } : { ...block, code: redact(block.code) },
  )
  return { code, message: redact(message), fix: blocks, quote: quote && redact(quote) }
}

/** 4 MB, taken with the agent's first event and given back at the end: outputs, page and summary have room where the agent filled the disk. */
function diskReserve(path: string, files: Pick<Files, 'append' | 'remove'>) {
  let takingPromise: Promise<void> | undefined
  const fill = async () => {
    const file = await files.append(path)
    await file.write(new Array<string>(64).fill(' '.repeat(64 * 1024))).finally(() => file.close())
  }
  return {
    take: () => void (takingPromise ??= fill().catch(() => undefined)),
    async giveBack() {
      await takingPromise
      await files.remove(path).catch(() => undefined)
    },
  }
}

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
