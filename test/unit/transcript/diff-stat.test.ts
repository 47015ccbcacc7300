import { expect, test } from '@jest/globals'

import { diffStatOf } from '../../../src/steps/track-changes.ts'

const statOf = (...lines: string[]) => diffStatOf(new TextEncoder().encode(lines.join('\n')))

test('lines added and taken away are counted by path', () => {
  expect(
    statOf(
      ...[
        'diff --git a/a.js b/a.js',
        'index 1..2 100644',
        '--- a/a.js',
        '+++ b/a.js',
        '@@ -1,2 +1,3 @@',
        '-1',
        '+2',
        '+3',
        ' 4',
      ],
      ...['diff --git a/new b/new', 'new file mode 100644', '--- /dev/null', '+++ b/new', '@@ -0,0 +1 @@', '+x'],
      ...['diff --git a/old b/old', 'deleted file mode 100644', '--- a/old', '+++ /dev/null', '@@ -1 +0,0 @@', '-x'],
      ...['diff --git a/b.png b/b.png', 'Binary files differ', ''],
    ),
  ).toEqual({ 'a.js': { added: 2, removed: 1 }, new: { added: 1, removed: 0 }, old: { added: 0, removed: 1 } })
})

test('lines of a file that look like a header are lines', () => {
  expect(
    statOf('diff --git a/a b/a', '--- a/a', '+++ b/a', '@@ -1,2 +1,2 @@', '--- a/evil', '+++ b/evil', '-x', '+y'),
  ).toEqual({ a: { added: 2, removed: 2 } })
})
