import { join } from 'node:path'

import type { AgentSettings } from '../inputs/settings.ts'
import { isRecord } from '../json.ts'
import type { Files } from '../ports/machine.ts'
import { isActionsOwn } from '../variable-names.ts'

/** Files that Claude Code reads for one run, by absolute path, and its environment beside them. */
export type RunFiles = Awaited<ReturnType<typeof writeRunFiles>>

type Variables = Readonly<Record<string, string>>

/**
 * Writes what the agent is given to read, with mode 0600 and never on a command line, where every process of the machine
 * could read it: one settings file, which beats those of the user and of the checkout (seen with 2.1.330), and the MCP servers.
 */
export async function writeRunFiles(
  agent: AgentSettings,
  { directory, variables }: { readonly directory: string; readonly variables: Variables },
  files: Pick<Files, 'write'>,
) {
  const settings = join(directory, 'run-settings.json')
  const mcpConfig = agent.mcpConfig === undefined ? undefined : join(directory, 'run-mcp.json')
  await files.write(settings, JSON.stringify(runSettings(agent, variables)))
  if (mcpConfig !== undefined) await files.write(mcpConfig, JSON.stringify(agent.mcpConfig?.json))
  return { settings, mcpConfig, environment: withoutProof(variables) }
}

/** Removes them: nothing reads them after the run. */
export async function removeRunFiles(directory: string, files: Pick<Files, 'remove'>): Promise<void> {
  await Promise.all(['run-settings.json', 'run-mcp.json'].map((name) => files.remove(join(directory, name))))
}

/**
 * The user's settings with the action's own over them. Rules are here and not in flags, since Claude Code splits the values of
 * those once more and reads `Bash(echo (a), Bash, b)` as a rule for all of Bash (seen with 2.1.330).
 */
export function runSettings(agent: AgentSettings, variables: Variables): Readonly<Record<string, unknown>> {
  const { json, checkoutEnvironment } = agent.settings
  const own = Object.entries(variables).filter(([name]) => isActionsOwn(name))
  const unset = Object.keys(checkoutEnvironment).filter(isActionsOwn)
  const theirs: Readonly<Record<string, unknown>> = isRecord(json.env) ? json.env : {}
  const permissions: Readonly<Record<string, unknown>> = isRecord(json.permissions) ? json.permissions : {}
  return {
    ...json,
    permissions: {
      ...permissions,
      allow: [...listOf(permissions.allow), ...agent.allowedTools],
      deny: [...listOf(permissions.deny), ...agent.disallowedTools],
    },
    env: {
      ...theirs,
      ...noProxy([variables, checkoutEnvironment, theirs]),
      ...Object.fromEntries([...unset.map((name) => [name, '']), ...own]),
    },
  }
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** No proxy may be asked for the gateway at 127.0.0.1, nor one that a file names later: Claude Code reads its settings again. */
function noProxy(sources: readonly Readonly<Record<string, unknown>>[]): Variables {
  const valuesOf = (pattern: RegExp) =>
    sources.flatMap((source) => Object.entries(source).flatMap(([name, value]) => (pattern.test(name) ? [value] : [])))
  if (!sources.some(isGateway) && valuesOf(/^(https?|all)_proxy$/i).length === 0) return {}
  const hosts = valuesOf(/^no_proxy$/i).flatMap((list) => (typeof list === 'string' ? list.split(',') : []))
  const list = [...new Set([...hosts.map((host) => host.trim()), '127.0.0.1'])].filter(Boolean).join(',')
  return { NO_PROXY: list, no_proxy: list }
}

const isGateway = (variables: Readonly<Record<string, unknown>>) =>
  variables.CLAUDE_CODE_SKIP_BEDROCK_AUTH !== undefined

/** What the gateway must see, or how to reach Bedrock, is in the settings file alone: where that is dropped, deny rules too, no call succeeds. */
function withoutProof(variables: Variables): Variables {
  const proof = isGateway(variables) ? 'ANTHROPIC_CUSTOM_HEADERS' : 'CLAUDE_CODE_USE_BEDROCK'
  return Object.fromEntries(Object.entries(variables).filter(([name]) => name !== proof))
}
