import { constants, lstatSync } from 'node:fs'
import { access, readdir } from 'node:fs/promises'
import { basename, dirname, join, relative, sep } from 'node:path'

import { ServiceError } from '../errors.ts'
import { numberOf, stringOf } from '../json.ts'
import type { Artifacts, StoredArtifact } from '../ports/github.ts'
import type { Environment } from '../ports/machine.ts'
import { createHeldFolders, type HeldFolders } from './held-folders.ts'
import { prepareConnection } from './http.ts'

/**
 * Artifacts of this workflow run, through `@actions/artifact`; it reads the process's environment itself, so `env` must be
 * that. Besides the service's own errors: `NoRuntimeToken` where the runner gives
 * no access to artifacts, `GHESNotSupported` on GitHub Enterprise Server, `NoFiles` for a folder with nothing to store.
 */
export function createArtifacts(env: Environment, folders: HeldFolders = createHeldFolders()): Artifacts {
  const load = () => import('@actions/artifact')
  const server = env.GITHUB_SERVER_URL || 'https://github.com'
  const refuse = (name: string, message: string) =>
    new ServiceError({ service: SERVICE, operation: 'UploadArtifact', name, message })
  /** Stores the files that `find` finds below a folder. */
  async function store(directory: string, find: (root: string) => Promise<Stored>): Promise<StoredArtifact> {
    if (!env.ACTIONS_RUNTIME_TOKEN || !env.ACTIONS_RESULTS_URL) {
      throw refuse('NoRuntimeToken', 'The runner gave this step no ACTIONS_RUNTIME_TOKEN and ACTIONS_RESULTS_URL.')
    }
    // The client would say so too, but with an annotation of its own.
    if (!servesArtifacts(server)) {
      throw refuse('GHESNotSupported', `GitHub Enterprise Server (${server}) does not support this kind of artifact.`)
    }
    const root = folders.reach(directory)
    const { name, files, options } = await find(root)
    if (files.length === 0) throw refuse('NoFiles', `There is nothing to store in ${directory}.`)
    await prepareConnection(env.ACTIONS_RESULTS_URL, env)
    const { DefaultArtifactClient } = await load()
    const upload = () => new DefaultArtifactClient().uploadArtifact(name, files, root, options)
    const { id } = await withoutProgress(upload, env).catch(fail)
    if (id === undefined) throw refuse('NoArtifactId', 'The service stored the artifact and gave it no id.')
    const run = `${server}/${env.GITHUB_REPOSITORY ?? ''}/actions/runs/${env.GITHUB_RUN_ID ?? ''}`
    return { id, url: `${run}/artifacts/${id}` }
  }
  return {
    prepare() {
      load().catch(() => undefined)
    },
    upload: ({ name, directory, entries, retentionDays }) =>
      store(directory, async (root) => ({
        name,
        files: await storableFiles(root, entries),
        options: retentionDays === undefined ? {} : { retentionDays },
      })),
    uploadFile: ({ path, retentionDays }) =>
      store(dirname(path), async (root) => ({
        name: basename(path),
        files: await storableFiles(root, [basename(path)]),
        options: { skipArchive: true, ...(retentionDays === undefined ? {} : { retentionDays }) },
      })),
  }
}

/** The client prints some ten lines an upload, of which a reader needs none; commands for the runner pass, and all of it in a debugged job. */
async function withoutProgress<T>(task: () => Promise<T>, { RUNNER_DEBUG }: Environment): Promise<T> {
  const { stdout } = process
  const write = stdout.write.bind(stdout)
  if (RUNNER_DEBUG !== '1')
    stdout.write = (chunk: string | Uint8Array) => !String(chunk).startsWith('::') || write(chunk)
  try {
    return await task()
  } finally {
    stdout.write = write
  }
}

/** What the client is given. */
interface Stored {
  readonly name: string
  readonly files: string[]
  readonly options: { readonly retentionDays?: number; readonly skipArchive?: boolean }
}

const SERVICE = 'GitHub artifacts'

/** The client's own rule for what is not GitHub Enterprise Server (`isGhes` of `@actions/artifact` 6.2.1). */
function servesArtifacts(server: string): boolean {
  return /^(github\.com|.*\.ghe\.com|.*\.localhost)$/i.test(URL.parse(server)?.hostname ?? '')
}

/**
 * Regular files that can be read and whose names the service takes, below `names`. One that is not so would end the whole
 * upload: a bad name is refused, and an unreadable file throws out of an event handler of the client, where nobody can catch it.
 * A file with a second name is not one that this action has written.
 */
async function storableFiles(directory: string, names: readonly string[]): Promise<string[]> {
  const found = await readdir(directory, { recursive: true, withFileTypes: true })
  const all = found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const paths = all.filter((path) => {
    const [first = ''] = relative(directory, path).split(sep)
    return names.includes(first) && lstatSync(path, { throwIfNoEntry: false })?.nlink === 1
  })
  const taken = paths.filter((path) => !/["<>|*?:\r\n]/.test(path.slice(directory.length)))
  const readable = await Promise.all(
    taken.map((path) =>
      access(path, constants.R_OK).then(
        () => [path],
        () => [],
      ),
    ),
  )
  return readable.flat().sort()
}

/** The client puts everything the service answered into one message. */
function fail(error: unknown): never {
  const text = stringOf(error, 'message') ?? String(error)
  const [, network] = /Unable to make request: (\w+)/.exec(text) ?? []
  const [, status] = /\((\d{3})\)/.exec(text) ?? []
  const name = network ?? stringOf(error, 'code') ?? stringOf(error, 'name') ?? 'Error'
  throw new ServiceError({
    service: SERVICE,
    operation: /Failed to (\w+):/.exec(text)?.[1] ?? 'UploadArtifact',
    name: /storage quota has been hit/i.test(text) ? 'UsageError' : name,
    message: network === undefined ? text : `No connection to the service (${network}).`,
    status: numberOf(error, 'statusCode') ?? (status === undefined ? undefined : Number(status)),
  })
}
