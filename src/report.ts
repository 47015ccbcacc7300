import { join } from 'node:path'

import type { Desk } from './desk.ts'
import { fixText, type Failure } from './errors.ts'
import type { World } from './ports/world.ts'
import { keepTranscript } from './transcript/keep.ts'
import { outputStrings, resultText, outputsFrom } from './transcript/outputs.ts'
import { jobSummary } from './transcript/summary.ts'
import { uploadTranscript } from './transcript/upload.ts'
import { describeCounts } from './text.ts'
import { TRANSCRIPT_FILES, type FailureText, type Outputs } from './transcript/types.ts'

/**
 * Keeps and tells how a run ended, in the order of what must not be lost: the annotation, the folder, the outputs, then the
 * artifact and the summary. A cancelled run leaves the last two to post, since the runner grants it only seconds.
 */
export async function report(desk: Desk, world: World): Promise<Outputs> {
  const { failure } = desk.facts()
  if (failure !== undefined) announce(failure, world)
  await keep(desk, world)
  setOutputs(desk, world)
  await desk.save()
  desk.remember({ stage: 'kept' })
  if (failure?.code !== 'agent-cancelled') await store(desk, world)
  return outputsFrom(desk.facts())
}

/** Completes the transcript folder with what is known. */
export async function keep(desk: Desk, world: World): Promise<void> {
  await desk.close()
  const redacted = desk.redacted()
  desk.learn({ redacted })
  if (Object.keys(redacted).length > 0) world.log.info(`Redacted from the transcript: ${describeCounts(redacted)}`)
  const { failure, prompt } = desk.facts()
  const { transcript: directory, claudeConfig: configDirectory } = desk.place
  const run = { outputs: outputsFrom(desk.facts()), failure, prompt, directory, configDirectory }
  const problems = await keepTranscript(run, { files: world.files, redact: desk.redact })
  problems.forEach((problem) => world.log.warning(problem))
}

/** Uploads the folder where the settings ask for it, and writes the job summary, which links to the artifact. */
export async function store(desk: Desk, world: World): Promise<void> {
  const { transcript: settings } = desk.facts()
  if (settings !== undefined) {
    const { conclusion } = outputsFrom(desk.facts())
    const warn = ({ code, message, fix }: Failure) =>
      world.log.warning(desk.redact(`${message}\n${fixText(fix)}`), code)
    const artifact = await uploadTranscript(settings, { conclusion, directory: desk.place.transcript, warn }, world)
    if (artifact !== undefined) await addArtifact(artifact, desk, world)
  }
  if (settings?.jobSummary !== false) summarize(desk, world)
  desk.remember({ stage: 'done' })
}

async function addArtifact(artifact: { id: number; url: string }, desk: Desk, world: World): Promise<void> {
  desk.learn({ artifact })
  setOutputs(desk, world)
  world.log.info(`Transcript: ${artifact.url}`)
  const path = join(desk.place.transcript, TRANSCRIPT_FILES.result)
  await world.files.write(path, resultText(outputsFrom(desk.facts()), desk.redact)).catch(() => undefined)
}

function summarize(desk: Desk, world: World): void {
  const run = { ...desk.facts(), outputs: outputsFrom(desk.facts()), documents: world.runner.documents }
  try {
    world.job.appendSummary(jobSummary(run, desk.redact))
  } catch (error) {
    world.log.warning(`The job summary could not be written: ${String(error)}`)
  }
}

function announce({ code, message, fix }: FailureText, world: World): void {
  world.log.error(`${message}\n\n${fixText(fix)}\n\nMore: ${world.runner.documents}/TROUBLESHOOTING.md#${code}`, code)
}

function setOutputs(desk: Desk, world: World): void {
  const outputs = outputStrings(outputsFrom(desk.facts()))
  try {
    for (const [name, value] of Object.entries(outputs)) world.job.setOutput(name, desk.redact(value))
  } catch (error) {
    world.log.warning(`The outputs could not be set: ${String(error)}`)
  }
}
