import { join } from 'node:path'

import { trackChanges } from '../checkout/changes.ts'
import { heldGitSettings, holdGitSettings, type GitSettings } from '../checkout/git-settings.ts'
import type { World } from '../ports/world.ts'
import { readSealed, type RunContext } from '../run-context.ts'
import { placeOf, type RunPlace } from '../run-state.ts'
import { TRANSCRIPT_FILES, type DiffStat } from '../transcript/types.ts'

/** The checkout as it was before the agent started. */
interface TrackedCheckout {
  /**
   * Puts the settings of git back, then adds to the facts what the agent changed, and writes `changes.patch`. Call it when
   * nothing of the agent's runs any more. `isCancelled`: only seconds are left. Never rejects.
   */
  finish(isCancelled: boolean): Promise<void>
}

/** Where to look, absolute; `searchPath` is the `PATH` that git is found on. */
interface CheckoutPlace {
  readonly workingDirectory: string
  readonly searchPath: string
}

/** Takes a snapshot of the workspace's repositories and of the settings of their git. Never rejects. */
export async function trackCheckout(
  { workingDirectory, searchPath }: CheckoutPlace,
  context: RunContext,
  world: World,
): Promise<TrackedCheckout> {
  const { files, workingFiles, log } = world
  const workspace = await realWorkspace(world)
  const settings = holdGitSettings({ workspace, files: workingFiles, own: context.place.own })
  await context.saveSealed(GIT_SETTINGS_FILE, settings.text)
  const tracker = await trackChanges(
    {
      workspace,
      workingDirectory: (await files.realPath(workingDirectory)) ?? workingDirectory,
      directory: context.place.own,
      executable: await world.git.locate(searchPath),
    },
    world,
  )
  return {
    async finish(isCancelled) {
      context.update({ restoredGitSettings: await restore(settings, context.place, world) })
      const { changedFiles, patch, notices, warnings } = await tracker.changes(
        isCancelled ? 1_500 : 120_000,
        context.secretFinder,
      )
      context.update({ changedFiles, diffStat: patch && diffStatOf(patch) })
      const path = join(context.place.transcript, TRANSCRIPT_FILES.patch)
      if (patch !== undefined)
        await files
          .write(path, patch)
          .catch((error: unknown) => log.warning(`There is no changes.patch: ${String(error)}`))
      for (const notice of notices) log.notice(context.redact(notice))
      for (const warning of warnings) log.warning(context.redact(warning))
    },
  }
}

/** In post: puts the settings of git back where main was killed, and returns a line for each. Nothing of the agent's runs any more. */
export async function restoreGitSettings(id: string, world: World): Promise<readonly string[]> {
  const text = await readSealed(id, GIT_SETTINGS_FILE, world)
  const { own } = placeOf(id, world.runner)
  const place = { workspace: await realWorkspace(world), files: world.workingFiles, own }
  const settings = text === undefined ? undefined : heldGitSettings(text, place)
  return settings === undefined ? [] : restore(settings, placeOf(id, world.runner), world)
}

/** They may hold a token of `actions/checkout`: the file goes as soon as it is not needed. */
const GIT_SETTINGS_FILE = 'git-settings.json'

async function restore(settings: GitSettings, { own }: RunPlace, { files, log }: World): Promise<readonly string[]> {
  const restored = settings.restore()
  await files.remove(join(own, GIT_SETTINGS_FILE)).catch(() => undefined)
  if (restored.length > 0) log.warning(restored.join('\n'), 'The agent changed settings of git, which are undone')
  return restored
}

const realWorkspace = async ({ files, runner }: World) => (await files.realPath(runner.workspace)) ?? runner.workspace

/**
 * Lines added and taken away by a patch of `git diff`, by path from the repository's root. Files without lines (binary ones) and those
 * whose names git quotes are left out.
 */
export function diffStatOf(patch: Uint8Array): DiffStat {
  const stat = new Map<string, { added: number; removed: number }>()
  let path: string | undefined
  let isInHunk = false
  for (const line of new TextDecoder().decode(patch).split('\n')) {
    if (line.startsWith('diff --git ')) {
      path = undefined
      isInHunk = false
    } else if (!isInHunk && (line.startsWith('--- a/') || line.startsWith('+++ b/')))
      path = line.slice(6).replace(/\t$/, '')
    else if (line.startsWith('@@')) isInHunk = true
    if (!isInHunk || path === undefined || !/^[+-]/.test(line)) continue
    const counts = stat.get(path) ?? { added: 0, removed: 0 }
    if (line.startsWith('+')) counts.added++
    else counts.removed++
    stat.set(path, counts)
  }
  return Object.fromEntries(stat)
}
