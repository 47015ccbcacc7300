// The npm registry as clients see it: documents, single versions, dist-tags, tarballs
// (https://github.com/npm/registry/blob/main/docs/REGISTRY-API.md). Requests seen from npm 11.19.
import { createHash } from 'node:crypto'
import { createReadStream, statSync } from 'node:fs'
import type { IncomingHttpHeaders } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'

import { pack } from 'tar-stream'

import type { EmulatedReply, Handler } from './http.ts'

/** A package version that the registry has; what its metadata says is right unless given. */
export interface EmulatedPackage {
  readonly name: string
  readonly version: string
  readonly tarball: Buffer | { readonly path: string; readonly integrity: string }
  readonly tags?: readonly string[]
  /** What the metadata says instead of the tarball's sha512; null: it says nothing. */
  readonly integrity?: string | null
  /** Where the metadata says the tarball is, instead of npm's conventional path. */
  readonly tarballPath?: string
  /** The package's own package.json, which installing with npm needs. */
  readonly manifest?: object
}

/** Changes the answers to one kind of request, the first `times` of them (all unless given). */
export interface RegistryFault {
  readonly on: 'metadata' | 'tarball'
  readonly times?: number
  readonly change: (reply: EmulatedReply) => EmulatedReply | Promise<EmulatedReply>
}

/** What a registry has and how it misbehaves. `path` is its base path, `token` the bearer token it asks for. */
export interface EmulatedRegistryOptions {
  readonly packages: readonly EmulatedPackage[]
  readonly path?: string
  readonly token?: string
  /** It is served over TLS, and says so in the addresses of tarballs. */
  readonly secure?: boolean
  readonly faults?: readonly RegistryFault[]
  /** Registries of some vendors have no address for a single version. */
  readonly withoutVersionAddress?: boolean
  /** It sends the rest of a tarball to who asks for a range. */
  readonly ranges?: boolean
}

/** A registry below `path`; what it does not have is 404, what it would not understand 400. */
export function emulateRegistry(options: EmulatedRegistryOptions): Handler {
  const { packages, path: base = '', token, faults = [] } = options
  const left = new Map(faults.map((fault) => [fault, fault.times ?? Infinity]))

  return async (request) => {
    if (!request.path.startsWith(`${base}/`)) return undefined
    const path = request.path.slice(base.length)
    if (request.method !== 'GET') return says(405, 'method not allowed')
    const { authorization } = request.headers
    if (token !== undefined && authorization === undefined) return says(401, 'authentication required')
    if (token !== undefined && authorization !== `Bearer ${token}`) return says(403, 'this token may not read')
    const found = packages.find((one) => tarballPath(one) === path)
    const reply = found
      ? partOf(bodyOf(found), options.ranges ? request.headers : {})
      : document(path, { ...options, url: `http${options.secure ? 's' : ''}://${request.headers.host}${base}` })
    for (const [fault, times] of left) {
      if (times === 0 || (fault.on === 'tarball') !== path.endsWith('.tgz')) continue
      left.set(fault, times - 1)
      return fault.change(reply)
    }
    return reply
  }
}

function document(path: string, { packages, url, withoutVersionAddress }: EmulatedRegistryOptions & { url: string }) {
  if (/^\/@[^/%]*\//.test(path) && !path.endsWith('.tgz')) return says(400, 'the slash of a scoped name is %2f')
  const [name = '', version, ...rest] = path
    .slice(1)
    .split('/')
    .map((part) => decodeURIComponent(part))
  const all = packages.filter((one) => one.name === name)
  if (all.length === 0 || rest.length > 0) return says(404, 'Not found')
  const tags = Object.fromEntries(all.flatMap((one) => (one.tags ?? []).map((tag) => [tag, one.version])))
  if (version === undefined) {
    const versions = Object.fromEntries(all.map((one) => [one.version, manifest(one, url)]))
    return json({ name, 'dist-tags': tags, versions })
  }
  const found = all.find((one) => one.version === (tags[version] ?? version))
  if (found === undefined || withoutVersionAddress) return says(404, `version not found: ${version}`)
  return json(manifest(found, url))
}

function manifest(one: EmulatedPackage, url: string) {
  const { name, version, integrity = integrityOf(one.tarball) } = one
  const dist = { tarball: `${url}${tarballPath(one)}`, ...(integrity !== null && { integrity }) }
  return { ...one.manifest, name, version, dist }
}

/** npm's convention: `/@scope/name/-/name-1.2.3.tgz`. */
const conventional = ({ name, version }: EmulatedPackage) => `/${name}/-/${name.split('/').at(-1)}-${version}.tgz`

const tarballPath = (one: EmulatedPackage) => one.tarballPath ?? conventional(one)

const integrityOf = (tarball: EmulatedPackage['tarball']) =>
  Buffer.isBuffer(tarball) ? `sha512-${createHash('sha512').update(tarball).digest('base64')}` : tarball.integrity

function bodyOf({ tarball }: EmulatedPackage): EmulatedReply {
  const length = Buffer.isBuffer(tarball) ? tarball.length : statSync(tarball.path).size
  const headers = { 'content-type': 'application/octet-stream', 'content-length': String(length) }
  return {
    status: 200,
    headers,
    body: Buffer.isBuffer(tarball) ? tarball : createReadStream(tarball.path, { highWaterMark: 1 << 20 }),
  }
}

/** `Range: bytes=n-`, unless `If-Range` names something else (RFC 9110, 13.1.5 and 14.2). */
function partOf(reply: EmulatedReply, { range, 'if-range': validator }: IncomingHttpHeaders): EmulatedReply {
  if (!(reply.body instanceof Uint8Array)) return reply
  const etag = `"${createHash('sha1').update(reply.body).digest('hex')}"`
  const headers = { ...reply.headers, etag }
  const from = Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? 0)
  if (from === 0 || (validator !== undefined && validator !== etag)) return { ...reply, headers }
  const { length } = reply.body
  if (from >= length) return says(416, 'there is no such range')
  const body = reply.body.subarray(from)
  const part = { 'content-length': String(body.length), 'content-range': `bytes ${from}-${length - 1}/${length}` }
  return { status: 206, headers: { ...headers, ...part }, body }
}

