import { dirname } from 'node:path'

import type { RenewingSession } from '../aws/types.ts'
import { exportedEnvironment } from '../bedrock/environment.ts'
import type { Settings } from '../inputs/settings.ts'
import type { Environment } from '../ports/machine.ts'
import type { World } from '../ports/world.ts'
import type { RunContext } from '../run-context.ts'
import { wholeSeconds } from '../text.ts'

/** What later steps get. */
export interface SetUp {
  readonly settings: Settings
  readonly env: Environment
  /** Absolute path of Claude Code. */
  readonly executable: string
  readonly readyPromise: Promise<RenewingSession>
}

/** The steps after this one find `claude` on the path, and Bedrock's environment with real credentials; post clears it. */
export async function exportToLaterSteps(setUp: SetUp, context: RunContext, world: World): Promise<void> {
  const session = await (await setUp.readyPromise).current()
  const variables = exportedEnvironment({ inherited: setUp.env, bedrock: setUp.settings.bedrock, session })
  context.saveState({ exported: Object.keys(variables) })
  for (const [name, value] of Object.entries(variables)) world.job.exportVariable(name, value)
  world.job.addPath(dirname(setUp.executable))
  const until = session.kind === 'keys' ? session.keys.expiration : undefined
  const last = until === undefined ? '' : ` The credentials last until ${wholeSeconds(until)} and are not renewed.`
  world.log.info(`Exported to later steps: ${Object.keys(variables).join(', ')}; claude is on the path.${last}`)
}
