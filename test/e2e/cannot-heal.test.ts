// What cannot heal ends the run at once, with AWS's own words: at the start, where preflight meets it, and in mid-run, where
// the gateway does. The real Claude Code alone would take up to 255 seconds, and replaces some of the words.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { BEDROCK_ERRORS } from '../emulators/bedrock-errors.ts'
import type { CallInSight } from '../emulators/bedrock-faults.ts'
import { MODEL, scenario, type Scenario } from '../support/scenario.ts'

const CODES = {
  modelNoAccess: 'model-access-denied',
  iamDenied: 'iam-permission-missing',
  sessionPolicyDenied: 'iam-permission-missing',
  boundaryDenied: 'iam-permission-missing',
  scpDenied: 'explicitly-denied',
  identityPolicyDenied: 'explicitly-denied',
  marketplacePermissions: 'marketplace-subscription-missing',
  marketplacePayment: 'marketplace-subscription-missing',
  useCaseForm: 'use-case-form-missing',
  useCaseFormOlder: 'use-case-form-missing',
  modelEndOfLife: 'model-retired',
  modelLegacy: 'model-retired',
  onDemandUnsupported: 'inference-profile-required',
  modelIdInvalid: 'model-not-found',
  accountHold: 'account-not-authorized',
  tooManyTokensPerDay: 'daily-quota-exhausted',
  serviceQuota: 'quota-exceeded',
  keyExpired: 'credentials-expired',
  keyInvalid: 'credentials-invalid',
} as const satisfies Partial<Record<keyof typeof BEDROCK_ERRORS, string>>

const rows = Object.entries(CODES).map(([name, code]) => ({ name: name as keyof typeof CODES, code }))
const ofTheModel = ({ plane, model }: CallInSight) => plane === 'runtime' && model === MODEL

let here: Scenario
beforeAll(async () => {
  const script = () => ({ toolUses: [{ name: 'Bash', input: { command: 'echo on', description: 'Go on' } }] })
  here = await scenario({ aws: { script } })
}, 120_000)
afterAll(async () => {
  await here[Symbol.asyncDispose]()
})

const run = async (name: keyof typeof CODES, from: number) => {
  here.aws.bedrock.faults.clear()
  here.aws.bedrock.faults.inject(BEDROCK_ERRORS[name], { times: Infinity, from, when: ofTheModel })
  const earlier = here.aws.bedrock.calls.length
  const result = await here.step({
    ...{ prompt: 'Go on.', 'allowed-tools': 'Bash(echo:*)', 'upload-transcript': 'never', 'timeout-minutes': '0.5' },
  })
  const calls = here.aws.bedrock.calls.slice(earlier).filter(({ model }) => model === MODEL)
  return { ...result, calls }
}
/** The first sentence; AWS's apostrophe may be a curly one. */
const wordsOf = (name: keyof typeof CODES) =>
  BEDROCK_ERRORS[name].message.split('.')[0]!.replaceAll('’', "'").slice(0, 60)

describe('at the start', () => {
  test.each(rows)('$name: $code, before the agent has had a turn', async ({ name, code }) => {
    const { outputs, calls } = await run(name, 1)
    expect(outputs).toMatchObject({ conclusion: 'failure', 'failure-code': code })
    expect(outputs['failure-message']).toContain(wordsOf(name))
    expect(calls.filter(({ status }) => status === 200)).toEqual([])
    expect(calls.length).toBeLessThanOrEqual(2)
  })
})

describe('in mid-run', () => {
  test.each(rows)('$name: $code, after turns that went well', async ({ name, code }) => {
    const { outputs, calls, main } = await run(name, 4)
    expect(outputs).toMatchObject({ conclusion: 'failure', 'failure-code': code })
    expect(outputs['failure-message']).toContain(wordsOf(name))
    expect(calls.filter(({ status }) => status === 200)).toHaveLength(3)
    expect(calls.filter(({ status }) => status !== 200).length).toBeLessThanOrEqual(2)
    expect(main.stdout).toContain('echo on')
  })
})
