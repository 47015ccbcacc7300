import type { BedrockCall } from '../bedrock/explain.ts'
import { tokensPerMinuteQuota } from '../bedrock/explain-hints.ts'
import type { Failure } from '../errors.ts'
import type { Log } from '../ports/log.ts'

const TOLD = 20

/** Counts the calls that are repeated, and tells of the first twenty in a line each, with what to do. */
export function troubleTeller(log: Log): {
  tell(failure: Failure, call: BedrockCall): void
  count(): void
  total(): number
} {
  let total = 0
  let told = 0
  return {
    tell(failure, call) {
      total += 1
      told += 1
      if (told <= TOLD) log.info(troubleLine(failure, call))
      if (told === TOLD) log.info('More calls like these are counted and no longer told.')
    },
    count: () => void (total += 1),
    total: () => total,
  }
}

/** What Bedrock said, what it means, and for a quota which one it is, on one line. */
export function troubleLine({ code, message }: Failure, call: BedrockCall): string {
  const quota = code === 'throttled' ? ` The quota to raise: "${tokensPerMinuteQuota(call)}" in ${call.region}.` : ''
  return `${message.replaceAll(/\s*\n\s*/g, ' ')}${quota} The call is tried again.`
}
