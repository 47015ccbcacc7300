import type { NetworkSetting, AllowedHost } from '../inputs/settings.ts'
import type { Environment } from '../ports/machine.ts'
import type { Relay, ProxyRules, RefusedRequest } from '../ports/sandbox.ts'
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

/** Whom the agent may ask, by a list of hosts. Private addresses are for names that it has in full. */
export function rulesOf(hosts: readonly AllowedHost[]): Pick<ProxyRules, 'refusalOf' | 'allowsPrivate'> {
  return {
    refusalOf(host, port) {
      const listed = hosts.filter((allowed) => isNamedBy(host, allowed))
      if (listed.some(({ ports }) => ports.includes(port))) return undefined
      if (listed.length === 0) return `${host} is not in allowed-domains.`
      const ports = [...new Set(listed.flatMap((allowed) => allowed.ports))]
      return `${host} is in allowed-domains with port ${ports.join(' and ')}, not with ${port}.`
    },
    allowsPrivate: (host) => hosts.some(({ name, below }) => !below && name === host),
  }
}

const isNamedBy = (host: string, { name, below }: AllowedHost) => (below ? host.endsWith(`.${name}`) : host === name)

/** A request of the agent's that was refused: a line of `diagnostics.jsonl`. */
export interface RefusalRecord {
  readonly time: string
  /** `host:port`. */
  readonly refused: string
  readonly reason: string
}

/** An agent can ask for as many names as it likes. */
const LOGGED = 50
const RECORDED = 500

/**
 * Collects what was refused to the agent in one run; each host is logged once, each port of it recorded once. `now` is in
 * milliseconds since 1970. `advice` is all in one text, with the lines to allow them; undefined where nothing could be allowed.
 */
export function refusedHosts({
  log,
  record,
  now,
}: {
  readonly log: (line: string) => void
  readonly record: (record: RefusalRecord) => void
  readonly now: () => number
}) {
  const seen = new Set<string>()
  const logged = new Set<string>()
  const lines = new Set<string>()
  return {
    add({ host, port, reason, isUnlisted }: RefusedRequest): void {
      const name = plain(host)
      const line = lineFor(name, port)
      const key = `${line} ${reason}`
      if (seen.has(key) || seen.size >= RECORDED) return
      seen.add(key)
      record({ time: new Date(now()).toISOString(), refused: `${name}:${port ?? ''}`, reason })
      if (logged.has(name) || logged.size > LOGGED) return
      logged.add(name)
      if (logged.size > LOGGED) {
        log('Further hosts that are refused are in diagnostics.jsonl alone.')
        return
      }
      if (isUnlisted && NAME.test(name)) lines.add(line)
      log(
        `Refused to the agent: ${name}${port === undefined ? '' : `:${port}`}. ${reason}${isUnlisted ? ` To allow it, add the line: ${line}` : ''}`,
      )
    },
    advice() {
      if (lines.size === 0) return undefined
      const message = `The agent asked for ${lines.size === 1 ? 'a host' : `${lines.size} hosts`} that allowed-domains does not list: ${[...lines].join(', ')}.`
      return { message, lines: [...lines] }
    },
  }
}

/** As the input takes it. */
const lineFor = (host: string, port: number | undefined) =>
  port === undefined || port === 443 || port === 80 ? host : `${host}:${port}`

/** The agent chose the text. */
const plain = (host: string) => (NAME.test(host) ? host.toLowerCase() : JSON.stringify(host.slice(0, 100)))

const NAME = /^[a-z\d_]([a-z\d_.-]{0,251}[a-z\d_])?$/i
