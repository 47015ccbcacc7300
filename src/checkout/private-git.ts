import { join, dirname, relative, sep } from 'node:path'

import type { GitCommand, WorkingFiles } from '../ports/checkout.ts'
import type { World } from '../ports/world.ts'
import { type Repository, repositoryAt, shownPath } from './repository.ts'

/** What a snapshot takes of the world, the git that was found before the agent started, and how long one command may take. */
export interface SnapshotTools extends Pick<World, 'git' | 'workingFiles' | 'files'> {
  readonly executable: string
  readonly timeoutMs: () => number
}

/**
 * Git on a git directory of our own, over the working tree of a repository. It borrows the checkout's objects, starts with
 * a copy of its index to save hashing, and reads none of its settings after the agent has started: git runs programs that
 * are named there, and the agent can write them. `ls-files` and `update-index` are used since `add` runs `git status` in
 * submodules, with their settings.
 */
export interface PrivateGit {
  readonly repository: Repository
  readonly index: string
  /** Output of one command. Throws an Error with git's own words. */
  run(args: readonly string[], options?: RunOptions): Promise<string>
  list(...flags: readonly string[]): Promise<readonly string[]>
  /** Runs `update-index` on names; returns those that git cannot take, of which each costs itself alone. */
  updateIndex(flags: readonly string[], names: readonly string[]): Promise<readonly string[]>
  /** Writes its settings again, whoever has changed them meanwhile. */
  renew(): Promise<void>
}

/** `index` takes the place of the own one. */
type RunOptions = Pick<GitCommand, 'stdin' | 'maximumBytes'> & { readonly index?: string }

/** Opens git on `directory`, which is made. Throws an Error with git's own words. */
export async function openPrivateGit(
  repository: Repository,
  directory: string,
  tools: SnapshotTools,
): Promise<PrivateGit> {
  const { root, gitDirectory, commonDirectory } = repository
  const { files, workingFiles, git, executable, timeoutMs } = tools
  const ownIndex = join(directory, 'index')
  const execute = async (args: readonly string[], { index = ownIndex, ...options }: RunOptions = {}) => {
    const paths = { GIT_DIR: directory, GIT_WORK_TREE: root, GIT_INDEX_FILE: index }
    const env = { ...NO_SETTINGS, ...paths }
    return git.run({ executable, args: [...NO_PROGRAMS, ...args], cwd: root, env, timeoutMs: timeoutMs(), ...options })
  }
  const run: PrivateGit['run'] = async (args, options) => {
    const { code, stdout, stderr } = await execute(args, options)
    if (code !== 0) throw new Error(`git ${args[0] ?? ''}: ${stderr.trim().slice(0, 500)}`)
    return stdout
  }

  const settings = await comparingSettings(repository, tools)
  const exclude = workingFiles.readText(join(commonDirectory, 'info', 'exclude')) ?? ''
  const renew = async () => {
    await files.write(join(directory, 'config'), settings)
    await files.write(join(directory, 'info', 'exclude'), exclude)
    await files.remove(join(directory, 'info', 'attributes'))
  }
  await renew()
  await files.write(join(directory, 'HEAD'), 'ref: refs/heads/none\n')
  await files.write(join(directory, 'objects', 'info', 'alternates'), `${join(commonDirectory, 'objects')}\n`)
  await files.makeDirectory(join(directory, 'refs'))
  const indexes = workingFiles.entries(gitDirectory).filter((name) => /^(index|sharedindex\.[0-9a-f]+)$/.test(name))
  for (const name of indexes) workingFiles.copyWithTime(join(gitDirectory, name), join(directory, name))

  const updateIndex: PrivateGit['updateIndex'] = async (flags, names) => {
    if (names.length === 0) return []
    const stdin = names.map((name) => `${name}\0`).join('')
    const { code, stderr } = await execute(['update-index', ...flags, '-z', '--stdin'], { stdin })
    if (code === 0) return []
    // Ended for its time: halves would take as long.
    if (code === undefined) throw new Error(`git update-index: ${stderr}`)
    if (names.length === 1) return names
    const half = Math.ceil(names.length / 2)
    return [...(await updateIndex(flags, names.slice(0, half))), ...(await updateIndex(flags, names.slice(half)))]
  }
  return {
    repository,
    index: ownIndex,
    run,
    updateIndex,
    renew,
    list: async (...flags) => namesIn(await run(['ls-files', '-z', ...flags])),
  }
}

/** Names in the output of a git command with `-z`. */
export const namesIn = (output: string) => [...new Set(output.split('\0'))].filter((name) => name !== '')

/** Options of git with which the settings of a repository start no program. */
const NO_PROGRAMS = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null']

/** Environment in which git reads no settings of the machine or the user, and fetches nothing that a partial clone left out. */
const NO_SETTINGS = {
  ...{ GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null', GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1' },
  ...{ GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' },
}

/** What of the checkout's settings says how files are compared. */
const COMPARING = new Set([
  ...['core.autocrlf', 'core.eol', 'core.filemode', 'core.symlinks', 'core.ignorecase', 'core.precomposeunicode'],
  'extensions.objectformat',
])

/** Text of a configuration file with those settings; read before the agent starts. */
async function comparingSettings(
  { root, commonDirectory }: Repository,
  { git, executable, timeoutMs }: SnapshotTools,
): Promise<string> {
  const args = ['config', '--file', join(commonDirectory, 'config'), '--no-includes', '--list', '-z']
  const listed = await git.run({ executable, args, cwd: root, env: NO_SETTINGS, timeoutMs: timeoutMs() })
  const values = listed.stdout.split('\0').map((entry) => entry.split(/\n(.*)/s, 2))
  const known = values.filter(([name = '']) => COMPARING.has(name))
  const lines = known.map(
    ([name = '', value = 'true']) => `[${name.replace('.', ']\n\t')} = ${JSON.stringify(value)}\n`,
  )
  const version = known.some(([name = '']) => name.startsWith('extensions.')) ? 1 : 0
  return `[core]\n\trepositoryformatversion = ${version}\n${lines.join('')}`
}

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
