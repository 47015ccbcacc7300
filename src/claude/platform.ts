import { Failure, yaml } from '../errors.ts'
import type { Runner } from '../ports/github.ts'
import type { CachedTool } from '../ports/install.ts'
import { RELEASE } from './release.ts'

/** The platforms Claude Code is published for, one npm package each (seen on npm for 2.1.330). */
export const PLATFORMS = [
  'linux-x64',
  'linux-arm64',
  'linux-x64-musl',
  'linux-arm64-musl',
  'darwin-x64',
  'darwin-arm64',
  'win32-x64',
  'win32-arm64',
] as const

/** One of {@link PLATFORMS}. */
export type Platform = (typeof PLATFORMS)[number]

/** Claude Code for one platform: its npm package, the executable inside, and the name of the architecture in the tool cache. */
export type PlatformPackage = ReturnType<typeof platformPackage>

/** The package for this machine; throws `platform-unsupported` where there is none. */
export function platformPackage(machine: Pick<Runner, 'platform' | 'arch' | 'musl'>) {
  const arch = machine.platform === 'linux' && machine.musl ? `${machine.arch}-musl` : machine.arch
  const wanted = `${machine.platform}-${arch}`
  const platform = PLATFORMS.find((name) => name === wanted)
  if (platform === undefined)
    throw new Failure('platform-unsupported', {
      message: `Claude Code is not published for ${wanted}. It is for: ${PLATFORMS.join(', ')}.`,
      fix: [
        'Use a runner of one of these platforms, for example:',
        yaml('runs-on: ubuntu-latest'),
        'Or name an executable that is already there with `claude-code-path`.',
      ],
    })
  const executable = machine.platform === 'win32' ? 'claude.exe' : 'claude'
  return { platform, name: `@anthropic-ai/claude-code-${platform}`, executable, arch }
}

/** A version of Claude Code in the tool cache, with the digests that this project records for the version it was tested with. */
export function toolOf({ platform, arch, executable }: PlatformPackage, version: string): CachedTool {
  const { integrity, sha256 } = version === RELEASE.version ? RELEASE : {}
  const digests = { integrity: integrity?.[platform], sha256: sha256?.[platform] }
  return { name: 'claude-code', version, arch, executable, ...digests }
}
