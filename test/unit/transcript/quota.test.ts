import { expect, test } from '@jest/globals'

import { describeCommandCalls, describeQuota } from '../../../src/transcript/outcome-text.ts'

const firstCall = { reserved: 25_596, inputTokens: 1_500, cacheWriteTokens: 20_000, cacheReadTokens: 0 }
const facts = { throttledCalls: 0, throttledMs: 0, calls: 8, meanReservation: 8_096, firstCall }

test('what a call reserves, and how many runs of this size a quota starts', () => {
  expect(describeQuota(facts)).toEqual([
    "Of the first call's 21,500 input tokens, 0 came from the cache.",
    'The first call reserved 25,596 tokens of the quota, a call 8,096 on average: a quota of 1,000,000 tokens a minute starts 39 runs of this size a minute.',
  ])
})

test('a run whose prefix another run has written', () => {
  const shared = { reserved: 5_596, inputTokens: 1_500, cacheWriteTokens: 0, cacheReadTokens: 20_000 }
  const [cached, reserved] = describeQuota({ ...facts, firstCall: shared })
  expect(cached).toContain('20,000 came from the cache')
  expect(reserved).toContain('starts 178 runs')
})

test('how long calls waited, also where none got through', () => {
  const waited = { throttledCalls: 12, throttledMs: 200_000 }
  expect(describeQuota({ ...facts, ...waited }).at(-1)).toBe(
    '12 calls refused for the quota; calls waited for it 3 min 20 s in all.',
  )
  const none = { ...waited, calls: 0, meanReservation: undefined, firstCall: undefined }
  expect(describeQuota(none)).toHaveLength(1)
})

test('calls that were refused and not held', () => {
  const refused = { ...facts, throttledCalls: 1, throttledMs: 0 }
  expect(describeQuota(refused).at(-1)).toBe('1 call refused for the quota.')
})

test('nothing where the calls went past the gateway, or there were none', () => {
  expect(describeQuota(undefined)).toEqual([])
  const none = { throttledCalls: 0, throttledMs: 0, calls: 0, meanReservation: undefined, firstCall: undefined }
  expect(describeQuota(none)).toEqual([])
})

test('calls of commands are listed with their tokens, and not where there were none', () => {
  expect(describeCommandCalls(facts)).toEqual([])
  const ofCommands = { calls: 2, inputTokens: 1_234, outputTokens: 5 }
  expect(describeCommandCalls({ ...facts, ofCommands })).toEqual([
    expect.stringMatching(/2 calls, 1,234 input and 5 output tokens/),
  ])
})
