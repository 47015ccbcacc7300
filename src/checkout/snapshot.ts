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
  const { kept, listing } = await showHiddenFiles(git, await listed(git))
  const { unread, hasRemoved } = await update(git, { listing, kept, loose: undefined, wasIgnored: () => false }, tools)
  workingFiles.copyWithTime(git.index, before)
  const takenAt = workingFiles.stamps(before, [''])[0]?.changedMs ?? 0

  const { untracked: others, modules } = hasRemoved ? await listed(git) : listing
  const ignored = await ignoredNames(git)
  const wasIgnored = (name: string) => ignored.has(name) || isBelow(name, ignored)
  const names = [...others.filter((name) => !isFolder(name)), ...unread]
  const stamps = workingFiles.stamps(repository.root, names)
  const loose = new Map<string, Stamp | undefined>(names.map((name, at) => [name, stamps[at]]))
  return {
    repository,
    git,
    inner: [...modules, ...others.filter(isFolder).map((name) => name.slice(0, -1))],
    async compare() {
      await git.renew()
      const [listing, treeBefore] = await Promise.all([listed(git), treeOf(git, before)])
      const known = { listing, kept, loose, wasIgnored }
      const { unread: unreadNow, shown, folders, hasContents } = await update(git, known, tools)
      // What the agent only has git see is older than the snapshot.
      const shownStamps = workingFiles.stamps(repository.root, shown)
      const rewritten = shown.filter((_, at) => (shownStamps[at]?.changedMs ?? 0) > takenAt)
      const newRepositories = folders.filter((name) => !others.includes(name)).map((name) => name.slice(0, -1))
      const now = workingFiles.stamps(repository.root, names)
      const differing = names.filter((name, at) => loose.get(name)?.version !== now[at]?.version)
      const trees = { before: treeBefore, after: await treeOf(git, git.index) }
      const inTrees = trees.before === trees.after ? '' : await git.run([...DIFF_NAMES, trees.before, trees.after])
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

/** What git says of the working tree, in one command, since each takes a few milliseconds to start. */
interface Listing {
  /** Names in the index. */
  readonly tracked: readonly string[]
  /** Those of them that git is not to look at, outside a sparse cone. */
  readonly skipped: readonly string[]
  /** Those of them that git is to take for unchanged. */
  readonly assumed: readonly string[]
  /** Those of them that are submodules. */
  readonly modules: readonly string[]
  readonly deleted: readonly string[]
  /** The deleted ones too. */
  readonly modified: readonly string[]
  /** Files, and repositories with a slash at their ends, that are not ignored. */
  readonly untracked: readonly string[]
}

/** Lines of `git ls-files -v`: a tag in lower case is that of a file to take for unchanged. */
async function listed(git: PrivateGit): Promise<Listing> {
  const flags = ['-z', '-v', '--stage', '--deleted', '--modified', '--others', '--exclude-standard']
  const lines = namesIn(await git.run(['ls-files', ...flags])).map((line) => {
    const tag = line[0] ?? ''
    const [, mode, name = ''] = (tag === '?' ? undefined : /^. (\d{6}) [^\t]*\t(.*)$/s.exec(line)) ?? [
      '',
      '',
      line.slice(2),
    ]
    return { tag, mode, name }
  })
  const namesWith = (tags: RegExp) => [...new Set(lines.filter(({ tag }) => tags.test(tag)).map(({ name }) => name))]
  return {
    tracked: namesWith(/[hsm]/i),
    skipped: namesWith(/s/i),
    assumed: namesWith(/[a-z]/),
    modules: [...new Set(lines.filter(({ mode }) => mode === '160000').map(({ name }) => name))],
    deleted: namesWith(/r/i),
    modified: namesWith(/c/i),
    untracked: namesWith(/\?/),
  }
}

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
 * Has git look at files that its index says not to look at (`--assume-unchanged`, outside a sparse cone). `kept` are those that
 * are not there, which stay in the index: they were not deleted.
 */
async function showHiddenFiles(
  git: PrivateGit,
  listing: Listing,
): Promise<{ readonly kept: ReadonlySet<string>; readonly listing: Listing }> {
  const { assumed, skipped } = listing
  if (assumed.length === 0 && skipped.length === 0) return { kept: new Set(), listing }
  await git.updateIndex(['--no-assume-unchanged'], assumed)
  await git.updateIndex(['--no-skip-worktree'], skipped)
  const shown = await listed(git)
  const wasSkipped = new Set(skipped)
  return { kept: new Set(shown.deleted.filter((name) => wasSkipped.has(name))), listing: shown }
}

interface Known {
  readonly listing: Listing
  /** Names in the index that are not there and were not deleted. */
  readonly kept: ReadonlySet<string>
  /** Files that are known by their stamps: untracked from before, or not to be read then. Undefined while the snapshot is taken. */
  readonly loose: ReadonlyMap<string, Stamp | undefined> | undefined
  /** Whether git ignored the name, or a folder above it, when the snapshot was taken. */
  readonly wasIgnored: (name: string) => boolean
}

/** What of the working tree is not in the index. */
interface Outside {
  /** Whether names were taken out of the index, so that the listing holds no longer. */
  readonly hasRemoved: boolean
  readonly unread: readonly string[]
  /** Names that were ignored before and are not now. */
  readonly shown: readonly string[]
  /** Untracked repositories, with a slash at their ends. */
  readonly folders: readonly string[]
  readonly hasContents: boolean
}

/** Above this, in bytes, the contents of changed files are not kept: only their hashes. */
const MOST_CONTENTS = 64 * 1024 * 1024

/** Takes the working tree over into the index. */
async function update(
  git: PrivateGit,
  { listing, kept, loose, wasIgnored }: Known,
  { workingFiles }: SnapshotTools,
): Promise<Outside> {
  const { root } = git.repository
  const { untracked } = listing
  const absent = new Set(listing.deleted)
  const deleted = new Set([...absent].filter((name) => !kept.has(name)))
  const modified = listing.modified.filter((name) => !absent.has(name))
  const modules = new Set(listing.modules)
  const stamps = workingFiles.stamps(root, modified)
  // A file that became a folder, and what was in a folder that became a file or a link.
  const replaced = modified.filter((name, at) => stamps[at]?.kind === 'directory' && !modules.has(name))
  const files = new Set(untracked.filter((name) => !isFolder(name)))
  const covered = files.size === 0 ? [] : listing.tracked.filter((name) => isBelow(name, files))
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
  const hasRemoved = gone.size > 0
  return { hasRemoved, unread: [...unreadable, ...failed], shown, folders: untracked.filter(isFolder), hasContents }
}

function isBelow(name: string, files: ReadonlySet<string>): boolean {
  for (let at = name.lastIndexOf('/'); at > 0; at = name.lastIndexOf('/', at - 1))
    if (files.has(name.slice(0, at))) return true
  return false
}
