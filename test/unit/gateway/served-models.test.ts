import { describe, expect, test } from '@jest/globals'

import type { Operation } from '../../../src/gateway/route.ts'
import { isMainTurn, servedModels } from '../../../src/gateway/served-models.ts'
import type { RunModels } from '../../../src/bedrock/types.ts'

const SONNET = 'us.anthropic.claude-sonnet-4-6'
const HAIKU = 'us.anthropic.claude-haiku-4-5-20251001-v1:0'
const OPUS = 'us.anthropic.claude-opus-5-5'
const ARN = 'arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/abcdef123456'
const CLI = { 'user-agent': 'claude-cli/2.1.330 (external, sdk-cli)' }
const RUN: RunModels = { main: SONNET, small: HAIKU, all: [SONNET, HAIKU] }

function callOf(name: string, more: { operation?: Operation; headers?: Record<string, string>; body?: string } = {}) {
  const { operation = 'InvokeModelWithResponseStream', headers = CLI, body = '' } = more
  return { route: { plane: 'runtime', operation, name } as const, headers, body: Buffer.from(body) }
}

describe('a gateway serves', () => {
  test.each<[string, string, RunModels, Operation, boolean]>([
    ['the model', SONNET, RUN, 'InvokeModel', true],
    ['the small model', HAIKU, RUN, 'InvokeModelWithResponseStream', true],
    ['no other', OPUS, RUN, 'InvokeModel', false],
    ['not the same model of another geography', SONNET.replace('us.', 'global.'), RUN, 'InvokeModel', false],
    ['not the foundation model', 'anthropic.claude-sonnet-4-6', RUN, 'InvokeModel', false],
    ['counts for it', 'anthropic.claude-sonnet-4-6', RUN, 'CountTokens', true],
    ['no counts for another', 'anthropic.claude-opus-5-5', RUN, 'CountTokens', false],
    ['an application profile', ARN, { main: ARN, small: undefined, all: [ARN] }, 'InvokeModel', true],
    ['no other profile', ARN.replace('abc', 'abd'), { main: ARN, small: undefined, all: [ARN] }, 'InvokeModel', false],
    [
      'counts for a model that it may hold',
      'anthropic.claude-x',
      { main: ARN, small: undefined, all: [ARN] },
      'CountTokens',
      true,
    ],
  ])('%s', (...[, name, models, operation, serves]) => {
    expect(servedModels().serves(callOf(name, { operation }), models)).toBe(serves)
  })

  test('the first model of Claude Code’s own where nobody knows it beforehand, and from then on no other', () => {
    const models = { main: undefined, small: HAIKU, all: [HAIKU] }
    const served = servedModels()
    const curl = { headers: { 'user-agent': 'curl/8' } }
    const calls = [callOf(OPUS, curl), callOf(HAIKU), callOf(SONNET), callOf(OPUS), callOf(SONNET)]
    expect(calls.map((call) => served.serves(call, models))).toEqual([false, true, true, false, true])
  })
})

describe('a turn of the main conversation is', () => {
  const TOOLS = '{"tools":[{"name":"Bash"}]}'
  test.each<[string, ReturnType<typeof callOf>, RunModels, boolean]>([
    ['a streamed call of the main model', callOf(SONNET), RUN, true],
    ['one of a fallback model', callOf(OPUS), RUN, true],
    ['one that is not streamed, with tools', callOf(SONNET, { operation: 'InvokeModel', body: TOOLS }), RUN, true],
    ['not a side call without tools', callOf(SONNET, { operation: 'InvokeModel', body: '{"tools":[]}' }), RUN, false],
    ['not a count', callOf(SONNET, { operation: 'CountTokens' }), RUN, false],
    ['not a call of the small model', callOf(HAIKU), RUN, false],
    ['unless it is the main one', callOf(HAIKU), { ...RUN, main: HAIKU }, true],
    ['not a subagent’s', callOf(SONNET, { headers: { ...CLI, 'x-claude-code-agent-id': 'a1' } }), RUN, false],
    ['not a command’s', callOf(SONNET, { headers: { 'user-agent': 'curl/8' } }), RUN, false],
    ['one of a model that nobody knew beforehand', callOf(OPUS), { main: undefined, small: HAIKU, all: [HAIKU] }, true],
  ])('%s', (...[, call, models, isMain]) => {
    expect(isMainTurn(call, models)).toBe(isMain)
  })
})
