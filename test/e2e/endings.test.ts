import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'

import { BEDROCK_ERRORS } from '../emulators/bedrock-errors.ts'
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
      says: ['exceeded the 32000 output token maximum', 'max-output-tokens-ceiling: '],
    },
    {
      name: 'prompt',
      script: Array<Turn>(8).fill({ error: BEDROCK_ERRORS.inputTooLong }),
      code: 'prompt-too-long',
      says: ['Prompt is too long', 'does not fit into the model'],
      known: { result: expect.any(String) },
    },
    {
      name: 'structured results that never fit',
      script: Array<Turn>(8).fill({ toolUses: [{ name: 'StructuredOutput', input: { wrong: 1 } }] }),
      inputs: {
        'json-schema':
          '{"type":"object","properties":{"answer":{"type":"number"}},"required":["answer"],"additionalProperties":false}',
      },
      code: 'structured-output-missing',
      says: ['none that the model gave fits json-schema', "must have required property 'answer'"],
      known: { 'structured-output': '', 'num-turns': '5' },
    },
    {
      name: 'denied call, with fail-on-denial',
      script: [bash('git push origin main'), { text: 'I may not push.' }],
      inputs: { 'fail-on-denial': 'true' },
      code: 'agent-failed',
      says: ['1 tool call denied, and fail-on-denial is true', '- Bash  git push origin main', 'allowed-tools: |'],
      known: { result: 'I may not push.', 'num-turns': '2' },
    },
    ...['/help', '/compact', '/cost'].map((prompt) => ({
      name: `prompt ${prompt}, which Claude Code answers itself`,
      script: [],
      inputs: { prompt },
      code: 'prompt-not-run',
      says: ['No model was asked', 'a command of its own'],
      known: { 'num-turns': '0' },
    })),
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
        ...{ denied_by: 'no-rule', allow: ['Bash(git push origin main)'], wider: 'Bash(git push:*)' },
        tool_name: 'Bash',
        tool_input: expect.objectContaining({ command: 'git push origin main' }),
      }),
    ])
    expect(summary).toContain('### Denied')
    expect(summary).toContain('| `git push origin main` | `Bash(git push origin main)` would allow it')
    expect(main.stdout).toContain('Not allowed: Bash  git push origin main')
    expect(commandsNamed('notice', main.stdout).map(({ data }) => data)).toContain('Success, 1 tool call denied.')
  })

  test('though a tool was denied by disallowed-tools: the rule is named, and none is suggested', async () => {
    const { outputs, summary } = await run({
      script: [bash('git push origin main'), { text: 'I may not push.' }],
      inputs: { 'allowed-tools': 'Bash', 'disallowed-tools': 'Bash(git push:*)' },
    })
    expect(JSON.parse(outputs['permission-denials'] ?? '')).toMatchObject([
      { denied_by: 'deny-rule', rule: 'Bash(git push:*) (disallowed-tools)' },
    ])
    expect(summary).toMatch(/denied by `Bash\(git push:\*\) \(disallowed-tools\)`/)
    expect(summary).not.toContain('would allow it')
  })

  test('though a tool was denied by the settings: the same', async () => {
    const { outputs } = await run({
      script: [bash('touch made'), { text: 'No.' }],
      inputs: { 'allowed-tools': 'Bash', settings: '{"permissions":{"deny":["Bash(touch:*)"]}}' },
    })
    expect(JSON.parse(outputs['permission-denials'] ?? '')).toMatchObject([
      { denied_by: 'deny-rule', rule: 'Bash(touch:*) (deny rule of settings)' },
    ])
  })

  test('with the rules that a run before suggested: they can be pasted, and allow these calls alone', async () => {
    const calls: Turn[] = [
      bash('make build && make test'),
      bash('make lint 2>&1 | tee lint.txt'),
      bash('git commit --allow-empty -m "a, b; c # d"'),
      { toolUses: [{ name: 'Write', input: { file_path: 'src/new.txt', content: 'x' } }] },
      { toolUses: [{ name: 'Write', input: { file_path: '../outside.txt', content: 'x' } }] },
    ]
    const script = [...calls, { text: 'Done.' }]
    const first = await run({ script })
    const denied = JSON.parse(first.outputs['permission-denials'] ?? '') as { allow: string[] }[]
    expect(denied).toHaveLength(calls.length)
    const rules = denied.flatMap(({ allow }) => allow)
    expect(rules).toHaveLength(6)
    const inputs = { 'allowed-tools': rules.join('\n') }
    const second = await run({ script: [...calls, bash('touch made'), { text: 'Done.' }], inputs })
    expect(JSON.parse(second.outputs['permission-denials'] ?? '')).toMatchObject([
      { tool_input: expect.objectContaining({ command: 'touch made' }) },
    ])
  })

  test('after a call that was throttled: the retries are counted', async () => {
    here.aws.bedrock.faults.inject(BEDROCK_ERRORS.tooManyTokens, {
      times: 2,
      when: ({ maxTokens = 0 }) => maxTokens > 1,
    })
    const inputs = { 'throttle-patience-minutes': '0' }
    const { main, outputs } = await run({ script: [{ text: 'Here I am.' }], inputs })
    expect(main.code).toBe(0)
    expect(outputs).toMatchObject({ conclusion: 'success', retries: '2', result: 'Here I am.' })
    expect(main.stdout).toMatch(/↻ 429 .*retry 2 of/)
  })

  test('after a reply whose stream broke', async () => {
    const message = 'The system encountered an unexpected error during processing.'
    const broken: Turn = { text: 'Half an', exceptionInStream: { type: 'internalServerException', message } }
    const { outputs } = await run({ script: [broken, { text: 'A whole answer.' }] })
    expect(outputs).toMatchObject({ conclusion: 'success', result: 'A whole answer.' })
  })
})
