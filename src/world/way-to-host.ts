import { lookup as lookUp } from 'node:dns/promises'
import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { connect, type LookupFunction, type Socket } from 'node:net'

import type { Environment } from '../ports/machine.ts'
import { kindOfAddress } from './addresses.ts'
import { withSystemCertificates } from './certificates.ts'

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
