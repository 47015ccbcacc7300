import { PROXY_ANSWER } from '../errors.ts'
import type { UpstreamAnswer } from '../ports/gateway.ts'
import type { Log, Clock } from '../ports/machine.ts'
import { plural, readableDuration } from '../text.ts'
import type { BedrockClient, ClientCall, FailedOutcome } from './bedrock-client.ts'
import { createPatience, type HeldOutcome } from './patience.ts'
import { createReservations, limitedBody } from './reservation.ts'
import { isClaudeCode } from './route.ts'
import type { QuotaFacts, QuotaOptions } from './types.ts'

/** `isMain`: it is a turn of the main conversation. */
type ModelCall = ClientCall & { readonly isMain: boolean }

/** An answer or an error, and whether Claude Code is to repeat the call. */
export type QuotaOutcome = HeldOutcome<UpstreamAnswer | FailedOutcome>

/** Calls the models of one run within their quotas: with as few reserved tokens as will do, and again while a quota is short. */
export function quotaClient(
  client: BedrockClient,
  options: QuotaOptions & { readonly maxOutputTokens: number },
  { clock, log }: { readonly clock: Clock; readonly log: Pick<Log, 'info'> },
) {
  const { maxOutputTokens: low, ceiling, timeoutMs = Infinity } = options
  const deadline = clock.now() + timeoutMs - Math.min(BEFORE_TIMEOUT_MS, timeoutMs / 4)
  const patience = createPatience<UpstreamAnswer | FailedOutcome>(
    (outcome) => isRefusal(outcome, options),
    { ...options, deadline },
    clock,
  )
  const reservations = createReservations({ low, ceiling: Math.max(low, ceiling) })
  const lines = quotaLog({ clock, log })
  const reserved: number[] = []
  let first: QuotaFacts['firstCall']
  let ofCommands: QuotaFacts['ofCommands']

  return {
    /** `ambiguous`: the limits of the request could be read in two ways. */
    async call(call: ModelCall): Promise<QuotaOutcome | 'ambiguous'> {
      const body = limitedBody(call.body)
      if (body === undefined) return 'ambiguous'
      const { asked } = body
      const lane = `${call.route.name} in ${call.region}`
      const conversation = conversationOf(call)
      const known = { lane, conversation, asked: asked ?? 0 }

      const send = async (): Promise<UpstreamAnswer | FailedOutcome> => {
        if (asked === undefined) return client.call(call)
        const sent = reservations.limitFor(known, options.lowers === 'always' || patience.isNarrow(lane))
        const outcome = await client.call({
          ...call,
          body: body.with(sent),
          maxTokens: sent,
          onReply(reply) {
            const { inputTokens, outputTokens, cacheReadTokens, cacheWriteTokens, stopReason } = reply
            reservations.onReply(known, sent, { stopReason, outputTokens: outputTokens ?? undefined })
            if (inputTokens === null) return
            const total = inputTokens + (cacheWriteTokens ?? 0) + sent
            reserved.push(total)
            if (!isClaudeCode(call.headers)) {
              const before = ofCommands ?? { calls: 0, inputTokens: 0, outputTokens: 0 }
              ofCommands = {
                calls: before.calls + 1,
                inputTokens: before.inputTokens + inputTokens + (cacheReadTokens ?? 0) + (cacheWriteTokens ?? 0),
                outputTokens: before.outputTokens + (outputTokens ?? 0),
              }
            } else if (call.isMain) first ??= { reserved: total, inputTokens, cacheReadTokens, cacheWriteTokens }
          },
        })
        const limit = sent > low ? modelLimitIn(outcome) : undefined
        if (limit === undefined || limit >= sent) return outcome
        reservations.onModelLimit(lane, limit)
        return send()
      }

      const queued = { lane, conversation, isMain: call.headers[AGENT_ID] === undefined, signal: call.signal }
      return patience.hold(queued, send, (isRefused) => {
        const { refusal, ...standing } = patience.lane(lane)
        const isCapacity = refusal !== undefined && 'error' in refusal && refusal.failure.code !== 'throttled'
        if (options.patienceMs > 0) lines.tried({ lane, isRefused, isCapacity, ...standing })
      })
    },
    facts: (): QuotaFacts => ({
      ...patience.totals(),
      firstCall: first,
      ofCommands,
      meanReservation:
        reserved.length === 0
          ? undefined
          : Math.round(reserved.reduce((sum, tokens) => sum + tokens) / reserved.length),
      calls: reserved.length,
    }),
    close: () => lines.close(),
  }
}