function json(value: unknown): EmulatedReply {
  return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) }
}

/** An error as registries put it: a JSON object with `error`. */
export function says(status: number, error: string): EmulatedReply {
  return { ...json({ error }), status }
}

// Faults. Each takes the right answer and makes a wrong one of it.

/** One bit of the body's middle is flipped. */
export const damaged = (reply: EmulatedReply): EmulatedReply => {
  const body = Buffer.from(bytesOf(reply))
  const middle = body.length >> 1
  body[middle] = body[middle]! ^ 1
  return { ...reply, body }
}

/** The connection ends in the middle of the body. */
export const cut = (reply: EmulatedReply): EmulatedReply => ({ ...reply, body: firstHalf(reply), hangUp: true })

/** Half of the body, announced as all of it: what a mirror with a broken copy serves. */
export const truncated = (reply: EmulatedReply): EmulatedReply => {
  const body = firstHalf(reply)
  return { ...reply, body, headers: { 'content-length': String(body.length) } }
}

/** Half of the body, then silence. */
export const stalled = (reply: EmulatedReply): EmulatedReply => ({
  ...reply,
  body: (async function* () {
    yield firstHalf(reply)
    await forever
  })(),
})

/** No answer at all. */
export const silent = (): Promise<EmulatedReply> => forever

/** The body in pieces, one every `everyMs` milliseconds. */
export const slow = (pieces: number, everyMs: number) => (reply: EmulatedReply) => {
  const body = bytesOf(reply)
  const size = Math.ceil(body.length / pieces)
  async function* trickle() {
    for (let at = 0; at < body.length; at += size) {
      yield body.subarray(at, at + size)
      await delay(everyMs)
    }
  }
  return { ...reply, body: trickle() }
}

/** Another answer instead, with further headers. */
export const refused =
  (status: number, error: string, headers: Record<string, string> = {}) =>
  () => {
    const reply = says(status, error)
    return { ...reply, headers: { ...reply.headers, ...headers } }
  }

/** A redirect to `address`. */
export const redirected = (address: string) => () => ({ status: 302, headers: { location: address } })

const forever = new Promise<never>(() => undefined)

function bytesOf({ body }: EmulatedReply): Uint8Array {
  if (body instanceof Uint8Array) return body
  throw new Error('this fault needs a tarball in memory')
}

const firstHalf = (reply: EmulatedReply) => bytesOf(reply).subarray(0, bytesOf(reply).length >> 1)

/** An npm tarball of files by their path in the archive, `package/...`; a link is given by its type and where it leads. */
export async function tarballOf(files: Readonly<Record<string, string | Buffer | LinkEntry>>): Promise<Buffer> {
  const archive = pack()
  for (const [name, content] of Object.entries(files))
    if (typeof content === 'string' || Buffer.isBuffer(content)) archive.entry({ name, mode: 0o755 }, content)
    else archive.entry({ name, ...content })
  archive.finalize()
  const chunks: Buffer[] = []
  for await (const chunk of archive) chunks.push(chunk as Buffer)
  return gzipSync(Buffer.concat(chunks))
}

/** A link in a tarball. */
export interface LinkEntry {
  readonly type: 'symlink' | 'link'
  readonly linkname: string
}

/** A package that looks like Claude Code's for linux-x64: a script that knows its version, and ballast that does not compress. */
export async function fakeClaude(version: string, ballast: Buffer = Buffer.alloc(0)): Promise<EmulatedPackage> {
  const name = '@anthropic-ai/claude-code-linux-x64'
  const tarball = await tarballOf({
    'package/claude': Buffer.concat([Buffer.from(`#!/bin/sh\necho '${version} (Claude Code)'\nexit 0\n`), ballast]),
    'package/package.json': JSON.stringify({ name, version }),
  })
  return { name, version, tarball, tags: ['latest'] }
}
