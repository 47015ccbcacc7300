import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'

import { BEDROCK_ERRORS, type BedrockError } from '../emulators/bedrock-errors.ts'
import type { Turn } from '../emulators/bedrock-script.ts'
import type { StepResult } from '../support/runner.ts'
import { scenario, transcriptFile, type Scenario } from '../support/scenario.ts'
import { commandsNamed } from '../support/workflow-commands.ts'

const QUICK = { prompt: 'Work.', 'upload-transcript': 'never' }
const bash = (command: string): Turn => ({ toolUses: [{ name: 'Bash', input: { command } }] })

let here: Scenario
beforeAll(async () => {
  here = await scenario()
})
afterAll(async () => here[Symbol.asyncDispose]())
beforeEach(() => here.aws.bedrock.faults.clear())

interface Run {
  readonly script: readonly Turn[]
  readonly inputs?: Record<string, string>
}

const run = ({ script, inputs }: Run): Promise<StepResult> => {
  here.play(script)
  return here.step({ ...QUICK, ...inputs })
}

interface Ending extends Run {
  readonly name: string
  readonly code: string
  readonly says: readonly string[]
  /** Outputs that are known although the run failed. */
  readonly known?: Record<string, unknown>
}

describe('a limit that is reached is a failure of its own, and names the input', () => {
  test.each<Ending>([
    {
      name: 'turns',
      script: [bash('echo one'), bash('echo two'), bash('echo three')],
      inputs: { 'max-turns': '2', 'allowed-tools': 'Bash(echo:*)' },
      code: 'max-turns-reached',
      says: ['had not finished after 2 turns (max-turns)', 'max-turns: "4"'],
      known: { 'num-turns': expect.stringMatching(/^[23]$/) },
    },
    {
      name: 'budget',
      script: [{ ...bash('echo one'), usage: { input_tokens: 90_000 } }, bash('echo two'), { text: 'Never said.' }],
      inputs: { 'max-budget-usd': '0.05', 'allowed-tools': 'Bash(echo:*)' },
      code: 'budget-exceeded',
      says: ['max-budget-usd (0.05)', 'It spent $0.', 'max-budget-usd: "0.1"'],
    },
    {
      name: 'output tokens',
      script: Array<Turn>(8).fill({ text: 'An answer that does not', stopReason: 'max_tokens' }),
      code: 'output-limit-reached',
      says: ['exceeded the 4096 output token maximum', 'max-output-tokens: '],
    },
    {
      name: 'prompt',
      script: Array<Turn>(8).fill({ error: BEDROCK_ERRORS.inputTooLong }),
      code: 'prompt-too-long',
      says: ['Prompt is too long', 'does not fit into the model'],
      known: { result: expect.any(String) },
    },
    {
      name: 'structured result that never came',
      script: Array<Turn>(8).fill({ text: 'Forty-two.' }),
      inputs: { 'json-schema': '{"type":"object","properties":{"answer":{"type":"number"}},"required":["answer"]}' },
      code: 'structured-output-missing',
      says: ['without a structured result'],
      known: { result: expect.stringContaining('Forty-two.'), 'structured-output': '' },
    },
  ])('$name: $code', async ({ code, says, known = {}, ...how }) => {
    const result = await run(how)
    expect(result.main.code).toBe(1)
    expect(result.outputs).toMatchObject({
      conclusion: 'failure',
      'failure-code': code,
      'session-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
      ...known,
    })
    for (const part of says) expect(result.outputs['failure-message']).toContain(part)
    expect(Number(result.outputs['duration-ms'])).toBeGreaterThan(50)
    expect(commandsNamed('error', result.main.stdout).map(({ properties }) => properties.title)).toEqual([code])
    expect(transcriptFile(result, 'transcript.jsonl')).toContain('"type":"result"')
  })
})

