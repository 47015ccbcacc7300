// What may succeed a moment later never ends a run: at the start, in the middle, and when the run signs in again. With the
// shipped bundle and the real Claude Code.
import { describe, expect, test } from '@jest/globals'

import { BEDROCK_ERRORS, type BedrockError } from '../emulators/bedrock-errors.ts'
import type { CallInSight } from '../emulators/bedrock-faults.ts'
import { STS_ERRORS, stsErrorReply } from '../emulators/sts-errors.ts'
import { MODEL, scenario, type Scenario } from '../support/scenario.ts'

const TURNS = 4
const go = { name: 'Bash', input: { command: 'echo on', description: 'Go on' } }
const someTurns = () =>
  scenario({ aws: { script: (_request, turn) => (turn < TURNS - 1 ? { toolUses: [go] } : { text: 'Done.' }) } })
const INPUTS = { prompt: 'Go on.', 'allowed-tools': 'Bash(echo:*)', 'upload-transcript': 'never' }
const SUCCESS = { conclusion: 'success', result: 'Done.' }

const ofTheModel = ({ plane, model }: CallInSight) => plane === 'runtime' && model === MODEL
const refusals = ({ aws }: Scenario) => aws.bedrock.calls.filter(({ status }) => status !== 200)

const AS_400: BedrockError = { ...BEDROCK_ERRORS.tooManyTokens, status: 400 }
const NO_CAPACITY: BedrockError = { ...BEDROCK_ERRORS.serviceUnavailable, status: 400, type: 'ValidationException' }

describe('Bedrock, twice, then well', () => {
  test.each<[string, BedrockError, number]>([
    ['throttling as HTTP 400, in the middle', AS_400, 3],
    ['throttling as HTTP 400, at the first turn', AS_400, 2],
    ['no capacity as HTTP 400, in the middle', NO_CAPACITY, 3],
    ['a model that fails, in the middle', BEDROCK_ERRORS.modelError, 3],
    ['keys that are not known yet, at the first calls', BEDROCK_ERRORS.keyInvalid, 1],
    ['keys that are not known yet, at the first turn', BEDROCK_ERRORS.keyInvalid, 2],
  ])('%s', async (...[, error, from]) => {
    await using here = await someTurns()
    here.aws.bedrock.faults.inject(error, { times: 2, from, when: ofTheModel })
    const { outputs } = await here.step(INPUTS)
    expect(outputs).toMatchObject(SUCCESS)
    expect(refusals(here).length).toBeGreaterThanOrEqual(2)
  })
})

describe('signing in, twice, then well', () => {
  const delayed = { status: 403, body: JSON.stringify({ message: "Can't issue ID_TOKEN for job in 'Delayed' state." }) }
  const thumbprint = {
    ...{ status: 400, code: 'InvalidIdentityToken' },
    message: "OpenIDConnect provider's HTTPS certificate doesn't match configured thumbprint",
  }
  test.each<[string, (here: Scenario) => void]>([
    ['a job that GitHub holds back', ({ github }) => github.oidc.faults.next('token', delayed, 2)],
    [
      'a thumbprint that does not match',
      ({ aws }) => aws.sts.faults.next('AssumeRoleWithWebIdentity', stsErrorReply(thumbprint), 2),
    ],
    [
      'STS that throttles',
      ({ aws }) => aws.sts.faults.next('AssumeRoleWithWebIdentity', stsErrorReply(STS_ERRORS.throttled), 3),
    ],
    [
      'keys that IAM does not know yet',
      ({ aws }) => aws.sts.faults.next('GetCallerIdentity', stsErrorReply(STS_ERRORS.keyInvalid), 2),
    ],
  ])('%s', async (...[, fail]) => {
    await using here = await someTurns()
    fail(here)
    const { outputs } = await here.step(INPUTS)
    expect(outputs).toMatchObject(SUCCESS)
  })
})

test('a renewal whose keys are not known yet, to STS and to Bedrock, carries on', async () => {
  const turns = 8
  await using here = await scenario({
    aws: {
      sessionSeconds: 6,
      script: (_request, turn) => (turn < turns - 1 ? { delayMs: 1_500, toolUses: [go] } : { text: 'Done.' }),
    },
  })
  let failed = 0
  here.aws.bedrock.faults.inject(BEDROCK_ERRORS.keyInvalid, {
    times: 2,
    when: (call) => ofTheModel(call) && here.aws.account.sessions.length > 1,
  })
  const unknown = stsErrorReply(STS_ERRORS.keyInvalid)
  const take = here.aws.sts.faults.take.bind(here.aws.sts.faults)
  Object.assign(here.aws.sts.faults, {
    take: (operation: Parameters<typeof take>[0]) =>
      operation === 'GetCallerIdentity' && here.aws.account.sessions.length > 1 && failed++ < 2
        ? unknown
        : take(operation),
  })
  const { outputs } = await here.step(INPUTS)
  expect(outputs).toMatchObject({ ...SUCCESS, 'num-turns': String(turns) })
  expect(failed).toBeGreaterThanOrEqual(2)
  expect(refusals(here)).toHaveLength(2)
}, 120_000)

test('keys that stay unknown end the run after some twelve seconds, in words about these keys', async () => {
  await using here = await someTurns()
  here.aws.bedrock.faults.inject(BEDROCK_ERRORS.keyInvalid, { times: Number.POSITIVE_INFINITY, when: ofTheModel })
  const began = Date.now()
  const { outputs, main } = await here.step(INPUTS)
  expect(outputs).toMatchObject({ conclusion: 'failure', 'failure-code': 'credentials-invalid' })
  expect(outputs['failure-message']).toContain('assumed-role/claude/')
  expect(main.stdout).not.toContain('AWS_ACCESS_KEY_ID')
  expect(Date.now() - began).toBeGreaterThan(9_000)
  expect(Date.now() - began).toBeLessThan(30_000)
})

test('a page of a proxy in the middle is that of the proxy', async () => {
  await using here = await someTurns()
  const page = { status: 403, headers: { 'content-type': 'text/html' }, body: '<html><title>Blocked</title></html>' }
  here.aws.bedrock.faults.inject(page, { times: Number.POSITIVE_INFINITY, from: 3, when: ofTheModel })
  const { outputs } = await here.step(INPUTS)
  expect(outputs).toMatchObject({ conclusion: 'failure', 'failure-code': 'network-unreachable' })
  expect(outputs['failure-message']).toMatch(/proxy or gateway on the way.*Blocked/s)
})
