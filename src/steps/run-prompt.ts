import type { RenewingSession } from '../aws/types.ts'
import { describeLimits } from '../bedrock/environment.ts'
import { bedrockError, explainBedrock } from '../bedrock/errors/bedrock-error.ts'
import { callerOf } from '../bedrock/errors/credentials.ts'
import type { ProfileList } from '../bedrock/types.ts'
import { runAgent } from '../claude/agent.ts'
import { argumentsFor, hookEventArguments, removeRunFiles, writeRunFiles, restoreSession } from '../claude/arguments.ts'
import { denyRulesOf } from '../claude/denials.ts'
import { outcomeOf } from '../claude/outcome.ts'
import { Failure, yaml } from '../errors.ts'
import { defaultOf } from '../inputs/form.ts'
import type { Prompt, Settings } from '../inputs/settings.ts'
import type { Environment } from '../ports/machine.ts'
import type { World } from '../ports/world.ts'
import type { RunContext } from '../run-context.ts'
import { serversOutOfReach, type Sandbox } from '../sandbox/sandbox.ts'
import { describeCommandCalls, describeQuota } from '../transcript/outcome-text.ts'
import { redactDenial, redactedFacts } from '../transcript/outputs.ts'
import { openAccess } from './agent-access.ts'
import type { AgentNetwork } from './agent-network.ts'
import { installPlugins } from './install.ts'
import { prepareReport } from './report.ts'

/** A prompt to run, and what it takes. */
export interface PromptRun {
  readonly prompt: Prompt
  readonly settings: Settings
  /** Absolute path of Claude Code. */
  readonly executable: string
  /** The sandbox that is put around it. */
  readonly sandboxPromise: Promise<Sandbox>
  /** Opens another one like it. */
  readonly openSandbox: () => Promise<Sandbox>
  /** The network inside it; undefined where it is the job's. */
  readonly network: AgentNetwork | undefined
  /** Resolves when the run is signed in and checked; the agent starts before, and its calls wait. */
  readonly readyPromise: Promise<RenewingSession>
  /** The inference profiles of the run's region; undefined where AWS did not list them. */
  readonly profilesPromise: Promise<ProfileList | undefined>
  readonly env: Environment
  readonly id: string
  readonly stop: AbortSignal
}

