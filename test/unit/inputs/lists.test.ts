import { describe, expect, test } from '@jest/globals'

import { listOf, splitList, splitToolRules } from '../../../src/inputs/lists.ts'
import { wholeNumber } from '../../../src/inputs/scalars.ts'

test.each([
  ['', []],
  ['a', ['a']],
  ['a, b,c', ['a', 'b', 'c']],
  ['a\n  b\r\n\nc\n', ['a', 'b', 'c']],
  [',a,,b\n,', ['a', 'b']],
])('splitList(%j)', (text, items) => {
  expect(splitList(text)).toEqual(items)
})

describe('splitToolRules keeps a comma inside parentheses', () => {
  test.each([
    ['Bash(git diff:*), Edit', ['Bash(git diff:*)', 'Edit']],
    ['Bash(echo a, b)\nRead(./src/**)', ['Bash(echo a, b)', 'Read(./src/**)']],
    ['Bash(f(a, b), c), Edit', ['Bash(f(a, b), c)', 'Edit']],
    ['Edit), Write', ['Edit)', 'Write']],
    ['Bash(unclosed, a\nEdit, Write', ['Bash(unclosed, a', 'Edit', 'Write']],
  ])('%j', (text, rules) => {
    expect(splitToolRules(text)).toEqual(rules)
  })
})

test('listOf names the item that was refused, not the whole list', () => {
  expect(listOf(wholeNumber({ min: 1 }))('1, two, 3')).toEqual({
    ok: false,
    refusal: { part: 'two', must: 'must be a whole number, 1 or more' },
  })
})
