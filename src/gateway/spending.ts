import { priceOf, type TokenCounts } from '../claude/prices.ts'
import { Failure, yaml } from '../errors.ts'
import { fieldOf, numberOf, stringOf } from '../json.ts'
import type { EventStreams, UpstreamAnswer } from '../ports/gateway.ts'
import type { Log } from '../ports/machine.ts'
import type { ClientCall } from './bedrock-client.ts'
import { eventIn, isEventStream, jsonIn } from './call-record.ts'

/** A call that can be made. One of the two, once. */
export interface Admission {
  /** The body of its answer, unchanged. */
  counted(answer: UpstreamAnswer): AsyncIterable<Uint8Array>
  /** It has no answer. */
  giveUp(): void
}

/**
 * Holds the calls of one run, whoever makes them, to a number of dollars; undefined without a limit. Dollars by the prices of
 * Claude Code's own cost. A model without a price is not held, and the log says so.
 */
export function createSpending(
  limitUsd: number | undefined,
  { log, eventStreams }: { readonly log: Pick<Log, 'info'>; readonly eventStreams: EventStreams },
) {
  if (limitUsd === undefined) return undefined
  let spent = 0
  let reserved = 0
  let calls = 0
  let waiting: (() => void)[] = []
  const unpriced = new Set<string>()

  /** What a call costs at most, roughly: four bytes are a token. */
  const estimate = (model: string, body: Uint8Array) => {
    const output = numberOf(jsonIn(body), 'max_tokens') ?? 0
    return priceOf(model, { input: body.length / 4, output, cacheRead: 0, cacheWrite: 0 })
  }

  return {
    /**
     * Waits until a call of a model can be made: calls that are on their way count with all that they may cost. Resolves with why
     * none can be made any more, or with what passes the answer on and counts it; an answer that never comes is given up.
     */
    async admit(call: Pick<ClientCall, 'body' | 'signal'> & { readonly model: string }): Promise<Failure | Admission> {
      const { model, body, signal } = call
      const most = estimate(model, body)
      if (most === undefined) {
        if (!unpriced.has(model))
          log.info(
            `max-budget-usd: no price of ${model} is recorded, so its calls are held by Claude Code’s own count alone, which leaves out those of the agent's commands.`,
          )
        unpriced.add(model)
        return { counted: ({ body: same }) => same, giveUp: () => undefined }
      }
      while (spent < limitUsd && reserved > 0 && spent + reserved + most > limitUsd)
        await new Promise<void>((resolve) => waiting.push(resolve))
      if (spent >= limitUsd) return exceeded(limitUsd, { spent, calls })
      reserved += most
      let isOpen = true
      const settle = (counts: TokenCounts | undefined) => {
        if (!isOpen) return
        isOpen = false
        reserved = Math.max(0, reserved - most)
        if (counts !== undefined) {
          spent += priceOf(model, counts) ?? 0
          calls += 1
        }
        const woken = waiting
        waiting = []
        for (const resolve of woken) resolve()
      }
      let meter: Awaited<ReturnType<typeof meterOf>> | undefined
      // An answer that nobody takes is never read to its end.
      signal.addEventListener('abort', () => settle(meter?.counts()), { once: true })
      return {
        async *counted(answer) {
          meter = await meterOf(answer, eventStreams)
          try {
            for await (const piece of answer.body) {
              meter.read(piece)
              // The next call may come with the last piece.
              if (meter.isWhole()) settle(meter.counts())
              yield piece
            }
          } finally {
            settle(meter.counts())
          }
        },
        giveUp: () => settle(undefined),
      }
    },
  }
}

function exceeded(limit: number, { spent, calls }: { spent: number; calls: number }): Failure {
  return new Failure('budget-exceeded', {
    message: `The ${calls} calls of this run have cost $${spent.toFixed(4)}, and max-budget-usd is ${limit}.\nCalls of the agent's commands count as those of Claude Code itself; the limit is checked before each call.`,
    fix: ['Allow more, or ask for less:', yaml(`max-budget-usd: "${limit * 2}"`)],
  })
}

/** Counts the tokens of an answer by what it says of them; of one that breaks off, the output by its events. */
async function meterOf({ headers }: UpstreamAnswer, eventStreams: EventStreams) {
  if (!isEventStream(headers)) {
    const pieces: Uint8Array[] = []
    return {
      read: (piece: Uint8Array) => void pieces.push(piece),
      isWhole: () => false,
      counts: () => countsIn(fieldOf(jsonIn(Buffer.concat(pieces)), 'usage')),
    }
  }
  const messagesIn = await eventStreams.reader()
  let start: TokenCounts = countsIn(undefined)
  let output: number | undefined
  let events = 0
  let whole = false
  return {
    read(piece: Uint8Array): void {
      for (const { payload } of messagesIn(piece)) {
        const event = eventIn(payload)
        const type = stringOf(event, 'type')
        events += 1
        if (type === 'message_start') start = countsIn(fieldOf(fieldOf(event, 'message'), 'usage'))
        if (type === 'message_delta') output = numberOf(fieldOf(event, 'usage'), 'output_tokens') ?? output
        whole ||= type === 'message_stop'
      }
    },
    /** Whether the event that ends an answer has come. */
    isWhole: () => whole,
    counts: () => ({ ...start, output: output ?? Math.max(start.output, events) }),
  }
}

const countsIn = (usage: unknown): TokenCounts => ({
  input: numberOf(usage, 'input_tokens') ?? 0,
  output: numberOf(usage, 'output_tokens') ?? 0,
  cacheRead: numberOf(usage, 'cache_read_input_tokens') ?? 0,
  cacheWrite: numberOf(usage, 'cache_creation_input_tokens') ?? 0,
})
