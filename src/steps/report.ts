import { join } from 'node:path'

import { preflightTable } from '../bedrock/preflight-report.ts'
import { fixText, type Failure } from '../errors.ts'
import type { TranscriptSettings } from '../inputs/settings.ts'
import type { World } from '../ports/world.ts'
import type { RunContext } from '../run-context.ts'
import { describeCounts } from '../text.ts'
import { hasStarted, OUTCOME_SIGNS, outcomeLine, outcomeTitle } from '../transcript/outcome-text.ts'
import { cutOutputs, outputStrings, resultText, outputsFrom } from '../transcript/outputs.ts'
import { keepTranscript } from '../transcript/recorder.ts'
import { TRANSCRIPT_FILES, type Outputs } from '../transcript/types.ts'
import { uploadTranscript, type StoredTranscript } from '../transcript/upload.ts'

/** Starts to load what the report of a successful run takes, 90 ms of work, while there is nothing to do but to wait for the agent. */
export function prepareReport(
  { upload, jobSummary }: TranscriptSettings,
  { artifacts }: Pick<World, 'artifacts'>,
): void {
  if (upload === 'always') artifacts.prepare()
  if (jobSummary) loadSummary().catch(() => undefined)
}

/** It brings the parser of Markdown. */
const loadSummary = () => import('../transcript/summary.ts')

/** Says what has failed, before anything else is done for the run. */
export function announceFailure(context: RunContext, world: World): void {
  const { failure, prompt } = context.facts()
  // What has failed is not to be looked for in a folded group.
  world.logGroups.close()
  if (failure === undefined) return
  if (prompt !== undefined && !hasStarted(outputsOf(context))) world.log.info('Not run: the prompt.')
  const { code, message, fix } = failure
  world.log.error(`${message}\n\n${fixText(fix)}\n\nMore: ${world.runner.documents}/TROUBLESHOOTING.md#${code}`, code)
}

/**
 * Keeps and reports how a run ended, in the order of what must not be lost: the folder, the outputs, then the artifact and the
 * summary. A cancelled run leaves the last two to post, since the runner grants it only seconds.
 */
export async function report(context: RunContext, world: World): Promise<Outputs> {
  await keep(context, world)
  setOutputs(context, world)
  const cut = cutOutputs(outputsOf(context))
  if (cut.length > 0)
    world.log.notice(
      `Too long for an output: ${cut.join(', ')}. ${TRANSCRIPT_FILES.result} of the transcript has all of it.`,
    )
  await context.saveFacts()
  context.saveState({ stage: 'kept' })
  if (context.facts().failure?.code !== 'agent-cancelled') await store(context, world)
  await logOutcome(context, world)
  return outputsOf(context)
}

/** The last lines of the log: the answer in a group, then how the run ended and what it took. */
async function logOutcome(context: RunContext, world: World): Promise<void> {
  const outputs = outputsOf(context)
  const { result, conclusion } = outputs
  const { show } = context.facts().transcript ?? { show: 'off' }
  if (show !== 'off' && conclusion === 'success' && result !== null && result !== '')
    await world.log.group('Result', (log) => {
      log.info(result)
      return Promise.resolve()
    })
  const line = outcomeLine(outputs)
  world.log.info(
    `${OUTCOME_SIGNS[conclusion]} ${outcomeTitle(outputs, context.facts().checks !== undefined)}${line === '' ? '' : ` · ${line}`}`,
  )
}

const outputsOf = (context: RunContext) => outputsFrom(context.facts(), context.redact)

/** Completes the transcript folder with what is known. */
export async function keep(context: RunContext, world: World): Promise<void> {
  await context.close()
  const redacted = context.redactedCounts()
  context.update({ redacted })
  if (Object.keys(redacted).length > 0) world.log.info(`Redacted from the transcript: ${describeCounts(redacted)}`)
  const { failure, prompt, changedFiles } = context.facts()
  if (changedFiles !== undefined && outputsOf(context)['changed-files'] === null)
    world.log.notice('changed-files is empty: a path in it holds what is redacted.')
  const { transcript: directory, claudeConfig: configDirectory } = context.place
  const run = { outputs: outputsOf(context), failure, prompt, directory, configDirectory, origin: world.runner }
  const problems = await keepTranscript(run, { files: world.files, ...context })
  problems.forEach((problem) => world.log.warning(problem))
  await putBack(context, world)
}

/** Later steps find the folder by its path: what else is there was made by something that the agent had started. */
async function putBack(context: RunContext, world: World): Promise<void> {
  const { run, transcript } = context.place
  try {
    const moved = [await world.files.putBack(run), await world.files.putBack(transcript)]
    if (moved.includes(true))
      world.log.warning(
        `Something moved the transcript folder while the agent ran. It is in its place again, and what was there instead is beside it: ${transcript}`,
      )
  } catch (error) {
    world.log.warning(`Something moved or removed the transcript folder while the agent ran: ${String(error)}`)
    context.update({ transcriptPath: '' })
  }
}

/** Uploads the folder where the settings ask for it, and writes the job summary, which links to the artifact. */
export async function store(context: RunContext, world: World): Promise<void> {
  const { transcript: settings } = context.facts()
  if (settings !== undefined) {
    const { conclusion } = outputsOf(context)
    const warn = ({ code, message, fix }: Failure) =>
      world.log.warning(context.redact(`${message}\n${fixText(fix)}`), code)
    const { transcript: directory, own: copies } = context.place
    const stored = await uploadTranscript(settings, { conclusion, directory, copies, warn }, world)
    if (stored !== undefined) await addArtifact(stored, context, world)
  }
  if (settings?.jobSummary !== false) await summarize(context, world)
  context.saveState({ stage: 'done' })
}

async function addArtifact({ artifact, page }: StoredTranscript, context: RunContext, world: World): Promise<void> {
  context.update({ artifact, artifactPage: page })
  setOutputs(context, world)
  world.log.info(`Transcript: ${page === undefined ? artifact.url : `${page.url} (all files: ${artifact.url})`}`)
  const path = join(context.place.transcript, TRANSCRIPT_FILES.result)
  await world.files.write(path, resultText(outputsOf(context))).catch(() => undefined)
}

async function summarize(context: RunContext, world: World): Promise<void> {
  const { checks, failure, ...facts } = context.facts()
  const run = {
    ...facts,
    failure,
    checks: checks && context.redact(preflightTable(checks, failure)),
    outputs: outputsOf(context),
    documents: world.runner.documents,
    repository: repositoryOf(world),
  }
  try {
    const { jobSummary } = await loadSummary()
    world.job.appendSummary(jobSummary(run, context.redact))
  } catch (error) {
    world.log.warning(`The job summary could not be written: ${String(error)}`)
  }
}

/** The address of the repository, with a slash at its end; empty where it is not known. */
const repositoryOf = ({ runner: { serverUrl, repository } }: World) =>
  repository === '' ? '' : `${serverUrl}/${repository}/`

function setOutputs(context: RunContext, world: World): void {
  const outputs = outputStrings(outputsOf(context))
  try {
    for (const [name, value] of Object.entries(outputs)) world.job.setOutput(name, value)
  } catch (error) {
    world.log.warning(`The outputs could not be set: ${String(error)}`)
  }
}
