import type { Runner } from '../ports/github.ts'
import type { Form } from './form.ts'
import { parseRedact } from './redact.ts'
import { matching, oneOf, wholeNumber, yesOrNo } from './scalars.ts'
import type { TranscriptSettings } from './settings.ts'

/** What GitHub refuses in the name of an artifact (`@actions/artifact`, path-and-artifact-name-validation.ts). */
const artifactName = matching(/^[^":<>|*?\r\n\\/]+$/, 'must not have any of " : < > | * ? \\ / or a line break')

/** What is kept and shown; `uniqueId` tells the artifacts of the legs of a matrix apart. */
export async function parseTranscript(
  form: Form,
  { runner, uniqueId }: { runner: Pick<Runner, 'job' | 'runAttempt'>; uniqueId: string },
): Promise<TranscriptSettings> {
  return {
    upload: form.required('upload-transcript', oneOf(['always', 'on-failure', 'never']), 'always'),
    artifactName:
      form.optional('artifact-name', artifactName) ??
      `claude-transcript-${runner.job}-${runner.runAttempt}-${uniqueId}`,
    retentionDays: form.optional('retention-days', wholeNumber({ min: 1, max: 400 })),
    redact: await parseRedact(form),
    show: form.required('show-transcript', oneOf(['off', 'summary', 'full']), 'summary'),
    jobSummary: form.required('job-summary', yesOrNo, true),
  }
}
