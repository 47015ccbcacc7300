// Records a version of Claude Code as the one this release installs: `node scripts/releases.ts [version]`, latest without.
// It asks the registry of npm's own configuration.
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'

import { PLATFORMS, type Platform } from '../src/claude/platform.ts'

/** What npm tells of a package: the value of one field. */
export type View = (spec: string, field: string) => string

/** Text of `src/claude/release.ts` for a version or dist-tag; throws when a platform has no sha512. */
export function releaseFile(asked: string, view: View): string {
  const nameOf = (platform: Platform) => `@anthropic-ai/claude-code-${platform}`
  const version = view(`${nameOf(PLATFORMS[0])}@${asked}`, 'version')
  const lines = PLATFORMS.map((platform) => {
    const integrity = view(`${nameOf(platform)}@${version}`, 'dist.integrity')
    if (!/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity))
      throw new Error(`${platform} ${version}: no sha512, ${integrity}`)
    const line = `    '${platform}': '${integrity}',\n`
    return line.length > 121 ? line.replace(': ', ':\n      ') : line
  })
  return `import type { Platform } from './platform.ts'

/** The Claude Code this release is tested with: its version and the sha512 of each platform's npm tarball (\`npm view\`). */
export const RELEASE: Release = {
  version: '${version}',
  integrity: {
${lines.join('')}  },
}

/** A version of Claude Code, and subresource integrities (\`sha512-<base64>\`) of its npm tarballs. */
export interface Release {
  readonly version: string
  readonly integrity: Readonly<Record<Platform, string>>
}
`
}

const npmView: View = (spec, field) =>
  execFileSync('npm', ['view', spec, field], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()

if (import.meta.main) {
  const file = new URL('../src/claude/release.ts', import.meta.url)
  writeFileSync(file, releaseFile(process.argv[2] ?? 'latest', npmView))
}
