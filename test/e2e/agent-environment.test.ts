import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { MODEL, scenario, SMALL_MODEL, transcriptFile, type Scenario } from '../support/scenario.ts'
import type { StepResult } from '../support/runner.ts'

let here: Scenario
let result: StepResult
/** What `env` printed in a command of the agent. */
let seen: Record<string, string>

beforeAll(async () => {
  here = await scenario()
  here.play([{ toolUses: [{ name: 'Bash', input: { command: 'env' } }] }, { text: 'Done.' }])
  result = await here.step(
    {
      prompt: 'Show the environment.',
      'allowed-tools': 'Bash(env)',
      environment: 'RELEASE_CHANNEL, AGENT_API_TOKEN',
      'max-output-tokens': '8192',
      'max-thinking-tokens': '2048',
      'disable-prompt-caching': 'true',
      'upload-transcript': 'never',
    },
    {
      env: {
        GITHUB_TOKEN: 'planted-github-token',
        MY_SECRET_TOKEN: 'planted-secret-token',
        DATABASE_URL: 'planted-database-url',
        RELEASE_CHANNEL: 'nightly',
        AGENT_API_TOKEN: 'planted-token-for-the-agent',
        JAVA_HOME_21_X64: '/opt/java-21',
        STATE_run: 'planted-state',
      },
    },
  )
  const events = (transcriptFile(result, 'transcript.jsonl') ?? '').split('\n').filter(Boolean)
  const printed = events
    .map((line) => toolOutput(JSON.parse(line) as ToolResultEvent))
    .find((text) => text !== undefined)
  const lines = (printed ?? '').split('\n').map((line): [string, string] => {
    const [name = ''] = line.split('=')
    return [name, line.slice(name.length + 1)]
  })
  seen = Object.fromEntries(lines)
})
afterAll(async () => here[Symbol.asyncDispose]())

interface ToolResultEvent {
  readonly type: string
  readonly message?: { readonly content: readonly { readonly type: string; readonly content?: unknown }[] }
}

const toolOutput = ({ type, message }: ToolResultEvent) => {
  const content = type === 'user' ? message?.content.find((block) => block.type === 'tool_result')?.content : undefined
  return typeof content === 'string' ? content : undefined
}

test('the command ran', () => {
  expect(result.outputs).toMatchObject({ conclusion: 'success', 'permission-denials': '[]' })
  expect(seen.GITHUB_REPOSITORY).toBe('octo-org/octo-repo')
  expect(Object.keys(seen).length).toBeGreaterThan(20)
})

describe('a command of the agent does not see', () => {
  test.each([
    ["the job's services and their tokens", /^ACTIONS_/i],
    ["the action's inputs", /^INPUT_/i],
    ["the action's state", /^STATE_/i],
    ['files that change later steps', /^GITHUB_(ENV|OUTPUT|PATH|STATE|STEP_SUMMARY)$/],
    ['tokens and other variables of the job', /^(GITHUB_TOKEN|MY_SECRET_TOKEN|DATABASE_URL)$/],
  ])('%s', (_what, names) => {
    expect(Object.keys(seen).filter((name) => names.test(name))).toEqual([])
  })

  test('their values under any name', () => {
    const { ACTIONS_RUNTIME_TOKEN = '' } = here.github.env
    const values = ['planted-github-token', 'planted-secret-token', 'planted-database-url', 'planted-state']
    for (const value of [...values, ACTIONS_RUNTIME_TOKEN]) {
      expect(Object.values(seen).filter((text) => text.includes(value))).toEqual([])
    }
  })
})

describe('a command of the agent sees', () => {
  test('what programs need, and what the job is', () => {
    expect(seen).toMatchObject({ JAVA_HOME_21_X64: '/opt/java-21', CI: 'true', GITHUB_ACTIONS: 'true' })
    expect(seen.PATH).toContain('/bin')
    expect(seen.HOME).toBeTruthy()
  })

  test('variables named by `environment`, also a secret, which the transcript does not show', () => {
    expect(seen.RELEASE_CHANNEL).toBe('nightly')
    expect(seen.AGENT_API_TOKEN).toMatch(/^\[redacted:/)
  })

  test('models and limits of the inputs', () => {
    expect(seen).toMatchObject({
      CLAUDE_CODE_USE_BEDROCK: '1',
      AWS_REGION: 'us-east-1',
      ANTHROPIC_MODEL: MODEL,
      ANTHROPIC_DEFAULT_HAIKU_MODEL: SMALL_MODEL,
      // The ceiling: the gateway lowers each call.
      CLAUDE_CODE_MAX_OUTPUT_TOKENS: '32000',
      MAX_THINKING_TOKENS: '2048',
      DISABLE_PROMPT_CACHING: '1',
    })
    const own = here.aws.bedrock.calls.filter(({ stream, model }) => stream && model === MODEL)
    expect(own.map(({ maxTokens }) => maxTokens)).toContain(8192)
  })
})

test('disable-prompt-caching reaches Bedrock', () => {
  const bodies = here.aws.requests.filter(({ path }) => path.includes('invoke-with-response-stream'))
  expect(bodies.length).toBeGreaterThan(0)
  for (const { body } of bodies) expect(body.toString()).not.toContain('cache_control')
})