describe('a run that ends well', () => {
  test('with the structured result that was asked for', async () => {
    const answer = { name: 'StructuredOutput', input: { answer: 42 } }
    const { main, outputs } = await run({
      script: [{ toolUses: [answer] }, { text: 'Done.' }],
      inputs: { 'json-schema': '{"type":"object","properties":{"answer":{"type":"number"}},"required":["answer"]}' },
    })
    expect(main.code).toBe(0)
    expect(outputs).toMatchObject({ conclusion: 'success', 'structured-output': '{"answer":42}' })
  })

  test('though a tool was denied: a list of what, and the rules that would allow it', async () => {
    const { main, outputs, summary } = await run({
      script: [bash('git push origin main'), { text: 'I may not push.' }],
      inputs: { 'allowed-tools': 'Bash(npm test)' },
    })
    expect(main.code).toBe(0)
    expect(outputs).toMatchObject({ conclusion: 'success', result: 'I may not push.' })
    expect(JSON.parse(outputs['permission-denials'] ?? '')).toEqual([
      expect.objectContaining({
        tool_name: 'Bash',
        tool_input: expect.objectContaining({ command: 'git push origin main' }),
      }),
    ])
    expect(summary).toContain('Permission denials')
    expect(summary).toContain('allowed-tools: |\n  Bash(git push:*)')
    expect(main.stdout).toContain('Not allowed: Bash  git push origin main')
  })

  test('after a call that was throttled: the retries are counted', async () => {
    here.aws.bedrock.faults.inject(BEDROCK_ERRORS.tooManyTokens, {
      times: 2,
      when: ({ maxTokens = 0 }) => maxTokens > 1,
    })
    const { main, outputs } = await run({ script: [{ text: 'Here I am.' }] })
    expect(main.code).toBe(0)
    expect(outputs).toMatchObject({ conclusion: 'success', retries: '2', result: 'Here I am.' })
    expect(main.stdout).toMatch(/failed \(429 .*retry 2 of/)
  })

  test('after a reply whose stream broke', async () => {
    const message = 'The system encountered an unexpected error during processing.'
    const broken: Turn = { text: 'Half an', exceptionInStream: { type: 'internalServerException', message } }
    const { outputs } = await run({ script: [broken, { text: 'A whole answer.' }] })
    expect(outputs).toMatchObject({ conclusion: 'success', result: 'A whole answer.' })
  })
})

interface Trouble {
  readonly name: string
  readonly error: BedrockError
  readonly code: string
  readonly says: readonly string[]
  /** Calls of the agent that Bedrock refuses; more than one only for what is retryable. */
  readonly calls: number
}

/** Claude Code tries ten times again, for minutes, where an error is retryable; here once. */
const ONCE = { CLAUDE_CODE_MAX_RETRIES: '1' }

const TROUBLES: readonly Trouble[] = [
  {
    name: 'no access to the model',
    error: BEDROCK_ERRORS.modelNoAccess,
    code: 'model-access-denied',
    calls: 1,
    says: ["You don't have access to the model with the specified model ID.", 'get-foundation-model-availability'],
  },
  {
    name: 'no permission in IAM',
    error: BEDROCK_ERRORS.iamDenied,
    code: 'iam-permission-missing',
    calls: 1,
    says: [
      'is not authorized to perform: bedrock:InvokeModelWithResponseStream',
      '"Effect": "Allow"',
      'inference-profile/us.anthropic.claude-sonnet-4-6',
    ],
  },
  {
    name: 'a deny of the organization',
    error: BEDROCK_ERRORS.scpDenied,
    code: 'explicitly-denied',
    calls: 1,
    says: ['with an explicit deny in a service control policy'],
  },
  {
    name: 'no use case form',
    error: BEDROCK_ERRORS.useCaseForm,
    code: 'use-case-form-missing',
    calls: 1,
    says: ['Model use case details have not been submitted for this account.', 'put-use-case-for-model-access'],
  },
  {
    name: 'too many tokens for too long',
    error: BEDROCK_ERRORS.tooManyTokens,
    code: 'throttled',
    calls: 2,
    says: ['Too many tokens, please wait before trying again.'],
  },
  {
    name: 'no service',
    error: BEDROCK_ERRORS.serviceUnavailable,
    code: 'service-unavailable',
    calls: 2,
    says: ['Bedrock is unable to process your request.'],
  },
]

describe.each<{ when: string; before: readonly Turn[]; troubles: readonly Trouble[] }>([
  { when: 'at the start', before: [], troubles: TROUBLES },
  {
    when: 'after a turn',
    before: [bash('echo one')],
    troubles: TROUBLES.filter(({ code }) => ['iam-permission-missing', 'throttled'].includes(code)),
  },
])('an error of Bedrock $when ends the run with its own words and what to do', ({ before, troubles }) => {
  test.each(troubles)('$name: $code', async ({ error, code, says, calls }) => {
    const earlier = here.aws.bedrock.calls.length
    here.play([...before, ...Array<Turn>(20).fill({ error })])
    const { main, outputs } = await here.step(
      { ...QUICK, 'allowed-tools': 'Bash(echo:*)', environment: Object.keys(ONCE).join() },
      { env: ONCE },
    )
    expect(main.code).toBe(1)
    expect(outputs).toMatchObject({ conclusion: 'failure', 'failure-code': code })
    for (const part of says) expect(outputs['failure-message']).toContain(part)
    const refused = here.aws.bedrock.calls
      .slice(earlier)
      .filter(({ plane, status }) => plane === 'runtime' && status >= 400)
    expect(refused.map(({ status }) => status)).toEqual(Array(calls).fill(error.status))
    if (before.length > 0) expect(main.stdout).toMatch(/^\d\d:\d\d {2}Bash {2}echo one$/m)
  })
})
