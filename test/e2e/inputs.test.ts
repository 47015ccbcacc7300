import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { OUTPUT_NAMES } from '../../src/transcript/outputs.ts'
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

  test('are told in result.json and in the summary', () => {
    expect(JSON.parse(transcriptFile(result, 'result.json') ?? '')).toMatchObject({
      conclusion: 'failure',
      'failure-code': 'input-invalid',
      'failure-message': result.outputs['failure-message'],
      'num-turns': null,
    })
    expect(result.summary).toContain('❌ Failure')
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
