import { agentEnvironment, type AgentEnvironmentRequest, describeLimits } from '../bedrock/environment.ts'
import { bedrockError, explainBedrock } from '../bedrock/errors/bedrock-error.ts'
import { runAgent } from '../claude/agent.ts'
import { argumentsFor } from '../claude/arguments.ts'
import { outcomeOf } from '../claude/outcome.ts'
import { removeRunFiles, writeRunFiles } from '../claude/run-files.ts'
import { restoreSession } from '../claude/session-file.ts'
import { Failure, yaml } from '../errors.ts'
import { openGateway } from '../gateway/gateway.ts'
import type { Prompt, Settings } from '../inputs/settings.ts'
import type { Environment } from '../ports/machine.ts'
import type { World } from '../ports/world.ts'
import type { RunContext } from '../run-context.ts'
import { modelsOf } from './models-of-run.ts'
import { serversOutOfReach } from '../sandbox/mcp-servers.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { redactedFacts } from '../transcript/outputs.ts'
import { serveContainerCredentials } from '../aws/renewal.ts'
import type { RenewingSession } from '../aws/types.ts'
import type { AgentAccess, ProfileList } from '../bedrock/types.ts'
import type { CallRecord } from '../gateway/types.ts'
import type { ReportedResult } from '../gateway/answer-content.ts'

/** A prompt to run, and what it takes. */
export interface PromptRun {
  readonly prompt: Prompt
  readonly settings: Settings
  /** Absolute path of Claude Code. */
  readonly executable: string
  /** The sandbox that is put around it. */
  readonly sandboxPromise: Promise<Sandbox>
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
    const sandbox = await run.sandboxPromise
    context.update({ isolation: sandbox.kind })
    const warnings = [sandbox.warning, ...(sandbox.kind === 'unshare' ? mcpWarnings(settings.agent) : [])]
    for (const warning of warnings) if (warning !== undefined) world.log.warning(warning)
    const agent = await world.log.group('Run the prompt', async (log) => {
      const notes = [...describeLimits(settings.bedrock), ...access.withheld, overriddenNote(settings), sandbox.note]
      for (const note of notes) if (note !== undefined) log.info(note)
      return runAgent(
        {
          command: {
            file: run.executable,
            args: argumentsFor(settings.agent, { ...settings.bedrock, files }),
            cwd: settings.agent.workingDirectory,
            env: files.environment,
            stdin: run.prompt.text,
          },
          timeoutMs: settings.agent.timeoutMs,
          stop: AbortSignal.any([run.stop, rejectionOf(readyPromise)]),
          show: settings.transcript.show,
          record: (lines) => context.recorder.record(lines),
        },
        { ...world, log, processes: { ...world.processes, start: sandbox.start } },
      )
    })
    await sandbox.close()
    // All inside are dead: nothing changes the checkout any more.
    const { statistics, durationMs } = agent
    context.update({
      ...redactedFacts(agent, context.redact),
      durationMs,
      retries: Math.max(statistics.retries, access.retries()),
    })
    // A cancelled job has no time to wait for a sign-in that hangs, nor for a program that does.
    const session = run.stop.aborted ? undefined : await (await readyPromise).current().catch(() => undefined)
    const account = session?.kind === 'keys' ? session.account : undefined
    const { failure, notes } = outcomeOf(agent, {
      ...settings,
      account,
      explain: (raw, call) => explainBedrock(bedrockError(raw), call),
    })
    notes.forEach((note) => world.log.info(context.redact(note)))
    // What Bedrock itself answered says more than what Claude Code made of it. A run that ended well, ended well: unless its
    // answer is none of the model's.
    const blocked = access.blockedAnswer()
    if (failure !== undefined)
      context.fail(isStopped(failure.code) ? failure : (blocked ?? access.fatalError() ?? failure))
    else if (blocked !== undefined) context.fail(blocked)
    else if (statistics.result !== undefined && !access.gave(statistics.result)) {
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
  }
}

/** One line on what of Claude Code's settings this run does not heed. */
function overriddenNote({ agent }: Settings): string | undefined {
  const { overridden } = agent.settings
  return overridden.length === 0
    ? undefined
    : `The inputs of the action decide these settings: ${overridden.join(', ')}`
}

