import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'

import { DECLARED_INPUTS } from '../../src/inputs/declared.ts'
import { parseSettings } from '../../src/inputs/parse-settings.ts'
import { ENOUGH, given, ROLE } from '../unit/inputs/given.ts'

interface Metadata {
  inputs: Record<string, { description: string; default?: string; required?: boolean }>
  outputs: Record<string, { description: string }>
  runs: Record<string, string>
}

const root = resolve(import.meta.dirname, '../..')
const text = readFileSync(join(root, 'action.yml'), 'utf8')
const action = parse(text) as Metadata
const docs = (cwd: string, ...args: string[]) =>
  spawnSync(process.execPath, [join(root, 'scripts/docs.ts'), ...args], { cwd, encoding: 'utf8' })

describe('action.yml', () => {
  test('runs on Node 24, and always cleans up', () => {
    expect(action.runs).toMatchObject({ using: 'node24', 'post-if': 'always()' })
  })

  test('has no expression outside a default: the runner would evaluate it and fail', () => {
    expect(text).not.toContain('${{')
  })

  test('has a default only where no environment variable counts, since the runner fills it in and hides the variable', () => {
    for (const [name, { variables }] of Object.entries(DECLARED_INPUTS)) {
      if (variables.length > 0) expect([name, action.inputs[name]?.default]).toEqual([name, undefined])
    }
  })

  test('shows of every input how to write it, save for the secret', () => {
    const bare = Object.entries(action.inputs).filter(([, { description }]) => !/\. Example: \S/.test(description))
    expect(bare.map(([name]) => name)).toEqual(['bedrock-api-key'])
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
    const behind = Object.entries(DECLARED_INPUTS).flatMap(([, { variables }]) => variables)
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
  const report = readFileSync(join(root, 'src/transcript/types.ts'), 'utf8')
  const [, body = ''] = /export interface Outputs \{\n(.*?)\n\}/s.exec(report) ?? []
  const names = [...body.matchAll(/^ {2}readonly '?([\w-]+)'?:/gm)].map(([, name]) => name)
  expect(names.length).toBeGreaterThan(20)
  expect(Object.keys(action.outputs)).toEqual(names)
})

describe('scripts/docs.ts', () => {
  test('has nothing to change: README.md and src/inputs/declared.ts follow from action.yml', () => {
    const { status, stderr } = docs(root, '--check')
    expect([status, stderr]).toEqual([0, ''])
  })

  const copy = () => {
    const folder = mkdtempSync(join(tmpdir(), 'docs-'))
    mkdirSync(join(folder, 'src/inputs'), { recursive: true })
    const metadata = `inputs:
  # --- First ---
  one:
    description: What it is, a | b. Default: 5, or the environment variable SOME_NAME. Example: it's <x>
  # --- Second ---
  two:
    description: Another. Default: the environment variable A_B, then C_D.
  three:
    description: A third.
    default: '3'
outputs:
  out:
    description: What comes out.
`
    writeFileSync(join(folder, 'action.yml'), metadata.replaceAll(/description: (.*)/g, 'description: >-\n      $1'))
    writeFileSync(
      join(folder, 'README.md'),
      '# A\n\n<!-- inputs -->\nold\n<!-- /inputs -->\n\nBetween.\n\n<!-- outputs --><!-- /outputs -->\n',
    )
    return folder
  }

  test('writes the tables by group, and leaves the rest of the page', () => {
    const folder = copy()
    expect(docs(folder).status).toBe(0)
    expect(readFileSync(join(folder, 'README.md'), 'utf8')).toBe(`# A

<!-- inputs -->

### First

| Input | Default | Description |
| --- | --- | --- |
| \`one\` | \`5\` | What it is, a \\| b. Default: 5, or the environment variable SOME_NAME. Example: \`it's <x>\` |

### Second

| Input | Default | Description |
| --- | --- | --- |
| \`two\` |  | Another. Default: the environment variable A_B, then C_D. |
| \`three\` | \`3\` | A third. |

<!-- /inputs -->

Between.

<!-- outputs -->

| Output | Description |
| --- | --- |
| \`out\` | What comes out. |

<!-- /outputs -->
`)
  })

  test('writes what the code needs of each input', () => {
    const folder = copy()
    docs(folder)
    const program = 'import("./src/inputs/declared.ts").then((m) => console.log(JSON.stringify(m.DECLARED_INPUTS)))'
    const written = execFileSync(process.execPath, ['-e', program], { cwd: folder, encoding: 'utf8' })
    expect(JSON.parse(written)).toEqual({
      one: { default: '5', variables: ['SOME_NAME'], example: "it's <x>" },
      two: { default: '', variables: ['A_B', 'C_D'], example: '' },
      three: { default: '3', variables: [], example: '' },
    })
  })

  test('with --check fails on what is stale, and writes nothing', () => {
    const folder = copy()
    const { status, stderr } = docs(folder, '--check')
    expect(status).toBe(1)
    expect(stderr).toContain('README.md does not follow from action.yml: run "npm run docs"')
    expect(existsSync(join(folder, 'src/inputs/declared.ts'))).toBe(false)
    docs(folder)
    expect(docs(folder, '--check').status).toBe(0)
  })
})
