import { describe, expect, test } from '@jest/globals'

import { endpointOf } from '../../../src/gateway/endpoint.ts'

const SDK = {
  AWS_ENDPOINT_URL_BEDROCK_RUNTIME: 'https://runtime.example.com',
  AWS_ENDPOINT_URL_BEDROCK: 'https://control.example.com:8443',
}

describe('the endpoint of', () => {
  test.each([
    ['the runtime', 'runtime', 'eu-central-1', {}, 'https://bedrock-runtime.eu-central-1.amazonaws.com', ''],
    ['the control plane', 'control', 'eu-central-1', {}, 'https://bedrock.eu-central-1.amazonaws.com', ''],
    ['GovCloud', 'runtime', 'us-gov-west-1', {}, 'https://bedrock-runtime.us-gov-west-1.amazonaws.com', ''],
    ['China', 'runtime', 'cn-north-1', {}, 'https://bedrock-runtime.cn-north-1.amazonaws.com.cn', ''],
    ['the sovereign cloud', 'control', 'eusc-de-east-1', {}, 'https://bedrock.eusc-de-east-1.amazonaws.eu', ''],
    ['the runtime by the SDK’s variable', 'runtime', 'us-east-1', SDK, 'https://runtime.example.com', ''],
    ['the control plane by the SDK’s variable', 'control', 'us-east-1', SDK, 'https://control.example.com:8443', ''],
    [
      'either plane by the user’s own address',
      'control',
      'us-east-1',
      { ...SDK, ANTHROPIC_BEDROCK_BASE_URL: 'http://10.0.0.1:8080/bedrock/' },
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
    expect(endpointOf(plane, region, env)).toEqual({ origin, prefix })
  })
})

test.each(['bedrock.example.com', 'ftp://bedrock.example.com'])('%s is no address', (address) => {
  const ask = () => endpointOf('runtime', 'us-east-1', { ANTHROPIC_BEDROCK_BASE_URL: address })
  expect(ask).toThrow(expect.objectContaining({ code: 'input-invalid', message: expect.stringContaining(address) }))
})
