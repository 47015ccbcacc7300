import { join, relative, resolve } from 'node:path'

import type { Runner } from '../ports/github.ts'
import type { World } from '../ports/world.ts'

/** Tells which files differ from how they were when it was made. */
export interface ChangeTracker {
  /** Paths relative to the workspace, sorted; files that git ignores do not count. Undefined when git failed. */
  changedFiles(): Promise<readonly string[] | undefined>
}

/** What the tracker has for itself: a private folder, and the `PATH` of its git processes, which see no other variable. */
export interface TrackerOptions {
  readonly directory: string
  readonly searchPath: string
}

/** What of the world the tracker needs. */
export type TrackerWorld = Pick<World, 'processes' | 'files' | 'log'> & { runner: Pick<Runner, 'workspace'> }

/**
 * Remembers the working tree of the repository around `workingDirectory`. Undefined when that is no git repository, or git
 * is missing. Never rejects: git's trouble is a warning.
 *
 * The agent may write into the checkout's `.git/config`, and git starts programs named there (filters, hooks, monitors). So
 * this compares with a git directory of its own: it borrows the checkout's objects, copies its index to save hashing, and
 * never reads its configuration. `ls-files` and `update-index` are used since `add` runs `git status` in submodules.
 */
export async function trackChanges(
  workingDirectory: string,
  options: TrackerOptions,
  world: TrackerWorld,
): Promise<ChangeTracker | undefined> {
  const checkout = await locate(workingDirectory, options, world)
  if (checkout === undefined) return undefined
  return startTracking(checkout, options, world).catch((error: unknown) => {
    world.log.warning(`changed-files will be empty. ${String(error)}`)
    return undefined
  })
}

async function startTracking(checkout: Checkout, options: TrackerOptions, world: TrackerWorld): Promise<ChangeTracker> {
  const directory = join(options.directory, 'changes.git')
  const index = join(directory, 'index')
  const before = join(directory, 'index.before')
  const git = async (args: string[], indexFile = index): Promise<string> => {
    const paths = { GIT_DIR: directory, GIT_WORK_TREE: checkout.root, GIT_INDEX_FILE: indexFile }
    const env = { PATH: options.searchPath, ...paths, ...NO_CONFIGURATION }
    const ended = await world.processes.capture('git', args, { cwd: checkout.root, env, timeoutMs: 120_000 })
    if (ended.code !== 0) throw new Error(`git ${args[0] ?? ''}: ${ended.stderr.trim()}`)
    return ended.stdout
  }
  /** Takes the working tree over into the index; false when they were the same. */
  const update = async (): Promise<boolean> => {
    const listed = await git(['ls-files', '-z', '--modified', '--deleted', '--others', '--exclude-standard'])
    const paths = [...new Set(listed.split('\0'))].filter((path) => path !== '')
    for (let from = 0; from < paths.length; from += PATHS_AT_ONCE) {
      await git(['update-index', '--add', '--remove', '--', ...paths.slice(from, from + PATHS_AT_ONCE)])
    }
    return paths.length > 0
  }
  const copyIndex = async (from: string, to: string): Promise<void> => {
    // A repository where nothing was ever added has none.
    if ((await world.files.kind(from)) === 'file') await world.files.copy(from, to)
  }
  /** The agent may have thrown away objects of its checkout; names and hashes are enough to compare. */
  const treeOf = async (indexFile: string) => (await git(['write-tree', '--missing-ok'], indexFile)).trim()
  await world.files.write(join(directory, 'HEAD'), 'ref: refs/heads/none\n')
  await world.files.write(join(directory, 'config'), '[core]\n\trepositoryformatversion = 0\n')
  await world.files.write(join(directory, 'objects', 'info', 'alternates'), `${checkout.objects}\n`)
  await world.files.makeDirectory(join(directory, 'refs'))
  await copyIndex(checkout.index, index)
  await update()
  await copyIndex(index, before)
  const changedFiles = async () => {
    if (!(await update())) return []
    const trees = [await treeOf(before), await treeOf(index)]
    const names = await git(['diff-tree', '-r', '-z', '--name-only', '--no-renames', ...trees])
    const paths = names.split('\0').filter((name) => name !== '')
    return paths.map((name) => toPosix(relative(world.runner.workspace, join(checkout.root, name)))).sort()
  }
  return {
    changedFiles: () =>
      changedFiles().catch((error: unknown) => {
        world.log.warning(`changed-files is empty. ${String(error)}`)
        return undefined
      }),
  }
}

const NO_CONFIGURATION = { GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null', GIT_OPTIONAL_LOCKS: '0' }

/** A command line has its limits; the longest path has 4096 bytes. */
const PATHS_AT_ONCE = 100

interface Checkout {
  readonly root: string
  readonly index: string
  readonly objects: string
}

/** Asks git itself, before the agent has run, since the checkout may be a worktree or lie below the workspace. */
async function locate(
  cwd: string,
  { searchPath }: TrackerOptions,
  { processes }: TrackerWorld,
): Promise<Checkout | undefined> {
  const args = [
    '-c',
    'safe.directory=*',
    'rev-parse',
    '--show-toplevel',
    '--git-path',
    'index',
    '--git-path',
    'objects',
  ]
  const env = { PATH: searchPath, ...NO_CONFIGURATION }
  const { code, stdout } = await processes.capture('git', args, { cwd, env, timeoutMs: 10_000 })
  const [root, index, objects] = stdout.split(/\r?\n/)
  if (code !== 0 || !root || !index || !objects) return undefined
  return { root: resolve(root), index: resolve(cwd, index), objects: resolve(cwd, objects) }
}

const toPosix = (path: string) => path.replaceAll('\\', '/')
