import type { RawBedrockError } from '../bedrock/errors/bedrock-error.ts'
import type { BedrockCall } from '../bedrock/types.ts'
import { Failure, yaml, type Fix } from '../errors.ts'
import type { AgentSettings, BedrockSettings, QuotaSettings } from '../inputs/settings.ts'
import { plural } from '../text.ts'
import type { PermissionDenial } from '../transcript/types.ts'
import type { AgentRun } from './agent.ts'
import { explainDenial, type DenyRule } from './denials.ts'
import type { ResultEvent } from './events.ts'
import { toolInputLine } from './one-line.ts'
import { allowingYaml, denialReason } from './permission-rule.ts'
import { crashed, notStarted, mcpServerFailed, type ExpectedServers, warningsOf } from './run-problems.ts'
import type { Statistics } from './statistics.ts'

/** What the run was asked to do, and `explain`, which says what an error of Bedrock means. */
export interface OutcomeContext {
  readonly agent: Pick<
    AgentSettings,
    'timeoutMs' | 'maxTurns' | 'maxBudgetUsd' | 'jsonSchema' | 'workingDirectory' | 'failOnDenial'
  >
  readonly bedrock: Pick<BedrockSettings, 'region' | 'model' | 'maxOutputTokens'>
  /** Undefined where the agent's calls go past the gateway. */
  readonly quota?: Pick<QuotaSettings, 'ceiling'> | undefined
  readonly account: string | undefined
  readonly explain: (error: RawBedrockError, call: BedrockCall) => Failure
  readonly mcpServers: ExpectedServers
  readonly denyRules: readonly DenyRule[]
  /** What went through the gateway; undefined where the agent's calls go past it. */
  readonly calls: CallTotals | undefined
}

/** The calls of a run as the gateway counts them; tokens are undefined where one of them did not say. */
export interface CallTotals {
  readonly calls: number
  readonly inputTokens: number | undefined
  readonly outputTokens: number | undefined
}

/**
 * Decides how a run ended, by its result: an interrupted run exits with 0 too, a failed call of the model has the subtype
 * `success`, and a run whose work is done may exit with anything (measured with 2.1.330). Without a result it has failed.
 * `notes` are lines for the log, `warnings` and `notice` for everybody.
 */
export function outcomeOf(run: AgentRun, context: OutcomeContext) {
  const { denyRules: rules, agent } = context
  const denials = run.statistics.denials.map((denial) => explainDenial(denial, rules, agent.workingDirectory))
  const failure = failureOf(run, context) ?? denied(denials, agent)
  const isNoticed = failure === undefined && denials.length > 0
  return {
    failure,
    notes: denials.map((denial) => `Not allowed: ${describeDenial(denial)}`),
    warnings: warningsOf(run, context),
    notice: isNoticed ? `Success, ${plural(denials.length, 'tool call')} denied.` : undefined,
    denials,
  }
}

function failureOf(run: AgentRun, context: OutcomeContext): Failure | undefined {
  const { exit, stopped, statistics } = run
  const { result } = statistics
  if (exit.spawnError !== undefined) return notStarted(exit.spawnError)
  if (stopped === 'mcp-servers') return mcpServerFailed(context.mcpServers, statistics.mcpServers, run.durationMs)
  const succeeded = result !== undefined && !result.isError && result.subtype === 'success'
  if (succeeded && run.complete && (stopped !== 'cancel' || exit.code === 0))
    return promptNotRun(result, run, context) ?? structuredOutputMissing(result, context)
  if (stopped === 'timeout' || stopped === 'cancel') return stoppedFailure(stopped, run, context)
  return result === undefined || succeeded ? crashed(run) : reportedFailure(result, run, context)
}

