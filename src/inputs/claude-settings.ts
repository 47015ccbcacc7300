import { resolve, join } from 'node:path'

import { fieldOf, isRecord, parseJson } from '../json.ts'
import type { Environment } from '../ports/machine.ts'
import { isActionsOwn } from '../variable-names.ts'
import type { Form } from './form.ts'
import { parseJsonObject } from './json-text.ts'
import { parseCustomHeaders } from './scalars.ts'
import { checkSettingsShape, environmentTexts, wrongRules, type SettingsJson } from './schemas.ts'
import { parseJsonInput, readBytes, decodeText } from './text-file.ts'
import { anchorRule } from './tool-rules.ts'
import type { Workplace, ReadFiles } from './workplace.ts'

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

/** Where the agent works, Claude Code looks for these (not in the folders above; seen with 2.1.330). */
const CHECKOUT_FILES = ['.claude/settings.json', '.claude/settings.local.json']

/** The checkout's own settings, by file. What Claude Code would drop of them without a word is a warning that names the file. */
async function readCheckoutSettings(form: Form, place: Workplace) {
  const found: { file: string; value: SettingsJson }[] = []
  for (const file of CHECKOUT_FILES) {
    const path = join(place.directory, file)
    if ((await place.files.kind(path)) !== 'file') continue
    const { value, problem, mayDeny } = settingsIn(await readBytes(path, place.files))
    if (value === undefined) {
      form.warn(`${file} of the checkout ${problem}: Claude Code drops the file${mayDeny ? LOST : ''}.`)
      continue
    }
    if (problem !== undefined) form.warn(`${file} of the checkout ${problem}. ${TAKEN}`)
    const problems = await checkSettingsShape(value)
    const lost = fieldOf(value.permissions, 'deny') === undefined ? '' : LOST
    if (problems.length > 0)
      form.warn(`${file} of the checkout: ${problems.join('; ')}. Claude Code may drop the file${lost}.`)
    for (const { path: rule, must } of wrongRules(value))
      form.warn(`${file} of the checkout: ${rule} ${must}. The rule has no effect.`)
    found.push({ file, value })
  }
  return found
}

const LOST = ', and its deny rules with it'

const TAKEN =
  'Claude Code takes the file all the same: of a key that is there twice the last one, and another character for each byte that is no UTF-8.'

/**
 * Reads settings as Claude Code does (2.1.332), which takes more than the action does from an input: UTF-16 with a little-endian
 * mark, else UTF-8 with a replacement for what is none, one byte order mark off, and of a key that is there twice the last one.
 * `value` is undefined where it drops the file; `problem` is what is wrong, also with a file that it takes, to come behind its name.
 */
function settingsIn(bytes: Uint8Array) {
  const [first, second] = bytes
  const strict = decodeText(bytes)
  const text = new TextDecoder(first === 0xff && second === 0xfe ? 'utf-16le' : 'utf-8').decode(bytes)
  const taken = parseJson(text)
  const value: SettingsJson | undefined = isRecord(taken) ? taken : undefined
  const parsed = strict.ok ? parseJsonObject(strict.value) : strict
  // The one encoding that an input may have and these files may not.
  const other = value === undefined && parsed.ok ? 'must not be big-endian UTF-16' : undefined
  return {
    value,
    problem: parsed.ok ? other : parsed.refusal.must,
    mayDeny: (strict.ok ? strict.value : text.replaceAll('\0', '')).includes('"deny"'),
  }
}

/** Where an administrator of the machine puts settings that beat all others (https://code.claude.com/docs/en/settings#settings-files). */
export function managedSettingsFolder(platform: string): string {
  if (platform === 'darwin') return '/Library/Application Support/ClaudeCode'
  return platform === 'win32' ? 'C:\\Program Files\\ClaudeCode' : '/etc/claude-code'
}

/** Refuses managed settings that set a variable of the inputs: nothing beats them, and calls would go elsewhere or without the token. */
export async function refuseManagedSettings(form: Form, folder: string, files: ReadFiles): Promise<void> {
  const dropIns = (await files.list(join(folder, 'managed-settings.d'))).filter((path) => path.endsWith('.json'))
  for (const path of [join(folder, 'managed-settings.json'), ...dropIns]) {
    if ((await files.kind(path)) !== 'file') continue
    const names = Object.keys(environmentTexts(settingsIn(await readBytes(path, files)).value)).filter(isActionsOwn)
    if (names.length === 0) continue
    form.refuseSource(path, {
      must: `must not set ${names.map((name) => `env.${name}`).join(', ')}: managed settings beat those of this run, which decides that from its inputs`,
      fix: `Have ${names.length === 1 ? 'it' : 'them'} removed from ${path}, or run the job on another machine.`,
    })
  }
}
