import { dirname, join, relative, sep } from 'node:path'

import type { WorkingFiles } from '../ports/checkout.ts'
import type { World } from '../ports/world.ts'
import { NO_PROGRAMS, NO_SETTINGS } from './private-git.ts'
import { repositoryAt, shownPath, type Repository } from './repository.ts'

/**
 * The file at `path` (absolute, links resolved, as `workspace` is, which it is in) as the commit `sha` has it: its bytes, or why they
 * are not known, as the end of a sentence that starts with the path. Git is found in `searchPath` (`PATH`). Of repositories within
 * each other the outermost one counts, since a stranger's pull request can bring submodules of its own. Git reads nothing but
 * objects, whose names are their hashes.
 */
export async function committedFile(
  path: string,
  { workspace, sha, searchPath }: { readonly workspace: string; readonly sha: string; readonly searchPath: string },
  { git, workingFiles }: Pick<World, 'git' | 'workingFiles'>,
): Promise<{ readonly bytes: Uint8Array } | { readonly unknown: string }> {
  const repository = outermostRepository(path, workspace, workingFiles)
  if (repository === undefined) return { unknown: 'is in no checkout of git' }
  if (!/^[0-9a-f]{40}([0-9a-f]{24})?$/.test(sha)) return { unknown: 'cannot be compared: GITHUB_SHA is no commit' }
  const executable = await git.locate(searchPath)
  if (executable === undefined) return { unknown: 'cannot be compared: git is not on the PATH' }
  const { root, commonDirectory } = repository
  const ask = (...args: readonly string[]) =>
    git.run({
      executable,
      args: [...NO_PROGRAMS, '-c', 'safe.directory=*', `--git-dir=${commonDirectory}`, 'cat-file', ...args],
      cwd: dirname(commonDirectory),
      env: { ...NO_SETTINGS, GIT_NO_REPLACE_OBJECTS: '1' },
      timeoutMs: 60_000,
    })
  const found = await ask('blob', `${sha}:${shownPath(root, path)}`)
  if (found.code === 0) return { bytes: Buffer.from(found.stdout, 'latin1') }
  const isThere = (await ask('-e', `${sha}^{commit}`)).code === 0
  return { unknown: isThere ? `is no file at ${sha}` : `cannot be compared: the checkout does not have ${sha}` }
}

/** The first repository on the way from the workspace to the file. */
function outermostRepository(path: string, workspace: string, files: WorkingFiles): Repository | undefined {
  const names = relative(workspace, dirname(path)).split(sep).filter(Boolean)
  for (let depth = 0; depth <= names.length; depth++) {
    const repository = repositoryAt(join(workspace, ...names.slice(0, depth)), files)
    if (repository !== undefined) return repository
  }
  return undefined
}