/** What the `result` event says went wrong. */
function reportedFailure(result: ResultEvent, { statistics }: AgentRun, context: OutcomeContext): Failure {
  const { agent } = context
  const reason = result.terminalReason
  const words = result.result ?? result.errors.join('; ')
  if (result.subtype === 'error_max_turns' || reason === 'max_turns') {
    const limit = agent.maxTurns ?? statistics.turns
    return new Failure('max-turns-reached', {
      message: `Claude Code had not finished after ${plural(limit, 'turn')} (max-turns).\n"${words}"`,
      fix: ['Allow more turns, or ask for less:', yaml(`max-turns: "${limit * 2}"`)],
    })
  }
  if (result.subtype === 'error_max_budget_usd' || reason === 'budget_exhausted') {
    const limit = agent.maxBudgetUsd ?? result.totalCostUsd ?? 0
    const spent = result.totalCostUsd === undefined ? '' : ` It spent $${result.totalCostUsd.toFixed(4)}.`
    return new Failure('budget-exceeded', {
      message: `Claude Code had not finished when max-budget-usd (${limit}) was used up.${spent}\nThe limit is checked between turns, when the last call is already paid for.\n"${words}"`,
      fix: ['Allow more, or ask for less:', yaml(`max-budget-usd: "${limit * 2}"`)],
    })
  }
  if (result.subtype === 'error_max_structured_output_retries')
    return new Failure('structured-output-missing', {
      message: `Claude Code ended without a structured result: none that the model gave fits json-schema.\n"${words}"`,
      fix: 'Make the schema simpler (fewer required fields, no `additionalProperties: false`), describe its fields, or take a larger model.',
    })
  if (reason === 'api_error' || reason === 'prompt_too_long' || result.apiErrorStatus !== undefined) {
    const { failedRequestId: requestId } = statistics
    return explainCall({ text: words, status: result.apiErrorStatus, requestId }, statistics, context)
  }
  const how = [result.subtype, reason].filter((part) => part !== undefined && part !== '').join(', ')
  return new Failure('agent-failed', {
    message: `Claude Code ended with an error (${how || 'no reason given'}).\n"${words || 'no message'}"`,
    fix: 'The transcript shows the turns before it: open transcript.html of the artifact.',
  })
}

/** What it means that a call of the main model failed; Claude Code passes on words and status, not the name of the error. */
function explainCall(
  error: Pick<RawBedrockError, 'text' | 'status' | 'requestId'>,
  statistics: Statistics,
  { explain, bedrock, account, quota }: OutcomeContext,
): Failure {
  const { region, model = statistics.model, maxOutputTokens } = bedrock
  const operation = 'InvokeModelWithResponseStream'
  const call = { region, model, account, maxOutputTokens, outputCeiling: quota?.ceiling }
  return explain({ operation, ...error }, call)
}

/** Claude Code answers commands of its own (`/help`, `/compact`) without a model, and so it does when a hook blocks the prompt. */
function promptNotRun(result: ResultEvent, { statistics }: AgentRun, { calls }: OutcomeContext): Failure | undefined {
  const { turns, usage, blocked } = statistics
  const asked = turns > 0 || (calls === undefined ? usage.outputTokens > 0 : calls.calls > 0)
  if (asked) return undefined
  if (blocked !== undefined)
    return new Failure('prompt-not-run', {
      message: `No model was asked: a hook of the settings blocked the prompt. Claude Code reported: "${blocked.trim()}"`,
      fix: 'Change the prompt so that the hook lets it pass, or the hook (`UserPromptSubmit` of the settings).',
    })
  const answer = result.result?.trim() ? ` Claude Code answered: "${result.result.trim().slice(0, 1000)}"` : ''
  return new Failure('prompt-not-run', {
    message: `No model was asked: Claude Code took the prompt for a command of its own, since it begins with \`/\`.${answer}`,
    fix: [
      'Say in words what is to be done; a prompt whose first character is not `/` is never a command:',
      yaml('prompt: Explain what /help does.'),
    ],
  })
}

