import { expect, test } from '@jest/globals'

import { bedrockError } from '../../../src/bedrock/errors/bedrock-error.ts'
import type { ServiceFact } from '../../../src/errors.ts'

const parsed = ({ message = '', ...given }: Partial<ServiceFact>) =>
  bedrockError({ operation: 'InvokeModel', text: message, ...given })

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
  expect(parsed({ message })).toMatchObject({ message: words, status })
})

test.each([
  ['ThrottlingException:http://internal.amazon.com/coral/com.amazon.bedrock/', 'ThrottlingException'],
  ['com.amazon.coral.validate#ValidationException', 'ValidationException'],
  ['modelStreamErrorException', 'modelStreamErrorException'],
  ['FTUFormNotFilled', 'FTUFormNotFilled'],
  ['Error', 'Error'],
  ['UnknownError', 'Error'],
])('the name %s is %j', (name, plain) => {
  expect(parsed({ name }).name).toBe(plain)
})

test('the body says the name when the error does not', () => {
  const message = '{"__type":"com.amazon#ThrottlingException","message":"Slow down."}'
  expect(parsed({ message }).name).toBe('ThrottlingException')
  expect(parsed({ message, name: 'ValidationException' }).name).toBe('ValidationException')
})

test('the status of the answer beats that of the text', () => {
  expect(parsed({ message: 'API Error: 403 No.', status: 429 }).status).toBe(429)
})

test('the host that was not found is known from the text', () => {
  expect(parsed({ message: 'getaddrinfo ENOTFOUND a.example.com' }).host).toBe('a.example.com')
  expect(parsed({ message: 'getaddrinfo ENOTFOUND a.example.com', host: 'b.example.com' }).host).toBe('b.example.com')
})

test('the request that AWS echoes for a wrong signature is left out', () => {
  const message =
    "It does not match.\n\nThe Canonical String for this request should have been\n'POST\n/model/x/invoke'"
  expect(parsed({ message }).message).toBe('It does not match.')
})

test('endless words end', () => {
  expect(parsed({ message: 'so '.repeat(1000) }).message.length).toBeLessThanOrEqual(600)
})
