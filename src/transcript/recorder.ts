import { basename, dirname, join } from 'node:path'

import type { Files } from '../ports/machine.ts'
import { lineGroupsOf } from '../text.ts'
import { isJsonDocument } from './json-text.ts'
import { resultText } from './outputs.ts'
import { transcriptPage, type PageRun, PACK_BYTES } from './page.ts'
import type { Redact, createRedactor } from './redact.ts'
import { TRANSCRIPT_FILES } from './types.ts'

/** Writes the transcript while the agent runs. */
export type Recorder = Awaited<ReturnType<typeof openRecorder>>

interface RecorderOptions {
  readonly files: Pick<Files, 'append'>
  readonly redact: Redact
  /** Hears of the disk's first refusal, since a full disk must not stop the run. */
  readonly onProblem: (error: unknown) => void
}

/** Opens the transcript at `path`; never rejects. */
export async function openRecorder(path: string, { files, redact, onProblem }: RecorderOptions) {
  let refused = false
  const refuse = (error: unknown) => {
    if (!refused) onProblem(error)
    refused = true
  }
  const file = await files.append(path).catch(refuse)
  // A refused line may be there in part, so that the next one starts on a line of its own.
  let torn = false
  return {
    /**
     * Hands lines of the agent's output, redacted, to the file, behind all lines before them; resolves with those lines, also
     * when the disk refused them. A line that is no JSON object becomes `{"type":"raw","text":...}`. Lines that have come
     * together go together, since each write costs a call to the system.
     */
    async record(lines: readonly string[]): Promise<readonly string[]> {
      const redacted = lines.map((line) => {
        const isObject = /^\s*\{/.test(line) && isJsonDocument(line)
        return redact(isObject ? line.trim() : JSON.stringify({ type: 'raw', text: line }))
      })
      try {
        await file?.write([...(torn ? ['\n'] : []), ...redacted.flatMap((line) => [line, '\n'])])
        torn = false
      } catch (error) {
        torn = true
        refuse(error)
      }
      return redacted
    },
    close: async (): Promise<void> => await file?.close().catch(refuse),
  }
}

/** A run that has ended, and where its traces are. */
export interface KeptRun extends PageRun {
  readonly directory: string
  /** Claude Code's configuration folder, which holds its session files. */
  readonly configDirectory: string
}

/** What keeping works with; outputs come redacted. */
type KeepWorld = Pick<ReturnType<typeof createRedactor>, 'redact' | 'redactEvent'> & { readonly files: Files }

/**
 * Completes the transcript folder: `result.json`, Claude Code's own session file, and the page. Each is independent, so that
 * one that fails does not cost the others. Returns what went wrong, a sentence each; never rejects.
 */
export async function keepTranscript(run: KeptRun, world: KeepWorld): Promise<readonly string[]> {
  const { result, session, page } = TRANSCRIPT_FILES
  const steps = {
    [result]: () => world.files.write(join(run.directory, result), resultText(run.outputs)),
    [session]: () => keepSession(run, world),
    [page]: () => keepPage(run, world),
  }
  const problems: string[] = []
  for (const [name, step] of Object.entries(steps)) {
    try {
      await step()
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      problems.push(world.redact(`${name} is missing from the transcript: ${reason}`))
    }
  }
  return problems
}

/** Claude Code keeps it at `<config>/projects/<slug>/<session id>.jsonl` (measured with 2.1.330). */
async function keepSession(run: KeptRun, { files, redactEvent }: KeepWorld): Promise<void> {
  const projects = join(run.configDirectory, 'projects')
  const name = `${run.outputs['session-id'] ?? ''}.jsonl`
  const found = await files.list(projects)
  const path = found.find((file) => basename(file) === name && dirname(dirname(file)) === projects)
  if (path === undefined) return
  async function* redacted(chunks: AsyncIterable<Uint8Array>) {
    for await (const lines of lineGroupsOf(chunks)) yield lines.map((line) => `${redactEvent(line)}\n`).join('')
  }
  await writeAll(join(run.directory, TRANSCRIPT_FILES.session, name), redacted(files.chunks(path)), files)
}

async function keepPage(run: KeptRun, { files, redact }: KeepWorld): Promise<void> {
  const events = files.packedLines(join(run.directory, TRANSCRIPT_FILES.events), PACK_BYTES)
  await writeAll(join(run.directory, TRANSCRIPT_FILES.page), transcriptPage(run, events, redact), files)
}

/** Replaces a file, whole or not at all: half of it is of no use, and on a full disk the outputs need its space. */
async function writeAll(path: string, pieces: AsyncIterable<string>, files: Files): Promise<void> {
  await files.remove(path)
  try {
    const file = await files.append(path)
    try {
      for await (const piece of pieces) await file.write([piece])
    } finally {
      await file.close()
    }
  } catch (error) {
    await files.remove(path)
    throw error
  }
}
