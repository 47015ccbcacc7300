import { dirname, resolve } from 'node:path'

import type { InputName } from './declared.ts'
import type { Form } from './form.ts'
import { parseJsonObject } from './json-text.ts'
import { accepted, refused, type Parsed } from './scalars.ts'
import { readNamedFile } from './named-file.ts'
import { refuseMissing, type Workplace } from './workplace.ts'

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
