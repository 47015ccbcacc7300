import { describe, expect, test } from '@jest/globals'

import { listOf, oneOf, positiveNumber, splitList, wholeNumber, yesOrNo } from '../../../src/inputs/scalars.ts'

describe('yesOrNo follows the core schema of YAML', () => {
  test.each(['true', 'True', 'TRUE'])('%s is true', (text) => {
    expect(yesOrNo(text)).toEqual({ ok: true, value: true })
  })
  test.each(['false', 'False', 'FALSE'])('%s is false', (text) => {
    expect(yesOrNo(text)).toEqual({ ok: true, value: false })
  })
  test.each(['yes', 'on', '1', 'tRUE', ''])('%p is neither', (text) => {
    expect(yesOrNo(text)).toEqual({ ok: false, refusal: { must: 'must be true or false' } })
  })
})

describe('wholeNumber', () => {
  test.each([
    ['1', 1],
    ['400', 400],
    ['007', 7],
  ])('%s of 1 to 400 is %d', (text, value) => {
    expect(wholeNumber({ min: 1, max: 400 })(text)).toEqual({ ok: true, value })
  })
  test.each(['0', '401', '-1', '1.5', '1e2', '0x10', 'ten', '1 0', ''])('%p is not 1 to 400', (text) => {
    const refusal = { must: 'must be a whole number, 1 to 400' }
    expect(wholeNumber({ min: 1, max: 400 })(text)).toEqual({ ok: false, refusal })
  })
  test('has no upper end unless given', () => {
    expect(wholeNumber({ min: 1 })('5000000')).toEqual({ ok: true, value: 5_000_000 })
    expect(wholeNumber({ min: 1 })('0')).toEqual({ ok: false, refusal: { must: 'must be a whole number, 1 or more' } })
  })
})

describe('positiveNumber', () => {
  test.each([
    ['0.5', 0.5],
    ['.25', 0.25],
    ['2.', 2],
    ['30', 30],
  ])('%s is %d', (text, value) => {
    expect(positiveNumber({ max: 30 })(text)).toEqual({ ok: true, value })
  })
  test.each(['0', '0.0', '-1', '30.1', '1,5', '.', '1e1', 'Infinity'])('%p is not above 0 and at most 30', (text) => {
    const refusal = { must: 'must be a number above 0 and at most 30' }
    expect(positiveNumber({ max: 30 })(text)).toEqual({ ok: false, refusal })
  })
})

test('oneOf names the options, and is strict about capitals', () => {
  const check = oneOf(['plan', 'dontAsk'])
  expect(check('dontAsk')).toEqual({ ok: true, value: 'dontAsk' })
  expect(check('dontask')).toEqual({ ok: false, refusal: { must: 'must be one of plan, dontAsk' } })
})

test.each([
  ['', []],
  ['a', ['a']],
  ['a, b,c', ['a', 'b', 'c']],
  ['a\n  b\r\n\nc\n', ['a', 'b', 'c']],
  [',a,,b\n,', ['a', 'b']],
])('splitList(%j)', (text, items) => {
  expect(splitList(text)).toEqual(items)
})

test('listOf names the item that was refused, not the whole list', () => {
  expect(listOf(wholeNumber({ min: 1 }))('1, two, 3')).toEqual({
    ok: false,
    refusal: { part: 'two', must: 'must be a whole number, 1 or more' },
  })
})
