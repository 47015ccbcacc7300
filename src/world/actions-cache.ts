import { chmod, lstat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

import { ServiceError } from '../errors.ts'
import { numberOf, parseJson, stringOf } from '../json.ts'
import type { ActionsCache } from '../ports/install.ts'
import type { Environment, Processes } from '../ports/machine.ts'
import { messageOf } from './attempt.ts'
import { readable, sha256Of } from './files.ts'
import { prepareConnection } from './http.ts'

interface ActionsCacheWorld {
  /** That of the process: the client reads it, and hands it on to tar. */
  readonly env: Record<string, string | undefined>
  readonly processes: Pick<Processes, 'capture'>
  /** How long a question, a restore and a save may take, in milliseconds. */
  readonly timeouts?: { readonly findMs: number; readonly restoreMs: number; readonly saveMs: number }
}

/**
 * The Actions cache through `@actions/cache`, which prints some lines for each call, and its own problems as warnings. It asks
 * a service that hangs for half a minute and more, so each call is bounded here: 8 s, 90 s and 3 min unless given.
 *
 * It unpacks with `tar -P`, by which an entry may write anywhere. GNU tar is therefore made, by the variable it reads its
 * first options from, to write every member of whatever name to the one path that is wanted; without GNU tar (Alpine, Windows)
 * there is no Actions cache. What came is no more than a file with a sha256 after that.
 * An entry holds the executable, not the package it came in (docs/decisions.md).
 */
export function createActionsCache(world: ActionsCacheWorld): ActionsCache {
  const { env } = world
  const timeouts = world.timeouts ?? { findMs: 8_000, restoreMs: 90_000, saveMs: 180_000 }

  return {
    async access() {
      const access = cacheAccess(env)
      // The client names its paths to tar without quotes.
      const named = [env.GITHUB_WORKSPACE, env.RUNNER_TEMP].every((path) => !/\s/.test(path ?? ''))
      return access !== 'none' && named && (await hasGnuTar(world.processes)) ? access : 'none'
    },

    find: ([key = '', ...others], file) =>
      bounded('find', timeouts.findMs, async () => {
        await prepareConnection(env.ACTIONS_RESULTS_URL || env.ACTIONS_CACHE_URL || '', env)
        const { restoreCache } = await import('@actions/cache')
        return restoreCache([file], key, others, { lookupOnly: true })
      }),

    async restore(key, { directory, file }) {
      const path = join(directory, file)
      const before = env.TAR_OPTIONS
      env.TAR_OPTIONS = everythingTo(path)
      const restoring = import('@actions/cache').then(({ restoreCache }) =>
        restoreCache([file], key, [], { segmentTimeoutInMs: timeouts.restoreMs }),
      )
      const restored = restoring.finally(() => {
        if (before === undefined) delete env.TAR_OPTIONS
        else env.TAR_OPTIONS = before
      })
      try {
        const matched = await bounded('restore', timeouts.restoreMs, () => restored)
        if (matched !== key) throw cacheError('restore', 'NotRestored', `${key} could not be restored`)
      } catch (error) {
        // The client goes on by itself: what it comes to unpack late is nothing.
        if (env.TAR_OPTIONS !== before) env.TAR_OPTIONS = '--exclude=*'
        throw error
      }
      const found = await lstat(path).catch(() => undefined)
      if (found?.isFile() !== true || found.nlink !== 1)
        throw cacheError('restore', 'NotRestored', `${key} holds no file ${file}`)
      await chmod(path, 0o644)
      return sha256Of(path)
    },

    async save({ key, path, sha256 }) {
      const actual = await sha256Of(readable(path)).catch((cause: unknown) => {
        throw cacheError('save', stringOf(cause, 'code') ?? 'Error', messageOf(cause))
      })
      const changed = `${path} has changed since: its sha256 is ${actual}, it was ${sha256}`
      if (actual !== sha256) throw cacheError('save', 'IntegrityMismatch', changed)
      const here = process.cwd()
      // Part of what an entry is found by are the paths as they were given; so this one is the same on every machine.
      process.chdir(dirname(path))
      try {
        const id = await bounded('save', timeouts.saveMs, async () => {
          const { saveCache } = await import('@actions/cache')
          return saveCache([basename(path)], key)
        })
        return id !== -1
      } finally {
        process.chdir(here)
      }
    },
  }
}

/** Where the client looks for it, except on Windows, where Git brings a GNU tar that has not been tried here. */
async function hasGnuTar(processes: Pick<Processes, 'capture'>): Promise<boolean> {
  if (process.platform === 'win32') return false
  const tar = process.platform === 'darwin' ? 'gtar' : 'tar'
  const { stdout } = await processes.capture(tar, ['--version'], { timeoutMs: 5_000 })
  return stdout.includes('GNU tar')
}

/**
 * Options of GNU tar that make every member the file at `path`, the archive's owner and modes aside. Escaped twice: for sed's
 * replacement, and for the splitting of the variable into words.
 */
function everythingTo(path: string): string {
  const transform = `--transform=s,.*,${path.replace(/[\\,&]/g, '\\$&')},`
  return `--no-same-owner --no-same-permissions ${transform.replace(/[^\w/.=,*:@+-]/g, '\\$&')}`
}

async function bounded<T>(operation: string, ms: number, task: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(cacheError(operation, 'Timeout', `no answer within ${ms / 1_000} s`)), ms)
  })
  try {
    return await Promise.race([task(), late])
  } catch (cause) {
    if (cause instanceof ServiceError) throw cause
    throw cacheError(operation, stringOf(cause, 'name') ?? 'Error', messageOf(cause))
  } finally {
    clearTimeout(timer)
  }
}

function cacheError(operation: string, name: string, message: string): ServiceError {
  return new ServiceError({ service: 'Actions cache', operation, name, message })
}

/**
 * What the runner and the job's token allow with the Actions cache. GitHub gives runs that strangers can start a token that
 * may only read; the token's claim `ac` lists its scopes with their permissions (1 read, 2 write), and `ACTIONS_CACHE_MODE`
 * says the same where a workflow narrows it (`@actions/cache` 6.3.0). A token that cannot be read leaves it to the service.
 */
function cacheAccess(env: Environment): 'none' | 'read' | 'write' {
  const { ACTIONS_RUNTIME_TOKEN: token, ACTIONS_RESULTS_URL, ACTIONS_CACHE_URL } = env
  if (!token || !(ACTIONS_RESULTS_URL || ACTIONS_CACHE_URL)) return 'none'
  const mode = env.ACTIONS_CACHE_MODE?.trim().toLowerCase()
  // What can only be written is of no use here.
  if (mode === 'none' || mode === 'write-only') return 'none'
  const claims = parseJson(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'))
  const scopes = parseJson(stringOf(claims, 'ac') ?? '')
  const mayWrite = !Array.isArray(scopes) || scopes.some((scope) => ((numberOf(scope, 'Permission') ?? 0) & 2) !== 0)
  return mode !== 'read' && mayWrite ? 'write' : 'read'
}
