import { resolve } from 'node:path'

import type { Form } from './form.ts'
import type { Prompt } from './settings.ts'
import { readNamedFile } from './named-file.ts'
import { decodeText } from './text-file.ts'
import { isInWorkspace, refuseMissing, type Workplace } from './workplace.ts'

/** Whether the step has a prompt to run; without one it only sets up. */
export function hasPrompt(form: Form): boolean {
  return form.isGiven('prompt') || form.isGiven('prompt-file')
}

/** The prompt, read from its file where it is in one; undefined without one, or with a problem noted. */
export async function parsePrompt(form: Form, place: Workplace | undefined): Promise<Prompt | undefined> {
  if (form.isGiven('prompt') && form.isGiven('prompt-file')) {
    form.refuse('prompt', {
      must: 'must not be given together with prompt-file',
      fix: 'Remove `prompt` or `prompt-file`.',
    })
    return undefined
  }
  if (form.isGiven('prompt-file')) return place && readPrompt(form, place)
  return form.isGiven('prompt') ? { from: 'input', text: form.text('prompt') } : undefined
}

async function readPrompt(form: Form, place: Workplace): Promise<Prompt | undefined> {
  const name = 'prompt-file'
  const part = form.text(name)
  const path = resolve(place.directory, part)
  if ((await place.files.kind(path)) !== 'file') {
    await refuseMissing(form, name, { place, must: 'must be a file that exists, relative to working-directory' })
    return undefined
  }
  if (!(await isInWorkspace(place, path))) {
    form.refuse(name, { part, must: 'must be inside the workspace, links followed' })
    return undefined
  }
  const bytes = await readNamedFile(form, name, { place, path })
  if (bytes === undefined) return undefined
  const read = decodeText(bytes)
  if (!read.ok) {
    form.refuse(name, { ...read.refusal, part })
    return undefined
  }
  if (read.value.trim() === '') form.refuse(name, { part, must: 'must not be empty' })
  return { from: 'file', text: read.value, path }
}
