// The real Claude Code through the gateway, against an emulated Bedrock that checks every signature.
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'

import type { AwsOptions } from '../emulators/aws.ts'
import { BEDROCK_ERRORS as E } from '../emulators/bedrock-errors.ts'
import { realClaude } from '../support/real-claude.ts'
import { MODEL, SMALL, startAccount, startGateway } from '../support/real-gateway.ts'

let executable: string
let directory: string
const opened: { close(): Promise<void> }[] = []

beforeAll(async () => {
  executable = (await realClaude()).path
}, 300_000)

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'gateway-'))
})

afterEach(async () => {
  for (const one of opened.splice(0)) await one.close()
  await rm(directory, { recursive: true, force: true })
})

async function start(options: AwsOptions = {}, model = MODEL, agent: Record<string, string> = {}) {
  const aws = await startAccount(options)
  const gateway = await startGateway({ account: aws.account, env: aws.env, agent, bedrock: { model } })
  opened.push(gateway, aws)
  return { aws, gateway, run: (prompt = 'Say hi') => runClaude({ ...agent, ...gateway.environment }, model, prompt) }
}

interface Event {
  readonly type: string
  readonly subtype?: string
  readonly [field: string]: unknown
}

async function runClaude(environment: Readonly<Record<string, string>>, model: string, prompt: string) {
  const env = {
    ...{ PATH: process.env.PATH, HOME: directory, CLAUDE_CONFIG_DIR: join(directory, 'claude'), IS_SANDBOX: '1' },
    ...{ CLAUDE_CODE_USE_BEDROCK: '1', AWS_REGION: 'us-east-1', CLAUDE_CODE_MAX_OUTPUT_TOKENS: '4096' },
    ...{ ANTHROPIC_MODEL: model, ANTHROPIC_DEFAULT_SONNET_MODEL: model, ANTHROPIC_DEFAULT_HAIKU_MODEL: SMALL },
    CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
    ...environment,
  }
  const args = ['-p', '--output-format=stream-json', '--verbose', '--allowedTools=Bash(echo:*)']
  const child = spawn(executable, args, { cwd: directory, env, stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.end(prompt)
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
  const code = await new Promise((resolve) => child.on('close', resolve))
  const events = output.split('\n').flatMap((line): Event[] => (line === '' ? [] : [JSON.parse(line) as Event]))
  const retries = events.filter(({ subtype }) => subtype === 'api_retry').length
  return { code, retries, result: events.findLast(({ type }) => type === 'result') }
}

const ECHO = { toolUses: [{ name: 'Bash', input: { command: 'echo hello', description: 'Greets' } }] }

test('a run outlives its session and knows nothing of it', async () => {
  const { aws, gateway, run } = await start({
    script: (_, index) => {
      if (index === 0) aws.account.expireSessions()
      return index === 0 ? ECHO : { text: 'Done.' }
    },
  })
  expect(await run()).toMatchObject({ code: 0, retries: 0, result: { is_error: false, result: 'Done.', num_turns: 2 } })
  expect([gateway.renewals(), gateway.retries(), gateway.fatalError()]).toEqual([1, 0, undefined])
  const turns = aws.bedrock.calls.filter(({ plane }) => plane === 'runtime')
  expect(turns.map(({ status }) => status)).toEqual([200, 403, 200])
  const recorded = gateway.seen.calls.filter(({ model }) => model === MODEL)
  expect(recorded).toMatchObject([
    { status: 200, error: null, inputTokens: expect.any(Number), outputTokens: expect.any(Number) },
    { status: 403, error: 'ExpiredTokenException: The security token included in the request is expired' },
    { status: 200, error: null, requestId: expect.stringMatching(/-/) },
  ])
})

test('an application inference profile, whose slash is coded in the path', async () => {
  const arn = 'arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/abcdef123456'
  const { aws, run } = await start({ applicationProfiles: [{ id: 'abcdef123456', copyFrom: MODEL }] }, arn)
  expect(await run()).toMatchObject({ code: 0, result: { is_error: false } })
  expect(aws.bedrock.calls.map(({ operation, status }) => [operation, status])).toEqual(
    expect.arrayContaining([
      ['GetInferenceProfile', 200],
      ['InvokeModelWithResponseStream', 200],
    ]),
  )
})

test('a proxy in the environment is not asked for the gateway', async () => {
  const proxy = 'http://127.0.0.1:1'
  const { run } = await start({}, MODEL, { HTTPS_PROXY: proxy, HTTP_PROXY: proxy, ALL_PROXY: proxy, no_proxy: 'a.com' })
  expect(await run()).toMatchObject({ code: 0, retries: 0, result: { is_error: false } })
})

describe('what is not retryable ends the run without a retry, in AWS’s words', () => {
  test.each([
    ['iamDenied', 'iam-permission-missing'],
    ['modelNoAccess', 'model-access-denied'],
    ['useCaseForm', 'use-case-form-missing'],
    ['modelLegacy', 'model-retired'],
    ['tooManyTokensPerDay', 'daily-quota-exhausted'],
  ] as const)('%s', async (name, failure) => {
    const { aws, gateway, run } = await start()
    aws.bedrock.faults.inject(E[name], { times: Infinity })
    const { code, retries, result } = await run()
    expect([code, retries, result?.api_error_status]).toEqual([1, 0, 400])
    expect(result?.result).toContain(E[name].message)
    expect(gateway.fatalError()).toMatchObject({ code: failure, message: expect.stringContaining(E[name].message) })
    expect(aws.bedrock.calls.filter(({ plane }) => plane === 'runtime')).toHaveLength(1)
  })
})

describe('Claude Code waits out what is retryable', () => {
  test('throttling', async () => {
    const { aws, gateway, run } = await start()
    aws.bedrock.faults.inject(E.tooManyTokens)
    expect(await run()).toMatchObject({ code: 0, retries: 1, result: { is_error: false } })
    expect([gateway.retries(), gateway.fatalError()]).toEqual([1, undefined])
    expect(gateway.seen.lines.filter((line) => line.includes('Too many tokens'))).toHaveLength(1)
  })

  test('an exception in the stream, by a call that is not streamed', async () => {
    const exception = { type: 'modelStreamErrorException', message: 'Oh no.' } as const
    const script = (_: unknown, index: number) =>
      index === 0 ? { text: 'Half', exceptionInStream: exception } : { text: 'Whole.' }
    const { aws, gateway, run } = await start({ script })
    expect(await run()).toMatchObject({ code: 0, result: { result: 'Whole.' } })
    expect(gateway.retries()).toBe(1)
    expect(aws.bedrock.calls.at(-1)).toMatchObject({ operation: 'InvokeModel' })
  })

  test('a fault of the model', async () => {
    const { aws, gateway, run } = await start()
    aws.bedrock.faults.inject(E.modelError)
    expect(await run()).toMatchObject({ code: 0, retries: 1, result: { is_error: false } })
    expect(gateway.retries()).toBe(1)
  })
})

test('a subagent whose model is denied does not end the run', async () => {
  const input = { description: 'Looks', prompt: 'SUBTASK', subagent_type: 'general-purpose', model: 'haiku' }
  const { aws, gateway, run } = await start({
    script: ({ messages }) => (messages.length < 3 ? { toolUses: [{ name: 'Agent', input }] } : { text: 'Done.' }),
  })
  aws.bedrock.faults.inject(E.iamDenied, { times: Infinity, when: ({ model }) => model === SMALL })
  expect(await run()).toMatchObject({ code: 0, retries: 0, result: { is_error: false, result: 'Done.' } })
  expect(gateway.fatalError()).toBeUndefined()
  expect(gateway.seen.lines.filter((line) => line.includes('is not authorized'))).toHaveLength(1)
})
