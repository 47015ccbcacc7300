import { fieldOf, isRecord, numberOf, parseJson } from '../json.ts'

/** Output tokens that any call may ask for: Claude Code's own side calls ask for more than the run's limit (8192 with 2.1.330). */
const CEILING = 32_000

/**
 * The body of a call with its `max_tokens` (and the thinking budget, which must be below) brought down to the ceiling, or to
 * the run's own limit where that is higher: a command of the agent could ask for more. Unchanged where it asks for less.
 */
export function cappedBody(body: Uint8Array, maxOutputTokens: number): Uint8Array {
  const most = Math.max(CEILING, maxOutputTokens)
  const request = parseJson(new TextDecoder().decode(body))
  if (!isRecord(request) || (numberOf(request, 'max_tokens') ?? 0) <= most) return body
  const thinking = fieldOf(request, 'thinking')
  const budget = numberOf(thinking, 'budget_tokens') ?? 0
  const capped = {
    ...request,
    max_tokens: most,
    ...(isRecord(thinking) && budget >= most && { thinking: { ...thinking, budget_tokens: most - 1 } }),
  }
  return new TextEncoder().encode(JSON.stringify(capped))
}
