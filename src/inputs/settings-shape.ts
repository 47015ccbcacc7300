import type { ErrorObject } from 'ajv'

import { SETTINGS_SCHEMA } from '../claude/settings-schema.ts'
import { fieldOf, isRecord } from '../json.ts'
import type { RuleKind } from './tool-rules.ts'

/** The object of a settings file. */
export type SettingsJson = Readonly<Record<string, unknown>>

/**
 * What in settings is not as the Claude Code of this release reads them, as `permissions.deny must be array`. It would drop all of
 * them with the first such value, deny rules included, and go on without a word. Keys that it does not know pass.
 */
export async function checkSettingsShape(settings: Readonly<Record<string, unknown>>): Promise<readonly string[]> {
  const { Ajv } = await import('ajv')
  const ajv = new Ajv({ validateFormats: false, logger: false, strict: false, allErrors: true })
  const validate = ajv.compile({ type: 'object', properties: SETTINGS_SCHEMA })
  if (validate(settings)) return []
  const found = (validate.errors ?? []).filter(({ schemaPath }) => !schemaPath.includes('/anyOf/'))
  return [...new Set(found.map(describe))]
}

function describe({ instancePath, keyword, message, params, propertyName }: ErrorObject): string {
  const path = instancePath
    .slice(1)
    .replaceAll(/\/(\d+)(?=\/|$)/g, '[$1]')
    .replaceAll('/', '.')
    .replaceAll('~1', '/')
  if (propertyName !== undefined) return `${path}.${propertyName} is not known to Claude Code`
  if (keyword === 'anyOf') return `${path} must be one of the forms that Claude Code knows`
  const allowed: unknown = Reflect.get(params, 'allowedValues')
  return `${path} ${message ?? 'is wrong'}${Array.isArray(allowed) ? `: ${allowed.join(', ')}` : ''}`
}

/** The variables of `env`, of which Claude Code takes numbers and booleans as texts, too. */
export function environmentTexts(settings: SettingsJson | undefined): Readonly<Record<string, string>> {
  const env = settings?.env
  if (!isRecord(env)) return {}
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (isScalar(value) ? [[name, String(value)]] : [])),
  )
}

/** Whether Claude Code takes a value of `env`, as it is or as a text. */
export const isScalar = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value)

/** The permission rules of settings, with the path of each. */
export function rulesIn(settings: SettingsJson): readonly { path: string; rule: string; kind: RuleKind }[] {
  return (['allow', 'ask', 'deny'] as const).flatMap((list) => {
    const rules = fieldOf(settings.permissions, list)
    const texts = Array.isArray(rules) ? rules.filter((rule) => typeof rule === 'string') : []
    const kind = list === 'allow' ? 'allow' : 'deny'
    return texts.map((rule, at) => ({ path: `permissions.${list}[${at}]`, rule, kind }))
  })
}
