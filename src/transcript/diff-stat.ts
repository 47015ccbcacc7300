import type { DiffStat } from './types.ts'

/**
 * Lines added and taken away by a patch of `git diff`, by path from the repository's root. Files without lines (binary ones) and those
 * whose names git quotes are left out.
 */
export function diffStatOf(patch: Uint8Array): DiffStat {
  const stat = new Map<string, { added: number; removed: number }>()
  let path: string | undefined
  let isInHunk = false
  for (const line of new TextDecoder().decode(patch).split('\n')) {
    if (line.startsWith('diff --git ')) {
      path = undefined
      isInHunk = false
    } else if (!isInHunk && (line.startsWith('--- a/') || line.startsWith('+++ b/')))
      path = line.slice(6).replace(/\t$/, '')
    else if (line.startsWith('@@')) isInHunk = true
    if (!isInHunk || path === undefined || !/^[+-]/.test(line)) continue
    const counts = stat.get(path) ?? { added: 0, removed: 0 }
    if (line.startsWith('+')) counts.added++
    else counts.removed++
    stat.set(path, counts)
  }
  return Object.fromEntries(stat)
}
