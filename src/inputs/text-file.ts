import { dirname, resolve, join, relative } from 'node:path'

import { yaml } from '../errors.ts'
import type { InputName } from './declared.ts'
import type { Form } from './form.ts'
import { parseJsonObject } from './json-text.ts'
import { accepted, refused, type Parsed } from './scalars.ts'
import { refuseMissing, type Workplace, isInside, type ReadFiles } from './workplace.ts'

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

/** The text of a file in UTF-8, or in UTF-16 with a mark, as Windows PowerShell writes it. Others would be read as other text: refused. */
export function decodeText(bytes: Uint8Array): Parsed<string> {
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    // What a mark would have distinguished: UTF-16 without one is valid UTF-8 with a NUL byte beside each letter.
    if (text.includes('\0')) return refused('must be text: it has NUL bytes, as UTF-16 without a byte order mark does')
    return accepted(text)
  } catch {
    return refused(`must be UTF-8 text: some of its bytes are not`)
  }
}

/** Absolute path and text of the file that an input names, relative to working-directory; `must` says so where there is none. */
export async function readTextFile(
  form: Form,
  name: InputName,
  { place, must }: { readonly place: Workplace; readonly must: string },
): Promise<Parsed<{ readonly path: string; readonly text: string }>> {
  const part = form.text(name)
  const path = resolve(place.directory, part)
  if ((await place.files.kind(path)) !== 'file') return refuseMissing(place, { part, must })
  const bytes = await readNamedFile(form, name, { place, path })
  const text = bytes.ok ? decodeText(bytes.value) : bytes
  return text.ok ? accepted({ path, text: text.value }) : { ok: false, refusal: { part, ...text.refusal } }
}

/** An input that is a JSON object or names a file with one: its value, and the folder that relative paths in it are meant from. */
export async function parseJsonInput(form: Form, name: InputName, place: Workplace | undefined) {
  const given = form.text(name)
  // A path is one line without brackets and quotes; all else is meant as JSON, and may hold secrets.
  const isPath = !/[{}[\]"\n]|^\/[/*]/.test(given)
  if (given === '' || (isPath && place === undefined)) return undefined
  const must = 'must be a JSON object, or a file that exists, relative to working-directory'
  const file = isPath && place ? form.take(name, await readTextFile(form, name, { place, must })) : undefined
  if (isPath && file === undefined) return undefined
  if (file !== undefined && name !== 'json-schema') place?.onConfiguration(file.text)
  const directory = file === undefined ? (place?.directory ?? '') : dirname(file.path)
  const parsed = parseJsonObject(file?.text ?? given)
  return form.take(
    name,
    parsed.ok
      ? accepted({ value: parsed.value, directory })
      : { ok: false, refusal: { ...parsed.refusal, part: file && given } },
  )
}
