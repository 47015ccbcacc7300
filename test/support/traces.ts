// All that a step leaves behind, to be searched for what must not be there.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

import type { StepResult } from './runner.ts'
import { artifactFiles, transcriptFile, type Scenario } from './scenario.ts'
import { shownLog } from './workflow-commands.ts'

/** Everything that is left of a step, by where it is; the page also as its script unpacks it. */
export function traces(here: Scenario, result: StepResult): Record<string, string> {
  const folder = result.outputs['transcript-path'] ?? ''
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const kept = names.map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name), 'utf8')] as const)
  const stored = Object.entries(artifactFiles(here, result) ?? {})
  return {
    ...Object.fromEntries(kept.map(([name, text]) => [`folder: ${name}`, text])),
    ...Object.fromEntries(stored.map(([name, text]) => [`artifact: ${name}`, text])),
    'events of the page': unpackedEvents(transcriptFile(result, 'transcript.html') ?? ''),
    log: shownLog(result.main.stdout),
    'log of post': shownLog(result.post.stdout),
    outputs: Object.values(result.outputs).join('\n'),
    summary: result.summary,
  }
}

/** The events that a page holds packed. */
export const unpackedEvents = (page: string): string =>
  [...page.matchAll(/data-encoding="gzip">([^<]*)</g)]
    .map(([, text = '']) => gunzipSync(Buffer.from(text, 'base64')).toString('utf8'))
    .join('\n')

/** Where a text is found in one of its forms, as `place: form`. */
export const leaks = (here: Scenario, result: StepResult, forms: Record<string, string>): string[] =>
  Object.entries(traces(here, result)).flatMap(([place, text]) =>
    Object.entries(forms).flatMap(([form, secret]) => (text.includes(secret) ? [`${place}: ${form}`] : [])),
  )
