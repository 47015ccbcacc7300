import { describe, expect, test } from '@jest/globals'

import { explainBedrock } from '../../../src/bedrock/explain.ts'
import { ServiceError } from '../../../src/errors.ts'
import { judge, type Judgement } from '../../../src/gateway/judgement.ts'
import type { Operation } from '../../../src/gateway/route.ts'
import { BEDROCK_ERRORS as E, type BedrockError } from '../../emulators/bedrock-errors.ts'

const MODEL = 'us.anthropic.claude-sonnet-4-6'
const CALL = { region: 'us-east-1', model: MODEL, account: '111122223333', maxOutputTokens: 4096 }

interface Circumstances {
  readonly operation?: Operation
  readonly isMain?: boolean
  readonly isPassing?: boolean
}

function judged(fact: { status?: number; type: string; message: string; host?: string }, about: Circumstances = {}) {
  const { operation = 'InvokeModelWithResponseStream', isMain = true, isPassing = true } = about
  const { type: name, ...rest } = fact
  const error = new ServiceError({ service: 'Amazon Bedrock', operation, name, ...rest })
  const { code } = explainBedrock(error, CALL)
  return judge({ operation, code, status: error.status, isAwsError: name !== 'Error', isMain, isPassing })
}

describe('what Bedrock says of the run’s main model, and of another', () => {
  test.each<[keyof typeof E, Judgement, Judgement]>([
    ['modelNoAccess', 'end', 'refuse'],
    ['iamDenied', 'end', 'refuse'],
    ['sessionPolicyDenied', 'end', 'refuse'],
    ['scpDenied', 'end', 'refuse'],
    ['marketplacePermissions', 'end', 'refuse'],
    ['marketplacePending', 'end', 'refuse'],
    ['useCaseForm', 'end', 'refuse'],
    ['useCaseFormOlder', 'end', 'refuse'],
    ['modelEndOfLife', 'end', 'refuse'],
    ['modelLegacy', 'end', 'refuse'],
    ['modelNotFound', 'end', 'refuse'],
    ['onDemandUnsupported', 'end', 'refuse'],
    ['modelIdInvalid', 'end', 'refuse'],
    ['accountHold', 'end', 'refuse'],
    ['tooManyTokensPerDay', 'end', 'refuse'],
    ['serviceQuota', 'end', 'refuse'],
    ['keyExpired', 'end', 'end'],
    ['keyInvalid', 'end', 'end'],
    ['signatureWrong', 'end', 'end'],
    ['requestExpired', 'end', 'end'],
    ['authorizationMissing', 'end', 'end'],
    ['apiKeyInvalid', 'end', 'end'],
    ['inputTooLong', 'pass', 'pass'],
    ['malformedInput', 'pass', 'pass'],
    ['betaUnknown', 'pass', 'pass'],
    ['tooManyTokens', 'retry', 'retry'],
    ['tooManyRequests', 'retry', 'retry'],
    ['tooManyConnections', 'retry', 'retry'],
    ['serviceUnavailable', 'retry', 'retry'],
    ['modelNotReady', 'retry', 'retry'],
    ['modelTimeout', 'retry', 'retry'],
    ['modelError', 'retry', 'retry'],
    ['internal', 'retry', 'retry'],
  ])('%s: %s, %s', (name, main, other) => {
    const fact: BedrockError = E[name]
    expect([judged(fact), judged(fact, { isMain: false })]).toEqual([main, other])
  })
})

const page = (status: number) => ({ status, type: 'Error', message: '<html>nothing of AWS</html>' })

describe('what is not from Bedrock', () => {
  test.each<[string, number, Operation, Judgement]>([
    ['a proxy that does not let it through', 403, 'InvokeModelWithResponseStream', 'end'],
    ['a proxy that wants to know who asks', 407, 'InvokeModelWithResponseStream', 'end'],
    ['a gateway that does not stream', 404, 'InvokeModelWithResponseStream', 'pass'],
    ['a gateway that has no such call at all', 404, 'InvokeModel', 'end'],
    ['a gateway that finds the body too large', 413, 'InvokeModelWithResponseStream', 'pass'],
    ['a gateway that has lost Bedrock', 502, 'InvokeModelWithResponseStream', 'retry'],
  ])('%s', (...[, status, operation, judgement]) => {
    expect(judged(page(status), { operation })).toBe(judgement)
  })
})

describe('when nothing answers', () => {
  const refused = { type: 'ECONNREFUSED', message: 'connect ECONNREFUSED 10.0.0.1:443' }
  const unknown = {
    type: 'ENOTFOUND',
    message: 'getaddrinfo ENOTFOUND',
    host: 'bedrock-runtime.xx-east-1.amazonaws.com',
  }
  test.each<[string, typeof refused, Circumstances, Judgement]>([
    ['and never did', refused, { isPassing: false }, 'end'],
    ['and the host never existed', unknown, { isPassing: false }, 'end'],
    ['where it did a moment ago', refused, { isPassing: true }, 'retry'],
    ['for another model', refused, { isPassing: false, isMain: false }, 'refuse'],
    ['for a count', refused, { isPassing: false, operation: 'CountTokens' }, 'pass'],
  ])('%s', (...[, fact, about, judgement]) => {
    expect(judged(fact, about)).toBe(judgement)
  })
})

test.each<Operation>(['CountTokens', 'ListInferenceProfiles', 'GetInferenceProfile'])(
  '%s is nothing that a run needs',
  (operation) => {
    for (const error of Object.values(E)) expect(judged(error, { operation })).toBe('pass')
  },
)
