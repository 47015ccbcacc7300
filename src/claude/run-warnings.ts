import type { AgentRun } from './agent.ts'
import { describeExit } from './crash.ts'
import { describeServers, unavailable } from './mcp-servers.ts'
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

/** Whether two counts of the same calls are far apart: by more than a tenth, and more than a short answer. */
function disagree(calls: CallTotals | undefined, spent: { inputTokens: number; outputTokens: number }): boolean {
  const far = (a: number | undefined, b: number) =>
    a !== undefined && Math.abs(a - b) > Math.max(2_000, 0.1 * Math.max(a, b))
  return far(calls?.inputTokens, spent.inputTokens) || far(calls?.outputTokens, spent.outputTokens)
}
