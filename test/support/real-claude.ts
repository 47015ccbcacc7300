import { mkdir, open, readFile, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

import { installClaude, type InstallWorld } from '../../src/claude/install.ts'
import { RELEASE } from '../../src/claude/release.ts'
import type { Environment } from '../../src/ports/machine.ts'
import { createActionsCache } from '../../src/world/actions-cache.ts'
import { createClock } from '../../src/world/clock.ts'
import { createFiles } from '../../src/world/files.ts'
import { createProcesses } from '../../src/world/processes.ts'
import { createPackageRegistry } from '../../src/world/registry.ts'
import { readRunner } from '../../src/world/runner.ts'
import { createToolCache } from '../../src/world/tool-cache.ts'

/** The real Claude Code, and the tool cache it stands in (a value for `RUNNER_TOOL_CACHE`). */
export interface RealClaude {
  readonly path: string
  readonly version: string
  readonly toolCache: string
}

const TOOL_CACHE = fileURLToPath(new URL('../../node_modules/.cache/claude-code-bedrock/', import.meta.url))

/**
 * The Claude Code this release is tested with, installed by the action's own code from the registry of npm's own
 * configuration; once for all tests and runs. Several processes may ask at the same time.
 */
export function realClaude(): Promise<RealClaude> {
  return (installed ??= install())
}

let installed: Promise<RealClaude> | undefined

async function install(): Promise<RealClaude> {
  const release = await takeLock(join(TOOL_CACHE, 'install.lock'))
  try {
    const { world } = installWorld(TOOL_CACHE, process.env)
    const settings = { version: undefined, path: undefined, registryUrl: undefined, cache: true }
    const { path } = await installClaude(settings, world)
    return { path, version: RELEASE.version, toolCache: TOOL_CACHE }
  } finally {
    await release()
  }
}

/** The real adapters over a tool cache, with a log and secrets that can be read. */
export function installWorld(toolCache: string, env: Environment) {
  process.env.RUNNER_TOOL_CACHE = toolCache
  const lines: string[] = []
  const secrets: string[] = []
  const clock = createClock()
  const processes = createProcesses(env)
  const say = (line: string) => void lines.push(line)
  const log: InstallWorld['log'] = {
    ...{ info: say, debug: say, notice: say, warning: say, error: say },
    group: (_, task) => task(log),
  }
  const world: InstallWorld = {
    ...{ log, clock, processes, files: createFiles(), runner: readRunner(env) },
    registry: createPackageRegistry({ env, processes, secrets: { add: (secret) => void secrets.push(secret) } }),
    toolCache: createToolCache({ directory: toolCache, temp: toolCache, clock }),
    actionsCache: createActionsCache({ env, processes }),
  }
  return { world, lines, secrets }
}

/** Only spares the others the download: the tool cache itself bears two at once, so a lock lost in a race does no harm. */
async function takeLock(path: string): Promise<() => Promise<void>> {
  await mkdir(dirname(path), { recursive: true })
  for (;;) {
    try {
      const lock = await open(path, 'wx')
      await lock.writeFile(String(process.pid))
      await lock.close()
      return () => rm(path, { force: true })
    } catch {
      const owner = Number(await readFile(path, 'utf8').catch(() => ''))
      const age = await stat(path)
        .then(({ mtimeMs }) => Date.now() - mtimeMs)
        .catch(() => 0)
      if (age > 5 * 60_000 || (owner > 0 && !isAlive(owner))) await rm(path, { force: true })
      else await delay(50)
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
