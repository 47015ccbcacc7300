import { dirname, resolve } from 'node:path'

import type { InputName } from './declared.ts'
import type { Form } from './form.ts'
import { parseJsonObject } from './json-text.ts'
import { accepted, refused, type Parsed } from './scalars.ts'
import { readNamedFile } from './named-file.ts'
import { refuseMissing, type Workplace } from './workplace.ts'

/**
 * The text of a file: UTF-8 with or without a byte order mark, or UTF-16 with one, as Windows PowerShell writes it. Other
 * encodings are refused, since they would reach the model or a parser as something else than what was written.
 */
export function decodeText(bytes: Uint8Array): Parsed<string> {
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  const text = decode(bytes, encoding)
  if (text === undefined) return refused(`must be UTF-8 text: some of its bytes are not`)
  // What a mark would have distinguished: UTF-16 without one is valid UTF-8 with a NUL byte beside each letter.
  if (text.includes('\0')) return refused('must be text: it has NUL bytes, as UTF-16 without a byte order mark does')
  return accepted(text)
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** A JSON object of an input: its text, its value, and the folder that relative paths in it are meant from. */
export interface JsonInput {
  readonly text: string
  readonly value: Readonly<Record<string, unknown>>
  readonly directory: string
}

/** An input that is a JSON object or names a file with one; undefined without it, or with a problem noted. */
export async function parseJsonInput(
  form: Form,
  name: InputName,
  place: Workplace | undefined,
): Promise<JsonInput | undefined> {
  const given = form.text(name)
  if (given === '') return undefined
  // A path is one line without brackets and quotes; all else is meant as JSON, and may hold secrets.
  if (/[{}[\]"\n]|^\/[/*]/.test(given)) return parse(form, name, { text: given, directory: place?.directory ?? '' })
  if (place === undefined) return undefined
  const path = resolve(place.directory, given)
  if ((await place.files.kind(path)) !== 'file') {
    const must = 'must be a JSON object, or a file that exists, relative to working-directory'
    await refuseMissing(form, name, { place, must })
    return undefined
  }
  const bytes = await readNamedFile(form, name, { place, path })
  if (bytes === undefined) return undefined
  const read = decodeText(bytes)
  if (read.ok && name !== 'json-schema') place.onConfiguration(read.value)
  if (read.ok) return parse(form, name, { text: read.value, directory: dirname(path), part: given })
  form.refuse(name, { ...read.refusal, part: given })
  return undefined
}

function parse(
  form: Form,
  name: InputName,
  { text, directory, part }: { text: string; directory: string; part?: string },
): JsonInput | undefined {
  const parsed = parseJsonObject(text)
  if (parsed.ok) return { text, value: parsed.value, directory }
  form.refuse(name, { ...parsed.refusal, part })
  return undefined
}