/** So that a run which waits to the end fails with the quota, not with its time limit. */
const BEFORE_TIMEOUT_MS = 30_000

const AGENT_ID = 'x-claude-code-agent-id'

/**
 * Only subagents' calls carry an agent's id; the side calls of the main conversation (titles, summaries) are asked from its turns
 * (measured with 2.1.330).
 */
function conversationOf({ headers, isMain }: ModelCall): string {
  const agent = headers[AGENT_ID] ?? (isMain ? 'main' : 'side')
  return `${headers['x-claude-code-session-id'] ?? ''} ${agent}`
}

/** Whether waiting helps: a rate that is exceeded, or a service without room; not the quota of a day. */
function isRefusal(outcome: UpstreamAnswer | FailedOutcome, { hasFallback }: QuotaOptions): boolean {
  if (!('error' in outcome)) return false
  const { error, failure } = outcome
  if (!failure.retryable) return false
  if (failure.code === 'throttled' || error.status === 429) return true
  // A proxy between may answer 503 for reasons of its own; AWS says the same with 400, too.
  const isAws = error.name !== 'Error' && error.name !== PROXY_ANSWER
  return failure.code === 'service-unavailable' && [400, 503].includes(error.status ?? 0) && isAws && !hasFallback
}

/** The most output tokens that the model takes, where its refusal says so. */
function modelLimitIn(outcome: UpstreamAnswer | FailedOutcome): number | undefined {
  if (!('error' in outcome) || outcome.error.status !== 400) return undefined
  const [, limit, other] = /exceeds the model limit of (\d+)|max_tokens: \d+ > (\d+)/i.exec(outcome.error.message) ?? []
  return limit === undefined && other === undefined ? undefined : Number(limit ?? other)
}

/** How a quota is after a try; `lane` is a model and its region. */
interface Standing {
  readonly lane: string
  readonly isRefused: boolean
  /** Whether AWS has no capacity, which is no quota. */
  readonly isCapacity: boolean
  readonly waiting: number
  readonly longestMs: number
}

interface Shortage {
  readonly what: string
  readonly beganAt: number
  refusedAt: number
  refused: number
  loggedAt: number
}

const MINUTE_MS = 60_000

/**
 * Logs when a quota becomes short, then at most a line a minute, and when it has room again: never a line for each try. A minute
 * without a refusal ends a shortage.
 */
function quotaLog({ clock, log }: { readonly clock: Clock; readonly log: Pick<Log, 'info'> }) {
  const shortages = new Map<string, Shortage>()

  function end(lane: string, { what, beganAt, refused }: Shortage, words: string): void {
    shortages.delete(lane)
    const calls = `${plural(refused, 'call')} ${refused === 1 ? 'was' : 'were'} refused`
    log.info(`${what} ${words}: ${calls} in ${readableDuration(clock.now() - beganAt)}.`)
  }

  return {
    tried({ lane, isRefused, isCapacity, waiting, longestMs }: Standing): void {
      const now = clock.now()
      const shortage = shortages.get(lane)
      if (!isRefused) {
        if (shortage !== undefined && now - shortage.refusedAt >= MINUTE_MS) end(lane, shortage, 'has room again')
      } else if (shortage === undefined) {
        const what = isCapacity ? `AWS's capacity for ${lane}` : `The quota of ${lane}`
        shortages.set(lane, { what, beganAt: now, refusedAt: now, refused: 1, loggedAt: now })
        log.info(`${what} is short: calls wait in line until there is room (throttle-patience-minutes).`)
      } else {
        shortage.refused += 1
        shortage.refusedAt = now
        if (now - shortage.loggedAt < MINUTE_MS) return
        shortage.loggedAt = now
        const who = `${plural(waiting, 'call')} waiting, the longest for ${readableDuration(longestMs)}`
        log.info(`${shortage.what} is still short: ${who}.`)
      }
    },
    /** The run is over. */
    close(): void {
      for (const [lane, shortage] of shortages) end(lane, shortage, 'was short until the run ended')
    },
  }
}
