import { Failure, type Fix } from '../errors.ts'
import type { Environment } from '../ports/machine.ts'
import { DECLARED_INPUTS, type InputName } from './declared.ts'
import { defaultOf, variablesOf } from './environment-defaults.ts'
import { describeProblems, type Problem } from './problems.ts'
import type { Parsed, Parser, Refusal } from './scalars.ts'

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
      return [name, VERBATIM.has(name) && text.trim() !== '' ? text.replace(/^\uFEFF/, '') : text.trim()]
    }),
  )
}

/** The secrets among the inputs, to be masked before anything else is done with them. */
export const secretInputs = (raw: RawInputs): readonly string[] =>
  [raw['bedrock-api-key'] ?? '', raw['github-token'] ?? ''].filter((secret) => secret !== '')

/** Fields whose text is never quoted: they are or may hold secrets, or are the prompt. */
const UNQUOTED: ReadonlySet<InputName> = new Set<InputName>([
  'prompt',
  'append-system-prompt',
  'bedrock-api-key',
  'github-token',
  'inline-session-policy',
  'json-schema',
  'settings',
  'mcp-config',
  'claude-args',
  'environment',
  'registry-url',
])

/** The inputs as a form that is read field by field; what is wrong is noted, so that it can all be said at once. */
export type Form = ReturnType<typeof createForm>

/** A form over the inputs and the environment of the step. */
export function createForm(raw: RawInputs, env: Environment) {
  const problems: Problem[] = []
  const warnings: string[] = []

  const find = (name: InputName): { text: string; variable?: string } => {
    const given = raw[name]
    if (given) return { text: given }
    for (const variable of variablesOf(name)) {
      const text = env[variable]?.trim()
      if (text) return { text, variable }
    }
    return { text: defaultOf(name) }
  }
  const note = (problem: Problem) => void problems.push(problem)
  const refuse = (name: InputName, refusal: Refusal) =>
    note({ ...refusal, kind: 'Input', subject: name, input: name, variable: find(name).variable })
  const valueOf = <T>(parsed: Parsed<T> | undefined, onRefusal: (refusal: Refusal) => void): T | undefined => {
    if (parsed?.ok === false) onRefusal(parsed.refusal)
    return parsed?.ok === true ? parsed.value : undefined
  }
  const read = <T>(name: InputName, parse: Parser<T>): T | undefined => {
    const { text } = find(name)
    return valueOf(text === '' ? undefined : parse(text), (refusal) =>
      refuse(name, { ...refusal, part: UNQUOTED.has(name) ? undefined : (refusal.part ?? text) }),
    )
  }

  return {
    /** Whether the workflow gave the input; an environment variable or a default does not count. */
    isGiven: (name: InputName) => Boolean(raw[name]),
    /** The input, else its environment variable, else its default, else an empty text. */
    text: (name: InputName) => find(name).text,
    /** The value of a field; undefined when its text is empty or was refused. */
    optional: read,
    /** The same where a value is needed: `standIn` takes its place so that the other fields can be read, and is never used. */
    required: <T>(name: InputName, parse: Parser<T>, standIn: T): T => read(name, parse) ?? standIn,
    /** Notes a problem; `part` is quoted, the text of the field is not. */
    refuse,
    /** The value of what was made of an input; undefined, with the problem noted, where it was refused. */
    take: <T>(name: InputName, parsed: Parsed<T>) => valueOf(parsed, (refusal) => refuse(name, refusal)),
    /** Notes a problem with what is no input: a file or variable, named by `source`. */
    refuseSource: (source: string, refusal: Refusal & { readonly fix: Fix }) => note({ ...refusal, subject: source }),
    /** The value of an environment variable that stands behind no input; undefined when it is empty or was refused. */
    variable<T>(name: string, parse: Parser<T>): T | undefined {
      const text = env[name]?.trim() ?? ''
      return valueOf(text === '' ? undefined : parse(text), (refusal) => {
        const { fix = `Correct the variable ${name} of the job, or remove it.` } = refusal
        note({ ...refusal, fix, kind: 'Environment variable', subject: name })
      })
    },
    warn: (line: string): void => void warnings.push(line),
    warnings,
    /** Throws one Failure about every problem noted. */
    finish(): void {
      if (problems.length === 0) return
      const codes = new Set(problems.map(({ code }) => code ?? 'input-invalid'))
      const [code = 'input-invalid'] = codes.size === 1 ? codes : []
      throw new Failure(code, describeProblems(problems))
    },
  }
}
