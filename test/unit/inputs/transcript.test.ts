import { expect, test } from '@jest/globals'

import type { RawInputs } from '../../../src/inputs/read-inputs.ts'
import { failureOf, parse } from './given.ts'

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
    redact: ['ACME-[A-Z0-9]{8}', '(?i:token)=\\S+'],
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
