// Written by `node scripts/release-facts.ts` from what the Claude Code of release.ts says that calls cost.

/** Dollars for a million tokens, by model: input, output, read from the cache, written to the cache. */
export const MODEL_PRICES: Readonly<Record<string, readonly [number, number, number, number]>> = {
  'claude-opus-5-5': [4, 20, 0.2, 5],
  'claude-sonnet-5-5': [2, 10, 0.1, 2.5],
  'claude-haiku-5-5': [0.1, 0.5, 0.01, 0.125],
  'claude-opus-5': [5, 25, 0.5, 6.25],
  'claude-sonnet-5': [2, 10, 0.2, 2.5],
  'claude-fable-5-2': [8, 40, 0.2, 10],
  'claude-opus-4-8': [5, 25, 0.5, 6.25],
  'claude-opus-4-7': [5, 25, 0.5, 6.25],
  'claude-opus-4-6': [5, 25, 0.5, 6.25],
  'claude-sonnet-4-6': [3, 15, 0.3, 3.75],
  'claude-opus-4-5-20251101': [5, 25, 0.5, 6.25],
  'claude-haiku-4-5-20251001': [1, 5, 0.1, 1.25],
  'claude-sonnet-4-5-20250929': [3, 15, 0.3, 3.75],
  'claude-opus-4-1-20250805': [15, 75, 1.5, 18.75],
  'claude-opus-4-20250514': [15, 75, 1.5, 18.75],
}
