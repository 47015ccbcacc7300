import { MODEL_PRICES } from './model-prices.ts'

/** Tokens of a call, in the four kinds that have prices of their own. */
export interface TokenCounts {
  /** Neither read from the cache nor written to it. */
  readonly input: number
  readonly output: number
  readonly cacheRead: number
  readonly cacheWrite: number
}

/** Dollars of a call by Claude Code's own prices, as its `total_cost_usd` counts; undefined for a model that it has none of. */
export function priceOf(model: string, { input, output, cacheRead, cacheWrite }: TokenCounts): number | undefined {
  const name = pricedName(model)
  const prices = Object.hasOwn(MODEL_PRICES, name) ? MODEL_PRICES[name] : undefined
  if (prices === undefined) return undefined
  const [ofInput, ofOutput, ofCacheRead, ofCacheWrite] = prices
  return (input * ofInput + output * ofOutput + cacheRead * ofCacheRead + cacheWrite * ofCacheWrite) / 1_000_000
}

/** The name of a model in the table, without geography and version: of a model id, a profile id, or an ARN that ends in one. */
export function pricedName(model: string): string {
  return /(?:^|[./])anthropic\.([\w.-]+?)(?:-v\d+)?(?::\d+)?$/.exec(model)?.[1] ?? ''
}
