import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { OUTPUT_NAMES } from '../support/empty-outputs.ts'
import type { StepResult } from '../support/runner.ts'
import { scenario, transcriptFile, type Scenario } from '../support/scenario.ts'
import { commandsNamed } from '../support/workflow-commands.ts'

let here: Scenario
let result: StepResult

/** Where a request could go before the inputs are right: none may. The transcript is stored all the same. */
const askedBefore = (scene: Scenario) => [
  ...scene.aws.requests.map(({ path }) => path),
  ...scene.github.requests.map(({ path }) => path).filter((path) => path.startsWith('/idtoken')),
]

describe('six inputs that are wrong', () => {
  beforeAll(async () => {
    here = await scenario()
    result = await here.step({
      prompt: 'Say hello.',
      'aws-region': 'us-esat',
      'role-to-assume': 'claude',
      'max-turns': '-3',
      'show-transcript': 'everything',
      'timeout-minutes': 'soon',
      'registry-url': 'ftp://user:pass-that-is-secret@registry.example.com',
    })
  })
  afterAll(async () => here[Symbol.asyncDispose]())

  test.each([
    ['aws-region: "us-esat" must be the name of an AWS region'],
    ['role-to-assume: "claude" must be'],
    ['max-turns: "-3" must be a whole number, 1 or more'],
    ['show-transcript: "everything" must be one of off, summary, full'],
    ['timeout-minutes: "soon" must be a number above 0'],
    ['registry-url: must be the base address of a registry'],
  ])('are all named in one message: %s', (line) => {
    expect(result.outputs['failure-message']).toContain(`- ${line}`)
  })

  test('are one annotation, with the code, the count and what to write', () => {
    const errors = commandsNamed('error', result.main.stdout)
    expect(errors).toHaveLength(1)
    expect(errors[0]?.properties).toMatchObject({ title: 'input-invalid' })
    expect(errors[0]?.data).toMatch(/^6 problems with the inputs:\n- /)
    expect(errors[0]?.data).toContain('\n      aws-region: us-east-1\n')
    expect(errors[0]?.data).toContain('TROUBLESHOOTING.md#input-invalid')
  })

  test('fail the step', () => {
    expect(result.main.code).toBe(1)
    expect(result.post).toMatchObject({ code: 0, stdout: '', stderr: '' })
    expect(Object.keys(result.outputs).sort()).toEqual([...OUTPUT_NAMES].sort())
    expect(result.outputs).toMatchObject({ conclusion: 'failure', 'failure-code': 'input-invalid', 'artifact-id': '' })
  })

  test('are found before any request', () => {
    expect(askedBefore(here)).toEqual([])
    expect(result.main.stdout).not.toContain('Sign in to AWS')
  })

  test('are in result.json and in the summary', () => {
    expect(JSON.parse(transcriptFile(result, 'result.json') ?? '')).toMatchObject({
      conclusion: 'failure',
      'failure-code': 'input-invalid',
      'failure-message': result.outputs['failure-message'],
      'num-turns': null,
    })
    expect(result.summary).toContain('❌ Claude could not start: an input is not valid')
    expect(result.summary).toContain('timeout-minutes: "soon"')
  })

  test('are not quoted where they may hold a secret', () => {
    for (const text of [result.main.stdout, result.summary, JSON.stringify(result.outputs)]) {
      expect(text).not.toContain('pass-that-is-secret')
    }
  })
})

describe('one thing that is wrong', () => {
  beforeAll(async () => {
    here = await scenario()
  })
  afterAll(async () => here[Symbol.asyncDispose]())

  test('no region: region-missing, with the line to write', async () => {
    const { main, outputs } = await here.step({ prompt: 'Say hello.', 'aws-region': '' })
    expect(main.code).toBe(1)
    expect(outputs).toMatchObject({ conclusion: 'failure', 'failure-code': 'region-missing', 'aws-region': '' })
    expect(outputs['failure-message']).toContain('neither AWS_REGION nor AWS_DEFAULT_REGION is set')
    expect(outputs['failure-message']).toContain('aws-region: us-east-1')
    expect(askedBefore(here)).toEqual([])
  })

  test('both prompts: input-invalid, and neither is shown', async () => {
    const { main, outputs } = await here.step({ prompt: 'Say hello.', 'prompt-file': 'README.md' })
    expect(main.code).toBe(1)
    expect(outputs).toMatchObject({ 'failure-code': 'input-invalid' })
    expect(outputs['failure-message']).toContain('prompt: must not be given together with prompt-file')
    expect(main.stdout).not.toContain('Say hello.')
    expect(askedBefore(here)).toEqual([])
  })

  test('an empty workspace: workspace-missing, with the step that is missing', async () => {
    const empty = await scenario({ checkout: false })
    const { main, outputs } = await empty.step({ 'prompt-file': 'prompt.md' })
    expect(main.code).toBe(1)
    expect(outputs).toMatchObject({ 'failure-code': 'workspace-missing' })
    expect(outputs['failure-message']).toContain('"prompt.md" does not exist')
    expect(outputs['failure-message']).toContain('- uses: actions/checkout@')
    expect(askedBefore(empty)).toEqual([])
    await empty[Symbol.asyncDispose]()
  })
})

