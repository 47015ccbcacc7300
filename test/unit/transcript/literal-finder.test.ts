import { describe, expect, test } from '@jest/globals'

import { createLiteralFinder } from '../../../src/transcript/pattern-matcher.ts'

describe('literals are found', () => {
  test.each([
    ['none to find', [], 'text', []],
    ['at both ends', ['ab', 'yz'], 'abcxyz', ['0-2', '4-6']],
    ['that start alike', ['abc', 'abcdef'], 'abcdef abc', ['0-6', '7-10']],
    ['that overlap, as one', ['abcd', 'cdef'], 'xabcdefx', ['1-7']],
    ['that touch, as one', ['ab', 'cd'], 'abcd', ['0-4']],
    ['inside another', ['abcdef', 'cd'], '-abcdef-', ['1-7']],
    ['beyond Latin', ['漢字漢字', '🔑🔑'], '漢字漢字-🔑🔑', ['0-4', '5-9']],
    ['in a text shorter than they are', ['abcdef'], 'abc', []],
    ['though two pairs share a place in the table', ['\u0141b'], 'Ab\u4100b\u0141b', ['4-6']],
  ])('%s', (_how, literals, ...[text, expected]) => {
    const find = createLiteralFinder(literals)
    expect(find(text).map(({ start, end }) => `${start}-${end}`)).toEqual(expected)
  })

  test('wherever a plain search finds them', () => {
    const literals = ['abab', 'babaab', 'aaabbb', 'bbbbbbbbbb', 'abbaabba']
    for (let round = 0; round < 2000; round++) {
      const text = (round * 2654435761).toString(2).replaceAll('0', 'a').replaceAll('1', 'b')
      const occurring = Array.from(text, (_unit, at) =>
        literals.some((literal) => {
          for (let from = 0; from < literal.length; from++)
            if (text.startsWith(literal, at - from) && at >= from) return true
          return false
        }),
      )
      const found = occurring.map(() => false)
      for (const { start, end } of createLiteralFinder(literals)(text)) found.fill(true, start, end)
      expect(found).toEqual(occurring)
    }
  })
})
