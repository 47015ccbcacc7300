import { EFFORT_LEVELS } from '../claude/release-facts.ts'
import { parseAgentVariables } from './agent-variables.ts'
import { argsWithoutConfiguration, claudeArgs } from './claude-args.ts'
import type { Form } from './form.ts'
import { parseMcpConfig } from './mcp-config.ts'
import { modelIn } from './models.ts'
import type { Context } from './parse-settings.ts'
import { parsePlugins } from './plugins.ts'
import { anyText, listOf, oneOf, positiveNumber, wholeNumber, yesOrNo } from './scalars.ts'
import { PERMISSION_MODES, type AgentSettings } from './settings.ts'
import { checkResultSchema } from './result-schema.ts'
import { parseJsonInput } from './text-file.ts'
import { parseToolRules } from './tool-rules.ts'

/** Node's timers count milliseconds in 31 bits (https://nodejs.org/api/timers.html#settimeoutcallback-delay-args). */
const LONGEST_TIMEOUT_MINUTES = 35_791

/** How the agent works. */
export async function parseAgent(
  form: Form,
  { place, region, env, isTrusted }: Context,
): Promise<Omit<AgentSettings, 'resume' | 'settings' | 'isolation' | 'network'>> {
  const minutes = form.required('timeout-minutes', positiveNumber({ max: LONGEST_TIMEOUT_MINUTES }), NaN)
  const schema = await parseJsonInput(form, 'json-schema', place)
  return {
    workingDirectory: place?.directory ?? '',
    appendSystemPrompt: form.optional('append-system-prompt', anyText),
    fallbackModel: form.optional('fallback-model', listOf(modelIn(region, 'aws-region')))?.join(','),
    allowedTools: parseToolRules(form, 'allowed-tools', place),
    disallowedTools: parseToolRules(form, 'disallowed-tools', place),
    permissionMode: form.required('permission-mode', oneOf(PERMISSION_MODES), 'dontAsk'),
    maxTurns: form.optional('max-turns', wholeNumber({ min: 1 })),
    maxBudgetUsd: form.optional('max-budget-usd', positiveNumber()),
    timeoutMs: Math.ceil(minutes * 60_000),
    jsonSchema: schema && form.take('json-schema', await checkResultSchema(schema.value)),
    mcpConfig: await parseMcpConfig(form, place),
    requireMcpServers: form.required('require-mcp-servers', yesOrNo, true),
    failOnDenial: form.required('fail-on-denial', yesOrNo, false),
    plugins: parsePlugins(form, place, isTrusted),
    effort: form.optional('effort', oneOf(EFFORT_LEVELS)),
    claudeArgs: form.required('claude-args', isTrusted ? claudeArgs : argsWithoutConfiguration, []),
    environment: parseAgentVariables(form, env),
    trustsCheckout: isTrusted,
  }
}
