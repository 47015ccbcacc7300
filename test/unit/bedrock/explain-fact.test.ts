import { expect, test } from '@jest/globals'

import { factOf } from '../../../src/bedrock/explain-fact.ts'
import { ServiceError, type ServiceFact } from '../../../src/errors.ts'

function fact(given: Partial<ServiceFact>) {
  return factOf(
    new ServiceError({ service: 'Amazon Bedrock', operation: 'InvokeModel', name: '', message: '', ...given }),
  )
}

test.each<[string, string, string, number | undefined]>([
  ['a plain text', 'It isn’t so.', "It isn't so.", undefined],
  ['a body of IAM', '{"Message":"User: x is not authorized"}', 'User: x is not authorized', undefined],
  ['a body of Bedrock', '{"message":"Too many tokens"}', 'Too many tokens', undefined],
  ['a body of a gateway', '{"type":"error","error":{"type":"x","message":"No."}}', 'No.', undefined],
  ['JSON that is no body', 'Malformed: {"a":1}', 'Malformed: {"a":1}', undefined],
  ['half a body', '{"message":"Too', '{"message":"Too', undefined],
  ['a body in a rendering', 'AWS authentication failed · x · API Error: 403 {"Message":"User: x"}', 'User: x', 403],
  [
    'a rendering with a model',
    'API Error (us.anthropic.claude-x-v1:0): 400 No.. Try --model to switch to y.',
    'No',
    400,
  ],
  ['a throttled rendering', 'API Error: Request rejected (429) · Too many tokens', 'Too many tokens', 429],
  [
    'an older rendering',
    'API Error (429 Too many tokens.) · Retrying in 1 seconds… (attempt 1/10)',
    'Too many tokens.',
    429,
  ],
  ['a line of the debug log', 'API Error: 404 404 Model use case details', 'Model use case details', 404],
  ['several lines', 'One\n  two', 'One two', undefined],
])('the words of %s', (_, message, ...[words, status]) => {
  expect(fact({ message })).toMatchObject({ words, status })
})

test.each([
  ['ThrottlingException:http://internal.amazon.com/coral/com.amazon.bedrock/', 'throttling'],
  ['com.amazon.coral.validate#ValidationException', 'validation'],
  ['modelStreamErrorException', 'modelstreamerror'],
  ['FTUFormNotFilled', 'ftuformnotfilled'],
  ['Error', ''],
  ['UnknownError', ''],
])('the name %s is %j', (name, plain) => {
  expect(fact({ name }).name).toBe(plain)
})

test('the body says the name when the error does not', () => {
  const message = '{"__type":"com.amazon#ThrottlingException","message":"Slow down."}'
  expect(fact({ message }).name).toBe('throttling')
  expect(fact({ message, name: 'ValidationException' }).name).toBe('validation')
})

test('the status of the answer beats that of the text', () => {
  expect(fact({ message: 'API Error: 403 No.', status: 429 }).status).toBe(429)
})

test('the host that was not found is known from the text', () => {
  expect(fact({ message: 'getaddrinfo ENOTFOUND a.example.com' }).host).toBe('a.example.com')
  expect(fact({ message: 'getaddrinfo ENOTFOUND a.example.com', host: 'b.example.com' }).host).toBe('b.example.com')
})

test('the request that AWS echoes for a wrong signature is left out', () => {
  const message =
    "It does not match.\n\nThe Canonical String for this request should have been\n'POST\n/model/x/invoke'"
  expect(fact({ message }).words).toBe('It does not match.')
})

test('endless words end', () => {
  expect(fact({ message: 'so '.repeat(1000) }).words.length).toBeLessThanOrEqual(600)
})
