import { describe, expect, test } from '@jest/globals'

import type { RawInputs } from '../../../src/inputs/form.ts'
import { failureOf, fixOf, parse } from './given.ts'

test('the defaults are those of action.yml, with a name that is unique', async () => {
  expect((await parse({})).settings.transcript).toEqual({
    upload: 'always',
    artifactName: 'claude-transcript-review-2-a1b2c3',
    retentionDays: undefined,
    redact: [],
    show: 'summary',
    jobSummary: true,
  })
})

test('everything given arrives', async () => {
  const { settings } = await parse({
    'upload-transcript': 'on-failure',
    'artifact-name': 'review of #12 (nightly)',
    'retention-days': '400',
    redact: 'ACME-[A-Z0-9]{8}\n\n  (?i:token)=\\S+ \r\n',
    'show-transcript': 'full',
    'job-summary': 'FALSE',
  })
  expect(settings.transcript).toEqual({
    upload: 'on-failure',
    artifactName: 'review of #12 (nightly)',
    retentionDays: 400,
    redact: [
      { source: 'ACME-[A-Z0-9]{8}', degree: 1 },
      { source: '(?i:token)=\\S+', degree: 1 },
    ],
    show: 'full',
    jobSummary: false,
  })
})

test.each<[RawInputs, string]>([
  [{ 'upload-transcript': 'true' }, 'upload-transcript: "true" must be one of always, on-failure, never.'],
  [{ 'show-transcript': 'on' }, 'show-transcript: "on" must be one of off, summary, full.'],
  [{ 'retention-days': '0' }, 'retention-days: "0" must be a whole number, 1 to 400.'],
  [{ 'retention-days': '401' }, 'retention-days: "401" must be a whole number, 1 to 400.'],
  [{ 'job-summary': 'no' }, 'job-summary: "no" must be true or false.'],
])('%j is refused', async (raw, text) => {
  expect((await failureOf(raw)).message).toBe(`Input ${text}`)
})

test.each(['a"b', 'a:b', 'a<b', 'a>b', 'a|b', 'a*b', 'a?b', 'a\rb', 'a\nb', 'a\\b', 'a/b'])(
  'artifact-name may not be %j',
  async (name) => {
    const failure = await failureOf({ 'artifact-name': name })
    expect(failure.message).toContain(`artifact-name: ${JSON.stringify(name)} must not have any of`)
  },
)

const redactOf = async (redact: string) => (await parse({ redact })).settings.transcript.redact

test.each([
  String.raw`ACME-[A-Z0-9]{8}`,
  String.raw`\b[A-Z]+-\d+\b`,
  String.raw`(?<=id: )\d{6}`,
  String.raw`(?i:token)=[a-z]{8}`,
  String.raw`\p{Lu}{4}-🔑`,
  String.raw`a|b\(?i:`,
])('%s is taken', async (source) => {
  expect(await redactOf(source)).toEqual([{ source, degree: 1 }])
})

test.each([
  [String.raw`\w+@corp\.example`, 2],
  [String.raw`x\w*\d*y`, 3],
])('%s is taken as one that is slow on some text', async (source, degree) => {
  expect(await redactOf(source)).toEqual([{ source, degree }])
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
    const failure = await failureOf({ redact: `ok-\\d\n${source}` })
    expect(failure.code).toBe('input-invalid')
    expect(failure.message).toBe('Input redact: line 2 must not take exponential time on any text.')
    expect(fixOf(failure)).toContain('in one way only')
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
