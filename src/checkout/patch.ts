import { messageOf } from '../errors.ts'
import type { PrivateGit } from './private-git.ts'
import type { RepositoryChanges } from './snapshot.ts'

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
export async function makePatch(git: PrivateGit, changes: RepositoryChanges, secrets: SecretFinder): Promise<Patch> {
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
export const bytesOf = (text: string) => Buffer.from(text, 'latin1')

/** The text of a byte string. */
export const textOf = (bytes: string) => new TextDecoder().decode(bytesOf(bytes))
