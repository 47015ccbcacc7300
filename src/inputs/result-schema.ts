import { accepted, refused, type Parsed } from './scalars.ts'
import { schemaValidator } from './schema-validator.ts'

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
