import { openAccess } from './access.ts'
import { explainBedrock } from './bedrock/explain.ts'
import { runAgent } from './claude/agent.ts'
import { argumentsFor } from './claude/arguments.ts'
import { askVersion } from './claude/install.ts'
import type { Isolation } from './claude/isolation.ts'
import { outcomeOf } from './claude/outcome.ts'
import { restoreSession } from './claude/session-file.ts'
import type { Desk } from './desk.ts'
import type { Prompt, Settings } from './inputs/settings.ts'
import type { Environment } from './ports/machine.ts'
import type { World } from './ports/world.ts'
import type { RenewingSession } from './aws/types.ts'
import { describeLimits } from './bedrock/environment.ts'
import type { ProfileList } from './bedrock/types.ts'

/** A prompt to run, and what it takes. */
export interface PromptRun {
  readonly prompt: Prompt
  readonly settings: Settings
  /** Absolute path of Claude Code. */
  readonly executable: string
  /** The wall that is put around it. */
  readonly isolating: Promise<Isolation>
  /** Resolves when the run is signed in and checked; the agent starts before, and its calls wait. */
  readonly ready: Promise<RenewingSession>
  /** The inference profiles of the run's region, before the run is checked; undefined where AWS did not list them. */
  readonly profiles: Promise<ProfileList | undefined>
  readonly env: Environment
  readonly id: string
  readonly stop: AbortSignal
  /** Called as soon as the agent runs. */
  readonly onStart: () => void
}

/** Runs the prompt and leaves on the desk how it went. Rejects with the failure of `ready`, when that is what went wrong. */
export async function runPrompt(run: PromptRun, desk: Desk, world: World): Promise<void> {
  const { settings, ready } = run
  const access = await openAccess(
    {
      credentials: settings.credentials,
      ready,
      profiles: run.profiles,
      onCall: (call) => desk.diagnose(call),
      environment: {
        inherited: run.env,
        names: settings.agent.environment,
        bedrock: settings.bedrock,
        source: settings.identity.source.kind,
        configDirectory: desk.place.claudeConfig,
        platform: world.runner.platform,
        run: run.id,
      },
    },
    world,
  )
  try {
    await restoreSession(settings.agent, desk.place.claudeConfig, world.files)
    const isolation = await run.isolating
    const agent = await world.log.group('Run the prompt', async (log) => {
      const notes = [...describeLimits(settings.bedrock), ...access.withheld, isolation.note]
      for (const note of notes) if (note !== undefined) log.info(note)
      return runAgent(
        {
          command: isolation.wrap({
            file: run.executable,
            args: argumentsFor(settings.agent, settings.bedrock),
            cwd: settings.agent.workingDirectory,
            env: access.variables,
            stdin: run.prompt.text,
          }),
          timeoutMs: settings.agent.timeoutMs,
          stop: AbortSignal.any([run.stop, rejectionOf(ready)]),
          show: settings.transcript.show,
          onStart: run.onStart,
          record: (lines) => desk.recorder.record(lines),
        },
        { ...world, log },
      )
    })
    const { tally, timeline, durationMs } = agent
    desk.learn({ tally, timeline, durationMs, retries: Math.max(tally.retries, access.retries()) })
    // A cancelled job has no time to wait for a sign-in that hangs, nor for a program that does.
    const session = run.stop.aborted ? undefined : await (await ready).current().catch(() => undefined)
    const account = session?.kind === 'keys' ? session.account : undefined
    const { claude } = desk.facts()
    const isUntold = claude?.version === undefined && tally.claudeCodeVersion === undefined
    if (claude !== undefined && isUntold && !run.stop.aborted)
      desk.learn({ claude: { ...claude, version: await askVersion(claude.path, world) } })
    const { failure, notes } = outcomeOf(agent, { ...settings, account, explain: explainBedrock })
    notes.forEach((note) => world.log.info(note))
    // What Bedrock itself answered tells more than what Claude Code made of it; but a run that ended well, ended well.
    if (failure !== undefined) desk.fail(isStopped(failure.code) ? failure : (access.verdict() ?? failure))
  } finally {
    await access.close()
  }
}

const isStopped = (code: string) => code === 'agent-cancelled' || code === 'agent-timed-out'

/** Aborts when the promise rejects. */
function rejectionOf(promise: Promise<unknown>): AbortSignal {
  const rejected = new AbortController()
  promise.catch(() => rejected.abort())
  return rejected.signal
}
