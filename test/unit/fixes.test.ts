// Every fix of every rule, for errors and circumstances of all kinds: each block to copy is valid by itself.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'

import { claimsOf } from '../../src/aws/trust-policy.ts'
import { renewalFailure } from '../../src/aws/renewal.ts'
import { BEDROCK_RULES } from '../../src/bedrock/errors/bedrock-error.ts'
import type { BedrockCall } from '../../src/bedrock/types.ts'
import { INSTALL_RULES } from '../../src/claude/install-download.ts'
import type { ErrorRule } from '../../src/error-rules.ts'
import { blocksOf, ServiceError, type FixBlock } from '../../src/errors.ts'
import { UPLOAD_RULES } from '../../src/transcript/upload.ts'
import { CLAIMS, OIDC, ROLE, RUNNER, SESSION_KEYS, STATIC_KEYS, tokenWith } from './aws/fakes.ts'
import { SIGN_IN_RULES } from '../../src/aws/errors/sign-in-error.ts'
import type { Attempt } from '../../src/aws/types.ts'

const USER = 'User: arn:aws:sts::111122223333:assumed-role/ci/run is not authorized to perform:'
const SONNET = 'arn:aws:bedrock:us-west-2::foundation-model/anthropic.claude-sonnet-4-6'
const DENY = `${USER} bedrock:InvokeModel on resource: ${SONNET} with an explicit deny in a`

const ERRORS = [
  { message: '' },
  { message: `${USER} bedrock:InvokeModel on resource: ${SONNET} because no identity-based policy allows it` },
  { message: `${USER} bedrock:InvokeModel on resource: ${SONNET} because no session policy allows it` },
  { message: `${USER} bedrock:CallWithBearerToken on resource: *` },
  { message: `${USER} sts:AssumeRole on resource: arn:aws:iam::111122223333:role/ci/claude` },
  { message: `${DENY} service control policy: arn:aws:organizations::123456789012:policy/o-x/p-y` },
  { message: DENY.replace(SONNET, SONNET.replace('us-west-2', '')) },
  { message: 'max_tokens: 200000 > 64000, which is the maximum allowed' },
  { message: 'No OpenIDConnect provider found in your account for https://oidc.eks.us-east-1.amazonaws.com/id/AB12' },
  { message: 'getaddrinfo ENOTFOUND', host: 'bedrock-runtime.us-east-1.amazonaws.com' },
  { message: 'A.', host: 'proxy.example.com', requestId: 'request-1', status: 403 },
].flatMap((fact) =>
  ['Amazon Bedrock', 'AWS STS', 'GitHub OIDC', 'AWS credentials', 'npm registry'].map(
    (service) => new ServiceError({ service, operation: 'Do', name: 'Error', ...fact }),
  ),
)

const CALL: BedrockCall = {
  region: 'us-east-1',
  model: 'us.anthropic.claude-sonnet-4-6',
  account: '111122223333',
  maxOutputTokens: 32_000,
}

const CALLS: readonly BedrockCall[] = [
  CALL,
  { ...CALL, model: undefined, account: undefined, maxOutputTokens: 1_000 },
  { ...CALL, model: 'anthropic.claude-sonnet-4-6', profiles: ['us.anthropic.claude-sonnet-4-6', 'x'] },
  { ...CALL, model: 'global.anthropic.claude-opus-4-6-v1', profiles: ['us.anthropic.claude-sonnet-4-6'] },
  { ...CALL, model: 'sonnet', profiles: [] },
  { ...CALL, region: 'us-gov-west-1', model: 'us-gov.anthropic.claude-opus-4-8' },
  { ...CALL, region: 'xx-east-1' },
]

const ROLE_IN_CHINA = { ...ROLE, arn: 'arn:aws-cn:iam::111122223333:role/claude' }

const ATTEMPTS = [
  OIDC.source,
  { kind: 'oidc', audience: 'sts.amazonaws.com.cn', role: ROLE_IN_CHINA },
  { kind: 'role-chaining', profile: 'dev', role: { ...ROLE, arn: 'malformed' } },
  { kind: 'profile', profile: 'dev' },
  { kind: 'default-chain' },
].flatMap((source) =>
  [undefined, 'repo:octo-org/octo-repo:pull_request', 'repo:o@1/r@2:environment:prod'].flatMap((sub) =>
    [RUNNER, { ...RUNNER, fromFork: true, eventName: 'pull_request', serverUrl: 'https://ghe.example.com' }].map(
      (runner) => ({
        runner,
        settings: { ...OIDC, source } as Attempt['settings'],
        claims: sub === undefined ? undefined : claimsOf(tokenWith({ ...CLAIMS, sub })),
        region: OIDC.region,
      }),
    ),
  ),
)

