import type { ErrorObject } from 'ajv'

import { SETTINGS_SCHEMA } from '../claude/settings-schema.ts'
import { fieldOf, isRecord } from '../json.ts'
import { schemaValidator } from './schema-validator.ts'
import type { Finding } from './rule-content.ts'
import { checkRule } from './tool-rules.ts'

/** The object of a settings file. */
export type SettingsJson = Readonly<Record<string, unknown>>

/** What in settings the Claude Code of this release refuses: with one such value it drops them all, deny rules too. Unknown keys pass. */
export async function checkSettingsShape({ env, ...others }: SettingsJson): Promise<readonly string[]> {
  const validator = await schemaValidator({ strict: false, allErrors: true })
  // To compile all of it takes a third of a second.
  const named = Object.entries(SETTINGS_SCHEMA).filter(([key]) => key in others)
  const validate = validator.compile({ type: 'object', properties: Object.fromEntries(named) })
  validate(others)
  const found = (validate.errors ?? []).filter(
    ({ schemaPath, keyword }) => !schemaPath.includes('/anyOf/') && keyword !== 'propertyNames',
  )
  const problems = [...new Set(found.map(describe))]
  if (env !== undefined && !isRecord(env)) return [...problems, 'env must be object']
  // It takes numbers and booleans as texts, and leaves out what is neither.
  const wrong = Object.entries(env ?? {}).filter(([, value]) => !isScalar(value))
  return [...problems, ...wrong.map(([name]) => `env.${name} must be string`)]
}

const isScalar = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value)

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

/** The variables of `env`, numbers and booleans as texts. */
export function environmentTexts(settings: SettingsJson | undefined): Readonly<Record<string, string>> {
  const env = settings?.env
  if (!isRecord(env)) return {}
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (isScalar(value) ? [[name, String(value)]] : [])),
  )
}

/** What is wrong with the permission rules of settings, with the path of each. */
export function wrongRules(settings: SettingsJson): readonly (Finding & { readonly path: string })[] {
  return ['allow', 'ask', 'deny'].flatMap((list) => {
    const rules = fieldOf(settings.permissions, list)
    const texts = Array.isArray(rules) ? rules.filter((rule) => typeof rule === 'string') : []
    return texts.flatMap((rule, at) => {
      const found = checkRule(rule, list === 'allow' ? 'allow' : 'deny')
      return found === undefined ? [] : [{ path: `permissions.${list}[${at}]`, ...found }]
    })
  })
}