/** On servers of `mcp-config` that cannot start in the sandbox. */
const mcpWarnings = ({ mcpConfig }: Settings['agent']): readonly string[] =>
  mcpConfig === undefined ? [] : serversOutOfReach(JSON.stringify(mcpConfig.json))

const NOT_THE_MODELS = new Failure('agent-failed', {
  message: 'Claude Code reported a result that is not what Bedrock answered last, so the run has none.',
  fix: [
    'A process of the agent may have written it. Look in the transcript for a command that does such things, and keep the sandbox around the agent:',
    yaml('isolation: required'),
  ],
})

const isStopped = (code: string) => code === 'agent-cancelled' || code === 'agent-timed-out'

/** Aborts when the promise rejects. */
function rejectionOf(promise: Promise<unknown>): AbortSignal {
  const rejected = new AbortController()
  promise.catch(() => rejected.abort())
  return rejected.signal
}

/** The agent's access to Bedrock, open for one run. */
interface Access {
  /** The agent's whole environment. */
  readonly variables: Readonly<Record<string, string>>
  /** Lines for the log on credentials that are kept from it. */
  readonly withheld: readonly string[]
  /** Why Bedrock cannot serve this run, once that is known. */
  fatalError(): Failure | undefined
  /** Why the last answer of the main conversation is none of the model's, as far as that can be seen from here. */
  blockedAnswer(): Failure | undefined
  /** Whether the model gave this result, as far as that can be seen from here. */
  gave(reported: ReportedResult): boolean
  /** Calls that failed and were repeated, as far as they can be seen from here. */
  retries(): number
  close(): Promise<void>
}

/** Opens the access that the input `credentials` names. The gateway is open at once; the other waits for the session. */
function openAccess(run: PromptRun, context: RunContext, world: World): Promise<Access> {
  const { names, values } = run.settings.agent.environment
  const environment = {
    inherited: { ...run.env, ...values },
    names: [...names, ...Object.keys(values)],
    bedrock: run.settings.bedrock,
    source: run.settings.identity.source.kind,
    configDirectory: context.place.claudeConfig,
    platform: world.runner.platform,
    run: run.id,
  }
  return run.settings.credentials === 'gateway'
    ? openGatewayAccess(environment, { run, context }, world)
    : openCredentialsAccess(environment, run.readyPromise, world)
}

type AccessEnvironment = Omit<AgentEnvironmentRequest, 'access'>

async function openGatewayAccess(
  environment: AccessEnvironment,
  { run, context }: { run: PromptRun; context: RunContext },
  world: World,
): Promise<Access> {
  const { variables, withheld } = agentEnvironment({ ...environment, access: { kind: 'gateway' } })
  const session: RenewingSession = {
    current: async () => (await run.readyPromise).current(),
    renew: async (stale) => (await run.readyPromise).renew(stale),
  }
  const gateway = await openGateway(
    {
      bedrock: environment.bedrock,
      session,
      env: run.env,
      agent: variables,
      profiles: run.profilesPromise,
      modelsOf: modelsOf(run.settings),
      onCall: (call: CallRecord) => context.recordCall(call),
    },
    world,
  )
  return {
    variables: { ...variables, ...gateway.environment },
    withheld,
    fatalError: () => gateway.fatalError(),
    blockedAnswer: () => gateway.blockedAnswer(),
    gave: (reported) => gateway.gave(reported),
    retries: () => gateway.retries(),
    close: () => gateway.close(),
  }
}

async function openCredentialsAccess(
  environment: AccessEnvironment,
  readyPromise: Promise<RenewingSession>,
  world: World,
): Promise<Access> {
  const session = await readyPromise
  const first = await session.current()
  const served = first.kind === 'keys' && first.renewable ? await serveContainerCredentials(session, world) : undefined
  const access: AgentAccess = served === undefined ? first : { kind: 'served', environment: served.environment }
  return {
    ...agentEnvironment({ ...environment, access }),
    fatalError: () => undefined,
    blockedAnswer: () => undefined,
    gave: () => true,
    retries: () => 0,
    close: async () => served?.close(),
  }
}
