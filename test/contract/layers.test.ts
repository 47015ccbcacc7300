// The layers are held by the linter: each kind of violation, planted in a file of each place, must be found.
import { join } from 'node:path'

import { expect, test } from '@jest/globals'
import { ESLint } from 'eslint'
import tseslint from 'typescript-eslint'

import { root } from '../support/runner.ts'

// Rules that need types need a file on the disk; those that hold the layers do not.
const eslint = new ESLint({
  cwd: root,
  overrideConfig: [
    tseslint.configs.disableTypeChecked,
    { files: ['**/*.ts'], languageOptions: { parserOptions: { projectService: false } } },
  ],
})

/** Rules that a planted text breaks in the file of this name. */
async function brokenBy(file: string, text: string): Promise<readonly string[]> {
  const [result] = await eslint.lintText(`${text}\n`, { filePath: join(root, file) })
  const rules = (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message)
  return [...new Set(rules)].filter((rule) => !UNRELATED.has(rule))
}

const UNRELATED = new Set([
  '@typescript-eslint/no-unused-vars',
  'jsdoc/require-jsdoc',
  '@typescript-eslint/no-unused-expressions',
])

const MODULES = [
  'src/run.ts',
  'src/run-context.ts',
  'src/run-state.ts',
  'src/errors.ts',
  'src/steps/planted.ts',
  'src/aws/planted.ts',
  'src/bedrock/errors/planted.ts',
  'src/checkout/planted.ts',
  'src/claude/planted.ts',
  'src/gateway/planted.ts',
  'src/inputs/planted.ts',
  'src/transcript/planted.ts',
  'src/ports/planted.ts',
]

const WORLD = [
  ["import { readFileSync } from 'node:fs'", 'no-restricted-imports'],
  ["import * as core from '@actions/core'", 'no-restricted-imports'],
  ["import { STS } from '@aws-sdk/client-sts'", 'no-restricted-imports'],
  ["import { SignatureV4 } from '@smithy/signature-v4'", 'no-restricted-imports'],
  ["import { createClock } from '../world/clock.ts'", 'no-restricted-imports'],
  ["export { createClock } from './world/clock.ts'", 'no-restricted-imports'],
  ["export const fs = await import('node:fs')", 'no-restricted-syntax'],
  ['export const now = Date.now()', 'no-restricted-properties'],
  ['export const now = new Date()', 'no-restricted-syntax'],
  ['export const chance = Math.random()', 'no-restricted-properties'],
  ['export const path = process.env.PATH', 'no-restricted-globals'],
  ['export const { env } = process', 'no-restricted-globals'],
  ["export const page = fetch('http://127.0.0.1')", 'no-restricted-globals'],
  ["console.log('text')", 'no-restricted-globals'],
  ['setTimeout(() => undefined, 1)', 'no-restricted-globals'],
] as const

test.each(MODULES.flatMap((file) => WORLD.map(([text, rule]) => [file, text, rule] as const)))(
  '%s may not touch the world: %s',
  async (file, text, rule) => {
    expect(await brokenBy(file, text)).toContain(rule)
  },
)

const INSIDES = [
  ['src/aws/planted.ts', "import { reviseSettings } from '../inputs/agent.ts'"],
  ['src/gateway/planted.ts', "import { authenticate } from '../aws/session.ts'"],
  ['src/transcript/planted.ts', "import { runAgent } from '../claude/agent.ts'"],
  ['src/claude/planted.ts', "import { jobSummary } from '../transcript/summary.ts'"],
  ['src/bedrock/planted.ts', "import { openGateway } from '../gateway/gateway.ts'"],
  ['src/bedrock/errors/planted.ts', "import { openGateway } from '../../gateway/gateway.ts'"],
  ['src/checkout/planted.ts', "import type { RunContext } from '../run-context.ts'"],
  ['src/inputs/planted.ts', "import { report } from '../steps/report.ts'"],
  ['src/world/planted.ts', "import { parseModel } from '../bedrock/models.ts'"],
  ['src/ports/planted.ts', "import type { Settings } from '../inputs/settings.ts'"],
]

test.each(INSIDES)('%s may not import the inside of another module: %s', async (file, text) => {
  expect(await brokenBy(file, text)).toEqual(['no-restricted-imports'])
})

test('adapters may not read the environment', async () => {
  expect(await brokenBy('src/world/planted.ts', 'export const path = process.env.PATH')).toEqual([
    'no-restricted-properties',
  ])
})

const STYLE = [
  ['export default 1', 'no-restricted-syntax'],
  ['export enum Color { Red }', 'no-restricted-syntax'],
  ['export const value = JSON.parse(text) as string', '@typescript-eslint/consistent-type-assertions'],
  ['export const value: any = 1', '@typescript-eslint/no-explicit-any'],
  ['export const value = text!', '@typescript-eslint/no-non-null-assertion'],
  [`export const value = 1\n${'//\n'.repeat(250)}`, 'max-lines'],
  ['export function add(a: number, b: number, c: number, d: number) { return a + b + c + d }', 'max-params'],
] as const

test.each(STYLE)('in every file of src: %s', async (text, rule) => {
  for (const file of ['src/run.ts', 'src/aws/planted.ts', 'src/world/planted.ts'])
    expect(await brokenBy(file, text)).toContain(rule)
})

const ALLOWED = [
  ['src/run.ts', "import { report } from './steps/report.ts'"],
  ['src/steps/planted.ts', "import { runAgent } from '../claude/agent.ts'"],
  ['src/aws/planted.ts', "import { join } from 'node:path'"],
  ['src/gateway/planted.ts', "import type { Session } from '../aws/types.ts'"],
  ['src/world/planted.ts', "import { readFileSync } from 'node:fs'"],
  ['src/main.ts', 'export const { env } = process'],
]

test.each(ALLOWED)('%s may do what is its own: %s', async (file, text) => {
  expect(await brokenBy(file, text)).toEqual([])
})
