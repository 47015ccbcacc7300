import { join } from 'node:path'

import { blocksOf, fixText, yaml } from '../errors.ts'
import type { NetworkSetting, Settings } from '../inputs/settings.ts'
import type { SocketAddress } from '../ports/gateway.ts'
import type { Environment } from '../ports/machine.ts'
import type { World } from '../ports/world.ts'
import type { RunContext } from '../run-context.ts'
import type { SandboxNetwork } from '../sandbox/mounts.ts'
import { refusedHosts, rulesOf, describeNetwork, networkVariables, waysOutOf } from '../sandbox/network.ts'
import { openSandbox, type Sandbox, networkUnbounded } from '../sandbox/sandbox.ts'

/** The agent's own network, open for one run. */
export interface AgentNetwork {
  /** What the sandbox is made with. */
  readonly sandbox: SandboxNetwork
  /** Where the gateway listens. */
  readonly gateway: SocketAddress
  /** A line for the log on what the agent reaches. */
  readonly note: string
  /** The agent's variables there. */
  variables(variables: Environment): Record<string, string>
  /** Ends it, and says what was refused. */
  close(): Promise<void>
}

/** The agent's sandbox, and how another like it is made for what has to run before. */
export interface AgentSandbox {
  readonly network: AgentNetwork | undefined
  readonly openAnother: () => Promise<Sandbox>
  readonly sandboxPromise: Promise<Sandbox>
}

/**
 * Opens the sandbox that the inputs ask for, and the network in it; neither where no agent runs. Throws, or the promise rejects
 * with, the Failure `platform-unsupported` where there is no such thing.
 */
export async function openAgentSandbox(
  { agent, prompt, preflight, install }: Settings,
  context: RunContext,
  world: World,
): Promise<AgentSandbox> {
  const runs = prompt !== undefined && preflight !== 'only'
  const network = runs ? await openAgentNetwork(agent.network, context, world) : undefined
  const { claudeConfig } = context.place
  const folders = { claudeConfig, executable: install.path, network: network?.sandbox }
  const openAnother = () => openSandbox(runs ? agent.isolation : 'off', folders, world)
  const sandboxPromise = openAnother()
  sandboxPromise.catch(() => undefined)
  return { network, openAnother, sandboxPromise }
}

/**
 * Opens the network of the agent's own that the input `allowed-domains` asks for; undefined where it has that of the job. Throws
 * the Failure `platform-unsupported` where there is no such thing.
 */
export async function openAgentNetwork(
  network: NetworkSetting,
  context: RunContext,
  world: World,
): Promise<AgentNetwork | undefined> {
  if (network.kind === 'open') return undefined
  if (world.runner.platform !== 'linux') throw networkUnbounded([], world.runner.platform)
  const ways = waysOutOf(network)
  const sockets = await world.sockets.open(join(context.place.own, 'sockets'))
  const refused = refusedHosts({
    log: (line) => world.log.info(context.redact(line)),
    record: (record) => context.recordCall(record),
    now: () => world.clock.now(),
  })
  if (network.kind === 'list' && ways.proxy !== undefined)
    await sockets.proxy(ways.proxy.socket, { ...rulesOf(network.hosts), onRefused: (request) => refused.add(request) })
  for (const { socket, port } of ways.local) await sockets.relay(socket, port)
  const relays = [ways.gateway, ...(ways.proxy === undefined ? [] : [ways.proxy]), ...ways.local]
  return {
    sandbox: { folder: sockets.path, relays },
    gateway: { socket: sockets.addressOf(ways.gateway.socket), port: ways.gateway.port },
    note: describeNetwork(network),
    variables: (variables) => networkVariables(variables, ways),
    async close() {
      await sockets.close()
      const advice = refused.advice()
      if (advice === undefined) return
      const list = yaml(['with:', '  allowed-domains: |', ...advice.lines.map((line) => `    ${line}`)].join('\n'))
      const fix = fixText(blocksOf(['To allow them, write in this step, beside what it lists already:', list]))
      world.log.warning(context.redact(`${advice.message}\n${fix}`), 'Hosts were refused to the agent')
    },
  }
}
