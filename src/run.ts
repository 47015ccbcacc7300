import * as late from './late.ts'
import type { ProfileList } from './bedrock/profiles.ts'
import { askVersion, installClaude } from './claude/install.ts'
import { isolationFor } from './claude/isolation.ts'
import { openDesk, type Desk } from './desk.ts'
import { asFailure, Failure } from './errors.ts'
import { parseSettings } from './inputs/parse-settings.ts'
import { readInputs, secretInputs } from './inputs/read-inputs.ts'
import type { Settings } from './inputs/settings.ts'
import type { Environment } from './ports/machine.ts'
import type { World } from './ports/world.ts'
import { runPrompt } from './prompt.ts'
import { exportToLaterSteps } from './set-up.ts'
import { trackChanges } from './transcript/changed-files.ts'
import type { Outputs } from './transcript/types.ts'

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
  const over = new AbortController()
  try {
    await work({ ...request, over: over.signal }, desk, world)
  } catch (error) {
    desk.fail(asFailure(error))
  }
  over.abort()
  const { report } = await loadLate()
  return report(desk, world)
}

async function work({ env, id, stop, over }: Work, desk: Desk, world: World): Promise<void> {
  const settings = await readSettings({ env, id }, desk, world)
  const { prompt } = settings
  const mayStartEarly = prompt !== undefined && !settings.exportEnvironment && settings.credentials === 'gateway'

  const agentStarted = new AbortController()
  const headStart = mayStartEarly ? world.clock.sleep(HEAD_START_MS, agentStarted.signal) : Promise.resolve()
  const profiles = Promise.withResolvers<ProfileList | undefined>()
  const signingIn = world.log.group('Sign in to AWS, check Bedrock', async (log) => {
    await headStart
    over.throwIfAborted()
    const { signInAndCheck } = await loadLate()
    return signInAndCheck({ settings, env, onListed: profiles.resolve, live: world }, desk, { ...world, log })
  })
  const checking = signingIn.finally(() => profiles.resolve(undefined))
  const searchPath = env.PATH ?? ''
  const place = { directory: desk.place.own, searchPath }
  const tracked = headStart.then(() => trackChanges(settings.agent.workingDirectory, place, world))
  if (settings.preflight === 'only') {
    await unlessStopped(stop, checking)
    desk.learn({ prompt: undefined })
    return
  }

  const hidden = { ...desk.place, searchPath }
  const isolating = isolationFor(prompt === undefined ? 'off' : settings.agent.isolation, hidden, world)
  isolating.catch(() => undefined)
  const installed = world.log.group('Install Claude Code', async (log) => {
    const { toSave, ...claude } = await installClaude(settings.install, { ...world, log })
    desk.remember({ toSave })
    const version = claude.version ?? (mayStartEarly ? undefined : await askVersion(claude.path, world))
    desk.learn({ claude: { ...claude, version } })
    return claude
  })
  const ready = Promise.all([checking, installed, tracked]).then(async ([session]) => {
    await desk.save()
    return session
  })
  // Whichever fails first ends the wait. The agent may start before the run is signed in and checked: its calls wait.
  const { path } = await unlessStopped(stop, Promise.race([installed, ready.then(() => installed)]))
  if (!mayStartEarly) await unlessStopped(stop, ready)
  if (settings.exportEnvironment) await exportToLaterSteps({ settings, env, executable: path, ready }, desk, world)
  if (prompt === undefined) return
  const onStart = () => agentStarted.abort()
  const known = { ready, profiles: profiles.promise }
  await runPrompt({ prompt, settings, executable: path, isolating, ...known, env, id, stop, onStart }, desk, world)
  desk.learn({ changedFiles: await (await tracked)?.changedFiles() })
}

interface Work extends RunRequest {
  /** Aborts when the run has ended: what has not begun by then need not begin. */
  readonly over: AbortSignal
}

const loadLate = () => Promise.resolve(late)

/**
 * An agent that is at hand is started first: loading the clients of AWS would hold up its start, while its first call comes
 * 300 ms later (measured with 2.1.330). Longer than this nothing waits for it.
 */
const HEAD_START_MS = 50

async function readSettings({ env, id }: Omit<RunRequest, 'stop'>, desk: Desk, world: World): Promise<Settings> {
  const raw = readInputs(env)
  secretInputs(raw).forEach((secret) => world.secrets.add(secret))
  const given = { raw, env, runner: world.runner, files: world.files, uniqueId: id }
  const { settings, warnings } = await parseSettings(given)
  warnings.forEach((warning) => world.log.warning(warning))
  const { prompt, transcript, bedrock } = settings
  // First, since from then on `redact` is heeded.
  desk.learn({ transcript })
  desk.learn({ prompt: prompt && desk.redact(prompt.text), region: bedrock.region, model: bedrock.model })
  await desk.save()
  return settings
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
