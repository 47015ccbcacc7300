import { expect, test } from '@jest/globals'

import { encodeEventStream } from '../../emulators/event-stream.ts'
import { createEventStreams } from '../../../src/world/bedrock-wire.ts'
import { streamFacts, usageInHeaders } from '../../../src/gateway/call-record.ts'

function event(value: object) {
  const bytes = Buffer.from(JSON.stringify(value)).toString('base64')
  return encodeEventStream({
    headers: { ':event-type': 'chunk', ':message-type': 'event' },
    payload: Buffer.from(JSON.stringify({ bytes, p: 'abc' })),
  })
}

const START = event({ type: 'message_start', message: { usage: { input_tokens: 12, output_tokens: 1 } } })
const WORDS = event({ type: 'content_block_delta', delta: { text: 'hello' } })
const STOP = event({
  type: 'message_stop',
  'amazon-bedrock-invocationMetrics': { inputTokenCount: 15, outputTokenCount: 42 },
})
const THROTTLED = encodeEventStream({
  headers: { ':exception-type': 'throttlingException', ':message-type': 'exception' },
  payload: Buffer.from('{"message":"Too many tokens, please wait before trying again."}'),
})
const ERROR = encodeEventStream({
  headers: { ':error-code': 'InternalFailure', ':error-message': 'Oh no.', ':message-type': 'error' },
  payload: Buffer.alloc(0),
})
const exception = { name: 'throttlingException', text: 'Too many tokens, please wait before trying again.' }

test.each([
  ['a whole stream', [START, WORDS, STOP], { inputTokens: 15, outputTokens: 42, exception: undefined }],
  ['a stream that broke off', [START, WORDS], { inputTokens: 12, outputTokens: null, exception: undefined }],
  ['an exception', [START, WORDS, THROTTLED], { inputTokens: 12, outputTokens: null, exception }],
  ['an exception from the start', [THROTTLED], { inputTokens: null, outputTokens: null, exception }],
  ['the first of two exceptions', [THROTTLED, ERROR], { inputTokens: null, outputTokens: null, exception }],
  [
    'an error',
    [ERROR],
    { inputTokens: null, outputTokens: null, exception: { name: 'InternalFailure', text: 'Oh no.' } },
  ],
  ['no stream', [Buffer.from('<html>'.repeat(9))], { inputTokens: null, outputTokens: null, exception: undefined }],
  [
    'events that are no JSON',
    [encodeEventStream({ headers: {}, payload: Buffer.from('x') })],
    { inputTokens: null, outputTokens: null, exception: undefined },
  ],
  ['nothing', [], { inputTokens: null, outputTokens: null, exception: undefined }],
])('%s', async (_, pieces, facts) => {
  const stream = streamFacts(await createEventStreams().reader())
  pieces.forEach((piece) => stream.read(piece))
  expect(stream.facts()).toEqual(facts)
})

test.each([
  [{ 'x-amzn-bedrock-input-token-count': '12', 'x-amzn-bedrock-output-token-count': '0' }, 12, 0],
  [{ 'x-amzn-bedrock-input-token-count': 'many' }, null, null],
])('tokens in the headers %j', (headers, inputTokens, outputTokens) => {
  expect(usageInHeaders(headers)).toEqual({ inputTokens, outputTokens })
})
