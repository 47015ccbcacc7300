import { Failure, ServiceError, type FailureCode } from '../errors.ts'

const NOT_CONNECTED = new Set([
  ...['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ConnectTimeout'],
])

/** What was to be installed; `published` are the registry's versions where it could be asked. */
export interface WantedPackage {
  readonly name: string
  readonly version: string
  readonly published: readonly string[]
}

/** The failure that a registry's or the disk's answer means for the install; anything else is returned as it is. */
export function installFailure(error: unknown, wanted: WantedPackage): unknown {
  if (!(error instanceof ServiceError)) return error
  const code = codeOf(error, wanted)
  return new Failure(code, {
    message: `Claude Code ${wanted.version} (${wanted.name}) could not be installed. ${meaningOf(code, error, wanted)}`,
    hint: hintFor(code, error, wanted),
    cause: error,
  })
}

/** Up to five of `published` that are nearest to `version`, the nearest first. */
export function nearVersions(version: string, published: readonly string[]): readonly string[] {
  const target = rank(version)
  const distance = (other: string) => Math.abs(rank(other) - target)
  return published.toSorted((a, b) => distance(a) - distance(b) || rank(b) - rank(a)).slice(0, 5)
}

/** A number that orders versions; what is no version (a dist-tag) comes after all. */
function rank(version: string): number {
  const [, major, minor, patch] = /^(\d+)\.(\d+)\.(\d+)/.exec(version) ?? []
  return major === undefined ? Number.MAX_SAFE_INTEGER : (Number(major) * 1e5 + Number(minor)) * 1e5 + Number(patch)
}

function codeOf(error: ServiceError, wanted: WantedPackage): FailureCode {
  if (error.name === 'IntegrityMismatch' || error.name === 'IntegrityMissing') return 'install-integrity-mismatch'
  if (NOT_CONNECTED.has(error.name)) return 'network-unreachable'
  if (error.status === 404 && !wanted.published.includes(wanted.version)) return 'version-not-found'
  return 'install-download-failed'
}

function meaningOf(code: FailureCode, error: ServiceError, wanted: WantedPackage): string {
  if (code !== 'version-not-found') return `${error.message}.`
  const near = nearVersions(wanted.version, wanted.published)
  const has = near.length === 0 ? 'it has none of this package' : `the nearest it has are ${near.join(', ')}`
  return `${error.message}. The registry has no such version; ${has}.`
}

function hintFor(code: FailureCode, error: ServiceError, wanted: WantedPackage): string {
  const near = nearVersions(wanted.version, wanted.published)[0]
  if (code === 'version-not-found')
    return near === undefined
      ? 'Use a registry that has the package: `registry-url: https://...`'
      : `Ask for a version it has, for example \`claude-code-version: ${near}\`, or another registry with \`registry-url\`.`
  if (code === 'install-integrity-mismatch')
    return 'Do not use these bytes: the registry, a mirror or a proxy on the way changed them. Name another registry with `registry-url`, or have the mirror fetch the package anew.'
  if (code === 'network-unreachable')
    return 'Name a registry that this runner can reach with `registry-url`, or let it through: HTTPS_PROXY and NO_PROXY count, as do the proxy lines of npm.'
  if (error.status === 401 || error.status === 403)
    return 'Give npm credentials for this registry in a step before, for example an `.npmrc` in the home directory with the line `//<host>/:_authToken=...`.'
  if (/CERT|SIGNATURE|TLS/.test(error.name))
    return "Trust the registry's certificate: set NODE_EXTRA_CA_CERTS for the runner, or `cafile` in npm's configuration."
  if (error.service === 'tool cache')
    return 'Free space on the runner, or point RUNNER_TOOL_CACHE at a directory that can be written.'
  return 'Run the job again; if it stays, name another registry with `registry-url`.'
}
