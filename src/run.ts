import type { ProfileList } from './bedrock/types.ts'
import { unlessStopped } from './cancellation.ts'
import type { Environment } from './ports/machine.ts'
import type { World } from './ports/world.ts'
import { openRunContext, type RunContext } from './run-context.ts'
import { openAgentSandbox } from './steps/agent-network.ts'
import { exportToLaterSteps } from './steps/export-environment.ts'
import { install } from './steps/install.ts'
import { checkWhoStarted, readSettings } from './steps/read-settings.ts'
import { announceFailure, report } from './steps/report.ts'
import { runPrompt } from './steps/run-prompt.ts'
import { signInAndCheck } from './steps/sign-in.ts'
import { trackCheckout } from './steps/track-changes.ts'
import type { Outputs } from './transcript/types.ts'

/** What the entry point hands in. */
export interface RunRequest {
  readonly env: Environment
  /** The same for programs that the action itself runs, without what lies in the workspace. */
  readonly programEnv: Environment
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
  const context = await openRunContext(request, world)
  context.saveState({ stage: 'running' })
  const finishCheckout = await work(request, context, world).catch((error: unknown) => context.fail(error))
  announceFailure(context, world)
  await finishCheckout?.().catch((error: unknown) => context.fail(error))
  return report(context, world)
}

/** Resolves with what is left to do where an agent may have changed the checkout. */
async function work(
  { env, programEnv, id, stop }: RunRequest,
  context: RunContext,
  world: World,
): Promise<(() => Promise<void>) | undefined> {
  const settings = await readSettings({ env, searchPath: programEnv.PATH, id }, context, world)
  await checkWhoStarted(settings, context, world)
  const { prompt } = settings
  const { network, openAnother, sandboxPromise } = await openAgentSandbox(settings, context, world)
  const signIn = { settings, env: programEnv, sandboxPromise }
  const profiles = Promise.withResolvers<ProfileList | undefined>()
  const signInPromise = world.log.group('Sign in to AWS, check Bedrock', (log) =>
    signInAndCheck({ ...signIn, onListed: profiles.resolve, runLog: world.log }, context, { ...world, log }),
  )
  const sessionPromise = signInPromise.finally(() => profiles.resolve(undefined))
  if (settings.preflight === 'only') {
    await unlessStopped(stop, sessionPromise)
    context.update({ prompt: undefined })
    return undefined
  }

  const searchPath = programEnv.PATH ?? ''
  const checkoutPromise = trackCheckout({ ...settings.agent, searchPath }, context, world)
  const startsBeforeSignIn = prompt !== undefined && !settings.exportEnvironment && settings.credentials === 'gateway'
  const claudePromise = install(settings.install, context, world)
  const readyPromise = Promise.all([sessionPromise, claudePromise, checkoutPromise]).then(async ([session]) => {
    await context.saveFacts()
    return session
  })

  // Whichever fails first ends the wait. The agent may start before the run is signed in: its calls wait at the gateway.
  const { path: executable } = await unlessStopped(
    stop,
    Promise.race([claudePromise, readyPromise.then(() => claudePromise)]),
  )
  if (!startsBeforeSignIn) await unlessStopped(stop, readyPromise)
  if (settings.exportEnvironment) await exportToLaterSteps({ settings, env, executable, readyPromise }, context, world)
  if (prompt === undefined) return undefined
  const promises = { readyPromise, sandboxPromise, profilesPromise: profiles.promise }
  await runPrompt(
    { prompt, settings, executable, openSandbox: openAnother, ...promises, network, env, id, stop },
    context,
    world,
  ).catch((error: unknown) => context.fail(error))
  // Also of an agent that was stopped since the sign-in failed.
  return async () => (await checkoutPromise).finish(stop.aborted)
}