/** Runs the prompt and adds to the facts how it went. Rejects with the failure of the sign-in, when that is what went wrong. */
export async function runPrompt(run: PromptRun, context: RunContext, world: World): Promise<void> {
  const { settings, readyPromise } = run
  const access = await openAccess(run, context, world)
  try {
    const directory = context.place.claudeConfig
    await restoreSession(settings.agent, directory, world.files)
    const files = await writeRunFiles(settings.agent, { directory, variables: access.variables }, world.files)
    await installPlugins(
      {
        ...{ plugins: settings.agent.plugins, executable: run.executable, directory },
        ...{ environment: files.environment, open: run.openSandbox, stop: run.stop, redact: context.redact },
      },
      world,
    )
    const sandbox = await run.sandboxPromise
    context.update({ isolation: sandbox.kind })
    const mcpServers = {
      names: settings.agent.mcpConfig?.servers ?? [],
      required: settings.agent.requireMcpServers,
      outOfReach: sandbox.kind === 'unshare' ? serversOutOfReach(settings.agent.mcpConfig?.json) : [],
    }
    const warnings = [sandbox.warning, ...mcpServers.outOfReach.map(({ why }) => why)]
    for (const warning of warnings) if (warning !== undefined) world.log.warning(warning)
    const agent = await world.log.group('Run the prompt', async (log) => {
      const notes = [
        ...describeLimits(settings.bedrock, USUAL_LIMITS, settings.quota),
        ...access.withheld,
        overriddenNote(settings),
        sandbox.note,
        run.network?.note,
      ]
      for (const note of notes) if (note !== undefined) log.info(note)
      // As soon as its first calls are on their way, there is nothing to do but to wait for Bedrock.
      readyPromise.then(
        () => prepareReport(settings.transcript, world),
        () => undefined,
      )
      const ended = await runAgent(
        {
          command: {
            file: run.executable,
            args: [
              ...hookEventArguments(context.facts().claude?.version),
              ...argumentsFor(settings.agent, { ...settings.bedrock, files }),
            ],
            cwd: settings.agent.workingDirectory,
            env: files.environment,
            stdin: run.prompt.text,
          },
          timeoutMs: settings.agent.timeoutMs,
          stop: AbortSignal.any([run.stop, rejectionOf(readyPromise)]),
          show: settings.transcript.show,
          mcpServers,
          record: (lines) => context.recorder.record(lines),
          redact: context.redact,
        },
        { ...world, log, processes: { ...world.processes, start: sandbox.start } },
      )
      for (const line of [...describeQuota(access.quota()), ...describeCommandCalls(access.quota())]) log.info(line)
      return ended
    })
    await sandbox.close()
    // All inside are dead: nothing changes the checkout any more.
    const { statistics, durationMs } = agent
    context.update({
      ...redactedFacts(agent, context.redact),
      durationMs,
      retries: Math.max(statistics.retries, access.retries()),
      quota: access.quota(),
    })
    // A cancelled job has no time to wait for a sign-in that hangs, nor for a program that does.
    const session = run.stop.aborted ? undefined : await (await readyPromise).current().catch(() => undefined)
    const account = session?.kind === 'keys' ? session.account : undefined
    const { failure, denials, ...said } = outcomeOf(agent, {
      ...settings,
      account,
      explain: (raw, call) =>
        explainBedrock(bedrockError(raw), { ...call, ...(session && { caller: callerOf(session) }) }),
      mcpServers,
      denyRules: denyRulesOf(settings.agent.disallowedTools, settings.agent.settings.json),
      calls: access.calls(),
    })
    context.update({ denials: denials.map((denial) => redactDenial(denial, context.redact)) })
    said.notes.forEach((note) => world.log.info(context.redact(note)))
    said.warnings.forEach((warning) => world.log.warning(context.redact(warning)))
    if (said.notice !== undefined) world.log.notice(said.notice)
    // What Bedrock itself answered says more than what Claude Code made of it. A run that ended well, ended well: unless its
    // answer is none of the model's.
    const blocked = access.blockedAnswer()
    if (failure !== undefined)
      context.fail(isStopped(failure.code) ? failure : (blocked ?? access.fatalError() ?? failure))
    else if (blocked !== undefined) context.fail(blocked)
    else if (statistics.result !== undefined && !access.gave({ ...statistics.result, lastText: statistics.lastText })) {
      context.update({
        statistics: {
          ...statistics,
          lastText: undefined,
          result: { ...statistics.result, result: undefined, structuredOutput: undefined },
        },
      })
      context.fail(NOT_THE_MODELS)
    }
  } finally {
    await removeRunFiles(context.place.claudeConfig, world.files).catch(() => undefined)
    await access.close()
    await run.network?.close()
  }
}

const USUAL_LIMITS = {
  maxOutputTokens: Number(defaultOf('max-output-tokens')),
  maxThinkingTokens: Number(defaultOf('max-thinking-tokens')),
}

const NOT_THE_MODELS = new Failure('agent-failed', {
  message: 'Claude Code reported a result that is not what Bedrock answered last, so the run has none.',
  fix: [
    'A process of the agent may have written it. Look in the transcript for a command that does such things, and keep the sandbox around the agent:',
    yaml('isolation: required'),
  ],
})

/** One line on what of Claude Code's settings this run does not heed. */
function overriddenNote({ agent }: Settings): string | undefined {
  const { overridden } = agent.settings
  return overridden.length === 0
    ? undefined
    : `The inputs of the action decide these settings: ${overridden.join(', ')}`
}

const isStopped = (code: string) => code === 'agent-cancelled' || code === 'agent-timed-out'

/** Aborts when the promise rejects. */
function rejectionOf(promise: Promise<unknown>): AbortSignal {
  const rejected = new AbortController()
  promise.catch(() => rejected.abort())
  return rejected.signal
}
