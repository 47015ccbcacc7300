// A gateway with the real adapters, in front of an emulated AWS account with one role.
import type { Session } from '../../src/aws/session-words.ts'
import { openGateway } from '../../src/gateway/gateway.ts'
import type { CallRecord, GatewayOptions, GatewayWorld, SessionSource } from '../../src/gateway/words.ts'
import type { Log } from '../../src/ports/log.ts'
import { createClock } from '../../src/world/clock.ts'
import { createLoopback } from '../../src/world/loopback.ts'
import { createSigner } from '../../src/world/signer.ts'
import { createUpstream } from '../../src/world/upstream.ts'
import type { Account, Role } from '../emulators/aws-account.ts'
import { startAws, type AwsOptions } from '../emulators/aws.ts'

export const MODEL = 'us.anthropic.claude-sonnet-4-6'
export const SMALL = 'us.anthropic.claude-haiku-4-5-20251001-v1:0'

const ROLE: Role = { name: 'claude', trustPolicy: { Version: '2012-10-17', Statement: [] } }

/** An emulated account whose role `claude` nobody has to assume. */
export function startAccount(options: AwsOptions = {}) {
  return startAws({ roles: [ROLE], ...options })
}

/** A session of the account that is opened again when it is renewed, and how often it was. */
export function sessionOf(account: Account): SessionSource & { renewals(): number } {
  const open = (): Session => {
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
  let current = open()
  let renewals = 0
  return {
    current: () => Promise.resolve(current),
    renew: (stale) => {
      if (stale === current) {
        current = open()
        renewals += 1
      }
      return Promise.resolve(current)
    },
    renewals: () => renewals,
  }
}

export interface RealGatewayOptions {
  readonly env: GatewayOptions['env']
  readonly session: SessionSource
  readonly agent?: GatewayOptions['agent']
  readonly bedrock?: Partial<GatewayOptions['bedrock']>
}

/** Opens it, and shows what it told the log, the secrets and the diagnostics. */
export async function startGateway({ env, session, agent = {}, bedrock = {} }: RealGatewayOptions) {
  const lines: string[] = []
  const secrets: string[] = []
  const calls: CallRecord[] = []
  const say = (line: string) => void lines.push(line)
  const log: Log = {
    ...{ info: say, debug: say, notice: say, error: say },
    warning: (message, title) => say(`${title ?? ''}: ${message}`),
    group: (_, task) => task(log),
  }
  const world: GatewayWorld = {
    log,
    secrets: { add: (value) => void secrets.push(value), all: () => secrets },
    clock: createClock(),
    loopback: createLoopback(),
    signer: createSigner(),
    upstream: createUpstream(env),
  }
  const here = { region: 'us-east-1', model: MODEL, smallFastModel: SMALL, smallFastModelRegion: 'us-east-1' }
  const gateway = await openGateway(
    {
      bedrock: { ...here, maxOutputTokens: 4096, ...bedrock },
      ...{ env, agent, session },
      onCall: (call) => void calls.push(call),
    },
    world,
  )
  const [header = '', token = ''] = gateway.environment.ANTHROPIC_CUSTOM_HEADERS?.split(': ') ?? []
  return { ...gateway, tokenHeaders: { [header]: token }, lines, secrets, calls }
}
