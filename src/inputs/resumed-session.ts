import { basename, dirname, relative, resolve, sep } from 'node:path'

import { yaml } from '../errors.ts'
import type { Form } from './form.ts'
import { readNamedFile } from './named-file.ts'
import type { ResumedSession } from './settings.ts'
import { refuseMissing, type Workplace } from './workplace.ts'

/** A session of Claude Code goes by a UUID. */
const SESSION = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

/**
 * The session to continue: by its id, in the transcripts of the job's earlier steps below `temp` (`RUNNER_TEMP`), or by the path of its
 * file. It is looked for nowhere else, and two of one id are refused, since whoever can write there could plant one. `place` is undefined
 * when its folder was refused.
 */
export async function parseResume(
  form: Form,
  { temp, place }: { readonly temp: string; readonly place: Workplace | undefined },
): Promise<ResumedSession | undefined> {
  const name = 'resume-session'
  const given = form.text(name)
  if (given === '' || place === undefined) return undefined
  if (SESSION.test(given)) return sessionOfJob(form, given, { temp, place })
  const path = resolve(place.directory, given)
  const id = basename(path, '.jsonl')
  if (!path.endsWith('.jsonl') || basename(dirname(path)) !== 'session' || !SESSION.test(id)) {
    const must = 'must be the id of a session, as the output session-id gives it, or the path of a session/<id>.jsonl'
    form.refuse(name, { part: given, must })
    return undefined
  }
  if ((await place.files.kind(path)) !== 'file') {
    await refuseMissing(form, name, {
      place,
      must: 'must be a file that exists, absolute or relative to working-directory',
    })
    return undefined
  }
  const bytes = await readNamedFile(form, name, { place, path })
  return bytes === undefined ? undefined : { id, path }
}

async function sessionOfJob(
  form: Form,
  id: string,
  { temp, place }: { readonly temp: string; readonly place: Workplace },
): Promise<ResumedSession | undefined> {
  const found = (await place.files.list(temp)).filter((path) => {
    const [run = '', ...rest] = relative(temp, path).split(sep)
    return RUN.test(run) && rest.join('/') === `transcript/session/${id}.jsonl`
  })
  const [path, ...others] = found
  if (path !== undefined && others.length === 0) return { id, path }
  form.refuse(
    'resume-session',
    path === undefined
      ? {
          part: id,
          must: `must be a session of an earlier step of this job: there is no session/${id}.jsonl in the transcripts below RUNNER_TEMP`,
          fix: DOWNLOAD,
        }
      : {
          part: id,
          must: `must be a session that is there once: ${found.length} steps of this job have a session/${id}.jsonl`,
          fix: ['Name the file of the one that is meant, for example:', yaml(`with:\n  resume-session: ${path}`)],
        },
  )
  return undefined
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
