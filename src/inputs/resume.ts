import { basename, dirname } from 'node:path'

import type { Form } from './form.ts'
import { matching } from './scalars.ts'
import type { ResumedSession } from './settings.ts'
import type { ReadFiles } from './workplace.ts'

/** A session of Claude Code goes by a UUID. */
const sessionId = matching(
  /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i,
  'must be the id of a session, as the output session-id gives it',
)

/**
 * The session to continue, found as `session/<id>.jsonl` in any folder below `temp`: transcripts of the job's earlier steps
 * are there, and artifacts of other runs can be downloaded to there. Of several files the newest counts.
 */
export async function parseResume(
  form: Form,
  { temp, files }: { temp: string; files: ReadFiles },
): Promise<ResumedSession | undefined> {
  const id = form.optional('resume-session', sessionId)
  if (id === undefined) return undefined
  const found = (await files.list(temp)).filter(
    (path) => basename(path) === `${id}.jsonl` && basename(dirname(path)) === 'session',
  )
  const written = await Promise.all(found.map(async (path) => ({ path, at: (await files.modified(path)) ?? 0 })))
  const [newest] = written.sort((a, b) => b.at - a.at)
  if (newest !== undefined) return { id, path: newest.path }
  form.refuse('resume-session', {
    part: id,
    must: `must be a session whose transcript is here: there is no session/${id}.jsonl in any folder below RUNNER_TEMP`,
    fix: DOWNLOAD,
  })
  return undefined
}

const DOWNLOAD = `Sessions of earlier steps of the job are found by themselves. Download the artifact of another run before this step:
  - uses: actions/download-artifact@v8
    with:
      name: <artifact-name of that run>
      run-id: <id of that run>
      github-token: \${{ github.token }}
      path: \${{ runner.temp }}/previous`
