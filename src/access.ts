import { serveContainerCredentials } from './aws/renewal.ts'
import { agentEnvironment, type AgentEnvironmentRequest } from './bedrock/environment.ts'
import type { Failure } from './errors.ts'
import { openGateway } from './gateway/gateway.ts'
import type { World } from './ports/world.ts'
import type { CallRecord } from './gateway/types.ts'
import type { RenewingSession } from './aws/types.ts'
import type { AgentAccess, ProfileList } from './bedrock/types.ts'

/** The agent's way to Bedrock, open for one run. */
export interface Access {
  /** The agent's whole environment. */
  readonly variables: Readonly<Record<string, string>>
  /** Lines for the log on credentials that are kept from it. */
  readonly withheld: readonly string[]
  /** Why Bedrock cannot serve this run, once that is known. */
  verdict(): Failure | undefined
  /** Calls that failed and were repeated, as far as they can be seen from here. */
  retries(): number
  close(): Promise<void>
}

/** What the way is made of. */
export interface AccessOptions {
  readonly credentials: 'gateway' | 'environment'
  readonly environment: Omit<AgentEnvironmentRequest, 'access'>
  /** Resolves when the run is signed in and checked; calls wait for it. */
  readonly ready: Promise<RenewingSession>
  /** The inference profiles of the run's region: there before the run is checked, or undefined where AWS did not list them. */
  readonly profiles: Promise<ProfileList | undefined>
  readonly onCall: (call: CallRecord) => void
}

/** Opens the way that the input `credentials` names. The gateway is open at once; the other way waits for the session. */
export function openAccess(options: AccessOptions, world: World): Promise<Access> {
  return options.credentials === 'gateway' ? throughGateway(options, world) : withCredentials(options, world)
}

async function throughGateway({ environment, ready, profiles, onCall }: AccessOptions, world: World): Promise<Access> {
  const { variables, withheld } = agentEnvironment({ ...environment, access: { kind: 'gateway' } })
  const { bedrock, inherited: env } = environment
  const session: RenewingSession = {
    current: async () => (await ready).current(),
    renew: async (stale) => (await ready).renew(stale),
  }
  const gateway = await openGateway({ bedrock, session, env, agent: variables, profiles, onCall }, world)
  return {
    variables: { ...variables, ...gateway.environment },
    withheld,
    verdict: () => gateway.fatalError(),
    retries: () => gateway.retries(),
    close: () => gateway.close(),
  }
}

async function withCredentials({ environment, ready }: AccessOptions, world: World): Promise<Access> {
  const session = await ready
  const first = await session.current()
  const served = first.kind === 'keys' && first.renewable ? await serveContainerCredentials(session, world) : undefined
  const access: AgentAccess = served === undefined ? first : { kind: 'served', environment: served.environment }
  return {
    ...agentEnvironment({ ...environment, access }),
    verdict: () => undefined,
    retries: () => 0,
    close: async () => served?.close(),
  }
}
