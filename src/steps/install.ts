import { askVersion, installClaude } from '../claude/install.ts'
import { Failure, shell } from '../errors.ts'
import type { InstallSettings, PluginSettings } from '../inputs/settings.ts'
import { parseJson, stringOf } from '../json.ts'
import type { World } from '../ports/world.ts'
import type { RunContext } from '../run-context.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import type { InstalledFacts } from '../transcript/types.ts'

/** Installs Claude Code, or finds the one that is there, and asks for its version before the agent runs, which might replace it. */
export function install(settings: InstallSettings, context: RunContext, world: World): Promise<InstalledFacts> {
  return world.log.group('Install Claude Code', async (log) => {
    const { toSave, ...claude } = await installClaude(settings, { ...world, log })
    context.saveState({ toSave: toSave?.key })
    const installed = { ...claude, version: claude.version ?? (await askVersion(claude.path, world)) }
    context.update({ claude: installed })
    return installed
  })
}

/** The plugins of a run, and how Claude Code is started for each. */
interface PluginInstallation {
  readonly plugins: PluginSettings
  /** Absolute path of Claude Code. */
  readonly executable: string
  /** Claude Code's own folder, where the plugins of the run are kept. */
  readonly directory: string
  readonly environment: Readonly<Record<string, string>>
  /** Opens a sandbox like the agent's: what a marketplace brings runs nowhere else. */
  readonly open: () => Promise<Sandbox>
  readonly stop: AbortSignal
  readonly redact: (text: string) => string
}

/**
 * Installs the plugins of the run into Claude Code's own folder, by Claude Code itself, each command in a sandbox of its own. It
 * works in that folder, so that the settings of a checkout have no say. Throws a Failure with Claude Code's words.
 */
export async function installPlugins(run: PluginInstallation, world: Pick<World, 'log' | 'clock'>): Promise<void> {
  const { marketplaces, plugins } = run.plugins
  if (plugins.length === 0) return
  await world.log.group('Install plugins', async (log) => {
    for (const source of marketplaces) {
      await runCommand(
        { args: ['plugin', 'marketplace', 'add', '--json', source], what: `add the marketplace ${source}` },
        run,
        world,
      )
      log.info(`Marketplace: ${source}`)
    }
    for (const plugin of plugins) {
      await runCommand(
        { args: ['plugin', 'install', '--json', plugin], what: `install the plugin ${plugin}` },
        run,
        world,
      )
      log.info(`Plugin: ${plugin}`)
    }
  })
}

/** Claude Code itself gives git two minutes (seen with 2.1.332). */
const LONGEST_MS = 180_000

async function runCommand(
  { args, what }: { readonly args: readonly string[]; readonly what: string },
  { executable, directory, environment, open, stop, redact }: PluginInstallation,
  { clock }: Pick<World, 'clock'>,
): Promise<void> {
  const sandbox = await open()
  const over = new AbortController()
  try {
    const child = sandbox.start({
      ...{ file: executable, args, cwd: directory, stdin: '' },
      env: { ...environment, GIT_TERMINAL_PROMPT: '0' },
    })
    const limit = clock
      .sleep(LONGEST_MS, AbortSignal.any([stop, over.signal]))
      .then(() => (over.signal.aborted ? undefined : child.killTree()))
    const [stdout, stderr, exit] = await Promise.all([textOf(child.stdout), textOf(child.stderr), child.ended])
    over.abort()
    await limit
    if (exit.code === 0) return
    const words = messageOf(stdout) ?? stderr.trim().split('\n').slice(-5).join('\n')
    throw new Failure('agent-failed', {
      message: `Claude Code could not ${what}: ${redact(words) || `exit code ${String(exit.code)}`}`,
      fix: [
        'If `allowed-domains` bounds the network of the agent, it must list the hosts of marketplaces and plugins.',
        'See whether the same works on your machine without credentials: a run has none for private repositories.',
        shell(`claude ${args.filter((arg) => arg !== '--json').join(' ')}`),
      ],
    })
  } finally {
    over.abort()
    await sandbox.close()
  }
}

async function textOf(stream: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

/** The words of the line that `--json` ends with. */
function messageOf(stdout: string): string | undefined {
  return stringOf(parseJson(stdout.trim().split('\n').at(-1) ?? ''), 'message')
}
