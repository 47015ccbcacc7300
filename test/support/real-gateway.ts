// A gateway with the real adapters, in front of an emulated AWS account with one role.
import { renewing } from '../../src/aws/renewal.ts'
import { modelsOfRun } from '../../src/bedrock/run-models.ts'
import { RELEASE } from '../../src/claude/release.ts'
import { openGateway } from '../../src/gateway/gateway.ts'
import { createEventStreams, createSigner } from '../../src/world/bedrock-wire.ts'
import type { Log } from '../../src/ports/machine.ts'
import { createClock } from '../../src/world/clock.ts'
import { createLoopback } from '../../src/world/loopback.ts'
import type { Account, Role } from '../emulators/aws-account.ts'
import { startAws, type AwsOptions } from '../emulators/aws.ts'
import type { Session, RenewingSession } from '../../src/aws/types.ts'
import type { CallRecord, GatewayOptions, GatewayWorld } from '../../src/gateway/types.ts'
import { createUpstream } from '../../src/world/http.ts'

export const MODEL = 'us.anthropic.claude-sonnet-4-6'
export const SMALL = 'us.anthropic.claude-haiku-4-5-20251001-v1:0'

const ROLE: Role = { name: 'claude', trustPolicy: { Version: '2012-10-17', Statement: [] } }

/** An emulated account whose role `claude` nobody has to assume. */
export function startAccount(options: AwsOptions = {}) {
  return startAws({ roles: [ROLE], ...options })
}

/** A session of the account's role that is opened again when it is renewed, and how often it was. */
export function sessionOf(account: Account): RenewingSession & { readonly renewals: () => number } {
  let renewals = 0
  const authenticate = () => {
    renewals += 1
    return Promise.resolve(openSession(account))
  }
  const world = { clock: createClock(), log: logTo(() => undefined) }
  return { ...renewing(openSession(account), { authenticate }, world), renewals: () => renewals }
}

export interface RealGatewayOptions {
  readonly account: Account
  readonly env: GatewayOptions['env']
  readonly agent?: GatewayOptions['agent']
  readonly bedrock?: Partial<GatewayOptions['bedrock']>
  /** Calls are not held unless it says so. */
  readonly quota?: Partial<GatewayOptions['quota']>
}

/** Opens it, and shows what reached the log, the secrets and the diagnostics, and how often it signed in again. */
export async function startGateway({ account, env, agent = {}, bedrock = {}, quota }: RealGatewayOptions) {
  const seen = { lines: [] as string[], secrets: [] as string[], calls: [] as CallRecord[] }
  const world: GatewayWorld = {
    log: logTo((line) => void seen.lines.push(line)),
    secrets: { add: (value) => void seen.secrets.push(value), all: () => seen.secrets },
    clock: createClock(),
    loopback: createLoopback(),
    signer: createSigner(),
    eventStreams: createEventStreams(),
    upstream: createUpstream(env),
  }
  const session = sessionOf(account)
  const settings = {
    ...{ region: 'us-east-1', model: MODEL, smallFastModel: SMALL, smallFastModelRegion: 'us-east-1' },
    ...{ maxOutputTokens: 4096, ...bedrock },
  }
  const onCall = (call: CallRecord) => void seen.calls.push(call)
  const own = { ...RELEASE, isCertain: true }
  const modelsOf = (profiles: readonly string[] | undefined) =>
    modelsOfRun({ ...settings, fallbackModel: undefined, classifies: false }, { own, profiles })
  const shared = { lowers: 'always', ceiling: 32_000, patienceMs: 0, hasFallback: false, random: Math.random } as const
  const options = { bedrock: settings, quota: { ...shared, ...quota }, env, agent, session, modelsOf, onCall }
  const gateway = await openGateway(options, world)
  const [header = '', token = ''] = gateway.environment.ANTHROPIC_CUSTOM_HEADERS?.split(': ') ?? []
  return { ...gateway, seen, renewals: session.renewals, tokenHeaders: { [header]: token } }
}

function logTo(say: (line: string) => void): Log {
  const log: Log = {
    ...{ info: say, debug: say, notice: say, error: say },
    warning: (message, title) => say(`${title ?? ''}: ${message}`),
    group: (_, task) => task(log),
  }
  return log
}

function openSession(account: Account): Session {
  const { expiration, principal, ...keys } = account.openSession({ role: ROLE, sessionName: 'run', seconds: 3600 })
  const { arn } = principal
  return {
    kind: 'keys',
    keys: { ...keys, expiration: new Date(expiration) },
    account: account.id,
    arn,
    renewable: true,
  }
}
