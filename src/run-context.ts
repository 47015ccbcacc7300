import { join } from 'node:path'

import type { SecretFinder } from './checkout/changes.ts'
import { asFailure, changedFix, Failure, fixText } from './errors.ts'
import type { CallRecord } from './gateway/types.ts'
import type { RedactPattern } from './inputs/settings.ts'
import type { Environment, Files } from './ports/machine.ts'
import type { World } from './ports/world.ts'
import { placeOf, type RunPlace, type RunState } from './run-state.ts'
import type { RefusalRecord } from './sandbox/network.ts'
import { openRecorder, type Recorder } from './transcript/recorder.ts'
import { createRedactor, type KnownSecrets, type Redact } from './transcript/redact.ts'
import { secretVariables } from './transcript/secrets.ts'
import { TRANSCRIPT_FILES, type RunFacts } from './transcript/types.ts'

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
  update(more: Omit<Partial<RunFacts>, 'failure'>): void
  /** The first failure is the run's; a later one is a warning. */
  fail(error: unknown): void
  /** Adds a line to `diagnostics.jsonl`. */
  recordCall(call: CallRecord | RefusalRecord): void
  /** How many secrets were redacted from the transcript, by kind. */
  redactedCounts(): Readonly<Record<string, number>>
  saveState(more: Partial<RunState>): void
  /** Writes the facts to a file for post. */
  saveFacts(): Promise<void>
  /** Writes a file for post, which reads it with {@link readSealed}. */
  saveSealed(name: string, text: string): Promise<void>
  /** Completes transcript and diagnostics; nothing is written to them afterwards. */
  close(): Promise<void>
}

/** The run to open. Values of variables that are named like secrets are redacted from all that is kept. */
export interface OpenedRun {
  readonly id: string
  readonly env: Environment
  /** They count beside those of the settings. */
  readonly patterns?: readonly RedactPattern[]
  /** In post: what tells the transcript folder that main opened from any other; another one is refused. */
  readonly folder?: string | undefined
}

/** Opens the transcript, and records for post where to find it. */
export async function openRunContext(run: OpenedRun, world: World): Promise<RunContext> {
  const place = placeOf(run.id, world.runner)
  let folder: string | undefined
  try {
    // Before the agent runs: nothing that it puts in their place is read or written.
    for (const own of [place.run, place.own, place.claudeConfig]) await world.files.hold(own)
    folder = await world.files.hold(place.transcript)
  } catch (error) {
    world.log.warning(`The folders of the run cannot be used: ${String(error)}`)
  }
  if ('folder' in run && (folder === undefined || folder !== run.folder)) throw REPLACED
  const named = secretVariables(run.env)
  const configured: string[] = []
  const known: KnownSecrets = {
    values: () => [...world.secrets.all(), ...named.values, ...configured],
    patterns: () => [...(facts.transcript?.redact ?? []), ...(run.patterns ?? [])],
    now: () => world.clock.now(),
  }
  const { redact, redactEvent, holdsKnown } = createRedactor(known)
  const ofTranscript = createRedactor(known)
  let state: RunState = { id: run.id, stage: 'running', exported: [], folder }
  let facts: RunFacts = { transcriptPath: place.transcript }
  const open = (name: string, by: Redact, onProblem: (error: unknown) => void) =>
    openRecorder(join(place.transcript, name), { files: world.files, redact: by, onProblem })
  const recorder = await open(TRANSCRIPT_FILES.events, ofTranscript.redactEvent, (error) =>
    world.log.warning(redact(`The transcript is incomplete: ${String(error)}`)),
  )
  const reserve = diskReserve(join(place.own, 'reserve'), world.files)
  // A full disk must not end the run: post goes on from what it finds.
  const warnOfPost = (error: unknown) => world.log.warning(redact(`Not saved for the post step: ${String(error)}`))
  const saveSealed = async (name: string, text: string) => {
    const sealed = world.seal.seal(text, purposeOf(run.id, name))
    if (sealed !== undefined) await world.files.write(join(place.own, name), sealed).catch(warnOfPost)
  }
  // Opened at the first call. Where the disk is full, the transcript warns already.
  let diagnosticsPromise: Promise<Recorder> | undefined
  return {
    place,
    redact,
    redactEvent,
    secretFinder: { holdsKnownSecret: holdsKnown, looksSecret: (text) => redact(text) !== text },
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
      const { code, message, fix, quote } = asFailure(error)
      const failure = { code, message: redact(message), fix: changedFix(fix, redact), quote: quote && redact(quote) }
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
    saveFacts: () => saveSealed(FACTS_FILE, JSON.stringify(facts)),
    saveSealed,
  }
}

/** What main of the run `id` wrote for post; undefined where there is no such file, or somebody else has written it. */
export async function readSealed(id: string, name: string, world: World): Promise<string | undefined> {
  const sealed = await world.files.read(join(placeOf(id, world.runner).own, name)).catch(() => undefined)
  return sealed && world.seal.open(sealed, purposeOf(id, name))
}

const purposeOf = (id: string, name: string) => `${id} ${name}`

const REPLACED = new Failure('unexpected', {
  message: 'Something else is in the place of the folder that the step wrote its transcript to, and is left alone.',
})

/** Where main leaves its facts for post, in the run's own folder, sealed. */
export const FACTS_FILE = 'facts.json'

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
