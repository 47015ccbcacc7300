import { join } from 'node:path'

import type { WorkingFiles } from '../ports/checkout.ts'

/** What Claude Code reads of a folder by itself (https://code.claude.com/docs/en/settings, /memory, /skills; measured with 2.1.332). */
const NAMES = [
  ...['CLAUDE.md', 'CLAUDE.local.md', '.mcp.json', '.claude/settings.json', '.claude/settings.local.json'],
  ...['.claude/CLAUDE.md', '.claude/rules', '.claude/skills', '.claude/agents', '.claude/commands'],
  ...['.claude/output-styles', '.claude/hooks', '.claude/workflows'],
]

/** Folders that are looked into, and names that are listed, at most. */
const MOST_FOLDERS = 500
const MOST_NAMES = 20

/**
 * What a workspace holds that would configure or instruct Claude Code, as paths for the log, the folders nearest to the top first.
 * Names are whatever a stranger chose: only their printable characters are kept.
 */
export function findAgentConfiguration(workspace: string, files: WorkingFiles): readonly string[] {
  const found: string[] = []
  const folders = ['']
  for (let at = 0; at < folders.length && at < MOST_FOLDERS; at++) {
    const folder = folders[at] ?? ''
    const path = join(workspace, folder)
    const names = [...NAMES, ...files.entries(path).filter((name) => !SKIPPED.has(name))]
    const byteNames = names.map((name) => Buffer.from(name).toString('latin1'))
    for (const [index, stamp] of files.stamps(path, byteNames).entries()) {
      const name = names[index] ?? ''
      const kind = stamp?.kind
      if (kind === undefined) continue
      const entry = folder === '' ? name : `${folder}/${name}`
      if (index < NAMES.length) found.push(kind === 'directory' ? `${entry}/` : entry)
      else if (kind === 'directory') folders.push(entry)
    }
  }
  const shown = found.slice(0, MOST_NAMES).map((path) => path.replaceAll(/[^\x20-\x7e]/g, '?'))
  return found.length > MOST_NAMES ? [...shown, `${found.length - MOST_NAMES} more`] : shown
}

const SKIPPED = new Set(['.git', '.claude', 'node_modules'])
