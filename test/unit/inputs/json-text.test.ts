import { describe, expect, test } from '@jest/globals'

import { jsonObject, parseJsonObject } from '../../../src/inputs/json-text.ts'

const problemOf = (text: string) => {
  const parsed = parseJsonObject(text)
  return parsed.ok ? undefined : parsed.refusal.must
}

test.each([
  '{}',
  ' {\r\n\t"a" : [ 1, -2.5e+3, true, false, null, "\\u00e9\\n\\"", {} ], "b": { "a": [] } }\n',
  '{"": "\u007f\u2028 ü 🎉"}',
])('%j is read as every reader of JSON reads it', (text) => {
  expect(parseJsonObject(text)).toEqual({ ok: true, value: JSON.parse(text) })
  expect(jsonObject(text)).toEqual({ ok: true, value: text })
})

describe('the place of what is wrong is named', () => {
  test.each([
    ['{"a": 1,}', 'line 1, column 9 has a comma before the closing bracket'],
    ['{\n  "a": [1, 2,]\n}', 'line 2, column 14 has a comma before the closing bracket'],
    ['{\n  // no\n  "a": 1\n}', 'line 2, column 3 has a comment, and JSON knows none'],
    ['/* no */ {}', 'line 1, column 1 has a comment'],
    ['{"a": 1 # no\n}', 'line 1, column 9 has a comment'],
    ["{'a': 1}", 'line 1, column 2 is not valid JSON'],
    ['{a: 1}', 'line 1, column 2 is not valid JSON'],
    ['{"a" 1}', 'line 1, column 6 is not valid JSON'],
    ['{"a": 01}', 'line 1, column 7 is not valid JSON'],
    ['{"a": "x\ny"}', 'line 1, column 7 is not valid JSON'],
    ['{"a": "\\x"}', 'line 1, column 7 is not valid JSON'],
    ['{"a": tru}', 'line 1, column 7 is not valid JSON'],
    ['{"a": 1', 'line 1, column 8 ends before its closing bracket'],
    ['{"a": [1, {"b": 2}', 'column 19 ends before its closing bracket'],
    ['{"a": 1} {}', 'line 1, column 10 has text behind the closing bracket'],
    ['{"a": 1]', 'line 1, column 8 is not valid JSON'],
  ])('%j', (text, problem) => {
    expect(() => JSON.parse(text) as unknown).toThrow()
    expect(problemOf(text)).toContain(problem)
  })
})

test('a key that stands twice is refused, since readers take the last one without a word', () => {
  const text = '{"permissions": {"deny": ["Bash"]},\n "permissions": {}}'
  expect(JSON.parse(text)).toEqual({ permissions: {} })
  expect(problemOf(text)).toBe('must be a JSON object: line 2, column 2 has the key "permissions" for the second time')
  expect(problemOf('{"a": {"x": 1}, "b": {"x": 1}}')).toBeUndefined()
  expect(problemOf(String.raw`{"a": 1, "\u0061": 2}`)).toContain('for the second time')
})

test.each(['[]', 'null', '"text"', '1'])('%s is JSON but no object', (text) => {
  expect(problemOf(text)).toBe('must be a JSON object')
})

test.each(['', ' \n '])('%j is empty', (text) => {
  expect(problemOf(text)).toBe('must be a JSON object, and is empty')
})

test('what cannot be read is not quoted', () => {
  for (const text of ['{"token": "hunter2', '{"token": hunter2}', 'hunter2', '{"token": "hunter2",}']) {
    expect(JSON.stringify(parseJsonObject(text))).not.toContain('hunter2')
  }
})

test('a text that is nested beyond all reason is refused', () => {
  expect(problemOf(`{"a": ${'['.repeat(200_000)}`)).toContain('is nested too deeply')
})
