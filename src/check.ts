import { bedrockApi } from './bedrock/preflight-api.ts'
import { preflightTable } from './bedrock/preflight-report.ts'
import { checkBedrock } from './bedrock/preflight.ts'
import type { Desk } from './desk.ts'
import { bedrockClient } from './gateway/bedrock-client.ts'
import type { Settings } from './inputs/settings.ts'
import type { Environment } from './ports/machine.ts'
import type { World } from './ports/world.ts'
import type { CallRecord } from './gateway/types.ts'
import type { RenewingSession } from './aws/types.ts'
import type { ProfileList } from './bedrock/types.ts'

/** What is checked, and as whom. */
export interface CheckRequest {
  readonly settings: Settings
  readonly session: RenewingSession
  readonly env: Environment
  /** Called with the inference profiles of the run's region as soon as AWS has listed them. */
  readonly onListed: (profiles: ProfileList) => void
}

/**
 * Asks Bedrock for one token of each model before the agent may ask for more. Throws the Failure of what keeps the run from
 * starting. With `preflight: only` all that was checked stands in the job summary as a table.
 */
export async function checkAccess(
  { settings, session, env, onListed }: CheckRequest,
  desk: Desk,
  world: World,
): Promise<void> {
  if (settings.preflight === 'off') return
  const { bedrock } = settings
  const onCall = (call: CallRecord) => desk.diagnose(call)
  const clientIn = (region: string) => {
    const there = { ...bedrock, region, smallFastModel: undefined }
    return bedrockClient({ bedrock: there, session, env, agent: {}, onCall }, world, () => undefined)
  }
  const bare = bedrockApi(clientIn, world.clock)
  const listInferenceProfiles = async (region: string) => {
    const profiles = await bare.listInferenceProfiles(region)
    if (region === bedrock.region) onListed(profiles)
    return profiles
  }
  const api = { ...bare, listInferenceProfiles }
  const { checks, failure } = await checkBedrock(bedrock, { session: await session.current(), api, log: world.log })
  if (settings.preflight === 'only') {
    // A run tells of the first failure alone; who asks for nothing but the checks wants all of them.
    for (const { name, subject, fix } of checks)
      if (fix !== undefined) world.log.info(desk.redact(`${name} ${subject}: what to do\n${fix}`))
    world.job.appendSummary(desk.redact(preflightTable(checks)))
  }
  if (failure !== undefined) throw failure
}
