import type { Settings } from '../inputs/settings.ts'
import type { ClassifiedEvent } from './types.ts'

/** What started a run, and what its settings say. */
export interface Start {
  readonly event: ClassifiedEvent
  /** Why those who started it may; empty where nobody was asked. */
  readonly actors: string
  readonly settings: Pick<Settings, 'prompt' | 'exportEnvironment'> & {
    readonly agent: Pick<Settings['agent'], 'isolation' | 'network' | 'trustsCheckout'>
  }
}

/**
 * One line for log and summary on who started the run, by which event, and which rules are in force for that; undefined where none
 * is: on events of people with write access, with a checkout that is trusted.
 */
export function describeStart({ event, actors, settings }: Start): string | undefined {
  if (event.class !== 'stranger' && settings.agent.trustsCheckout) return undefined
  const who = actors === '' ? '' : `: ${actors}`
  return `Started by ${event.name} (${event.reason})${who}. In force: ${rulesInForce(settings).join('; ')}.`
}

function rulesInForce({ agent, prompt, exportEnvironment }: Start['settings']): readonly string[] {
  const exported = exportEnvironment
    ? 'later steps get AWS credentials (export-environment: true)'
    : 'later steps get no AWS credentials'
  if (prompt === undefined) return [exported]
  return [
    agent.trustsCheckout
      ? 'the checkout configures and instructs the agent (trust-project-config: true)'
      : 'nothing of the checkout configures or instructs the agent',
    SANDBOX[agent.isolation],
    NETWORK[agent.network.kind],
    exported,
  ]
}

const SANDBOX = {
  auto: 'it runs in the sandbox where that works',
  required: 'it runs in the sandbox or not at all',
  off: 'it runs without the sandbox (isolation: off)',
} as const

const NETWORK = {
  open: 'it reaches the whole network',
  none: 'of the network it reaches Bedrock alone',
  list: 'of the network it reaches Bedrock and the hosts of allowed-domains',
} as const
