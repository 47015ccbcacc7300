import { limitFields, withNumbers, type LimitFields } from './limit-fields.ts'

/** How much of the quota the calls of a run reserve. */
export interface ReservationOptions {
  /** `max_tokens` of a call whose replies are not cut. */
  readonly low: number
  /** `max_tokens` at most. */
  readonly ceiling: number
}

/** A call that asks for `asked` tokens, to a model, in a conversation. */
export interface ReservedCall {
  readonly lane: string
  readonly conversation: string
  readonly asked: number
}

/** How a reply ended. */
export interface Reply {
  readonly stopReason: string | undefined
  /** Undefined where the answer did not say. */
  readonly outputTokens: number | undefined
}

/**
 * A call reserves its `max_tokens` of the quota (https://docs.aws.amazon.com/bedrock/latest/userguide/quotas-token-burndown.html),
 * so it is lowered where replies are short, and raised again for a conversation whose reply was cut.
 */
export interface Reservations {
  /** `max_tokens` to send. */
  readonly limitFor: (call: ReservedCall, isNarrow: boolean) => number
  /** To be called with how a reply ended; `sent` is the `max_tokens` that it had. */
  readonly onReply: (call: ReservedCall, sent: number, reply: Reply) => void
  /** Notes the most that a model takes. */
  readonly onModelLimit: (lane: string, limit: number) => void
}

const GROWTH = 4

/** Reservations of one run: `low` until a reply is cut, then four times as much, and `low` again after a whole short one. */
export function createReservations({ low, ceiling }: ReservationOptions): Reservations {
  const grown = new Map<string, number>()
  const models = new Map<string, number>()
  const keyOf = ({ lane, conversation }: ReservedCall) => `${lane} ${conversation}`
  const mostOf = ({ lane, asked }: ReservedCall) => Math.min(asked, ceiling, models.get(lane) ?? Infinity)
  return {
    limitFor(call, isNarrow) {
      const most = mostOf(call)
      return isNarrow ? Math.min(most, grown.get(keyOf(call)) ?? low) : most
    },
    onReply(call, sent, { stopReason, outputTokens }) {
      // What was not lowered cannot be raised: a call that asked for one token got it.
      if (stopReason === 'max_tokens') {
        if (sent < call.asked) grown.set(keyOf(call), Math.min(mostOf(call), sent * GROWTH))
      } else if (outputTokens === undefined || outputTokens <= low) grown.delete(keyOf(call))
    },
    onModelLimit: (lane, limit) => void models.set(lane, limit),
  }
}

/** The limits of a request as it came, and the request with others. */
export interface LimitedBody {
  /** Undefined where the request names none. */
  readonly asked: number | undefined
  /** The same bytes, the numbers replaced where they differ. A thinking budget stays below, as Bedrock requires. */
  with(maxTokens: number): Uint8Array
}

/** Reads the limits of a request; undefined when it could be read in two ways. */
export function limitedBody(body: Uint8Array): LimitedBody | undefined {
  const fields = limitFields(body)
  if (fields === 'ambiguous') return undefined
  const { maxTokens } = fields
  return {
    asked: maxTokens?.value,
    with: (limit) =>
      maxTokens === undefined || maxTokens.value === limit ? body : withNumbers(body, changes(fields, limit)),
  }
}

function changes({ maxTokens, budget }: LimitFields, limit: number) {
  const limited = maxTokens === undefined ? [] : [{ field: maxTokens, value: limit }]
  if (budget === undefined || budget.value < limit) return limited
  return [...limited, { field: budget, value: Math.floor(limit * 0.75) }]
}
