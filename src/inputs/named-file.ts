import { join, relative } from 'node:path'

import { yaml } from '../errors.ts'
import type { InputName } from './declared.ts'
import type { Form } from './form.ts'
import { accepted, refused, type Parsed } from './scalars.ts'
import { isInside, type ReadFiles, type Workplace } from './workplace.ts'

/** The bytes of a file; none when there is no such file. */
export async function readBytes(path: string, files: ReadFiles): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of files.chunks(path)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/**
 * The bytes of an existing file that an input names by an absolute path. Refused where a link of the checkout leads elsewhere, or where
 * the checkout is not trusted and the file, in the workspace, is not what the commit of the run has there.
 */
export async function readNamedFile(
  form: Form,
  name: InputName,
  { place, path }: { readonly place: Workplace; readonly path: string },
): Promise<Parsed<Uint8Array>> {
  const { workspace, files, trust } = place
  const part = form.text(name)
  const [root = workspace, real = path] = await Promise.all([files.realPath(workspace), files.realPath(path)])
  const named = isInside(workspace, path) ? join(root, relative(workspace, path)) : undefined
  if (named !== undefined && !isInside(root, real))
    return refused('must be inside the workspace, links followed', { part })
  const bytes = await readBytes(path, files)
  if (trust.isTrusted || !isInside(root, real)) return accepted(bytes)
  const problem = await problemOf(bytes, { named: named ?? real, real, trust })
  if (problem === undefined) return accepted(bytes)
  return refused(`${problem}, and this checkout is not trusted`, { part, fix: fixFor(name) })
}

/** Why the bytes are not those of the commit of the run, as the end of a sentence that starts with the path. */
async function problemOf(
  bytes: Uint8Array,
  { named, real, trust }: { readonly named: string; readonly real: string; readonly trust: Workplace['trust'] },
): Promise<string | undefined> {
  if (!trust.hasOwnCommit) return "comes with a stranger's commit"
  if (named !== real) return 'leads through a link of the checkout'
  const committed = await trust.committed(real)
  if ('unknown' in committed) return committed.unknown
  return Buffer.compare(bytes, committed.bytes) === 0 ? undefined : 'is not what the commit of the run has there'
}

const fixFor = (name: InputName) => [
  `On events that strangers can cause, a file that \`${name}\` names counts only as it is at GITHUB_SHA, with that commit in the checkout. ${
    name === 'claude-code-path' ? 'Name a program outside the workspace.' : 'Write the text into the workflow instead.'
  } Check that commit out:`,
  yaml(`- uses: actions/checkout@v7
  with:
    ref: \${{ github.sha }}
    persist-credentials: false`),
  'Or, if whoever can change the checkout may decide what the agent does:',
  yaml("with:\n  trust-project-config: 'true'"),
]
