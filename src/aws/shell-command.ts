import type { Environment, ExitFacts } from '../ports/machine.ts'
import type { World } from '../ports/world.ts'
import { linesOf } from '../lines.ts'
import { definedVariables, isRunnersOwn } from '../variable-names.ts'

/** The ports that a command of the user needs. */
export type ShellWorld = Pick<World, 'processes' | 'clock' | 'runner'>

interface ShellCommand {
  readonly line: string
  /** The action's environment; the runner's own variables do not reach the command. */
  readonly env: Environment
  readonly timeoutMs: number
  /** Called with each line of its output and errors. */
  readonly onLine?: (line: string) => void
}

/**
 * Runs a command in `RUNNER_TEMP`, which an agent in the sandbox does not write, through bash (Windows: pwsh) with an empty
 * standard input, and ends it with everything that it started when its time is over. Resolves with what it printed: `problem` says
 * in words why it failed, `lastErrors` quotes it. Never rejects.
 */
export async function runInShell(
  { line, env, timeoutMs, onLine }: ShellCommand,
  { processes, clock, runner }: ShellWorld,
): Promise<{ output: string; problem: string | undefined; lastErrors: string }> {
  const isWindows = runner.platform === 'win32'
  const file = isWindows ? 'pwsh' : 'bash'
  const args = isWindows ? ['-NoProfile', '-NonInteractive', '-Command', line] : ['-c', line]
  const child = processes.start({
    file,
    args,
    cwd: runner.temp,
    env: definedVariables(env, (name) => !isRunnersOwn(name)),
    stdin: '',
  })

  async function read(stream: AsyncIterable<Uint8Array>): Promise<readonly string[]> {
    const lines: string[] = []
    for await (const text of linesOf(stream)) {
      lines.push(text)
      onLine?.(text)
    }
    return lines
  }

  const over = new AbortController()
  async function limit(): Promise<boolean> {
    await clock.sleep(timeoutMs, over.signal)
    if (over.signal.aborted) return false
    await child.killTree()
    return true
  }

  const [exit, isLate, output, errors] = await Promise.all([
    child.ended.finally(() => over.abort()),
    limit(),
    read(child.stdout),
    read(child.stderr),
  ])
  return {
    output: output.join('\n'),
    problem: isLate ? `did not end within ${timeoutMs / 1_000} seconds` : problemOf(exit, file),
    lastErrors: errors.slice(-10).join('\n').slice(-2_000),
  }
}

function problemOf({ code, signal, spawnError }: ExitFacts, shell: string): string | undefined {
  if (spawnError !== undefined) return `could not be started, since ${shell} could not: ${spawnError}`
  if (code === 0) return undefined
  return code === undefined ? `was ended by ${signal ?? 'a signal'}` : `ended with exit code ${code}`
}
