import { describe, expect, test } from '@jest/globals'

import { failureOf, parse } from './given.ts'

const redactOf = async (redact: string) => (await parse({ redact })).settings.transcript.redact

test.each([
  String.raw`ACME-[A-Z0-9]{8}`,
  String.raw`\b[A-Z]+-\d+\b`,
  String.raw`(?<=id: )\d{6}`,
  String.raw`(?i:token)=[a-z]{8}`,
  String.raw`\p{Lu}{4}-🔑`,
  String.raw`a|b\(?i:`,
])('%s is taken', async (source) => {
  expect(await redactOf(source)).toEqual([source])
})

describe('an expression that could take exponential time is refused', () => {
  test.each([
    '(a+)+$',
    '(a|a)*b',
    '(a|aa)+$',
    '(.*)*x',
    '(?:a|b|ab)*c',
    '(?i:(a+)+)$',
    '(?i:(?:a|A)*)b',
    '(?=(a+)+b)a',
    '(a?){40}a{40}',
  ])('%s', async (source) => {
    const { code, message, hint } = await failureOf({ redact: `ok-\\d\n${source}` })
    expect(code).toBe('input-invalid')
    expect(message).toBe('Input redact: line 2 must not take exponential time on any text.')
    expect(hint).toContain('in one way only')
  })
})

test.each([
  ['hunter22(', 'Unterminated group'],
  ['hunter22)|(x', 'Unmatched'],
  ['(?i)hunter22', 'Invalid group'],
  ['hunter22\\_', 'Invalid escape'],
  ['(?:hunter22)?', 'must not match an empty text'],
])('%s is refused, and not shown', async (source, why) => {
  const { message } = await failureOf({ redact: source })
  expect(message).toMatch(/^Input redact: line 1 must/)
  expect(message).toContain(why)
  expect(message).not.toContain('hunter22')
})
