import type { Environment } from '../ports/machine.ts'
import { DECLARED_INPUTS } from './declared.ts'
import type { InputName } from './declared.ts'

/** The inputs as the workflow gave them; absent or empty is "not given". */
export type RawInputs = Readonly<Partial<Record<InputName, string>>>

/** Texts for the model, in which white space may count. */
const VERBATIM: ReadonlySet<string> = new Set<InputName>(['prompt', 'append-system-prompt'])

/**
 * Reads the inputs of `action.yml` from the variables the runner sets (`INPUT_` and the name in capitals, spaces as
 * underscores; https://docs.github.com/actions/reference/workflows-and-actions/metadata-syntax#inputs).
 */
export function readInputs(env: Environment): RawInputs {
  return Object.fromEntries(
    Object.keys(DECLARED_INPUTS).map((name) => {
      const text = env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? ''
      return [name, VERBATIM.has(name) && text.trim() !== '' ? text : text.trim()]
    }),
  )
}

/** The secrets among the inputs, to be masked before anything else is done with them. */
export function secretInputs(raw: RawInputs): readonly string[] {
  return [raw['bedrock-api-key'] ?? ''].filter((secret) => secret !== '')
}
