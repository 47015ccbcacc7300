import { explainError, isRetryable, type ErrorRule } from '../error-rules.ts'
import { ServiceError, shell, yaml, type Fix } from '../errors.ts'
import { NETWORK_RULES, type NetworkContext } from '../network-rules.ts'

/** What was to be installed; `published` are the registry's versions where it could be asked. */
export interface WantedPackage {
  readonly name: string
  readonly version: string
  readonly published: readonly string[]
}

/** The failure that a registry's or the disk's answer means for the install; anything else is returned as it is. */
export function installFailure(error: unknown, wanted: WantedPackage): unknown {
  if (!(error instanceof ServiceError)) return error
  return explainError(error, {
    rules: INSTALL_RULES,
    context: { ...wanted, region: undefined },
    subject: (code) => (code === 'network-unreachable' ? 'the npm registry' : `${wanted.version} of ${wanted.name}`),
    quote: ({ message }) => `Claude Code ${wanted.version} (${wanted.name}) could not be installed. ${message}.`,
  })
}

/** Whether the same request to a registry may succeed a moment later. */
export function isRetryableInstall(error: unknown): boolean {
  return isRetryable(installFailure(error, { name: '', version: '', published: [] }))
}

const AGAIN = 'Run the job again; if it persists, set another `registry-url`.'

const CHANGED_BYTES: Fix =
  'Do not use these bytes: the registry, a mirror or a proxy on the way changed them. Set another `registry-url`, or have the mirror fetch the package again.'

/** Every answer of a registry, and of the disk, to an install. */
export const INSTALL_RULES: readonly ErrorRule<WantedPackage & NetworkContext>[] = [
  {
    id: 'wrong bytes',
    match: [{ names: ['IntegrityMismatch', 'IntegrityMissing'] }],
    code: 'install-integrity-mismatch',
    fix: CHANGED_BYTES,
  },
  {
    id: 'disk',
    match: [{ services: ['tool cache'], names: [/./] }],
    code: 'install-download-failed',
    fix: 'Free space on the runner, or point RUNNER_TOOL_CACHE at a directory that can be written.',
  },
  {
    id: 'registry out of reach',
    match: [{ names: ['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ConnectTimeout'] }],
    code: 'network-unreachable',
    fix: 'Name a registry that this runner can reach with `registry-url`, or let it through: HTTPS_PROXY and NO_PROXY count, as do the proxy lines of npm.',
    retryable: true,
  },
  {
    id: 'download broke off',
    match: [
      { names: ['ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'IdleTimeout', 'ShortBody'] },
      { statuses: [408, 429, '5xx'] },
    ],
    code: 'install-download-failed',
    fix: AGAIN,
    retryable: true,
  },
  {
    id: 'certificate',
    match: [{ names: [/CERT|SIGNATURE|TLS/] }],
    code: 'install-download-failed',
    fix: [
      "Trust the registry's certificate (or set `cafile` in npm's configuration):",
      yaml('env:\n  NODE_EXTRA_CA_CERTS: /path/to/the/authority.pem'),
    ],
  },
  ...NETWORK_RULES,
  {
    id: 'no such version',
    match: [{ statuses: [404] }],
    when: (_error, { version, published }) => !published.includes(version),
    code: 'version-not-found',
    explanation: (_error, { version, published }) => {
      const near = nearVersions(version, published)
      const has = near.length === 0 ? 'it has none of this package' : `the nearest it has are ${near.join(', ')}`
      return `The registry has no such version; ${has}.`
    },
    fix: (_error, { version, published }) => {
      const [near] = nearVersions(version, published)
      if (near === undefined)
        return ['Use a registry that has the package:', yaml('with:\n  registry-url: https://registry.example.com')]
      return [
        'Ask for a version it has, for example:',
        yaml(`with:\n  claude-code-version: ${near}`),
        'or set another `registry-url`.',
      ]
    },
  },
  {
    id: 'credentials of the registry',
    match: [{ statuses: [401, 403] }],
    code: 'install-download-failed',
    fix: ({ host }) => [
      'Give npm credentials for this registry in a step before, for example:',
      shell(`echo '//${host ?? 'registry.example.com'}/:_authToken=\${REGISTRY_TOKEN}' >> ~/.npmrc`),
    ],
  },
  {
    id: 'another answer',
    match: [{}],
    code: 'install-download-failed',
    fix: AGAIN,
  },
]

/** Up to five of `published` that are nearest to `version`, the nearest first. */
function nearVersions(version: string, published: readonly string[]): readonly string[] {
  const target = rank(version)
  const distance = (other: string) => Math.abs(rank(other) - target)
  return published.toSorted((a, b) => distance(a) - distance(b) || rank(b) - rank(a)).slice(0, 5)
}

/** A number that orders versions; what is no version (a dist-tag) comes after all. */
function rank(version: string): number {
  const [, major, minor, patch] = /^(\d+)\.(\d+)\.(\d+)/.exec(version) ?? []
  return major === undefined ? Number.MAX_SAFE_INTEGER : (Number(major) * 1e5 + Number(minor)) * 1e5 + Number(patch)
}
