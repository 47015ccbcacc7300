import { join } from 'node:path'

import { explainError, findRule, type ErrorRule } from '../error-rules.ts'
import { asFailure, Failure, ServiceError, yaml, type Fix } from '../errors.ts'
import type { TranscriptSettings } from '../inputs/settings.ts'
import type { Artifacts, StoredArtifact } from '../ports/github.ts'
import type { Log, Clock, Files } from '../ports/machine.ts'
import { withRetry } from '../retry.ts'
import { TRANSCRIPT_FILES, type Conclusion } from './types.ts'

/** The run whose folder is stored. */
interface StoredRun {
  readonly conclusion: Conclusion
  readonly directory: string
  /** Another folder of the run, for a copy of the page under the name that it gets. */
  readonly copies: string
  /** Hears why the folder could not be stored (code `transcript-upload-failed`). */
  readonly warn: (failure: Failure) => void
}

interface StoringWorld {
  readonly artifacts: Pick<Artifacts, 'upload' | 'uploadFile'>
  readonly clock: Clock
  readonly files: Pick<Files, 'copy' | 'kind'>
  readonly log: Pick<Log, 'group' | 'notice'>
}

/** What was stored: the whole folder as a zip, and the page by itself, where that could be stored too. */
export type StoredTranscript = NonNullable<Awaited<ReturnType<typeof uploadTranscript>>>

/**
 * Stores the transcript folder as an artifact, and its page once more unzipped, when the settings ask for it; undefined when they do not, or it failed.
 * Ends within five minutes and never rejects: a transcript that cannot be stored never hides how the run ended.
 */
export async function uploadTranscript(
  settings: Pick<TranscriptSettings, 'upload' | 'artifactName' | 'retentionDays'>,
  { conclusion, directory, copies, warn }: StoredRun,
  { artifacts, clock, files, log }: StoringWorld,
) {
  const failed = conclusion !== 'success' && conclusion !== 'setup'
  if (settings.upload === 'never' || (settings.upload === 'on-failure' && !failed)) return undefined
  const { artifactName: name, retentionDays } = settings
  const waiting = new AbortController()
  const tooLong = clock.sleep(LONGEST_UPLOAD_MS, waiting.signal).then(() => {
    const message = `No answer within ${LONGEST_UPLOAD_MS / 60_000} minutes.`
    throw new ServiceError({ ...ABOUT, name: 'Timeout', message })
  })
  /** The page beside the zip, so that a browser can show it; undefined where there is none. */
  const uploadPage = async (): Promise<StoredArtifact | undefined> => {
    const path = join(copies, `${name}.html`)
    const page = join(directory, TRANSCRIPT_FILES.page)
    if ((await files.kind(page)) !== 'file') return undefined
    await files.copy(page, path)
    return artifacts.uploadFile({ path, retentionDays })
  }
  try {
    // The client prints what it does; the group folds that.
    return await log.group(`Store the transcript as artifact ${name}`, async (groupLog) => {
      const entries = Object.values(TRANSCRIPT_FILES)
      const store = () => artifacts.upload({ name, directory, entries, retentionDays })
      const artifact = await Promise.race([upload(store, { name, directory }, { clock, log: groupLog }), tooLong])
      const page = await Promise.race([uploadPage(), tooLong]).catch((error: unknown) => {
        const { message } = asFailure(error)
        log.notice(`The page is in the artifact ${name}, but was not stored a second time, unzipped: ${message}`)
        return undefined
      })
      return { artifact, page }
    })
  } catch (error) {
    warn(notStored(error, { name, directory }))
    return undefined
  } finally {
    tooLong.catch(() => undefined)
    waiting.abort()
  }
}

interface Folder {
  /** Of the artifact. */
  readonly name: string
  readonly directory: string
}

function notStored(error: unknown, folder: Folder): Failure {
  const fact =
    error instanceof ServiceError
      ? error
      : new ServiceError({ ...ABOUT, name: 'Error', message: asFailure(error).message })
  const explaining = { rules: UPLOAD_RULES, context: folder, quote: (quoted: ServiceError) => quoted.message }
  const { message, fix } = explainError(fact, explaining)
  const stays = `The files stay on the runner until the job ends: ${folder.directory}`
  return new Failure('transcript-upload-failed', { message, fix: [...fix, stays], cause: error })
}

