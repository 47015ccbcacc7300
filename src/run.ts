import { dirname } from 'node:path'

import { authenticate } from './aws/session.ts'
import type { Session } from './aws/session-words.ts'
import { agentEnvironment, exportedEnvironment } from './bedrock/environment.ts'
import { explainBedrock } from './bedrock/explain.ts'
import { describeLimits } from './bedrock/limits.ts'
import { runAgent } from './claude/agent.ts'
import { argumentsFor } from './claude/arguments.ts'
import { installClaude } from './claude/install.ts'
import { outcomeOf } from './claude/outcome.ts'
import { openDesk, type Desk } from './desk.ts'
import { asFailure, Failure } from './failure.ts'
import { parseSettings } from './inputs/parse-settings.ts'
import { readInputs, secretInputs } from './inputs/read-inputs.ts'
import type { Prompt, Settings } from './inputs/settings.ts'
import type { Environment } from './ports/machine.ts'
import type { World } from './ports/world.ts'
import { report } from './report.ts'
import { trackChanges } from './transcript/changed-files.ts'
import type { Outputs } from './transcript/report.ts'

/** What the door hands in. */
export interface RunRequest {
  readonly env: Environment
  /** Of no other run. */
  readonly id: string
  /** Aborts when the job is cancelled. */
  readonly stop: AbortSignal
}

/**
 * The whole action: read the inputs, sign in to AWS while Claude Code is installed, run the prompt, keep the transcript,
 * report. Never rejects: whatever fails, the outputs say so and hold what was known until then.
 */
export async function run(request: RunRequest, world: World): Promise<Outputs> {
  const desk = await openDesk(request, world)
  desk.remember({ stage: 'running' })
  try {
    await work(request, desk, world)
  } catch (error) {
    desk.fail(asFailure(error))
  }
  return report(desk, world)
}

async function work(request: RunRequest, desk: Desk, world: World): Promise<void> {
  const settings = await readSettings(request, desk, world)
  const ready = Promise.all([
    world.log.group('Sign in to AWS', (log) => authenticate(settings.identity, { ...world, log })),
    world.log.group('Install Claude Code', (log) => installClaude(settings.install, { ...world, log })),
    trackChanges(
      settings.agent.workingDirectory,
      { directory: desk.place.own, searchPath: request.env.PATH ?? '' },
      world,
    ),
  ])
  const [session, claude, changes] = await unlessStopped(request.stop, ready)
  desk.learn({ account: accountOf(session), claude })
  await desk.save()

  const step: Step = { request, settings, session, executable: claude.path }
  if (settings.exportEnvironment) exportToLaterSteps(step, desk, world)
  if (settings.prompt === undefined) return
  await runPrompt({ ...step, prompt: settings.prompt }, desk, world)
  desk.learn({ changedFiles: await changes?.changedFiles() })
}

/** What the step has come to once it is signed in and Claude Code is there. */
interface Step {
  readonly request: RunRequest
  readonly settings: Settings
  readonly session: Session
  readonly executable: string
}

async function readSettings({ env, id }: RunRequest, desk: Desk, world: World): Promise<Settings> {
  const raw = readInputs(env)
  secretInputs(raw).forEach((secret) => world.secrets.add(secret))
  const given = { raw, env, runner: world.runner, files: world.files, uniqueId: id }
  const { settings, warnings } = await parseSettings(given)
  warnings.forEach((warning) => world.log.warning(warning))
  const { prompt, transcript, bedrock } = settings
  desk.learn({ transcript, prompt: prompt && desk.redact(prompt.text), region: bedrock.region, model: bedrock.model })
  await desk.save()
  return settings
}

async function runPrompt(step: Step & { prompt: Prompt }, desk: Desk, world: World): Promise<void> {
  const { settings, session, executable, prompt, request } = step
  const { variables, withheld } = agentEnvironment({
    inherited: request.env,
    names: settings.agent.environment,
    bedrock: settings.bedrock,
    session,
    source: settings.identity.source.kind,
    configDirectory: desk.place.claudeConfig,
    platform: world.runner.platform,
    run: request.id,
  })
  for (const line of [...describeLimits(settings.bedrock), ...withheld]) world.log.info(line)

  const run = await world.log.group('Run the prompt', (log) =>
    runAgent(
      {
        command: {
          file: executable,
          args: argumentsFor(settings.agent, settings.bedrock),
          cwd: settings.agent.workingDirectory,
          env: variables,
          stdin: prompt.text,
        },
        timeoutMs: settings.agent.timeoutMs,
        stop: request.stop,
        show: settings.transcript.show,
        record: (line) => desk.recorder.record(line),
      },
      { ...world, log },
    ),
  )
  desk.learn({ tally: run.tally, durationMs: run.durationMs })

  const { failure, notes } = outcomeOf(run, { ...settings, account: accountOf(session), explain: explainBedrock })
  notes.forEach((note) => world.log.info(note))
  if (failure !== undefined) desk.fail(failure)
}

/** Set-up mode: the steps after this one find `claude` on the path, and Bedrock's environment with real credentials. */
function exportToLaterSteps({ request, settings, session, executable }: Step, desk: Desk, world: World): void {
  const variables = exportedEnvironment({ inherited: request.env, bedrock: settings.bedrock, session })
  desk.remember({ exported: Object.keys(variables) })
  for (const [name, value] of Object.entries(variables)) world.job.exportVariable(name, value)
  world.job.addPath(dirname(executable))
  const until = session.kind === 'keys' ? session.keys.expiration : undefined
  const last = until === undefined ? '' : ` The credentials last until ${until.toISOString()} and are not renewed.`
  world.log.info(`Exported to later steps: ${Object.keys(variables).join(', ')}; claude is on the path.${last}`)
}

/** What `task` resolves to, unless the job is cancelled before. */
async function unlessStopped<T>(stop: AbortSignal, task: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = () => reject(CANCELLED_EARLY)
    if (stop.aborted) cancel()
    stop.addEventListener('abort', cancel)
    task.then(resolve, reject)
  })
}

const CANCELLED_EARLY = new Failure('agent-cancelled', {
  message: 'The job was cancelled before the agent had started.',
  hint: 'Nothing is wrong with the set-up. Run the job again when it is wanted.',
})

const accountOf = (session: Session) => (session.kind === 'keys' ? session.account : undefined)