const PACKAGES = [[], ['2.1.9', '2.1.10']].map((published) => ({
  ...{ name: '@anthropic-ai/claude-code-linux-x64', version: '2.1.12', published, region: undefined },
}))

const FOLDERS = [{ name: 'claude', directory: '/tmp/transcript' }]

const KEYS_SESSION = { kind: 'keys', keys: SESSION_KEYS, account: '1', arn: 'arn', renewable: true } as const

/** All that the rules' fixes say, each different one once, with what it was said of. */
function blocks(): readonly { readonly of: string; readonly block: FixBlock }[] {
  const all = new Map<string, { of: string; block: FixBlock }>()
  const add = (of: string, fix: readonly FixBlock[]) => {
    for (const block of fix) all.set(JSON.stringify(block), { of, block })
  }
  const walk = <Context>(rules: readonly ErrorRule<Context>[], contexts: readonly Context[]) => {
    for (const { id, fix } of rules)
      for (const context of contexts)
        for (const error of ERRORS) add(id, blocksOf(typeof fix === 'function' ? fix(error, context) : fix))
  }
  walk(BEDROCK_RULES, CALLS)
  walk(SIGN_IN_RULES, ATTEMPTS)
  walk(INSTALL_RULES, PACKAGES)
  walk(UPLOAD_RULES, FOLDERS)
  const sessions = [KEYS_SESSION, { ...KEYS_SESSION, keys: STATIC_KEYS }, { kind: 'bearer', key: 'k' } as const]
  for (const session of sessions) add('renewal', renewalFailure(session).fix)
  return [...all.values()]
}

const BLOCKS = blocks()
const inLanguage = (wanted: string) =>
  BLOCKS.flatMap(({ of, block }) => (block.kind === 'code' && block.language === wanted ? [[of, block.code]] : []))

const inputs = Object.keys(
  (parse(readFileSync(join(import.meta.dirname, '../../action.yml'), 'utf8')) as { inputs: object }).inputs,
)
const keysOf = (value: unknown) => (typeof value === 'object' && value !== null ? Object.keys(value) : [])
const PLACES = ['with', 'env', 'permissions', 'jobs', 'if', 'strategy']

describe('every block to copy is valid by itself', () => {
  test('and there are blocks of each language', () => {
    expect(['yaml', 'json', 'shell', 'ini'].filter((language) => inLanguage(language).length === 0)).toEqual([])
  })

  test.each(inLanguage('yaml'))('YAML of %s: %s', (_of, code) => {
    const value: unknown = parse(code, { strict: true, uniqueKeys: true })
    expect(keysOf(value).filter((key) => !PLACES.includes(key))).toEqual([])
    const given = keysOf((value as { with?: unknown }).with)
    expect(given.filter((name) => !inputs.includes(name))).toEqual([])
  })

  test.each(inLanguage('json'))('JSON of %s: %s', (_of, code) => {
    expect(() => JSON.parse(code) as unknown).not.toThrow()
  })

  test.each(inLanguage('shell'))('commands of %s: %s', (_of, code) => {
    expect(execFileSync('bash', ['-n', '-c', code], { encoding: 'utf8', stdio: 'pipe' })).toBe('')
    expect(code).not.toMatch(/<\w+[ >]/)
  })

  test.each(inLanguage('ini'))('lines of %s: %s', (_of, code) => {
    expect(code.split('\n').filter((line) => !/^(\w+=\S+|\[[\w ]+\])$/.test(line))).toEqual([])
  })

  test.each(BLOCKS.flatMap(({ of, block }) => (block.kind === 'text' ? [[of, block.text]] : [])))(
    'prose of %s holds nothing to copy on lines of its own: %s',
    (_of, text) => {
      expect(text).not.toMatch(/^ /m)
      expect(text).not.toMatch(/undefined|\[object/)
    },
  )
})
