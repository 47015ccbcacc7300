import type { EmulatedReply } from './http.ts'

/** Replies scripted for coming requests, by the emulator's name of the operation. */
export interface Faults<Operation extends string> {
  /** The next `times` requests of this operation get this reply and change nothing; scripts of one operation queue up. */
  next(operation: Operation, reply: EmulatedReply, times?: number): void
  /** For the emulator: the reply scripted for the request at hand, used up by asking. */
  take(operation: Operation): EmulatedReply | undefined
}

/** A fault: the connection breaks before any answer. */
export const connectionLost: EmulatedReply = { status: 500, hangUp: true }

export function faultQueue<Operation extends string>(): Faults<Operation> {
  const queues = new Map<Operation, EmulatedReply[]>()
  return {
    next: (operation, reply, times = 1) => {
      queues.set(operation, [...(queues.get(operation) ?? []), ...Array<EmulatedReply>(times).fill(reply)])
    },
    take: (operation) => queues.get(operation)?.shift(),
  }
}
