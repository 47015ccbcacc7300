import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { repairScript } from '../support/repair-script.ts'
import { scenario, transcriptFile, type Scenario } from '../support/scenario.ts'
import type { StepResult } from '../support/runner.ts'

let here: Scenario
let result: StepResult

beforeAll(async () => {
  here = await scenario({ aws: { script: (_request, index) => repairScript(here.job.workspace)[index]! } })
  result = await here.step({
    prompt: 'Repair the failing test.',
    'allowed-tools': 'Edit\nBash(npm test)',
  })
}, 120_000)
afterAll(() => here[Symbol.asyncDispose]())

test('the step succeeds', () => {
  console.log(result.main.stdout, result.main.stderr, result.post.stdout, result.outputs, result.summary)
  expect(result.main.code).toBe(0)
  expect(result.post.code).toBe(0)
  expect(result.outputs.conclusion).toBe('success')
  expect(transcriptFile(result, 'transcript.jsonl')).toContain('Fixed')
})
