import { BlockList, isIP, isIPv4 } from 'node:net'
import { networkInterfaces } from 'node:os'

/** Who an address leads to. `near`: this machine, its link, or a cloud's metadata; `private`: a private network. */
export type AddressKind = 'public' | 'private' | 'near'

/** What an IP address leads to, as IANA's registries of special addresses have it (https://www.iana.org/assignments/iana-ipv4-special-registry). */
export function kindOfAddress(address: string, own: readonly string[] = ownAddresses()): AddressKind {
  if (isIP(address) === 0 || address.includes('%')) return 'near'
  const inner = isIPv4(address) ? address : embeddedAddress(address)
  if (inner !== undefined && inner !== address) return kindOfAddress(inner, own)
  const family = isIPv4(address) ? 'ipv4' : 'ipv6'
  if (NEAR.check(address, family) || own.some((one) => one === address)) return 'near'
  return PRIVATE.check(address, family) ? 'private' : 'public'
}

const ownAddresses = () =>
  Object.values(networkInterfaces()).flatMap((all = []) => all.map(({ address }) => address.split('%')[0] ?? address))

/** The IPv4 address that an IPv6 address of translation stands for: IPv4-mapped ones, and NAT64's (RFC 6052). */
function embeddedAddress(address: string): string | undefined {
  const [, groups] = /^\[(?:::ffff|64:ff9b:):([\da-f:]+)\]$/.exec(new URL(`http://[${address}]`).hostname) ?? []
  if (groups === undefined) return undefined
  const parts = groups.split(':').map((group) => Number.parseInt(group, 16))
  if (parts.length > 2 || parts.some((part) => Number.isNaN(part))) return '0.0.0.0'
  const numbers = [0, ...parts].slice(-2)
  return numbers.flatMap((number) => [number >> 8, number & 255]).join('.')
}

const NEAR = blockList([
  // This host, link-local (with the metadata of most clouds), multicast, reserved, broadcast.
  ...['0.0.0.0/8', '127.0.0.0/8', '169.254.0.0/16', '224.0.0.0/4', '240.0.0.0/4'],
  // Metadata elsewhere: Azure (which GitHub's own runners are on), Alibaba, Oracle.
  ...['168.63.129.16/32', '100.100.100.200/32', '192.0.0.192/32'],
  // The same of IPv6, with AWS's metadata; ::/96 and tunnels (Teredo, 6to4) lead to addresses of IPv4.
  ...['::/96', 'fe80::/10', 'fec0::/10', 'ff00::/8', 'fd00:ec2::/32', '64:ff9b:1::/48', '2001::/32', '2002::/16'],
])

const PRIVATE = blockList([
  ...['10.0.0.0/8', '100.64.0.0/10', '172.16.0.0/12', '192.0.0.0/24', '192.168.0.0/16', '198.18.0.0/15', 'fc00::/7'],
])

function blockList(networks: readonly string[]): BlockList {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', bits] = network.split('/')
    list.addSubnet(address, Number(bits), isIPv4(address) ? 'ipv4' : 'ipv6')
  }
  return list
}
