import { expect, test } from '@jest/globals'

import { failureOf, parse } from './given.ts'

test.each([
  ['', 'on'],
  ['true', 'on'],
  ['TRUE', 'on'],
  ['false', 'off'],
  ['only', 'only'],
])('preflight: %p is %s', async (preflight, expected) => {
  expect((await parse({ preflight })).settings.preflight).toBe(expected)
})

test.each(['yes', 'Only', '1'])('preflight: %p is refused', async (preflight) => {
  const { message } = await failureOf({ preflight })
  expect(message).toBe(`Input preflight: "${preflight}" must be true, false or only.`)
})
