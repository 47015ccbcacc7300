import { describe, expect, test } from '@jest/globals'

import { requireFipsEndpoints, usesFips } from '../../src/endpoints.ts'

const FIPS = { AWS_USE_FIPS_ENDPOINT: 'true' }

test.each([
  ['true', true],
  ['True', true],
  [' true ', true],
  ['false', false],
  ['', false],
  [undefined, false],
])('AWS_USE_FIPS_ENDPOINT %j', (value, uses) => {
  expect(usesFips({ AWS_USE_FIPS_ENDPOINT: value })).toBe(uses)
})

describe('FIPS endpoints are refused where there are none', () => {
  const require = (bedrockRegions: readonly string[], stsRegion: string | undefined, env = {}) =>
    requireFipsEndpoints({ bedrockRegions, stsRegion }, { ...FIPS, ...env })

  test.each<[string, () => void]>([
    ['of Bedrock', () => require(['eu-west-1'], undefined)],
    ['of Bedrock for the small model', () => require(['us-east-1', 'eu-west-1'], 'us-east-1')],
    ['of STS', () => require(['ca-central-1'], 'ca-central-1')],
    [
      'of STS, with an address for Bedrock',
      () => require(['eu-west-1'], 'eu-west-1', { ANTHROPIC_BEDROCK_BASE_URL: 'https://x' }),
    ],
    [
      'of Bedrock, with an address for STS',
      () => require(['eu-west-1'], 'eu-west-1', { AWS_ENDPOINT_URL_STS: 'https://x' }),
    ],
  ])('%s', (_, check) => {
    expect(check).toThrow(
      expect.objectContaining({
        code: 'region-unsupported',
        message: expect.stringContaining('AWS_USE_FIPS_ENDPOINT'),
      }),
    )
  })

  test.each<[string, () => void]>([
    ['where AWS has both', () => require(['us-east-1', 'us-west-2'], 'us-east-1')],
    ['in GovCloud', () => require(['us-gov-west-1'], 'us-gov-west-1')],
    ['for an API key, which STS does not see', () => require(['ca-central-1'], undefined)],
    [
      'with addresses of the user’s own',
      () =>
        require(['eu-west-1'], 'eu-west-1', {
          AWS_ENDPOINT_URL_BEDROCK_RUNTIME: 'https://x',
          AWS_ENDPOINT_URL_STS: 'https://x',
        }),
    ],
    ['without the variable', () => requireFipsEndpoints({ bedrockRegions: ['eu-west-1'], stsRegion: 'eu-west-1' }, {})],
  ])('not %s', (_, check) => {
    expect(check).not.toThrow()
  })
})
