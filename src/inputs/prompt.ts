import type { Form } from './form.ts'
import type { Prompt } from './settings.ts'
import { accepted, refused, type Parsed } from './scalars.ts'
import { readTextFile } from './text-file.ts'
import { isInWorkspace, type Workplace } from './workplace.ts'

/** Whether the step has a prompt to run; without one it only sets up. */
export const hasPrompt = (form: Form) => form.isGiven('prompt') || form.isGiven('prompt-file')

/** The prompt, read from its file where it is in one; undefined without one, or with a problem noted. */
export async function parsePrompt(form: Form, place: Workplace | undefined): Promise<Prompt | undefined> {
  if (form.isGiven('prompt') && form.isGiven('prompt-file')) {
    const must = 'must not be given together with prompt-file'
    form.refuse('prompt', { must, fix: 'Remove `prompt` or `prompt-file`.' })
    return undefined
  }
  if (form.isGiven('prompt')) return { from: 'input', text: form.text('prompt') }
  return place && form.isGiven('prompt-file') ? form.take('prompt-file', await readPrompt(form, place)) : undefined
}

async function readPrompt(form: Form, place: Workplace): Promise<Parsed<Prompt>> {
  const part = form.text('prompt-file')
  const must = 'must be a file that exists, relative to working-directory'
  const file = await readTextFile(form, 'prompt-file', { place, must })
  if (!file.ok) return file
  if (!(await isInWorkspace(place, file.value.path)))
    return refused('must be inside the workspace, links followed', { part })
  return file.value.text.trim() === ''
    ? refused('must not be empty', { part })
    : accepted({ from: 'file', ...file.value })
}
