import { basename, dirname, relative, resolve, sep } from 'node:path'

import { yaml } from '../errors.ts'
import type { Form } from './form.ts'
import type { Context } from './parse-settings.ts'
import { accepted, refused, type Parsed } from './scalars.ts'
import type { Prompt, ResumedSession } from './settings.ts'
import { readTextFile, readNamedFile } from './text-file.ts'
import { isInWorkspace, type Workplace, refuseMissing } from './workplace.ts'

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

const FILE = 'session/<id>.jsonl'

/** A session of Claude Code goes by a UUID. */
const SESSION = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

/**
 * The session to continue: by its id, in the transcripts of the job's earlier steps below `RUNNER_TEMP`, or by the path of its
 * file. It is looked for nowhere else, and two of one id are refused, since whoever can write there could plant one.
 */
export async function parseResume(form: Form, { runner, place }: Context): Promise<ResumedSession | undefined> {
  const given = form.text('resume-session')
  if (given === '' || place === undefined) return undefined
  const session = SESSION.test(given) ? sessionOfJob(given, place, runner.temp) : sessionInFile(form, place)
  return form.take('resume-session', await session)
}

async function sessionInFile(form: Form, place: Workplace): Promise<Parsed<ResumedSession>> {
  const part = form.text('resume-session')
  const path = resolve(place.directory, part)
  const id = basename(path, '.jsonl')
  if (!path.endsWith('.jsonl') || basename(dirname(path)) !== 'session' || !SESSION.test(id))
    return refused(`must be the id of a session, as the output session-id gives it, or the path of a ${FILE}`, { part })
  if ((await place.files.kind(path)) !== 'file')
    return refuseMissing(place, { part, must: 'must be a file that exists, absolute or relative to working-directory' })
  const bytes = await readNamedFile(form, 'resume-session', { place, path })
  return bytes.ok ? accepted({ id, path }) : bytes
}

async function sessionOfJob(id: string, { files }: Workplace, temp: string): Promise<Parsed<ResumedSession>> {
  const found = (await files.list(temp)).filter((path) => {
    const [run = '', ...rest] = relative(temp, path).split(sep)
    return RUN.test(run) && rest.join('/') === `transcript/session/${id}.jsonl`
  })
  const [path] = found
  if (path === undefined)
    return refused(
      `must be a session of an earlier step of this job: there is no session/${id}.jsonl in the transcripts below RUNNER_TEMP`,
      { part: id, fix: DOWNLOAD },
    )
  if (found.length === 1) return accepted({ id, path })
  return refused(`must be a session that is there once: ${found.length} steps of this job have a session/${id}.jsonl`, {
    part: id,
    fix: ['Name the file of the one that is meant, for example:', yaml(`with:\n  resume-session: ${path}`)],
  })
}

/** Folders of the action's own runs. */
const RUN = /^claude-code-bedrock-[0-9a-f]{8}$/

const DOWNLOAD = [
  'Sessions of earlier steps of the job are found without any step. Download the artifact of another run before this step, and name its file:',
  yaml(`- uses: actions/download-artifact@v8
  with:
    name: <artifact-name of that run>
    run-id: <id of that run>
    github-token: \${{ github.token }}
    path: \${{ runner.temp }}/previous`),
  yaml('with:\n  resume-session: ${{ runner.temp }}/previous/session/<session-id of that run>.jsonl'),
]
