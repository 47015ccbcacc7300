import type { AgentSettings, BedrockSettings } from '../inputs/settings.ts'
import type { RunFiles } from './run-files.ts'

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
