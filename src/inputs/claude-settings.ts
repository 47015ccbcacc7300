import { resolve } from 'node:path'

import { fieldOf, isRecord } from '../json.ts'
import type { Environment } from '../ports/machine.ts'
import { isActionsOwn } from '../variable-names.ts'
import { readCheckoutSettings } from './checkout-settings.ts'
import { parseCustomHeaders } from './custom-headers.ts'
import type { Form } from './form.ts'
import { checkSettingsShape, environmentTexts, wrongRules, type SettingsJson } from './settings-shape.ts'
import { parseJsonInput } from './text-file.ts'
import { anchorRule } from './tool-rules.ts'
import type { Workplace } from './workplace.ts'

type Texts = Readonly<Record<string, string>>

const HEADERS = 'ANTHROPIC_CUSTOM_HEADERS'

/** The input `settings`, checked, without what the action decides; what it decides of the checkout's settings; and the headers of both. */
export async function parseClaudeSettings(form: Form, place: Workplace | undefined) {
  const input = await parseJsonInput(form, 'settings', place)
  if (input !== undefined) await refuseWrong(form, input.value)
  const checkout = place?.trust.isTrusted !== true ? [] : await readCheckoutSettings(form, place)
  const ofCheckout = checkout.map(({ file, value }) => ({ file, env: environmentTexts(value) }))
  const sources = [...ofCheckout, { file: 'settings', env: environmentTexts(input?.value) }]
  const customHeaders = merged(sources.map(({ file, env }) => headersIn(form, file, env)))
  return {
    settings: {
      json: {
        ...(input === undefined ? {} : anchored(withoutDecided(input.value), input.directory)),
        ...against(
          checkout.map(({ value }) => value),
          [form.text('model'), ...form.text('fallback-model').split(',')],
        ),
      },
      checkoutEnvironment: merged(ofCheckout.map((each) => each.env)),
      overridden: [
        ...decidedIn(input?.value ?? {}, 'settings'),
        ...checkout.flatMap(({ file, value }) => decidedIn(value, file)),
      ],
    },
    customHeaders: Object.keys(customHeaders).length === 0 ? undefined : customHeaders,
  }
}

/** One record of several, of which the later ones count. */
const merged = (records: readonly Texts[]): Texts => Object.fromEntries(records.flatMap((each) => Object.entries(each)))

/** What of settings the inputs decide: `env.AWS_REGION (settings)`. */
function decidedIn(settings: SettingsJson, source: string): readonly string[] {
  const mode = fieldOf(settings.permissions, 'defaultMode') === undefined ? [] : ['permissions.defaultMode']
  const names = Object.keys(environmentTexts(settings)).filter((name) => isActionsOwn(name) && name !== HEADERS)
  const paths = [...DECIDED_KEYS.filter((key) => key in settings), ...mode, ...names.map((name) => `env.${name}`)]
  return paths.map((path) => `${path} (${source})`)
}

function withoutDecided(settings: SettingsJson): SettingsJson {
  const env = Object.entries(environmentTexts(settings)).filter(([name]) => !isActionsOwn(name))
  const kept = Object.entries(settings).filter(([key]) => !DECIDED_KEYS.includes(key))
  return { ...Object.fromEntries(kept), env: Object.fromEntries(env) }
}

/** Of the checkout's own settings those keys that the action decides, with values that beat them. */
function against(checkout: readonly SettingsJson[], models: readonly string[]): SettingsJson {
  const keys = new Set(checkout.flatMap((settings) => Object.keys(settings)))
  const overrides = checkout.flatMap(({ modelOverrides }) =>
    isRecord(modelOverrides) ? Object.keys(modelOverrides) : [],
  )
  return Object.fromEntries(Object.entries(decidedValues(overrides, models)).filter(([key]) => keys.has(key)))
}

/**
 * Values that beat those of the checkout's own settings, each tried with 2.1.332: an empty command or name is none. What is available
 * are the models of the inputs and Claude Code's own, or it would call its default.
 */
const decidedValues = (overrides: readonly string[], models: readonly string[]): SettingsJson => ({
  fallbackModel: [],
  modelOverrides: Object.fromEntries(overrides.map((name) => [name, ''])),
  availableModels: [...models.map((model) => model.trim()).filter(Boolean), 'opus', 'sonnet', 'haiku', 'fable'],
  enforceAvailableModels: false,
  ...{ apiKeyHelper: '', awsAuthRefresh: '', awsCredentialExport: '' },
})

/** Keys that say who signs the calls, and for which models: the inputs do. Against the `model` of a checkout there is only the flag. */
const DECIDED_KEYS = ['model', ...Object.keys(decidedValues([], []))]

/** The headers of ANTHROPIC_CUSTOM_HEADERS in `env`, by their names in lower case. */
function headersIn(form: Form, source: string, env: Environment): Texts {
  const text = env[HEADERS]
  if (text === undefined) return {}
  const parsed = parseCustomHeaders(text)
  if (parsed.ok) return parsed.value
  const { fix = `Correct ${HEADERS} there, or remove it.`, ...refusal } = parsed.refusal
  form.refuseSource(`${HEADERS} of ${source}`, { ...refusal, fix })
  return {}
}

/** For another version than the one of this release only the keys count whose loss would open something. */
async function refuseWrong(form: Form, settings: SettingsJson): Promise<void> {
  const isTested = !form.isGiven('claude-code-version') && !form.isGiven('claude-code-path')
  for (const problem of await checkSettingsShape(settings)) {
    if (isTested || /^(env|hooks|permissions)\b/.test(problem))
      form.refuse('settings', { must: `must be as Claude Code reads it: ${problem}`, fix: DROPPED })
    else
      form.warn(`settings: ${problem} in the Claude Code of this release. One that agrees drops all of these settings.`)
  }
  for (const { path, must, fix = RULES, isHarmless = false } of wrongRules(settings)) {
    if (isHarmless) form.warn(`settings: ${path} ${must}.`)
    else form.refuse('settings', { must: `must have rules that Claude Code reads: ${path} ${must}`, fix })
  }
}

const DROPPED =
  'Correct the value: Claude Code drops all of its settings with one such value, deny rules included, and says nothing.'

const RULES = 'Write rules as Name or Name(...): https://code.claude.com/docs/en/settings#permission-settings'

/** Settings that mean the same when they are in another folder: paths of rules and of Claude Code's own sandbox. */
function anchored(settings: SettingsJson, directory: string): SettingsJson {
  const { permissions, sandbox } = settings
  const filesystem = fieldOf(sandbox, 'filesystem')
  const anchorPath = (path: string) => (path.startsWith('~') ? path : resolve(directory, path))
  return {
    ...settings,
    ...(isRecord(permissions) && { permissions: mapLists(permissions, (rule) => anchorRule(rule, directory)) }),
    ...(isRecord(sandbox) &&
      isRecord(filesystem) && { sandbox: { ...sandbox, filesystem: mapLists(filesystem, anchorPath) } }),
  }
}

/** An object with each text in its lists changed. */
function mapLists(node: SettingsJson, change: (text: string) => string): SettingsJson {
  const changed = (item: unknown) => (typeof item === 'string' ? change(item) : item)
  return Object.fromEntries(
    Object.entries(node).map(([key, list]) => [key, Array.isArray(list) ? list.map(changed) : list]),
  )
}
