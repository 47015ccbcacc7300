// What the real Claude Code says of itself, for the facts that are recorded with a release.
import { askedClaude } from './asked-claude.ts'

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
