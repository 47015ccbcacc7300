import { join } from 'node:path'

import { fixText, type Failure } from './errors.ts'
import type { CallRecord } from './gateway/words.ts'
import type { Environment, Files } from './ports/machine.ts'
import type { World } from './ports/world.ts'
import { placeOf, type RunPlace, type RunState } from './run-state.ts'
import { openRecorder, type Recorder } from './transcript/recorder.ts'
import { createRedactor, redactFix, type KnownSecrets, type Redact } from './transcript/redact.ts'
import { secretVariables } from './transcript/secrets.ts'
import { TRANSCRIPT_FILES, type RunFacts } from './transcript/types.ts'

/** What a run has at hand from its first moment to its last: its folders, the pen, and what is known so far. */
export interface Desk {
  readonly place: RunPlace
  readonly redact: Redact
  readonly recorder: Recorder
  /** How many secrets were redacted from the transcript, by kind. */
  redacted(): Readonly<Record<string, number>>
  facts(): RunFacts
  learn(more: Omit<Partial<RunFacts>, 'failure'>): void
  /** The first failure is the run's; a later one is a warning. */
  fail(failure: Failure): void
  /** Adds a line to the diagnostics. */
  diagnose(call: CallRecord): void
  /** Records for post, in a file of the runner's that outlives this process. */
  remember(more: Partial<RunState>): void
  /** Leaves the facts for post. */
  save(): Promise<void>
  /** Completes transcript and diagnostics; nothing is written to them after. */
  close(): Promise<void>
}

/** Opens the transcript and leaves post what it needs to find it. */
export async function openDesk(run: OpenedRun, world: World): Promise<Desk> {
  const place = placeOf(run.id, world.runner)
  const named = secretVariables(run.env)
  const known: KnownSecrets = {
    values: () => [...world.secrets.all(), ...named],
    patterns: () => [...(facts.transcript?.redact ?? []), ...(run.patterns ?? [])],
  }
  const { redact } = createRedactor(known)
  const ofTranscript = createRedactor(known)
  let state: RunState = { id: run.id, stage: 'running', exported: [] }
  let facts: RunFacts = { transcriptPath: place.transcript }
  const open = (name: string, by: Redact, onProblem: (error: unknown) => void) =>
    openRecorder(join(place.transcript, name), { files: world.files, redact: by, onProblem })
  const recorder = await open(TRANSCRIPT_FILES.events, ofTranscript.redact, (error) =>
    world.log.warning(redact(`The transcript is incomplete: ${String(error)}`)),
  )
  // A full disk must not end the run: post goes on from what it finds.
  const refused = (error: unknown) => world.log.warning(redact(`Not left for the post step: ${String(error)}`))
  const reserve = join(place.own, 'reserve')
  let reserved: Promise<void> | undefined
  // Opened at the first call, and no reason to warn: where the disk is full, the transcript says so.
  let diagnostics: Promise<Recorder> | undefined
  return {
    place,
    redact,
    recorder: {
      ...recorder,
      record(lines) {
        reserved ??= fill(reserve, world.files).catch(() => undefined)
        return recorder.record(lines)
      },
    },
    redacted: ofTranscript.redacted,
    facts: () => facts,
    learn: (more) => (facts = { ...facts, ...more }),
    fail({ code, message, fix }) {
      const failure = { code, message: redact(message), fix: redactFix(fix, redact) }
      if (facts.failure === undefined) facts = { ...facts, failure }
      else world.log.warning(`${failure.message}\n${fixText(failure.fix)}`, code)
    },
    remember(more) {
      state = { ...state, ...more }
      try {
        world.job.saveState('run', JSON.stringify(state))
      } catch (error) {
        refused(error)
      }
    },
    diagnose(call) {
      diagnostics ??= open(TRANSCRIPT_FILES.diagnostics, redact, () => undefined)
      void diagnostics.then((lines) => lines.record([JSON.stringify(call)]))
    },
    async close() {
      await recorder.close()
      await (await diagnostics)?.close()
      await reserved
      await world.files.remove(reserve).catch(() => undefined)
    },
    save: () => world.files.write(join(place.own, FACTS_FILE), JSON.stringify(facts)).catch(refused),
  }
}

/** The run whose desk is opened; values of variables that are named like secrets are redacted in all that is kept. */
export interface OpenedRun {
  readonly id: string
  readonly env: Environment
  /** Sources of regular expressions that count beside those of the settings. */
  readonly patterns?: readonly string[]
}

/** 4 MB, taken with the agent's first event and given back at the end, so that outputs, result, page and summary have room where the agent filled the disk. */
async function fill(reserve: string, files: Pick<Files, 'append'>): Promise<void> {
  const file = await files.append(reserve)
  await file.write(new Array<string>(64).fill(' '.repeat(64 * 1024))).finally(() => file.close())
}

/** Where main leaves its facts for post, in the run's own folder. */
export const FACTS_FILE = 'facts.json'
