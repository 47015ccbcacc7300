import { describe, expect, test } from '@jest/globals'

import type { RedactPattern } from '../../../src/inputs/settings.ts'
import { createRedactor } from '../../../src/transcript/redact.ts'

describe("the user's patterns", () => {
  const linear = (source: string) => ({ source, degree: 1 })
  const redactorWith = (...sources: string[]) => {
    const patterns = sources.map(linear)
    return createRedactor({ values: () => ['hunter22'], patterns: () => patterns })
  }

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

  test('that are slow on some text are bounded, and find what they would have found', () => {
    const patterns = [{ source: '\\w+@corp\\.example', degree: 2 }]
    let looks = 0
    const { redact } = createRedactor({ values: () => [], patterns: () => patterns, now: () => (looks++, 0) })
    const letters = 'x'.repeat(160_000)
    const redacted = redact(`${letters} me@corp.example ${letters}`)
    // In pieces, after each of which it looks at the time: 28 s where each letter is the start of an attempt to the end of the text.
    expect(looks).toBeGreaterThan(100)
    expect(redacted).toBe(`${letters} [redacted:pattern] ${letters}`)
  })

  test('that are slow find a match wherever the pieces of a long text begin', () => {
    const patterns = [{ source: 'ab+c', degree: 3 }]
    const { redact } = createRedactor({ values: () => [], patterns: () => patterns })
    for (let before = 0; before < 600; before += 7) {
      const text = `${'-'.repeat(before)}a${'b'.repeat(60)}c${'-'.repeat(900)}abc`
      expect(redact(text)).toBe(text.replaceAll(/ab+c/g, '[redacted:pattern]'))
    }
  })

  test('that have taken too long redact long texts whole, and still see short ones', () => {
    let time = 0
    const patterns = [{ source: 'ab+c', degree: 2 }]
    const { redact } = createRedactor({ values: () => [], patterns: () => patterns, now: () => (time += 9_000) })
    expect(redact('abc and more')).toBe('[redacted:pattern] and more')
    expect(redact(`${'-'.repeat(20_000)}abc`)).toMatch(/\[redacted:slow-pattern\]$/)
    expect(redact('-'.repeat(200))).toBe('[redacted:slow-pattern]')
    expect(redact('abc and more')).toBe('[redacted:pattern] and more')
  })

  test('count from when they are known', () => {
    let patterns: readonly RedactPattern[] = []
    const { redact } = createRedactor({ values: () => [], patterns: () => patterns })
    expect(redact('ACME-1')).toBe('ACME-1')
    patterns = [linear('ACME-\\d')]
    expect(redact('ACME-1')).toBe('[redacted:pattern]')
  })
})
