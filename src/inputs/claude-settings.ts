import { resolve } from 'node:path'

import { fieldOf, isRecord } from '../json.ts'
import type { Environment } from '../ports/machine.ts'
import { isActionsOwn } from '../variable-names.ts'
import { readCheckoutSettings } from './checkout-settings.ts'
import { mergeHeaders, parseCustomHeaders } from './custom-headers.ts'
import type { Form } from './form.ts'
import { checkSettingsShape, environmentTexts, isScalar, rulesIn, type SettingsJson } from './settings-shape.ts'
import type { ClaudeSettings, CustomHeader } from './settings.ts'
import { parseJsonInput } from './text-file.ts'
import { anchorRule, checkRule } from './tool-rules.ts'
import type { Workplace } from './workplace.ts'

/** Keys that say who signs the calls, and for which models: the inputs do. */
const DECIDED_KEYS = [
  'model',
  'fallbackModel',
  'modelOverrides',
  'apiKeyHelper',
  'awsAuthRefresh',
  'awsCredentialExport',
]

const HEADERS = 'ANTHROPIC_CUSTOM_HEADERS'

/**
 * The input `settings`, held to the form that Claude Code takes, without what the action decides itself; what of the
 * checkout's own settings the action decides; and the headers that these and the job want on each call to Bedrock.
 */
export async function parseClaudeSettings(
  form: Form,
  { place, env }: { place: Workplace | undefined; env: Environment },
): Promise<{ settings: ClaudeSettings; customHeaders: readonly CustomHeader[] }> {
  const input = await parseJsonInput(form, 'settings', place)
  if (input !== undefined) await refuseWrong(form, input.value)
  const inputEnv = environmentTexts(input?.value)
  for (const [name, value] of Object.entries(inputEnv)) if (name !== HEADERS) form.addSecret(name, value)

  const checkout = place === undefined ? [] : await readCheckoutSettings(form, place)
  const ofCheckout = checkout.map(({ file, value }) => ({ file, env: environmentTexts(value) }))
  const taken = ofCheckout.flatMap((each) => decidedVariables(each.env).map((name) => ({ file: each.file, name })))
  const customHeaders = mergeHeaders([
    ...headersIn(form, 'the environment of the step', env),
    ...ofCheckout.flatMap((each) => headersIn(form, each.file, each.env)),
    ...headersIn(form, 'settings', inputEnv),
  ])
  for (const { name, value } of customHeaders) form.addSecret(name, value)
  return {
    settings: {
      json: input === undefined ? {} : anchored(withoutDecided(input.value), input.directory),
      checkoutVariables: [...new Set(taken.map(({ name }) => name))],
      overridden: [
        ...decidedIn(input?.value ?? {}).map((path) => `${path} (settings)`),
        ...taken.map(({ file, name }) => `env.${name} (${file})`),
      ],
    },
    customHeaders,
  }
}

const decidedVariables = (env: SettingsJson) =>
  Object.keys(env).filter((name) => isActionsOwn(name) && name !== HEADERS)

function decidedIn(settings: SettingsJson): readonly string[] {
  const mode = fieldOf(settings.permissions, 'defaultMode') === undefined ? [] : ['permissions.defaultMode']
  const variables = decidedVariables(environmentTexts(settings)).map((name) => `env.${name}`)
  return [...DECIDED_KEYS.filter((key) => key in settings), ...mode, ...variables]
}

function withoutDecided(settings: SettingsJson): SettingsJson {
  const env = Object.entries(environmentTexts(settings)).filter(([name]) => !isActionsOwn(name))
  const kept = Object.entries(settings).filter(([key]) => !DECIDED_KEYS.includes(key))
  return { ...Object.fromEntries(kept), env: Object.fromEntries(env) }
}

function headersIn(form: Form, source: string, env: Environment): readonly CustomHeader[] {
  const { headers, problems } = parseCustomHeaders(env[HEADERS] ?? '')
  for (const problem of problems) {
    form.refuseSource(`${HEADERS} of ${source}`, { must: problem, fix: `Correct ${HEADERS} there, or remove it.` })
  }
  return headers
}

/** For another version than the one of this release only the keys count whose loss would open something. */
async function refuseWrong(form: Form, settings: SettingsJson): Promise<void> {
  const { env, ...others } = settings
  const isTested = !form.isGiven('claude-code-version') && !form.isGiven('claude-code-path')
  for (const problem of await checkSettingsShape(others)) {
    if (isTested || /^(permissions|hooks)\b/.test(problem))
      form.refuse('settings', { must: `must be as Claude Code reads it: ${problem}`, fix: DROPPED })
    else
      form.warn(`settings: ${problem} in Claude Code of this release; if that holds for yours, it drops all of them.`)
  }
  if (env !== undefined && !isRecord(env)) form.refuse('settings', { must: 'must have an object as env', fix: DROPPED })
  for (const [name, value] of Object.entries(isRecord(env) ? env : {})) {
    if (!isScalar(value))
      form.refuse('settings', { must: `must have a text as env.${name}`, fix: 'Write it in quotes.' })
  }
  for (const { path, rule, kind } of rulesIn(settings)) {
    const found = checkRule(rule, kind)
    const warning = found?.warning
    if (found?.refusal !== undefined) {
      const { must, fix } = found.refusal
      form.refuse('settings', { must: `must have rules that Claude Code reads: ${path} ${must}`, fix: fix ?? RULES })
    } else if (warning !== undefined) form.warn(`settings: ${path} ${warning}.`)
  }
}

const DROPPED =
  'Correct the value: Claude Code drops all of its settings with one such value, deny rules included, and says nothing.'

const RULES = 'Write rules as Name or Name(...): https://code.claude.com/docs/en/settings#permission-settings'

/** Settings that mean the same when they are in another folder: paths of rules and of Claude Code's own sandbox. */
function anchored(settings: SettingsJson, directory: string): SettingsJson {
  const anchorList = (list: unknown, anchor: (text: string) => string) =>
    Array.isArray(list) ? list.map((item: unknown) => (typeof item === 'string' ? anchor(item) : item)) : list
  const anchorLists = (node: unknown, anchor: (text: string) => string) =>
    isRecord(node)
      ? Object.fromEntries(Object.entries(node).map(([key, list]) => [key, anchorList(list, anchor)]))
      : node
  const { permissions, sandbox } = settings
  const files = isRecord(sandbox) ? sandbox.filesystem : undefined
  return {
    ...settings,
    ...(permissions !== undefined && { permissions: anchorRules(permissions, directory) }),
    ...(isRecord(sandbox) && {
      sandbox: {
        ...sandbox,
        ...(files !== undefined && { filesystem: anchorLists(files, (path) => fullPath(path, directory)) }),
      },
    }),
  }
}

function anchorRules(permissions: unknown, directory: string): unknown {
  if (!isRecord(permissions)) return permissions
  const lists = ['allow', 'ask', 'deny'].flatMap((list) => {
    const rules: unknown = permissions[list]
    if (!Array.isArray(rules)) return []
    return [[list, rules.map((rule: unknown) => (typeof rule === 'string' ? anchorRule(rule, directory) : rule))]]
  })
  return { ...permissions, ...Object.fromEntries(lists) }
}

const fullPath = (path: string, directory: string) => (path.startsWith('~') ? path : resolve(directory, path))
