import { isRecord } from '../json.ts'
import type { Form } from './form.ts'
import type { McpConfig } from './settings.ts'
import { parseJsonInput } from './text-file.ts'
import type { Workplace } from './workplace.ts'

type Json = Readonly<Record<string, unknown>>

/** Kinds of servers; the last two are spellings of one. */
const REMOTE = ['sse', 'ws', 'http', 'streamable-http']

/**
 * The input `mcp-config`. Claude Code leaves out a server whose description it cannot read, and goes on without a word (seen
 * with 2.1.330), so each is checked here by the form it must have (https://code.claude.com/docs/en/mcp).
 */
export async function parseMcpConfig(form: Form, place: Workplace | undefined): Promise<McpConfig | undefined> {
  const input = await parseJsonInput(form, 'mcp-config', place)
  if (input === undefined) return undefined
  const { mcpServers } = input.value
  if (!isRecord(mcpServers)) {
    form.refuse('mcp-config', { must: 'must have an object "mcpServers", with a server by each name' })
    return undefined
  }
  for (const [name, server] of Object.entries(mcpServers)) {
    const problems = name === 'workspace' ? ['has a name that Claude Code keeps for itself'] : problemsOf(server)
    for (const problem of problems) form.refuse('mcp-config', { must: `must describe each server: ${name} ${problem}` })
  }
  return { json: input.value, servers: Object.keys(mcpServers) }
}

function problemsOf(server: unknown): readonly string[] {
  if (!isRecord(server)) return ['must be an object']
  const { type = 'stdio' } = server
  if (type === 'stdio') {
    return [
      ...(isText(server.command)
        ? []
        : ['must have a command, as a text' + ('url' in server ? ', or a type beside its url' : '')]),
      ...(server.args === undefined || isTextList(server.args) ? [] : ['must have args as a list of texts']),
      ...textsProblem(server, 'env'),
    ]
  }
  if (typeof type !== 'string' || !REMOTE.includes(type)) return [`must have one of these types: stdio, http, sse, ws`]
  return [
    ...(isAddress(server.url) ? [] : ['must have an absolute address as url']),
    ...textsProblem(server, 'headers'),
  ]
}

const isText = (value: unknown) => typeof value === 'string' && value !== ''

const isTextList = (value: unknown) => Array.isArray(value) && value.every((item) => typeof item === 'string')

/** Variables in an address are put in later, by Claude Code. */
const isAddress = (value: unknown) => typeof value === 'string' && (value.includes('${') || URL.canParse(value))

function textsProblem(server: Json, key: 'env' | 'headers'): readonly string[] {
  const value = server[key]
  const fits =
    value === undefined || (isRecord(value) && Object.values(value).every((text) => typeof text === 'string'))
  return fits ? [] : [`must have ${key} as an object of texts`]
}
