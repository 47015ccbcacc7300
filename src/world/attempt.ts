import { stringOf } from '../json.ts'

/** What `task` returns; undefined where it throws. */
export function attempt<T>(task: () => T): T | undefined {
  try {
    return task()
  } catch {
    return undefined
  }
}

/** What an error says, whatever was thrown. */
export const messageOf = (error: unknown): string => stringOf(error, 'message') ?? String(error)
