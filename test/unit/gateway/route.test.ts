import { expect, test } from '@jest/globals'

import { routeOf } from '../../../src/gateway/route.ts'

const ARN = 'arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/abcdef123456'
const CODED = 'arn:aws:bedrock:us-east-1:111122223333:application-inference-profile%2Fabcdef123456'

test.each([
  ['POST', '/model/us.anthropic.claude-sonnet-4-6/invoke', 'InvokeModel', 'us.anthropic.claude-sonnet-4-6'],
  [
    'POST',
    '/model/anthropic.claude-haiku-4-5-20251001-v1:0/invoke-with-response-stream',
    'InvokeModelWithResponseStream',
    'anthropic.claude-haiku-4-5-20251001-v1:0',
  ],
  [
    'POST',
    '/model/anthropic.claude-haiku-4-5-20251001-v1%3A0/count-tokens',
    'CountTokens',
    'anthropic.claude-haiku-4-5-20251001-v1:0',
  ],
  ['POST', `/model/${CODED}/invoke`, 'InvokeModel', ARN],
  ['GET', '/inference-profiles', 'ListInferenceProfiles', ''],
  ['GET', '/inference-profiles?type=SYSTEM_DEFINED', 'ListInferenceProfiles', ''],
  ['GET', '/inference-profiles?nextToken=a%2Bb%2Fc%3D&type=SYSTEM_DEFINED', 'ListInferenceProfiles', ''],
  ['GET', `/inference-profiles/${encodeURIComponent(ARN)}`, 'GetInferenceProfile', ARN],
])('%s %s is %s', (...[method, target, operation, name]) => {
  const plane = method === 'GET' ? 'control' : 'runtime'
  expect(routeOf(method, target)).toEqual({ plane, operation, name })
})

test.each([
  ['another operation', 'POST', '/model/us.anthropic.claude-sonnet-4-6/converse'],
  ['an asynchronous call', 'POST', '/async-invoke'],
  ['another list', 'GET', '/foundation-models'],
  ['a guardrail', 'POST', '/guardrail/abc/version/1/apply'],
  ['another method', 'PUT', '/model/us.anthropic.claude-sonnet-4-6/invoke'],
  ['reading what is called', 'GET', '/model/us.anthropic.claude-sonnet-4-6/invoke'],
  ['calling what is read', 'POST', '/inference-profiles/us.anthropic.claude-sonnet-4-6'],
  ['deleting a profile', 'DELETE', `/inference-profiles/${CODED}`],
  ['creating a profile', 'POST', '/inference-profiles'],
  ['a deed on a profile', 'GET', '/inference-profiles/us.anthropic.claude-sonnet-4-6/invoke'],
  ['a query where there is none', 'POST', '/model/us.anthropic.claude-sonnet-4-6/invoke?x=1'],
  ['an empty query where there is none', 'POST', '/model/us.anthropic.claude-sonnet-4-6/invoke?'],
  ['an unknown parameter', 'GET', '/inference-profiles?type=SYSTEM_DEFINED&x=1'],
  ['no model', 'POST', '/model//invoke'],
  ['a way up', 'POST', '/model/../invoke'],
  ['a coded way up', 'POST', '/model/%2e%2e/invoke'],
  ['a way up in the name', 'POST', '/model/arn%2F..%2F..%2Fguardrail/invoke'],
  ['an empty part in the name', 'POST', '/model/arn%2F%2Fx/invoke'],
  ['a name that ends in a slash', 'POST', '/model/arn%2F/invoke'],
  ['a line break', 'POST', '/model/x%0D%0Ax-header%3A%201/invoke'],
  ['a null byte', 'POST', '/model/x%00/invoke'],
  ['a name that is not code', 'POST', '/model/%zz/invoke'],
  ['a name coded twice', 'POST', '/model/arn%252Fx/invoke'],
  ['more path', 'POST', '/model/x/invoke/invoke'],
  ['a double slash', 'POST', '//model/x/invoke'],
  ['a whole address', 'POST', 'http://127.0.0.1/model/x/invoke'],
  ['a place to connect to', 'CONNECT', 'bedrock-runtime.us-east-1.amazonaws.com:443'],
  ['everything', 'OPTIONS', '*'],
  ['nothing', 'GET', '/'],
])('%s is refused', (_, method, target) => {
  expect(routeOf(method, target)).toBeUndefined()
})
