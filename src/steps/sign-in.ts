import { signIn } from '../aws/refresh-command.ts'
import { renewing } from '../aws/renewal.ts'
import type { RenewingSession, Session } from '../aws/types.ts'
import { workspaceUses } from '../aws/workspace-uses.ts'
import { bedrockApi, checkBedrock } from '../bedrock/preflight.ts'
import { modelsOfRun } from '../bedrock/run-models.ts'
import type { ProfileList, RunModels } from '../bedrock/types.ts'
import { RELEASE } from '../claude/release.ts'
import { requireFipsEndpoints } from '../endpoints.ts'
import { Failure, fixText, yaml } from '../errors.ts'
import { bedrockClient } from '../gateway/bedrock-client.ts'
import type { CallRecord } from '../gateway/types.ts'
import type { Settings } from '../inputs/settings.ts'
import type { Log, Environment } from '../ports/machine.ts'
import type { World } from '../ports/world.ts'
import type { RunContext } from '../run-context.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'

/** Who signs in, and what is checked then. */
interface SignInRequest {
  readonly settings: Settings
  readonly env: Environment
  /** The sandbox around the agent. */
  readonly sandboxPromise: Promise<Pick<Sandbox, 'kind'>>
  /** Called with the inference profiles of the run's region as soon as AWS has listed them. */
  readonly onListed: (profiles: ProfileList) => void
  /** The log of the whole run: renewals come when the group of the sign-in has long been printed. */
  readonly runLog: Log
}

/**
 * Signs in to AWS, stays signed in for as long as the run asks, and checks that Bedrock serves it. Throws the Failure of
 * what keeps the run from starting.
 */
export async function signInAndCheck(
  request: SignInRequest,
  context: RunContext,
  world: World,
): Promise<RenewingSession> {
  const { settings, env, runLog } = request
  const { region, smallFastModelRegion } = settings.bedrock
  const stsRegion = settings.identity.source.kind === 'bedrock-api-key' ? undefined : settings.identity.region
  requireFipsEndpoints({ bedrockRegions: [region, smallFastModelRegion], stsRegion }, env)
  await checkWorkspaceUses(request, world)
  const first = await signIn(settings.identity, { env }, world)
  if (first.kind === 'keys') context.update({ account: first.account })
  const later = { ...world, log: runLog }
  const authenticate = (refused?: Session) => signIn(settings.identity, { env, again: { refused } }, later)
  const session = renewing(first, { authenticate }, later)
  if (settings.preflight !== 'off') await checkAccess({ ...request, session }, context, world)
  return session
}

/**
 * Asks Bedrock for one token of each model before the agent may ask for more. With `preflight: only` the job summary shows
 * all that was checked as a table.
 */
async function checkAccess(
  { settings, session, env, onListed }: SignInRequest & { readonly session: RenewingSession },
  context: RunContext,
  world: World,
): Promise<void> {
  const { bedrock } = settings
  const onCall = (call: CallRecord) => context.recordCall(call)
  const client = bedrockClient({ bedrock, session, env, onCall }, world, () => undefined)
  const bare = bedrockApi(client, world.clock)
  const listInferenceProfiles = async (region: string) => {
    const profiles = await bare.listInferenceProfiles(region)
    if (region === bedrock.region) onListed(profiles)
    return profiles
  }
  const api = { ...bare, listInferenceProfiles }
  const request = { session: await session.current(), api, modelsOf: modelsOf(settings), log: world.log }
  const { checks, failure } = await checkBedrock(bedrock, request)
  if (settings.preflight === 'only') {
    // A run reports the first failure alone; `only` asks for all of them.
    for (const { name, subject, fix } of checks)
      if (fix !== undefined && fix !== failure?.fix)
        world.log.info(context.redact(`${name} ${subject}: what to do\n${fixText(fix)}`))
    context.update({ checks })
  }
  if (failure !== undefined) throw failure
}

/**
 * What signs in again while the agent works must be none of its to write, and what signs in must not come from a checkout that is not
 * trusted: it would run with the tokens of the job. Throws a Failure where it is, and where a sandbox keeps the agent from all else.
 */
async function checkWorkspaceUses({ settings, env, sandboxPromise }: SignInRequest, world: World): Promise<void> {
  const [use] = await workspaceUses(settings.identity, env, world)
  if (use === undefined) return
  if (!settings.agent.trustsCheckout)
    throw new Failure('input-invalid', {
      message: `${use.by} uses ${use.path} of the workspace, whose checkout is not trusted: it would run with the tokens of the job.`,
      fix: 'Keep it where no checkout can put it: in the image of the runner, or written by a step of the workflow itself.',
    })
  if (settings.prompt === undefined) return
  const { kind } = await sandboxPromise
  const message = `${use.by} uses ${use.path} of the workspace, which the agent can change while the run signs in again with it.`
  if (kind === 'unshare')
    throw new Failure('input-invalid', {
      message,
      fix: ['Keep it outside the workspace, for example copied there by a step before the agent runs:', yaml(COPY)],
    })
  world.log.warning(`${message} Keep it outside the workspace.`)
}

const COPY = `- run: install -m 0755 scripts/refresh.sh "$RUNNER_TEMP/refresh.sh"`

/** Resolves the models of a run, given the ids of the inference profiles that AWS listed; undefined where it did not. */
export function modelsOf({
  bedrock,
  agent,
  install,
}: Pick<Settings, 'bedrock' | 'agent' | 'install'>): (profiles: readonly string[] | undefined) => RunModels {
  const { fallbackModel, permissionMode } = agent
  const { defaultModels, classifierModel, version } = RELEASE
  const isCertain = install.path === undefined && (install.version ?? version) === version
  const settings = { ...bedrock, fallbackModel, classifies: permissionMode === 'auto' }
  return (profiles) => modelsOfRun(settings, { own: { defaultModels, classifierModel, isCertain }, profiles })
}
