import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import ts from 'typescript'
import { parse } from 'yaml'

import { BEDROCK_RULES, bedrockError, explainBedrock } from '../../src/bedrock/errors/bedrock-error.ts'
import type { BedrockCall } from '../../src/bedrock/types.ts'
import { INSTALL_RULES } from '../../src/claude/install-download.ts'
import { type ErrorRule, failureTitle, LONGEST_TITLE } from '../../src/error-rules.ts'
import {
  blocksOf,
  FAILURE_WORDS,
  ServiceError,
  type Failure,
  type FailureCode,
  type FixBlock,
} from '../../src/errors.ts'
import { PERMISSION_RULES } from '../../src/events/actor-check.ts'
import { UPLOAD_RULES } from '../../src/transcript/upload.ts'
import { explained } from './aws/answers.ts'
import { chainCases } from './aws/sign-in-cases-chain.ts'
import { keysCases } from './aws/sign-in-cases-keys.ts'
import { networkCases } from './aws/sign-in-cases-network.ts'
import { roleCases } from './aws/sign-in-cases-role.ts'
import { tokenCases } from './aws/sign-in-cases-token.ts'
import { CASES } from './bedrock/all-error-cases.ts'

/** What is wrong with a block that users copy; undefined where nothing is. */
function flawOf(block: FixBlock): string | undefined {
  if (block.kind === 'text') return /^\s*$/.test(block.text) ? 'empty' : undefined
  try {
    if (block.language === 'json') JSON.parse(block.code)
    if (block.language === 'yaml' && typeof parse(block.code) !== 'object') return 'YAML without a key'
  } catch (error) {
    return String(error)
  }
  const lines = block.code.split('\n')
  if (block.language === 'shell' && !lines.every((line) => /^[\w./-]+ \S/.test(line) && hasPairs(line)))
    return 'no command'
  if (block.language === 'ini' && !lines.every((line) => /^[\w.\-/:@]+ ?=/.test(line) || /^\[.+\]$/.test(line)))
    return 'no setting'
  return undefined
}

/** Quotation marks come in pairs. */
const hasPairs = (line: string) => ['"', "'"].every((mark) => line.split(mark).length % 2 === 1)

function flawsOf({ message, fix }: Pick<Failure, 'message' | 'fix'>): readonly string[] {
  const [first = ''] = message.split('\n')
  return [
    ...(first.length > LONGEST_TITLE ? [`a first line of ${first.length} characters: ${first}`] : []),
    ...(first.length < 12 ? [`a first line that says nothing: ${first}`] : []),
    ...(fix.length === 0 ? ['nothing to do'] : []),
    ...fix.flatMap((block) => flawOf(block) ?? []),
  ]
}

const CALL: BedrockCall = {
  region: 'eu-central-1',
  model: 'eu.anthropic.claude-sonnet-4-6',
  account: '111122223333',
  maxOutputTokens: 4096,
}

describe('an answer of Bedrock', () => {
  test.each(CASES)('$rule: $name $status $text', ({ text, name, status, host, region, model, caller, isFromAws }) => {
    const error = bedrockError({
      ...{ operation: 'InvokeModel', text, name, status, host },
      ...(isFromAws === undefined ? {} : { isFromAws }),
    })
    const call = { ...CALL, region: region ?? CALL.region, model: model ?? CALL.model, ...(caller && { caller }) }
    const failure = explainBedrock(error, call)
    expect(flawsOf(failure)).toEqual([])
    const isOfModel = !/^(credentials|region|network)-|input-invalid/.test(failure.code)
    if (isOfModel) expect(failure.message.split('\n')[0]).toContain(call.region)
  })
})

