import { expect, test } from '@jest/globals'

import { cappedBody } from '../../../src/gateway/output-cap.ts'

const capped = (body: string, most = 4096) => Buffer.from(cappedBody(Buffer.from(body), most)).toString()

test.each([
  ['what the run asks for', '{"max_tokens": 4096, "x": 1}', 4096],
  ['what Claude Code’s side calls ask for', '{"max_tokens":8192}', 4096],
  ['the ceiling', '{"max_tokens":32000}', 4096],
  ['a limit of the run that is higher', '{"max_tokens":64000}', 64_000],
  ['a body without a limit', '{"messages":[]}', 4096],
  ['a body that is no JSON', 'max_tokens 64000', 4096],
  ['an empty body', '', 4096],
])('%s passes unchanged', (_, body, most) => {
  expect(capped(body, most)).toBe(body)
})

test.each([
  ['more than the ceiling', '{"max_tokens":64000,"x":1}', 4096, { max_tokens: 32_000, x: 1 }],
  ['more than the run’s own limit', '{"max_tokens":100000}', 64_000, { max_tokens: 64_000 }],
  ['the last of two limits', '{"max_tokens":1,"max_tokens":64000}', 4096, { max_tokens: 32_000 }],
  [
    'a thinking budget, too',
    '{"max_tokens":64000,"thinking":{"type":"enabled","budget_tokens":60000}}',
    4096,
    { max_tokens: 32_000, thinking: { type: 'enabled', budget_tokens: 31_999 } },
  ],
  [
    'not a thinking budget below it',
    '{"max_tokens":64000,"thinking":{"type":"enabled","budget_tokens":1024}}',
    4096,
    { max_tokens: 32_000, thinking: { type: 'enabled', budget_tokens: 1024 } },
  ],
])('%s is brought down', (...[, body, most, expected]) => {
  expect(JSON.parse(capped(body, most))).toEqual(expected)
})
