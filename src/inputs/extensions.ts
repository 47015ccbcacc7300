import { join } from 'node:path'

import { yaml } from '../errors.ts'
import { isRecord } from '../json.ts'
import type { Form } from './form.ts'
import type { Context } from './parse-settings.ts'
import type { AgentSettings, PluginSettings } from './settings.ts'
import { parseJsonInput } from './text-file.ts'
import type { Workplace } from './workplace.ts'

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

/**
 * The plugins to install and their marketplaces, one a line or separated by commas. A marketplace is `owner/repository` of github.com or
 * the address of a git repository, each with `#` and a commit, or a folder of a checkout that may configure the agent.
 */
export function parsePlugins(form: Form, place: Workplace | undefined, trustsCheckout: boolean): PluginSettings {
  const plugins = entriesOf(form.text('plugins'))
  const marketplaces = entriesOf(form.text('plugin-marketplaces'))
  for (const part of plugins.filter((plugin) => !/^[\w-][\w.-]*@[\w-][\w.-]*$/.test(plugin)))
    form.refuse('plugins', { part, must: 'must be plugin@marketplace, with the name that the marketplace has' })
  if (plugins.length > 0 && marketplaces.length === 0)
    form.refuse('plugins', {
      must: 'needs plugin-marketplaces: nothing says where the plugins come from',
      fix: ['Name the marketplace and its commit:', yaml('plugin-marketplaces: owner/repository#<commit>')],
    })
  if (marketplaces.length > 0 && plugins.length === 0)
    form.refuse('plugin-marketplaces', {
      must: 'needs plugins: a marketplace alone installs nothing',
      fix: ['Name what to install:', yaml('plugins: plugin@marketplace')],
    })
  const sources = marketplaces.flatMap((entry) => sourceOf(form, entry, trustsCheckout) ?? [])
  const directory = place?.directory ?? ''
  return {
    plugins,
    marketplaces: sources.map((source) => (source.startsWith('./') ? join(directory, source) : source)),
  }
}

const entriesOf = (text: string) =>
  text
    .split(/[\n,]/)
    .map((entry) => entry.replace(/(^|\s)#\s.*$/, '').trim())
    .filter((entry) => entry !== '')

/** The marketplace as `claude plugin marketplace add` takes it; undefined when it was refused. */
function sourceOf(form: Form, entry: string, trustsCheckout: boolean): string | undefined {
  const isFolder = entry.startsWith('./')
  const [, address = '', ref] = /^([^#]+)(?:#(.*))?$/.exec(entry) ?? []
  const url = /^[\w-]+\/[\w.-]+$/.test(address) ? `https://github.com/${address}.git` : address
  const isAddress = /^https?:\/\/[\w.:-]+\/[\w./~%+-]+$/.test(url) && (ref === undefined || /^\w[\w./-]*$/.test(ref))
  let must: string | undefined
  if (!isFolder && !isAddress)
    must =
      'must be owner/repository#<commit>, https://host/path.git#<commit> (without a user or token), or a folder ./path of the checkout'
  else if (isFolder && entry.split('/').includes('..')) must = 'must be a folder below working-directory'
  else if (isFolder && !trustsCheckout) must = 'is in the checkout, which may not configure the agent in this run'
  if (must !== undefined) {
    form.refuse('plugin-marketplaces', { part: entry, must })
    return undefined
  }
  if (isFolder) return entry
  if (ref === undefined || !/^[\da-f]{40}$/.test(ref))
    form.warn(
      `plugin-marketplaces: ${entry} is not pinned to a commit, so whoever can push there decides what the agent runs. Write ${address}#<commit>.`,
    )
  return ref === undefined ? url : `${url}#${ref}`
}
