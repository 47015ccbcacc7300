import { parseJson } from '../json.ts'

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

/** A number in a request's bytes, and where its digits are. */
interface NumberField {
  readonly value: number
  readonly start: number
  readonly end: number
}

const QUOTE = 0x22
const COLON = 0x3a
const BACKSLASH = 0x5c
const SPACES = Buffer.from(' \t\n\r')
const DIGITS = Buffer.from('0123456789')

/**
 * The numbers of a request that limit its answer: `max_tokens` at the top level of a JSON object, and `budget_tokens` of `thinking`;
 * undefined where it has none. The whole is not parsed. `ambiguous` when
 * another reader could find another limit: two of them, an escaped key, a value that is no whole number, or bytes that are
 * not UTF-8 (JSON in UTF-16 has zero bytes).
 */
export function limitFields(body: Uint8Array) {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.length)
  if (bytes.includes(0)) return 'ambiguous'
  let depth = 0
  let topKey: unknown
  let maxTokens: NumberField | undefined
  let budget: NumberField | undefined
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]
    if (byte === 0x7b || byte === 0x5b) depth += 1
    else if (byte === 0x7d || byte === 0x5d) depth -= 1
    else if (byte === QUOTE) {
      const end = endOfString(bytes, at)
      if (depth <= 2) {
        const after = skipSpace(bytes, end + 1)
        if (bytes[after] === COLON) {
          const raw = bytes.toString('utf8', at, end + 1)
          const key = parseJson(raw)
          if (depth === 1) topKey = key
          if (depth === 1 && key === 'max_tokens') {
            if (maxTokens !== undefined || raw.includes('\\')) return 'ambiguous'
            maxTokens = numberAt(bytes, after + 1)
            if (maxTokens === undefined) return 'ambiguous'
          }
          if (depth === 2 && topKey === 'thinking' && key === 'budget_tokens') budget = numberAt(bytes, after + 1)
        }
      }
      at = end
    }
  }
  return { maxTokens, budget }
}

/** The same bytes with other numbers in these places. */
function withNumbers(
  body: Uint8Array,
  changes: readonly { readonly field: NumberField; readonly value: number }[],
): Uint8Array {
  const pieces: Uint8Array[] = []
  let at = 0
  for (const { field, value } of [...changes].sort((a, b) => a.field.start - b.field.start)) {
    pieces.push(body.subarray(at, field.start), Buffer.from(String(value)))
    at = field.end
  }
  return Buffer.concat([...pieces, body.subarray(at)])
}

function endOfString(bytes: Buffer, start: number): number {
  for (let at = bytes.indexOf(QUOTE, start + 1); at >= 0; at = bytes.indexOf(QUOTE, at + 1)) {
    let slashes = 0
    while (bytes[at - 1 - slashes] === BACKSLASH) slashes += 1
    if (slashes % 2 === 0) return at
  }
  return bytes.length
}

/** The whole number that begins here; undefined when something else does. */
function numberAt(bytes: Buffer, from: number): NumberField | undefined {
  const start = skipSpace(bytes, from)
  let end = start
  while (DIGITS.includes(bytes[end] ?? 0)) end += 1
  const next = bytes[skipSpace(bytes, end)]
  if (end === start || (next !== 0x2c && next !== 0x7d)) return undefined
  return { value: Number(bytes.toString('latin1', start, end)), start, end }
}

function skipSpace(bytes: Buffer, from: number): number {
  let at = from
  while (SPACES.includes(bytes[at] ?? 0)) at += 1
  return at
}
