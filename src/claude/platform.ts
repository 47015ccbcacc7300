import { Failure, yaml, type Fix } from '../errors.ts'
import type { Runner } from '../ports/github.ts'
import type { CachedTool } from '../ports/install.ts'
import type { World } from '../ports/world.ts'
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

/** What of the world it takes to look at a program. */
export type ExecutableWorld = Pick<World, 'runner'> & {
  readonly files: Pick<World['files'], 'chunks' | 'execution' | 'kind'>
}

/** Throws, with the reason, where the system would not start the program: its crash would name something else. `from` is its source. */
export async function checkExecutable(
  path: string,
  from: 'claude-code-path' | 'tool cache',
  { files, runner }: ExecutableWorld,
): Promise<void> {
  const refuse = (problem: string, fix: Fix = WHERE_IT_IS): never => {
    const code = from === 'tool cache' ? 'platform-unsupported' : 'input-invalid'
    throw new Failure(code, { message: `${from}: ${path} cannot be started: ${problem}`, fix })
  }
  const kind = await files.kind(path)
  if (kind !== 'file') return refuse(kind === undefined ? 'there is no such file.' : 'it is a folder.')
  const execution = await files.execution(path)
  if (execution === 'no-x-bit')
    return refuse(
      'its mode does not allow anybody to execute it.',
      'Make it executable in a step before: `chmod +x` it.',
    )
  if (execution === 'refused')
    return refuse(
      'the system refuses to execute it, though its mode allows it: its file system is mounted `noexec`, or this user has no permission.',
      from === 'tool cache'
        ? ELSEWHERE
        : 'Copy it to a file system that is not mounted `noexec`, or let the user of the runner execute it.',
    )
  const header = await headerOf(path, files)
  const built = builtFor(header)
  const here = `${runner.platform}-${runner.arch}`
  if (built !== undefined && !built.includes(here))
    return refuse(`it is a program for ${built[0] ?? 'another machine'}, and this machine is ${here}.`)
  const loader = loaderOf(header)
  if (loader !== undefined && (await files.kind(loader)) === undefined)
    return refuse(`it needs ${loader}, which this machine does not have: it is built for another C library.`)
}

const WHERE_IT_IS: Fix =
  'Give the absolute path of a Claude Code that is built for this machine, or leave `claude-code-path` out to have it installed.'

const ELSEWHERE: Fix = [
  'Set RUNNER_TOOL_CACHE, for the runner, to a directory of a file system that is not mounted `noexec`. Or keep it out of the tool cache:',
  yaml('cache: "false"'),
]

/** Enough for the header of a program and the table behind it. */
const HEADER_BYTES = 4096

async function headerOf(path: string, files: ExecutableWorld['files']): Promise<DataView> {
  for await (const chunk of files.chunks(path))
    return new DataView(chunk.buffer, chunk.byteOffset, Math.min(chunk.byteLength, HEADER_BYTES))
  return new DataView(new ArrayBuffer(0))
}

const ELF = 0x7f454c46

/** Processors by their number in an ELF header (https://refspecs.linuxfoundation.org/elf/gabi4+/ch4.eheader.html). */
const PROCESSORS: Readonly<Record<number, string>> = { 3: 'ia32', 40: 'arm', 62: 'x64', 183: 'arm64', 243: 'riscv64' }

/** The systems that a program is for, by its first bytes; undefined for a script, or what is not known. */
function builtFor(header: DataView): readonly string[] | undefined {
  if (header.byteLength < 20) return undefined
  const magic = header.getUint32(0)
  if (magic === ELF) {
    const isLittleEndian = header.getUint8(5) === 1
    const processor = header.getUint16(18, isLittleEndian)
    return [`linux-${PROCESSORS[processor] ?? `processor ${processor}`}`]
  }
  // Macs with Apple's processors run both.
  if (magic === 0xcffaedfe || magic === 0xcafebabe) return ['darwin-arm64', 'darwin-x64']
  if (magic >>> 16 === 0x4d5a) return ['win32-x64', 'win32-arm64']
  return undefined
}

/** The program that loads a 64-bit ELF program's libraries, such as `/lib/ld-musl-x86_64.so.1`; undefined where none does. */
function loaderOf(header: DataView): string | undefined {
  const is64Bit = header.byteLength >= 64 && header.getUint32(0) === ELF && header.getUint8(4) === 2
  if (!is64Bit || header.getUint8(5) !== 1) return undefined
  const table = Number(header.getBigUint64(32, true))
  const [size, count] = [header.getUint16(54, true), header.getUint16(56, true)]
  for (let entry = table; entry < table + size * count && entry + 40 <= header.byteLength; entry += size) {
    if (header.getUint32(entry, true) !== PT_INTERP) continue
    const start = Number(header.getBigUint64(entry + 8, true))
    const end = start + Number(header.getBigUint64(entry + 32, true))
    if (end > header.byteLength) return undefined
    const name = new Uint8Array(header.buffer, header.byteOffset + start, end - start - 1)
    return new TextDecoder().decode(name)
  }
  return undefined
}

const PT_INTERP = 3
