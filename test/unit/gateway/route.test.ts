import { describe, expect, test } from '@jest/globals'

import { endpointOf, routeOf } from '../../../src/gateway/route.ts'

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
  ['an action on a profile', 'GET', '/inference-profiles/us.anthropic.claude-sonnet-4-6/invoke'],
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
  ['a whole URL', 'POST', 'http://127.0.0.1/model/x/invoke'],
  ['a place to connect to', 'CONNECT', 'bedrock-runtime.us-east-1.amazonaws.com:443'],
  ['everything', 'OPTIONS', '*'],
  ['nothing', 'GET', '/'],
])('%s is refused', (_, method, target) => {
  expect(routeOf(method, target)).toBeUndefined()
})

const SDK_VARIABLES = {
  AWS_ENDPOINT_URL_BEDROCK_RUNTIME: 'https://runtime.example.com',
  AWS_ENDPOINT_URL_BEDROCK: 'https://control.example.com:8443',
}

const FIPS = { AWS_USE_FIPS_ENDPOINT: 'true' }

describe('the endpoint of', () => {
  test.each([
    ['the runtime', 'runtime', 'eu-central-1', {}, 'https://bedrock-runtime.eu-central-1.amazonaws.com', ''],
    ['the control plane', 'control', 'eu-central-1', {}, 'https://bedrock.eu-central-1.amazonaws.com', ''],
    ['GovCloud', 'runtime', 'us-gov-west-1', {}, 'https://bedrock-runtime.us-gov-west-1.amazonaws.com', ''],
    ['China', 'runtime', 'cn-north-1', {}, 'https://bedrock-runtime.cn-north-1.amazonaws.com.cn', ''],
    ['the sovereign cloud', 'control', 'eusc-de-east-1', {}, 'https://bedrock.eusc-de-east-1.amazonaws.eu', ''],
    ['FIPS of the runtime', 'runtime', 'us-east-1', FIPS, 'https://bedrock-runtime-fips.us-east-1.amazonaws.com', ''],
    [
      'FIPS of the control plane',
      'control',
      'us-gov-west-1',
      FIPS,
      'https://bedrock-fips.us-gov-west-1.amazonaws.com',
      '',
    ],
    [
      'the user’s own address before FIPS',
      'runtime',
      'us-east-1',
      { ...FIPS, ...SDK_VARIABLES },
      'https://runtime.example.com',
      '',
    ],
    ['the runtime by the SDK’s variable', 'runtime', 'us-east-1', SDK_VARIABLES, 'https://runtime.example.com', ''],
    [
      'the control plane by the SDK’s variable',
      'control',
      'us-east-1',
      SDK_VARIABLES,
      'https://control.example.com:8443',
      '',
    ],
    [
      'either plane by the user’s own address',
      'control',
      'us-east-1',
      { ...SDK_VARIABLES, ANTHROPIC_BEDROCK_BASE_URL: 'http://10.0.0.1:8080/bedrock/' },
      'http://10.0.0.1:8080',
      '/bedrock',
    ],
    [
      'a plane whose variable is empty',
      'runtime',
      'us-east-1',
      { ANTHROPIC_BEDROCK_BASE_URL: '' },
      'https://bedrock-runtime.us-east-1.amazonaws.com',
      '',
    ],
  ] as const)('%s', (...[, plane, region, env, origin, prefix]) => {
    expect(endpointOf(plane, region, env)).toMatchObject({ origin, prefix })
  })
})

test.each(['bedrock.example.com', 'ftp://bedrock.example.com'])('%s is no URL', (address) => {
  const ask = () => endpointOf('runtime', 'us-east-1', { ANTHROPIC_BEDROCK_BASE_URL: address })
  expect(ask).toThrow(expect.objectContaining({ code: 'input-invalid', message: expect.stringContaining(address) }))
})
