import { expect, test } from '@jest/globals'

import { mainModel } from '../../../src/gateway/main-model.ts'

const SONNET = 'us.anthropic.claude-sonnet-4-6'
const HAIKU = 'us.anthropic.claude-haiku-4-5-20251001-v1:0'
const ARN = 'arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/abcdef123456'

test.each([
  ['the model of the input', { model: SONNET, smallFastModel: HAIKU }, [HAIKU, SONNET], [false, true]],
  ['the same with its suffix', { model: `${SONNET}[1m]`, smallFastModel: undefined }, [SONNET], [true]],
  ['an ARN', { model: ARN, smallFastModel: HAIKU }, [SONNET, ARN], [false, true]],
  ['one model for both', { model: HAIKU, smallFastModel: HAIKU }, [HAIKU], [true]],
  [
    'the first one called',
    { model: undefined, smallFastModel: undefined },
    [SONNET, HAIKU, SONNET],
    [true, false, true],
  ],
  [
    'the first but the small one',
    { model: undefined, smallFastModel: HAIKU },
    [HAIKU, SONNET, HAIKU],
    [false, true, false],
  ],
  ['the first, for an alias', { model: 'opus', smallFastModel: `${HAIKU}[1m]` }, [HAIKU, SONNET], [false, true]],
])('%s', (...[, settings, called, expected]) => {
  expect(called.map(mainModel(settings))).toEqual(expected)
})
