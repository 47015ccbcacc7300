// A checkout in a temporary folder, and what the tracker reports of what an agent does to it.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from '@jest/globals'

import { trackChanges, type Changes, type TrackerWorld, type SecretFinder } from '../../src/checkout/changes.ts'
import { createFiles } from '../../src/world/files.ts'
import { createGit } from '../../src/world/git.ts'
import { createWorkingFiles } from '../../src/world/working-files.ts'
import { gitIn } from './git.ts'

/** A folder of each test's own, and the workspace in it. */
export let folder: string
export let workspace: string

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'changes-')))
  workspace = join(folder, 'workspace')
  mkdirSync(workspace)
})
afterEach(() => rmSync(folder, { recursive: true }))

export const git = (...args: string[]) => gitIn(workspace, ...args)
export const write = (name: string, text: string | Buffer) => {
  mkdirSync(join(workspace, name, '..'), { recursive: true })
  writeFileSync(join(workspace, name), text)
}
export const remove = (name: string) => rmSync(join(workspace, name), { recursive: true })

export const real: TrackerWorld = { git: createGit(), workingFiles: createWorkingFiles(), files: createFiles() }
export const NO_SECRETS: SecretFinder = { holdsKnownSecret: () => false, looksSecret: () => false }

interface Tracking {
  readonly workingDirectory?: string
  readonly world?: Partial<TrackerWorld>
  readonly searchPath?: string
  readonly secrets?: SecretFinder
}

/** What is reported of what `agent` does. */
export async function changesOf(
  agent: () => void,
  { workingDirectory = workspace, world, searchPath = process.env.PATH ?? '', secrets = NO_SECRETS }: Tracking = {},
): Promise<Changes> {
  const executable = await real.git.locate(searchPath)
  const place = { workspace, workingDirectory, directory: join(folder, 'own'), executable }
  const tracker = await trackChanges(place, { ...real, ...world })
  agent()
  return tracker.changes(60_000, secrets)
}

export const changedBy = async (agent: () => void, tracking?: Tracking) =>
  (await changesOf(agent, tracking)).changedFiles

export function repository(at = workspace): void {
  mkdirSync(at, { recursive: true })
  gitIn(at, 'init', '--quiet', '--initial-branch=main')
  commit(at)
}

export function commit(at = workspace): void {
  writeFileSync(join(at, '.gitignore'), 'ignored/\n')
  for (const name of ['edited.txt', 'deleted.txt', 'renamed.txt', 'same.txt', 'dirty.txt'])
    writeFileSync(join(at, name), `${name}\n`)
  mkdirSync(join(at, 'folder', 'inner'), { recursive: true })
  writeFileSync(join(at, 'folder', 'inner', 'deep.txt'), 'deep\n')
  gitIn(at, 'add', '--all')
  gitIn(at, 'commit', '--quiet', '--message=first')
}
