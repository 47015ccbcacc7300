import { join, sep } from 'node:path'

import { messageOf } from '../errors.ts'
import type { World } from '../ports/world.ts'
import type { SnapshotTools, PrivateGit } from './private-git.ts'
import { findRepositories, repositoryAt, shownPath, type Repository } from './repository.ts'
import { takeSnapshot, type RepositoryChanges, type Snapshot } from './snapshot.ts'

/** What the agent changed in the workspace. */
export interface Changes {
  /** Paths relative to the workspace, sorted; files that git ignores do not count. Undefined when it is not known. */
  readonly changedFiles: readonly string[] | undefined
  /** Bytes of `changes.patch`; undefined when nothing changed or it is not known. */
  readonly patch: Uint8Array | undefined
  /** Why something is not known, or not where it could be looked for, a line each. */
  readonly notices: readonly string[]
  /** Why there is no patch though files changed. */
  readonly warnings: readonly string[]
}

/** What is tracked: the workspace and, for the patch, the folder the agent works in; both absolute, with links resolved. */
interface TrackedPlace {
  readonly workspace: string
  readonly workingDirectory: string
  /** Where the tracker keeps its own git directories. */
  readonly directory: string
  /** Absolute path of git; undefined when there is none. */
  readonly executable: string | undefined
}

/** What of the world the tracker needs. */
export type TrackerWorld = Pick<World, 'git' | 'workingFiles' | 'files'>

/**
 * Takes a snapshot of every repository in the workspace, before the first tool call can run. Resolves with what tells what has changed
 * since; `timeoutMs` is how long one git command may take. Neither rejects.
 */
export async function trackChanges(
  place: TrackedPlace,
  world: TrackerWorld,
): Promise<{
  changes(timeoutMs: number, secrets: SecretFinder): Promise<Changes>
}> {
  const { executable, workspace } = place
  const unknown = (reason: string): Changes => ({
    ...{ changedFiles: undefined, patch: undefined, warnings: [] },
    notices: [`changed-files is not known: ${reason}.`],
  })
  const unknownChanges = (reason: string) => ({ changes: () => Promise.resolve(unknown(reason)) })
  if (executable === undefined) return unknownChanges('there is no git on the PATH')
  let timeoutMs = 120_000
  const tools = { ...world, executable, timeoutMs: () => timeoutMs }
  const repositories = findRepositories(workspace, world.workingFiles)
  if (repositories.length === 0) return unknownChanges('the workspace holds no git repository')
  try {
    const snapshots = await takeSnapshots(repositories, place.directory, tools)
    return {
      async changes(limitMs, secrets) {
        timeoutMs = limitMs
        return compareAll(snapshots, place, secrets).catch((error: unknown) => unknown(messageOf(error)))
      },
    }
  } catch (error) {
    return unknownChanges(messageOf(error))
  }
}

/** Far more than a workspace has: submodules, and repositories beside the first. */
const MOST_REPOSITORIES = 500

async function takeSnapshots(
  outermost: readonly Repository[],
  directory: string,
  tools: SnapshotTools,
): Promise<readonly Snapshot[]> {
  const snapshots: Snapshot[] = []
  const waiting = [...outermost]
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (snapshots.length === MOST_REPOSITORIES) throw new Error(`there are more than ${MOST_REPOSITORIES} repositories`)
    const { root } = next
    const snapshot = await takeSnapshot(next, join(directory, `changes-${snapshots.length}.git`), tools)
    snapshots.push(snapshot)
    const inner = snapshot.inner.map((name) => repositoryAt(join(root, textOf(name)), tools.workingFiles))
    waiting.push(...inner.filter((repository) => repository !== undefined))
  }
  return snapshots
}

