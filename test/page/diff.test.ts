import { describe, expect, test } from '@jest/globals'

import { changeCounts, diffLines, hunksOf } from '../../viewer/edits.ts'
import type { CallRow } from '../../viewer/rows.ts'

const inShort = (before: string, after: string) => diffLines(before, after).map(({ sign, text }) => sign + text)

describe('lines', () => {
  test.each([
    ['nothing', '', '', []],
    ['the same', 'a\nb\n', 'a\nb\n', [' a', ' b']],
    ['a new text', '', 'a\nb\n', ['+a', '+b']],
    ['a text that is gone', 'a\nb', '', ['-a', '-b']],
    ['a line between', 'a\nc', 'a\nb\nc', [' a', '+b', ' c']],
    ['a line replaced', 'a\nb\nc', 'a\nx\nc', [' a', '-b', '+x', ' c']],
    ['lines that moved', 'a\nb\nc', 'b\nc\na', ['-a', ' b', ' c', '+a']],
    ['one of two equal lines', 'a\na\nb', 'a\nb', [' a', '-a', ' b']],
    ['an empty line', 'a\n\nb', 'a\nb', [' a', '-', ' b']],
  ])('%s', (_what, ...[before, after, expected]) => expect(inShort(before, after)).toEqual(expected))

  test('a large difference is all taken away and added, at once', () => {
    const many = (prefix: string) => Array.from({ length: 3000 }, (_, at) => `${prefix}${at}`).join('\n')
    const lines = diffLines(`same\n${many('a')}`, `same\n${many('b')}`)
    expect(lines).toHaveLength(6001)
    expect(lines.findLastIndex(({ sign }) => sign === '-')).toBe(3000)
  })
})

describe('hunks', () => {
  const call = (name: string, input: unknown, detail?: unknown): CallRow => ({
    kind: 'call',
    id: 'event-1',
    event: 1,
    at: 0,
    parent: undefined,
    children: [],
    name,
    input,
    result: { event: 2, at: 0, text: '', images: [], status: 'ok', detail },
  })

  test.each<[string, CallRow, { added: number; removed: number }]>([
    ['an edit', call('Edit', { old_string: 'a\nb', new_string: 'a\nc\nd' }), { added: 2, removed: 1 }],
    [
      'several edits',
      call('MultiEdit', { edits: [{ old_string: 'a', new_string: 'b' }, { old_string: 'c' }] }),
      { added: 1, removed: 2 },
    ],
    ['a file', call('Write', { content: 'a\nb\n' }), { added: 2, removed: 0 }],
    ['a cell', call('NotebookEdit', { new_source: 'a' }), { added: 1, removed: 0 }],
    ['an odd input', call('Edit', null), { added: 0, removed: 0 }],
  ])('of %s follow from its input', (_what, row, counts) => expect(changeCounts(hunksOf(row))).toEqual(counts))

  test('are those of the patch where the result has one', () => {
    const patch = [
      { oldStart: 7, oldLines: 2, newStart: 8, newLines: 1, lines: [' a', '-b', '\\ No newline at end of file', 5] },
    ]
    expect(hunksOf(call('Write', { content: 'whole file' }, { structuredPatch: patch }))).toEqual([
      {
        oldStart: 7,
        newStart: 8,
        lines: [
          { sign: ' ', text: 'a' },
          { sign: '-', text: 'b' },
        ],
      },
    ])
  })
})
