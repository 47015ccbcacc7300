import type { ModelCall } from './activity.ts'
import type { Totals } from './content.ts'

/** How much had been used at a moment. */
export interface GrowthPoint {
  readonly at: number
  readonly tokens: number
  /** Undefined where the run never said what it cost. */
  readonly costUsd: number | undefined
}

/**
 * Tokens and cost as they grew. The totals are those of the last event, exact; events tell only the input of each answer, so
 * written tokens are shared out by the length of what was written, and the cost by tokens in the ratios of Claude's prices
 * (https://platform.claude.com/docs/en/about-claude/pricing: output 5, cache write 1.25, cache read 0.1 of input). Without
 * a last event a written token counts as 4 characters.
 */
export function growthOf(calls: readonly ModelCall[], totals: Totals): readonly GrowthPoint[] {
  const ordered = calls.toSorted((a, b) => a.to - b.to)
  const written = ordered.reduce((sum, call) => sum + call.written, 0)
  const shares = ordered.map((call) => {
    const output =
      totals.outputTokens === undefined
        ? Math.max(call.outputTokens, call.written / 4)
        : (totals.outputTokens * call.written) / Math.max(written, 1)
    const tokens = call.inputTokens + call.cacheReadTokens + call.cacheCreationTokens + output
    const weight = call.inputTokens + call.cacheReadTokens * 0.1 + call.cacheCreationTokens * 1.25 + output * 5
    return { at: call.to, tokens, weight }
  })
  const tokenSum = shares.reduce((sum, share) => sum + share.tokens, 0)
  const weightSum = shares.reduce((sum, share) => sum + share.weight, 0)
  const tokenScale = totals.tokens === undefined || tokenSum === 0 ? 1 : totals.tokens / tokenSum
  let tokens = 0
  let weight = 0
  return shares.map((share) => {
    tokens += share.tokens * tokenScale
    weight += share.weight
    const costUsd = totals.costUsd === undefined ? undefined : (totals.costUsd * weight) / Math.max(weightSum, 1)
    return { at: share.at, tokens, costUsd }
  })
}

/** What each answer took, at the row that it begins with. */
export function addUsed(calls: readonly ModelCall[], totals: Totals): void {
  const ordered = calls.toSorted((a, b) => a.to - b.to)
  let before: GrowthPoint = { at: 0, tokens: 0, costUsd: 0 }
  growthOf(ordered, totals).forEach((point, at) => {
    const row = ordered[at]?.row
    const costUsd = point.costUsd === undefined ? undefined : point.costUsd - (before.costUsd ?? 0)
    if (row !== undefined) row.used = { tokens: Math.round(point.tokens - before.tokens), costUsd }
    before = point
  })
}
