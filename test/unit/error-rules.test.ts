import { describe, expect, test } from '@jest/globals'

import { explainError, findRule, isRetryable, retryAfterMs, type ErrorRule } from '../../src/error-rules.ts'
import { Failure, ServiceError, yaml, type ServiceFact, fixText } from '../../src/errors.ts'

const errorOf = (fact: Partial<ServiceFact> = {}) =>
  new ServiceError({ service: 'Service', operation: 'Do', name: '', message: '', ...fact })

interface Context {
  readonly region: string
}

const rule = (id: string, rest: Partial<ErrorRule<Context>>): ErrorRule<Context> => ({
  ...{ id, match: [{}], code: 'unexpected', explanation: id, fix: id },
  ...rest,
})

const found = (fact: Partial<ServiceFact>, rules: readonly ErrorRule<Context>[], region = 'us-east-1') =>
  findRule(errorOf(fact), rules, { region })?.id

describe('the rule of an error', () => {
  const rules = [
    rule('any', {}),
    rule('by status', { match: [{ statuses: [429] }] }),
    rule('by name', { match: [{ names: ['Throttling'] }] }),
    rule('by words', { match: [{ message: /too many/i }] }),
  ]

  test.each<[string, Partial<ServiceFact>]>([
    ['by words', { message: 'Too many tokens', name: 'ThrottlingException', status: 429 }],
    ['by name', { name: 'ThrottlingException', status: 429 }],
    ['by status', { name: 'Other', status: 429 }],
    ['any', { name: 'Other', status: 400 }],
  ])('is the one that knows most: %s', (id, fact) => {
    expect(found(fact, rules)).toBe(id)
  })

  test('is the first of equals', () => {
    const equals = [
      rule('first', { match: [{ message: /a/ }] }),
      rule('second', { match: [{ message: /a/, statuses: [400] }] }),
    ]
    expect(found({ message: 'a', status: 400 }, equals)).toBe('first')
  })

  test('is meant when one of its patterns fits, and a pattern when all of its fields do', () => {
    const one = [rule('one', { match: [{ names: ['A'], statuses: [400] }, { names: ['B'] }] })]
    expect(found({ name: 'A', status: 400 }, one)).toBe('one')
    expect(found({ name: 'B' }, one)).toBe('one')
    expect(found({ name: 'A', status: 403 }, one)).toBeUndefined()
  })

  test.each<[string, Partial<ErrorRule<Context>>, Partial<ServiceFact>, boolean]>([
    ['its service', { match: [{ services: ['Service'] }] }, {}, true],
    ['no other service', { match: [{ services: ['Another'] }] }, {}, false],
    ['its operation', { match: [{ operations: ['Do'] }] }, {}, true],
    ['no other operation', { match: [{ operations: ['Undo'] }] }, {}, false],
    ['a 5xx', { match: [{ statuses: ['5xx'] }] }, { status: 529 }, true],
    ['a 4xx', { match: [{ statuses: ['4xx'] }] }, { status: 499 }, true],
    ['no status', { match: [{ statuses: ['none'] }] }, {}, true],
    ['no status where there is one', { match: [{ statuses: ['none'] }] }, { status: 500 }, false],
    ['no 5xx where nothing answered', { match: [{ statuses: ['5xx'] }] }, {}, false],
    ['a name in another case', { match: [{ names: ['ThrottlingException'] }] }, { name: 'throttling' }, true],
    ['a name that only begins so', { match: [{ names: ['Throttling'] }] }, { name: 'ThrottlingMore' }, false],
    ['a name by its form', { match: [{ names: [/^CERT_/] }] }, { name: 'CERT_HAS_EXPIRED' }, true],
    ['the name of the cause', { match: [{ names: ['Unauthorized'] }] }, { causeName: 'UnauthorizedException' }, true],
  ])('knows %s', (_, ...[fields, fact, isMeant]) => {
    expect(found(fact, [rule('it', fields)])).toBe(isMeant ? 'it' : undefined)
  })

  test('is narrowed by what was being done', () => {
    const narrowed = [rule('here', { when: (_, { region }) => region === 'eu-west-1' }), rule('elsewhere', {})]
    expect(found({}, narrowed, 'eu-west-1')).toBe('here')
    expect(found({}, narrowed)).toBe('elsewhere')
  })
})

describe('an error that is explained', () => {
  const explaining = (one: Partial<ErrorRule<Context>>) => ({
    rules: [rule('one', one)],
    context: { region: 'us-east-1' },
  })

  test('keeps the words of the service, its name, status and request id', () => {
    const error = errorOf({ name: 'NoException', message: 'No.', status: 403, requestId: 'r-1' })
    const failure = explainError(error, explaining({ code: 'throttled', explanation: 'It means no.' }))
    expect(failure).toMatchObject({ code: 'throttled', cause: error })
    expect(failure.message).toBe(
      'Bedrock throttled its calls.\nIt means no.\nService Do: No. (NoException, HTTP 403, request id r-1)',
    )
  })

  test('has the words of its rule for what was being done', () => {
    const failure = explainError(
      errorOf(),
      explaining({
        explanation: (_, { region }) => `In ${region}.`,
        fix: (_, { region }) => ['Set it:', yaml(`aws-region: ${region}`)],
      }),
    )
    expect(failure.message).toContain('In us-east-1.')
    expect(failure.fix).toEqual([{ kind: 'text', text: 'Set it:' }, yaml('aws-region: us-east-1')])
  })

  test('of which no rule knows is unexpected, not retryable, and gives the request id', () => {
    const failure = explainError(errorOf({ requestId: 'r-1' }), { rules: [], context: {} })
    expect(failure).toMatchObject({ code: 'unexpected', retryable: false })
    expect(fixText(failure.fix)).toContain('the request id r-1')
  })

  test('is retryable as its rule says', () => {
    expect(isRetryable(explainError(errorOf(), explaining({ retryable: true })))).toBe(true)
    expect(isRetryable(explainError(errorOf(), explaining({})))).toBe(false)
    expect(isRetryable(errorOf())).toBe(false)
    expect(isRetryable(new Error('a bug'))).toBe(false)
  })

  test('says how long the service asks to be left alone', () => {
    const error = errorOf({ retryAfterMs: 7_000 })
    expect(retryAfterMs(error)).toBe(7_000)
    expect(retryAfterMs(new Failure('throttled', { message: '', cause: error }))).toBe(7_000)
    expect(retryAfterMs(new Error('a bug'))).toBeUndefined()
  })
})

test.each([
  ['ThrottlingException:http://internal.amazon.com/coral/com.amazon.bedrock/', 'ThrottlingException'],
  ['com.amazon.coral.validate#ValidationException', 'ValidationException'],
  ['ENOTFOUND', 'ENOTFOUND'],
])('the name %s is %s', (name, plain) => {
  expect(errorOf({ name }).name).toBe(plain)
})
