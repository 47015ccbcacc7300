import { join } from 'node:path'

import { trackChanges } from '../checkout/changes.ts'
import { holdGitSettings } from '../checkout/git-settings.ts'
import { findRepositories } from '../checkout/repository.ts'
import type { World } from '../ports/world.ts'
import type { RunContext } from '../run-context.ts'
import { diffStatOf } from '../transcript/diff-stat.ts'
import { TRANSCRIPT_FILES } from '../transcript/types.ts'

/** The checkout as it was before the agent started. */
export interface TrackedCheckout {
  /**
   * Puts the settings of git back, then adds to the facts what the agent changed, and writes `changes.patch`. Call it when
   * nothing of the agent's runs any more. `isCancelled`: only seconds are left.
   */
  finish(isCancelled: boolean): Promise<void>
}

/** Where to look, absolute; `searchPath` is the `PATH` that git is found on. */
export interface CheckoutPlace {
  readonly workingDirectory: string
  readonly searchPath: string
}

/** Takes a snapshot of the workspace's repositories and of the settings of their git. Never rejects. */
export async function trackCheckout(
  { workingDirectory, searchPath }: CheckoutPlace,
  context: RunContext,
  world: World,
): Promise<TrackedCheckout> {
  const { files, workingFiles, runner, log } = world
  const workspace = (await files.realPath(runner.workspace)) ?? runner.workspace
  const settings = holdGitSettings(findRepositories(workspace, workingFiles), { workspace, files: workingFiles })
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
      const restored = settings.restore()
      context.update({ restoredGitSettings: restored })
      if (restored.length > 0)
        log.warning(context.redact(restored.join('\n')), 'The agent changed settings of git, which are undone')
      const { changedFiles, patch, notices } = await tracker.changes(
        isCancelled ? 1_500 : 120_000,
        context.secretFinder,
      )
      context.update({ changedFiles, diffStat: patch && diffStatOf(patch) })
      if (patch !== undefined) await files.write(join(context.place.transcript, TRANSCRIPT_FILES.patch), patch)
      for (const notice of notices) log.notice(context.redact(notice))
    },
  }
}