describe('what the inputs decide', () => {
  const elsewhere = {
    ANTHROPIC_BEDROCK_BASE_URL: 'http://127.0.0.1:9',
    ANTHROPIC_CUSTOM_HEADERS: 'X-Theirs: h3ader-value',
    CLAUDE_CODE_USE_BEDROCK: '0',
    CLAUDE_CODE_USE_VERTEX: '1',
    CLAUDE_CODE_MAX_OUTPUT_TOKENS: '32000',
    AWS_REGION: 'eu-north-1',
  }
  const look = 'tr "\\0" " " < /proc/$PPID/cmdline; stat -c %a "$CLAUDE_CONFIG_DIR"/run-*.json; env'

  beforeAll(async () => {
    here = await scenario()
    mkdirSync(join(here.job.workspace, '.claude'))
    writeFileSync(join(here.job.workspace, '.claude/settings.json'), JSON.stringify({ env: elsewhere }))
    here.play([
      {
        toolUses: [
          { name: 'Bash', input: { command: look } },
          { name: 'Bash', input: { command: 'touch made' } },
        ],
      },
      { text: 'Done.' },
    ])
    const mine = { MY_MODE: 'fast', MY_TOKEN: 's3cr3t-in-settings' }
    result = await here.step({
      prompt: 'Look around.',
      'allowed-tools': 'Bash # all of it',
      settings: JSON.stringify({ permissions: { deny: ['Bash(touch:*)'] }, env: { ...mine, ...elsewhere } }),
      'mcp-config': JSON.stringify({ mcpServers: { one: { command: 'true', env: { KEY: 's3cr3t-in-mcp' } } } }),
      'require-mcp-servers': 'false',
      environment: 'RELEASE=1.2, beta',
      'show-transcript': 'full',
    })
  })
  afterAll(async () => here[Symbol.asyncDispose]())

  const printed = () => transcriptFile(result, 'transcript.jsonl') ?? ''

  test('holds against the settings of the user and of the checkout', () => {
    expect(result.outputs).toMatchObject({ conclusion: 'success', result: 'Done.' })
    // Preflight asks for one token.
    const calls = here.aws.bedrock.calls.filter(({ maxTokens = 1 }) => maxTokens > 1)
    expect(calls.length).toBeGreaterThan(1)
    for (const { status, maxTokens } of calls) expect([status, maxTokens]).toEqual([200, 4096])
  })

  test('is one line of the log', () => {
    const lines = result.main.stdout.split('\n').filter((line) => line.includes('decide these settings:'))
    expect(lines).toHaveLength(1)
    for (const name of ['ANTHROPIC_BEDROCK_BASE_URL', 'CLAUDE_CODE_USE_VERTEX', 'AWS_REGION']) {
      expect(lines[0]).toContain(`env.${name} (settings)`)
      expect(lines[0]).toContain(`env.${name} (.claude/settings.json)`)
    }
  })

  test('is in files for the owner alone, not on the command line, and gone afterwards', () => {
    expect(printed()).toMatch(/--settings=\S+run-settings\.json/)
    expect(printed()).toMatch(/--mcp-config=\S+run-mcp\.json/)
    expect(printed()).toContain('600\\n600\\n')
    const [commandLine = ''] = /--settings=[^\\]*/.exec(printed()) ?? []
    for (const text of ['s3cr3t', 'x-claude-code-bedrock-gateway', 'h3ader']) expect(commandLine).not.toContain(text)
    const left = readdirSync(here.job.temp, { recursive: true }).map(String)
    expect(left.filter((path) => /run-(settings|mcp)\.json$/.test(path))).toEqual([])
  })

  test('leaves the rules and variables of the user', () => {
    const denials = JSON.parse(result.outputs['permission-denials'] ?? '') as { tool_input: { command: string } }[]
    expect(denials.map(({ tool_input }) => tool_input.command)).toEqual(['touch made'])
    expect(printed()).toContain('MY_MODE=fast')
    expect(printed()).toContain('RELEASE=1.2, beta')
  })

  test('shows no secret of an input', () => {
    for (const text of [printed(), result.main.stdout.replaceAll(/^::add-mask::.*$/gm, ''), result.summary]) {
      expect(text).not.toContain('s3cr3t-in')
      expect(text).not.toContain('h3ader-value')
    }
  })
})

test("the checkout's own settings that Claude Code drops are a warning, and the run goes on", async () => {
  await using scene = await scenario()
  mkdirSync(join(scene.job.workspace, '.claude'))
  writeFileSync(join(scene.job.workspace, '.claude/settings.json'), '{"permissions": {"deny": ["Bash"],}}')
  const { main, outputs } = await scene.step({ prompt: 'Say hello.' })
  expect(outputs).toMatchObject({ conclusion: 'success' })
  const warnings = commandsNamed('warning', main.stdout).map(({ data }) => data)
  expect(warnings).toEqual([
    expect.stringMatching(/^\.claude\/settings\.json of the checkout .* and its deny rules with it/),
  ])
})
