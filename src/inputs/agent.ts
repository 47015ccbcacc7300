import { accepted } from './check.ts'
import { claudeArgs } from './claude-args.ts'
import { environmentName } from './environment-names.ts'
import type { Form } from './form.ts'
import { parseJsonOrFile, parseJsonText } from './json-or-file.ts'
import { listOf, splitToolRules } from './lists.ts'
import { parseFallbackModel } from './models.ts'
import { anyText, oneOf, positiveNumber, wholeNumber } from './scalars.ts'
import { PERMISSION_MODES } from './settings.ts'
import type { AgentSettings, ResumedSession } from './settings.ts'
import type { Workplace } from './workplace.ts'

/** Node's timers count milliseconds in 31 bits (https://nodejs.org/api/timers.html#settimeoutcallback-delay-args). */
const LONGEST_TIMEOUT_MINUTES = 35_791

/** How the agent works; `place` is undefined when its folder was refused. */
export async function parseAgent(
  form: Form,
  { place, region, resume }: { place: Workplace | undefined; region: string; resume: ResumedSession | undefined },
): Promise<AgentSettings> {
  const minutes = form.required('timeout-minutes', positiveNumber({ max: LONGEST_TIMEOUT_MINUTES }), NaN)
  return {
    workingDirectory: place?.directory ?? '',
    appendSystemPrompt: form.optional('append-system-prompt', anyText),
    fallbackModel: parseFallbackModel(form, region),
    allowedTools: form.required('allowed-tools', toolRules, []),
    disallowedTools: form.required('disallowed-tools', toolRules, []),
    permissionMode: form.required('permission-mode', oneOf(PERMISSION_MODES), 'dontAsk'),
    maxTurns: form.optional('max-turns', wholeNumber({ min: 1 })),
    maxBudgetUsd: form.optional('max-budget-usd', positiveNumber()),
    timeoutMs: Math.ceil(minutes * 60_000),
    jsonSchema: await parseJsonText(form, 'json-schema', place),
    settings: await textOrPath(form, 'settings', place),
    mcpConfig: await textOrPath(form, 'mcp-config', place),
    claudeArgs: form.required('claude-args', claudeArgs, []),
    environment: form.required('environment', listOf(environmentName), []),
    resume,
    isolation: form.required('isolation', oneOf(['auto', 'required', 'off']), 'auto'),
  }
}

const toolRules = (text: string) => accepted(splitToolRules(text))

async function textOrPath(
  form: Form,
  name: 'settings' | 'mcp-config',
  place: Workplace | undefined,
): Promise<string | undefined> {
  const found = await parseJsonOrFile(form, name, place)
  if (found === undefined) return undefined
  return 'json' in found ? found.json : found.path
}
