// A quota of Bedrock as AWS documents it: a call reserves its new input and its max_tokens when it starts, and is settled by
// what it used when it ends; cache reads are free. How the minute refills is not documented, so both shapes are here.
// https://docs.aws.amazon.com/bedrock/latest/userguide/quotas-token-burndown.html

/** Limits of one model in one region. */
export interface QuotaLimits {
  readonly tokensPerMinute: number
  readonly tokensPerDay?: number
  readonly requestsPerMinute?: number
  /** Tokens that one output token counts for; 5 unless given ({@link burndownOf}). */
  readonly burndown?: number
  /** `bucket` refills all the time and holds a minute's worth; `window` starts over each minute. */
  readonly shape?: 'bucket' | 'window'
  /** Milliseconds that a minute takes. */
  readonly minuteMs?: number
}

/** Tokens of a call: `input` not cached, `cacheWrite` written to the cache. */
export interface CallTokens {
  readonly input: number
  readonly cacheWrite: number
  readonly maxTokens: number
}

/** An admitted call. */
export interface Admission {
  /** To be called once, with the output tokens that the call had. */
  readonly settle: (outputTokens: number) => void
}

/** Why a call is refused, in AWS's words. */
export type Refusal = 'tokens' | 'requests' | 'day'

/** A quota that is reserved and settled. */
export interface QuotaMeter {
  readonly admit: (call: CallTokens) => Admission | Refusal
  /** Tokens that are left of this minute; negative when more were used than reserved. */
  readonly level: () => number
  /** Tokens settled since the beginning. */
  readonly settled: () => number
}

/**
 * Tokens that one output token of a model counts for: 15 for Claude 4.8, 10 for Sonnet 5, Opus 5 and 5.5 and Fable, 5 for the
 * rest (state of 2026-11; those of Sonnet 5.5 and Haiku 5.5 are not documented and taken as 10 and 5).
 */
export function burndownOf(modelId: string): number {
  if (/claude-[a-z]+-4-8/.test(modelId)) return 15
  return /claude-(opus|sonnet|fable)-5/.test(modelId) ? 10 : 5
}

/** A meter on a clock in milliseconds. */
export function quotaMeter(limits: QuotaLimits, now: () => number): QuotaMeter {
  const {
    tokensPerMinute,
    tokensPerDay = Infinity,
    requestsPerMinute = Infinity,
    burndown = 5,
    shape = 'bucket',
    minuteMs = 60_000,
  } = limits
  const start = now()
  const minute = { tokens: tokensPerMinute, requests: requestsPerMinute }
  let day = tokensPerDay
  let at = start
  let used = 0

  const refill = () => {
    const time = now()
    if (shape === 'bucket') {
      const share = (time - at) / minuteMs
      minute.tokens = Math.min(tokensPerMinute, minute.tokens + share * tokensPerMinute)
      if (requestsPerMinute !== Infinity)
        minute.requests = Math.min(requestsPerMinute, minute.requests + share * requestsPerMinute)
    } else if (Math.floor((time - start) / minuteMs) > Math.floor((at - start) / minuteMs)) {
      // What was used beyond a minute is taken from the next.
      minute.tokens = tokensPerMinute + Math.min(0, minute.tokens)
      minute.requests = requestsPerMinute
    }
    if (Math.floor((time - start) / (minuteMs * 1_440)) > Math.floor((at - start) / (minuteMs * 1_440)))
      day = tokensPerDay
    at = time
  }

  return {
    admit({ input, cacheWrite, maxTokens }) {
      refill()
      const reserved = input + cacheWrite + maxTokens
      if (reserved > day) return 'day'
      if (reserved > minute.tokens) return 'tokens'
      if (minute.requests < 1) return 'requests'
      minute.tokens -= reserved
      minute.requests -= 1
      day -= reserved
      return {
        settle(outputTokens) {
          refill()
          const cost = input + cacheWrite + burndown * outputTokens
          const back = reserved - cost
          minute.tokens = Math.min(tokensPerMinute, minute.tokens + back)
          day += back
          used += cost
        },
      }
    },
    level: () => (refill(), minute.tokens),
    settled: () => used,
  }
}
