import { resolve } from 'node:path'

import type { InputName } from './declared.ts'
import type { Form } from './form.ts'
import { jsonObject } from './scalars.ts'
import { refuseMissing } from './workplace.ts'
import type { Workplace } from './workplace.ts'

/** An input that is a JSON object, as its text, or a file, as its absolute path; undefined without one, or with a problem noted. */
export async function parseJsonOrFile(
  form: Form,
  name: InputName,
  place: Workplace | undefined,
): Promise<{ json: string } | { path: string } | undefined> {
  const text = form.text(name)
  if (text.startsWith('{')) {
    const json = form.optional(name, jsonObject)
    return json === undefined ? undefined : { json }
  }
  if (text === '' || place === undefined) return undefined
  const path = resolve(place.directory, text)
  if ((await place.files.kind(path)) === 'file') return { path }
  const must = 'must be a JSON object, or a file that exists, relative to working-directory'
  await refuseMissing(form, name, { place, must })
  return undefined
}

/** The same, with the text of the file in place of its path; the file must hold a JSON object. */
export async function parseJsonText(
  form: Form,
  name: InputName,
  place: Workplace | undefined,
): Promise<string | undefined> {
  const found = await parseJsonOrFile(form, name, place)
  if (found === undefined || 'json' in found) return found?.json
  const checked = jsonObject((await place?.files.read(found.path)) ?? '')
  if (checked.ok) return checked.value
  form.refuse(name, { ...checked.refusal, part: form.text(name) })
  return undefined
}
