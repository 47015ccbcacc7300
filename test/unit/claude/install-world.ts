// A world of values to install in.
import type { InstallWorld } from '../../../src/claude/install.ts'
import { RELEASE } from '../../../src/claude/release.ts'
import { ServiceError } from '../../../src/errors.ts'
import type { InstallSettings } from '../../../src/inputs/settings.ts'
import type {
  ActionsCache,
  CachedTool,
  PackageRegistry,
  PackageVersion,
  ToolCache,
} from '../../../src/ports/install.ts'

export const name = '@anthropic-ai/claude-code-linux-x64'
export const published: PackageVersion = {
  name,
  version: '9.9.9',
  tarball: 'http://r/t.tgz',
  integrity: 'sha512-published',
}
export const defaults: InstallSettings = { version: undefined, path: undefined, registryUrl: undefined, cache: true }

/** What the executable's sha256 is said to be. */
export const DIGEST = 'd1'.repeat(32)

const RUNNER = { platform: 'linux', arch: 'x64', musl: false, fromFork: false, runId: '7', runAttempt: '1' }

/** A file that may be executed, with nothing in it. */
const PROGRAM_THERE: InstallWorld['files'] = {
  kind: () => Promise.resolve('file'),
  execution: () => Promise.resolve('allowed'),
  async *chunks() {},
}

/** A fact of the registry. */
export const fault = (facts: Partial<ServiceError>) =>
  new ServiceError({
    service: 'npm registry',
    operation: 'GET',
    name: 'HttpError',
    message: 'GET http://r: no',
    ...facts,
  })

interface Scene {
  readonly registry?: Partial<PackageRegistry>
  readonly find?: ToolCache['find']
  readonly actionsCache?: Partial<ActionsCache>
  readonly runner?: Partial<InstallWorld['runner']>
  readonly capture?: InstallWorld['processes']['capture']
}

/** A world in which everything goes well by default; `calls` and `log` say what happened. */
export function world({ registry = {}, find, actionsCache = {}, runner = {}, capture }: Scene = {}) {
  const calls: string[] = []
  const log: string[] = []
  const sought: CachedTool[] = []
  let now = 0
  const say = (line: string) => void log.push(line)
  const refuse = () => {
    throw new Error('not asked for')
  }
  const fake: InstallWorld = {
    log: { ...{ info: say, debug: say, notice: say, warning: say, error: say }, group: (_, task) => task(fake.log) },
    clock: { now: () => now, sleep: (ms) => Promise.resolve(void calls.push(`sleep ${ms}`)) },
    runner: { ...RUNNER, ...runner } as InstallWorld['runner'],
    files: PROGRAM_THERE,
    processes: { start: refuse, killMarked: refuse, capture: capture ?? refuse },
    registry: {
      address: () => Promise.resolve({ url: 'http://r' }),
      version: (_, __, version) => {
        calls.push(`version ${version}`)
        return Promise.resolve(version === 'latest' ? published : { ...published, version })
      },
      versions: () => {
        calls.push('versions')
        return Promise.resolve(['2.1.1', '2.1.9', '2.1.10', '2.1.11', '2.2.0', '2.10.0', '1.0.0'])
      },
      unpack: (_, release, { onProgress, digest }) => {
        calls.push(`unpack ${release.tarball} ${release.integrity}`)
        for (const bytes of [50e6, 100e6, 175e6]) {
          now += 4_000
          onProgress?.({ bytes, totalBytes: 175e6 })
        }
        return Promise.resolve({ bytes: 175e6, sha256: digest ? DIGEST : undefined })
      },
      ...registry,
    },
    toolCache: {
      find: (tool) => {
        sought.push(tool)
        return find?.(tool) ?? Promise.resolve(undefined)
      },
      add: async (tool, fill) => {
        calls.push(`add ${await fill('/draft')}`)
        return `/cache/${tool.version}/${tool.arch}`
      },
      addForJob: async (tool, fill) => {
        calls.push(`add for job ${await fill('/draft')}`)
        return `/temp/${tool.version}`
      },
    },
    actionsCache: {
      access: () => Promise.resolve('none'),
      find: (keys) => {
        calls.push(`find ${keys.join(' ')}`)
        return Promise.resolve(undefined)
      },
      restore: (key, { directory }) => {
        calls.push(`restore ${key} ${directory}`)
        return Promise.resolve(DIGEST)
      },
      save: refuse,
      ...actionsCache,
    },
  }
  return { fake, calls, log, sought }
}

/** Fails `times` times with `error`, then goes well. */
export function failing(times: number, error: ServiceError): PackageRegistry['unpack'] {
  return () => (times-- > 0 ? Promise.reject(error) : Promise.resolve({ bytes: 1, sha256: DIGEST }))
}

export const convention = `http://r/${name}/-/claude-code-linux-x64-${RELEASE.version}.tgz`
export const missing = fault({ status: 404, message: 'GET http://r: 404 Not Found' })
