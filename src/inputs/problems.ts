import type { Refusal } from './check.ts'
import { DECLARED_INPUTS } from './declared.ts'
import type { InputName } from './declared.ts'

/** Something wrong with an input; `variable` is set when its text came from that environment variable. */
export interface Problem extends Refusal {
  readonly input: InputName
  readonly variable?: string | undefined
  /** What to quote; undefined for a text that must not be shown. */
  readonly value?: string | undefined
}

/** All problems in the two texts of a Failure; the hint holds the lines of YAML to write. */
export function describeProblems(problems: readonly Problem[]): { message: string; hint: string } {
  const lines = problems.map(describe)
  const message =
    lines.length === 1
      ? `Input ${lines.join('')}.`
      : `${lines.length} problems with the inputs:\n${lines.map((line) => `- ${line}.`).join('\n')}`
  return { message, hint: describeFixes(problems) }
}

function describe({ input, variable, value, must }: Problem): string {
  const source = variable === undefined ? '' : ` (from the environment variable ${variable})`
  return `${input}${source}: ${value === undefined ? '' : `${quoted(value)} `}${must}`
}

function describeFixes(problems: readonly Problem[]): string {
  const plain = problems.filter(({ fix }) => fix === undefined).map(({ input }) => input)
  const examples = [...new Set(plain)].map((input) => {
    const { example, default: fallback } = DECLARED_INPUTS[input]
    return `  ${input}: ${example || fallback}`
  })
  const fixes = new Set(problems.flatMap(({ fix }) => fix ?? []))
  return [
    ...(examples.length === 0 ? [] : ['Write under `with:` of this step, for example:', ...examples]),
    ...fixes,
  ].join('\n')
}

/** In one line, since it goes into a log line by line, and short. */
function quoted(value: string): string {
  return JSON.stringify(value.length > 100 ? `${value.slice(0, 100)}...` : value)
}
