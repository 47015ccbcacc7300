import { expect, test } from '@jest/globals'

import { BEDROCK_REGIONS, nearbyRegions, servesBedrock } from '../../../src/bedrock/models.ts'

test.each([
  ['us-east-1', true],
  ['us-gov-west-1', true],
  ['ap-east-1', false],
  ['cn-north-1', false],
  ['us-east', false],
  ['', false],
])('%s serves Bedrock: %s', (region, serves) => {
  expect(servesBedrock(region)).toBe(serves)
})

test('each region is listed once, in the form AWS writes', () => {
  expect(new Set(BEDROCK_REGIONS).size).toBe(BEDROCK_REGIONS.length)
  for (const region of BEDROCK_REGIONS) expect(region).toMatch(/^[a-z]+(-[a-z]+)+-\d$/)
})

test.each([
  ['eu-west-9', ['eu-west-1', 'eu-west-2', 'eu-west-3']],
  ['us-esat-1', ['us-east-1', 'us-east-2', 'us-west-1']],
  ['ap-east-1', ['ap-east-2', 'ap-northeast-1', 'ap-northeast-2']],
  ['us-gov-south-1', ['us-gov-east-1', 'us-gov-west-1', 'us-east-1']],
  ['mx-north-1', ['mx-central-1']],
  ['us-east-1', ['us-east-2', 'us-west-1', 'us-west-2']],
  ['cn-north-1', ['us-east-1', 'eu-central-1', 'ap-northeast-1']],
  ['', ['us-east-1', 'eu-central-1', 'ap-northeast-1']],
])('near %s are %j', (region, near) => {
  expect(nearbyRegions(region)).toEqual(near)
})
