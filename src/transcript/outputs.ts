import type { Statistics } from '../claude/statistics.ts'
import type { Timeline } from '../claude/timeline.ts'
import { fixText, type FailureCode } from '../errors.ts'
import { cutText } from '../text.ts'
import type { Redact } from './redact.ts'
import { TRANSCRIPT_FILES, type Conclusion, type Outputs, type PermissionDenial, type RunFacts } from './types.ts'

/**
 * The outputs as the step sets them: empty where not known, JSON where not text. Together they stay below the 1 MB of
 * outputs a job may have, counted in UTF-16
 * (https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idoutputs): long texts are cut,
 * denials end early, a structured output or a list of files that does not fit is empty. `result.json` has them whole.
 */
export function outputStrings(outputs: Outputs): Record<string, string> {
  return Object.fromEntries(Object.entries(bounded(outputs)).map(([name, value]) => [name, asText(value)]))
}

/** Names of the outputs that {@link outputStrings} does not give whole. */
export function cutOutputs(outputs: Outputs): readonly string[] {
  const whole = Object.entries(outputs)
  const set = new Map<string, unknown>(Object.entries(bounded(outputs)))
  return whole.flatMap(([name, value]) => (JSON.stringify(set.get(name)) === JSON.stringify(value) ? [] : [name]))
}

function bounded(outputs: Outputs): Outputs {
  const isLonger = (value: unknown, limit: number) => JSON.stringify(value ?? null).length > limit
  return {
    ...outputs,
    'failure-message': cutText(outputs['failure-message'], 16 * KI, NOTE),
    result: outputs.result === null ? null : cutText(outputs.result, 128 * KI, NOTE),
    'structured-output': isLonger(outputs['structured-output'], 128 * KI) ? null : outputs['structured-output'],
    'permission-denials': fitting(outputs['permission-denials'].map(withShortInput), 64 * KI),
    'changed-files': isLonger(outputs['changed-files'], 64 * KI) ? null : outputs['changed-files'],
  }
}

/** Text of `result.json`: the outputs whole, with their values typed. */
export const resultText = (outputs: Outputs) => `${JSON.stringify(outputs, undefined, 2)}\n`

const KI = 1024
const NOTE = `\n[cut here: ${TRANSCRIPT_FILES.result} of the transcript has all of it]`

