// What the real Claude Code says of itself, for the facts that are recorded with a release.
import { pricedName } from '../../src/claude/prices.ts'
import { FOUNDATION_MODELS } from '../emulators/bedrock-catalogue.ts'
import type { Usage } from '../emulators/bedrock-script.ts'
import { askedClaude } from './asked-claude.ts'

/** Names of tools and levels of effort. */
export interface KnownNames {
  readonly tools: readonly string[]
  readonly levels: readonly string[]
}

/** Of its tools those that it starts with, and those of `before` that its check of rules that deny still knows. */
export async function askNames(before: readonly string[]): Promise<KnownNames> {
  const claude = await askedClaude()
  try {
    const { init } = await claude.ask({})
    const names = [...new Set([...before, ...(init?.tools as readonly string[])])].sort()
    const rules = names.map((name) => `--disallowedTools=${name}`)
    const { file } = await claude.ask({ args: ['--debug-file=$DIR/debug.log', ...rules] })
    const unknown = [...(file('debug.log') ?? '').matchAll(/deny rule "([^"]+)" matches no known tool/g)]
    const gone = unknown.map(([, name]) => name)
    const { stderr } = await claude.ask({ args: ['--effort=none-such'] })
    const [, levels = ''] = /Valid values: ([\w, ]+)\./.exec(stderr) ?? []
    return { tools: names.filter((name) => !gone.includes(name)), levels: levels.split(', ') }
  } finally {
    await claude.close()
  }
}

/** The text of `src/claude/release-facts.ts`. */
export function namesModule({ tools, levels }: KnownNames): string {
  const quoted = (name: string) => `'${name}'`
  return `// Written by \`npx node scripts/release-facts.ts\` from what the Claude Code of release.ts says of itself.

/**
 * Tools that a permission rule can name; some exist only on other platforms or with other settings, and former names still mean
 * a tool. Those that another platform has are kept from before.
 */
export const KNOWN_TOOLS: readonly string[] = [
${tools.map((name) => `  ${quoted(name)},`).join('\n')}
]

/** Values of \`--effort\`. */
export const EFFORT_LEVELS = [${levels.map(quoted).join(', ')}] as const
`
}

/** The JSON schema of its settings, as its own skill `update-config` hands it to the model, without the prose. */
export async function askSettingsSchema(): Promise<SchemaNode> {
  const claude = await askedClaude()
  try {
    const { requests } = await claude.ask({ prompt: '/update-config show the schema' })
    const texts = requests.flatMap(({ messages }) => messages).flatMap(({ content }) => textsOf(content))
    const [, schema = ''] =
      texts.map((text) => /## Full Settings JSON Schema\s+```json\n(.*?)\n```\n/s.exec(text)).find(Boolean) ?? []
    return withoutProse(JSON.parse(schema)) as SchemaNode
  } finally {
    await claude.close()
  }
}

export interface SchemaNode {
  readonly properties: Readonly<Record<string, unknown>>
}

const textsOf = (content: unknown): readonly string[] =>
  Array.isArray(content)
    ? content.map((block: { text?: string }) => block.text ?? '')
    : typeof content === 'string'
      ? [content]
      : []

/** Marketplaces are described five times, in 25 kB; a wrong entry there is dropped by itself. */
const SHORTENED = /Marketplaces$/

function withoutProse(node: unknown, areNames = false): unknown {
  if (Array.isArray(node)) return node.map((item) => withoutProse(item))
  if (typeof node !== 'object' || node === null) return node
  return Object.fromEntries(
    Object.entries(node).flatMap(([key, value]) => {
      if (!areNames && ['description', 'default', '$schema'].includes(key)) return []
      if (areNames && SHORTENED.test(key)) return [[key, { type: (value as { type?: string }).type }]]
      return [[key, withoutProse(value, !areNames && key === 'properties')]]
    }),
  )
}

/** The text of `src/claude/settings-schema.ts`. */
export function settingsSchemaModule({ properties }: SchemaNode): string {
  const lines = Object.entries(properties).map(([name, node]) => `  ${JSON.stringify(name)}: ${JSON.stringify(node)},`)
  return `// Written by \`node scripts/release-facts.ts\` from what the Claude Code of release.ts says of itself.

/** The keys of Claude Code's settings and the JSON schema of each. A value of another type makes it drop the whole file. */
export const SETTINGS_SCHEMA: Readonly<Record<string, object>> = {
${lines.join('\n')}
}
`
}

const KINDS = ['input_tokens', 'output_tokens', 'cache_read_input_tokens', 'cache_creation_input_tokens'] as const

/** Models that can be called, by the id of a profile each. */
export const PRICED_PROFILES: readonly string[] = FOUNDATION_MODELS.filter(
  ({ lifecycle }) => lifecycle !== 'END_OF_LIFE',
).map(({ id, prefixes }) => `${prefixes[0]}.${id}`)

/** What the real Claude Code says that an answer of a model has cost, in dollars. */
export async function askCost(
  claude: Awaited<ReturnType<typeof askedClaude>>,
  profile: string,
  usage: Partial<Usage>,
): Promise<number> {
  const none = { input_tokens: 0, output_tokens: 0, cache_read_input_tokens: 0, cache_creation_input_tokens: 0 }
  const { result } = await claude.ask({
    ...{ env: { ANTHROPIC_MODEL: profile }, script: [{ text: 'Done.', usage: { ...none, ...usage } }] },
  })
  if (typeof result?.total_cost_usd !== 'number') throw new Error(`no cost of ${profile}`)
  return result.total_cost_usd
}

/** Dollars for a million tokens of each kind, by the names of the table: 0.1 million are asked for, which no long context is. */
export async function askPrices(): Promise<Readonly<Record<string, readonly number[]>>> {
  const claude = await askedClaude()
  try {
    const prices: Record<string, number[]> = {}
    for (const profile of PRICED_PROFILES) {
      const row: number[] = []
      for (const kind of KINDS)
        row.push(Number(((await askCost(claude, profile, { [kind]: 100_000 })) * 10).toFixed(6)))
      prices[pricedName(profile)] = row
    }
    return prices
  } finally {
    await claude.close()
  }
}

/** The text of `src/claude/model-prices.ts`. */
export function modelPricesModule(prices: Readonly<Record<string, readonly number[]>>): string {
  const lines = Object.entries(prices).map(([name, row]) => `  '${name}': [${row.join(', ')}],`)
  return `// Written by \`node scripts/release-facts.ts\` from what the Claude Code of release.ts says that calls cost.

/** Dollars for a million tokens, by model: input, output, read from the cache, written to the cache. */
export const MODEL_PRICES: Readonly<Record<string, readonly [number, number, number, number]>> = {
${lines.join('\n')}
}
`
}
