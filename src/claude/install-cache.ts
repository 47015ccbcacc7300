import { join } from 'node:path'

import { ServiceError } from '../errors.ts'
import type { CachedTool } from '../ports/install.ts'
import type { World } from '../ports/world.ts'
import { platformPackage, toolOf } from './platform.ts'

type CacheWorld = Pick<World, 'actionsCache' | 'toolCache' | 'runner' | 'log'>

/** The key of an executable with this sha256. */
export type KeyFor = (sha256: string) => string

/**
 * Puts a tool from the repository's Actions cache into the tool cache, if its executable has the sha256 that this project records for
 * the version, or else the one in the entry's key, which proves it undamaged, but not who saved it. Resolves with its directory, or with
 * the key to save it under later, if this job may. An error is a warning: the registry has the package too.
 */
export async function fromActionsCache(
  tool: CachedTool,
  platform: string,
  world: CacheWorld,
): Promise<{ directory?: string; keyFor?: KeyFor | undefined }> {
  const { actionsCache, toolCache, runner, log } = world
  const { version, executable: file } = tool
  // No version's key begins with that of another, and no platform's either.
  const prefix = `${tool.name}-${platform}-${version}-sha256-`
  let keyFor: KeyFor | undefined
  try {
    const access = await actionsCache.access()
    if (access === 'none') return {}
    const maySave = access === 'write' && !runner.fromFork
    // An entry cannot be written again: what replaces a refused one has a longer key, and that is asked for first.
    const keys = tool.sha256 === undefined ? [prefix] : [`${prefix}${tool.sha256}.`, `${prefix}${tool.sha256}`]
    const key = await actionsCache.find(keys, file)
    if (maySave) keyFor = (sha256) => `${prefix}${sha256}`
    // The service gives the key of another tool too, where it only begins like this one.
    const rest = key?.startsWith(prefix) === true ? key.slice(prefix.length) : ''
    const sha256 = /^([0-9a-f]{64})(\.[\w-]+)?$/.exec(rest)?.[1]
    if (key === undefined || sha256 === undefined || sha256 !== (tool.sha256 ?? sha256)) return { keyFor }
    if (maySave) keyFor = (digest) => `${prefix}${digest}.${runner.runId}-${runner.runAttempt}`
    const directory = await toolCache.add({ ...tool, sha256 }, async (draft) => {
      const actual = await actionsCache.restore(key, { directory: draft, file })
      if (actual === sha256) return actual
      const message = `the sha256 of ${file} in ${key} is ${actual}, expected is ${sha256}`
      throw new ServiceError({ service: 'Actions cache', operation: 'restore', name: 'IntegrityMismatch', message })
    })
    log.info(`Claude Code ${version} from the Actions cache: ${key}, sha256 checked`)
    return { directory }
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error
    log.warning(
      `Claude Code ${version} comes from the registry, not from the Actions cache. ${error.service}: ${error.message}.`,
    )
    return { keyFor }
  }
}

/** Saves what main installed for later jobs: only the key is from main, file and digest are the tool cache's. What fails is a warning. */
export async function saveClaude(key: string, world: CacheWorld): Promise<void> {
  const { actionsCache, toolCache, runner, log } = world
  const target = platformPackage(runner)
  const prefix = `claude-code-${target.platform}-`
  const rest = key.startsWith(prefix) ? key.slice(prefix.length) : ''
  const [, version = '', sha256 = '', suffix = ''] = /^(\d[\w.+-]*)-sha256-([0-9a-f]{64})(.*)$/.exec(rest) ?? []
  const tool = toolOf(target, version)
  const refuse = (reason: string) => log.warning(`Claude Code was not saved in the Actions cache. ${reason}.`)
  const isOurs = ['', `.${runner.runId}-${runner.runAttempt}`].includes(suffix) && sha256 === (tool.sha256 ?? sha256)
  if (version === '' || !isOurs) {
    refuse(`${key} is not the key of what this run can have installed`)
    return
  }
  try {
    const found = await toolCache.find(tool)
    if (found === undefined || 'refused' in found) {
      refuse(found?.refused ?? `Version ${version} is not in the tool cache`)
      return
    }
    const path = join(found.directory, tool.executable)
    // Jobs of a matrix miss it together; and when the client fails, all that main sees is that nothing was found.
    if ((await actionsCache.find([key], tool.executable)) === key) return
    if (await actionsCache.save({ key, path, sha256 })) log.info(`Saved in the Actions cache: ${key}`)
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error
    refuse(error.message)
  }
}
