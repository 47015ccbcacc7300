// Records a version of Claude Code as the one this release installs: `npx node scripts/releases.ts [version]`, latest without.
// It asks the registry of npm's own configuration, and fetches the package of every platform (some 1.4 GB) for the sha256 of
// the executable inside, which is what a cache is held to. Then it names the version in the documents below; `npm run docs` next.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { PLATFORMS, type Platform } from '../src/claude/platform.ts'
import { RELEASE } from '../src/claude/release.ts'
import { createProcesses } from '../src/world/processes.ts'
import { createPackageRegistry } from '../src/world/registry.ts'

/** What npm tells of a package: the value of one field. */
export type View = (spec: string, field: string) => string

/** The sha256 of the executable in a package, in hexadecimal digits, proven against the package's sha512. */
export type Digest = (published: { platform: Platform; version: string; integrity: string }) => Promise<string>

const nameOf = (platform: Platform) => `@anthropic-ai/claude-code-${platform}`

/** Text of `src/claude/release.ts` for a version or dist-tag; throws when a platform has no sha512 or no executable. */
export async function releaseFile(asked: string, view: View, digest: Digest): Promise<string> {
  const version = view(`${nameOf(PLATFORMS[0])}@${asked}`, 'version')
  const integrities: string[] = []
  const digests: string[] = []
  for (const platform of PLATFORMS) {
    const integrity = view(`${nameOf(platform)}@${version}`, 'dist.integrity')
    if (!/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity))
      throw new Error(`${platform} ${version}: no sha512, ${integrity}`)
    const sha256 = await digest({ platform, version, integrity })
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error(`${platform} ${version}: no sha256, ${sha256}`)
    integrities.push(entry(platform, integrity))
    digests.push(entry(platform, sha256))
  }
  return `/**
 * The Claude Code this release is tested with: its version, the sha512 of each platform's npm tarball (\`npm view\`) and the
 * sha256 of the executable inside. \`npx node scripts/releases.ts\` writes all but the models, which a test with the real program holds.
 */
export const RELEASE = {
  version: '${version}',
  integrity: {
${integrities.join('')}  },
  sha256: {
${digests.join('')}  },
  /** What the names \`opus\`, \`sonnet\`, \`haiku\` and \`fable\` mean on Bedrock; without a model it is \`opus\`. */
  defaultModels: {
${Object.entries(RELEASE.defaultModels)
  .map(([family, model]) => `    ${family}: '${model}',\n`)
  .join('')}  },
  /** The model that permission mode \`auto\` asks about a tool call, by Claude Code's name of it. */
  classifierModel: '${RELEASE.classifierModel}',
}
`
}

/** A line of at most 120 characters, as prettier would have it. */
function entry(platform: Platform, text: string): string {
  const line = `    '${platform}': '${text}',\n`
  return line.length > 121 ? line.replace(': ', ':\n      ') : line
}

const npmView: View = (spec, field) =>
  execFileSync('npm', ['view', spec, field], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()

const unpacked: Digest = async ({ platform, version, integrity }) => {
  const { env } = process
  const registry = createPackageRegistry({ env, processes: createProcesses(env), secrets: { add: () => undefined } })
  const address = await registry.address(nameOf(platform), undefined)
  if (address === undefined) throw new Error("npm's configuration names no registry")
  const directory = mkdtempSync(join(tmpdir(), 'release-'))
  try {
    const release = await registry.version(address, nameOf(platform), version)
    const executable = platform.startsWith('win32') ? 'claude.exe' : 'claude'
    const options = { directory, executable, digest: true }
    const { sha256 = '' } = await registry.unpack(address, { ...release, integrity }, options)
    return sha256
  } finally {
    rmSync(directory, { recursive: true })
  }
}

/** Documents that name the version; what they say of it, tests measure with the real Claude Code. */
export const NAMED_IN = [
  'README.md',
  'README.ja.md',
  'action.yml',
  'docs/MODELS.md',
  'docs/TROUBLESHOOTING.md',
  'examples/workflows/pull-request-review.yml',
]

if (import.meta.main) {
  const root = join(import.meta.dirname, '..')
  const file = await releaseFile(process.argv[2] ?? 'latest', npmView, unpacked)
  const [, version = ''] = /version: '(.*)'/.exec(file) ?? []
  writeFileSync(join(root, 'src/claude/release.ts'), file)
  for (const document of NAMED_IN) {
    const text = readFileSync(join(root, document), 'utf8')
    writeFileSync(join(root, document), text.replaceAll(RELEASE.version, version))
  }
}
