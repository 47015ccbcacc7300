import { join, relative, resolve } from 'node:path'

import type { Files, Processes } from '../ports/machine.ts'

/** Tells which files differ from how they were when it was made. */
export interface ChangeTracker {
  /** Paths relative to the workspace, sorted; files that git ignores do not count. */
  changedFiles(): Promise<readonly string[]>
}

/** Where to look: the checkout, the folder in it the agent works in, and a private folder for the tracker's git directory. */
export interface TrackedPlace {
  readonly workspace: string
  readonly workingDirectory: string
  readonly privateDirectory: string
  /** `PATH` of the git processes, which see nothing else of the action's environment. */
  readonly searchPath: string
}

/**
 * Remembers the working tree of the repository around `workingDirectory`. Undefined when that is no git repository, or git
 * is missing.
 *
 * The agent may write into the checkout's `.git/config`, and git starts programs named there (filters, hooks, monitors). So
 * this compares with a git directory of its own: it borrows the checkout's objects, copies its index to save hashing, and
 * never reads its configuration. `ls-files` and `update-index` are used since `add` runs `git status` in submodules.
 */
export async function trackChanges(
  place: TrackedPlace,
  world: { processes: Processes; files: Files },
): Promise<ChangeTracker | undefined> {
  const checkout = await locate(place, world.processes)
  if (checkout === undefined) return undefined
  const directory = join(place.privateDirectory, 'changes.git')
  const git = async (args: string[], stdin = ''): Promise<string> => {
    const env = { PATH: place.searchPath, GIT_DIR: directory, GIT_WORK_TREE: checkout.root, ...NO_CONFIGURATION }
    const ended = await world.processes.capture('git', args, { cwd: checkout.root, env, stdin, timeoutMs: 120_000 })
    if (ended.code !== 0) throw new Error(`git ${args[0] ?? ''}: ${ended.stderr.trim()}`)
    return ended.stdout
  }
  const snapshot = async (): Promise<string> => {
    const listed = await git(['ls-files', '-z', '--modified', '--deleted', '--others', '--exclude-standard'])
    await git(['update-index', '-z', '--add', '--remove', '--stdin'], [...new Set(listed.split('\0'))].join('\0'))
    return (await git(['write-tree'])).trim()
  }
  await world.files.write(join(directory, 'HEAD'), 'ref: refs/heads/none\n')
  await world.files.write(join(directory, 'config'), '[core]\n\trepositoryformatversion = 0\n')
  await world.files.write(join(directory, 'objects', 'info', 'alternates'), `${checkout.objects}\n`)
  await world.files.makeDirectory(join(directory, 'refs'))
  await world.files.copy(checkout.index, join(directory, 'index'))
  const before = await snapshot()
  return {
    async changedFiles() {
      const names = await git(['diff-tree', '-r', '-z', '--name-only', '--no-renames', before, await snapshot()])
      const paths = names.split('\0').filter((name) => name !== '')
      return paths.map((name) => toPosix(relative(place.workspace, join(checkout.root, name)))).sort()
    },
  }
}

const NO_CONFIGURATION = { GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null', GIT_OPTIONAL_LOCKS: '0' }

/** Asks git itself, before the agent has run, since the checkout may be a worktree or lie below the workspace. */
async function locate(place: TrackedPlace, processes: Processes) {
  const args = ['-c', 'safe.directory=*', 'rev-parse', '--show-toplevel', '--git-path', 'index', '--git-path', 'objects']
  const env = { PATH: place.searchPath, ...NO_CONFIGURATION }
  const cwd = place.workingDirectory
  const { code, stdout } = await processes.capture('git', args, { cwd, env, timeoutMs: 10_000 })
  const [root, index, objects] = stdout.split('\n')
  if (code !== 0 || !root || !index || !objects) return undefined
  return { root: resolve(root), index: resolve(cwd, index), objects: resolve(cwd, objects) }
}

const toPosix = (path: string) => path.replaceAll('\\', '/')
