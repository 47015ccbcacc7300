import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'

import { between, CORE_INPUTS, declaredModule, entriesOf, tableOfOutputs, tablesByGroup } from '../../scripts/docs.ts'
import { ENVIRONMENT_DEFAULTS } from '../../src/inputs/form.ts'
import { DECLARED_INPUTS } from '../../src/inputs/declared.ts'
import { parseSettings } from '../../src/inputs/parse-settings.ts'
import { OUTPUT_NAMES } from '../support/empty-outputs.ts'
import { ENOUGH, given, ROLE } from '../unit/inputs/given.ts'

interface Metadata {
  name: string
  description: string
  branding: Record<string, string>
  inputs: Record<string, { description: string; default?: string; required?: boolean }>
  outputs: Record<string, { description: string }>
  runs: Record<string, string>
}

const root = resolve(import.meta.dirname, '../..')
const text = readFileSync(join(root, 'action.yml'), 'utf8')
const action = parse(text) as Metadata

describe('action.yml', () => {
  test('runs on Node 24, and always cleans up', () => {
    expect(action.runs).toMatchObject({ using: 'node24', 'post-if': 'always()' })
  })

  // What it refuses it says only when a release is listed (seen in November 2026).
  test("has what GitHub's Marketplace asks for", () => {
    expect(action.name).not.toBe('')
    expect(action.description.length).toBeLessThan(125)
    expect(action.branding).toEqual({ icon: expect.any(String), color: expect.any(String) })
  })

  test('has no expression outside a default: the runner would evaluate it and fail', () => {
    expect(text.replaceAll(/^ {4}default: \$\{\{ github\.token \}\}$/gm, '')).not.toContain('${{')
  })

  test('has a default only where no environment variable counts, since the runner fills it in and hides the variable', () => {
    for (const name of Object.keys(ENVIRONMENT_DEFAULTS)) {
      expect([name, action.inputs[name]?.default]).toEqual([name, undefined])
    }
  })

  test('shows of every input how to write it, save for the secret', () => {
    const bare = Object.entries(action.inputs).filter(([, { description }]) => !/\. Example: \S/.test(description))
    expect(bare.map(([name]) => name)).toEqual(['bedrock-api-key'])
  })

  test.each(Object.entries(DECLARED_INPUTS))('has an example of %s that is one value of YAML', (name, { example }) => {
    expect(typeof (parse(`${name}: ${example || '""'}`) as Record<string, unknown>)[name]).not.toBe('object')
  })

  test('names in its description each environment variable behind an input', () => {
    for (const [name, { variables = [] }] of Object.entries(ENVIRONMENT_DEFAULTS)) {
      for (const variable of variables) expect(action.inputs[name]?.description).toContain(variable)
    }
  })
})

describe('inputs', () => {
  test('of action.yml are those declared in the code, with their defaults', () => {
    expect(Object.keys(DECLARED_INPUTS)).toEqual(Object.keys(action.inputs))
    for (const [name, input] of Object.entries(action.inputs)) {
      if (input.default !== undefined) expect(DECLARED_INPUTS).toHaveProperty([name, 'default'], input.default)
    }
  })

  test('are all read', async () => {
    const read = new Set<string>()
    const watched = (raw: object) =>
      new Proxy(raw, {
        get: (target, name) => {
          read.add(String(name))
          return Reflect.get(target, name) as unknown
        },
      })
    for (const identity of [{ 'role-to-assume': ROLE }, { 'bedrock-api-key': 'key' }]) {
      await parseSettings(given(watched({ ...ENOUGH, ...identity })))
    }
    expect([...read].sort()).toEqual(Object.keys(action.inputs).sort())
  })

  test('the environment variables behind them are those of the contract', () => {
    const behind = Object.values(ENVIRONMENT_DEFAULTS).flatMap(({ variables = [] }) => variables)
    expect(behind).toEqual([
      'AWS_REGION',
      'AWS_DEFAULT_REGION',
      'ANTHROPIC_MODEL',
      'ANTHROPIC_SMALL_FAST_MODEL',
      'ANTHROPIC_SMALL_FAST_MODEL_AWS_REGION',
      'CLAUDE_CODE_MAX_OUTPUT_TOKENS',
      'MAX_THINKING_TOKENS',
      'DISABLE_PROMPT_CACHING',
    ])
  })
})

test('outputs of action.yml are those of the report', () => {
  expect(Object.keys(action.outputs)).toEqual(OUTPUT_NAMES)
})

describe('npm run docs', () => {
  test('has nothing to change: README, docs/INPUTS.md and src/inputs/declared.ts follow from action.yml', () => {
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts/docs.ts'), '--check'], {
      encoding: 'utf8',
    })
    expect([status, stderr]).toEqual([0, ''])
  })

  test('shows the core inputs in README, and all in docs/INPUTS.md', () => {
    const named = (file: string) => {
      const [, tables = ''] = readFileSync(join(root, file), 'utf8').split(/<!-- \/?inputs -->/)
      return [...tables.matchAll(/^\| `([\w-]+)` \|/gm)].map(([, name]) => name)
    }
    expect(named('README.md').sort()).toEqual([...CORE_INPUTS].sort())
    expect(named('docs/INPUTS.md')).toEqual(Object.keys(action.inputs))
  })

  const metadata = `inputs:
  # --- First ---
  one:
    description: >-
      What it is, a | b. Example: it's <x>
  # --- Second ---
  two:
    description: Another.
  three:
    description: A third.
    default: '3'
outputs:
  out:
    description: What comes out.
`
  const inputs = entriesOf(metadata, 'inputs')
  const defaults = {
    one: { variables: ['SOME_NAME'], value: '5' },
    two: { variables: ['A_B', 'C_D'], otherwise: 'what <it> says' },
  }

  test('writes tables by group, with the defaults of both sources', () => {
    expect(tablesByGroup(inputs, defaults)).toBe(`## First

| Input | Default | Description |
| --- | --- | --- |
| \`one\` | env \`SOME_NAME\`, then \`5\` | What it is, a \\| b. Example: \`it's <x>\` |

## Second

| Input | Default | Description |
| --- | --- | --- |
| \`two\` | env \`A_B\`, then env \`C_D\`, then what &lt;it> says | Another. |
| \`three\` | \`3\` | A third. |`)
    expect(tableOfOutputs(entriesOf(metadata, 'outputs'))).toContain('| `out` | What comes out. |')
  })

  test('leaves the rest of a page, and refuses one that has no place for the table', () => {
    expect(between('# A\n\n<!-- x -->\nold\n<!-- /x -->\n\nEnd.\n', 'x', 'new')).toBe(
      '# A\n\n<!-- x -->\n\nnew\n\n<!-- /x -->\n\nEnd.\n',
    )
    expect(() => between('# A', 'x', 'new')).toThrow('<!-- x -->')
  })

  test('writes what the code needs of each input', () => {
    const folder = mkdtempSync(join(tmpdir(), 'docs-'))
    writeFileSync(join(folder, 'declared.ts'), declaredModule(inputs))
    const program = 'import("./declared.ts").then((m) => console.log(JSON.stringify(m.DECLARED_INPUTS)))'
    const written = execFileSync(process.execPath, ['-e', program], { cwd: folder, encoding: 'utf8' })
    expect(JSON.parse(written)).toEqual({
      one: { default: '', example: "it's <x>" },
      two: { default: '', example: '' },
      three: { default: '3', example: '' },
    })
  })
})
