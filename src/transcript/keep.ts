import { basename, dirname, join } from 'node:path'

import type { Files } from '../ports/machine.ts'
import { resultText } from './outputs.ts'
import { transcriptPage, type PageRun, PACK_BYTES } from './page.ts'
import type { createRedactor } from './redact.ts'
import { lineGroupsOf } from '../lines.ts'
import { TRANSCRIPT_FILES } from './types.ts'

/** A run that has ended, and where its traces are. */
export interface KeptRun extends PageRun {
  readonly directory: string
  /** Claude Code's configuration folder, which holds its session files. */
  readonly configDirectory: string
}

/** What keeping works with; outputs come redacted. */
type KeepWorld = Pick<ReturnType<typeof createRedactor>, 'redact' | 'redactEvent'> & { readonly files: Files }

/**
 * Completes the transcript folder: `result.json`, Claude Code's own session file, and the page. Each stands alone, so that
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
