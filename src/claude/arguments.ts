import type { AgentSettings, BedrockSettings } from '../inputs/settings.ts'

/**
 * Claude Code's arguments for one run; the prompt is not among them, it goes to standard input. Every value stands in one
 * argument with its flag (`--flag=value`), so that none can pass for a flag; a list is its flag again for each entry, since
 * within one entry Claude Code splits at commas and spaces outside brackets (all measured with 2.1.330). The model is given
 * here as well as in the environment: `env` in the settings of a checkout overrides the environment, but not the flag.
 */
export function argumentsFor(agent: AgentSettings, bedrock: Pick<BedrockSettings, 'model'>): string[] {
  return [
    '-p',
    '--output-format=stream-json',
    '--verbose',
    ...each('--allowedTools', agent.allowedTools),
    ...each('--disallowedTools', agent.disallowedTools),
    ...maybe('--mcp-config', agent.mcpConfig),
    ...maybe('--resume', agent.resume?.id),
    ...maybe('--model', bedrock.model),
    ...maybe('--fallback-model', agent.fallbackModel),
    ...maybe('--append-system-prompt', agent.appendSystemPrompt),
    ...maybe('--max-turns', agent.maxTurns),
    ...maybe('--max-budget-usd', agent.maxBudgetUsd),
    ...maybe('--json-schema', agent.jsonSchema),
    ...maybe('--settings', agent.settings),
    // Last of ours: a flag that takes a list would take the first of the user's arguments for an entry of it.
    `--permission-mode=${agent.permissionMode}`,
    ...agent.claudeArgs,
  ]
}

const each = (flag: string, values: readonly string[]) => values.map((value) => `${flag}=${value}`)

const maybe = (flag: string, value: string | number | undefined) => (value === undefined ? [] : [`${flag}=${value}`])
