import { join } from 'node:path'

import { removeRunFiles } from '../claude/arguments.ts'
import { parseEvent } from '../claude/event-parser.ts'
import { saveClaude } from '../claude/install-cache.ts'
import { startStatistics } from '../claude/statistics.ts'
import { asFailure, Failure } from '../errors.ts'
import { RUN_MARKER, type Environment } from '../ports/machine.ts'
import type { World } from '../ports/world.ts'
import { FACTS_FILE, openRunContext, readSealed, type RunContext } from '../run-context.ts'
import { parseState, type RunState } from '../run-state.ts'
import { linesOf } from '../text.ts'
import { LONE_SECRET_KEY } from '../transcript/secret-patterns.ts'
import { TRANSCRIPT_FILES, type RunFacts } from '../transcript/types.ts'
import { keep, store } from './report.ts'
import { restoreGitSettings } from './track-changes.ts'

/** What the entry point of post hands in: the environment, and what main recorded. */
export interface PostRequest {
  readonly env: Environment
  readonly state: string | undefined
}

/**
 * Completes what main could not: clears what set-up mode exported, ends what survived the agent, completes the folder when
 * main was killed, uploads it when main had no time to. After a run that ended by itself, saves Claude Code in the Actions
 * cache that did not have it. Never rejects: post must not fail a job.
 */
export async function finishRun(request: PostRequest, world: World): Promise<void> {
  try {
    const state = parseState(request.state)
    if (state === undefined) {
      if (request.state) world.log.warning('What the step recorded for its end has another form: nothing is completed.')
      return
    }
    state.exported.forEach((name) => world.job.exportVariable(name, ''))
    if (state.stage === 'done') {
      if (state.toSave !== undefined) await saveClaude(state.toSave, world)
      return
    }
    await endSurvivors(state, world)
    // Also where the folders of the run are not to be used.
    const restoredGitSettings = await restoreGitSettings(state.id, world)
    // Main's credentials are not known here: nobody wrote them down.
    const { id, folder } = state
    const patterns = [{ source: LONE_SECRET_KEY, degree: 1 }]
    const context = await openRunContext({ id, folder, env: request.env, patterns }, world)
    await removeRunFiles(context.place.claudeConfig, world.files).catch(() => undefined)
    await recall(context, id, world)
    context.update({ restoredGitSettings })
    if (state.stage === 'running') {
      context.fail(KILLED)
      await keep(context, world)
    }
    await store(context, world)
  } catch (error) {
    world.log.warning(`The transcript could not be completed. ${asFailure(error).message}`)
  }
}

async function endSurvivors(state: RunState, world: World): Promise<void> {
  const ended = await world.processes.killMarked(RUN_MARKER, state.id)
  if (ended > 0) world.log.info(`Ended ${ended} processes of the agent that were still there.`)
}

/** Takes up main's facts where nobody else can have written them, and counts the transcript's events where main could not. */
async function recall(context: RunContext, id: string, world: World): Promise<void> {
  const facts = parseFacts(await readSealed(id, FACTS_FILE, world))
  if (facts !== undefined) {
    const { failure, ...known } = facts
    context.update(known)
    if (failure !== undefined) context.fail(new Failure(failure.code, failure))
  }
  if (context.facts().statistics !== undefined) return
  const statistics = startStatistics()
  const events = world.files.chunks(join(context.place.transcript, TRANSCRIPT_FILES.events))
  for await (const line of linesOf(events)) statistics.add(parseEvent(line))
  context.update({ statistics: statistics.current() })
}

/** Undefined when main did not come to write them, or not to the end. */
function parseFacts(text: string | undefined): RunFacts | undefined {
  try {
    const facts: unknown = JSON.parse(text ?? '')
    return isRunFacts(facts) ? facts : undefined
  } catch {
    return undefined
  }
}

/** Main of this very release wrote it. */
function isRunFacts(value: unknown): value is RunFacts {
  return typeof value === 'object' && value !== null && 'transcriptPath' in value
}

const KILLED = new Failure('agent-cancelled', {
  message:
    'The step was ended from outside before it could finish. What the agent did until then is in the transcript.',
  fix: 'Run the job again. If nobody cancelled it, look for timeout-minutes of the job or the step, or a runner that ran out of memory.',
})
