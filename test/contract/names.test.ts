// Names: a failure code that documents explain can happen, and an input, output or code that a document names is there.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, test } from '@jest/globals'
import ts from 'typescript'
import { parse } from 'yaml'

import { FAILURE_WORDS } from '../../src/errors.ts'
import { root } from '../support/runner.ts'
import { ACTION, blocksOf, documents, workflowsIn } from './documents.ts'

const FAILURE_CODES = Object.keys(FAILURE_WORDS)
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const action = parse(read('action.yml')) as Readonly<Record<'inputs' | 'outputs', Record<string, object>>>
const inputs = Object.keys(action.inputs)
const outputs = Object.keys(action.outputs)

describe('failure codes', () => {
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && path !== 'errors.ts')
    .map((path) => ts.createSourceFile(path, read(`src/${path}`), ts.ScriptTarget.Latest, true))
  const made = new Set(sources.flatMap(textsMadeIn))

  test.each(FAILURE_CODES)('%s is given to some failure in src', (code) => {
    expect(made).toContain(code)
  })
})

/** The texts that a source file gives to failures: the first argument of `new Failure`, or of a function that makes one, and values of `code`. */
function textsMadeIn(source: ts.SourceFile): string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) && isGiven(node)) found.push(node.text)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function isGiven(literal: ts.StringLiteral): boolean {
  const { parent } = literal
  if (ts.isNewExpression(parent)) return parent.expression.getText() === 'Failure' && parent.arguments?.[0] === literal
  if (ts.isConditionalExpression(parent)) return parent.condition !== literal
  if (ts.isVariableDeclaration(parent)) return parent.name.getText() === 'code'
  return ts.isPropertyAssignment(parent) && parent.name.getText() === 'code'
}

/** Names of others that the documents use, with whose they are. */
const OF_OTHERS = [
  ...['id-token', 'runs-on', 'post-if', 'continue-on-error', 'actions-sync'], // GitHub
  ...['upload-artifact', 'download-artifact', 'create-pull-request', 'aws-expiration'], // actions
  ...['bedrock-runtime', 'us-gov'], // AWS
  ...['strict-ssl'], // npm
  ...['needs-auth'], // Claude Code
  ...['claude-code', 'claude-code-repository'], // what examples/iam makes
]

/** Values of inputs and outputs, and the examples that action.yml gives. */
const VALUES = [
  ...['on-failure', 'timed-out', 'tool-cache', 'actions-cache'],
  ...[...read('action.yml').matchAll(/Example: ([a-z]+(?:-[a-z]+)+)$/gm)].map(([, example]) => example),
]

/** A table of MIGRATING.md names what is of others in its first column. */
const withoutOthersColumn = (path: string, text: string) =>
  path === 'docs/MIGRATING.md' ? text.replaceAll(/^\| .*? \|/gm, '|') : text

describe.each([...documents, 'CONTRIBUTING.md', 'CHANGELOG.md', 'examples/iam/README.md'])('%s', (path) => {
  test('names inputs, outputs and failure codes that there are', () => {
    const prose = withoutOthersColumn(path, read(path).replaceAll(/```.*?```/gs, ''))
    const named = [...prose.matchAll(/`([a-z]+(?:-[a-z]+)+)(?:: [^`]*)?`/g)].map(([, name]) => name)
    const known = [...inputs, ...outputs, ...FAILURE_CODES, ...OF_OTHERS, ...VALUES]
    expect(named.filter((name) => !known.includes(name ?? ''))).toEqual([])
  })

  test('shows inputs that there are, wherever YAML gives some', () => {
    const blocks = blocksOf(path).filter(({ language }) => language === 'yaml')
    const given = blocks.flatMap(({ text }) => inputsGivenIn(parse(text)))
    expect(given.filter((name) => !inputs.includes(name))).toEqual([])
  })

  test('reads outputs that there are', () => {
    // A step that the text itself shows to be another's may have its own.
    const text = read(path)
    const known = [...text.matchAll(/steps\.claude\.outputs\.([\w-]+)/g)].map(([, name]) => name)
    expect(known.filter((name) => !outputs.includes(name ?? ''))).toEqual([])
  })
})

test('comments of the examples name inputs, outputs and codes that there are', () => {
  for (const { where, text } of workflowsIn('examples/workflows')) {
    const named = [...text.matchAll(/#.*/g)].flatMap(([line]) => [...line.matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)])
    const unknown = named.map(([, name = '']) => name).filter((name) => ![...inputs, ...outputs].includes(name))
    expect([where, unknown]).toEqual([where, []])
  }
})

/** The keys of every `with:` that is this action's: of a step that uses it, or shown without a step around it. */
function inputsGivenIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const { uses = ACTION, with: given } = value as { uses?: unknown; with?: object }
  const own = uses === ACTION && typeof given === 'object' ? Object.keys(given) : []
  return [...own, ...Object.values(value).flatMap(inputsGivenIn)]
}
