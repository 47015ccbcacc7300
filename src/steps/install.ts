import { askVersion, installClaude } from '../claude/install.ts'
import type { InstallSettings } from '../inputs/settings.ts'
import type { World } from '../ports/world.ts'
import type { RunContext } from '../run-context.ts'
import type { InstalledFacts } from '../transcript/types.ts'

/** Installs Claude Code, or finds the one that is there, and asks for its version before the agent runs, which might replace it. */
export function install(settings: InstallSettings, context: RunContext, world: World): Promise<InstalledFacts> {
  return world.log.group('Install Claude Code', async (log) => {
    const asked = settings.path === undefined ? undefined : askVersion(settings.path, world)
    asked?.catch(() => undefined)
    // Where it cannot be started, why not says more than what came of it.
    const { toSave, ...claude } = await installClaude(settings, { ...world, log })
    context.saveState({ toSave: toSave?.key })
    const installed = { ...claude, version: claude.version ?? (await asked) }
    context.update({ claude: installed })
    return installed
  })
}
