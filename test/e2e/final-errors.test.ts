// What no retry can help ends the run at once, with AWS's own words: at the start, where preflight meets it, and in mid-run, where
// the gateway does. The real Claude Code alone would take up to 255 seconds, and replaces some of the words.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { BEDROCK_ERRORS } from '../emulators/bedrock-errors.ts'
import { FINAL_ERROR_ROWS, endlessRun, runRefused, type FinalError } from '../support/final-errors.ts'
import type { Scenario } from '../support/scenario.ts'

let here: Scenario
beforeAll(async () => {
  here = await endlessRun()
}, 120_000)
afterAll(async () => {
  await here[Symbol.asyncDispose]()
})

/** The first sentence; AWS's apostrophe may be a curly one. */
const wordsOf = (name: FinalError) => BEDROCK_ERRORS[name].message.split('.')[0]!.replaceAll('’', "'").slice(0, 60)

describe('at the start', () => {
  test.each(FINAL_ERROR_ROWS)('$name: $code, before the agent has had a turn', async ({ name, code }) => {
    const { outputs, calls } = await runRefused(here, { name, from: 1 })
    expect(outputs).toMatchObject({ conclusion: 'failure', 'failure-code': code })
    expect(outputs['failure-message']).toContain(wordsOf(name))
    expect(calls.filter(({ status }) => status === 200)).toEqual([])
    expect(calls.length).toBeLessThanOrEqual(2)
  })
})

describe('in mid-run', () => {
  test.each(FINAL_ERROR_ROWS)('$name: $code, after turns that went well', async ({ name, code }) => {
    const { outputs, calls, main } = await runRefused(here, { name, from: 4 })
    expect(outputs).toMatchObject({ conclusion: 'failure', 'failure-code': code })
    expect(outputs['failure-message']).toContain(wordsOf(name))
    expect(calls.filter(({ status }) => status === 200)).toHaveLength(3)
    expect(calls.filter(({ status }) => status !== 200).length).toBeLessThanOrEqual(2)
    expect(main.stdout).toContain('echo on')
  })
})
