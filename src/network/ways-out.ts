import type { NetworkSetting } from '../inputs/settings.ts'
import type { Environment } from '../ports/machine.ts'
import type { Relay } from '../ports/network.ts'
import { definedVariables } from '../variable-names.ts'

/** A network that is the agent's own. */
export type BoundedNetwork = Exclude<NetworkSetting, { readonly kind: 'open' }>

/** Below the ports that systems give to programs that ask for any. */
const FIRST_PORT = 29_417

/**
 * All ways out of a network: `proxy` where hosts are listed, `local` to services of this machine on the same ports. No other port is
 * that of a listed service.
 */
export function waysOutOf(network: BoundedNetwork) {
  const localPorts = network.kind === 'list' ? network.localPorts : []
  let port = FIRST_PORT
  const relayTo = (socket: string): Relay => {
    while (localPorts.includes(port)) port++
    return { port: port++, socket }
  }
  const hasHosts = network.kind === 'list' && network.hosts.length > 0
  return {
    gateway: relayTo('gateway'),
    proxy: hasHosts ? relayTo('proxy') : undefined,
    local: localPorts.map((listed): Relay => ({ port: listed, socket: `local-${listed}` })),
  }
}

/** The agent's variables in its own network: no proxy of the job's, which it cannot reach, but its own where it has one. */
export function networkVariables(
  variables: Environment,
  { proxy }: { readonly proxy: Relay | undefined },
): Record<string, string> {
  const kept = definedVariables(variables, (name) => !PROXY_VARIABLE.test(name))
  return { ...kept, ...(proxy && proxyVariables(`http://127.0.0.1:${proxy.port}`)) }
}

/** Of curl and most others; of npm, whose own win over them; of Yarn. */
const PROXY_VARIABLE = /^((https?|all|ftp|no)_proxy|(npm_config|yarn)_((https?_?)?proxy|https_proxy|no_?proxy))$/i

function proxyVariables(url: string): Record<string, string> {
  const bypassed = '127.0.0.1,localhost,::1'
  return {
    ...{ HTTP_PROXY: url, HTTPS_PROXY: url, http_proxy: url, https_proxy: url },
    ...{ NO_PROXY: bypassed, no_proxy: bypassed },
    ...{ npm_config_proxy: url, npm_config_https_proxy: url, npm_config_noproxy: bypassed },
    ...{ YARN_HTTP_PROXY: url, YARN_HTTPS_PROXY: url },
    // Node's own fetch and http, from 24 on (https://nodejs.org/api/cli.html#node_use_env_proxy1).
    NODE_USE_ENV_PROXY: '1',
  }
}

/** One line on what the agent may reach, and why where nobody chose it. */
export function describeNetwork(network: BoundedNetwork): string {
  if (network.kind === 'none') {
    const why = network.by === 'event' ? ' (the default on events that strangers can cause)' : ''
    return `allowed-domains: none${why}. The agent reaches Bedrock through the gateway, and nothing else of the network.`
  }
  const hosts = network.hosts.map(({ name, below, ports }) => {
    const port = ports.length > 1 || ports[0] === 443 ? '' : `:${ports.join(',')}`
    return `${below ? '*.' : ''}${name}${port}`
  })
  const all = [...hosts, ...network.localPorts.map((port) => `localhost:${port}`)]
  return `allowed-domains: the agent reaches Bedrock through the gateway, and of the network ${all.join(', ')}.`
}
