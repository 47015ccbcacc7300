// What of a checkout is said to be not loaded, by the file system of this machine.
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from '@jest/globals'

import { findAgentConfiguration } from '../../src/checkout/repository.ts'
import { createWorkingFiles } from '../../src/world/working-files.ts'

function workspaceWith(...names: readonly string[]): string {
  const workspace = mkdtempSync(join(tmpdir(), 'configuration-'))
  for (const name of names) {
    mkdirSync(dirname(join(workspace, name)), { recursive: true })
    writeFileSync(join(workspace, name), 'x')
  }
  return workspace
}
const find = (workspace: string) => findAgentConfiguration(workspace, createWorkingFiles())

test('files and folders that Claude Code would read, in the workspace and below', () => {
  const workspace = workspaceWith(
    ...['CLAUDE.md', '.mcp.json', '.claude/settings.json', '.claude/skills/a/SKILL.md', 'src/deep/er/CLAUDE.md'],
    ...['app/.claude/agents/b.md', 'README.md', '.git/CLAUDE.md', 'node_modules/x/CLAUDE.md', '.claude/other.md'],
  )
  expect(find(workspace)).toEqual([
    ...['CLAUDE.md', '.mcp.json', '.claude/settings.json', '.claude/skills/'],
    ...['app/.claude/agents/', 'src/deep/er/CLAUDE.md'],
  ])
})

test('links are listed, and not followed', () => {
  const workspace = workspaceWith('real/CLAUDE.md')
  symlinkSync('real', join(workspace, 'link'))
  symlinkSync('real/CLAUDE.md', join(workspace, 'CLAUDE.md'))
  expect(find(workspace)).toEqual(['CLAUDE.md', 'real/CLAUDE.md'])
})

test('nothing where there is nothing', () => {
  expect(find(workspaceWith('README.md'))).toEqual([])
  expect(find('/nonexistent')).toEqual([])
})

test('names of a stranger stay in one line, and are not many', () => {
  expect(find(workspaceWith('a\n::error::b\u202e/CLAUDE.md'))).toEqual([
    expect.stringMatching(/^a\?::error::b\?+\/CLAUDE\.md$/),
  ])
  const many = find(workspaceWith(...Array.from({ length: 30 }, (_, at) => `f${at}/CLAUDE.md`)))
  expect([many.length, many.at(-1)]).toEqual([21, '10 more'])
})
