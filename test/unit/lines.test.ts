import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from '@jest/globals'

import { linesOf } from '../../src/text.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

async function linesIn(...chunks: Uint8Array[]): Promise<string[]> {
  return cutLinesIn(undefined, ...chunks)
}

async function cutLinesIn(longest: number | undefined, ...chunks: Uint8Array[]): Promise<string[]> {
  async function* all() {
    await turn()
    yield* chunks
  }
  const lines: string[] = []
  for await (const line of linesOf(all(), longest)) lines.push(line)
  return lines
}

test.each<[string, Uint8Array[], string[]]>([
  ['several in a chunk, blank ones left out', [bytes('a\n\n \r\nb\r\nc')], ['a', 'b', 'c']],
  ['one in several chunks', [bytes('a'), bytes('b'), bytes('c\nd\n')], ['abc', 'd']],
  ['a character in several chunks', [...bytes('é😀\n')].map((byte) => Uint8Array.of(byte)), ['é😀']],
  [
    'bytes that are no UTF-8',
    [Uint8Array.of(0x61, 0xff, 0x62, 0x0a, 0xc3), bytes('\nok')],
    ['a\ufffdb', '\ufffd', 'ok'],
  ],
  ['none', [], []],
])('%s', async (_name, chunks, lines) => {
  expect(await linesIn(...chunks)).toEqual(lines)
})

test('of ten megabytes', async () => {
  const chunks = Array.from({ length: 160 }, () => new Uint8Array(65_536).fill(0x78))
  const [line, ...rest] = await linesIn(...chunks, bytes('\nend'))
  expect([line?.length, rest]).toEqual([160 * 65_536, ['end']])
})

test.each<[string, string[], string[]]>([
  ['behind a space', ['one two th', 'ree four ', 'five\nsix'], ['one two', 'three four', 'five', 'six']],
  ['where there is no space', ['abcdefghij', 'klmnop', 'qr\nst'], ['abcdefghij', 'klmnopqr', 'st']],
  ['not for the length of lines before', ['ab\ncd\nef\ngh\n', 'ij\n'], ['ab', 'cd', 'ef', 'gh', 'ij']],
  ['not when it is long enough', ['12345678', '\n12345678\n'], ['12345678', '12345678']],
])('a line too long goes on as one of its own, cut %s', async (_where, chunks, lines) => {
  expect(await cutLinesIn(8, ...chunks.map(bytes))).toEqual(lines)
})