const NO_UPLOAD = yaml('with:\n  upload-transcript: never')

const ABOUT = { service: 'GitHub artifacts', operation: 'UploadArtifact' }

const WITHOUT_ANSWER: Fix =
  'The runner must reach the results service and *.blob.core.windows.net. Behind a proxy, let it pass these hosts, or name in NO_PROXY those that need no proxy.'

/**
 * Why an artifact is not stored. The client asks again by itself when the service answers with an error and when the blob
 * store does not answer, but not when the connection to the service is lost (`@actions/artifact` 6.2.1). A lost answer to
 * any later call leaves an artifact behind that cannot be made again.
 */
const REASONS: readonly Omit<ErrorRule<Folder>, 'code'>[] = [
  {
    id: 'lost before it began',
    match: [{ operations: ['CreateArtifact'], names: [/^E[A-Z]+$/] }],
    fix: WITHOUT_ANSWER,
    retryable: true,
  },
  {
    id: 'name taken',
    match: [{ statuses: [409] }],
    fix: (_error, { name }) => [
      'Another artifact of this workflow run has the name. Give each job and each leg of a matrix its own, or leave the input out for a name that is unique:',
      yaml(`with:\n  artifact-name: ${name}-\${{ strategy.job-index }}`),
    ],
  },
  {
    id: 'no runtime token',
    match: [{ names: ['NoRuntimeToken'] }],
    fix: [
      'This runner offers no artifacts to the step (act needs --artifact-server-path). To go on without:',
      NO_UPLOAD,
    ],
  },
  {
    id: 'GitHub Enterprise Server',
    match: [{ names: ['GHESNotSupported'] }],
    fix: [
      'GitHub Enterprise Server has no service for this. To go on without:',
      NO_UPLOAD,
      'To keep the folder, copy what steps.<id>.outputs.transcript-path names in a later step with `if: always()`.',
    ],
  },
  {
    id: 'storage used up',
    match: [{ names: ['UsageError'] }],
    fix: [
      'The storage for artifacts is used up. Delete old artifacts, or keep new ones for a shorter time:',
      yaml('with:\n  retention-days: 1'),
    ],
  },
  {
    id: 'service fails',
    match: [{ statuses: ['4xx', '5xx'] }],
    fix: 'See https://www.githubstatus.com, and run the job again.',
  },
  { id: 'no answer', match: [{}], fix: WITHOUT_ANSWER },
]

/** The same with their code. */
export const UPLOAD_RULES: readonly ErrorRule<Folder>[] = REASONS.map((reason) => {
  return { ...reason, code: 'transcript-upload-failed' }
})

const LONGEST_UPLOAD_MS = 5 * 60_000
const RETRY = { budgetMs: 6_000, firstPauseMs: 2_000 }

/** Asks again where the answer to the first call was lost. */
async function upload(
  store: () => Promise<StoredArtifact>,
  folder: Folder,
  { clock, log }: { clock: Clock; log: Pick<Log, 'info'> },
): Promise<StoredArtifact> {
  let lost: unknown
  let isTaken = false
  const attempt = async () => {
    try {
      return await store()
    } catch (error) {
      isTaken = error instanceof ServiceError && error.status === 409
      // The answer that was lost may have been that the name is ours.
      throw isTaken && lost !== undefined ? lost : error
    }
  }
  const isLost = (error: unknown) =>
    !isTaken && error instanceof ServiceError && findRule(error, UPLOAD_RULES, folder)?.retryable === true
  const onRetry = (error: unknown, pauseMs: number) => {
    lost = error
    log.info(
      `${notStored(error, folder).message.replaceAll('\n', ' ')} Trying again in ${(pauseMs / 1_000).toFixed(1)} s.`,
    )
  }
  return withRetry(attempt, { ...RETRY, isRetryable: isLost, onRetry }, clock)
}
