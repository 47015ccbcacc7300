import { join } from 'node:path'

import type { AgentSettings, BedrockSettings } from '../inputs/settings.ts'
import { isRecord, parseJson, stringOf } from '../json.ts'
import type { Files } from '../ports/machine.ts'
import { linesOf } from '../text.ts'
import { isActionsOwn } from '../variable-names.ts'

/**
 * Claude Code's arguments for one run; the prompt goes to standard input. Every value is in one argument with its flag (`--flag=value`),
 * so that none can pass for a flag. What may hold secrets, and the rules for tools, are in files. The model is given here as well as in
 * the settings, the default too: a checkout's own settings cannot override the flag, and nothing else is above them (2.1.332).
 */
export function argumentsFor(
  agent: AgentSettings,
  { model, files }: Pick<BedrockSettings, 'model'> & { readonly files: Pick<RunFiles, 'settings' | 'mcpConfig'> },
): string[] {
  return [
    '-p',
    '--output-format=stream-json',
    '--verbose',
    `--settings=${files.settings}`,
    ...(agent.trustsCheckout ? [] : NOTHING_OF_THE_CHECKOUT),
    ...maybe('--mcp-config', files.mcpConfig),
    ...maybe('--resume', agent.resume?.id),
    ...maybe('--model', model ?? (agent.trustsCheckout ? 'default' : undefined)),
    ...maybe('--fallback-model', agent.fallbackModel),
    ...maybe('--effort', agent.effort),
    ...maybe('--append-system-prompt', agent.appendSystemPrompt),
    ...maybe('--max-turns', agent.maxTurns),
    ...maybe('--max-budget-usd', agent.maxBudgetUsd),
    ...maybe('--json-schema', agent.jsonSchema),
    // Last of ours: a flag that takes a list would take the first of the user's arguments for an entry of it.
    `--permission-mode=${agent.permissionMode}`,
    ...agent.claudeArgs,
  ]
}

/**
 * Claude Code then reads its own folder and what the action passes: no settings, hooks, servers, rules, agents, skills, commands, output
 * styles or `CLAUDE.md` of the checkout or of folders above it (measured with 2.1.332, test/contract/checkout-configuration.test.ts).
 */
export const NOTHING_OF_THE_CHECKOUT = ['--setting-sources=user', '--strict-mcp-config']

const maybe = (flag: string, value: string | number | undefined) => (value === undefined ? [] : [`${flag}=${value}`])

/** The flag with which Claude Code reports all hooks (seen with 2.1.330); an earlier version might refuse it, and so might one not known. */
export function hookEventArguments(version: string | undefined): readonly string[] {
  const [major = 0, minor = 0, patch = 0] = (version ?? '').split('.').map(Number)
  const isKnown = major > 2 || (major === 2 && (minor > 1 || (minor === 1 && patch >= 330)))
  return isKnown ? ['--include-hook-events'] : []
}

/** Files that Claude Code reads for one run, by absolute path, and its environment beside them. */
type RunFiles = Awaited<ReturnType<typeof writeRunFiles>>

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

/** Puts the transcript of the session to continue where Claude Code looks for it; does nothing without one. */
export async function restoreSession(
  { resume, workingDirectory }: Pick<AgentSettings, 'resume' | 'workingDirectory'>,
  configDirectory: string,
  files: Pick<Files, 'chunks' | 'append' | 'remove'>,
): Promise<void> {
  if (resume === undefined) return
  // `-home-me-some-repo` for `/home/me/some_repo`; 2.1.330 also takes a session from any other project's folder (both measured).
  const project = workingDirectory.replace(/[^A-Za-z0-9]/g, '-')
  const path = join(configDirectory, 'projects', project, `${resume.id}.jsonl`)
  await files.remove(path)
  const copy = await files.append(path)
  try {
    for await (const line of linesOf(files.chunks(resume.path))) if (!isCost(line)) await copy.write([`${line}\n`])
  } finally {
    await copy.close()
  }
}

/** With these lines Claude Code adds what the session cost before to what it reports of this run (2.1.330). */
const isCost = (line: string) => line.includes('cost-state') && stringOf(parseJson(line), 'type') === 'cost-state'
