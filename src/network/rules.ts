import type { AllowedHost } from '../inputs/settings.ts'
import type { ProxyRules } from '../ports/network.ts'

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
