import { Failure, type Fix, blocksOf, yaml, type FixBlock } from '../errors.ts'
import type { Environment } from '../ports/machine.ts'
import { DECLARED_INPUTS, type InputName } from './declared.ts'
import type { Parsed, Parser, Refusal } from './scalars.ts'

/** A default that action.yml cannot hold: the runner would fill it in, and what comes before it would never count. */
export interface EnvironmentDefault {
  /** Environment variables that count, in this order, when the workflow gives no input. */
  readonly variables?: readonly string[]
  /** What counts after them; empty is none. */
  readonly value?: string
  /** What the documentation says of the case that nothing is given; `<...>` stands for a value of the run. */
  readonly otherwise?: string
}

/** Every input whose default depends on the environment. All other defaults are those of action.yml. */
export const ENVIRONMENT_DEFAULTS: Readonly<Partial<Record<InputName, EnvironmentDefault>>> = {
  'aws-region': { variables: ['AWS_REGION', 'AWS_DEFAULT_REGION'], otherwise: 'the AWS profile in use' },
  'role-session-name': { otherwise: 'claude-code-<run id>-<attempt>' },
  model: { variables: ['ANTHROPIC_MODEL'], otherwise: "Claude Code's default for the region" },
  'small-fast-model': { variables: ['ANTHROPIC_SMALL_FAST_MODEL'], otherwise: "Claude Code's default" },
  'small-fast-model-region': { variables: ['ANTHROPIC_SMALL_FAST_MODEL_AWS_REGION'], otherwise: 'aws-region' },
  'max-output-tokens': { variables: ['CLAUDE_CODE_MAX_OUTPUT_TOKENS'], value: '4096' },
  // Whether they are given matters: see models.ts.
  'max-output-tokens-ceiling': { value: '32000' },
  'throttle-patience-minutes': { value: '60' },
  'max-thinking-tokens': { variables: ['MAX_THINKING_TOKENS'], value: '1024' },
  'disable-prompt-caching': { variables: ['DISABLE_PROMPT_CACHING'], value: 'false' },
  effort: { otherwise: "Claude Code's default" },
  'claude-code-version': { otherwise: 'the version this release was tested with' },
  'registry-url': { otherwise: "npm's own configuration" },
  'artifact-name': { otherwise: 'claude-transcript-<job>-<run attempt>-<id>' },
  'retention-days': { otherwise: "the repository's setting" },
}

/** The environment variables behind an input, first the one that counts first. */
const variablesOf = (name: InputName): readonly string[] => ENVIRONMENT_DEFAULTS[name]?.variables ?? []

/** The default of an input that counts after its environment variables; empty is none. */
export const defaultOf = (name: InputName): string => ENVIRONMENT_DEFAULTS[name]?.value ?? DECLARED_INPUTS[name].default

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
    /** The value of an environment variable behind no input; undefined when it is empty or was refused. */
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

/** Something wrong with an input, or with a file or variable: the `subject`. */
interface Problem extends Refusal {
  readonly subject: string
  /** What the subject is, where its name does not say it. */
  readonly kind?: 'Input' | 'Environment variable' | undefined
  /** The subject, where it is an input. */
  readonly input?: InputName | undefined
  /** Set when the input's text came from this environment variable. */
  readonly variable?: string | undefined
}

/** All problems in one message, and what to write in the workflow instead. */
function describeProblems(problems: readonly Problem[]): { message: string; fix: Fix } {
  const lines = problems.map(describe)
  const message =
    lines.length === 1
      ? `${problems[0]?.kind ?? ''} ${lines.join('')}.`.trimStart()
      : `${lines.length} problems with the inputs:\n${lines.map((line) => `- ${line}.`).join('\n')}`
  const fixes = new Map(problems.map(({ fix = [] }) => [JSON.stringify(fix), blocksOf(fix)]))
  return { message, fix: [...examplesFor(problems), ...[...fixes.values()].flat()] }
}

/** The part of a value is quoted in one line, since it goes into a log line by line, and short. */
function describe({ subject, variable, part, must }: Problem): string {
  const quoted = part === undefined ? '' : `${JSON.stringify(part.length > 100 ? `${part.slice(0, 100)}...` : part)} `
  const source = variable === undefined ? '' : ` (from the environment variable ${variable})`
  return `${subject}${source}: ${quoted}${must}`
}

/** For problems without a fix of their own, the example that action.yml gives of the input. */
function examplesFor(problems: readonly Problem[]): readonly (string | FixBlock)[] {
  const plain = problems.flatMap(({ fix, input }) => (fix === undefined && input !== undefined ? [input] : []))
  const lines = [...new Set(plain)].map((input) => `  ${input}: ${DECLARED_INPUTS[input].example || defaultOf(input)}`)
  return lines.length === 0 ? [] : ['Write in this step, for example:', yaml(['with:', ...lines].join('\n'))]
}