function asText(value: unknown): string {
  if (value === null) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** A denied call keeps its input, or the start of its JSON when that is long (the content of a file to write). */
function withShortInput(denial: PermissionDenial): PermissionDenial {
  const input = JSON.stringify(denial.tool_input ?? null)
  return input.length <= 4 * KI ? denial : { ...denial, tool_input: cutText(input, 4 * KI, NOTE) }
}

/** As many of the first items as fit into `limit` characters of JSON. */
function fitting<T>(items: T[], limit: number): T[] {
  let length = 2
  const end = items.findIndex((item) => (length += JSON.stringify(item).length + 1) > limit)
  return end < 0 ? items : items.slice(0, end)
}

/**
 * The outputs that these facts amount to, redacted: texts of the agent and of services, not what the action itself makes of them. A
 * list of files that redaction would alter is not known.
 */
export function outputsFrom(facts: RunFacts, redact: Redact) {
  const { statistics, claude, artifact } = facts
  const result = statistics?.result
  const usage = result?.usage ?? statistics?.usage
  const code: FailureCode | '' = facts.failure?.code ?? ''
  return {
    conclusion: conclusionOf(facts),
    'failure-code': code,
    'failure-message':
      facts.failure === undefined ? '' : redact(`${facts.failure.message}\n\n${fixText(facts.failure.fix)}`.trim()),
    // It is empty where a Stop hook was overridden, though the agent has answered.
    result: redactIn((result?.result || statistics?.lastText) ?? result?.result, redact),
    'structured-output': redactJson(result?.structuredOutput, redact),
    'session-id': result?.sessionId ?? statistics?.sessionId ?? null,
    'num-turns': statistics?.turns ?? null,
    'duration-ms': facts.durationMs ?? null,
    'total-cost-usd': result?.totalCostUsd ?? null,
    'input-tokens': usage?.inputTokens ?? null,
    'output-tokens': usage?.outputTokens ?? null,
    'cache-read-tokens': usage?.cacheReadTokens ?? null,
    'cache-creation-tokens': usage?.cacheCreationTokens ?? null,
    retries: facts.retries ?? statistics?.retries ?? 0,
    'permission-denials': (facts.denials ?? statistics?.denials.map(({ call }) => call) ?? []).map((denial) =>
      redactDenial(denial, redact),
    ),
    'transcript-path': facts.transcriptPath,
    'artifact-id': artifact?.id ?? null,
    'artifact-url': artifact?.url ?? null,
    'changed-files': facts.changedFiles?.every((path) => redact(path) === path) ? facts.changedFiles : null,
    'claude-code-version': claude?.version ?? statistics?.claudeCodeVersion ?? null,
    'claude-code-path': claude?.path ?? null,
    'cache-hit': claude?.cacheHit ?? null,
    'aws-account-id': redactIn(facts.account, redact),
    'aws-region': facts.region ?? null,
    model: redactIn(facts.model ?? statistics?.model, redact),
    isolation: facts.isolation ?? null,
    'throttled-calls': facts.quota?.throttledCalls ?? null,
    'throttled-ms': facts.quota?.throttledMs ?? null,
    'failed-subagents': statistics === undefined ? null : (statistics.subagents?.failed.length ?? 0),
  }
}

/** What is known of an agent's run as facts may hold it: redacted. How it went is decided by the run as it is. */
export function redactedFacts(
  { statistics, timeline }: { readonly statistics: Statistics; readonly timeline: Timeline },
  redact: Redact,
): { readonly statistics: Statistics; readonly timeline: Timeline } {
  const { result, lastText, tools, retryReasons, blocked, denials, subagents } = statistics
  const byName = (counts: Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.entries(counts).map(([name, count]) => [redact(name), count]))
  return {
    statistics: {
      ...statistics,
      tools: byName(tools),
      retryReasons: byName(retryReasons),
      lastText: lastText && redact(lastText),
      blocked: blocked && redact(blocked),
      subagents: subagents && {
        ...subagents,
        failed: subagents.failed.map(({ description, reason }) => ({
          description: redact(description),
          reason: redact(reason),
        })),
      },
      denials: denials.map(({ call }) => ({ call: redactDenial(call, redact), refusal: undefined })),
      result: result && {
        ...result,
        result: result.result && redact(result.result),
        errors: result.errors.map(redact),
        structuredOutput: redactJson(result.structuredOutput, redact),
        permissionDenials: result.permissionDenials.map((denial) => redactDenial(denial, redact)),
      },
    },
    timeline: {
      ...timeline,
      stretches: timeline.stretches.map((stretch) => ({ ...stretch, what: redact(stretch.what) })),
    },
  }
}

const redactIn = (text: string | undefined, redact: Redact) => (text === undefined ? null : redact(text))

function redactJson(value: unknown, redact: Redact): unknown {
  if (typeof value === 'object' && value !== null) return JSON.parse(redact(JSON.stringify(value)))
  const text = String(value)
  return typeof value === 'string' || redact(text) !== text ? redact(text) : (value ?? null)
}

/** A denied call, redacted; a rule that redaction would alter is left out, for it would not work. */
export function redactDenial(denial: PermissionDenial, redact: Redact): PermissionDenial {
  const { allow, wider, rule, ...call } = denial
  const isWhole = (text: string) => redact(text) === text
  return {
    ...call,
    tool_input: redactJson(denial.tool_input, redact),
    ...(rule === undefined ? {} : { rule: redact(rule) }),
    ...(allow === undefined ? {} : { allow: allow.every(isWhole) ? allow : [] }),
    ...(wider === undefined || !isWhole(wider) ? {} : { wider }),
  }
}

function conclusionOf({ failure, prompt }: RunFacts): Conclusion {
  if (failure === undefined) return prompt === undefined ? 'setup' : 'success'
  if (failure.code === 'agent-cancelled') return 'cancelled'
  return failure.code === 'agent-timed-out' ? 'timed-out' : 'failure'
}
