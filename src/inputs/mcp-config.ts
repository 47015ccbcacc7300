import { isRecord } from '../json.ts'
import type { Form } from './form.ts'
import type { Context } from './parse-settings.ts'
import type { AgentSettings } from './settings.ts'
import { parseJsonInput } from './text-file.ts'

/** Kinds of servers; the last two are spellings of one. */
const REMOTE = ['sse', 'ws', 'http', 'streamable-http']

/**
 * The input `mcp-config`. Claude Code leaves out a server whose description it cannot read, and goes on without a word (seen
 * with 2.1.330), so each is checked here by the form it must have (https://code.claude.com/docs/en/mcp).
 */
export async function parseMcpConfig(form: Form, place: Context['place']): Promise<AgentSettings['mcpConfig']> {
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
  const problems: string[] = []
  if (type === 'stdio') {
    const { command, args = [], env = {} } = server
    if (!isText(command) || command === '')
      problems.push(`must have a command, as a text${'url' in server ? ', or a type beside its url' : ''}`)
    if (!Array.isArray(args) || !args.every(isText)) problems.push('must have args as a list of texts')
    if (!isObjectOfTexts(env)) problems.push('must have env as an object of texts')
  } else if (isText(type) && REMOTE.includes(type)) {
    const { url, headers = {} } = server
    // Variables in an address are put in later, by Claude Code.
    if (!isText(url) || !(url.includes('${') || URL.canParse(url)))
      problems.push('must have an absolute address as url')
    if (!isObjectOfTexts(headers)) problems.push('must have headers as an object of texts')
  } else problems.push('must have one of these types: stdio, http, sse, ws')
  return problems
}

const isText = (value: unknown) => typeof value === 'string'

const isObjectOfTexts = (value: unknown) => isRecord(value) && Object.values(value).every(isText)