function structuredOutputMissing(result: ResultEvent, { agent }: OutcomeContext): Failure | undefined {
  if (agent.jsonSchema === undefined || result.structuredOutput !== undefined) return undefined
  return new Failure('structured-output-missing', {
    message: 'json-schema was given, but Claude Code ended without a structured result: the model never gave one.',
    fix: 'Ask for the result in the prompt, and keep the schema simple; the output `result` holds what it answered instead.',
  })
}

function stoppedFailure(stopped: 'timeout' | 'cancel', run: AgentRun, context: OutcomeContext): Failure {
  const { agent } = context
  const { turns, retries, retrying } = run.statistics
  const progress = `It had taken ${plural(turns, 'turn')}${retries === 0 ? '' : `, and seen ${plural(retries, 'failed call')} of the model retried`}.`
  if (stopped === 'cancel') {
    return new Failure('agent-cancelled', {
      message: `The job was cancelled after the agent had run for ${minutes(run.durationMs)}. ${progress}`,
      fix: 'Nothing is wrong with the set-up. A `concurrency` group with `cancel-in-progress: true` cancels older runs by itself.',
    })
  }
  const waiting = run.open.length === 0 ? '' : `It was waiting for ${run.open.slice(0, 5).join('; ')}.`
  const more = yaml(`timeout-minutes: "${roundedMinutes(agent.timeoutMs * 2)}"`)
  if (retrying !== undefined) {
    const cause = explainCall({ text: retrying.error ?? '', status: retrying.status }, run.statistics, context)
    return new Failure('agent-timed-out', {
      message: `The agent was stopped after ${minutes(agent.timeoutMs)} (timeout-minutes) while Bedrock refused its calls.\n${cause.message}\n${progress}`,
      quote: cause.quote,
      fix: [...cause.fix, 'Or give it more time:', more],
    })
  }
  return new Failure('agent-timed-out', {
    message: `The agent was stopped after ${minutes(agent.timeoutMs)} (timeout-minutes). ${progress}${waiting === '' ? '' : `\n${waiting}`}`,
    fix: [...stuckFix(run.open), 'Give it more time, or less to do:', more],
  })
}

/** What to do where the time was not the model's. */
function stuckFix(open: readonly string[]): Exclude<Fix, string> {
  const last = open.at(-1)
  if (last === undefined || last.startsWith('subagent')) return []
  if (last.startsWith('hook ')) return ['See why the hook did not end, or give it a `timeout` in the settings.']
  if (last.startsWith('the MCP servers'))
    return ['See why an MCP server did not start: run its command in a step before.']
  if (last.startsWith('background command')) return ['Have the agent end what it starts in the background.']
  return ['See why this call did not end: a server, a prompt for input or a watcher never ends by itself.']
}

/** Denied calls fail the run where the user wants it so. */
function denied(denials: readonly PermissionDenial[], agent: OutcomeContext['agent']): Failure | undefined {
  if (!agent.failOnDenial || denials.length === 0) return undefined
  const listed = denials.slice(0, 20).map((denial) => `- ${describeDenial(denial)}`)
  const more = denials.length > listed.length ? [`- and ${denials.length - listed.length} more`] : []
  const rules = allowingYaml(denials)
  const title = `${plural(denials.length, 'tool call')} denied, and fail-on-denial is true:`
  return new Failure('agent-failed', {
    message: [title, ...listed, ...more].join('\n'),
    fix: [
      'Have the prompt do without these calls, or take `fail-on-denial` out.',
      ...(rules === undefined ? [] : ['To allow them, add:', yaml(rules)]),
    ],
  })
}

function describeDenial(denial: PermissionDenial): string {
  return `${`${denial.tool_name}  ${toolInputLine(denial.tool_input)}`.trim()} (${denialReason(denial)})`
}

const roundedMinutes = (ms: number) => Math.round(ms / 6_000) / 10

const minutes = (ms: number) => (ms < 60_000 ? `${Math.round(ms / 1000)} s` : `${roundedMinutes(ms)} min`)
