import { describe, expect, test } from '@jest/globals'

import { SIGN_IN_RULES } from '../../../src/aws/errors/sign-in-error.ts'
import { fixText, ServiceError } from '../../../src/errors.ts'
import { explained, ruleOf, sts } from './answers.ts'
import { chainCases } from './sign-in-cases-chain.ts'
import { keysCases } from './sign-in-cases-keys.ts'
import { networkCases } from './sign-in-cases-network.ts'
import { roleCases } from './sign-in-cases-role.ts'
import { tokenCases } from './sign-in-cases-token.ts'

const CASES = [...tokenCases, ...roleCases, ...keysCases, ...chainCases, ...networkCases]

describe('an answer to a sign-in', () => {
  test.each(CASES)('$id: $code', ({ fact, code, retryable = false, fix, not, settings, attempt }) => {
    const failure = explained(fact, { settings, attempt })
    expect(failure.code).toBe(code)
    expect(failure.message).toContain(fact.message)
    expect(`${failure.message}\n${fixText(failure.fix)}`).toContain(fix)
    if (not !== undefined) expect(`${failure.message}\n${fixText(failure.fix)}`).not.toMatch(not)
    expect(failure.cause).toBeInstanceOf(ServiceError)
    expect(failure.retryable).toBe(retryable)
  })

  test('is tried for each of the rules', () => {
    const ids = SIGN_IN_RULES.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => !CASES.some((row) => ruleOf(row) === id))).toEqual([])
  })
})

test("a message ends with the service's own words and the call's facts", () => {
  const { message } = explained(sts('BrandNewError', 'Computer says no'))
  expect(message.split('\n').at(-1)).toBe(
    'AWS STS AssumeRoleWithWebIdentity: Computer says no (BrandNewError, HTTP 400, request id request-1)',
  )
})
