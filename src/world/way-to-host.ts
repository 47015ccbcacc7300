import { lookup as lookUp } from 'node:dns/promises'
import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { connect, type LookupFunction, type Socket, BlockList, isIP, isIPv4 } from 'node:net'
import { networkInterfaces } from 'node:os'

import type { Environment } from '../ports/machine.ts'
import { withSystemCertificates } from './http.ts'

/** A host that is allowed by its name, and whether an address of a private network will do. */
export interface Destination {
  readonly host: string
  readonly port: number
  readonly allowsPrivate: boolean
}

/** The way to hosts: the job's own proxy where it has one, else straight to an address that was looked at. */
export type WayToHost = ReturnType<typeof createWayToHost>

/** An allowed name has no address that may be connected to. */
export class AddressRefused extends Error {}

/** How names become addresses, and what these lead to. */
const ADDRESSES = {
  resolve: (host: string) => lookUp(host, { all: true, order: 'verbatim' }),
  kindOf: (address: string) => kindOfAddress(address),
}

const CONNECT_MS = 15_000

/** Ways by the proxies of an environment, `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY` in either case. */
export function createWayToHost(env: Environment, { resolve, kindOf } = ADDRESSES) {
  const direct = async ({ host, port, allowsPrivate }: Destination): Promise<Socket> => {
    const found = (await resolve(host)).map((each) => ({ ...each, kind: kindOf(each.address) }))
    const usable = found.filter(({ kind }) => kind === 'public' || (kind === 'private' && allowsPrivate))
    if (usable.length === 0) {
      const listed = found.map(({ address }) => address).join(', ')
      const isPrivate = found.some(({ kind }) => kind === 'private')
      throw new AddressRefused(
        isPrivate
          ? `${host} has an address of a private network (${listed}), which takes its whole name in allowed-domains.`
          : `${host} has an address of this machine or its link (${listed}), which is never allowed.`,
      )
    }
    return opened((done) => {
      // The addresses that were looked at, not those of a second answer.
      const lookup: LookupFunction = (_, options, callback) => {
        const [{ address, family } = { address: '', family: 4 }] = usable
        if (options.all) callback(null, [...usable])
        else callback(null, address, family)
      }
      return connect({ host, port, lookup, noDelay: true, autoSelectFamily: true }, done)
    })
  }
  return {
    /** A connection. Rejects with an {@link AddressRefused}, or with Node's error. */
    connect(to: Destination): Promise<Socket> {
      const proxy = proxyFor('https', to, env)
      return proxy === undefined ? direct(to) : withSystemCertificates(() => tunnel(proxy, to))
    },
    /** How to send a plain HTTP request there: on a connection, or to the job's proxy by the whole address. */
    async forHttp(to: Destination): Promise<Pick<RequestOptions, 'createConnection'> | { readonly proxy: URL }> {
      const proxy = proxyFor('http', to, env)
      if (proxy !== undefined) return { proxy }
      const socket = await direct(to)
      return { createConnection: () => socket }
    },
  }
}

/** Resolves when `start` has called its `done`. */
function opened(start: (done: () => void) => Socket): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = start(() => {
      socket.setTimeout(0)
      socket.off('error', reject)
      resolve(socket)
    })
    socket.setTimeout(CONNECT_MS, () => socket.destroy(new Error(`no connection within ${CONNECT_MS / 1_000} s`)))
    socket.once('error', reject)
  })
}

function tunnel(proxy: URL, { host, port }: Destination): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const target = `${host}:${port}`
    const headers = { host: target, ...proxyAuthorization(proxy) }
    const asked = requestTo(proxy, { method: 'CONNECT', path: target, headers, timeout: CONNECT_MS })
    const refuse = ({ statusCode }: IncomingMessage) =>
      reject(new Error(`the proxy of the job answered ${statusCode ?? 'nothing'} for ${target}`))
    asked.once('connect', (answer, socket, head) => {
      if (answer.statusCode === 200) {
        socket.setTimeout(0)
        if (head.length > 0) socket.unshift(head)
        resolve(socket)
      } else {
        socket.destroy()
        refuse(answer)
      }
    })
    // A proxy that refuses may answer as to any request.
    asked.once('response', (answer) => refuse(answer.destroy()))
    asked.once('timeout', () => asked.destroy(new Error(`no answer of the job's proxy within ${CONNECT_MS / 1_000} s`)))
    asked.on('error', reject)
    asked.end()
  })
}

/** A request to a proxy itself. */
export function requestTo(proxy: URL, options: RequestOptions) {
  const isSecure = proxy.protocol === 'https:'
  const { hostname, port } = proxy
  const to = { hostname: hostname.replace(/^\[|\]$/g, ''), port: Number(port || (isSecure ? 443 : 80)), agent: false }
  return (isSecure ? httpsRequest : httpRequest)({ ...to, ...options })
}

/** The header by which a proxy knows who asks; none where its address names nobody. */
export function proxyAuthorization({ username, password }: URL): Record<string, string> {
  if (username === '' && password === '') return {}
  const text = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
  return { 'proxy-authorization': `Basic ${Buffer.from(text).toString('base64')}` }
}

/** The proxy that a request takes. */
export function proxyFor(
  scheme: 'http' | 'https',
  { host, port }: Pick<Destination, 'host' | 'port'>,
  env: Environment,
): URL | undefined {
  const name = `${scheme}_proxy`
  const text = env[name] || env[name.toUpperCase()]
  if (!text || isBypassed(host, port, env.no_proxy || env.NO_PROXY || '')) return undefined
  const address = /^[a-z]+:\/\//i.test(text) ? text : `http://${text}`
  return URL.canParse(address) ? new URL(address) : undefined
}

/** As Node reads it (https://nodejs.org/api/http.html#built-in-proxy-support), but for ranges of addresses. */
function isBypassed(host: string, port: number, list: string): boolean {
  return list
    .toLowerCase()
    .split(/[\s,]+/)
    .some((item) => {
      const [, name = '', only] = /^(.*?)(?::(\d+))?$/.exec(item) ?? []
      if (name === '' || (only !== undefined && Number(only) !== port)) return false
      const suffix = name.replace(/^\*?(?=\.)/, '')
      return name === '*' || name === host || (suffix.startsWith('.') && host.endsWith(suffix))
    })
}

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
