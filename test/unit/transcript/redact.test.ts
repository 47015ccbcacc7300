import { describe, expect, test } from '@jest/globals'

import { createRedactor, formsOf } from '../../../src/transcript/redact.ts'

const redactorOf = (...values: string[]) => createRedactor({ values: () => values })

describe('known values', () => {
  const hostile = 'p"ä\\ß\n\t🔑/+= <&\'!x'
  const base64At = (before: string) => Buffer.from(`${before}${hostile}zz`).toString('base64')

  test.each([
    ['as it is', hostile],
    ['in JSON', JSON.stringify(hostile)],
    ['in JSON in JSON', JSON.stringify(JSON.stringify(hostile))],
    ['in JSON in JSON in JSON', JSON.stringify(JSON.stringify(JSON.stringify(hostile)))],
    [
      'in JSON of ASCII',
      JSON.stringify(hostile).replace(/[^ -~]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`),
    ],
    ['URL-encoded', encodeURIComponent(hostile)],
    ['as a form sends it', new URLSearchParams({ hostile }).toString()],
    ['URL-encoded in lower case', encodeURIComponent(hostile).toLowerCase()],
  ])('are redacted %s', (_form, text) => {
    const { redact, redacted } = redactorOf(hostile)
    expect(redact(`before ${text} after`)).toMatch(/^before ("|\\)*(hostile=)?\[redacted:secret\]("|\\)* after$/)
    expect(redacted()).toEqual({ secret: 1 })
  })

  test.each(['', 'a', 'ab', 'abc'])('are redacted from base64 of text that begins with "%s"', (before) => {
    const { redact } = redactorOf(hostile)
    const ends = { standard: base64At(before), url: Buffer.from(base64At(before), 'base64').toString('base64url') }
    for (const text of Object.values(ends)) {
      const redacted = redact(text)
      expect(redacted).toContain('[redacted:secret]')
      expect(redacted.replace('[redacted:secret]', '').length).toBeLessThan(14)
    }
  })

  test('of several lines are redacted line by line too, as in the output of `cat -n`', () => {
    const { redact } = redactorOf('first line of it\r\n  second line of it\nxx')
    expect(redact('1\tfirst line of it\n2\t  second line of it\n3\txx')).toBe(
      '1\t[redacted:secret]\n2\t  [redacted:secret]\n3\txx',
    )
  })

  test('shorter than six characters are left alone', () => {
    expect(redactorOf('12345').redact('12345')).toBe('12345')
    expect(redactorOf('123456').redact('123456')).toBe('[redacted:secret]')
  })

  test('that overlap are redacted whole', () => {
    expect(redactorOf('abcdefgh', 'efghijkl', 'abcdef').redact('-abcdefghijkl-abcdef-')).toBe(
      '-[redacted:secret]-[redacted:secret]-',
    )
  })

  test('learned later are redacted from then on', () => {
    const values: string[] = []
    const { redact } = createRedactor({ values: () => [...values] })
    expect(redact('session-1 session-2')).toBe('session-1 session-2')
    values.push('session-1')
    expect(redact('session-1 session-2')).toBe('[redacted:secret] session-2')
    values[0] = 'session-2'
    expect(redact('session-1 session-2')).toBe('session-1 [redacted:secret]')
  })

  test('redacted once are not redacted again', () => {
    const { redact } = redactorOf('secret', 'redacted', 'password')
    const once = redact('{"a":"password is secret"}')
    expect(once).toBe('{"a":"[redacted:secret] is secret"}')
    expect(redact(once)).toBe(once)
  })
})

describe('JSON', () => {
  test('keeps every byte that is not redacted', () => {
    const line = ' { "b":1.50, "a" : "x\\u0041\\/ hunter22", "1": 12345678901234567890,"c":"\\u0041","a":null } '
    expect(redactorOf('hunter22').redact(line)).toBe(line.replace('x\\u0041\\/ hunter22', 'xA/ [redacted:secret]'))
  })

  test.each([
    ['a number', '123456', '{"id":-12345678,"n":1}', '{"id":"[redacted:secret]","n":1}'],
    [
      'a value that looks like the end of an escape',
      'nabcdef',
      '{"a":"x\\nabcdef nabcdef"}',
      '{"a":"x\\nabcdef [redacted:secret]"}',
    ],
    [
      'a value that ends in a backslash',
      'abcdef\\',
      '{"a":"abcdef\\\\","b":"abcdef\\""}',
      '{"a":"[redacted:secret]","b":"abcdef\\""}',
    ],
    ['a key', 'password1', '{"password1":{"x":"y"}}', '{"[redacted:secret]":{"x":"y"}}'],
    ['structure that looks like a value', '","b":"', '{"a":"1","b":"2"}', '{"a":"1","b":"2"}'],
    [
      'a secret access key by its name',
      'unused',
      `{"SecretAccessKey":"${'w/+9'.repeat(10)}"}`,
      '{"SecretAccessKey":"[redacted:aws-secret-access-key]"}',
    ],
  ])('stays JSON with %s', (_case, secret, ...[line, expected]) => {
    expect(redactorOf(secret).redact(line)).toBe(expected)
  })

  test('stays JSON and holds no secret, wherever secrets are planted', () => {
    const random = randomFrom(20261122)
    const alphabet = [...Array.from('abXY09 _-+/="\'\\\n\r\t{}[]:,<&%'), 'é', '漢', '🔑', '\u2028', '\u0001']
    const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)]!
    const textOf = (length: number) => Array.from({ length }, () => pick(alphabet)).join('')
    for (let round = 0; round < 400; round++) {
      const secrets = Array.from({ length: 3 }, () => `s3${textOf(6 + Math.floor(random() * 30))}!`)
      const wrap = [
        String,
        (s: string) => JSON.stringify({ s }),
        (s: string) => JSON.stringify(JSON.stringify({ s })),
        encodeURIComponent,
      ]
      const planted = () => `${textOf(9)}${pick(wrap)(pick(secrets))}${textOf(9)}`
      const value = { [planted()]: [planted(), 1, { [textOf(3)]: planted() }], text: planted(), n: random() * 1e9 }
      const line = JSON.stringify(value)
      const redacted = redactorOf(...secrets).redact(line)
      const strings: string[] = []
      JSON.parse(redacted, (key, found: unknown) => {
        strings.push(key, typeof found === 'string' ? found : '')
        return found
      })
      const all = strings.join('\0\0')
      expect(secrets.flatMap((secret) => [...formsOf(secret)]).filter((form) => all.includes(form))).toEqual([])
      expect(strings.filter((text) => text.includes('[redacted:secret]')).length).toBeGreaterThanOrEqual(4)
    }
  })
})

describe("the user's patterns", () => {
  const redactorWith = (...patterns: string[]) =>
    createRedactor({ values: () => ['hunter22'], patterns: () => patterns })

  test('are redacted from text, and counted as what they are', () => {
    const { redact, redacted } = redactorWith('ACME-[A-Z0-9]{8}', '(?i:token)=\\S+')
    expect(redact('ACME-12345678 Token=abc, hunter22')).toBe('[redacted:pattern] [redacted:pattern] [redacted:secret]')
    expect(redacted()).toEqual({ pattern: 2, secret: 1 })
  })

  test.each([
    ['values', '{"a":"x ACME-12345678"}', '{"a":"x [redacted:pattern]"}'],
    ['keys', '{"ACME-12345678":1}', '{"[redacted:pattern]":1}'],
    ['numbers', '{"id":4711123456,"n":1}', '{"id":"[redacted:pattern]","n":1}'],
    ['text behind an escape', '{"a":"\\tACME-12345678\\n"}', '{"a":"\\t[redacted:pattern]\\n"}'],
    ['escaped text', '{"a":"\\u0041CME-12345678"}', '{"a":"[redacted:pattern]"}'],
    ['text of several lines', '{"a":"<k>\\nx\\n</k>"}', '{"a":"[redacted:pattern]"}'],
  ])('see %s of JSON as what they are', (_what, line, expected) => {
    expect(redactorWith('ACME-[A-Z0-9]{8}', '4711\\d{6}', '<k>[^<]*</k>').redact(line)).toBe(expected)
  })

  test('leave alone what is redacted already, also when they match all', () => {
    const { redact } = redactorWith('\\w+')
    expect(redact('hunter22 x')).toBe('[redacted:secret] [redacted:pattern]')
    expect(redact(redact('hunter22 x'))).toBe('[redacted:secret] [redacted:pattern]')
  })

  test('strike nothing where they match nothing', () => {
    expect(redactorWith('(?=x)', '\\b').redact('x y')).toBe('x y')
  })

  test('count from when they are known', () => {
    let patterns: readonly string[] = []
    const { redact } = createRedactor({ values: () => [], patterns: () => patterns })
    expect(redact('ACME-1')).toBe('ACME-1')
    patterns = ['ACME-\\d']
    expect(redact('ACME-1')).toBe('[redacted:pattern]')
  })
})

/** The same numbers from 0 to 1 for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
