// `npm run docs`: writes what follows from action.yml and src/inputs/form.ts: the tables of README.md and
// docs/INPUTS.md, and src/inputs/declared.ts. With --check it writes nothing, and fails when something would change.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isMap, isScalar, parseDocument } from 'yaml'

import type { InputName } from '../src/inputs/declared.ts'
import type { EnvironmentDefault } from '../src/inputs/form.ts'

/** An input or output of action.yml; `default` is empty where it has none. */
export interface Entry {
  readonly group: string
  readonly name: string
  readonly description: string
  readonly default: string
  readonly example: string
}

/** Defaults that action.yml cannot hold, by the name of the input. */
export type Defaults = Readonly<Partial<Record<string, EnvironmentDefault>>>

/** The inputs that most workflows need: README shows them, docs/INPUTS.md shows all. */
export const CORE_INPUTS: readonly InputName[] = [
  'prompt',
  'prompt-file',
  'aws-region',
  'role-to-assume',
  'model',
  'small-fast-model',
  'allowed-tools',
  'max-output-tokens',
  'max-turns',
  'max-budget-usd',
  'timeout-minutes',
  'isolation',
]

/** The entries of a section of action.yml, in order; a comment `# --- Group ---` before one starts a group. */
export function entriesOf(action: string, section: 'inputs' | 'outputs'): readonly Entry[] {
  const map = parseDocument(action).get(section)
  if (!isMap(map)) throw new Error(`action.yml: no ${section}`)
  let group = ''
  return map.items.map(({ key, value }, index) => {
    if (!isScalar(key) || !isMap(value)) throw new Error(`action.yml: ${section} has an entry that is no mapping`)
    const name = String(key.value)
    // The comment before the first entry belongs to the map.
    const comment = (index === 0 ? map.commentBefore : key.commentBefore) ?? ''
    group = /--- (.+) ---/.exec(comment)?.[1] ?? group
    const fallback = value.get('default') ?? ''
    if (typeof fallback !== 'string') throw new Error(`action.yml: quote the default of ${name}`)
    const [description = '', example = ''] = String(value.get('description')).split(/ Example: /)
    return { group, name, description, default: fallback, example }
  })
}

/** Text of src/inputs/declared.ts. */
export function declaredModule(inputs: readonly Entry[]): string {
  const lines = inputs.map(
    ({ name, default: text, example }) =>
      `  ${quoted(name)}: { default: ${quoted(text)}, example: ${quoted(example)} },`,
  )
  return `// Written by \`npm run docs\` from action.yml: change it there.

/**
 * The inputs of action.yml by name: the default, which the runner fills in (empty is none), and the example of its description.
 * For an expression that is empty the runner passes an empty text instead of the default.
 */
export const DECLARED_INPUTS = {
${lines.join('\n')}
} as const satisfies Readonly<Record<string, { readonly default: string; readonly example: string }>>

/** Name of an input of action.yml. */
export type InputName = keyof typeof DECLARED_INPUTS
`
}

/** Tables of all inputs, one a group. */
export function tablesByGroup(inputs: readonly Entry[], defaults: Defaults): string {
  const groups = [...new Set(inputs.map(({ group }) => group))]
  const tableOf = (group: string) =>
    tableOfInputs(
      inputs.filter((input) => input.group === group),
      defaults,
    )
  return groups.map((group) => `## ${group}\n\n${tableOf(group)}`).join('\n\n')
}

/** A table of inputs. */
export function tableOfInputs(inputs: readonly Entry[], defaults: Defaults): string {
  const rows = inputs.map((input) => {
    const example = input.example === '' ? '' : ` Example: ${code(input.example)}`
    return `| ${code(input.name)} | ${describeDefault(input, defaults)} | ${cell(input.description)}${example} |`
  })
  return ['| Input | Default | Description |', '| --- | --- | --- |', ...rows].join('\n')
}

/** A table of outputs. */
export function tableOfOutputs(outputs: readonly Entry[]): string {
  const rows = outputs.map(({ name, description }) => `| ${code(name)} | ${cell(description)} |`)
  return ['| Output | Description |', '| --- | --- |', ...rows].join('\n')
}

/** Replaces what is between `<!-- name -->` and `<!-- /name -->`; throws when one of the two comments is missing. */
export function between(text: string, name: string, content: string): string {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const [from, to] = [text.indexOf(start), text.indexOf(end)]
  if (from === -1 || to === -1) throw new Error(`${start} ... ${end}: not there`)
  return `${text.slice(0, from + start.length)}\n\n${content}\n\n${text.slice(to)}`
}

function describeDefault(input: Entry, defaults: Defaults): string {
  const { variables = [], value = input.default, otherwise } = defaults[input.name] ?? {}
  const fixed = value === '' ? [] : [code(value)]
  const last = otherwise === undefined ? fixed : [cell(otherwise)]
  return [...variables.map((name) => `env ${code(name)}`), ...last].join(', then ')
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}

function code(text: string): string {
  return `\`${text.replaceAll('|', '\\|')}\``
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('*', '\\*')
}

/** Every generated file of a checkout, as it should be. */
function generatedFiles(root: string, defaults: Defaults): Map<string, string> {
  const read = (file: string) => readFileSync(join(root, file), 'utf8')
  const action = read('action.yml')
  const [inputs, outputs] = [entriesOf(action, 'inputs'), entriesOf(action, 'outputs')]
  const core = inputs.filter(({ name }) => CORE_INPUTS.some((core) => core === name))
  const readme = between(read('README.md'), 'inputs', tableOfInputs(core, defaults))
  return new Map([
    ['src/inputs/declared.ts', declaredModule(inputs)],
    ['README.md', between(readme, 'outputs', tableOfOutputs(outputs))],
    ['docs/INPUTS.md', between(read('docs/INPUTS.md'), 'inputs', tablesByGroup(inputs, defaults))],
  ])
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '..')
  const { ENVIRONMENT_DEFAULTS } = await import('../src/inputs/form.ts')
  for (const [file, text] of generatedFiles(root, ENVIRONMENT_DEFAULTS)) {
    const path = join(root, file)
    if (existsSync(path) && readFileSync(path, 'utf8') === text) continue
    if (process.argv.includes('--check')) {
      console.error(`${file} does not follow from action.yml: run "npm run docs"`)
      process.exitCode = 1
    } else {
      writeFileSync(path, text)
    }
  }
}