describe('an answer to a sign-in', () => {
  const rows = [...tokenCases, ...roleCases, ...keysCases, ...chainCases, ...networkCases]
  test.each(rows)('$id: $code', ({ fact, code, settings, attempt }) => {
    const failure = explained(fact, { settings, attempt })
    expect(flawsOf(failure)).toEqual([])
    expect(failure.message.split('\n')[0]).not.toMatch(/Bedrock|the model/)
    if (code.startsWith('role-') && settings === undefined)
      expect(failure.message).toContain('arn:aws:iam::111122223333:role/ci/claude')
  })

  test('names the source of the keys that were really used', () => {
    const refused = {
      service: 'AWS STS',
      operation: 'GetCallerIdentity',
      name: 'InvalidClientTokenId',
      message: 'no',
      status: 403,
    }
    const titleOf = (about: Parameters<typeof explained>[1]) => explained(refused, about).message.split('\n')[0]
    expect(titleOf({})).toBe(
      'AWS refused the credentials: the keys that AWS STS issued for arn:aws:iam::111122223333:role/ci/claude',
    )
    const chain = { source: { kind: 'default-chain' } } as const
    expect(titleOf({ settings: chain, attempt: { origin: 'container' } })).toMatch(/: the keys of the container/)
    expect(titleOf({ settings: chain, attempt: { origin: 'environment' } })).toMatch(/: the keys of the environment/)
    expect(titleOf({ settings: { source: { kind: 'profile', profile: 'dev' } } })).toMatch(/the AWS profile "dev"/)
  })
})

/** Each rule with the context that its table is used with. */
function fixesOf<Context>(rules: readonly ErrorRule<Context>[], context: Context): [string, readonly FixBlock[]][] {
  const error = new ServiceError({
    service: 'S',
    operation: 'Do',
    name: 'N',
    message: 'No.',
    status: 400,
    host: 'h.example',
  })
  return rules.map(({ id, fix }) => [id, blocksOf(typeof fix === 'function' ? fix(error, context) : fix)])
}

test.each([
  ...fixesOf(UPLOAD_RULES, { name: 'transcript', directory: '/t' }),
  ...fixesOf(INSTALL_RULES, { name: 'claude', version: '2.1.3', published: ['2.1.2', '2.1.1'], region: undefined }),
  ...fixesOf(PERMISSION_RULES, { login: 'octocat', repository: 'o/r', token: 't' }),
  ...fixesOf(BEDROCK_RULES, { ...CALL, model: undefined }),
])('the fix of "%s" can be copied', (_id, fix) => {
  expect(fix.length).toBeGreaterThan(0)
  expect(fix.flatMap((block) => flawOf(block) ?? [])).toEqual([])
})

test('the words of every code fit into a title, with any subject', () => {
  for (const code of Object.keys(FAILURE_WORDS) as FailureCode[]) {
    expect(failureTitle(code).length).toBeLessThanOrEqual(100)
    expect(failureTitle(code, 'x'.repeat(200)).length).toBe(LONGEST_TITLE)
  }
})

describe('what the source has written', () => {
  const source = join(import.meta.dirname, '../../src')
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  const failures: [string, string][] = []
  const blocks: [string, FixBlock][] = []
  for (const name of files) {
    const text = readFileSync(join(source, name), 'utf8')
    const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true)
    const visit = (node: ts.Node): void => {
      const where = `${name}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`
      if (ts.isNewExpression(node) && node.expression.getText() === 'Failure') {
        const message = messageOf(node.arguments?.[1])
        if (message !== undefined) failures.push([where, message])
      }
      if (ts.isCallExpression(node) && /^(yaml|shell|ini)$/.test(node.expression.getText())) {
        const code = textOf(node.arguments[0])
        const language = node.expression.getText() as 'yaml' | 'shell' | 'ini'
        if (code !== undefined) blocks.push([where, { kind: 'code', language, code }])
      }
      ts.forEachChild(node, visit)
    }
    visit(file)
  }

  test('is found', () => {
    expect(failures.length).toBeGreaterThan(25)
    expect(blocks.length).toBeGreaterThan(60)
  })
  test.each(failures)('%s: the first line of the message is short', (_where, message) => {
    expect(message.split('\n')[0]?.length).toBeLessThanOrEqual(LONGEST_TITLE)
  })
  test.each(blocks)('%s: the block is valid by itself', (_where, block) => expect(flawOf(block)).toBeUndefined())
})

function messageOf(text: ts.Expression | undefined): string | undefined {
  if (text === undefined || !ts.isObjectLiteralExpression(text)) return undefined
  const property = text.properties.find((each) => each.name?.getText() === 'message')
  return property !== undefined && ts.isPropertyAssignment(property) ? textOf(property.initializer) : undefined
}

/** A literal, with a short word for each value in it. */
function textOf(node: ts.Expression | undefined): string | undefined {
  if (node === undefined) return undefined
  if (ts.isStringLiteralLike(node)) return node.text
  if (!ts.isTemplateExpression(node)) return undefined
  return node.head.text + node.templateSpans.map(({ literal }) => `value${literal.text}`).join('')
}
