// A guardrail, and a model that refuses, with the shipped bundle and the real Claude Code.
import { afterEach, describe, expect, test } from '@jest/globals'

import { CANNED } from '../emulators/bedrock-guardrails.ts'
import type { Intervention, Script, Turn } from '../emulators/bedrock-script.ts'
import { scenario, transcriptFile, type Scenario, type ScenarioOptions } from '../support/scenario.ts'

const FINDING = { policy: 'topicPolicy', list: 'topics', finding: { name: 'Finance', type: 'DENY' } } as const
const BLOCKED: Intervention = { action: 'BLOCKED', ...FINDING }
const MASKED: Intervention = {
  action: 'ANONYMIZED',
  ...{ policy: 'sensitiveInformationPolicy', list: 'piiEntities', finding: { type: 'EMAIL' }, side: 'output' },
}
const AGENT: Turn = {
  toolUses: [
    { name: 'Agent', input: { description: 'Look', prompt: 'Look around.', subagent_type: 'general-purpose' } },
  ],
}
const INPUTS = {
  prompt: 'Go on.',
  'allowed-tools': 'Agent, Task',
  'upload-transcript': 'never',
  'timeout-minutes': '0.5',
}

let here: Scenario | undefined
afterEach(async () => {
  await here?.[Symbol.asyncDispose]()
})

async function start(script: Script, aws: ScenarioOptions['aws'] = {}) {
  here = await scenario({ aws: { guardrails: { abc: ['3'] }, script, ...aws } })
  return here
}

const runtimeCalls = ({ aws }: Scenario) => aws.bedrock.calls.filter(({ plane }) => plane === 'runtime')

describe('a guardrail', () => {
  test('that blocks the main conversation ends the run, with the policy', async () => {
    const job = await start([{ text: 'Buy shares.', guardrail: BLOCKED }])
    const result = await job.step({ ...INPUTS, guardrail: 'abc:3' })
    expect(result.main.code).toBe(1)
    expect(result.outputs).toMatchObject({ conclusion: 'failure', 'failure-code': 'guardrail-intervened' })
    expect(result.outputs['failure-message']).toContain('topic policy "Finance" (input)')
    expect(transcriptFile(result, 'diagnostics.jsonl')).toContain('topic policy \\"Finance\\" (input)')
    const named = job.aws.bedrock.calls.map(({ plane, headers }) => [
      plane,
      headers['x-amzn-bedrock-guardrailidentifier'],
    ])
    expect(named).toEqual(named.map(([plane]) => [plane, plane === 'runtime' ? 'abc' : undefined]))
  })

  test('is put on every call, preflight’s too, and a mask ends nothing', async () => {
    const job = await start([{ text: 'Write to {EMAIL}.', guardrail: MASKED }])
    const { outputs } = await job.step({ ...INPUTS, guardrail: 'abc:3' })
    expect(outputs).toMatchObject({ conclusion: 'success', result: 'Write to {EMAIL}.' })
    const versions = runtimeCalls(here!).map(({ headers }) => headers['x-amzn-bedrock-guardrailversion'])
    expect(versions).toEqual(versions.map(() => '3'))
    expect(versions.length).toBeGreaterThan(2)
  })

  test('that blocks a subagent ends nothing', async () => {
    const script: Script = ({ messages }, index) => {
      if (messages[0]?.text.includes('Look around.')) return { text: 'Buy.', guardrail: BLOCKED }
      return index === 0 ? AGENT : { text: 'All is done.' }
    }
    const job = await start(script)
    const result = await job.step({ ...INPUTS, guardrail: 'abc:3' })
    expect(result.outputs).toMatchObject({ conclusion: 'success', result: 'All is done.' })
    expect(transcriptFile(result, 'diagnostics.jsonl')).toContain('A guardrail intervened')
  })

  test('that blocks a call which is not streamed ends the run', async () => {
    const streamError = { exceptionInStream: { type: 'modelStreamErrorException', message: 'Broken.' } } as const
    const script: Script = ({ stream }) => (stream ? streamError : { text: 'Buy.', guardrail: BLOCKED })
    const job = await start(script)
    const { outputs } = await job.step({ ...INPUTS, guardrail: 'abc:3' })
    expect(outputs).toMatchObject({ conclusion: 'failure', 'failure-code': 'guardrail-intervened' })
  })

  test('of custom headers counts the same', async () => {
    const job = await start([{ text: 'Buy shares.', guardrail: BLOCKED }])
    const headers = 'X-Amzn-Bedrock-GuardrailIdentifier: abc\nX-Amzn-Bedrock-GuardrailVersion: 3'
    const { outputs } = await job.step(INPUTS, { env: { ANTHROPIC_CUSTOM_HEADERS: headers } })
    expect(outputs['failure-code']).toBe('guardrail-intervened')
  })

  test('that the role may not apply is named before the agent has had a turn', async () => {
    const job = await start([{ text: 'Hi.' }], {
      allow: ({ action, principal, resource }) =>
        action !== 'bedrock:ApplyGuardrail' || {
          deny: `User: ${principal.arn} is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`,
        },
    })
    const { outputs } = await job.step({ ...INPUTS, guardrail: 'abc:3' })
    expect(outputs['failure-code']).toBe('iam-permission-missing')
    expect(outputs['failure-message']).toContain('bedrock:ApplyGuardrail')
    expect(runtimeCalls(here!).filter(({ status }) => status === 200)).toEqual([])
  })

  test('that does not exist is named before the agent has had a turn, in AWS’s words', async () => {
    const job = await start([{ text: 'Hi.' }])
    const { outputs } = await job.step({ ...INPUTS, guardrail: 'xyz:1' })
    expect(outputs).toMatchObject({ conclusion: 'failure', 'session-id': '' })
    expect(outputs['failure-message']).toContain('The guardrail identifier or version provided')
  })

  test('with credentials in the agent’s environment is handed to Claude Code', async () => {
    const job = await start([{ text: 'Hi.' }])
    const { outputs } = await job.step({ ...INPUTS, guardrail: 'abc:3', credentials: 'environment' })
    expect(outputs.conclusion).toBe('success')
    const ids = runtimeCalls(here!).map(({ headers }) => headers['x-amzn-bedrock-guardrailidentifier'])
    expect(new Set(ids)).toEqual(new Set(['abc']))
  })
})

