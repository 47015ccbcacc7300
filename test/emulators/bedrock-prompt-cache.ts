import { createHash } from 'node:crypto'
import { tokensIn } from './bedrock-messages.ts'

/** Input tokens of a request: read from the cache, written to it, and neither. */
export interface InputTokens {
  readonly input: number
  readonly cacheWrite: number
  readonly cacheRead: number
}

const LIFETIME_MS = 5 * 60_000

/**
 * Prompt caching as the Messages API has it (https://platform.claude.com/docs/en/build-with-claude/prompt-caching): tools,
 * system and messages in this order, up to the last block with `cache_control`. What any request began with in the last five
 * minutes is read; one cache per model and region.
 */
export function promptCache(
  now: () => number,
): (place: string, body: Readonly<Record<string, unknown>>) => InputTokens {
  const known = new Map<string, number>()
  return (place, body) => {
    const blocks = blocksOf(body)
    const last = blocks.findLastIndex(({ isMarked }) => isMarked)
    const tokens = blocks.map(({ text }) => tokensIn(text))
    const sum = (from: number, to: number) => tokens.slice(from, to).reduce((a, b) => a + b, 0)
    let hash = createHash('sha256').update(place)
    let read = 0
    for (const [index, { text }] of blocks.slice(0, last + 1).entries()) {
      hash = hash.update(text)
      const key = hash.copy().digest('hex')
      if ((known.get(key) ?? -Infinity) > now() - LIFETIME_MS) read = index + 1
      known.set(key, now())
    }
    return { cacheRead: sum(0, read), cacheWrite: sum(read, last + 1), input: sum(last + 1, blocks.length) }
  }
}

function blocksOf({ tools, system, messages }: Readonly<Record<string, unknown>>) {
  const messageBlocks = listOf(messages).flatMap((message) => {
    const { role, content } = message as { role?: string; content?: unknown }
    return listOf(content).map((block) => ({ role, block }))
  })
  return [...listOf(tools), ...listOf(system), ...messageBlocks].map((item) => {
    const text = JSON.stringify(item, (key, value: unknown) => (key === 'cache_control' ? undefined : value))
    return { text, isMarked: JSON.stringify(item).includes('"cache_control":{') }
  })
}

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value]
