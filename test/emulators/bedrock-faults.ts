import { bedrockErrorReply, type BedrockError } from './bedrock-errors.ts'
import type { BedrockCall } from './bedrock.ts'
import type { EmulatedReply } from './http.ts'

/** What is known of a call when a fault may strike it: everything but its end. */
export type CallInSight = Omit<BedrockCall, 'status' | 'error'>

export interface FaultScope {
  /** How many calls fail; default 1, `Infinity` for all. */
  readonly times?: number
  /** The first call to fail, counted from 1 from now on, among those that `when` picks. */
  readonly from?: number
  /** Which calls are meant; default all of the runtime plane. */
  readonly when?: (call: CallInSight) => boolean
}

export interface BedrockFaults {
  /** Lets coming calls fail, with an error of Bedrock or with any reply; only calls with good credentials get so far. */
  inject(fault: BedrockError | EmulatedReply, scope?: FaultScope): void
  clear(): void
  /** For the emulator: the reply for the call at hand, if it is to fail. */
  take(call: CallInSight): EmulatedReply | undefined
}

export function bedrockFaults(): BedrockFaults {
  const rules: { reply: () => EmulatedReply; scope: FaultScope; seen: number }[] = []
  return {
    inject: (fault, scope = {}) => {
      rules.push({ reply: () => ('type' in fault ? bedrockErrorReply(fault) : fault), scope, seen: 0 })
    },
    clear: () => {
      rules.length = 0
    },
    take: (call) => {
      const striking = rules.filter((rule) => {
        const { times = 1, from = 1, when = ({ plane }: CallInSight) => plane === 'runtime' } = rule.scope
        if (!when(call) || rule.seen >= from - 1 + times) return false
        rule.seen += 1
        return rule.seen >= from
      })
      return striking[0]?.reply()
    },
  }
}
