import { Failure, ServiceError } from '../errors.ts'
import type { AgentSettings, BedrockSettings } from '../inputs/settings.ts'
import type { AgentRun, StopReason } from './agent.ts'
import type { ResultEvent } from './events.ts'
import { counted, inputLine } from './narrate-line.ts'
import { crash, neverStarted } from './outcome-crash.ts'
import type { Conclusion, PermissionDenial } from '../transcript/types.ts'

/** What the run was asked to do, and `explain`, which says what an error of Bedrock means. */
export interface OutcomeContext {
  readonly agent: Pick<AgentSettings, 'timeoutMs' | 'maxTurns' | 'maxBudgetUsd' | 'jsonSchema'>
  readonly bedrock: Pick<BedrockSettings, 'region' | 'model' | 'maxOutputTokens'>
  readonly account: string | undefined
  readonly explain: (error: ServiceError, call: FailedCall) => Failure
}

/** The call of a model that an error is about. */
export interface FailedCall {
  readonly region: string
  readonly model: string | undefined
  readonly account: string | undefined
  readonly maxOutputTokens: number
}

/** How a run ended; `notes` are lines for the log that do not change that. */
export interface Outcome {
  readonly conclusion: Exclude<Conclusion, 'setup'>
  readonly failure?: Failure
  readonly notes: readonly string[]
}

/**
 * Judges a run. Success takes both an exit code of 0 and a `result` event without an error: an interrupted run exits with 0
 * too, and a failed call of the model has the subtype `success` (measured with 2.1.330). A denied tool is no failure.
 */
export function outcomeOf(run: AgentRun, context: OutcomeContext): Outcome {
  const failure = failureOf(run, context)
  const notes = (run.tally.result?.permissionDenials ?? []).map(describeDenial)
  if (failure === undefined) return { conclusion: 'success', notes }
  if (failure.code === 'agent-timed-out') return { conclusion: 'timed-out', failure, notes }
  return { conclusion: failure.code === 'agent-cancelled' ? 'cancelled' : 'failure', failure, notes }
}

function failureOf(run: AgentRun, context: OutcomeContext): Failure | undefined {
  const { exit, stopped } = run
  const { result } = run.tally
  if (exit.spawnError !== undefined) return neverStarted(exit.spawnError)
  const succeeded = result !== undefined && !result.isError && result.subtype === 'success'
  if (succeeded && exit.code === 0) return structuredOutputMissing(result, context)
  if (stopped !== undefined) return stoppedFailure(stopped, run, context)
  return result === undefined || succeeded ? crash(run) : reported(result, run, context)
}

/** What the `result` event says went wrong. */
function reported(result: ResultEvent, { tally }: AgentRun, context: OutcomeContext): Failure {
  const { agent } = context
  const reason = result.terminalReason
  const words = result.result ?? result.errors?.join('; ') ?? ''
  if (result.subtype === 'error_max_turns' || reason === 'max_turns') {
    const limit = agent.maxTurns ?? result.numTurns ?? 0
    return new Failure('max-turns-reached', {
      message: `Claude Code had not finished after ${counted(limit, 'turn')} (max-turns): "${words}"`,
      hint: `Allow more turns, or ask for less:\n  max-turns: "${limit * 2}"`,
    })
  }
  if (result.subtype === 'error_max_budget_usd' || reason === 'budget_exhausted') {
    const limit = agent.maxBudgetUsd ?? result.totalCostUsd ?? 0
    const spent = result.totalCostUsd === undefined ? '' : ` It spent $${result.totalCostUsd.toFixed(4)}.`
    return new Failure('budget-exceeded', {
      message: `Claude Code had not finished when max-budget-usd (${limit}) was used up: "${words}".${spent} The limit is checked between turns, when the last call is already paid for.`,
      hint: `Allow more, or ask for less:\n  max-budget-usd: "${limit * 2}"`,
    })
  }
  if (reason === 'api_error' || reason === 'prompt_too_long' || result.apiErrorStatus !== undefined) {
    const { region, model = tally.model, maxOutputTokens } = context.bedrock
    return context.explain(
      new ServiceError({
        service: 'Amazon Bedrock',
        operation: 'InvokeModelWithResponseStream',
        // Claude Code passes on words and status, not the name of the error.
        name: '',
        message: words,
        status: result.apiErrorStatus,
        requestId: tally.failedRequestId,
      }),
      { region, model, account: context.account, maxOutputTokens },
    )
  }
  const how = [result.subtype, reason].filter((part) => part !== undefined && part !== '').join(', ')
  return new Failure('agent-failed', {
    message: `Claude Code ended with an error (${how || 'no reason given'}): "${words || 'no message'}"`,
    hint: 'The transcript shows the turns before it: open transcript.html of the artifact.',
  })
}

function structuredOutputMissing(result: ResultEvent, { agent }: OutcomeContext): Failure | undefined {
  if (agent.jsonSchema === undefined || result.structuredOutput !== undefined) return undefined
  return new Failure('structured-output-missing', {
    message: 'json-schema was given, but Claude Code ended without a structured result: the model never gave one.',
    hint: 'Ask for the result in the prompt, and keep the schema simple; the output `result` holds what it answered instead.',
  })
}

function stoppedFailure(stopped: StopReason, run: AgentRun, { agent }: OutcomeContext): Failure {
  const { turns, retries } = run.tally
  const far = `It had taken ${counted(turns, 'turn')}${retries === 0 ? '' : `, and seen ${counted(retries, 'failed call')} of the model retried`}.`
  if (stopped === 'cancel') {
    return new Failure('agent-cancelled', {
      message: `The job was cancelled after the agent had run for ${minutes(run.durationMs)}. ${far}`,
      hint: 'Nothing is wrong with the set-up. A `concurrency` group with `cancel-in-progress: true` cancels older runs by itself.',
    })
  }
  return new Failure('agent-timed-out', {
    message: `The agent was stopped after ${minutes(agent.timeoutMs)} (timeout-minutes). ${far}`,
    hint: `Give it more time, or less to do:\n  timeout-minutes: "${roundedMinutes(agent.timeoutMs * 2)}"`,
  })
}

function describeDenial(denial: PermissionDenial): string {
  const input = inputLine(denial.tool_input)
  return `Not allowed: ${denial.tool_name}${input === '' ? '' : `  ${input}`} (see allowed-tools)`
}

const roundedMinutes = (ms: number) => Math.round(ms / 6_000) / 10

const minutes = (ms: number) => (ms < 60_000 ? `${Math.round(ms / 1000)} s` : `${roundedMinutes(ms)} min`)
