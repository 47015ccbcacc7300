import { describe, expect, test } from '@jest/globals'

import { bedrockError, explainBedrock } from '../../../src/bedrock/errors/bedrock-error.ts'
import { createRetryLog, decide, retryLine, type Decision } from '../../../src/gateway/error-policy.ts'
import type { Operation } from '../../../src/gateway/route.ts'
import type { Log } from '../../../src/ports/machine.ts'
import { BEDROCK_ERRORS as E, type BedrockError } from '../../emulators/bedrock-errors.ts'

const MODEL = 'us.anthropic.claude-sonnet-4-6'
const CALL = { region: 'us-east-1', model: MODEL, account: '111122223333', maxOutputTokens: 4096 }

interface Circumstances {
  readonly operation?: Operation
  readonly isMain?: boolean
  readonly isPassing?: boolean
}

function decided(
  { type: name, message: text, ...fact }: { status?: number; type: string; message: string; host?: string },
  about: Circumstances = {},
) {
  const { operation = 'InvokeModelWithResponseStream', isMain = true, isPassing = true } = about
  const error = bedrockError({ operation, name, text, isFromAws: name !== 'Error', ...fact })
  const { code, retryable } = explainBedrock(error, CALL)
  return decide({
    ...{ operation, code, retryable, status: error.status },
    ...{ isAwsError: name !== 'Error', isMain, isPassing },
  })
}

describe('what Bedrock says of the run’s main model, and of another', () => {
  test.each<[keyof typeof E, Decision, Decision]>([
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
    ['dataRetention', 'end', 'refuse'],
    ['notForThisAccount', 'end', 'refuse'],
    ['unsupportedCountry', 'end', 'refuse'],
    ['onDemandNotSupported', 'end', 'refuse'],
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
    expect([decided(fact), decided(fact, { isMain: false })]).toEqual([main, other])
  })
})

const page = (status: number) => ({ status, type: 'Error', message: '<html>nothing of AWS</html>' })

describe('what is not from Bedrock', () => {
  test.each<[string, number, Operation, Decision]>([
    ['a proxy that does not let it through', 403, 'InvokeModelWithResponseStream', 'end'],
    ['a proxy that wants to know who asks', 407, 'InvokeModelWithResponseStream', 'end'],
    ['a gateway that does not stream', 404, 'InvokeModelWithResponseStream', 'pass'],
    ['a gateway that has no such call at all', 404, 'InvokeModel', 'end'],
    ['a gateway that finds the body too large', 413, 'InvokeModelWithResponseStream', 'pass'],
    ['a gateway that has lost Bedrock', 502, 'InvokeModelWithResponseStream', 'retry'],
  ])('%s', (...[, status, operation, decision]) => {
    expect(decided(page(status), { operation })).toBe(decision)
  })
})

describe('when nothing answers', () => {
  const refused = { type: 'ECONNREFUSED', message: 'connect ECONNREFUSED 10.0.0.1:443' }
  const unknown = {
    type: 'ENOTFOUND',
    message: 'getaddrinfo ENOTFOUND',
    host: 'bedrock-runtime.xx-east-1.amazonaws.com',
  }
  test.each<[string, typeof refused, Circumstances, Decision]>([
    ['and never did', refused, { isPassing: false }, 'end'],
    ['and the host never existed', unknown, { isPassing: false }, 'end'],
    ['where it did a moment ago', refused, { isPassing: true }, 'retry'],
    ['for another model', refused, { isPassing: false, isMain: false }, 'refuse'],
    ['for a count', refused, { isPassing: false, operation: 'CountTokens' }, 'pass'],
  ])('%s', (...[, fact, about, decision]) => {
    expect(decided(fact, about)).toBe(decision)
  })
})

test.each<Operation>(['CountTokens', 'ListInferenceProfiles', 'GetInferenceProfile'])(
  '%s is nothing that a run needs',
  (operation) => {
    for (const error of Object.values(E)) expect(decided(error, { operation })).toBe('pass')
  },
)

describe('calls that are repeated', () => {
  const failureOf = ({ status, type: name, message: text }: BedrockError) =>
    explainBedrock(bedrockError({ operation: 'InvokeModel', name, status, text, requestId: 'id-1' }), CALL)

  test('for a quota: AWS’s words, what a call reserves, and which quota that is of', () => {
    const line = retryLine(failureOf(E.tooManyTokens), CALL)
    expect(line.split('\n')).toHaveLength(1)
    expect(line).toContain('Too many tokens, please wait before trying again.')
    expect(line).toContain('request id id-1')
    expect(line).toContain('max-output-tokens (4096)')
    expect(line).toContain(
      '"Cross-region model inference tokens per minute for Anthropic Claude Sonnet 4.6" in us-east-1',
    )
  })

  test('for a failure at AWS: no quota is named', () => {
    const line = retryLine(failureOf(E.tooManyConnections), CALL)
    expect(line).toContain('AWS has no capacity')
    expect(line).not.toContain('quota to raise')
  })

  test('are all counted, and twenty are logged', () => {
    const lines: string[] = []
    const say = (line: string) => void lines.push(line)
    const log: Log = { info: say, debug: say, notice: say, warning: say, error: say, group: (_, task) => task(log) }
    const retries = createRetryLog(log)
    for (let n = 0; n < 100; n++) retries.add(failureOf(E.tooManyTokens), CALL)
    retries.count()
    expect(retries.total()).toBe(101)
    expect(lines).toHaveLength(21)
    expect(lines.at(-1)).toContain('no longer logged')
  })
})
