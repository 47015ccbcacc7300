import { blocksOf, yaml, type Fix, type FixBlock } from '../errors.ts'
import { DECLARED_INPUTS, type InputName } from './declared.ts'
import { defaultOf } from './environment-defaults.ts'
import type { Refusal } from './scalars.ts'

/** Something wrong with an input, or with a file or variable: the `subject`. */
export interface Problem extends Refusal {
  readonly subject: string
  /** What the subject is, where its name does not say it. */
  readonly kind?: 'Input' | 'Environment variable' | undefined
  /** The subject, where it is an input. */
  readonly input?: InputName | undefined
  /** Set when the input's text came from this environment variable. */
  readonly variable?: string | undefined
}

/** All problems in one message, and what to write in the workflow instead. */
export function describeProblems(problems: readonly Problem[]): { message: string; fix: Fix } {
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
