import type { QuotaFacts } from '../gateway/types.ts'
import { grouped, plural, readableDuration } from '../text.ts'

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
