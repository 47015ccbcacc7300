import { isAbsolute, relative, resolve, sep } from 'node:path'

import { yaml } from '../errors.ts'
import type { Files } from '../ports/machine.ts'
import type { Form } from './form.ts'
import { accepted, refused, type Parsed, type Refusal } from './scalars.ts'

/** The part of the Files port that looks and changes nothing. */
export type ReadFiles = Pick<Files, 'read' | 'chunks' | 'kind' | 'realPath' | 'list'>

/** Where the agent works, and the workspace around it; paths are absolute, links not resolved. */
export interface Workplace {
  readonly workspace: string
  readonly directory: string
  readonly files: ReadFiles
  readonly trust: CheckoutTrust
  /** Learns the text of each file of Claude Code's configuration, which may hold secrets, before anything is made of it. */
  readonly onConfiguration: (text: string) => void
}

/** Whether the checkout may configure the agent, and if not, what of it may all the same. */
export interface CheckoutTrust {
  readonly isTrusted: boolean
  /** Whether the commit of the run is the repository's own. */
  readonly hasOwnCommit: boolean
  /** What that commit has at an absolute path, links resolved: bytes, or why it is not known, as the end of a sentence. */
  readonly committed: (path: string) => Promise<{ readonly bytes: Uint8Array } | { readonly unknown: string }>
}

/** The workplace that `working-directory` names; undefined, with the problem noted, when there is no such folder. */
export async function parseWorkplace(form: Form, given: Omit<Workplace, 'directory'>): Promise<Workplace | undefined> {
  const part = form.text('working-directory')
  const place = { ...given, directory: resolve(given.workspace, part) }
  const checked =
    (await place.files.kind(place.directory)) !== 'directory'
      ? await refuseMissing(place, { part, must: 'must be a folder that exists, relative to the workspace' })
      : (await isInWorkspace(place, place.directory))
        ? accepted(place)
        : refused('must be inside the workspace, links followed', { part })
  return form.take('working-directory', checked)
}

/** Whether an existing path is inside the workspace when links are followed. */
export async function isInWorkspace({ workspace, files }: Workplace, path: string): Promise<boolean> {
  const [root, target] = await Promise.all([files.realPath(workspace), files.realPath(path)])
  return root !== undefined && target !== undefined && isInside(root, target)
}

/** Whether a path is a folder or below it, by their names. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

/** Refuses a path that is not there; with nothing at all in the workspace, the reason is a checkout that was forgotten. */
export async function refuseMissing({ files, workspace }: Workplace, refusal: Refusal): Promise<Parsed<never>> {
  const isEmpty = (await files.list(workspace)).length === 0
  if (!isEmpty) return { ok: false, refusal }
  return refused('does not exist, and the workspace is empty: no step before this one checks the repository out', {
    part: refusal.part,
    fix: ['Check the repository out before this step:', yaml('- uses: actions/checkout@v7')],
    code: 'workspace-missing',
  })
}