async function compareAll(
  snapshots: readonly Snapshot[],
  { workspace, workingDirectory }: TrackedPlace,
  secrets: SecretFinder,
): Promise<Changes> {
  const compared: { snapshot: Snapshot; changes: RepositoryChanges }[] = []
  for (const snapshot of snapshots) compared.push({ snapshot, changes: await snapshot.compare() })
  const paths = compared.flatMap(({ snapshot: { repository }, changes }) =>
    changes.changed.map((name) => [shownPath(workspace, repository.root), shownName(name)].filter(Boolean).join('/')),
  )
  const changedFiles = [...new Set(paths)].sort()
  const main =
    compared
      .filter(({ snapshot: { repository } }) => isWithin(workingDirectory, repository.root))
      .toSorted((a, b) => b.snapshot.repository.root.length - a.snapshot.repository.root.length)[0] ?? compared[0]
  const isChanged = main !== undefined && changedFiles.length > 0
  const { patch, warning } = isChanged ? await makePatch(main.snapshot.git, main.changes, secrets) : {}
  const loose = main?.changes.withoutContents.length ?? 0
  const made = compared.flatMap(({ changes }) => changes.newRepositories).length
  const notices = [
    loose > 0 &&
      `${loose} changed files that were untracked or ignored before, or cannot be read, are in changed-files but not in changes.patch.`,
    made > 0 &&
      `${made} of changed-files ${made === 1 ? 'is a repository or worktree' : 'are repositories or worktrees'} that the agent made: the files in ${made === 1 ? 'it are' : 'them are'} not listed, nor in changes.patch.`,
    compared.some((one) => one !== main && one.changes.changed.length > 0) &&
      'changes.patch holds the changes of one repository; changed-files lists those of others too.',
    compared.some(({ changes }) => changes.changed.some((name) => !isText(name))) &&
      'changed-files shows bytes that are no UTF-8 as \\xNN.',
  ].filter((notice) => notice !== false)
  return { changedFiles, patch, notices, warnings: warning === undefined ? [] : [warning] }
}

const isWithin = (path: string, folder: string) => path === folder || path.startsWith(`${folder}${sep}`)

function isText(name: string): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytesOf(name))
    return true
  } catch {
    return false
  }
}

function shownName(name: string): string {
  return isText(name)
    ? textOf(name)
    : name.replaceAll(/[^ -~]/g, (byte) => `\\x${byte.charCodeAt(0).toString(16).padStart(2, '0')}`)
}

/** Finds secrets in what the agent wrote. */
export interface SecretFinder {
  holdsKnownSecret(text: string): boolean
  looksSecret(text: string): boolean
}

interface Patch {
  readonly patch?: Uint8Array
  /** Why there is none. */
  readonly warning?: string
}

/** What GitHub and reviewers can still handle, in bytes. */
const LARGEST = 20 * 1024 * 1024

/**
 * The differences of two trees as `git apply` takes them. It must apply as it is, so it is not redacted: with a secret in the
 * new contents of a file, or what looks like one in an added line, there is none.
 */
async function makePatch(git: PrivateGit, changes: RepositoryChanges, secrets: SecretFinder): Promise<Patch> {
  const { before, after, hasContents } = changes
  if (before === after) return {}
  const none = (reason: string): Patch => ({ warning: `There is no changes.patch: ${reason}.` })
  if (!hasContents) return none('the changed files have more than 64 MB')
  try {
    const contents = await newContents(git, changes)
    if (secrets.holdsKnownSecret(contents)) return none('a changed file holds a secret of this run')
    const text = await git.run([...DIFF, before, after], { maximumBytes: LARGEST })
    const added = textOf(text)
      .split('\n')
      .filter((line) => line.startsWith('+'))
    if (secrets.looksSecret(added.map((line) => line.slice(1)).join('\n')))
      return none('an added line looks like a secret')
    return { patch: bytesOf(text) }
  } catch (error) {
    const words = messageOf(error)
    return none(/its time or size/.test(words) ? 'it would be larger than 20 MB' : words)
  }
}

/** No program of a configuration, no color, no other prefix, whatever the attributes of the checkout say. */
const DIFF = [
  ...['diff-tree', '-r', '-p', '--binary', '--full-index', '--no-ext-diff', '--no-textconv', '--no-color'],
  ...['--no-renames', '--src-prefix=a/', '--dst-prefix=b/'],
]

async function newContents(git: PrivateGit, { before, after }: RepositoryChanges): Promise<string> {
  const raw = await git.run(['diff-tree', '-r', '-z', '--raw', '--full-index', '--no-renames', before, after])
  const ids = [...raw.matchAll(/:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) [AMT]\0/g)].map(([, id = '']) => `${id}\n`)
  return ids.length === 0 ? '' : textOf(await git.run(['cat-file', '--batch'], { stdin: ids.join('') }))
}

/** The bytes of a byte string. */
const bytesOf = (text: string) => Buffer.from(text, 'latin1')

/** The text of a byte string. */
const textOf = (bytes: string) => new TextDecoder().decode(bytesOf(bytes))
