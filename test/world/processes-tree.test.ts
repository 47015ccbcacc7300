import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'

import {
  listProcesses,
  parseMarked,
  parsePs,
  parseStat,
  processFact,
  treeOf,
  type ProcessFact,
} from '../../src/world/process-tree.ts'
import { only } from '../support/needs.ts'

const { test: linux } = only('on Linux', process.platform === 'linux')
const fact = (pid: number, parent: number, more: Partial<ProcessFact> = {}): ProcessFact => ({
  ...{ pid, parent, group: pid, started: 'then', zombie: false },
  ...more,
})

describe('the list of processes', () => {
  test('a stat line is read from behind, whatever the program calls itself', () => {
    const tail = '4194304 102 0 0 0 0 0 0 0 20 0 1 0 166449 3133440 356'
    expect(parseStat(`7134 (a) b (c) R 7124 7120 3309 0 -1 ${tail}`)).toEqual({
      pid: 7134,
      parent: 7124,
      group: 7120,
      started: '166449',
      zombie: false,
    })
    expect(parseStat(`5 (gone) Z 1 5 5 0 -1 ${tail}`)?.zombie).toBe(true)
    expect(parseStat('')).toBeUndefined()
  })

  test('ps lines are read', () => {
    const text = '    1     0     0 S<Ll Sun Nov 22 15:33:05 2026\n  220    1   219 Z    Sun Nov 22 15:33:06 2026    \n'
    expect(parsePs(text)).toEqual([
      { pid: 1, parent: 0, group: 0, started: 'Sun Nov 22 15:33:05 2026', zombie: false },
      { pid: 220, parent: 1, group: 219, started: 'Sun Nov 22 15:33:06 2026', zombie: true },
    ])
  })

  test('marked lines of ps are found by the whole word', () => {
    const text =
      '  11 sleep 300 PATH=/bin RUN=abc\n  12 sleep RUN=abcd\n  13 sleep XRUN=abc\n14 sh RUN=abc TERM=xterm\n'
    expect(parseMarked(text, 'RUN=abc')).toEqual([11, 14])
  })

  linux('holds this process, as the kernel tells it', () => {
    const started = readFileSync('/proc/self/stat', 'latin1').split(') ')[1]?.split(' ')[19]
    expect(listProcesses()).toContainEqual(processFact(process.pid))
    expect(processFact(process.pid)).toMatchObject({ pid: process.pid, parent: process.ppid, started })
    expect(processFact(2 ** 22 + 1)).toBeUndefined()
  })
})

describe('a tree', () => {
  const all = [
    fact(1, 0),
    fact(10, 1),
    fact(11, 10),
    fact(12, 11),
    fact(13, 1, { group: 10 }),
    fact(14, 13),
    fact(20, 1),
    fact(21, 20),
  ]
  const pids = (facts: readonly ProcessFact[]) => facts.map(({ pid }) => pid).sort((a, b) => a - b)

  test.each<{ name: string; root?: ProcessFact; marked?: number[]; tree: number[] }>([
    { name: 'descendants and members of the group, with theirs', root: fact(10, 1), tree: [10, 11, 12, 13, 14] },
    { name: 'marked processes that left it too', root: fact(10, 1), marked: [20], tree: [10, 11, 12, 13, 14, 20, 21] },
    { name: 'marked processes alone, when there is no root', marked: [20], tree: [20, 21] },
    { name: 'nothing of a later process with the same id', root: fact(10, 1, { started: 'earlier' }), tree: [] },
    { name: 'nothing when the root and its group are gone', root: fact(99, 1), tree: [] },
  ])('is $name', ({ root, marked, tree }) => {
    expect(pids(treeOf(all, root, new Set(marked)))).toEqual(tree)
  })

  test('is found even when the parent links run in a circle', () => {
    expect(pids(treeOf([fact(10, 11), fact(11, 10)], fact(10, 11), new Set()))).toEqual([10, 11])
  })
})