describe('a model that refuses', () => {
  test('the main conversation ends the run as model-refused', async () => {
    const job = await start(() => ({ text: 'I cannot help with that.', stopReason: 'refusal' }))
    const result = await job.step(INPUTS)
    expect(result.outputs).toMatchObject({ conclusion: 'failure', 'failure-code': 'model-refused' })
    expect(transcriptFile(result, 'diagnostics.jsonl')).toContain('The model refused')
  })

  test('and answers when Claude Code asks again is no failure', async () => {
    const job = await start((_, index) =>
      index === 0 ? { text: 'I cannot.', stopReason: 'refusal' } : { text: 'Well, here it is.' },
    )
    const { outputs } = await job.step(INPUTS)
    expect(outputs).toMatchObject({ conclusion: 'success', result: 'Well, here it is.' })
  })

  test('a call which is not streamed ends the run', async () => {
    const streamError = { exceptionInStream: { type: 'modelStreamErrorException', message: 'Broken.' } } as const
    const job = await start(({ stream }) => (stream ? streamError : { text: 'No.', stopReason: 'refusal' }))
    const { outputs } = await job.step(INPUTS)
    expect(outputs['failure-code']).toBe('model-refused')
  })
})

test('the canned text of a guardrail is no result of a successful run', async () => {
  const job = await start([{ text: 'Buy shares.', guardrail: BLOCKED }])
  const { outputs, summary } = await job.step({ ...INPUTS, guardrail: 'abc:3' })
  expect(outputs.result ?? '').toBe(CANNED)
  expect(outputs.conclusion).toBe('failure')
  expect(summary).toContain('guardrail-intervened')
})
