import type { AgentRun } from './agent.ts'
import { describeExit } from './crash.ts'
import { describeServers, unavailable } from './mcp-servers.ts'
import { counted, oneLine } from './one-line.ts'
import type { SubagentCounts } from './statistics.ts'
import type { CallTotals, OutcomeContext } from './outcome.ts'

/** What everybody should know of a run that does not change how it ended. */
export function warningsOf(run: AgentRun, context: OutcomeContext): string[] {
  const { statistics, exit, stopped, open } = run
  const { result, usage } = statistics
  const { names, required } = context.mcpServers
  const succeeded = result !== undefined && !result.isError
  const failed = [
    ...(required || result === undefined ? [] : unavailable(context.mcpServers, statistics.mcpServers)),
    ...statistics.mcpServers.filter(({ name, status }) => status !== 'connected' && !names.includes(name)),
  ]
  const ended = open.length === 0 ? '' : ` With it ended: ${open.join('; ')}.`
  const spent = result?.usage ?? usage
  return [
    ...(failed.length === 0
      ? []
      : [`The agent worked without MCP servers that did not start: ${describeServers(failed)}.`]),
    ...subagentWarnings(statistics.subagents),
    ...(stopped === 'answered'
      ? [`Claude Code had answered, but did not exit within a minute, so it was ended.${ended}`]
      : []),
    ...(stopped === undefined && succeeded && run.complete && exit.code !== 0
      ? [`Claude Code reported its result and then ended ${describeExit(run)}; the result counts.`]
      : []),
    ...(disagree(context.calls, spent)
      ? [
          `Claude Code counted ${spent.inputTokens} input and ${spent.outputTokens} output tokens, the gateway ${context.calls?.inputTokens ?? 0} and ${context.calls?.outputTokens ?? 0}: take its totals with care.`,
        ]
      : []),
  ]
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
  const what = `${failed.length} of ${counted(started, 'subagent')} failed, which Claude Code does not count as a failure of the run:`
  return [[what, ...lines, ...more].join('\n')]
}

/** Whether two counts of the same calls are far apart: by more than a tenth, and more than a short answer. */
function disagree(calls: CallTotals | undefined, spent: { inputTokens: number; outputTokens: number }): boolean {
  const far = (a: number | undefined, b: number) =>
    a !== undefined && Math.abs(a - b) > Math.max(2_000, 0.1 * Math.max(a, b))
  return far(calls?.inputTokens, spent.inputTokens) || far(calls?.outputTokens, spent.outputTokens)
}
