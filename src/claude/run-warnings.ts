import { plural } from '../text.ts'
import type { AgentRun } from './agent.ts'
import { describeExit } from './crash.ts'
import { describeServers, unavailable } from './mcp-servers.ts'
import { oneLine } from './one-line.ts'
import type { SubagentCounts } from './statistics.ts'
import type { OutcomeContext } from './outcome.ts'

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
