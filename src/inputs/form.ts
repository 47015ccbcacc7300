import { Failure } from '../errors.ts'
import type { Environment } from '../ports/machine.ts'
import type { Check, Refusal } from './check.ts'
import { DECLARED_INPUTS } from './declared.ts'
import type { DeclaredInput, InputName } from './declared.ts'
import { describeProblems } from './problems.ts'
import type { Problem } from './problems.ts'
import type { RawInputs } from './read-inputs.ts'

/** The inputs as a form that is read field by field; what is wrong is noted, so that it can all be said at once. */
export interface Form {
  /** Whether the workflow gave the input; an environment variable or a default does not count. */
  isGiven(name: InputName): boolean
  /** The input, else its environment variable, else its default, else an empty text. */
  text(name: InputName): string
  /** The value of a field; undefined when its text is empty or was refused. */
  optional<T>(name: InputName, check: Check<T>): T | undefined
  /** The same where a value is needed: `standIn` takes its place so that the other fields can be read, and is never used. */
  required<T>(name: InputName, check: Check<T>, standIn: T): T
  /** Notes a problem; `part` is quoted, the text of the field is not. */
  refuse(name: InputName, refusal: Refusal): void
  warn(line: string): void
  readonly warnings: readonly string[]
  /** Throws one Failure about every problem noted. */
  finish(): void
}

/** Fields whose text is never quoted: they are or may hold secrets, or are the prompt. */
const UNQUOTED: ReadonlySet<InputName> = new Set<InputName>([
  'prompt',
  'append-system-prompt',
  'bedrock-api-key',
  'inline-session-policy',
  'json-schema',
  'settings',
  'mcp-config',
  'claude-args',
  'registry-url',
])

/** A form over the inputs and the environment of the step. */
export function createForm(raw: RawInputs, env: Environment): Form {
  const problems: Problem[] = []
  const warnings: string[] = []

  const find = (name: InputName): { text: string; variable?: string } => {
    const declared: DeclaredInput = DECLARED_INPUTS[name]
    const given = raw[name]
    if (given) return { text: given }
    for (const variable of declared.variables) {
      const text = env[variable]?.trim()
      if (text) return { text, variable }
    }
    return { text: declared.default }
  }
  const read = <T>(name: InputName, check: Check<T>): T | undefined => {
    const { text, variable } = find(name)
    if (text === '') return undefined
    const checked = check(text)
    if (checked.ok) return checked.value
    const value = UNQUOTED.has(name) ? undefined : (checked.refusal.part ?? text)
    problems.push({ ...checked.refusal, input: name, variable, value })
    return undefined
  }

  return {
    isGiven: (name) => Boolean(raw[name]),
    text: (name) => find(name).text,
    optional: read,
    required: (name, check, standIn) => read(name, check) ?? standIn,
    refuse: (name, refusal) =>
      problems.push({ ...refusal, input: name, variable: find(name).variable, value: refusal.part }),
    warn: (line) => warnings.push(line),
    warnings,
    finish: () => {
      const [first] = problems
      if (first === undefined) return
      const codes = new Set(problems.map(({ code }) => code ?? 'input-invalid'))
      const [code = 'input-invalid'] = codes.size === 1 ? codes : []
      throw new Failure(code, describeProblems(problems))
    },
  }
}
