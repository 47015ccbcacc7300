import { gzipSync, inflateRawSync } from 'node:zlib'

import { describe, expect, test } from '@jest/globals'

import { gzipHeaderLength } from '../../src/world/gzip-header.ts'

const TEXT = 'Some text, some text, some text.'
const deflated = gzipSync(TEXT).subarray(10)
const header = (flags: number) => [0x1f, 0x8b, 8, flags, 0, 0, 0, 0, 2, 255]
const [extra, name, comment, checksum] = [
  [3, 0, 1, 2, 3],
  [65, 66, 0],
  [67, 0],
  [9, 9],
]

describe('where the deflate stream begins', () => {
  test.each<[string, number[]]>([
    ['no field', header(0)],
    ['text', header(1)],
    ['a name', [...header(8), ...name]],
    ['a comment', [...header(16), ...comment]],
    ['an empty name and a comment', [...header(8 + 16), 0, ...comment]],
    ['a checksum', [...header(2), ...checksum]],
    ['an extra field', [...header(4), ...extra]],
    ['a long extra field', [...header(4), 1, 1, ...Array<number>(257).fill(7)]],
    ['all of them', [...header(1 + 2 + 4 + 8 + 16), ...extra, ...name, ...comment, ...checksum]],
  ])('%s', (_, start) => {
    const bytes = Buffer.concat([Buffer.from(start), deflated])
    const length = gzipHeaderLength(bytes)
    expect(length).toBe(start.length)
    expect(inflateRawSync(bytes.subarray(length)).toString()).toBe(TEXT)
  })
})

describe('no header', () => {
  test.each<[string, number[]]>([
    ['nothing', []],
    ['something else', Array<number>(40).fill(65)],
    ['another method', [0x1f, 0x8b, 7, 0, 0, 0, 0, 0, 2, 255, 1, 1]],
    ['half of it', header(0).slice(0, 7)],
    ['nothing behind it', header(0)],
    ['a name without an end', [...header(8), 65, 66]],
    ['an extra field that is cut', [...header(4), 9, 0, 1]],
  ])('%s', (_, bytes) => {
    expect(gzipHeaderLength(Buffer.from(bytes))).toBeUndefined()
  })
})
