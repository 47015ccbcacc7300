import type { Ajv, Options, ErrorObject } from 'ajv'

import { SETTINGS_SCHEMA } from '../claude/settings-schema.ts'
import { fieldOf, isRecord } from '../json.ts'
import { accepted, refused, type Parsed } from './scalars.ts'
import { type Finding, checkRule } from './tool-rules.ts'

/** ajv, loaded when it is needed. Through `default`, which its CommonJS has in Node as in the bundle. */
async function schemaValidator(options: Options): Promise<Ajv> {
  const { default: loaded } = await import('ajv')
  return new loaded.default({ validateFormats: false, logger: false, ...options })
}

/** The longest argument that Linux takes, in bytes, less the name of the flag (`MAX_ARG_STRLEN`, execve(2)). */
const LONGEST_ARGUMENT = 128 * 1024 - 64

/**
 * Holds a schema of the structured result to what Claude Code takes: JSON Schema draft 7, checked by the same validator
 * (ajv 8, strict; seen with 2.1.330, which ends at once when it is none), of an object, since the result is a tool's input.
 */
export async function checkResultSchema(schema: Readonly<Record<string, unknown>>): Promise<Parsed<string>> {
  const validator = await schemaValidator({})
  try {
    validator.compile(schema)
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^schema is invalid: /, '') : String(error)
    const isDraft = typeof schema.$schema === 'string' && reason.startsWith('no schema with key or ref')
    if (!isDraft) return refused(`must be a JSON schema: ${reason.slice(0, 200)}`)
    const fix = 'Remove `$schema` from the schema.'
    return refused('must be a JSON schema of draft 7: Claude Code knows no other $schema', { fix })
  }
  const types = [schema.type ?? 'object'].flat()
  if (!types.includes('object')) return refused('must describe an object: put a list or a text into a property of one')
  const text = JSON.stringify(schema)
  return new TextEncoder().encode(text).length > LONGEST_ARGUMENT
    ? refused('must be shorter: with more than 128 kB it fits into no command line')
    : accepted(text)
}

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
