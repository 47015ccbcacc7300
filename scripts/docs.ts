// `npm run docs`: writes what follows from action.yml - the tables of README.md and src/inputs/declared.ts - in the current
// folder. With --check it writes nothing, and fails when something would change.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

import { isMap, isScalar, parseDocument } from 'yaml'

interface Declared {
  readonly group: string
  readonly name: string
  readonly description: string
  readonly default: string
  readonly variables: readonly string[]
  readonly example: string
}

const action = parseDocument(readFileSync('action.yml', 'utf8'))
const inputs = declaredIn('inputs')
const outputs = declaredIn('outputs')

const readme = existsSync('README.md') ? readFileSync('README.md', 'utf8') : undefined
const wanted: [file: string, text: string][] = [['src/inputs/declared.ts', declaredModule()]]
if (readme !== undefined) {
  wanted.push(['README.md', between(between(readme, 'inputs', inputTables()), 'outputs', outputTable())])
}

const stale = wanted.filter(([file, text]) => !existsSync(file) || readFileSync(file, 'utf8') !== text)
if (process.argv.includes('--check')) {
  for (const [file] of stale) console.error(`${file} does not follow from action.yml: run "npm run docs"`)
  process.exitCode = stale.length === 0 ? 0 : 1
} else {
  for (const [file, text] of stale) writeFileSync(file, text)
}

/** The entries of a section of action.yml in order; a comment `# --- Group ---` before one starts a group. */
function declaredIn(section: string): Declared[] {
  const map = action.get(section)
  if (!isMap(map)) throw new Error(`action.yml: no ${section}`)
  let group = ''
  return map.items.map(({ key, value }, index) => {
    if (!isScalar(key) || !isMap(value)) throw new Error(`action.yml: ${section} has an entry that is no mapping`)
    // The comment before the first entry belongs to the map.
    const comment = (index === 0 ? map.commentBefore : key.commentBefore) ?? ''
    group = /--- (.+) ---/.exec(comment)?.[1] ?? group
    const [description, example] = String(value.get('description')).split(/ Example: /)
    const { lastResort, variables } = fallbackOf(description!)
    const fixed = value.get('default')
    if (fixed !== undefined && typeof fixed !== 'string')
      throw new Error(`action.yml: quote the default of ${String(key.value)}`)
    return {
      group,
      name: String(key.value),
      description: description!,
      default: fixed ?? lastResort,
      variables,
      example: example ?? '',
    }
  })
}

/** Reads "Default: 4096, or the environment variable A." and "Default: the environment variable A, then B." */
function fallbackOf(description: string): { lastResort: string; variables: string[] } {
  const variable = '([A-Z_]+)\\b'
  const sentence = new RegExp(`Default: (?:(\\S+), or )?the environment variable ${variable}(?:, then ${variable})?`)
  const [, lastResort = '', first = '', second = ''] = sentence.exec(description) ?? []
  return { lastResort, variables: [first, second].filter(Boolean) }
}

function declaredModule(): string {
  const entries = inputs.map(({ name, default: text, variables, example }) => {
    const names = variables.map(quoted).join(', ')
    return `  ${quoted(name)}: { default: ${quoted(text)}, variables: [${names}], example: ${quoted(example)} },`
  })
  return `// Written by \`npm run docs\` from action.yml: change it there.

/** What action.yml says of an input: \`default\` counts after the environment \`variables\`; empty is none. */
export interface DeclaredInput {
  readonly default: string
  readonly variables: readonly string[]
  readonly example: string
}

/** The inputs of action.yml by name. GitHub passes an empty text, not the default, for an expression that is empty. */
export const DECLARED_INPUTS = {
${entries.join('\n')}
} as const satisfies Readonly<Record<string, DeclaredInput>>

/** Name of an input of action.yml. */
export type InputName = keyof typeof DECLARED_INPUTS
`
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}

function inputTables(): string {
  const groups = [...new Set(inputs.map(({ group }) => group))]
  return groups
    .map((group) => `### ${group}\n\n${inputTable(inputs.filter((input) => input.group === group))}`)
    .join('\n\n')
}

function inputTable(rows: readonly Declared[]): string {
  const lines = rows.map((input) => {
    const example = input.example === '' ? '' : ` Example: ${code(input.example)}`
    const fixed = input.default === '' ? '' : code(input.default)
    return `| ${code(input.name)} | ${fixed} | ${cell(input.description)}${example} |`
  })
  return ['| Input | Default | Description |', '| --- | --- | --- |', ...lines].join('\n')
}

function outputTable(): string {
  const lines = outputs.map(({ name, description }) => `| ${code(name)} | ${cell(description)} |`)
  return ['| Output | Description |', '| --- | --- |', ...lines].join('\n')
}

function code(text: string): string {
  return `\`${text.replaceAll('|', '\\|')}\``
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('*', '\\*')
}

/** Replaces what stands between `<!-- name -->` and `<!-- /name -->`; a text without the two comments stays as it is. */
function between(text: string, name: string, content: string): string {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const [from, to] = [text.indexOf(start), text.indexOf(end)]
  if (from === -1 || to === -1) return text
  return `${text.slice(0, from + start.length)}\n\n${content}\n\n${text.slice(to)}`
}
