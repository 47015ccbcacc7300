import { join } from 'node:path'

import type { Stamp } from '../ports/checkout.ts'
import { namesIn, openPrivateGit, type PrivateGit, type SnapshotTools } from './private-git.ts'
import type { Repository } from './repository.ts'

/** How one repository's working tree was. Names are byte strings relative to its root. */
export interface Snapshot {
  readonly repository: Repository
  readonly git: PrivateGit
  /** Names of repositories inside: submodules, and others in untracked folders. */
  readonly inner: readonly string[]
  compare(): Promise<RepositoryChanges>
}

/** What differs from a snapshot. */
export interface RepositoryChanges {
  readonly changed: readonly string[]
  /** Those of them whose contents are not in the trees: untracked or ignored before, or unreadable now. */
  readonly withoutContents: readonly string[]
  /** Those of them that are repositories which were not there: their files are not listed. */
  readonly newRepositories: readonly string[]
  /** Ids of the trees before and after. */
  readonly before: string
  readonly after: string
  /** Whether the contents of the trees' differing files are known: not above 64 MB. */
  readonly hasContents: boolean
}

/**
 * Takes a snapshot of a repository, with git commands of our own on `directory`: the hashes of its tracked files, and the
 * stamps of the others, which are not read. Throws git's own words where it cannot.
 */
export async function takeSnapshot(repository: Repository, directory: string, tools: SnapshotTools): Promise<Snapshot> {
  const { workingFiles } = tools
  const git = await openPrivateGit(repository, directory, tools)
  const before = join(directory, 'index.before')
  // A repository where nothing was ever added has none.
  if (workingFiles.stamps(git.index, [''])[0] === undefined) await git.run(['read-tree', '--empty'])
  const kept = await showHiddenFiles(git)
  const { unread } = await update(git, { kept, loose: undefined, wasIgnored: () => false }, tools)
  workingFiles.copyWithTime(git.index, before)
  const takenAt = workingFiles.stamps(before, [''])[0]?.changedMs ?? 0

  const others = await git.list('--others', '--exclude-standard')
  const ignored = await ignoredNames(git)
  const wasIgnored = (name: string) => ignored.has(name) || isBelow(name, ignored)
  const names = [...others.filter((name) => !isFolder(name)), ...unread]
  const stamps = workingFiles.stamps(repository.root, names)
  const loose = new Map<string, Stamp | undefined>(names.map((name, at) => [name, stamps[at]]))
  return {
    repository,
    git,
    inner: [...(await moduleNames(git)), ...others.filter(isFolder).map((name) => name.slice(0, -1))],
    async compare() {
      await git.renew()
      const { unread: unreadNow, shown, folders, hasContents } = await update(git, { kept, loose, wasIgnored }, tools)
      // What the agent only has git see is older than the snapshot.
      const shownStamps = workingFiles.stamps(repository.root, shown)
      const rewritten = shown.filter((_, at) => (shownStamps[at]?.changedMs ?? 0) > takenAt)
      const newRepositories = folders.filter((name) => !others.includes(name)).map((name) => name.slice(0, -1))
      const now = workingFiles.stamps(repository.root, names)
      const differing = names.filter((name, at) => loose.get(name)?.version !== now[at]?.version)
      const trees = { before: await treeOf(git, before), after: await treeOf(git, git.index) }
      const inTrees = await git.run([...DIFF_NAMES, trees.before, trees.after])
      const withoutContents = [...differing, ...unreadNow, ...rewritten]
      return {
        changed: [...new Set([...namesIn(inTrees), ...withoutContents, ...newRepositories])],
        withoutContents,
        newRepositories,
        hasContents,
        ...trees,
      }
    },
  }
}

const DIFF_NAMES = ['diff-tree', '-r', '-z', '--name-only', '--no-renames']

const isFolder = (name: string) => name.endsWith('/')

/** The agent may have thrown away objects of its checkout; names and hashes are enough to compare. */
const treeOf = async (git: PrivateGit, index: string) =>
  (await git.run(['write-tree', '--missing-ok'], { index })).trim()

const moduleNames = async (git: PrivateGit) =>
  (await git.run(['ls-files', '-z', '--stage']))
    .split('\0')
    .flatMap((line) => /^160000 [^\t]*\t(.*)$/s.exec(line)?.[1] ?? [])

/**
 * Files and whole folders that git ignores. It lists a folder also where all that is in it is ignored for itself, and then lists
 * that too: a new file there would count.
 */
