import { Failure, yaml, type Fix } from '../errors.ts'
import type { AgentSettings, BedrockSettings } from '../inputs/settings.ts'
import type { ExitFacts } from '../ports/machine.ts'
import type { AgentRun, StopReason } from './agent.ts'
import type { ResultEvent } from './events.ts'
import { counted, inputLine } from './log-lines.ts'
import type { Conclusion, PermissionDenial } from '../transcript/types.ts'

/** What the run was asked to do, and `explain`, which says what an error of Bedrock means. */
export interface OutcomeContext {
  readonly agent: Pick<AgentSettings, 'timeoutMs' | 'maxTurns' | 'maxBudgetUsd' | 'jsonSchema'>
  readonly bedrock: Pick<BedrockSettings, 'region' | 'model' | 'maxOutputTokens'>
  readonly account: string | undefined
  readonly explain: (error: RenderedError, call: FailedCall) => Failure
}

/** An error of Bedrock as Claude Code renders it: it passes on words and status, not the name of the error. */
export interface RenderedError {
  readonly operation: string
  readonly text: string
  readonly status: number | undefined
  readonly requestId: string | undefined
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
 * Decides how a run ended. Success takes both an exit code of 0 and a `result` event without an error: an interrupted run
 * exits with 0 too, and a failed call of the model has the subtype `success` (measured with 2.1.330). A denied tool is no
 * failure.
 */
export function outcomeOf(run: AgentRun, context: OutcomeContext): Outcome {
  const failure = failureOf(run, context)
  const notes = (run.statistics.result?.permissionDenials ?? []).map(describeDenial)
  if (failure === undefined) return { conclusion: 'success', notes }
  if (failure.code === 'agent-timed-out') return { conclusion: 'timed-out', failure, notes }
  return { conclusion: failure.code === 'agent-cancelled' ? 'cancelled' : 'failure', failure, notes }
}

function failureOf(run: AgentRun, context: OutcomeContext): Failure | undefined {
  const { exit, stopped } = run
  const { result } = run.statistics
  if (exit.spawnError !== undefined) return notStarted(exit.spawnError)
  const succeeded = result !== undefined && !result.isError && result.subtype === 'success'
  if (succeeded && exit.code === 0) return structuredOutputMissing(result, context)
  if (stopped !== undefined) return stoppedFailure(stopped, run, context)
  return result === undefined || succeeded ? crashed(run) : reportedFailure(result, run, context)
}

/** What the `result` event says went wrong. */
function reportedFailure(result: ResultEvent, { statistics }: AgentRun, context: OutcomeContext): Failure {
  const { agent } = context
  const reason = result.terminalReason
  const words = result.result ?? result.errors?.join('; ') ?? ''
  if (result.subtype === 'error_max_turns' || reason === 'max_turns') {
    const limit = agent.maxTurns ?? result.numTurns ?? 0
    return new Failure('max-turns-reached', {
      message: `Claude Code had not finished after ${counted(limit, 'turn')} (max-turns): "${words}"`,
      fix: ['Allow more turns, or ask for less:', yaml(`max-turns: "${limit * 2}"`)],
    })
  }
  if (result.subtype === 'error_max_budget_usd' || reason === 'budget_exhausted') {
    const limit = agent.maxBudgetUsd ?? result.totalCostUsd ?? 0
    const spent = result.totalCostUsd === undefined ? '' : ` It spent $${result.totalCostUsd.toFixed(4)}.`
    return new Failure('budget-exceeded', {
      message: `Claude Code had not finished when max-budget-usd (${limit}) was used up: "${words}".${spent} The limit is checked between turns, when the last call is already paid for.`,
      fix: ['Allow more, or ask for less:', yaml(`max-budget-usd: "${limit * 2}"`)],
    })
  }
  if (reason === 'api_error' || reason === 'prompt_too_long' || result.apiErrorStatus !== undefined) {
    const { region, model = statistics.model, maxOutputTokens } = context.bedrock
    return context.explain(
      {
        operation: 'InvokeModelWithResponseStream',
        text: words,
        status: result.apiErrorStatus,
        requestId: statistics.failedRequestId,
      },
      { region, model, account: context.account, maxOutputTokens },
    )
  }
  const how = [result.subtype, reason].filter((part) => part !== undefined && part !== '').join(', ')
  return new Failure('agent-failed', {
    message: `Claude Code ended with an error (${how || 'no reason given'}): "${words || 'no message'}"`,
    fix: 'The transcript shows the turns before it: open transcript.html of the artifact.',
  })
}

function structuredOutputMissing(result: ResultEvent, { agent }: OutcomeContext): Failure | undefined {
  if (agent.jsonSchema === undefined || result.structuredOutput !== undefined) return undefined
  return new Failure('structured-output-missing', {
    message: 'json-schema was given, but Claude Code ended without a structured result: the model never gave one.',
    fix: 'Ask for the result in the prompt, and keep the schema simple; the output `result` holds what it answered instead.',
  })
}

function stoppedFailure(stopped: StopReason, run: AgentRun, { agent }: OutcomeContext): Failure {
  const { turns, retries } = run.statistics
  const progress = `It had taken ${counted(turns, 'turn')}${retries === 0 ? '' : `, and seen ${counted(retries, 'failed call')} of the model retried`}.`
  if (stopped === 'cancel') {
    return new Failure('agent-cancelled', {
      message: `The job was cancelled after the agent had run for ${minutes(run.durationMs)}. ${progress}`,
      fix: 'Nothing is wrong with the set-up. A `concurrency` group with `cancel-in-progress: true` cancels older runs by itself.',
    })
  }
  return new Failure('agent-timed-out', {
    message: `The agent was stopped after ${minutes(agent.timeoutMs)} (timeout-minutes). ${progress}`,
    fix: ['Give it more time, or less to do:', yaml(`timeout-minutes: "${roundedMinutes(agent.timeoutMs * 2)}"`)],
  })
}

/** The failure of a run whose program could not be started; `spawnError` is the system's own text. */
export function notStarted(spawnError: string): Failure {
  return new Failure('agent-crashed', {
    message: `Claude Code could not be started: ${spawnError}`,
    fix: spawnError.includes('E2BIG')
      ? 'The system limits the length of arguments (Linux: 128 KiB each): shorten append-system-prompt, or give json-schema, settings and mcp-config as smaller documents.'
      : 'Check that working-directory exists and that claude-code-path names an executable for this machine; without claude-code-path, Claude Code is installed.',
  })
}

/**
 * The failure of a run that ended without a `result` event, or with an exit code that contradicts it. All there is to go by
 * is what Claude Code wrote to standard error.
 */
export function crashed(run: { readonly exit: ExitFacts; readonly stderrTail: string }): Failure {
  const { exit, stderrTail } = run
  if (/cannot be used with root\/sudo/i.test(stderrTail)) return rootNotAllowed(stderrTail)
  const how = exit.signal === undefined ? `with exit code ${exit.code ?? 'unknown'}` : `by the signal ${exit.signal}`
  const words = lastLines(stderrTail)
  return new Failure('agent-crashed', {
    message: `Claude Code ended ${how} without reporting how its work went.${words === '' ? '' : ` It wrote: "${words}"`}`,
    fix: crashFix(exit, stderrTail),
  })
}

function rootNotAllowed(stderrTail: string): Failure {
  return new Failure('root-not-allowed', {
    message: `This job runs as root, where Claude Code refuses permission-mode bypassPermissions: "${lastLines(stderrTail)}"`,
    fix: [
      'Allow what is needed by name instead:',
      yaml('permission-mode: dontAsk\nallowed-tools: |\n  Edit\n  Bash(npm test:*)'),
      'or run the job as another user, or, where the machine is thrown away after the job, set on this step:',
      yaml('env:\n  IS_SANDBOX: "1"\nwith:\n  environment: IS_SANDBOX'),
    ],
  })
}

function crashFix({ signal }: ExitFacts, stderrTail: string): Fix {
  if (/unknown option|error: option|argument missing/i.test(stderrTail))
    return 'Claude Code does not know one of its arguments: check claude-args against `claude --help` of this claude-code-version.'
  if (/^Error: .*(settings|mcp|json-schema)/im.test(stderrTail))
    return 'Correct the input that Claude Code names: settings, mcp-config or json-schema.'
  if (signal === 'SIGKILL')
    return 'Something else ended it, most often the system when memory ran out: use a larger runner, or let the agent run fewer things at once.'
  return 'Read the end of the transcript (transcript.jsonl holds what it wrote). If it happens again, pin another claude-code-version.'
}

function describeDenial(denial: PermissionDenial): string {
  const input = inputLine(denial.tool_input)
  return `Not allowed: ${denial.tool_name}${input === '' ? '' : `  ${input}`} (see allowed-tools)`
}

/** The end of a text on one line, in at most 1000 characters. */
const lastLines = (text: string) =>
  text
    .trim()
    .slice(-1000)
    .split(/\s*\n\s*/)
    .slice(-10)
    .join(' / ')

const roundedMinutes = (ms: number) => Math.round(ms / 6_000) / 10

const minutes = (ms: number) => (ms < 60_000 ? `${Math.round(ms / 1000)} s` : `${roundedMinutes(ms)} min`)
