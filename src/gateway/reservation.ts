import { limitFields, withNumbers } from './limit-fields.ts'

/** A call that asks for `asked` tokens, to a model, in a conversation. */
interface ReservedCall {
  readonly lane: string
  readonly conversation: string
  readonly asked: number
}

/** How a reply ended; its tokens are undefined where the answer did not say. */
interface Reply {
  readonly stopReason: string | undefined
  readonly outputTokens: number | undefined
}

const GROWTH = 4

/**
 * A call reserves its `max_tokens` of the quota (https://docs.aws.amazon.com/bedrock/latest/userguide/quotas-token-burndown.html),
 * so a run sends `low` until a reply of a conversation is cut, then four times as much, at most `ceiling`, and `low` again after a
 * whole short one.
 */
export function createReservations({ low, ceiling }: { readonly low: number; readonly ceiling: number }) {
  const grown = new Map<string, number>()
  const models = new Map<string, number>()
  const keyOf = ({ lane, conversation }: ReservedCall) => `${lane} ${conversation}`
  const mostOf = ({ lane, asked }: ReservedCall) => Math.min(asked, ceiling, models.get(lane) ?? Infinity)
  return {
    /** `max_tokens` to send. */
    limitFor: (call: ReservedCall, isNarrow: boolean): number => {
      const most = mostOf(call)
      return isNarrow ? Math.min(most, grown.get(keyOf(call)) ?? low) : most
    },
    /** To be called with how a reply ended; `sent` is the `max_tokens` that it had. */
    onReply: (call: ReservedCall, sent: number, { stopReason, outputTokens }: Reply): void => {
      // What was not lowered cannot be raised: a call that asked for one token got it.
      if (stopReason === 'max_tokens') {
        if (sent < call.asked) grown.set(keyOf(call), Math.min(mostOf(call), sent * GROWTH))
      } else if (outputTokens === undefined || outputTokens <= low) grown.delete(keyOf(call))
    },
    /** Notes the most that a model takes. */
    onModelLimit: (lane: string, limit: number) => void models.set(lane, limit),
  }
}

/** The limits of a request as it came, and the request with others; undefined when it could be read in two ways. */
export function limitedBody(body: Uint8Array) {
  const fields = limitFields(body)
  if (fields === 'ambiguous') return undefined
  const { maxTokens, budget } = fields
  return {
    /** Undefined where the request names none. */
    asked: maxTokens?.value,
    /** The same bytes, the numbers replaced where they differ. A thinking budget stays below, as Bedrock requires. */
    with(limit: number): Uint8Array {
      if (maxTokens === undefined || maxTokens.value === limit) return body
      const changes = [{ field: maxTokens, value: limit }]
      if (budget !== undefined && budget.value >= limit)
        changes.push({ field: budget, value: Math.floor(limit * 0.75) })
      return withNumbers(body, changes)
    },
  }
}
