import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { BEDROCK_ERRORS, type BedrockError } from '../emulators/bedrock-errors.ts'
import type { Turn } from '../emulators/bedrock-script.ts'
import { scenario, type Scenario } from '../support/scenario.ts'

const QUICK = { prompt: 'Work.', 'upload-transcript': 'never' }
const bash = (command: string): Turn => ({ toolUses: [{ name: 'Bash', input: { command } }] })

let here: Scenario
beforeAll(async () => {
  here = await scenario()
})
afterAll(async () => here[Symbol.asyncDispose]())

interface BedrockFailure {
  readonly name: string
  readonly error: BedrockError
  readonly code: string
  readonly says: readonly string[]
  /** Calls of the agent that Bedrock refuses; more than one only for what is retried. */
  readonly calls: number
}

/** Claude Code tries ten times again, for minutes, after an error that may pass; here once. */
const ONCE = { CLAUDE_CODE_MAX_RETRIES: '1' }

const FAILURES: readonly BedrockFailure[] = [
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

describe.each<{ when: string; before: readonly Turn[]; failures: readonly BedrockFailure[] }>([
  { when: 'at the start', before: [], failures: FAILURES },
  {
    when: 'after a turn',
    before: [bash('echo one')],
    failures: FAILURES.filter(({ code }) => ['iam-permission-missing', 'throttled'].includes(code)),
  },
])('an error of Bedrock $when ends the run with its own words and what to do', ({ before, failures }) => {
  test.each(failures)('$name: $code', async ({ error, code, says, calls }) => {
    const earlier = here.aws.bedrock.calls.length
    here.play([...before, ...Array<Turn>(20).fill({ error })])
    const { main, outputs } = await here.step(
      {
        ...QUICK,
        'throttle-patience-minutes': '0',
        'allowed-tools': 'Bash(echo:*)',
        environment: Object.keys(ONCE).join(),
      },
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
