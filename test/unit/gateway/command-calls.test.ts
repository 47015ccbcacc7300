import { expect, test } from '@jest/globals'

import type { UpstreamAnswer } from '../../../src/ports/gateway.ts'
import { fakeGateway, pieces } from './fakes.ts'

/** An answer that is no stream. */
const answer = (output: number): UpstreamAnswer => ({
  status: 200,
  headers: {
    'content-type': 'application/json',
    'x-amzn-bedrock-input-token-count': '10',
    'x-amzn-bedrock-output-token-count': String(output),
  },
  body: pieces('{"type":"message","usage":{"cache_read_input_tokens":3}}'),
})

test('calls that are not Claude Code’s are counted, with their tokens', async () => {
  const gateway = await fakeGateway({ moves: [answer(7), answer(5), answer(5)] })
  const call = (headers: Record<string, string>) =>
    gateway.call({ headers, body: () => Promise.resolve(Buffer.from('{"max_tokens":9}')) })
  await call({ 'user-agent': 'claude-cli/2.1.332 (external, sdk-cli)' })
  expect(gateway.quota().ofCommands).toBeUndefined()
  await call({ 'user-agent': 'curl/8.0' })
  await call({})
  expect(gateway.quota().ofCommands).toEqual({ calls: 2, inputTokens: 26, outputTokens: 10 })
})
