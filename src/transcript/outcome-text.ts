import { FAILURE_WORDS } from '../errors.ts'
import type { QuotaFacts } from '../gateway/types.ts'
import { plural, grouped, readableDuration } from '../text.ts'
import type { Outputs, RunFailure } from './types.ts'

/** How a run ended, in words, as a heading: `Claude finished · 1 file changed`; `isCheck`: it was to check alone. */
export function outcomeTitle(outputs: Outputs, isCheck = false): string {
  const denied = outputs['permission-denials'].length
  const failed = outputs['failed-subagents'] ?? 0
  const changed = outputs['changed-files']?.length ?? 0
  return [
    outcomeWords(outputs, isCheck),
    ...(outputs.conclusion === 'success' && changed > 0 ? [`${plural(changed, 'file')} changed`] : []),
    ...(failed > 0 ? [`${plural(failed, 'subagent')} failed`] : []),
    ...(denied > 0 ? [`${plural(denied, 'tool call')} denied`] : []),
  ].join(' · ')
}

/** The sign before a title. */
export const OUTCOME_SIGNS = { success: '✅', failure: '❌', cancelled: '⏹️', 'timed-out': '⏱️', setup: '✅' } as const

function outcomeWords(outputs: Outputs, isCheck: boolean): string {
  const { conclusion, 'failure-code': code, 'duration-ms': duration } = outputs
  switch (conclusion) {
    case 'success':
      return 'Claude finished'
    case 'setup':
      return outputs['claude-code-path'] === null ? 'Preflight passed' : 'Claude Code is set up'
    case 'cancelled':
      return 'The job was cancelled'
    case 'timed-out':
      return `Claude was stopped${duration === null ? '' : ` after ${readableDuration(duration)}`}: it reached the time limit`
    case 'failure': {
      const reason = code === '' ? 'it failed' : FAILURE_WORDS[code]
      if (isCheck) return `Preflight failed: ${reason}`
      return hasStarted(outputs) ? `Claude stopped: ${reason}` : `Claude could not start: ${reason}`
    }
  }
}

/** Whether the agent has begun its work, as far as it is known. */
export function hasStarted({ conclusion, 'failure-code': code, 'num-turns': turns }: Outputs): boolean {
  if (turns !== null && turns > 0) return true
  return conclusion === 'success' || code.startsWith('agent-') || LATER.includes(code)
}

/** They come when Claude Code runs. */
const LATER: readonly string[] = [
  ...['max-turns-reached', 'budget-exceeded', 'structured-output-missing', 'output-limit-reached', 'prompt-too-long'],
  ...['guardrail-intervened', 'model-refused'],
]

/** What a failure means, without the answer of a service that it quotes; that answer where it says it all. */
export function failureReason({ message, quote }: RunFailure): string {
  if (quote === undefined) return message
  const rest = message.replace(quote, '').replaceAll(/\n\s*\n/g, '\n')
  return rest.trim() || message
}

/** The result as text and the structured one as JSON; a text that only repeats that JSON is left out. */
export function shownAnswer({ result, 'structured-output': structured }: Outputs) {
  const compact = (text: string) => text.replaceAll(/\s+/g, '')
  const json = structured === null ? undefined : JSON.stringify(structured ?? null, undefined, 2)
  const isShown = result !== null && result !== '' && (json === undefined || compact(result) !== compact(json))
  return { text: isShown ? result : undefined, json }
}

/** What is known of a run as name and value, ready to be read; what is not known or zero is left out. */
export function outcomeFacts(outputs: Outputs): readonly (readonly [name: string, value: string])[] {
  const count = (value: number | null) => (value === null || value === 0 ? null : grouped(value))
  const duration = outputs['duration-ms']
  const cost = outputs['total-cost-usd']
  const waited = outputs['throttled-ms'] ?? 0
  const facts: (readonly [string, string | null | undefined])[] = [
    ['Model', outputs.model],
    ['Region', outputs['aws-region']],
    ['AWS account', outputs['aws-account-id']],
    ['Turns', count(outputs['num-turns'])],
    ['Input tokens', count(outputs['input-tokens'])],
    ['Output tokens', count(outputs['output-tokens'])],
    ['Tokens read from cache', count(outputs['cache-read-tokens'])],
    ['Tokens written to cache', count(outputs['cache-creation-tokens'])],
    ['Cost', cost === null || cost === 0 ? null : dollars(cost)],
    ['Duration', duration === null ? null : readableDuration(duration)],
    ['API retries', count(outputs.retries)],
    ['Calls refused for the quota', count(outputs['throttled-calls'])],
    ['Waited for the quota', waited < 1000 ? null : readableDuration(waited)],
    ['Failed subagents', count(outputs['failed-subagents'])],
    ['Claude Code', outputs['claude-code-version']],
    ['Session', outputs['session-id']],
  ]
  return facts.flatMap(([name, value]) => (value ? [[name, value] as const] : []))
}

/** What a reader wants to know first, on one line; empty when nothing is known. */
export function outcomeLine(outputs: Outputs): string {
  const { 'num-turns': turns, 'duration-ms': duration, 'total-cost-usd': cost } = outputs
  return [
    turns === null || turns === 0 ? '' : plural(turns, 'turn'),
    duration === null ? '' : readableDuration(duration),
    cost === null || cost === 0 ? '' : dollars(cost),
  ]
    .filter((part) => part !== '')
    .join(' · ')
}

/** Dollars, with more digits where they are few: `$12.30`, `$0.0042`. */
const dollars = (usd: number) => `$${usd.toFixed(usd < 0.1 ? 4 : 2)}`

/** The quota that the figures are given for, in tokens a minute. */
const EXAMPLE_QUOTA = 1_000_000

/** What a run took of its quota, in lines for the log and the summary; none where no call's tokens are known. */
export function describeQuota(facts: QuotaFacts | undefined): readonly string[] {
  if (facts === undefined) return []
  const { firstCall, meanReservation, throttledCalls, throttledMs } = facts
  const howLong = throttledMs === 0 ? '' : `; calls waited for it ${readableDuration(throttledMs)} in all`
  const waited = throttledCalls === 0 ? [] : [`${plural(throttledCalls, 'call')} refused for the quota${howLong}.`]
  if (firstCall === undefined || meanReservation === undefined) return waited
  const { reserved, inputTokens, cacheReadTokens: read = 0, cacheWriteTokens: written = 0 } = firstCall
  const starts = Math.floor(EXAMPLE_QUOTA / Math.max(1, reserved))
  return [
    `Of the first call's ${grouped(inputTokens + read + written)} input tokens, ${grouped(read)} came from the cache.`,
    `The first call reserved ${grouped(reserved)} tokens of the quota, a call ${grouped(meanReservation)} on average: a quota of ${grouped(EXAMPLE_QUOTA)} tokens a minute starts ${plural(starts, 'run')} of this size a minute.`,
    ...waited,
  ]
}

/** What commands of the agent asked of models by themselves, in lines as above; none where they did not. */
export function describeCommandCalls(facts: QuotaFacts | undefined): readonly string[] {
  if (facts?.ofCommands === undefined) return []
  const { calls, inputTokens, outputTokens } = facts.ofCommands
  return [
    `Commands of the agent called models themselves, with the token of the run: ${plural(calls, 'call')}, ${grouped(inputTokens)} input and ${grouped(outputTokens)} output tokens. They are in no conversation of the transcript.`,
  ]
}
