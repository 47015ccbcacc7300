// Preflight through the shipped bundle: what keeps a run from starting is named before the agent's first turn, with what
// would work in its place; and `preflight: only`, the doctor of a new set-up.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { BEDROCK_ERRORS } from '../emulators/bedrock-errors.ts'
import { MODEL, scenario, SMALL_MODEL, type Scenario } from '../support/scenario.ts'

let here: Scenario
beforeAll(async () => {
  here = await scenario({ aws: { regions: ['us-east-1', 'eu-west-1'] } })
}, 120_000)
afterAll(async () => {
  await here[Symbol.asyncDispose]()
})

describe('a model that does not work here: the message names those that do', () => {
  test.each([
    {
      name: 'a profile of another geography',
      ...{ region: 'eu-west-1', model: MODEL, works: 'eu.anthropic.claude-sonnet-4-6' },
      code: 'profile-not-in-region',
    },
    {
      name: 'a bare model id',
      ...{ region: 'us-east-1', model: 'anthropic.claude-opus-4-6-v1', works: 'us.anthropic.claude-opus-4-6-v1' },
      code: 'inference-profile-required',
    },
    {
      name: 'an id that nobody knows',
      ...{ region: 'us-east-1', model: 'us.anthropic.claude-sonnet-4-7', works: MODEL },
      code: 'model-not-found',
    },
  ])('$name: $code', async ({ region, model, works, code }) => {
    const answered = () => here.aws.bedrock.calls.filter(({ plane, status }) => plane === 'runtime' && status === 200)
    const before = answered().length
    const inputs = { prompt: 'Go on.', 'upload-transcript': 'never', 'aws-region': region, model }
    const { outputs } = await here.step({ ...inputs, 'small-fast-model': model })
    expect(outputs['failure-code']).toBe(code)
    expect(outputs['failure-message']).toContain(works)
    expect(answered()).toHaveLength(before)
  })
})

describe('preflight: only', () => {
  test('all is well: a table in the summary, no agent, no failure', async () => {
    const { main, outputs, summary } = await here.step({ preflight: 'only', prompt: 'Not to be run.' })
    expect(main.code).toBe(0)
    expect(outputs).toMatchObject({ conclusion: 'setup', 'failure-code': '', 'session-id': '' })
    expect(summary).toContain('## ✅ Preflight passed')
    const rows = ['✅ Region', '✅ Model', '✅ Small model']
    for (const row of ['✅ Identity', ...rows]) expect(summary).toContain(`| ${row} |`)
    for (const row of rows) expect(main.stdout).toContain(row)
  })

  test('two models fail: the log and the summary tell what to do about each', async () => {
    here.aws.bedrock.faults.inject(BEDROCK_ERRORS.modelNoAccess, {
      times: Infinity,
      from: 1,
      when: ({ plane }) => plane === 'runtime',
    })
    const { main, outputs, summary } = await here.step({ preflight: 'only' })
    here.aws.bedrock.faults.clear()
    expect(main.code).toBe(1)
    expect(outputs).toMatchObject({ conclusion: 'failure', 'failure-code': 'model-access-denied' })
    for (const model of [MODEL, SMALL_MODEL]) {
      const command = `--model-id ${model.replace('us.', '')} --region us-east-1`
      expect(main.stdout.split('\n')).toContainEqual(expect.stringContaining(command))
      expect(summary).toContain(command)
    }
    expect(main.stdout).toContain(`Small model ${SMALL_MODEL}: what to do`)
  })
})
