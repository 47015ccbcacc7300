import { Failure, yaml, type Fix } from '../errors.ts'
import type { ExitFacts } from '../ports/machine.ts'
import { plural } from '../text.ts'
import type { AgentRun } from './agent.ts'
import type { McpServer } from './events.ts'
import { oneLine } from './one-line.ts'
import type { OutcomeContext } from './outcome.ts'
import type { SubagentCounts } from './statistics.ts'

/** The failure of a run whose program could not be started; `spawnError` is the system's own text. */
export function notStarted(spawnError: string): Failure {
  return new Failure('agent-crashed', {
    message: `Claude Code could not be started: ${spawnError}`,
    fix: spawnError.includes('E2BIG')
      ? 'The system limits the length of arguments (Linux: 128 KiB each): shorten append-system-prompt, or give json-schema, settings and mcp-config as smaller documents.'
      : 'Check that working-directory exists and that claude-code-path names an executable for this machine; without claude-code-path, Claude Code is installed.',
  })
}

/** The failure of a run without a `result` event, or with an exit code that contradicts it, by what it wrote to standard error. */
export function crashed({ exit, stderrTail }: Pick<AgentRun, 'exit' | 'stderrTail'>): Failure {
  const words = lastLines(stderrTail)
  if (/cannot be used with root\/sudo/i.test(stderrTail))
    return new Failure('root-not-allowed', {
      message: `This job runs as root, where Claude Code refuses permission-mode bypassPermissions.\n"${words}"`,
      fix: [
        'Allow what is needed by name instead:',
        yaml('permission-mode: dontAsk\nallowed-tools: |\n  Edit\n  Bash(npm test:*)'),
        'or run the job as another user, or, where the machine is thrown away after the job, set on this step:',
        yaml('env:\n  IS_SANDBOX: "1"\nwith:\n  environment: IS_SANDBOX'),
      ],
    })
  return new Failure('agent-crashed', {
    message: `Claude Code ended ${howEnded(exit)} without reporting how its work went.${words === '' ? '' : `\nIt wrote: "${words}"`}`,
    fix: crashFix(exit, stderrTail),
  })
}

/** How the program ended, and what it wrote last: `with exit code 1 ("hook failed")`. */
function describeExit({ exit, stderrTail }: Pick<AgentRun, 'exit' | 'stderrTail'>): string {
  const words = lastLines(stderrTail)
  return `${howEnded(exit)}${words === '' ? '' : ` ("${words}")`}`
}

const howEnded = ({ code, signal }: ExitFacts) =>
  signal === undefined ? `with exit code ${code ?? 'unknown'}` : `by the signal ${signal}`

function crashFix({ signal }: ExitFacts, stderrTail: string): Fix {
  if (/unknown option|error: option|argument missing/i.test(stderrTail))
    return 'Claude Code does not know one of its arguments: check claude-args against `claude --help` of this claude-code-version.'
  if (/^Error: .*(settings|mcp|json-schema)/im.test(stderrTail))
    return 'Correct the input that Claude Code names: settings, mcp-config or json-schema.'
  if (signal === 'SIGKILL')
    return 'Something else ended it, most often the system when memory ran out: use a larger runner, or let the agent run fewer things at once.'
  return 'Read the end of the transcript (transcript.jsonl holds what it wrote). If it happens again, pin another claude-code-version.'
}

/** The end of a text on one line, in at most 1000 characters. */
const lastLines = (text: string) =>
  text
    .trim()
    .slice(-1000)
    .split(/\s*\n\s*/)
    .slice(-10)
    .join(' / ')

/** MCP servers that a run is configured with: their names, and whether it must not go on without one of them. */
export interface ExpectedServers {
  readonly names: readonly string[]
  readonly required: boolean
  /** Those that cannot work where the agent runs, and a line on each. */
  readonly outOfReach?: readonly { readonly name: string; readonly why: string }[]
}

/**
 * Of the expected servers those that did not start, as the `init` event has it: one that is `pending` then has no tools in the first
 * call of the model, and one that is not listed was blocked by a policy.
 */
export function unavailable(expected: ExpectedServers, listed: readonly McpServer[] = []): readonly McpServer[] {
  return expected.names.flatMap((name) => {
    const server = listed.find((each) => each.name === name) ?? { name, status: 'not listed' }
    return server.status === 'connected' ? [] : [server]
  })
}