async function ignoredNames(git: PrivateGit): Promise<ReadonlySet<string>> {
  const listed = await git.list('--others', '--ignored', '--exclude-standard', '--directory')
  const names = new Set(listed.map((name) => (isFolder(name) ? name.slice(0, -1) : name)))
  const parents = [...names].flatMap((name) => (name.includes('/') ? [name.slice(0, name.lastIndexOf('/'))] : []))
  for (const parent of parents) names.delete(parent)
  return names
}

/**
 * Has git look at files that its index says not to look at (`--assume-unchanged`, outside a sparse cone). Returns those that
 * are not there, which stay in the index: they were not deleted.
 */
async function showHiddenFiles(git: PrivateGit): Promise<ReadonlySet<string>> {
  const tagged = namesIn(await git.run(['ls-files', '-z', '-v']))
  const skipped = tagged.filter((line) => /^[sS]/.test(line)).map((line) => line.slice(2))
  const assumed = tagged.filter((line) => /^[a-z]/.test(line)).map((line) => line.slice(2))
  if (assumed.length > 0) await git.updateIndex(['--no-assume-unchanged'], assumed)
  if (skipped.length > 0) await git.updateIndex(['--no-skip-worktree'], skipped)
  const absent = skipped.length === 0 ? [] : await git.list('--deleted')
  return new Set(absent.filter((name) => skipped.includes(name)))
}

interface Known {
  /** Names in the index that are not there and were not deleted. */
  readonly kept: ReadonlySet<string>
  /** Files that are known by their stamps: untracked from before, or not to be read then. Undefined while the snapshot is taken. */
  readonly loose: ReadonlyMap<string, Stamp | undefined> | undefined
  /** Whether git ignored the name, or a folder above it, when the snapshot was taken. */
  readonly wasIgnored: (name: string) => boolean
}

/** Above this, in bytes, the contents of changed files are not kept: only their hashes. */
const MOST_CONTENTS = 64 * 1024 * 1024

/**
 * Takes the working tree over into the index. What is not in it then: files that are unread; those shown, which were ignored before
 * and are not now; and folders that are untracked repositories, with a slash at their ends.
 */
async function update(git: PrivateGit, { kept, loose, wasIgnored }: Known, { workingFiles }: SnapshotTools) {
  const { root } = git.repository
  const untracked = await git.list('--others', '--exclude-standard')
  const absent = new Set(await git.list('--deleted'))
  const deleted = new Set([...absent].filter((name) => !kept.has(name)))
  const modified = (await git.list('--modified')).filter((name) => !absent.has(name))
  const modules = new Set(await moduleNames(git))
  const stamps = workingFiles.stamps(root, modified)
  // A file that became a folder, and what was in a folder that became a file or a link.
  const replaced = modified.filter((name, at) => stamps[at]?.kind === 'directory' && !modules.has(name))
  const files = new Set(untracked.filter((name) => !isFolder(name)))
  const covered = files.size === 0 ? [] : (await git.list('--cached')).filter((name) => isBelow(name, files))
  const gone = new Set([...deleted, ...replaced, ...covered])
  await git.updateIndex(['--force-remove'], [...gone])

  const unknown = loose === undefined ? [] : [...files].filter((name) => !loose.has(name))
  const shown = unknown.filter(wasIgnored)
  const fresh = shown.length === 0 ? unknown : unknown.filter((name) => !wasIgnored(name))
  const wanted = [...modified.filter((name) => !gone.has(name) && !loose?.has(name)), ...fresh]
  const unreadable = new Set(workingFiles.unreadable(root, wanted))
  const added = wanted.filter((name) => !unreadable.has(name))
  const size = workingFiles.stamps(root, added).reduce((sum, stamp) => sum + (stamp?.size ?? 0), 0)
  const hasContents = size <= MOST_CONTENTS
  const flags = ['--add', '--remove', '--replace', ...(hasContents ? [] : ['--info-only'])]
  const failed = await git.updateIndex(flags, added)
  return { unread: [...unreadable, ...failed], shown, folders: untracked.filter(isFolder), hasContents }
}

function isBelow(name: string, files: ReadonlySet<string>): boolean {
  for (let at = name.lastIndexOf('/'); at > 0; at = name.lastIndexOf('/', at - 1))
    if (files.has(name.slice(0, at))) return true
  return false
}