/** `github (failed), docs (pending)` */
const describeServers = (servers: readonly McpServer[]): string =>
  servers.map(({ name, status }) => `${name} (${status})`).join(', ')

/** The failure of a run that must not go on without expected servers; `elapsedMs` is how long they had to start. */
export function mcpServerFailed(expected: ExpectedServers, listed: readonly McpServer[], elapsedMs: number): Failure {
  const servers = unavailable(expected, listed)
  const meanings = new Set(servers.map(({ status }) => MEANINGS[status] ?? `Claude Code reports the status ${status}.`))
  return new Failure('mcp-server-failed', {
    message: `An MCP server of mcp-config did not start within ${Math.ceil(elapsedMs / 1000)} s: ${describeServers(servers)}.\n${[...meanings].join(' ')}`,
    fix: [
      ...(expected.outOfReach ?? [])
        .filter(({ name }) => servers.some((server) => server.name === name))
        .map(({ why }) => why),
      'Run the command of the server in a step before to see what it writes; variables it reads must be named in `environment`.',
      'Where it needs longer than 30 seconds, for example to download itself:',
      yaml('env:\n  MCP_TIMEOUT: "120000"\nwith:\n  environment: MCP_TIMEOUT'),
      'To let the agent work without it:',
      yaml('require-mcp-servers: "false"'),
    ],
  })
}

/** What Claude Code means by a status (2.1.330). */
const MEANINGS: Readonly<Record<string, string>> = {
  failed: 'It ended, could not be started or reached, or gave no valid answer.',
  pending: 'It was still starting.',
  'needs-auth': 'It asks for a sign-in, which nobody can do in a workflow: give it a token in `headers` or `env`.',
  'not listed': 'Claude Code left it out: a policy of the settings or the machine forbids it.',
}

/** What everybody should know of a run that does not change how it ended. */
export function warningsOf(run: AgentRun, context: OutcomeContext): string[] {
  const { statistics, exit, stopped, open } = run
  const { result } = statistics
  const { names, required } = context.mcpServers
  const warnings: string[] = []
  const failed = [
    ...(required || result === undefined ? [] : unavailable(context.mcpServers, statistics.mcpServers)),
    ...statistics.mcpServers.filter(({ name, status }) => status !== 'connected' && !names.includes(name)),
  ]
  if (failed.length > 0)
    warnings.push(`The agent worked without MCP servers that did not start: ${describeServers(failed)}.`)
  warnings.push(...subagentWarnings(statistics.subagents))
  const ended = open.length === 0 ? '' : ` With it ended: ${open.join('; ')}.`
  if (stopped === 'answered')
    warnings.push(`Claude Code had answered, but did not exit within a minute, so it was ended.${ended}`)
  if (stopped === undefined && result?.isError === false && run.complete && exit.code !== 0)
    warnings.push(`Claude Code reported its result and then ended ${describeExit(run)}; the result counts.`)
  const { inputTokens, outputTokens } = result?.usage ?? statistics.usage
  const { inputTokens: input, outputTokens: output } = context.calls ?? {}
  if (areFarApart(input, inputTokens) || areFarApart(output, outputTokens))
    warnings.push(
      `Claude Code counted ${inputTokens} input and ${outputTokens} output tokens, the gateway ${input ?? 0} and ${output ?? 0}: take its totals with care.`,
    )
  return warnings
}

const MOST_LISTED = 20

/** Claude Code ends well whatever became of its subagents. */
function subagentWarnings(subagents: SubagentCounts | undefined): string[] {
  if (subagents === undefined || subagents.failed.length === 0) return []
  const { started, failed } = subagents
  const lines = failed
    .slice(0, MOST_LISTED)
    .map(({ description, reason }) => `- ${oneLine(`${description}: ${reason || 'no reason given'}`)}`)
  const more = failed.length > lines.length ? [`- and ${failed.length - lines.length} more`] : []
  const what = `${failed.length} of ${plural(started, 'subagent')} failed, which Claude Code does not count as a failure of the run:`
  return [[what, ...lines, ...more].join('\n')]
}

/** Whether two counts of the same calls are far apart: by more than a tenth, and more than a short answer. */
const areFarApart = (a: number | undefined, b: number) =>
  a !== undefined && Math.abs(a - b) > Math.max(2_000, 0.1 * Math.max(a, b))
